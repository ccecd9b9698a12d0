import { expect, test } from 'vitest';
import { bareName, beginsNoise, plain, tellingWords, wordKey } from './words.ts';

test('lower case, no accents, no spaces around', () => {
  expect(plain('  A100 ')).toBe('a100');
  expect(plain(' São Paulo\u00a0')).toBe('sao paulo');
  expect(plain('Ⅳ')).toBe('iv');
});

test('words that tell one thing from another; a size is one word', () => {
  expect(tellingWords('NVIDIA A100-SXM4 80 GB')).toEqual(['a100', 'sxm4', '80gb']);
  expect(tellingWords('16 GiB, 40GiB 8 g')).toEqual(['16gb', '40gb', '8g']);
  expect(tellingWords('the Tesla GPU of Intel, AMD, Apple, Google Cloud')).toEqual(['of']);
});

test('where nothing else is said, the maker tells', () => {
  expect(tellingWords('Google Cloud')).toEqual(['google', 'cloud']);
  expect(tellingWords('?!')).toEqual([]);
});

test('a key is the same in any order and with any signs', () => {
  expect(wordKey('80gb_A100 (SXM4)')).toBe(wordKey('NVIDIA A100-SXM4-80 GB'));
  expect(wordKey('b a')).toBe('a b');
});

test('what may become a word that tells nothing', () => {
  expect(['g', 'gp', 'gpu', 'nvid', 'gpux', 'x'].map(beginsNoise)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  ['Finland (LUMI)', 'finland'],
  ['P100 system', 'p100'],
  ['TPU v3 chips', 'tpu v3'],
  ['US average', 'us'],
  ['a card b cards c node d nodes e server f clusters g gpu h mean i idle', 'a b c d e f g h i'],
  ['(all of it)', ''],
])('%s is called %s', (text, name) => {
  expect(bareName(text)).toBe(name);
});
