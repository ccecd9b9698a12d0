import { expect, test } from 'vitest';
import { fit, padded } from './fit.ts';

test.each([
  ['short', 20, 'short'],
  ['no terminal, as long as it is', null, 'no terminal, as long as it is'],
  ['one two three four five', 10, 'one two\n  three\n  four\n  five'],
  ['    four spaces in', 12, '    four\n      spaces\n      in'],
  ['https://example.com/a', 10, 'https://\n  example.\n  com/a'],
  ['漢字漢字漢字', 8, '漢字漢\n  字漢字'],
  ['a\n\nb', 3, 'a\n\nb'],
])('%j in %j columns', (text, columns, shown) => expect(fit(text, columns)).toBe(shown));

test('a style goes on below, and ends at each line', () => {
  expect(fit('\u001b[1mone two three\u001b[22m', 9)).toBe(
    '\u001b[1mone two\u001b[22m\n  \u001b[1mthree\u001b[22m',
  );
});

test('padding counts display columns', () => {
  expect(padded('漢', 4)).toBe('漢  ');
  expect(padded('long', 2)).toBe('long');
});
