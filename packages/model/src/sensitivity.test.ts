import { expect, test } from 'vitest';
import { named } from './named-factor.ts';
import type { Account, Step } from './plan/account.ts';
import { factorsOf, sensitivityOf, withSpread } from './sensitivity.ts';
import { factor } from './testing.ts';

const spreadOf = (shares: Readonly<Record<string, number>>) => ({
  low: 0.5,
  high: 2,
  shares: new Map(Object.entries(shares)),
});

test.each([
  ['utilisation-1', 'settle-power'],
  ['tdp', 'settle-power'],
  ['power', 'settle-metering'],
  ['energy', 'settle-energy'],
  ['count', 'settle-count'],
  ['hours', 'settle-hours'],
  ['planned-hours', 'settle-plan'],
  ['repeats', 'settle-repeats'],
  ['idle-power', 'settle-idle'],
  ['host-power', 'settle-host'],
  ['cpu-power', 'settle-cpu'],
  ['memory-power', 'settle-memory'],
  ['base-power', 'settle-at-wall'],
  ['unmetered', 'settle-at-wall'],
  ['servers', 'settle-nodes'],
  ['overhead', 'settle-at-wall'],
  ['pue', 'settle-pue'],
  ['carbon-intensity', 'settle-intensity'],
  ['market-intensity', 'settle-contract'],
  ['service-life', 'settle-life'],
  ['average-use', 'settle-use'],
  ['wue', 'settle-wue'],
  ['chip-embodied', 'settle-otherwise'],
])('what makes %s surer is %s', (name, code) => {
  const factors = new Map([['key', named(name, '1', factor(1), { field: '/pue' })]]);
  expect(sensitivityOf(spreadOf({ key: 1 }), factors)).toEqual([
    { factor: name, share: 1, field: '/pue', said: { code } },
  ]);
});

test('the largest share first; less than a thousandth is no line', () => {
  const found = sensitivityOf(spreadOf({ a: 0.001, b: 0.6, c: 0.000_999, d: 0.398 }), new Map());
  expect(found.map(({ factor: name, share }) => [name, share])).toEqual([
    ['b', 0.6],
    ['d', 0.398],
    ['a', 0.001],
  ]);
});

test('an unknown that no factor names stands by its key, in no field', () => {
  expect(sensitivityOf(spreadOf({ pue: 1 }), new Map())).toEqual([
    { factor: 'pue', share: 1, field: '', said: { code: 'settle-pue' } },
  ]);
});

test('the factors of an account by their keys, the first of each', () => {
  const first = named('a', '1', factor(1, 1, 'one'));
  const second = named('b', '1', factor(1, 1, 'two'));
  const again = named('c', '1', factor(1, 1, 'one'));
  const also = named('d', '1', factor(1, 1, 'two'));
  const step = (times: Step['times'], over: Step['over']) => ({ times, over }) as Step;
  const account = { steps: [step([first, again], [second]), step([again], [also, again])] };
  expect([...factorsOf(account as unknown as Account)]).toEqual([
    ['one', first],
    ['two', second],
  ]);
});

test('a range is its ends times the value', () => {
  expect(withSpread(10, spreadOf({}))).toEqual({ value: 10, low: 5, high: 20 });
});
