import { parse } from 'csv-parse/browser/esm/sync';
import type { RunForm } from '../state/fields.ts';
import { GRID, OWN, SITE } from '../state/fields.ts';
import { EMPTY } from '../state/form.ts';
import { MOST_RUNS } from '../state/project.ts';
import { type Column, columnOf } from './columns.ts';
import { ownRows } from './logs.ts';

/** Runs of somebody's table, as they would be typed here, or why there are none. */
export type TableRead =
  | {
      readonly ok: true;
      readonly forms: readonly RunForm[];
      /** Heads of columns that nothing here asks for. */
      readonly unread: readonly string[];
    }
  | {
      readonly ok: false;
      readonly fault: 'broken' | 'no-rows' | 'no-columns' | 'many';
      readonly detail: string;
    };

const DELIMITERS = ['\t', '|', ';', ','] as const;
const MOST_LETTERS = 2_000_000;

/** What parts the columns: what stands most often in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = DELIMITERS.map((one) => first.split(one).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** `12,5` and `1.234,5`, as a spreadsheet of much of Europe writes numbers. */
const COMMA = /^-?\d{1,3}(?:\.\d{3})*,\d+$|^-?\d+,\d+$/;
const POINT = /^-?\d+\.\d+$/;

/** Whether a comma is what parts a number from its fraction: where columns are parted by `;` it can be nothing else. */
const hasCommas = (text: string, rows: readonly Cells[]): boolean =>
  delimiterOf(text) === ';' &&
  !rows.some((row) => Object.values(row).some((cell) => POINT.test(cell)));

const withPoints = (row: Cells): Cells =>
  Object.fromEntries(
    Object.entries(row).map(([head, cell]) => [
      head,
      COMMA.test(cell) ? cell.replaceAll('.', '').replace(',', '.') : cell,
    ]),
  );

/** Rows of a table by the heads of their columns. */
export type Cells = Readonly<Record<string, string>>;

/**
 * A table that was pasted from a spreadsheet, or a file of a tool, as runs.
 *
 * Rows become what would be typed: whatever is wrong with a cell is told at its field, and nothing is lost.
 *
 * @param text with a first line that names its columns
 */
export function formsOfTable(text: string): TableRead {
  if (text.length > MOST_LETTERS) return { ok: false, fault: 'many', detail: '' };
  const bare = text.replace(/^\ufeff/, '').trim();
  let rows: readonly Cells[];
  try {
    rows = parse(bare, {
      columns: true,
      delimiter: delimiterOf(bare),
      trim: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      skip_empty_lines: true,
    }) as readonly Cells[];
  } catch (error) {
    const [detail = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return { ok: false, fault: 'broken', detail };
  }
  const [first] = rows;
  if (!first) return { ok: false, fault: 'no-rows', detail: '' };
  const own = ownRows(hasCommas(bare, rows) ? rows.map(withPoints) : rows);
  const heads = Object.keys(own[0] ?? first);
  const columns = new Map(heads.map((head) => [head, columnOf(head)]));
  const isTold = [...columns.values()].some(
    (column) => column !== null && MACHINES.includes(column.field),
  );
  if (!isTold) return { ok: false, fault: 'no-columns', detail: heads.slice(0, 8).join(', ') };
  if (own.length > MOST_RUNS) return { ok: false, fault: 'many', detail: String(own.length) };
  return {
    ok: true,
    forms: own.map((row) => formOfRow(row, columns)),
    unread: heads.filter((head) => head !== '' && columns.get(head) === null),
  };
}

/** A table of runs says one of these. */
const MACHINES: readonly Column['field'][] = [
  'accelerator',
  'instance',
  'slice',
  'cpu',
  'energyKwh',
];

function formOfRow(row: Cells, columns: ReadonlyMap<string, Column | null>): RunForm {
  const form: Record<string, string> = { ...EMPTY };
  let deviceHours = '';
  for (const [head, column] of columns) {
    const cell = (row[head] ?? '').trim();
    if (!column || cell === '') continue;
    const text = column.typed(cell);
    if (column.field === 'deviceHours') deviceHours = text;
    else if (form[column.field] === EMPTY[column.field]) form[column.field] = text;
  }
  if (form.hours === '' && deviceHours !== '') form.hours = `${deviceHours} chip-hours`;
  form.provider = providerOf(form);
  if (form.instance !== '') form.chip = 'instance';
  else if (form.slice !== '') form.chip = 'slice';
  else if (form.accelerator === '') form.chip = 'none';
  return form as unknown as RunForm;
}

/** Where it ran is told by a region of a cloud, a place on a grid, a named site, or the intensity itself. */
function providerOf({ provider = '', zone, namedSite, region }: Record<string, string>): string {
  if (provider !== OWN && region !== '') return provider.toLowerCase();
  if (zone !== '') return GRID;
  return namedSite === '' ? OWN : SITE;
}
