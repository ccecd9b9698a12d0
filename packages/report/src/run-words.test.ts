import { expect, test } from 'vitest';
import {
  allChipHours,
  chipHoursOf,
  chipHoursWords,
  chipWords,
  each,
  geography,
  hardwareWords,
  hostWords,
  hoursOf,
  phaseWords,
  placeWords,
  pueOf,
  repeatsOf,
} from './run-words.ts';
import { A100, METERED, PLAN, resultOf } from './testing.ts';

const H100 = { ...A100, id: 'h100', name: 'H100' };

test('chips stand with their number, where it is known', () => {
  expect(chipWords(A100)).toBe('8 A100');
  expect(chipWords({ ...A100, count: null })).toBe('A100');
});

test('accelerators stand before processors', () => {
  expect(hardwareWords(resultOf())).toBe('8 A100');
});

test('chips of one kind are counted together, in the order of the first of each', () => {
  const accelerators = [A100, { ...H100, count: 2 }, { ...A100, count: 4, utilisation: 0.5 }];
  expect(hardwareWords(resultOf({ machine: { accelerators } }))).toBe('12 A100, 2 H100');
});

test('one part of a kind that nobody counted leaves all of it uncounted, whichever comes first', () => {
  const uncounted = { ...A100, count: null };
  for (const accelerators of [
    [A100, uncounted],
    [uncounted, A100],
  ])
    expect(hardwareWords(resultOf({ machine: { accelerators } }))).toBe('A100');
});

test('without accelerators the processors ran, else what was rented, else nobody knows', () => {
  const accelerators = [] as const;
  const cpu = { name: 'EPYC 7742', count: 2 };
  expect(hardwareWords(resultOf({ machine: { accelerators, cpu, instance: 'm5.large' } }))).toBe(
    '2 EPYC 7742',
  );
  expect(hardwareWords(resultOf({ machine: { accelerators, cpu: null, instance: 'm5' } }))).toBe(
    'm5',
  );
  expect(hardwareWords(resultOf(METERED))).toBe('');
});

test('hours of a run are its own, those of a plan in three digits', () => {
  expect(hoursOf(resultOf({ run: { hours: { value: 1335.5, low: 1, high: 2000 } } }))).toBe(1335.5);
  expect(hoursOf(resultOf({ run: { hours: undefined } }))).toBeNull();
  const plan = { ...PLAN, hours: { value: 123.456 } };
  expect(hoursOf(resultOf({ plan, run: { hours: undefined } }))).toBe(123);
  expect(hoursOf(resultOf({ plan: { ...PLAN, hours: null } }))).toBeNull();
});

test('a phase says that it is planned', () => {
  expect(phaseWords(resultOf({ run: { phase: 'search' } }), 'not told')).toBe('search');
  expect(phaseWords(resultOf(), 'not told')).toBe('not told');
  expect(phaseWords(resultOf({ plan: PLAN, run: { phase: 'search' } }), '')).toBe(
    'search, planned',
  );
  expect(phaseWords(resultOf({ plan: PLAN }), 'not told')).toBe('not told, planned');
});

test('a run without repeats ran once', () => {
  expect(repeatsOf(resultOf())).toBe(1);
  expect(repeatsOf(resultOf({ run: { repeats: { value: 3, low: 2, high: 4 } } }))).toBe(3);
});

test('chip-hours: chips x hours x repeats', () => {
  expect(chipHoursOf(resultOf())).toBe(800);
  const accelerators = [A100, { ...H100, count: 0.5 }];
  expect(chipHoursOf(resultOf({ machine: { accelerators }, run: { repeats: 3 } }))).toBe(2550);
});

test('chip-hours that were told stand where no hours do, and repeat too', () => {
  const run = { hours: undefined, deviceHours: 500 };
  expect(chipHoursOf(resultOf({ run }))).toBe(500);
  expect(chipHoursOf(resultOf({ run: { ...run, repeats: 4 } }))).toBe(2000);
  expect(chipHoursOf(resultOf({ run: { hours: 10, deviceHours: 500 } }))).toBe(80);
});

test('a plan repeats its chip-hours, in three digits', () => {
  const plan = { ...PLAN, deviceHours: { value: 1234.5 } };
  expect(chipHoursOf(resultOf({ plan, run: { repeats: 2 } }))).toBe(2470);
});

test('no chips or no hours: no chip-hours', () => {
  expect(chipHoursOf(resultOf(METERED))).toBeNull();
  expect(chipHoursOf(resultOf({ machine: { accelerators: [{ ...A100, count: null }] } }))).toBe(
    null,
  );
  expect(chipHoursOf(resultOf({ run: { hours: undefined } }))).toBeNull();
});

test('chip-hours of several runs are those of the runs that have any', () => {
  expect(allChipHours([resultOf(), resultOf(METERED), resultOf({ run: { hours: 10 } })])).toBe(880);
  expect(allChipHours([resultOf(METERED)])).toBeNull();
  expect(allChipHours([])).toBeNull();
});

test('chip-hours in words say of how many runs they are', () => {
  expect(chipHoursWords([resultOf(), resultOf()])).toBe('1,600 chip-hours');
  expect(chipHoursWords([resultOf(), resultOf(METERED)])).toBe('800 chip-hours in 1 of 2 runs');
  expect(chipHoursWords([resultOf(METERED)])).toBeNull();
});

const NOWHERE = {
  site: null,
  provider: null,
  region: null,
  city: null,
  zone: null,
  country: null,
  name: null,
};

test.each([
  [{}, 'Google Cloud us-central1 (Council Bluffs, United States)'],
  [{ site: 'Jean Zay', city: 'Orsay', name: 'France' }, 'Jean Zay (Orsay, France)'],
  [{ city: 'Singapore', name: 'Singapore' }, 'Google Cloud us-central1 (Singapore)'],
  [{ region: null, city: null, name: null }, 'Google Cloud'],
  [{ ...NOWHERE, name: 'France', zone: 'FR' }, 'France'],
  [{ ...NOWHERE, zone: 'FR' }, 'FR'],
  [NOWHERE, ''],
])('the place of %o', (location, words) => {
  expect(placeWords(resultOf({ location }))).toBe(words);
});

test.each([
  [{}, 'Google Cloud'],
  [{ provider: null }, ''],
  [{ site: 'Jean Zay', provider: null }, 'Jean Zay'],
  [{ site: 'Google Colab' }, 'Google Colab (Google Cloud)'],
  [{ site: 'Google Cloud TPU' }, 'Google Cloud TPU'],
])('who hosts %o', (location, words) => {
  expect(hostWords(resultOf({ location }))).toBe(words);
});

test.each([
  [{}, 'Council Bluffs, United States'],
  [{ city: 'Singapore', name: 'Singapore' }, 'Singapore'],
  [{ ...NOWHERE, zone: 'FR' }, 'FR'],
  [NOWHERE, 'unknown'],
])('the geography of %o', (location, words) => {
  expect(geography(resultOf({ location }))).toBe(words);
});

test('a PUE that a meter had seen, and none, multiplied nothing', () => {
  expect(pueOf(resultOf())).toBe(1.2);
  expect(pueOf(resultOf(METERED))).toBeNull();
  expect(pueOf(resultOf({ pue: null }))).toBeNull();
});

test('each wording once, in its order; what has none is left out', () => {
  const names = ['b', 'a', '', 'b'].map((name) => resultOf({ run: { name } }));
  expect(each(names, ({ run }) => run.name ?? '')).toEqual(['b', 'a']);
});
