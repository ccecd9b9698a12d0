import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';
import { command } from '../../packages/cli/src/testing.ts';
import { type Cluster, openTrino } from '../../packages/ledger/src/engine/trino.ts';
import {
  exportLedger,
  idleOf,
  type Ledger,
  priceLedger,
  projectOf,
  questionsOf,
  type SummaryKey,
  summarise,
  topJobs,
  trendOf,
  whatIf,
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
      expect(counts.jobs).toBe(12_500);
      // Meters that saw several jobs, and ranges that the model alone gives, are among them.
      expect(JSON.stringify(counts.notes)).toContain('other jobs ran on its nodes');
      const [modelled] = await there.rows('SELECT count(*) AS jobs FROM unpriced');
      expect(modelled?.jobs).toBeGreaterThan(400);
      const sql = (
        key: string,
      ) => `SELECT ${key} AS key, job_id, user_name, state, notes, kind, hours,
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
    'the largest jobs are the same, of all and of those that somebody asked for',
    async () => {
      const [here, there] = both();
      for (const where of [
        {},
        { user: ['o\'neil "1"', null], load: ['low', 'at rest', 'usual'] },
      ]) {
        const wanted = await topJobs(here, 25, where);
        expect(wanted).toHaveLength(25);
        expect(largestDifference(await topJobs(there, 25, where), wanted)).toBeLessThan(NEAR);
      }
    },
    MINUTES,
  );

  test(
    'what-if, idle, trend and questions have the figures that DuckDB gives them',
    async () => {
      const [here, there] = both();
      const where = { user: ['amira', 'o\'neil "1"'] };
      const change = { place: { country: 'SE' } } as const;
      for (const answer of [
        // Ends of a ratio's range hang on the order in which shapes come, by less than a millionth.
        async (engine: typeof here) =>
          (await whatIf(engine, calculator, change, ['project'], where)).rows.map(
            ({ here: was, there: would, ratio }) => ({ was, would, ratio: ratio?.value ?? null }),
          ),
        (engine: typeof here) => idleOf(engine, ['cluster'], where),
        (engine: typeof here) => trendOf(engine, 'quarter', [], {}),
        (engine: typeof here) => questionsOf(engine, calculator, where),
      ])
        expect(largestDifference(await answer(there), await answer(here))).toBeLessThan(NEAR);
    },
    MINUTES,
  );

  test(
    'the command answers from a cluster as from a file',
    async () => {
      const { server = '' } = trino ?? {};
      const ledgerOn = (...args: readonly string[]) =>
        command(['ledger', ...args, '--server', server, '--catalog', 'hive', '--schema', 'lab']);
      const summed = await ledgerOn('summary', '--by', 'user', '--json');
      expect([summed.err, summed.exit]).toEqual(['', 0]);
      expect(JSON.parse(summed.out)).toHaveLength((await summarise(both()[0], ['user'])).length);
      const [head, ...rows] = (await ledgerOn('jobs')).out.trim().split('\n');
      expect(head).toMatch(/^jobId,source,user,project,start,end,state,/);
      expect(rows).toHaveLength(12_500);
      const lines = (await ledgerOn('jobs', '--format', 'ndjson')).out.trim().split('\n');
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ jobId: expect.any(String) });
      const parquet = await ledgerOn('jobs', '--format', 'parquet');
      expect([parquet.exit, parquet.err]).toEqual([2, expect.stringContaining('table priced')]);
      const nowhere = await ledgerOn('jobs', '--out', '/nowhere/at/all.csv');
      expect([nowhere.exit, nowhere.err]).toEqual([
        2,
        expect.stringContaining('cannot be written'),
      ]);
    },
    MINUTES,
  );

  test(
    'what was exported again counts once, and nothing stays that was only worked with',
    async () => {
      const [here, there] = both();
      const before = await priceLedger(here, calculator);
      if (ledger && trino) await exportLedger(ledger, join(trino.folder, 'export'));
      expect(await there.rows('SELECT count(*) AS jobs FROM job')).toEqual([
        { jobs: 2 * before.jobs },
      ]);
      expect(await priceLedger(there, calculator)).toEqual(before);
      const where = { state: ['failed'] };
      const most = largestDifference(await projectOf(there, where), await projectOf(here, where));
      expect(most).toBeLessThan(NEAR);
      await cluster?.close();
      const tables = await there.rows(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'lab' ORDER BY 1",
      );
      expect(tables.map(({ table_name: name }) => name)).toEqual([
        'job',
        'monthly',
        'priced',
        'pricing',
        'shape',
        'template',
      ]);
    },
    MINUTES,
  );

  test(
    'a table of somebody else is left alone, and what is half priced is not priced',
    async () => {
      const [, there] = both();
      await there.run('DROP TABLE priced');
      await there.run("CREATE TABLE priced COMMENT 'wages' AS SELECT 1 AS wage");
      await expect(priceLedger(there, calculator)).rejects.toThrow(
        "the table 'priced' in hive.lab is not of this command's making",
      );
      expect(await there.rows('SELECT wage FROM priced')).toEqual([{ wage: 1 }]);
      await expect(summarise(there, [])).rejects.toThrow('nothing in the ledger is priced yet');
    },
    MINUTES,
  );

  test('a schema without an export is told', async () => {
    const { server = '' } = trino ?? {};
    const ran = await command([
      ...['ledger', 'price', '--server', server, '--catalog', 'hive', '--schema', 'nothing'],
    ]);
    expect([ran.exit, ran.err]).toEqual([
      2,
      expect.stringMatching(/SCHEMA_NOT_FOUND[\s\S]*--schema/),
    ]);
  });
});
