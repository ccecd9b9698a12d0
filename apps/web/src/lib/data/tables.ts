import type { WrittenTable } from '@ml-emissions/calculator/tables';
import { plain } from '../text/plain.ts';

/** How a table is sorted: by which column, and which way. */
export interface Sorting {
  readonly column: number;
  readonly isDown: boolean;
}

/**
 * In which order columns are shown, by their places: a thing is known by its name, then by what is said of it. The
 * figure that a table of hardware is looked up for comes first of these, and the key, which is for programs, last.
 */
export function orderOf(columns: readonly string[]): number[] {
  const rank = (name: string): number => {
    if (name === 'name') return 0;
    if (name === 'tdp_w') return 1;
    return name === 'id' ? 3 : 2;
  };
  const places = columns.map((_, index) => index);
  if (!columns.includes('name')) return places;
  return places.toSorted((a, b) => rank(columns[a] ?? '') - rank(columns[b] ?? ''));
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

/** Rows by one column: numbers as numbers, what is not known last either way; of equals, what more is known of first. */
export function sorted(
  rows: readonly (readonly string[])[],
  { column, isDown }: Sorting,
): readonly (readonly string[])[] {
  const cell = (row: readonly string[]) => row[column] ?? '';
  const unknown = (row: readonly string[]) => row.filter((one) => one === '').length;
  const isNumeric = rows.every((row) => cell(row) === '' || !Number.isNaN(Number(cell(row))));
  const compare = (a: string, b: string) =>
    isNumeric ? Number(a) - Number(b) : a.localeCompare(b);
  return rows.toSorted((a, b) => {
    const [left, right] = [cell(a), cell(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    const order = isDown ? compare(right, left) : compare(left, right);
    return order === 0 ? unknown(a) - unknown(b) : order;
  });
}
