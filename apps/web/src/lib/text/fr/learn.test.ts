import { writtenTable } from '@ml-emissions/calculator/tables';
import { expect, test } from 'vitest';
import { words } from './learn.ts';

test('every claim of a provider has a translation', async () => {
  const { columns, rows } = await writtenTable('provider_claims');
  const claims = rows.map((row) => row[columns.indexOf('claim')] ?? '');
  expect(claims.length).toBeGreaterThan(20);
  expect(claims.filter((claim) => words.sections.claims.of[claim] === undefined)).toEqual([]);
});
