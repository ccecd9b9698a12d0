import { describe, expect, test } from 'vitest';
import { words as english } from '../text/en/method.ts';
import { words as french } from '../text/fr/method.ts';
import { kindsOf } from './kinds.ts';
import { rowName } from './row-name.ts';
import data from './validation.json';

describe.each([
  ['English', english],
  ['French', french],
])('in %s', (_, words) => {
  const missing = (names: readonly string[], parts: object) =>
    names.flatMap((name) => name.split(', ')).filter((part) => !(part in parts));

  test('every row of the validation has a name', () => {
    const names = [...data.meters, ...data.classes].map(({ name }) => name);
    expect(names.length).toBeGreaterThan(50);
    expect(missing(names, words.rows)).toEqual([]);
    const scores = data.use.scores.map(({ name }) => name);
    expect(missing(scores, words.use.rows)).toEqual([]);
  });

  test('no name is too long for the chart on a phone', () => {
    const names = kindsOf([...data.meters, ...data.classes]).map(
      ({ name, runs }) => `${rowName(name, words.rows)} (${runs})`,
    );
    expect(names.filter(({ length }) => length > 46)).toEqual([]);
  });

  test('what is told has a name', () => {
    expect(data.classes.filter(({ told }) => !(told in words.told))).toEqual([]);
  });
});

test('names are told part by part', () => {
  expect(rowName('vision-inference, cpu', french.rows)).toBe('vision en service, CPU');
});
