import type { Batcher, Cells, ReadBatch, RowReader } from '@ml-emissions/logs';
import { LedgerFault } from '../engine/duckdb.ts';

/** A row with the line that it begins at; null in place of cells where it cannot be read. */
export interface RowAt {
  readonly line: number;
  readonly cells: Cells | null;
}

interface Reading {
  readonly batch: Batcher;
  /** Puts what it reads into the same batch. */
  readonly reader: RowReader;
  /** Jobs that may wait for the end of the file. */
  readonly most?: number;
}

/**
 * The rows of a file in batches of jobs.
 *
 * @param rows one after another
 * Errors: throws `LedgerFault` where more jobs wait for the end of the file than memory is meant for.
 */
export async function* batchesOf(
  rows: AsyncIterable<RowAt>,
  { batch, reader, most = Number.POSITIVE_INFINITY }: Reading,
): AsyncGenerator<ReadBatch> {
  for await (const { line, cells } of rows) {
    reader.add(line, cells);
    if (reader.open() > most)
      throw new LedgerFault(`the file has more than ${most} runs`, 'export it in parts');
    if (batch.isFull) yield batch.take();
  }
  for (const { line, job } of reader.rest()) {
    batch.job(line, job);
    if (batch.isFull) yield batch.take();
  }
  yield batch.take();
}
