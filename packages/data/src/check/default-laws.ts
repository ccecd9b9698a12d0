import type { FileText, Finding } from './finding.ts';
import { namedRows } from './rows.ts';

const FILE = 'defaults.csv';
const PARTS = ['of-mean', 'of-model'] as const;

/**
 * What all runs share of a default's deviation, and what runs of one model share, are parts of it:
 *
 *     ln(of-mean)^2 + ln(of-model)^2 <= ln(gsd)^2
 *
 * @param files all files of the commons, by path
 * @returns every part that is missing, belongs to no default, or is more than the whole
 */
export function checkSpreads(files: ReadonlyMap<string, FileText>): Finding[] {
  const rows = namedRows(files.get(FILE));
  const logs = new Map(
    rows.map(({ cell, number }) => [cell('id'), Math.log(number('gsd') ?? Number.NaN)]),
  );
  return rows.flatMap(({ line, cell }) => {
    const id = cell('id');
    const whole = PARTS.map((part) => `.${part}`).find((end) => id.endsWith(end));
    if (!whole) return [];
    const base = id.slice(0, -whole.length);
    const [all, ...parts] = [base, ...PARTS.map((part) => `${base}.${part}`)].map((one) =>
      logs.get(one),
    );
    const isWithin =
      all !== undefined && Math.hypot(...parts.map((one) => one ?? Number.NaN)) <= all;
    const expected = `${base} and both of its parts, together no wider than it`;
    return isWithin ? [] : [{ file: FILE, line, column: 'gsd', value: cell('gsd'), expected }];
  });
}
