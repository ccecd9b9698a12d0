import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';
import { openExports } from '../../packages/ledger/src/export/exports.ts';
import { exportLedger, priceLedger, summarise, writeSql } from '../../packages/ledger/src/index.ts';
import { findJava } from '../../scripts/trino/java.ts';
import { largestDifference } from './difference.ts';
import { labLedger } from './lab.ts';

const NEAR = 1e-9;
const MINUTES = 600_000;

/** Spark 4 runs on Java 17 and 21. */
const java = findJava((version) => version === 17 || version === 21);
const python = process.env.PYSPARK_PYTHON ?? 'python3';
const { stdout = '' } = spawnSync(python, ['-c', 'import pyspark; print(pyspark.__version__)'], {
  encoding: 'utf8',
});
const missing = !stdout.startsWith('4.')
  ? ': no pyspark 4 is here (PYSPARK_PYTHON)'
  : java === null
    ? ': no Java 17 or 21 is here (JAVA_HOME)'
    : '';

/** Reads a script as `spark-sql -d folder=… -f` does. */
const RUN = `
import sys
from pyspark.sql import SparkSession
folder, script = sys.argv[1:]
spark = (SparkSession.builder.master("local[2]").config("spark.sql.session.timeZone", "UTC")
    .config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1").getOrCreate())
for text in open(script).read().replace("\${folder}", folder).split(";\\n"):
    if text.strip():
        spark.sql(text)
`;

describe.skipIf(missing !== '')(`the ledger's texts on Spark${missing}`, () => {
  test(
    'price each job and each group as DuckDB does, of two exports too',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ledger-spark-'));
      const ledger = await labLedger();
      try {
        await exportLedger(ledger, folder);
        await exportLedger(ledger, folder);
        const written = await writeSql(folder, calculator);
        expect(written.modelled).toBeGreaterThan(400);
        writeFileSync(join(folder, 'run.py'), RUN);
        const ran = spawnSync(python, [join(folder, 'run.py'), folder, join(folder, 'price.sql')], {
          encoding: 'utf8',
          env: { ...process.env, JAVA_HOME: join(java ?? '', '..', '..') },
        });
        expect(ran.status, ran.stderr).toBe(0);
        await priceLedger(ledger.engine, calculator);
        const there = await openExports(folder);
        const sql = (
          key: string,
        ) => `SELECT ${key} AS key, job_id, user_name, state, notes, kind, hours, metered_kwh,
          energy_kwh, energy_kwh_low, energy_kwh_high, kg_co2e, kg_co2e_low, kg_co2e_high, embodied_kg_co2e
          FROM priced ORDER BY key`;
        const wanted = await ledger.engine.rows(sql("lpad(CAST(key AS VARCHAR), 39, '0')"));
        const found = await there.engine.rows(sql('key'));
        const most = largestDifference(found, wanted);
        process.stdout.write(
          `${found.length} jobs on Spark and on DuckDB: they differ by ${most.toExponential(1)} at most\n`,
        );
        expect(most).toBeLessThan(NEAR);
        const groups = async ({ engine }: typeof there) =>
          (await summarise(engine, ['user', 'month']))
            .map(({ keys, ...rest }) => ({ keys: JSON.stringify(keys), ...rest }))
            .sort((a, b) => (a.keys < b.keys ? -1 : 1));
        expect(largestDifference(await groups(there), await groups(ledger))).toBeLessThan(NEAR);
        there.close();
      } finally {
        ledger.close();
        rmSync(folder, { recursive: true });
      }
    },
    MINUTES,
  );
});
