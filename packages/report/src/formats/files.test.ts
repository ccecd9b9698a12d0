import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { reportWith, resultOf } from '../testing.ts';
import { jsonFormat, yamlFormat } from './files.ts';

test('the whole result with the day, the version and the inputs', () => {
  const { report, ...result } = JSON.parse(jsonFormat.write(reportWith([resultOf()])));
  expect(result).toEqual(JSON.parse(JSON.stringify(resultOf())));
  expect(report).toEqual({
    date: '2026-11-30',
    version: '0.1.0',
    trailer: expect.stringMatching(/^ml-emissions:1:/),
  });
});

const schemaOf = (report: Parameters<typeof yamlFormat.write>[0]) =>
  /^# yaml-language-server: \$schema=.*\/(.*)\n/.exec(yamlFormat.write(report))?.[1];

test('a run file names the schema of what it holds', () => {
  expect(schemaOf(reportWith([resultOf()]))).toBe('run.json');
  expect(schemaOf(reportWith([resultOf(), resultOf()]))).toBe('project.json');
  const result = { shared: [], runs: [resultOf()], name: null } as never;
  expect(schemaOf(reportWith([resultOf()], { result }))).toBe('project.json');
});

test('it is the run, in lines of a hundred letters', () => {
  const name = 'word '.repeat(40).trim();
  const text = yamlFormat.write(reportWith([resultOf({ run: { name } })]));
  expect(parse(text)).toMatchObject({ name, hours: 100, hardware: [{ accelerator: 'a100' }] });
  const lengths = text.split('\n').map(({ length }) => length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(101);
  expect(Math.max(...lengths)).toBeGreaterThan(90);
});
