import { expect, test } from 'vitest';
import { type Called, TypeAhead } from './type-ahead.ts';

const ALL: readonly Called[] = [
  { value: 'aws', names: ['AWS', 'Amazon'] },
  { value: 'azure', names: ['Azure', 'Microsoft'] },
  { value: 'own', names: ['my own machines', 'private'] },
  { value: 'scaleway', names: ['Scaleway'] },
  { value: 'ovh', names: ['OVHcloud', 'Ovh'] },
];

/** What stands there after each letter; letters come 150 ms apart unless told otherwise. */
function typed(text: string, pauseMs = 150): string {
  const ahead = new TypeAhead();
  let chosen = 'start';
  for (const [index, letter] of [...text].entries()) {
    chosen = ahead.type(letter, index * pauseMs, ALL, chosen) ?? chosen;
  }
  return chosen;
}

test.each([
  ['a', 'aws'],
  ['az', 'azure'],
  ['amazon', 'aws'],
  ['m', 'own'],
  ['microsoft', 'azure'],
  ['Private', 'own'],
  ['ovh', 'ovh'],
  ['aa', 'azure'],
  ['aaa', 'aws'],
  ['zzz', 'start'],
  ['aws', 'aws'],
])('%s is %s', (text, value) => {
  expect(typed(text)).toBe(value);
});

test('a pause begins another name', () => {
  expect(typed('as', 5000)).toBe('scaleway');
  expect(typed('as')).toBe('aws');
});
