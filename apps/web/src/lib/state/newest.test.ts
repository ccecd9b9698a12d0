import { expect, test } from 'vitest';
import { newest } from './newest.ts';

test('a hundred steps are held, of long projects fewer, and always one to go back to', () => {
  const short = Array.from({ length: 130 }, (_, at) => `step ${at}`);
  expect(newest(short)).toEqual(short.slice(-100));
  expect(newest(short.slice(0, 3))).toEqual(short.slice(0, 3));
  const long = (letter: string) => letter.repeat(12_000_000);
  const [a, b, c] = [long('a'), long('b'), long('c')];
  expect(newest([a, b, c]).map(([letter]) => letter)).toEqual(['b', 'c']);
  const huge = [`${a}${a}${a}`, `${b}${b}${b}`, `${c}${c}${c}`];
  expect(newest(huge).map(([letter]) => letter)).toEqual(['b', 'c']);
});
