import { expect, test } from 'vitest';
import { reportWith, resultOf } from '../testing.ts';
import { factsAgree, namesOf } from './facts.ts';
import { tokensOf } from './tokens.ts';

const NAMES = new Set(['France', 'A100']);
const agree = (should: string, stands: string, isRoundedOtherwise = false) =>
  factsAgree(
    tokensOf(should, 'plain').list,
    tokensOf(stands, 'plain').list,
    NAMES,
    isRoundedOtherwise,
  );

test('names are those of chips, machines, places, runs and methods', () => {
  const run = {
    name: 'Alpha',
    phase: 'search',
    work: 'hpc',
    functionalUnit: { name: 'token', count: 1 },
    model: { name: 'Beta' },
  } as const;
  const result = resultOf({ run, machine: { instance: 'metal' }, location: { site: 'Zay' } });
  const wanted =
    'Title A100 EPYC 7742 metal Zay Google Cloud us central 1 Council Bluffs United States US MIDW lifecycle Alpha search hpc token Beta full';
  expect([...namesOf(reportWith([result], { title: 'Title' }))].sort()).toEqual(
    [...new Set(tokensOf(wanted, 'plain').list.map(({ text }) => text))].sort(),
  );
});

test('other words around the same facts state the same', () => {
  expect(agree('It ran on 8 A100 in France', 'We used 8 A100 of France')).toBe(true);
});

test.each([
  ['8 A100', '9 A100'],
  ['8 A100', '8 H100'],
  ['8 A100 in France', '8 A100'],
  ['8 A100', '8 A100 in France'],
  ['3 kg', '3 t'],
  ['75 %', '75'],
  ['it is known', 'it is not known'],
  ['it is so', 'it is never so'],
  ['with PUE', 'without PUE'],
  ['some', 'none'],
  ['N A', 'given'],
  ['sha256-aa', 'sha256-ab'],
  ['3 then 4', '4 then 3'],
  ['< 3', '> 3'],
])('%s is not %s', (should, stands) => {
  expect(agree(should, stands)).toBe(false);
  expect(agree(should, stands, true)).toBe(false);
});

test.each([
  ['1.34', '1.3', true],
  ['1.3', '1.34', true],
  ['1.35', '1.3', true],
  ['1.36', '1.3', false],
  ['142', '140', true],
  ['146', '140', false],
  ['1,234', '1,200', true],
  ['1,251', '1,200', false],
  ['10', '14', false],
  ['10', '10.4', true],
  ['10', '11', false],
  ['1.5e22', '1.54e22', true],
  ['1.5e22', '1.56e22', false],
  ['1.5e-7', '1.54e-7', true],
  ['1.5e-7', '1.6e-7', false],
  ['5', '5.4', true],
  ['5', '6', false],
])('%s may be written as %s: %s', (should, stands, isSame) => {
  expect(agree(should, stands, true)).toBe(isSame);
  expect(agree(should, stands)).toBe(false);
});

test('a name is never rounded', () => {
  expect(agree('France', '3', true)).toBe(false);
  expect(agree('3', 'France', true)).toBe(false);
});
