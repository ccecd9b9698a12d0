import { expect, test } from 'vitest';
import { datesIn } from './dates.ts';

const LONG = { dateStyle: 'long', timeZone: 'UTC' } as const;

test('English days are British, as its spelling is', () => {
  expect(datesIn('en', LONG)(Date.UTC(2025, 4, 12))).toBe('12 May 2025');
});

test('the first of a month is 1er in French, other days are numbers', () => {
  const say = datesIn('fr', LONG);
  expect(say(Date.UTC(2026, 0, 1))).toBe('1er janvier 2026');
  expect(say(Date.UTC(2026, 0, 11))).toBe('11 janvier 2026');
  const short = datesIn('fr', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  expect(short(new Date('2026-01-01T10:30:00Z'))).toMatch(/^1er janv\. 2026/);
});
