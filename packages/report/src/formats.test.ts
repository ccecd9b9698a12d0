import { expect, test } from 'vitest';
import { FORMATS, type FormatName, formatted, refusalOf } from './formats.ts';
import { PLAN, reportWith, resultOf } from './testing.ts';
import { readTrailer } from './trailer.ts';

const NAMES = Object.keys(FORMATS) as FormatName[];
const PLANNED = ['latex', 'bibtex', 'markdown', 'text', 'json', 'csv', 'yaml'];
const planned = resultOf({ plan: PLAN });

test('what has run is written in every format', () => {
  const report = reportWith([resultOf()]);
  for (const name of NAMES) {
    expect(refusalOf(report, name), name).toBeNull();
    expect(formatted(report, name), name).toMatch(/\S/);
  }
});

test('a plan is written where it can be said to be one', () => {
  const able = NAMES.filter((name) => refusalOf(reportWith([planned]), name) === null);
  expect(able).toEqual(PLANNED);
});

test('a refusal names the format, how many are planned, and what would do', () => {
  expect(refusalOf(reportWith([planned]), 'boamps')).toBe(
    `BoAmps records what has run, and this run is planned; ${PLANNED.join(', ')} say so`,
  );
  expect(refusalOf(reportWith([resultOf(), planned]), 'boamps')).toContain(
    'and runs of these are planned',
  );
  expect(() => formatted(reportWith([planned]), 'boamps')).toThrow(
    'formatted(): BoAmps records what has run',
  );
});

test('options reach the format', () => {
  const report = reportWith([resultOf()]);
  expect(formatted(report, 'latex', { long: true })).toContain('\\toprule');
  expect(formatted(report, 'latex')).not.toContain('\\toprule');
});

test('a line of provenance names its format', () => {
  const report = reportWith([resultOf()]);
  for (const name of NAMES) {
    const { hasTrailer } = FORMATS[name];
    expect(readTrailer(formatted(report, name))?.format, name).toBe(hasTrailer ? name : undefined);
  }
});
