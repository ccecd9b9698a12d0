import { expect, test } from 'vitest';
import { words as english } from '../text/en/lessons.ts';
import { words as french } from '../text/fr/lessons.ts';
import { choiceOf, ENDS } from './right.ts';

test('a value belongs to a choice, whether these go up or down', () => {
  expect([2.1, 5, 9, 39.5].map((times) => choiceOf(times, ENDS.space))).toEqual([0, 1, 2, 3]);
  expect([1, 0.68, 0.3].map((share) => choiceOf(share, ENDS.machine))).toEqual([0, 1, 2]);
  expect(choiceOf(27.9, ENDS.methane)).toBe(2);
});

test('in both languages a question has one choice more than ends between them', () => {
  for (const { asked, gases, world, offsets } of [english, french]) {
    const choices: Readonly<Record<string, readonly string[]>> = {
      ...Object.fromEntries(Object.entries(asked).map(([id, one]) => [id, one.choices])),
      methane: gases.choices,
      centres: world.choices,
      credits: offsets.credits.choices,
      matched: offsets.hourly.choices,
    };
    for (const [id, ends] of Object.entries(ENDS)) {
      expect(choices[id], id).toHaveLength(ends.length + 1);
    }
  }
});
