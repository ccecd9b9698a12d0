import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ReadBatch } from './importers/importer.ts';
import type { LoggedJob, Reject } from './job.ts';
import { type Mapping, parseMapping } from './mapping/mapping.ts';
import { type Ledger, openLedger } from './store/ledger.ts';

/** A folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A ledger in memory. */
export async function ledgerInMemory(): Promise<Ledger> {
  const ledger = await openLedger(':memory:', { threads: 1 });
  onTestFinished(() => ledger.close());
  return ledger;
}

/** A mapping as it would stand in a file. */
export function mappingOf(written: unknown): Mapping {
  const parsed = parseMapping(written);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.mapping;
}

/** All that an importer reads of a file. */
export async function allOf(batches: AsyncIterable<ReadBatch>) {
  const jobs: LoggedJob[] = [];
  const rejects: Reject[] = [];
  let [parts, leftOut] = [0, 0];
  for await (const batch of batches) {
    jobs.push(...batch.jobs.map(({ job }) => job));
    rejects.push(...batch.rejects);
    parts += batch.parts;
    leftOut += batch.leftOut;
  }
  return { jobs, rejects, parts, leftOut };
}
