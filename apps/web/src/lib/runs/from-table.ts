import { parse } from 'csv-parse/browser/esm/sync';
import { MOST_LETTERS, textOf } from '../state/as-text.ts';
import type { RunForm } from '../state/fields.ts';
import { GRID, OWN, SITE } from '../state/fields.ts';
import { EMPTY } from '../state/form.ts';
import { MOST_RUNS, opening } from '../state/project.ts';
import { type Column, columnOf } from './columns.ts';
import { formOfJob } from './from-job.ts';
import { isJsonLog, type Log, logOfJson, logOfRows } from './logs.ts';

/** Runs of somebody's table, as they would be typed here, or why there are none. */
export type TableRead = Taken | TableFault;

interface TableFault {
  readonly ok: false;
  readonly fault: 'broken' | 'no-rows' | 'no-runs' | 'no-columns' | 'many';
  readonly detail: string;
}

/** Runs, and what of the text became none. */
export interface Taken {
  readonly ok: true;
  readonly forms: readonly RunForm[];
  /** Heads of columns that nothing here asks for. */
  readonly unread: readonly string[];
  /** Rows that are no runs, with the column that does not fit. */
  readonly rejected: readonly { readonly row: number; readonly column: string }[];
  /** Rows of runs that never ran. */
  readonly leftOut: number;
}

const DELIMITERS = ['\t', '|', ';', ','] as const;

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
type Cells = Readonly<Record<string, string>>;

const faultOf = (fault: TableFault['fault'], detail = ''): TableFault => ({
  ok: false,
  fault,
  detail,
});

/**
 * A table that was pasted from a spreadsheet, or a file of a tool, as runs.
 *
 * Rows become what would be typed: whatever is wrong with a cell is told at its field, and nothing is lost.
 *
 * @param text with a first line that names its columns, or JSON that a tool wrote
 * @param file its name without the ending, where it has one
 */
export function formsOfTable(text: string, file = ''): TableRead {
  if (text.length > MOST_LETTERS) return faultOf('many');
  const bare = text.replace(/^\ufeff/, '').trim();
  try {
    if (isJsonLog(bare)) {
      const log = logOfJson(bare, file);
      return log ? formsOfLog(log) : faultOf('no-columns', bare.slice(0, 60));
    }
    const rows = rowsIn(bare);
    return formsOfRows(rows, hasCommas(bare, rows), file);
  } catch (error) {
    const [detail = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return faultOf('broken', detail);
  }
}

const rowsIn = (text: string): readonly Cells[] =>
  parse(text, {
    columns: true,
    delimiter: delimiterOf(text),
    trim: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    skip_empty_lines: true,
  });

function formsOfRows(written: readonly Cells[], isOfCommas: boolean, file: string): TableRead {
  const [first] = written;
  if (!first) return faultOf('no-rows');
  const log = logOfRows(written, file);
  if (log) return formsOfLog(log);
  const rows = isOfCommas ? written.map(withPoints) : written;
  const heads = Object.keys(first);
  const columns = new Map(heads.map((head) => [head, columnOf(head)]));
  const isTold = [...columns.values()].some(
    (column) => column !== null && MACHINES.includes(column.field),
  );
  if (!isTold) return faultOf('no-columns', heads.slice(0, 8).join(', '));
  const unread = heads.filter((head) => head !== '' && columns.get(head) === null);
  return taken(
    rows.map((row) => formOfRow(row, columns)),
    { unread, rejected: [], leftOut: 0 },
  );
}

function formsOfLog({ read, telling }: Log): TableRead {
  const { jobs, rejects, leftOut } = read;
  const rejected = rejects.map(({ line, field }) => ({ row: line, column: field }));
  return taken(
    jobs.map(({ job }) => formOfJob(job, telling)),
    { unread: [], rejected, leftOut },
  );
}

function taken(forms: readonly RunForm[], others: Omit<Taken, 'ok' | 'forms'>): TableRead {
  // A log of jobs that never ran, or that nobody can read.
  if (forms.length === 0)
    return faultOf('no-runs', String(others.rejected.length + others.leftOut));
  if (forms.length > MOST_RUNS) return faultOf('many', String(forms.length));
  // What cannot be read back would be gone with the page.
  if (textOf({ ...opening(), runs: [...forms] }).length > MOST_LETTERS) return faultOf('many');
  return { ok: true, forms, ...others };
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
