import { readFileSync } from 'node:fs';
import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, test } from 'vitest';
import { pageDataOf } from './page-data.ts';
import { documentOf, validate } from './report.ts';
import { MISSED } from './targets.ts';

const validation = validate(calculator);
const { recomputed, targets } = validation;

describe('published footprints follow from their own inputs', () => {
  const rows = recomputed.filter(({ isExpected }) => isExpected);
  test.each(rows)('$model by $method: $published $unit', (row) => {
    const error = Math.abs(row.recomputed / row.published - 1);
    expect(error).toBeLessThanOrEqual(row.tolerance);
  });
});

describe('documents that contradict themselves are not made to agree', () => {
  const rows = recomputed.filter(({ isExpected }) => !isExpected);
  test.each(rows)('$model: $published $unit', (row) => {
    const error = Math.abs(row.recomputed / row.published - 1);
    expect(error).toBeGreaterThan(row.tolerance);
    expect(row.note).not.toBe('');
  });
});

describe('against meters', () => {
  test.each(targets.filter(({ isAim }) => !isAim))('$name', ({ isMet, detail }) => {
    expect(isMet, detail).toBe(true);
  });

  test('an aim that is met is no longer among the missed ones', () => {
    const missed = targets.filter(({ isAim }) => isAim);
    expect(missed.filter(({ isMet }) => isMet).map(({ name }) => name)).toEqual([]);
  });

  test('every missed aim is one that is looked at', () => {
    const names = targets.map(({ name }) => name);
    expect([...MISSED].filter((name) => !names.includes(name))).toEqual([]);
  });
});

test('docs/validation.md is what the validation says', () => {
  expect(readFileSync('docs/validation.md', 'utf8')).toBe(documentOf(validation));
});

test('the Method page plots what the validation says', () => {
  const file = 'apps/web/src/lib/method/validation.json';
  expect(readFileSync(file, 'utf8')).toBe(pageDataOf(validation));
});
