import type { Bytes } from '@ml-emissions/answers';
import type { Problem, Quantity } from '@ml-emissions/calculator';
import type { SlimRow } from '@ml-emissions/calculator/bulk';
import { stringify } from 'csv-stringify/sync';
import { problemLine } from './text/problem.ts';

/** What stands in a cell; nothing where it is not known. */
type Cell = string | number | null | undefined;
type Cells = Readonly<Record<string, (row: SlimRow) => Cell>>;

const ranged = (name: string, of: (row: SlimRow) => Quantity | null): Cells => ({
  [name]: (row) => of(row)?.value,
  [`${name}_low`]: (row) => of(row)?.low,
  [`${name}_high`]: (row) => of(row)?.high,
});

/** The columns of a row between its line and its problem, each with its unit where it has one. */
const CELLS: Cells = {
  name: ({ name }) => name,
  runs: ({ runs }) => runs,
  accelerator: ({ accelerator }) => accelerator,
  count: ({ count }) => count,
  device_hours: ({ deviceHours }) => deviceHours,
  zone: ({ zone }) => zone,
  method: ({ method }) => method,
  edition: ({ edition }) => edition,
  scope: ({ scope }) => scope,
  ...ranged('energy_kwh', ({ energyKwh }) => energyKwh),
  ...ranged('operational_kg_co2e', ({ operational }) => operational.kgCo2e),
  ...ranged('embodied_kg_co2e', ({ embodied }) => embodied.kgCo2e),
  ...ranged('total_kg_co2e', ({ total }) => total.kgCo2e),
  ...ranged('water_on_site_l', ({ water }) => water.onSiteL),
  ...ranged('water_off_site_l', ({ water }) => water.offSiteL),
  warnings: ({ warnings }) => warnings.join(' '),
};
const NAMES = Object.keys(CELLS);
const OF_ROW = Object.values(CELLS);
const NONE = NAMES.slice(1).map(() => null);

/** A text that needs no quotes, and that no spreadsheet takes for a formula. */
const PLAIN = /^\w[\w .+-]*$/;

function cell(value: Cell, into: Bytes): void {
  if (typeof value === 'number') into.number(value);
  else if (value && PLAIN.test(value)) into.text(value);
  else if (value)
    into.text(stringify([[value]], { escape_formulas: true, eof: false, quoted_match: /\r/ }));
}

function cells(values: readonly Cell[], into: Bytes): void {
  for (const [at, value] of values.entries()) {
    if (at > 0) into.text(',');
    cell(value, into);
  }
  into.text('\n');
}

/** The first line of a table of slim rows. */
export const slimHeader = (into: Bytes): void => cells(['line', ...NAMES, 'problem'], into);

/** The line of one row. */
export function slimLine(line: number, row: SlimRow, into: Bytes): void {
  into.number(line);
  for (const of of OF_ROW) {
    into.text(',');
    cell(of(row), into);
  }
  into.text(',\n');
}

/** The line of what has no row: its problems stand in the last column. */
export function refusedLine(
  line: number,
  name: string | null,
  problems: readonly Problem[],
  into: Bytes,
): void {
  const told = problems.map((one) => problemLine(one, 'field')).join('; ');
  cells([line, name, ...NONE, told], into);
}
