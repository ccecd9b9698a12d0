import { readdirSync, readFileSync } from 'node:fs';
import * as routes from '@ml-emissions/server/openapi';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { CLIENT_TYPES, clientTypes } from '../../../scripts/client-types.ts';
import { SCHEMA_FOLDER, schemas } from '../../../scripts/json-schemas.ts';
import { estimate, estimateProject, parseProject, parseRun } from './calculator.ts';
import { readRunFile } from './read-file.ts';

const ajv = new Ajv({ allowUnionTypes: true });
const validator = (file: string) =>
  ajv.compile(JSON.parse(readFileSync(`${SCHEMA_FOLDER}/${file}`, 'utf8')));
const run = validator('run.json');
const project = validator('project.json');
const result = validator('result.json');
const projectResult = validator('project-result.json');
const problem = validator('problem.json');

async function decoded(path: string): Promise<unknown> {
  const read = await readRunFile(path);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}
const files = (kind: string) =>
  readdirSync(`examples/${kind}`).map((file) => `examples/${kind}/${file}`);
const isProject = (value: unknown) =>
  typeof value === 'object' && value !== null && 'runs' in value;

test('the published schemas are those of the types; `npm run schemas` renews them', () => {
  for (const [file, text] of Object.entries(schemas(routes))) {
    expect(readFileSync(`${SCHEMA_FOLDER}/${file}`, 'utf8'), file).toBe(text);
  }
  const openapi = readFileSync(`${SCHEMA_FOLDER}/openapi.json`, 'utf8');
  expect(readFileSync(CLIENT_TYPES, 'utf8')).toBe(clientTypes(openapi));
}, 120_000);

describe('what users write', () => {
  test.each(files('good'))('%s is valid', async (path) => {
    const value = await decoded(path);
    const check = isProject(value) ? project : run;
    expect(check(value), JSON.stringify(check.errors)).toBe(true);
  });

  // The others are wrong by a name, a bound or another field: a matter of the parser.
  test.each(['unknown-field', 'wrong-type'])('examples/bad/%s.yaml is not', async (code) => {
    expect(run(await decoded(`examples/bad/${code}.yaml`))).toBe(false);
  });

  test('an empty value says nothing, in schema and parser alike', () => {
    const value = {
      hardware: [{ accelerator: 'A100-SXM4-80GB', powerW: null }],
      host: { memoryGb: null, powerW: 100 },
      hours: 1,
      year: null,
      place: { country: 'FR', zone: null },
    };
    expect(run(value), JSON.stringify(run.errors)).toBe(true);
    expect(parseRun(value).ok).toBe(true);
  });
});

describe('what we write', () => {
  const through = (value: unknown) => JSON.parse(JSON.stringify(value));

  test.each(files('good'))('the result of %s is valid', async (path) => {
    const value = await decoded(path);
    if (isProject(value)) {
      const parsed = parseProject(value);
      if (!parsed.ok) throw new Error('refused');
      const answer = through(estimateProject(parsed.project));
      expect(projectResult(answer), JSON.stringify(projectResult.errors)).toBe(true);
      return;
    }
    const parsed = parseRun(value);
    if (!parsed.ok) throw new Error('refused');
    expect(result(through(estimate(parsed.run))), JSON.stringify(result.errors)).toBe(true);
  });

  test('a problem is valid', () => {
    const parsed = parseRun({ hours: -1 });
    for (const one of parsed.ok ? [] : parsed.problems) {
      expect(problem(through(one)), JSON.stringify(problem.errors)).toBe(true);
    }
  });
});
