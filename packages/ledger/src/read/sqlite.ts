import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerFault } from '../engine/duckdb.ts';

/** What reads SQLite is no part of the package: for those who have such a file. */
const PACKAGE = 'node-sqlite3-wasm';
/** The version that the tests ran with. */
const VERSION = '0.8.60';
/** How a file of SQLite begins. */
export const SQLITE_MAGIC = 'SQLite format 3\u0000';

type SqliteRow = Readonly<Record<string, unknown>>;

/** An open file of SQLite. */
export interface Sqlite {
  /** Rows of a query, one at a time; values are bound. */
  readonly rows: (sql: string, values?: readonly string[]) => Iterable<SqliteRow>;
}

/**
 * Opens a copy of a file of SQLite, works with it and removes the copy: nothing is written beside the file, which may be
 * in use.
 *
 * @param path of the file; what a writer keeps beside it (`-wal`, `-journal`) is copied too
 * @param work with the open file
 * Errors: throws `LedgerFault` where the reader is not installed, or the file is no database.
 */
export async function* withSqlite<Of>(
  path: string,
  work: (sqlite: Sqlite) => Iterable<Of>,
): AsyncGenerator<Of> {
  const { Database } = await loadSqlite();
  const folder = await mkdtemp(join(tmpdir(), 'ml-emissions-'));
  try {
    const copy = join(folder, 'copy.db');
    for (const ending of ['', '-wal', '-journal'])
      if (await stat(`${path}${ending}`).catch(() => null))
        await copyFile(`${path}${ending}`, `${copy}${ending}`);
    const database = new Database(copy);
    try {
      yield* work({
        *rows(sql, values = []) {
          const statement = database.prepare(sql);
          try {
            for (const row of statement.iterate([...values])) yield row as SqliteRow;
          } finally {
            statement.finalize();
          }
        },
      });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'SQLite3Error') throw error;
      throw new LedgerFault(
        `the database cannot be read: ${error.message}`,
        'the file as its tool wrote it',
      );
    } finally {
      database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function loadSqlite() {
  try {
    // CommonJS: what it exports is the default.
    const module = await import('node-sqlite3-wasm');
    return 'default' in module ? (module.default as typeof module) : module;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new LedgerFault(
      `a database of SQLite needs ${PACKAGE}, which is not installed`,
      `npm install ${PACKAGE}@${VERSION} beside ml-emissions, or a folder mlruns`,
      false,
    );
  }
}
