import { expect, test } from 'vitest';
import { isMeasured, powerRungs, powerWords } from './power-words.ts';
import { A100, METERED, resultOf, SERVED } from './testing.ts';

const NOT_POWERED = { ...A100, power: null, powerW: null } as const;
const withChips = (...accelerators: (typeof A100)[]) => resultOf({ machine: { accelerators } });

test.each([
  ['measured', 'the measured mean power of the chips (300 W)'],
  ['utilisation', 'a given mean power of 75 % of rated power'],
  ['typical', 'a usual mean power of 75 % of rated power'],
  ['tdp', 'the rated power of the chips'],
] as const)('all chips by %s', (power, words) => {
  expect(powerWords(withChips({ ...A100, power }))).toBe(words);
});

test('where none is rated, the power itself is said', () => {
  expect(powerWords(withChips({ ...A100, utilisation: null }))).toBe('a given mean power of 300 W');
});

test('kinds that differ are named with their own power, those that agree together', () => {
  const chips = [
    A100,
    { ...A100, name: 'V100', count: 4, power: 'measured', powerW: 210 },
    { ...A100, name: 'L4', count: 2 },
    { ...A100, name: 'T4', count: 1, power: 'typical', utilisation: 0.5 },
    { ...A100, name: 'K80', count: null, power: 'tdp' },
  ] as const;
  expect(powerWords(withChips(...chips))).toBe(
    '8 A100 and 2 L4 at a given 75 % of rated power, 4 V100 at a measured 210 W, 1 T4 at a usual 50 % of rated power, K80 at rated power',
  );
});

test.each([
  ['accelerators', 'metered energy of the chips (16,020 kWh)'],
  ['components', 'metered energy of chips, processors and memory (16,020 kWh)'],
  ['it', 'energy metered at the wall (16,020 kWh)'],
  ['facility', 'metered energy of the facility (16,020 kWh)'],
  [undefined, 'energy metered at the wall (16,020 kWh)'],
] as const)('a meter of %s', (energyScope, words) => {
  const run = { energyKwh: 16_020, energyScope };
  expect(powerWords(resultOf({ ...METERED, run }))).toBe(words);
});

test('a meter whose figure is not told, and what drew no power', () => {
  expect(powerWords(resultOf(METERED))).toBe('energy metered at the wall');
  expect(powerWords(withChips(NOT_POWERED))).toBe('');
});

test('each way in which power was found is said once; without chips it is that of the run', () => {
  const typical = { ...A100, power: 'typical' } as const;
  expect(powerRungs(withChips(A100, typical, A100))).toEqual(['utilisation', 'typical']);
  expect(powerRungs(resultOf(METERED))).toEqual(['metered-energy']);
  expect(powerRungs(withChips({ ...A100, power: 'measured', powerW: null }))).toEqual([
    'utilisation',
  ]);
  expect(powerRungs(withChips({ ...A100, power: null }))).toEqual(['utilisation']);
});

test('one chip whose power was metered makes a run measured', () => {
  expect(isMeasured(resultOf())).toBe(false);
  expect(isMeasured(withChips(A100, { ...A100, power: 'measured' }))).toBe(true);
  expect(isMeasured(resultOf(METERED))).toBe(true);
});

test('the way of the chips stands before that of the run', () => {
  const typical = { ...A100, power: 'typical' } as const;
  expect(powerRungs(withChips(typical))).toEqual(['typical']);
});

test('what a service answers is estimated, and nobody metered it', () => {
  const served = resultOf(SERVED);
  expect(powerWords(served)).toBe(
    'what the service answers, at an estimated 0.5 J a token written at the chips',
  );
  expect(powerRungs(served)).toEqual(['energy-per-use']);
  expect(isMeasured(served)).toBe(false);
});
