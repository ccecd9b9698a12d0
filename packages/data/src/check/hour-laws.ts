import type { FileText, Finding } from './finding.ts';
import { namedRows } from './rows.ts';

const FILES = ['zone_hours.csv', 'odbl/zone_hours.csv'] as const;
/** What their mean may be off by: they are rounded so that it is 1 to the last digit. */
const ROUNDED = 1e-9;

/** Laws of days of grids: they have the year's mean, and a clock that there is. */
export function checkHours(files: ReadonlyMap<string, FileText>): Finding[] {
  return FILES.flatMap((file) =>
    namedRows(files.get(file)).flatMap(({ line, cell }) => {
      const fault = (column: string, expected: string | null): Finding[] =>
        expected === null ? [] : [{ file, line, column, value: cell(column), expected }];
      return [
        ...fault('hour_ratios', meanFault(cell('hour_ratios'))),
        ...fault(
          'time_zone',
          isTimeZone(cell('time_zone')) ? null : 'the IANA name of a time zone',
        ),
      ];
    }),
  );
}

function meanFault(cell: string): string | null {
  const ratios = cell.split(';').map(Number);
  const mean = ratios.reduce((sum, one) => sum + one, 0) / ratios.length;
  return Math.abs(mean - 1) <= ROUNDED ? null : `a mean of 1, not ${mean}`;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
