import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import type { LoggedJob, ReadBatch, Reject } from '@ml-emissions/logs';
import { onTestFinished } from 'vitest';
import { importFile } from './import-file.ts';
import { type Mapping, parseMapping } from './mapping/mapping.ts';
import { priceLedger } from './price/price.ts';
import { rejectsOf } from './rejects.ts';
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

/**
 * A ledger in memory with the jobs of a table, priced.
 *
 * @param table as CSV
 * @param mapping as it would stand in a file
 */
export async function pricedTable(table: readonly string[], mapping: unknown): Promise<Ledger> {
  const path = mkdtempSync(join(tmpdir(), 'ledger-'));
  const ledger = await openLedger(':memory:', { threads: 1 });
  try {
    const file = join(path, 'jobs.csv');
    writeFileSync(file, `${table.join('\n')}\n`);
    const asked = { mapping: mappingOf(mapping), as: 'table' } as const;
    const { rejected } = await importFile(ledger, calculator, file, asked);
    if (rejected > 0) throw new Error(JSON.stringify(await rejectsOf(ledger)));
    await priceLedger(ledger.engine, calculator);
    return ledger;
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}
