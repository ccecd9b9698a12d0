import { writtenTable } from '@ml-emissions/calculator/tables';
import { expect, test } from 'vitest';
import { factorOf, GASES } from './factors.ts';
import { rowsOf } from './tables.ts';
import { world } from './world.ts';

test('what is smaller is a part of what is larger, by the tables', async () => {
  const { all, electricity, centres, centresLater, servers } = await world();
  expect(electricity.gt).toBeCloseTo((30930.23 * 471.08) / 1e6, 6);
  expect(centres.gt).toBeCloseTo((415 * 471.08) / 1e6, 6);
  expect(all.gt).toBeGreaterThan(electricity.gt);
  expect(electricity.gt).toBeGreaterThan(centres.gt);
  expect(centresLater.twh).toBeGreaterThan(servers.twh);
  expect(centres.year).toBe(electricity.year);
});

test('the sectors are together what their source says of the world, and stand from large to small', async () => {
  const { sectors, people, all } = await world();
  const sum = sectors.reduce((before, { value }) => before + value, 0);
  expect(sum).toBeCloseTo(59, 6);
  // Another source, other years: of one size.
  expect(Math.abs(sum / all.gt - 1)).toBeLessThan(0.05);
  for (const parts of [sectors, people]) {
    const values = parts.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  }
});

test('each gas has a factor by both reports and over both spans, and no other gas is in the table', async () => {
  const rows = await rowsOf('gwp');
  for (const gas of GASES) {
    for (const which of ['AR5 100', 'AR6 100', 'AR6 20']) {
      expect(factorOf(rows, gas, which)).toBeGreaterThanOrEqual(1);
    }
  }
  expect(factorOf(rows, 'CH4', 'AR6 100')).toBe(27.9);
  const { columns, rows: cells } = await writtenTable('gwp');
  const known = new Set(cells.map((row) => row[columns.indexOf('gas')]));
  expect([...known].sort()).toEqual([...GASES].sort());
});
