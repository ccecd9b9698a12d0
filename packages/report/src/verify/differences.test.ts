import { expect, test } from 'vitest';
import {
  type Change,
  changesAlong,
  changesBack,
  changesOfParts,
  wordsAround,
} from './differences.ts';
import { tokensOf } from './tokens.ts';

const listOf = (text: string) => tokensOf(text, 'plain').list;
const said = (changes: readonly Change[]) =>
  changes.map(({ should, stands, at }) => [
    should.map(({ text }) => text).join(' '),
    stands.map(({ text }) => text).join(' '),
    at,
  ]);
const along = (should: string, stands: string, at = 0) =>
  said(changesAlong(listOf(should), listOf(stands), at));
const back = (should: string, stands: string) => said(changesBack(listOf(should), listOf(stands)));

const WORDS = 'one two three four five six seven eight nine ten';

test('the same words, whatever follows them', () => {
  expect(along(WORDS, WORDS)).toEqual([]);
  expect(along(WORDS, `${WORDS} and more`)).toEqual([]);
});

test('a word for a word, one too many, one too few', () => {
  expect(along(WORDS, WORDS.replace('three', 'drei'), 100)).toEqual([['three', 'drei', 102]]);
  expect(along(WORDS, WORDS.replace('three', 'three not'))).toEqual([['', 'not', 3]]);
  expect(along(WORDS, WORDS.replace('three ', ''))).toEqual([['three', '', 2]]);
});

test('changes that stand apart are told apart, those that do not together', () => {
  expect(along(WORDS, WORDS.replace('two', 'x').replace('nine', 'y'))).toEqual([
    ['two', 'x', 1],
    ['nine', 'y', 8],
  ]);
  expect(along(WORDS, WORDS.replace('two', 'x').replace('four', 'y'))).toEqual([
    ['two three four', 'x three y', 1],
  ]);
});

test('two words for one, and one for two', () => {
  expect(along(WORDS, WORDS.replace('four', 'x y'))).toEqual([['four', 'x y', 3]]);
  expect(along(WORDS, WORDS.replace('four five', 'x'))).toEqual([['four five', 'x', 3]]);
});

test('at the end, and where nothing follows', () => {
  expect(along(WORDS, WORDS.replace('ten', 'x'))).toEqual([['ten', 'x', 9]]);
  expect(along(WORDS, WORDS.replace(' ten', ''))).toEqual([['ten', '', 9]]);
  expect(along(WORDS, '')).toEqual([[WORDS, '', 0]]);
  expect(along('', WORDS)).toEqual([]);
});

/** So many words, none of them twice. */
const many = (count: number, first: string) =>
  Array.from(
    { length: count },
    (_, at) => first + at.toString(2).replaceAll('0', 'o').replaceAll('1', 'i'),
  ).join(' ');

test('four hundred words more are told as such, further off nothing is looked for', () => {
  const long = many(300, 'x');
  expect(along(long, `${many(400, 'y')} ${long}`)).toEqual([['', many(400, 'y'), 0]]);
  const [[should, stands] = []] = along(long, `${many(401, 'y')} ${long}`);
  expect(should).toBe(long);
  expect(stands).toBe(many(300, 'y'));
});

test('letters of headings may differ, those of units may not', () => {
  expect(along('Carbon Emitted here', 'CARBON emitted here')).toEqual([]);
  expect(along('3 MWh here now', '3 Mwh here now')).toEqual([['MWh', 'Mwh', 1]]);
  expect(along('3 Wh here now', '3 wh here now')).toEqual([['Wh', 'wh', 1]]);
  expect(along('3 kWh here now', '3 kwh here now')).toEqual([['kWh', 'kwh', 1]]);
});

test('powers of ten may be written otherwise, digits may not', () => {
  expect(along('1.5e22 FLOP in all', '15e21 FLOP in all')).toEqual([]);
  expect(along('1.50 FLOP in all', '1.5 FLOP in all')).toEqual([['1.50', '1.5', 0]]);
  expect(along('1.5e22 FLOP in all', '1.5e23 FLOP in all')).toEqual([['1.5e22', '1.5e23', 0]]);
  expect(along('2 of them all', 'two of them all')).toEqual([['2', 'two', 0]]);
});

test('backwards from the end: what stands before is none of it', () => {
  expect(back(WORDS, `and more ${WORDS}`)).toEqual([]);
  expect(back(WORDS, `and more ${WORDS.replace('three', 'drei')}`)).toEqual([['three', 'drei', 4]]);
  expect(back(WORDS, WORDS.replace('two', 'x y').replace('nine', 'z'))).toEqual([
    ['two', 'x y', 1],
    ['nine', 'z', 9],
  ]);
});

const PARTS = [
  'The work ran on 8 chips.',
  'It took 500 kWh of electricity.',
  'The operational emissions are 240 kg.',
];
const partsIn = (text: string, parts = PARTS, from = 0, mark?: number, to?: number) => {
  const list = listOf(text);
  return said(
    changesOfParts(parts.map(listOf), list, {
      from,
      mark: mark ?? list.length,
      to: to ?? list.length,
    }),
  );
};

test('sentences hold with others between and around them', () => {
  expect(partsIn(PARTS.join(' '))).toEqual([]);
  expect(partsIn(`Before. ${PARTS[0]} Between 3 of them. ${PARTS[1]} ${PARTS[2]} After.`)).toEqual(
    [],
  );
});

test('a figure that differs is found in its place', () => {
  expect(partsIn(`Before. ${PARTS.join(' ').replace('500', '400')}`)).toEqual([['500', '400', 9]]);
});

test('a sentence that is gone stands nowhere', () => {
  expect(partsIn(`${PARTS[0]} ${PARTS[2]}`)).toEqual([
    ['It took 500 kWh of electricity', '', null],
  ]);
  expect(partsIn(`${PARTS[1]} ${PARTS[2]}`)).toEqual([['The work ran on 8 chips', '', null]]);
  expect(partsIn(`${PARTS[0]} ${PARTS[1]}`)).toEqual([
    ['The operational emissions are 240 kg', '', null],
  ]);
});

test('a sentence in other words is held against what is most like it', () => {
  expect(
    partsIn(`${PARTS[0]} Well, we used 500 kWh of electricity. ${PARTS[2]}`).map(
      ([should]) => should,
    ),
  ).toEqual(['It took']);
});

test('of two places the one nearest before the next sentence counts', () => {
  const wrong = 'It took 900 kWh of electricity.';
  expect(partsIn(`${PARTS[0]} ${PARTS[1]} ${wrong} ${PARTS[2]}`)).toEqual([['500', '900', 14]]);
  expect(partsIn(`${PARTS[0]} ${wrong} ${PARTS[1]} ${PARTS[2]}`)).toEqual([]);
});

test('a sentence that stands after its place is found there', () => {
  expect(partsIn(`${PARTS[0]} ${PARTS[2]} ${PARTS[1]}`)).toEqual([]);
  expect(partsIn(`${PARTS[2]} ${PARTS[0]} ${PARTS[1]}`.replace('8', '9'))).toEqual([
    ['8', '9', 10],
  ]);
});

test('nothing is looked for outside of a stretch', () => {
  const text = `${PARTS[1]} And now. ${PARTS[1]}`;
  expect(partsIn(text, [PARTS[1] ?? ''], 7)).toEqual([]);
  expect(partsIn(text, [PARTS[1] ?? ''], 0, 6, 8)).toEqual([]);
  const [[should] = []] = partsIn(text, [PARTS[1] ?? ''], 3, 8, 8);
  expect(should).not.toBeUndefined();
});

test('two words are known again only with their figures', () => {
  expect(partsIn('Total kWh 5', ['Total kWh 5'])).toEqual([]);
  expect(partsIn('Total kWh 5 and then Total kWh 7', ['Total kWh 5'])).toEqual([]);
  expect(partsIn('Total energy kWh 5 and Total energy kWh 7', ['Total energy kWh 5'])).toEqual([
    ['5', '7', 8],
  ]);
});

test('words around a place, as they stand in the text', () => {
  const tokens = tokensOf('one, two;\n three (four) five.', 'plain');
  expect(wordsAround(tokens, 2, 1, 1)).toBe('two; three (four');
  expect(wordsAround(tokens, 0, 1, 3)).toBe('one, two; three (four');
  expect(wordsAround(tokens, 4, 1, 1)).toBe('four) five');
  expect(wordsAround(tokens, 1, 2, 0)).toBe('two; three');
  expect(wordsAround(tokens, 5, 0, 0)).toBe('');
  expect(wordsAround(tokensOf('', 'plain'), 0, 1, 1)).toBe('');
});
