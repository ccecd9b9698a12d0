import { expect, test } from 'vitest';
import { idsFirst, nameIndex, wordsFirst } from './name-index.ts';

/** Made afresh for each question: what an index keeps is part of it. */
const index = () =>
  nameIndex(
    [
      ['nvidia-a100-sxm4-80gb', 'NVIDIA A100 SXM4 80GB', ['A100-SXM4-80GB', 'A100']],
      ['nvidia-a100-pcie-80gb', 'NVIDIA A100 PCIe 80GB', ['A100']],
      ['nvidia-v100-sxm2-16gb', 'NVIDIA V100 SXM2 16GB', ['Tesla V100-SXM2-16GB', 'V100']],
      ['amd-mi250x', 'AMD Instinct MI250X', ['MI250X']],
    ].map(([id, label, names]) => ({
      item: id,
      id: id as string,
      label: label as string,
      names: names as string[],
    })),
  );

test.each([
  ['nvidia-a100-sxm4-80gb', ['nvidia-a100-sxm4-80gb']],
  ['a100-80gb-sxm', ['nvidia-a100-sxm4-80gb']],
  ['A100 SXM4 80 GB', ['nvidia-a100-sxm4-80gb']],
  ['80gb a100 sxm4 nvidia', ['nvidia-a100-sxm4-80gb']],
  ['NVIDIA A100 80GB PCIe', ['nvidia-a100-pcie-80gb']],
  ['tesla v100-sxm2-16gb', ['nvidia-v100-sxm2-16gb']],
  ['a100', ['nvidia-a100-sxm4-80gb', 'nvidia-a100-pcie-80gb']],
  ['NVIDIA Tesla V100-SXM2-16GB GPU', ['nvidia-v100-sxm2-16gb']],
  ['the AMD MI250X', ['amd-mi250x']],
  ['v10', []],
  ['', []],
  ['???', []],
  ['__proto__', []],
])('%s', (text, ids) => {
  expect(index().match(text)).toEqual(ids);
});

test('the nearest name to a slip of the finger comes first', () => {
  expect(index().nearest('v10', 3)[0]).toBe('NVIDIA V100 SXM2 16GB');
  expect(index().nearest('mi250', 3)[0]).toBe('AMD Instinct MI250X');
});

test('of names as near by their letters, the one that shares most of the words comes first', () => {
  expect(index().nearest('a100 80gb sxm5', 2)).toEqual([
    'NVIDIA A100 SXM4 80GB',
    'NVIDIA A100 PCIe 80GB',
  ]);
});

test('nothing is near to a text that has nothing in common with any name', () => {
  expect(index().nearest('qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq', 3)).toEqual([]);
});

test('search follows typing: every word begun must begin some word', () => {
  expect(index().search('a1', 10)).toEqual(['nvidia-a100-sxm4-80gb', 'nvidia-a100-pcie-80gb']);
  expect(index().search('a100 pc', 10)).toEqual(['nvidia-a100-pcie-80gb']);
  expect(index().search('', 2)).toHaveLength(2);
  expect(index().search('zzz', 10)).toEqual([]);
  // On the way to a word that tells nothing.
  expect(index().search('a100 pcie gp', 10)).toEqual(index().search('a100 pcie gpu', 10));
  expect(index().search('zzz gp', 10)).toEqual([]);
  expect(index().search('gp', 10)).toEqual([]);
  expect(index().search('a100 zz', 10)).toEqual([]);
});

const fruits = () =>
  nameIndex(
    (
      [
        ['1', 'Red Apple 1', ['Cox', 'Apfel']],
        ['2', 'Green Pear', ['Cox', 'Birne2024']],
        ['3', 'Red Pear', ['Abate']],
      ] as const
    ).map(([id, label, names]) => ({ item: `#${id}`, id, label, names })),
  );

test('an id is found as it stands, and nothing else by it', () => {
  expect(fruits().byId('1')).toBe('#1');
  expect(fruits().byId('Cox')).toBeUndefined();
  expect(fruits().exact('1')).toEqual(['#1']);
});

test('exact: whatever its case, else by the same words; each item once', () => {
  expect(fruits().exact('cox')).toEqual(['#1', '#2']);
  expect(fruits().exact('pear, green')).toEqual(['#2']);
  expect(fruits().exact('red')).toEqual([]);
  expect(fruits().exact('Abate (of 2024)')).toEqual([]);
});

test('named: without asides and words about it too', () => {
  expect(fruits().named('Abate (of 2024)')).toEqual(['#3']);
  expect(fruits().named('pear red cluster')).toEqual(['#3']);
  expect(fruits().named('red')).toEqual([]);
  expect(fruits().named('(Abate)')).toEqual(['#3']);
  expect(fruits().named('(of 2024)')).toEqual([]);
  expect(fruits().named('Cox (of 2024)')).toEqual(['#1', '#2']);
});

test('match: all that have every word, in their order', () => {
  expect(fruits().match('pear')).toEqual(['#2', '#3']);
  expect(fruits().match('red cox')).toEqual(['#1']);
  expect(fruits().match('abate pear')).toEqual(['#3']);
  expect(fruits().match('abate apfel')).toEqual([]);
  expect(fruits().match('cox pear')).toEqual(['#2']);
});

test('a word of three letters or more may leave its number out', () => {
  expect(fruits().match('birne')).toEqual(['#2']);
  expect(fruits().match('red birne')).toEqual([]);
  expect(fruits().match('green birne')).toEqual(['#2']);
  expect(fruits().match('birn')).toEqual([]);
  expect(fruits().match('birne2')).toEqual([]);
});

test('nearest: best first, at most so many, none that shares too little', () => {
  expect(fruits().nearest('green peer', 3)[0]).toBe('Green Pear');
  expect(fruits().nearest('red', 3)).toEqual(['Red Pear', 'Red Apple 1']);
  expect(fruits().nearest('red', 1)).toEqual(['Red Pear']);
  expect(fruits().nearest('', 3)).toEqual([]);
  expect(fruits().nearest('abate', 3)).toEqual(['Red Pear']);
  // Two of five letters are others: 0.4, and no word is shared.
  expect(fruits().nearest('abxxe', 3)).toEqual(['Red Pear']);
  expect(fruits().nearest('axxxx', 3)).toEqual([]);
});

test('only the first sixty letters of a text count', () => {
  expect(fruits().nearest(`abate${' '.repeat(60)}zzzz`, 3)).toEqual(['Red Pear']);
});

test('a name that a text goes on from is twice as near', () => {
  // Eight letters more on five: 8/13 / 2 = 0.31; as many others: 8/13 = 0.62.
  expect(fruits().nearest('abatexxxxxxxx', 3)).toEqual(['Red Pear']);
  expect(fruits().nearest('abatexxxxxxxxxxxxxxxxxxxxxx', 3)).toEqual(['Red Pear']);
});

test('search: whole words before those begun, a whole name first, one name before several', () => {
  expect(fruits().search('', 2)).toEqual(['#1', '#2']);
  expect(fruits().search('pear', 3)).toEqual(['#2', '#3']);
  expect(fruits().search('pear', 1)).toEqual(['#2']);
  expect(fruits().search('red p', 3)).toEqual(['#3']);
  expect(fruits().search('a', 3)).toEqual(['#1', '#3']);
  expect(fruits().search('abate', 3)).toEqual(['#3']);
  const cox = nameIndex([
    { item: 'begun', id: 'a', label: 'Coxes', names: [] },
    { item: 'alias', id: 'b', label: 'Other', names: ['Cox old'] },
    { item: 'label', id: 'c', label: 'Cox new', names: [] },
    { item: 'whole', id: 'd', label: 'Third', names: ['cox'] },
  ]);
  expect(cox.search('cox', 4)).toEqual(['whole', 'label', 'alias', 'begun']);
});

test('what is on its way to a word that tells nothing is left out, with others before it', () => {
  expect(fruits().search('pear gp', 3)).toEqual(['#2', '#3']);
  expect(fruits().search('gp', 3)).toEqual([]);
  expect(fruits().search('pear zz', 3)).toEqual([]);
});

const named = (...list: readonly (readonly [label: string, ...names: string[]])[]) =>
  nameIndex(list.map(([label, ...names], at) => ({ item: label, id: `id-${at}`, label, names })));

test('a name as it stands comes before the same words in another order, brackets or not', () => {
  const pears = named(['One', 'Green Pear'], ['Two', 'Pear Green'], ['Three', 'Pear Green Late']);
  expect(pears.exact('pear green')).toEqual(['Two']);
  expect(pears.named('pear green (of 2024)')).toEqual(['Two']);
  expect(pears.match('Pear Green')).toEqual(['Two']);
  expect(pears.match('green pear late')).toEqual(['Three']);
});

test('a word begun stands for no word, also where it is one elsewhere', () => {
  const woods = named(['Oak Green'], ['Gree One'], ['Gree Two']);
  expect(woods.match('oak gree')).toEqual([]);
  expect(woods.match('gree')).toEqual(['Gree One', 'Gree Two']);
});

test('a number may be left out of any word of a text, the commoner of two too', () => {
  const cards = named(['Card sxm4 40gb'], ['Card sxm4 80gb'], ['Card pcie 80gb']);
  expect(cards.match('card sxm 80gb')).toEqual(['Card sxm4 80gb']);
  expect(cards.match('sxm')).toEqual(['Card sxm4 40gb', 'Card sxm4 80gb']);
});

test('one word of many in common makes no name near, and a text without words has none', () => {
  const others = 'qqqqqqqq wwwwwwww vvvvvv uuuuuu xxxxxx';
  expect(fruits().nearest(`red ${others}`, 3)).toEqual([]);
  expect(fruits().nearest('...', 3)).toEqual([]);
  expect(named(['..']).nearest('...', 3)).toEqual([]);
});

test('ids first: names are not looked through for what is an id, and found for all else', () => {
  let made = 0;
  const ids = new Map([
    ['1', '#1'],
    ['Cox', '#id'],
  ]);
  const found = idsFirst(
    (id) => ids.get(id),
    () => {
      made += 1;
      return fruits();
    },
  );
  for (const ask of [found.exact, found.named, found.match]) expect(ask('Cox')).toEqual(['#id']);
  expect(found.byId('1')).toBe('#1');
  expect(found.byId('Abate')).toBeUndefined();
  expect(made).toBe(0);
  expect(found.exact('cox')).toEqual(['#1', '#2']);
  expect(found.named('Abate (of 2024)')).toEqual(['#3']);
  expect(found.match('pear')).toEqual(['#2', '#3']);
  expect(found.nearest('red', 1)).toEqual(['Red Pear']);
  expect(found.search('red p', 3)).toEqual(['#3']);
  expect(made).toBe(1);
});

test('an index that looks for words first is built for what may be there alone', () => {
  let built = 0;
  const first = () =>
    wordsFirst(
      () => ['amd-mi250x', 'AMD Instinct MI250X', 'Câble 80 GB'],
      () => {
        built += 1;
        return index();
      },
    );
  const names = first();
  expect([names.exact('8xMI250X'), names.named('8xMI250X'), names.match('8xMI250X')]).toEqual([
    [],
    [],
    [],
  ]);
  expect(built).toBe(0);
  // A word without its number, brackets beside, accents and sizes are no reason to pass a name over.
  for (const text of ['mi250x', 'MI250', 'Instinct (of LUMI)', 'cable 80gb', 'AMD', ''])
    expect([text, first().match(text)]).toEqual([text, index().match(text)]);
  expect(built).toBe(6);
  expect(names.nearest('mi250', 1)).toEqual(index().nearest('mi250', 1));
  expect(names.byId('amd-mi250x')).toBe('amd-mi250x');
});
