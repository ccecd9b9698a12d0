import { Batcher, createSacctJsonReader, objectIn, type ReadBatch } from '@ml-emissions/logs';
import { batchesOf, type RowAt } from '../read/batches.ts';
import { jsonItems } from '../read/json-items.ts';

/**
 * Reads `sacct --json`.
 *
 * @param path of the file
 * @returns jobs as those of `sacct -P`: the same job in both is one
 * Errors: those of reading the file; what is wrong with a job is a reject with the line that it begins at.
 * @example for await (const { jobs } of readSacctJson('sacct.json')) console.log(jobs.length);
 */
export async function* readSacctJson(path: string): AsyncGenerator<ReadBatch> {
  const batch = new Batcher();
  yield* batchesOf(jobsIn(path), { batch, reader: createSacctJsonReader(batch) });
}

async function* jobsIn(path: string): AsyncGenerator<RowAt> {
  for await (const { line, text } of jsonItems(path, 'jobs'))
    yield { line, cells: text === null ? null : objectIn(text) };
}
