import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-what-if-'));
const ledger = (...args: readonly string[]) =>
  command(['ledger', ...args, '--ledger', join(folder, 'jobs.duckdb')]);
const ratioOf = async (...args: readonly string[]) =>
  JSON.parse((await ledger('what-if', ...args, '--json')).out).all.ratio.value;

beforeAll(async () => {
  const file = join(folder, 'jobs.csv');
  const rows = [
    'id,user,accelerator,count,hours,start',
    'a,ann,T4,2,3,2025-01-10T11:30:00Z',
    'b,ben,T4,2,3,',
  ];
  writeFileSync(file, `${rows.join('\n')}\n`);
  await ledger('import', file, '--as', 'table', '--country', 'DE');
  await ledger('price');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('another hour: what it is by the hours, what it would be, and what stays', async () => {
  const { out, err, exit } = await ledger('what-if', '--start-hour', '18:30', '--by', 'user');
  expect(out.split('\n')[0]).toMatch(/^user +jobs +CO2e +at its hours +would be +change/);
  expect(out).toMatch(/ann .*more/);
  expect(out).toMatch(/ben .*the same/);
  expect(err).toContain('1 job not, or not in all: when it began is not told');
  expect(exit).toBe(0);
  const csv = (await ledger('what-if', '--start-hour', '18', '--csv')).out;
  expect(csv).toContain(',kgCo2eAtItsHours,kgCo2eAtItsHoursLow,kgCo2eAtItsHoursHigh,');
});

test('minutes count, and the clock that they are of', async () => {
  const where = ['--where', 'user=ann'];
  expect(await ratioOf('--start-hour', '11:30', ...where)).toBeCloseTo(1, 12);
  expect(
    await ratioOf('--start-hour', '12:30', '--time-zone', 'Europe/Berlin', ...where),
  ).toBeCloseTo(1, 12);
  expect(await ratioOf('--start-hour', 'best', ...where)).toBeLessThan(1);
});

test.each([
  [['--start-hour', '24'], 'it is an hour of the day'],
  [['--start-hour', '7:60'], 'it is an hour of the day'],
  [['--start-hour', '7', '--time-zone', 'Europe/Atlantis'], 'it is the name of a time zone'],
])('%s is told to be wrong', async (args, wanted) => {
  const { err, exit } = await ledger('what-if', ...args);
  expect(err).toContain(wanted);
  expect(exit).toBe(2);
});
