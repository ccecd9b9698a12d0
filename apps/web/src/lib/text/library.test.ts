import { expect, test } from 'vitest';
import { type Entry, translated } from './library.ts';

const show = {
  number: (value: number) => `<${value}>`,
  step: (id: string) => `[${id}]`,
};
const say = (entries: readonly Entry[], sentence: string) => {
  const { text, isTranslated } = translated(entries, sentence, show);
  return isTranslated ? text : null;
};

test('a sentence is found by its words, and what varies is carried over', () => {
  const entries: Entry[] = [
    ['none was given', 'rien n’a été donné'],
    ['the TDP of {} is not published', 'le TDP de {} n’est pas publié'],
    ['{} is {}', '{2} : {1}'],
  ];
  expect(say(entries, 'none was given')).toBe('rien n’a été donné');
  expect(say(entries, 'the TDP of X (mine) is not published')).toBe(
    'le TDP de X (mine) n’est pas publié',
  );
  expect(say(entries, 'a is b')).toBe('b : a');
});

test('a sentence without an entry stays, and says so', () => {
  expect(translated([], 'as it is', show)).toEqual({ text: 'as it is', isTranslated: false });
  const entries: Entry[] = [['the TDP of {} is not published', '{}']];
  expect(translated(entries, 'so it is', show)).toEqual({ text: 'so it is', isTranslated: false });
});

test('an entry fits as a whole or not at all', () => {
  const entries: Entry[] = [['the TDP of {} is not published', '{}']];
  for (const near of [
    'the TDP of X is not published.',
    'see: the TDP of X is not published',
    'the TDP of  is not published'.replace('  ', ' '),
    'The TDP of X is not published',
    'the TDP of X is published',
    '',
  ]) {
    expect(say(entries, near), near).toBeNull();
  }
});

test('what a pattern language would read otherwise is plain text', () => {
  const entries: Entry[] = [['a.b (c)* [{}] ^$ |\\d+', '$& $1 {}']];
  expect(say(entries, 'a.b (c)* [.*] ^$ |\\d+')).toBe('$& $1 .*');
  expect(say(entries, 'aXb (c)* [x] ^$ |\\d+')).toBeNull();
  // Braces in a name are no place to fill, and dollars none to copy from.
  expect(say([['of {} and {}', 'de {} et {}']], 'of {2} and $&')).toBe('de {2} et $&');
});

test('the entry with the most fixed text is taken, then the earlier one', () => {
  const entries: Entry[] = [
    ['{} is used', 'short {}'],
    ['the figure of {} is used', 'long {}'],
    ['{} x', 'first'],
    ['{} x', 'second'],
  ];
  expect(say(entries, 'the figure of FR is used')).toBe('long FR');
  expect(say(entries, 'a x')).toBe('first');
});

test('numbers, steps, words and names are written as the page writes them', () => {
  const entries: Entry[] = [
    ['{step}: {number} ({words})', '{} : {} ({})'],
    ['usual for {words}', 'habituel pour {}'],
    ['hpc', 'le calcul'],
    ['may be {names}', 'peut être {}'],
  ];
  expect(say(entries, 'tdp-2: 1.5e-7 (usual for hpc)')).toBe(
    '[tdp-2] : <1.5e-7> (habituel pour le calcul)',
  );
  expect(say(entries, 'may be A or B or C')).toBe('peut être A, B, C');
  for (const wrong of [
    'tdp: many (hpc)',
    'Not a step: 1 (hpc)',
    'tdp: 1 (unknown words)',
    'usual for usual for unknown words',
  ]) {
    expect(say(entries, wrong), wrong).toBeNull();
  }
});

test('long sentences made to mislead take no time', () => {
  const entries: Entry[] = [
    ['{} a {} a {} a {} a {} b', ''],
    ['{words}, idle', '{}'],
    ['{words}, {words}, {words}', '{}'],
  ];
  const started = performance.now();
  expect(say(entries, ' a'.repeat(100_000))).toBeNull();
  expect(say(entries, ', idle'.repeat(20_000))).toBeNull();
  expect(performance.now() - started).toBeLessThan(1000);
});
