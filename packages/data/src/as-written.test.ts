import { expect, test } from 'vitest';
import { TABLE_NAMES, writtenTable } from './as-written.ts';

test('a table as its file has it: a row a line, a cell a column', async () => {
  const { columns, rows } = await writtenTable('zones');
  const france = rows.find(([id]) => id === 'FR');
  expect(columns[0]).toBe('id');
  expect(france?.[columns.indexOf('name')]).toBe('France');
  expect(france?.[columns.indexOf('kind')]).toBe('country');
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
});

test('every table is there, those of the paper among them', async () => {
  expect(TABLE_NAMES).toContain('odbl/zone_intensity');
  const { rows } = await writtenTable('2019-paper/regions');
  expect(rows.length).toBeGreaterThan(50);
});
