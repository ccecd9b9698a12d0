import { expect, test } from 'vitest';
import { byUnit, unitOf } from './functional-units.ts';
import { resultOf, SERVED } from './testing.ts';

const counting = (name: string, count: number, basis?: 'gross' | 'effective') =>
  resultOf({ run: { functionalUnit: { name, count, ...(basis && { basis }) } } });

test('runs of one unit add up, in the order of the first; those without one are in none', () => {
  const groups = byUnit([
    counting('image', 5),
    resultOf(),
    counting('token', 100),
    counting('image', 7),
  ]);
  expect(groups.map(({ name, count, basis, runs }) => [name, count, basis, runs.length])).toEqual([
    ['image', 12, null, 2],
    ['token', 100, null, 1],
  ]);
});

test('one name counted in two ways is two units, told apart by the way', () => {
  const names = (...runs: ReturnType<typeof counting>[]) => byUnit(runs).map(({ name }) => name);
  expect(names(counting('token', 1, 'gross'), counting('token', 2, 'effective'))).toEqual([
    'token, gross',
    'token, effective',
  ]);
  expect(names(counting('token', 1, 'gross'), counting('token', 2))).toEqual([
    'token, gross',
    'token',
  ]);
  expect(names(counting('token', 1, 'gross'), counting('image', 2, 'effective'))).toEqual([
    'token',
    'image',
  ]);
});

test('a service counts by what it makes, unless its run names a unit', () => {
  expect(unitOf(resultOf(SERVED))).toEqual({ name: 'output token', count: 1095e8 });
  const functionalUnit = { name: 'chat', count: 3 };
  expect(unitOf(resultOf({ ...SERVED, run: { functionalUnit } }))).toEqual(functionalUnit);
  expect(unitOf(resultOf())).toBeNull();
});
