import { expect, test } from 'vitest';
import { told } from './language.ts';

test('a sentence is told as the result says it', () => {
  expect(told({ code: 'run-is-of-now' }, 'time x 0.135')).toBe('time × 0.135');
  expect(told({ code: 'run-is-of-now' }, 'as the result says it')).toBe('as the result says it');
});
