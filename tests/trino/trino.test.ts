import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';
import { type Cluster, openTrino } from '../../packages/ledger/src/engine/trino.ts';
import {
  exportLedger,
  type Ledger,
  priceLedger,
  type SummaryKey,
  summarise,
  topJobs,
} from '../../packages/ledger/src/index.ts';
import { startTrino, type TrinoServer, trinoNeeds } from '../../scripts/trino/server.ts';
import { largestDifference } from './difference.ts';
import { labLedger } from './lab.ts';

const needs = trinoNeeds();
const why = 'missing' in needs ? `: ${needs.missing}` : '';
const MINUTES = 300_000;
const NEAR = 1e-9;

describe.skipIf('missing' in needs)(`the ledger on Trino${why}`, () => {
  let [trino, ledger, cluster]: [TrinoServer?, Ledger?, Cluster?] = [];

  beforeAll(async () => {
    if ('missing' in needs) return;
    trino = await startTrino(needs);
    ledger = await labLedger();
    await exportLedger(ledger, join(trino.folder, 'export'));
    cluster = await openTrino({ ...trino, schema: 'lab', user: 'test' });
    await cluster.engine.run('CREATE SCHEMA hive.lab');
    const tables = readFileSync(join(trino.folder, 'export', 'tables.sql'), 'utf8')
      .replaceAll('s3://BUCKET/FOLDER', 'local:///export')
      .split(';\n')
      .filter((text) => text.trim() !== '');
    for (const text of tables) await cluster.engine.run(text);
  }, MINUTES);
  afterAll(async () => {
    ledger?.close();
    await trino?.stop();
  });

  const both = () => {
    if (!ledger || !cluster) throw new Error('both(): not started');
    return [ledger.engine, cluster.engine] as const;
  };

  test(
    'every job has the figures that DuckDB gives it',
    async () => {
      const [here, there] = both();
      const counts = await priceLedger(here, calculator);
      expect(await priceLedger(there, calculator)).toEqual(counts);
      expect(counts.priced).toBeGreaterThan(12_000);
      const sql = (
        key: string,
      ) => `SELECT ${key} AS key, job_id, user_name, state, notes, energy_from, kind, hours,
      metered_kwh, energy_kwh, energy_kwh_low, energy_kwh_high, kg_co2e, kg_co2e_low, kg_co2e_high, embodied_kg_co2e
      FROM priced ORDER BY key`;
      const wanted = await here.rows(sql("lpad(CAST(key AS VARCHAR), 39, '0')"));
      const found = await there.rows(sql('key'));
      const most = largestDifference(found, wanted);
      process.stdout.write(
        `${found.length} jobs on Trino and on DuckDB: they differ by ${most.toExponential(1)} at most\n`,
      );
      expect(most).toBeLessThan(NEAR);
    },
    MINUTES,
  );

  test.each<{ by: readonly SummaryKey[] }>([
    { by: [] },
    { by: ['user', 'month'] },
    { by: ['project', 'accelerator', 'state'] },
    { by: ['cluster', 'year', 'place', 'rung', 'zone', 'phase', 'source', 'partition'] },
  ])(
    'every group by $by has the figures that DuckDB gives it',
    async ({ by }) => {
      const [here, there] = both();
      const inOrder = async (engine: typeof here) =>
        (await summarise(engine, by))
          .map(({ keys, ...rest }) => ({ keys: JSON.stringify(keys), ...rest }))
          .sort((a, b) => (a.keys < b.keys ? -1 : 1));
      const [wanted, found] = [await inOrder(here), await inOrder(there)];
      const most = largestDifference(found, wanted);
      process.stdout.write(
        `${found.length} groups by ${by.join(', ') || 'nothing'}: ${most.toExponential(1)} at most\n`,
      );
      expect(most).toBeLessThan(NEAR);
    },
    MINUTES,
  );

  test(
    'the largest jobs are the same',
    async () => {
      const [here, there] = both();
      expect(largestDifference(await topJobs(there, 25), await topJobs(here, 25))).toBeLessThan(
        NEAR,
      );
    },
    MINUTES,
  );
});
