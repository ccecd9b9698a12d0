import { expect, test } from 'vitest';
import { readCommons } from '../../vite/read-commons.ts';
import type { FileText } from './finding.ts';
import { checkCommons } from './index.ts';

const FILE = 'odbl/zone_hours.csv';
const sound = readCommons();

/** The commons with one cell of the first day changed. */
function changed(column: string, to: (cell: string) => string): readonly FileText[] {
  return sound.map((text) => {
    if (text.file !== FILE) return text;
    const at = text.columns.indexOf(column);
    const rows = text.rows.map((row, index) => ({
      ...row,
      cells: row.cells.map((cell, place) => (index === 0 && place === at ? to(cell) : cell)),
    }));
    return { ...text, rows };
  });
}

test.each([
  ['a day of 23 hours', 'hour_ratios', (cell: string) => cell.slice(0, cell.lastIndexOf(';'))],
  ['a word among the ratios', 'hour_ratios', (cell: string) => cell.replace(/^[\d.]+/, 'noon')],
  ['a ratio of 9', 'hour_ratios', (cell: string) => cell.replace(/^[\d.]+/, '9')],
  ['a day above its year', 'hour_ratios', (cell: string) => cell.replace(/^[\d.]+/, '1.9')],
  ['a clock that nobody has', 'time_zone', () => 'Europe/Atlantis'],
])('%s is found', (_, column, to) => {
  expect(checkCommons(changed(column, to))).toEqual([
    expect.objectContaining({ file: FILE, line: 2, column }),
  ]);
});
