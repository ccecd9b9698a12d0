import { expect, test } from 'vitest';
import { latex, markdown, plain, xml } from './escape.ts';

test('every sign of LaTeX means itself', () => {
  expect(latex('\\ { } % _ & # $ ~ ^')).toBe(
    '\\textbackslash{} \\{ \\} \\% \\_ \\& \\# \\$ \\textasciitilde{} \\textasciicircum{}',
  );
});

test('letters with marks stay, composed; what pdfLaTeX has no letter for becomes a question mark', () => {
  expect(latex('Montre\u0301al – “œuvre”')).toBe('Montréal – “œuvre”');
  expect(latex('a\u{1F600}b ÷ 日\n')).toBe('a?b / ??');
});

test('every sign of Markdown means itself, and a text stays in its line', () => {
  expect(markdown('\\ ` * _ { } [ ] < > # | ~')).toBe(
    '\\\\ \\` \\* \\_ \\{ \\} \\[ \\] \\< \\> \\# \\| \\~',
  );
  expect(markdown('a\n\tb')).toBe('a b');
});

test('XML: signs by their names, control characters left out', () => {
  expect(xml('<a href="x">&amp;</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;');
  expect(xml('a\u0000b\u001fc\td\n')).toBe('abc\td\n');
});

test.each([plain, markdown])('%o leaves out what would steer a terminal or turn letters', (as) => {
  expect(as('a\u001b[31mb\u0007\u009b\u202ec\u2066 d\r\n\te')).toBe(as('a[31mbc d e'));
  expect(as('a\u001bb')).toBe('ab');
});
