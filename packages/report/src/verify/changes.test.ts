import { describe, expect, test } from 'vitest';
import { type Change, changesAlong, changesBack, changesOfParts } from './differences.ts';
import { type Token, tokensOf } from './tokens.ts';

const listOf = (text: string) => tokensOf(text, 'plain').list;
const words = (list: readonly Token[]) => list.map(({ text }) => text).join(' ');
const said = (changes: readonly Change[]) =>
  changes.map(({ should, stands, at }) => [words(should), words(stands), at]);

/** Words that no text has twice: `wa wb wc …`, after a first letter of their own. */
const run = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => first + String.fromCharCode(97 + at)).join(' ');

describe('along a text', () => {
  const along = (should: string, stands: string, at = 0) =>
    said(changesAlong(listOf(should), listOf(stands), at));

  test('three equal words make both agree again, two do not', () => {
    expect(along('a b c d e f', 'a x c d e f')).toEqual([['b', 'x', 1]]);
    expect(along('a b c d e f g', 'a x c d y f g')).toEqual([['b c d e', 'x c d y', 1]]);
    // At the end there are no three any more.
    expect(along('a b c', 'a x c')).toEqual([['b', 'x', 1]]);
  });

  test('a word for a word before words more or less', () => {
    expect(along('a b c d e', 'a x c d e')).toEqual([['b', 'x', 1]]);
    expect(along('a b c d e', 'a x y d e')).toEqual([['b c', 'x y', 1]]);
    expect(along('a b c d e f', 'a x y z d e f')).toEqual([['b c', 'x y z', 1]]);
    expect(along('a b c d e f g', 'a x e f g')).toEqual([['b c d', 'x', 1]]);
  });

  test('what is cut off at the end is missing, and what is put behind is none of it', () => {
    expect(along('a b c d e f', 'a b c')).toEqual([['d e f', '', 3]]);
    expect(along('a b c', 'a b x and then more')).toEqual([['c', 'x', 2]]);
    expect(along('a b c', 'x b c', 7)).toEqual([['a', 'x', 7]]);
  });

  test('a number is no word, and a figure is compared to the digit', () => {
    expect(along('the 5 of it', 'the 5.0 of it')).toEqual([['5', '5.0', 1]]);
    expect(along('the 5e3 of it', 'the 5000 of it')).toEqual([]);
    expect(along('a Model of it', 'a MODEL of it')).toEqual([]);
    expect(along('a Mod of it', 'a MOD of it')).toEqual([['Mod', 'MOD', 1]]);
  });
});

test('backwards: a word more, a word less, and where each stands', () => {
  const back = (should: string, stands: string) =>
    said(changesBack(listOf(should), listOf(stands)));
  expect(back('a b c d e f', 'before it a b c x d e f')).toEqual([['', 'x', 5]]);
  expect(back('a b c d e f', 'before it a b d e f')).toEqual([['c', '', 4]]);
  expect(back('a b c d e f', 'before it a b c d e')).toEqual([['f', '', 7]]);
});

describe('sentences in a document', () => {
  const inText = (parts: readonly string[], text: string, stretch: object = {}) => {
    const list = listOf(text);
    const whole = { from: 0, mark: list.length, to: list.length, ...stretch };
    return said(changesOfParts(parts.map(listOf), list, whole));
  };
  const TEN = run('w', 10);
  const [first4, first5] = [TEN.split(' ').slice(0, 4), TEN.split(' ').slice(0, 5)];

  test('of which four of ten words are left is missing, five are a change', () => {
    expect(inText([TEN], `${first4.join(' ')} ${run('x', 6)}`)).toEqual([[TEN, '', null]]);
    const [[should, , at] = []] = inText([TEN], `${first5.join(' ')} ${run('x', 5)}`);
    expect(should).toBe(TEN.split(' ').slice(5).join(' '));
    expect(at).toBe(5);
  });

  test('a word that a sentence has once counts once', () => {
    expect(inText([TEN], 'wa wa wa wa wa wa wa wa wa wa')).toEqual([[TEN, '', null]]);
    const twice = 'wa wa wb wb wc';
    expect(inText([twice], 'wa wa wb wb x')).toEqual([['wc', 'x', 4]]);
  });

  test('words far apart are not together', () => {
    const apart = first5.join(` ${run('x', 10)} `);
    expect(inText([TEN], apart)).toEqual([[TEN, '', null]]);
  });

  test('a changed sentence is held against where it is least changed', () => {
    const text = `${run('b', 12)} ${TEN.replace('wc', 'zz')} ${run('c', 12)}`;
    expect(inText([TEN], text)).toEqual([['wc', 'zz', 14]]);
    // What stands before a sentence is none of it.
    expect(inText([TEN], `${run('b', 12)} ${TEN.replace('wa', 'zz')}`)).toEqual([['wa', '', 13]]);
    expect(inText([TEN], `${run('b', 12)} ${TEN.replace('wj', 'zz')}`)).toEqual([['wj', 'zz', 21]]);
  });

  test('between the sentences before and after it, where those stand', () => {
    const [before, after] = [run('b', 5), run('c', 5)];
    const wrong = TEN.replace('we', 'zz');
    const parts = [before, TEN, after];
    // The same sentence stands outside of them too, less changed.
    const worse = TEN.replace('we', 'zz').replace('wh', 'yy');
    expect(inText(parts, `${wrong} ${before} ${worse} ${after}`)).toEqual([
      ['we wf wg wh', 'zz wf wg yy', 19],
    ]);
    expect(inText(parts, `${before} ${worse} ${after} ${wrong}`)).toEqual([
      ['we wf wg wh', 'zz wf wg yy', 9],
    ]);
  });

  test('the first and the last words of a stretch are in it, others are not', () => {
    const [five, other] = [run('w', 5), run('o', 5)];
    const text = `${five} ${other} ${five.replace('wc', 'zz')}`;
    expect(inText([five], text, { from: 0, mark: 5 })).toEqual([]);
    expect(inText([five], text, { from: 1, mark: 10, to: 10 })).toEqual([['wa', '', 1]]);
    expect(inText([five], text, { from: 5, mark: 15 })).toEqual([['wc', 'zz', 12]]);
    expect(inText([other], text, { from: 5, mark: 5, to: 10 })).toEqual([]);
    expect(inText([other], text, { from: 5, mark: 5, to: 9 })[0]).not.toBeUndefined();
    expect(inText([other], text, { from: 6, mark: 15 })[0]).not.toBeUndefined();
  });

  test('with three words a sentence is known whatever its figures, with two it is not', () => {
    expect(inText(['aa bb cc 5'], 'aa bb cc 7')).toEqual([['5', '7', 3]]);
    // Two words and a figure: the figure has to be the same, or it is looked for by its words.
    expect(inText(['aa bb 5'], 'aa bb 7 then aa bb 5 then aa bb 9')).toEqual([]);
    expect(inText(['aa bb cc 5'], 'aa bb cc 5 then aa bb cc 9')).toEqual([['5', '9', 8]]);
  });

  test('a figure stands where a figure should, and no word', () => {
    expect(inText(['aa bb cc 5'], 'aa bb cc five')).toEqual([['5', 'five', 3]]);
  });
});
