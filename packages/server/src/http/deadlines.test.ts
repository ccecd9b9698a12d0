import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createDeadlines } from './deadlines.ts';

test('what is not done in time is told, once, and what is done is not', async () => {
  const deadlines = createDeadlines();
  const told: string[] = [];
  const late = (name: string) => () => void told.push(name);
  deadlines.add(1, late('late'));
  deadlines.delete(deadlines.add(1, late('done')));
  const long = deadlines.add(60_000, late('long'));
  await expect.poll(() => told).toEqual(['late']);
  await later(250);
  expect(told).toEqual(['late']);
  deadlines.delete(long);
  // After a time without any it goes on.
  await later(250);
  deadlines.add(1, late('again'));
  await expect.poll(() => told).toEqual(['late', 'again']);
});
