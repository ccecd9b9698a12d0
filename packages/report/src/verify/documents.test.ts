import { expect, test } from 'vitest';
import { formatted } from '../formats.ts';
import { reportWith, resultOf } from '../testing.ts';
import { trailersOf } from '../trailer.ts';
import { verified } from './verify.ts';

const one = reportWith([resultOf()]);
const text = formatted(one, 'text');
const MARKET = /Market-based[^.]*\. /;
const [market = ''] = MARKET.exec(text) ?? [];
const without = text.replace(MARKET, '');

function differences(document: string) {
  const [found] = trailersOf(document);
  if (!found) throw new Error('no line of provenance');
  return verified(document, found, one, { isReworded: false, version: '0.1.0' })?.differences;
}

test('a sentence that one of two copies has does not stand in for that of the other', () => {
  expect(market).not.toBe('');
  expect(differences(`${text}\n${without}`)).toEqual([
    expect.objectContaining({ should: expect.stringContaining('Market-based'), isFact: true }),
  ]);
  expect(differences(`${without}\n${text}`)).toHaveLength(1);
  expect(differences(`${without}\n${without}`)).toHaveLength(2);
});

test('of a single copy a sentence may stand behind its line of provenance', () => {
  expect(differences(`${without}\n\n${market}\n`)).toEqual([]);
});

test('the first words of a report are told with what follows them', () => {
  expect(differences(text.replace('The work ran', 'Our work ran'))).toEqual([
    expect.objectContaining({ should: expect.stringMatching(/^The work ran on/), isFact: false }),
  ]);
});
