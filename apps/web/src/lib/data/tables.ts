import type { WrittenTable } from '@ml-emissions/calculator/tables';
import { plain } from '../text/plain.ts';

/** How a table is sorted: by which column, and which way. */
export interface Sorting {
  readonly column: number;
  readonly isDown: boolean;
}

/** Rows that hold every word of a text. */
export function found({ rows }: WrittenTable, text: string): readonly (readonly string[])[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const all = plain(row.join(' '));
    return words.every((word) => all.includes(word));
  });
}

/** Rows by one column: numbers as numbers, what is not known last either way. */
export function sorted(
  rows: readonly (readonly string[])[],
  { column, isDown }: Sorting,
): readonly (readonly string[])[] {
  const cell = (row: readonly string[]) => row[column] ?? '';
  const isNumeric = rows.every((row) => cell(row) === '' || !Number.isNaN(Number(cell(row))));
  const compare = (a: string, b: string) =>
    isNumeric ? Number(a) - Number(b) : a.localeCompare(b);
  return rows.toSorted((a, b) => {
    const [left, right] = [cell(a), cell(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return isDown ? compare(right, left) : compare(left, right);
  });
}
