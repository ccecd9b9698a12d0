import type { Problem, Quantity } from '@ml-emissions/calculator';
import type { SlimRow } from '@ml-emissions/calculator/bulk';
import { stringify } from 'csv-stringify/sync';
import { shortNumber } from './slim-json.ts';
import { problemLine } from './text/problem.ts';

/** What stands in a cell; nothing where it is not known. */
type Cell = string | number | null | undefined;
type Cells = Readonly<Record<string, (row: SlimRow) => Cell>>;

const short = (value: number | undefined) => value && shortNumber(value);

const ranged = (name: string, of: (row: SlimRow) => Quantity | null): Cells => ({
  [name]: (row) => short(of(row)?.value),
  [`${name}_low`]: (row) => short(of(row)?.low),
  [`${name}_high`]: (row) => short(of(row)?.high),
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

/** A list of cells as a line; a spreadsheet must not run a name as a formula. */
const lineOf = (cells: readonly Cell[]): string => stringify([cells], { escape_formulas: true });

/** The first line of a table of slim rows. */
export const slimHeader = (): string => lineOf(['line', ...NAMES, 'problem']);

/** The line of one row. */
export const slimLine = (line: number, row: SlimRow): string =>
  lineOf([line, ...OF_ROW.map((cell) => cell(row)), null]);

/** The line of what has no row: its problems stand in the last column. */
export const refusedLine = (
  line: number,
  name: string | null,
  problems: readonly Problem[],
): string =>
  lineOf([line, name, ...NONE, problems.map((one) => problemLine(one, 'field')).join('; ')]);
