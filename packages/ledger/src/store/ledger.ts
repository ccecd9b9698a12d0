import { open } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { LedgerFault, loadDuckDb } from '../engine/duckdb.ts';
import { duckDbEngine } from '../engine/duckdb-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { inTransaction, rowsOf } from '../engine/rows.ts';
import { FORMAT, TABLES, UPGRADES } from './tables.ts';

/** An open ledger: one file, one writer. */
export interface Ledger {
  readonly connection: DuckDBConnection;
  /** Another connection, for who closes it. */
  readonly connect: () => Promise<DuckDBConnection>;
  /** What its jobs are priced and summed by. */
  readonly engine: Engine;
  /** Whether anything was in it when it was opened. */
  readonly isNew: boolean;
  /** How far what the engine does now has come; it is watched from the first call on. */
  readonly progress: () => Promise<Progress | null>;
  /** Gives the file back; what was committed is on the disk. */
  readonly close: () => void;
}

/** Of one statement. */
export interface Progress {
  /** 0..1. */
  readonly share: number;
  readonly rows: number;
}

export interface OpenOptions {
  /** Bytes that the engine may use; beyond it goes to the disk. */
  readonly memory?: string;
  readonly threads?: number;
  /** Fails where there is no ledger yet. */
  readonly mustExist?: boolean;
  /** Whether nothing can be written, whatever is asked. */
  readonly isReadOnly?: boolean;
}

const MEMORY = '144MB';

/**
 * Opens a ledger, and makes it where there is none.
 *
 * @param path of its file; `:memory:` for one that is gone when it is closed
 * Errors: throws `LedgerFault` where the engine is not installed, the file is none of ours, of a later version, or is
 * open elsewhere.
 */
export async function openLedger(path: string, options: OpenOptions = {}): Promise<Ledger> {
  const { memory = MEMORY, threads } = options;
  const { DuckDBInstance: Instance } = await loadDuckDb();
  if (path !== IN_MEMORY && !(await mayBeDatabase(path))) throw openFault(path);
  const config = {
    memory_limit: memory,
    // Nothing is fetched or loaded behind the user's back.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(options.isReadOnly ? { access_mode: 'READ_ONLY' } : {}),
  };
  let instance: DuckDBInstance;
  try {
    instance = await Instance.create(path, config);
  } catch (error) {
    throw openFault(path, error as Error);
  }
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    if (options.isReadOnly && (await isOlder(connection))) {
      close();
      (await openLedger(path, { ...options, isReadOnly: false })).close();
      return await openLedger(path, options);
    }
    const isNew = await prepared(connection, path, options.mustExist ?? false);
    const connect = () => instance.connect();
    const engine = duckDbEngine(connection);
    return { connection, connect, engine, isNew, progress: progressOf(connection), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Watched without a bar of the engine's own. */
const WATCHED = ['SET enable_progress_bar_print = false', 'SET enable_progress_bar = true'];

function progressOf(connection: DuckDBConnection): Ledger['progress'] {
  let isWatched = false;
  return async () => {
    if (!isWatched) for (const set of WATCHED) await connection.run(set);
    isWatched = true;
    const { percentage, rows_processed: rows } = connection.progress;
    // Below 0 nothing is known of it.
    return percentage < 0 ? null : { share: percentage / 100, rows: Number(rows) };
  };
}

const IN_MEMORY = ':memory:';
/** Where DuckDB says that a file is its own; any other that it can read it opens too, as a table. */
const MAGIC = { text: 'DUCK', at: 8 };

/** Whether there is a database of DuckDB, or nothing yet. */
async function mayBeDatabase(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (!file) return true;
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(MAGIC.text.length),
      0,
      MAGIC.text.length,
      MAGIC.at,
    );
    return bytesRead === MAGIC.text.length && buffer.toString('latin1') === MAGIC.text;
  } finally {
    await file.close();
  }
}

function openFault(path: string, error?: Error): LedgerFault {
  const { message = '' } = error ?? {};
  if (/(set|conflicting) lock/i.test(message))
    return new LedgerFault(
      `the ledger '${path}' is open elsewhere`,
      'wait until the other command has ended',
      false,
    );
  return new LedgerFault(
    `'${path}' is no ledger that can be opened`,
    '--ledger names a file that `ml-emissions ledger import` made, or a new one',
  );
}

/** Whether a ledger has to be taken on before it can be read. */
async function isOlder(connection: DuckDBConnection): Promise<boolean> {
  const tables = await rowsOf(
    connection,
    "SELECT table_name FROM duckdb_tables() WHERE table_name = 'ledger_format'",
  );
  if (tables.length === 0) return false;
  const [first] = await rowsOf(connection, 'SELECT format FROM ledger_format');
  return UPGRADES[Number(first?.format)] !== undefined;
}

/** Makes the tables where there are none. */
async function prepared(
  connection: DuckDBConnection,
  path: string,
  mustExist: boolean,
): Promise<boolean> {
  const tables = await rowsOf(
    connection,
    'SELECT table_name FROM duckdb_tables() WHERE NOT internal',
  );
  const names = tables.map(({ table_name: name }) => name);
  if (names.length === 0) {
    if (mustExist)
      throw new LedgerFault(
        `there is nothing in '${path}'`,
        'ml-emissions ledger import FILE --ledger FILE',
      );
    await inTransaction(connection, async () => {
      for (const statement of TABLES) await connection.run(statement);
    });
    return true;
  }
  if (!names.includes('ledger_format')) throw openFault(path);
  const [first] = await rowsOf(connection, 'SELECT format FROM ledger_format');
  let format = Number(first?.format);
  for (let upgrade = UPGRADES[format]; upgrade; upgrade = UPGRADES[format]) {
    const statements = upgrade;
    await inTransaction(connection, async () => {
      for (const statement of statements) await connection.run(statement);
    });
    format += 1;
  }
  if (format !== FORMAT)
    throw new LedgerFault(
      `the ledger '${path}' was made by another version (format ${format}, this one reads ${FORMAT})`,
      'use that version, or import the logs into a new ledger',
    );
  return false;
}
