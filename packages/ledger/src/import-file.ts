import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Calculator } from '@ml-emissions/calculator';
import { LedgerFault } from './engine/duckdb.ts';
import { type BatchOptions, type Imported, importBatches } from './import-batches.ts';
import { IMPORTERS, sourceByHead } from './importers/importers.ts';
import { SOURCES, type Source } from './job.ts';
import { headOf } from './read/head.ts';
import type { Ledger } from './store/ledger.ts';

export interface ImportOptions extends BatchOptions {
  /** What the file is; looked at where it is not told. */
  readonly as?: Source;
}

/**
 * Reads a file into a ledger. What was read is safe at each call of `onProgress`; a file that is read again adds nothing.
 *
 * @param calculator says what names of hardware and places mean
 * @param path of the file
 * @returns counts, which always add up
 * Errors: throws `LedgerFault` where there is no such file, nobody can tell what it is, or it lacks what is needed.
 */
export async function importFile(
  ledger: Ledger,
  calculator: Calculator,
  path: string,
  options: ImportOptions,
): Promise<Imported> {
  const found = await stat(path).catch(() => null);
  const isFolder = found?.isDirectory() ?? false;
  if (!(found?.isFile() || isFolder))
    throw new LedgerFault(`there is no file '${path}'`, 'the path of an exported log');
  const source = options.as ?? (await (isFolder ? sourceOfFolder(path) : sourceOf(path)));
  if (isFolder && !IMPORTERS[source].takesFolders)
    throw new LedgerFault(
      `'${path}' is a folder, and ${source} is read from files`,
      'the files in it',
    );
  const batches = IMPORTERS[source].read(path, options.mapping);
  return importBatches(ledger, calculator, { source, name: resolve(path), batches }, options);
}

/** What a folder is, by what lies in it. */
async function sourceOfFolder(path: string): Promise<Source> {
  const names = await readdir(path);
  if (names.some((name) => name.endsWith('.wandb') || name.startsWith('offline-run-')))
    return 'wandb';
  const metas = names.map((name) => stat(join(path, name, 'meta.yaml')).catch(() => null));
  if ((await Promise.all(metas)).some((found) => found?.isFile())) return 'mlflow';
  throw new LedgerFault(
    `'${basename(path)}' is a folder, and none of MLflow's or W&B's`,
    'the files in it, or a folder mlruns',
  );
}

/** What a file is, by how it begins. */
async function sourceOf(path: string): Promise<Source> {
  const found = sourceByHead(await headOf(path));
  if (found) return found;
  throw new LedgerFault(
    `'${basename(path)}' is no log whose kind can be told by how it begins`,
    `--as says what it is: ${SOURCES.join(', ')}`,
  );
}
