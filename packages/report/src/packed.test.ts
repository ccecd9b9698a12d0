import { expect, test } from 'vitest';
import { packed, unpacked } from './packed.ts';

test('what is packed is read again, in letters that any text takes', () => {
  for (const value of [null, 0, 'é\u{1F600}', { a: [1, { b: false }] }]) {
    expect(packed(value)).toMatch(/^[\w-]+$/);
    expect(unpacked(packed(value))).toEqual(value);
  }
});

test('bytes whose letters would be + and / are - and _', () => {
  const texts = Array.from({ length: 200 }, (_, at) => `${Math.sqrt(at)} ${Math.cos(at)}é`);
  expect(texts.map(packed).join('')).toMatch(/-.*_|_.*-/);
  expect(texts.map((text) => unpacked(packed(text)))).toEqual(texts);
});

test('a repeated text takes few letters', () => {
  expect(packed('the same words '.repeat(1000)).length).toBeLessThan(200);
});

test('what nobody packed is null', () => {
  expect(unpacked('')).toBeNull();
  expect(unpacked('not packed')).toBeNull();
  expect(unpacked(packed({ a: 1 }).slice(0, -3))).toBeNull();
});

test('two million bytes are read, more are not ours', () => {
  const most = 2_000_000 - '""'.length;
  expect(unpacked(packed('a'.repeat(most)))).toHaveLength(most);
  expect(unpacked(packed('a'.repeat(most + 1)))).toBeNull();
});
