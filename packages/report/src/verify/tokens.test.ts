import { expect, test } from 'vitest';
import { lineOf, type Markup, tokensOf } from './tokens.ts';

const words = (text: string, markup: Markup = 'plain') =>
  tokensOf(text, markup).list.map(({ text: word }) => word);

test('words, numbers and signs; no punctuation', () => {
  expect(words('Of 16,020.5 kWh (75 %), 1.5e-7 t; sha256-0af < 3, ≤ 4, ‰.')).toEqual(
    'Of 16020.5 kWh 75 % 1.5e-7 t sha256-0af < 3 ≤ 4 ‰'.split(' '),
  );
});

test('a sign before a number is one, a hyphen or a dash between things is none', () => {
  expect(words('-3 and −4')).toEqual(['-', '3', 'and', '−', '4']);
  expect(words('pre-2020 1-3 1–3')).toEqual(['pre', '2020', '1', '3', '1', '3']);
});

test('only thousands are grouped', () => {
  expect(words('1,234,567 1,2345 12,34 1234 0123')).toEqual(
    '1234567 1,2345 12,34 1234 0123'.split(' '),
  );
});

test('where each stands, and whether it is a number', () => {
  expect(tokensOf('a 12 kg', 'plain').list).toEqual([
    { text: 'a', isNumber: false, from: 0, to: 1 },
    { text: '12', isNumber: true, from: 2, to: 4 },
    { text: 'kg', isNumber: false, from: 5, to: 7 },
  ]);
});

test('a line of provenance is no word; what stands before it is counted', () => {
  const { list, marks } = tokensOf('a b ml-emissions:1:x-y_z c ml-emissions:1:q', 'plain');
  expect(list.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  expect(marks).toEqual([2, 3]);
});

test('the line of a token, from 1', () => {
  const tokens = tokensOf('a\nb c\n\nd', 'plain');
  expect(tokens.list.map((token) => lineOf(tokens, token))).toEqual([1, 2, 2, 4]);
});

test('Markdown: quotes, links, tags, comments and escapes are markup', () => {
  expect(words('> *a* [b](http://c.example/1) <br class="x"> d\\_e &lt; 3', 'markdown')).toEqual(
    'a b d e < 3'.split(' '),
  );
  expect(words('a <!-- hidden 3 --> b', 'markdown')).toEqual(['a', 'b']);
});

test('a comment hides words, not its line of provenance, and keeps the lines', () => {
  const tokens = tokensOf('a\n<!-- x\nml-emissions:1:q -->\nb', 'markdown');
  expect(tokens.marks).toEqual([1]);
  expect(tokens.list.map((token) => lineOf(tokens, token))).toEqual([1, 4]);
});

test('TeX: commands, comments and spaces are markup, units are words', () => {
  expect(words('\\textbf{a} 16{,}020~kWh 1\\,234 75\\,\\% % hidden 5', 'tex')).toEqual(
    'a 16020 kWh 1234 75 %'.split(' '),
  );
  expect(
    words('\\qty{5}{\\kilo\\watt\\hour} \\answerYes{} \\answerNo{} \\answerNA{}', 'tex'),
  ).toEqual('5 kWh Yes No NA'.split(' '));
  expect(words('\\begin{tabular}{lrr}a\\end{tabular} \\begin{table}[tp] b', 'tex')).toEqual([
    'a',
    'b',
  ]);
});

test('JSON: escapes as others write them, lists with and without spaces', () => {
  expect(words('{"a":"\\u00e9\\n\\"b\\"","c":[1,2]}', 'json')).toEqual('a é b c 1 2'.split(' '));
});

test('XML: letters by their names and numbers; what is none stays', () => {
  expect(words('&lt; 3 &#65; &#x42; &AMP; &nbsp;', 'xml')).toEqual(['<', '3', 'A', 'B']);
  expect(words('&#x110000; &unknown;', 'xml')).toEqual(['x', '110000', 'unknown']);
  expect(words('&#x10ffff;', 'xml')).toEqual([]);
});
