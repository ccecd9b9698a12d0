import { expect, test } from 'vitest';
import { words as english } from '../../text/en/class-sheet.ts';
import { words as french } from '../../text/fr/class-sheet.ts';
import { EXAMPLE } from './example.ts';

test('the answers are what the questions ask, by hand', () => {
  expect(EXAMPLE.energyKwh).toBeCloseTo(320, 9);
  expect(EXAMPLE.withPueKwh).toBeCloseTo(352, 9);
  expect(EXAMPLE.highKg).toBeCloseTo(140.8, 9);
  expect(EXAMPLE.lowKg).toBeCloseTo(10.56, 9);
  expect(EXAMPLE.answers).toBeCloseTo(1e8, 3);
});

test('the questions say these numbers in both languages, and each has an answer', () => {
  for (const { questions, answer } of [english, french]) {
    expect(questions).toHaveLength(Object.keys(answer).length);
    expect(questions[2]).toMatch(/400 W.*100 .*1[.,]1/);
    expect(questions[3]).toMatch(/400 .*30/);
    expect(questions[7]).toMatch(/50[, \u202f\u00a0]000 kWh.*0[.,]5 Wh/);
  }
});
