import { Batcher, createCodeCarbonReader, type ReadBatch } from '@ml-emissions/logs';
import type { Mapping } from '../mapping/mapping.ts';
import { batchesOf } from '../read/batches.ts';
import { csvRows } from '../read/csv.ts';
import { createTimeReader } from '../read/local-time.ts';

/** Runs of one file that are kept until its end: later rows of a run may stand anywhere. */
const MOST_RUNS = 1_000_000;

/**
 * Reads an emissions.csv.
 *
 * @param path of the file
 * @param mapping says in which zone its times are
 * Errors: throws `LedgerFault` where it is no such table.
 */
export async function* readCodeCarbon(
  path: string,
  { timeZone }: Mapping,
): AsyncGenerator<ReadBatch> {
  const batch = new Batcher();
  const reader = createCodeCarbonReader(batch, createTimeReader(timeZone));
  yield* batchesOf(csvRows(path), { batch, reader, most: MOST_RUNS });
}
