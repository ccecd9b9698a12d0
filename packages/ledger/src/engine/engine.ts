import type { Cell, ColumnType } from './append.ts';

export type { Cell };

export type Row = Readonly<Record<string, unknown>>;

/** Columns of a table by name, in order. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** Rows some at a time: all of them need not fit into memory. */
type Batches = Iterable<readonly (readonly Cell[])[]> | AsyncIterable<readonly (readonly Cell[])[]>;

/**
 * What holds the jobs of a ledger and is asked about them: DuckDB in a file, or a cluster's engine. It reads, joins,
 * multiplies and adds; every formula stands in the texts that it is given, which all engines read alike.
 */
export interface Engine {
  /**
   * Rows of a query, counts as numbers.
   *
   * @param values of its question marks, in order: what people typed is bound, never written into the text
   */
  readonly rows: (sql: string, values?: readonly (string | number)[]) => Promise<Row[]>;
  /** Whether there is a table that is kept. */
  readonly has: (table: string) => Promise<boolean>;
  /** A statement without an answer. */
  readonly run: (sql: string) => Promise<void>;
  /** A table to work with, from rows, some at a time, in place of one of that name; gone when the work is done. */
  readonly put: (table: string, columns: Columns, rows: Batches) => Promise<void>;
  /** The same from a query, with what stands for its question marks. */
  readonly work: (table: string, sql: string, values?: readonly string[]) => Promise<void>;
  /** A table that stays, from a query, in place of one of that name. */
  readonly keep: (table: string, sql: string) => Promise<void>;
  /** The table that jobs stand in, each once. */
  readonly jobs: () => Promise<string>;
  /** All that is done in it is kept, or nothing. */
  readonly whole: <Of>(work: () => Promise<Of>) => Promise<Of>;
}
