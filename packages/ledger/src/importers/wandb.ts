import { readdir, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Batcher, createWandbReader, objectIn, type ReadBatch } from '@ml-emissions/logs';
import { LedgerFault } from '../engine/duckdb.ts';
import { batchesOf, type RowAt } from '../read/batches.ts';
import { csvRows } from '../read/csv.ts';
import { jsonItems } from '../read/json-items.ts';

// What `WANDB_MODE=offline` leaves is a binary log that only `wandb sync` reads; its exports are read by packages/logs.

/** Runs of one file whose power is kept until its end. */
const MOST_RUNS = 100_000;

/**
 * Reads an export of Weights & Biases.
 *
 * Rows of system metrics give the mean power of an accelerator over time; a run of the run table gives its time alone.
 * Both are the same run, and what was measured stays.
 *
 * @param path of a CSV file or a JSON list; where rows of system metrics have no `run_id`, the file's name is the run's id
 * @returns runs; further rows of system metrics are parts of them
 * Errors: throws `LedgerFault` for the offline log, with how to export it, and where the rows are none of these.
 * @example for await (const { jobs } of readWandb('system.csv')) console.log(jobs.length);
 */
export async function* readWandb(path: string): AsyncGenerator<ReadBatch> {
  if (await isOffline(path))
    throw new LedgerFault('it is the binary log of an offline run, which only wandb reads', EXPORT);
  const batch = new Batcher();
  const reader = createWandbReader(batch, basename(path, extname(path)));
  yield* batchesOf(rowsOf(path), { batch, reader, most: MOST_RUNS });
}

const EXPORT =
  'wandb sync FOLDER, then wandb.Api().runs("entity/project").histories(stream="system", samples=100000, format="pandas").to_csv("system.csv")';

async function isOffline(path: string): Promise<boolean> {
  if ((await stat(path)).isDirectory())
    return (await readdir(path)).some(
      (name) => name.endsWith('.wandb') || name.startsWith('offline-run-'),
    );
  return path.endsWith('.wandb');
}

async function* rowsOf(path: string): AsyncGenerator<RowAt> {
  if ((await stat(path)).isDirectory())
    throw new LedgerFault(`'${path}' is a folder without a log of W&B`, EXPORT);
  if (extname(path).toLowerCase() !== '.json') yield* csvRows(path);
  else
    for await (const { line, text } of jsonItems(path, null))
      yield { line, cells: text === null ? null : objectIn(text) };
}
