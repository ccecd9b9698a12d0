import { describe, expect, test } from 'vitest';
import { outlineOf } from './outline.ts';

const RUN = {
  name: 'a',
  hardware: [{ accelerator: 'T4', count: 8, powerW: 60 }],
  hours: 3,
  start: '2024-03-01T10:00:00Z',
  place: { country: 'FR' },
};
const keyOf = (more: object) => outlineOf({ ...RUN, ...more })?.key;

test('quantities are told apart from the rest, by where they stand', () => {
  const { numbers, pointers, name, start, end } = outlineOf(RUN) ?? {};
  expect(pointers).toEqual(['/hardware/0/count', '/hardware/0/powerW', '/hours']);
  expect(numbers).toEqual([8, 60, 3]);
  expect([name, start, end]).toEqual(['a', '2024-03-01T10:00:00Z', null]);
});

describe('the key is the same for', () => {
  test.each([
    ['another time', { hours: 4 }],
    ['another name', { name: 'b' }],
    ['other counts', { hardware: [{ accelerator: 'T4', count: 2, powerW: 61.5 }] }],
    ['another day of the year', { start: '2024-09-09' }],
  ])('%s', (_, more) => {
    expect(keyOf(more)).toBe(keyOf({}));
  });

  test('another model, or more of the unit that the run made', () => {
    const of = (name: string, tokens: number, count: number) =>
      keyOf({ model: { name, tokens, parameters: 7e9 }, functionalUnit: { name: 'token', count } });
    expect(of('x', 1e9, 5)).toBe(of('y', 2e9, 6));
  });
});

describe('the key is another for', () => {
  test.each([
    ['another place', { place: { country: 'DE' } }],
    ['another chip', { hardware: [{ accelerator: 'L4', count: 8, powerW: 60 }] }],
    ['a field more', { repeats: 2 }],
    ['a field that says nothing', { pue: null }],
    ['another year', { start: '2023-03-01T10:00:00Z' }],
    ['a time as text', { hours: '3' }],
    ['a time with its range', { hours: { value: 3, low: 2, high: 4 } }],
    ['a time beyond its bounds', { hours: 1e11 }],
    ['no time at all', { hours: 0 }],
    ['a negative time', { hours: -1 }],
    ['a share above one', { hardware: [{ accelerator: 'T4', count: 8, utilisation: 1.5 }] }],
    ['a date that does not exist', { start: '2024-02-31' }],
    ['a name that is too long', { name: 'x'.repeat(1001) }],
    ['parameters of the model', { model: { parameters: 7e9 } }],
  ])('%s', (_, more) => {
    expect(keyOf(more)).not.toBe(keyOf({}));
  });

  test('two texts that would read alike side by side', () => {
    const one = { place: { provider: 'a,1:b', region: 'c' } };
    const other = { place: { provider: 'a', region: '1:b,1:c' } };
    expect(keyOf(one)).not.toBe(keyOf(other));
    expect(keyOf({ place: 'null' })).not.toBe(keyOf({ place: null }));
    expect(keyOf({ pue: 1 })).not.toBe(keyOf({ pue: '1' }));
    expect(keyOf({ pue: Number.NaN })).not.toBe(keyOf({ pue: null }));
    expect(keyOf({ hours: '#' })).not.toBe(keyOf({}));
  });
});

test.each([
  ['no object', 'a run'],
  ['a list', [RUN]],
  ['nothing', null],
  ['an object of a class', new Date()],
  ['a field that no run has', { ...RUN, hourz: 3 }],
  ['a field that no place has', { ...RUN, place: { country: 'FR', town: 'Paris' } }],
  ['a field that is not there and yet is', { ...RUN, pue: undefined }],
  ['a function', { ...RUN, pue: () => 1 }],
  ['what no JSON holds', { ...RUN, pue: 1n }],
  ['more kinds of chip than a run has', { ...RUN, hardware: Array(9).fill({ accelerator: 'T4' }) }],
])('%s has no outline', (_, written) => {
  expect(outlineOf(written)).toBeNull();
});

test('what contains itself has none', () => {
  const loop: Record<string, unknown> = { ...RUN };
  loop.place = loop;
  expect(outlineOf(loop)).toBeNull();
});
