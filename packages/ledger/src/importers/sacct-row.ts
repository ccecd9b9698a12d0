import { LedgerFault } from '../engine/duckdb.ts';

/** What prints all that is read here; times in UTC, so that none of them is told twice in autumn. */
const SACCT_COMMAND =
  'TZ=UTC sacct -a -D -P -S 2024-01-01 --noconvert -o JobIDRaw,JobID,Cluster,User,Account,Partition,State,Submit,Start,End,ElapsedRaw,Suspended,AllocTRES,AllocCPUS,NNodes,NodeList,ConsumedEnergyRaw';

/** Columns without which nothing can be said of a row, each in one of its names. */
const NEEDED: readonly (readonly string[])[] = [
  ['JobIDRaw', 'JobID'],
  ['State'],
  ['Submit'],
  ['ElapsedRaw', 'Elapsed'],
  ['AllocTRES'],
];

/** Columns that are read where they are there. */
const READ = [
  'JobIDRaw',
  'JobID',
  'JobName',
  'Cluster',
  'User',
  'Account',
  'Partition',
  'State',
  'Submit',
  'Start',
  'End',
  'ElapsedRaw',
  'Elapsed',
  'Suspended',
  'AllocTRES',
  'AllocCPUS',
  'NCPUS',
  'NNodes',
  'AllocNodes',
  'NodeList',
  'ConsumedEnergyRaw',
] as const;
export type SacctColumn = (typeof READ)[number];

/** Columns that hold what people wrote: the separator may stand in them. */
const FREE = [
  'JobName',
  'Comment',
  'AdminComment',
  'SystemComment',
  'WorkDir',
  'SubmitLine',
  'WCKey',
];

/** Whether a first line is that of `sacct -P`. */
export const isSacct = (line: string): boolean =>
  /(^|[^\w])(JobIDRaw|JobID)([^\w]|$)/.test(line) && /[^\w]State([^\w]|$)/.test(line);

/** What the first line says of all others. */
export interface SacctHeader {
  readonly separator: string;
  /** By column, where it stands; after the last where it does not. */
  readonly places: Readonly<Record<SacctColumn, number>>;
  /** The one column that may hold the separator; -1 where there is none, or several. */
  readonly free: number;
  readonly width: number;
}

/**
 * What a first line says.
 *
 * Errors: throws `LedgerFault` where a column is missing, with the command that prints it.
 */
export function sacctHeader(line: string): SacctHeader {
  const [, separator = '|'] = /^\w+([^\w]+)/.exec(line) ?? [];
  const names = line.split(separator).filter((name) => name !== '');
  const missing = NEEDED.filter((some) => !some.some((name) => names.includes(name)));
  if (missing.length > 0)
    throw new LedgerFault(
      `the file has no column ${missing.map(([first]) => first).join(', ')}`,
      SACCT_COMMAND,
    );
  const free = names.filter((name) => FREE.includes(name));
  return {
    separator,
    places: Object.fromEntries(
      READ.map((name) => [name, names.includes(name) ? names.lastIndexOf(name) : names.length]),
    ) as unknown as Record<SacctColumn, number>,
    free: free.length === 1 ? names.indexOf(free[0] ?? '') : -1,
    width: names.length,
  };
}

/** A row, by its columns. */
export class SacctRow {
  readonly #cells: readonly string[];
  readonly #places: SacctHeader['places'];

  constructor(cells: readonly string[], places: SacctHeader['places']) {
    this.#cells = cells;
    this.#places = places;
  }

  /** What stands in a column; '' where there is no such column. */
  at(name: SacctColumn): string {
    return this.#cells[this.#places[name]] ?? '';
  }
}

/** A line as a row; null where it has more or fewer fields than the first line. */
export function sacctRow(line: string, { separator, places, free, width }: SacctHeader) {
  let cells = line.split(separator);
  // `-p` writes one separator more at the end.
  if (cells.length === width + 1 && cells[width] === '') cells.pop();
  const more = cells.length - width;
  if (more > 0 && free >= 0) {
    const name = cells.slice(free, free + more + 1).join(separator);
    cells = [...cells.slice(0, free), name, ...cells.slice(free + more + 1)];
  }
  return cells.length === width ? new SacctRow(cells, places) : null;
}
