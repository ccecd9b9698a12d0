import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { rowsOf } from '../engine/rows.ts';
import { importFile } from '../import-file.ts';
import { priceLedger } from '../price/price.ts';
import { type Ledger, openLedger } from '../store/ledger.ts';
import { summarise } from '../summary/summary.ts';
import { folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { exportLedger } from './export.ts';
import { openExports } from './exports.ts';
import { EXPORTED_JOB, EXPORTED_TEMPLATE, ONCE_SQL } from './once.ts';
import { writeSql } from './sql.ts';

/** A ledger with the jobs of a table. */
async function ledgerOf(rows: readonly string[]): Promise<Ledger> {
  const ledger = await ledgerInMemory();
  const path = join(folder(), 'jobs.csv');
  writeFileSync(path, ['id,user,accelerator,count,hours,state,powerW', ...rows, ''].join('\n'));
  const mapping = mappingOf({ defaults: { place: { country: 'FR' } } });
  const { rejected } = await importFile(ledger, calculator, path, { mapping, as: 'table' });
  expect(rejected).toBe(0);
  return ledger;
}

/** All exports of a folder as the tables of a cluster. */
async function readBack(path: string) {
  const ledger = await openLedger(':memory:', { threads: 1 });
  await ledger.connection.run('DROP TABLE job; DROP TABLE template');
  for (const table of ['job', 'template'])
    await ledger.connection.run(
      `CREATE TABLE ${table} AS SELECT * FROM read_parquet('${join(path, table, '*.parquet')}')`,
    );
  return ledger;
}

test('tables.sql names the columns that the files have', async () => {
  const path = folder();
  const ledger = await ledgerOf(['a,ann,T4,2,100,completed']);
  expect(await exportLedger(ledger, path)).toMatchObject({ jobs: 1, templates: 1 });
  const text = readFileSync(join(path, 'tables.sql'), 'utf8');
  const back = await readBack(path);
  for (const [table, columns] of [
    ['job', EXPORTED_JOB],
    ['template', EXPORTED_TEMPLATE],
  ] as const) {
    const found = await rowsOf(
      back.connection,
      'SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = ?',
      [table],
    );
    // Parquet's times without a zone are of milliseconds, which DuckDB reads as microseconds.
    const wanted = Object.entries(columns).map(([name, type]) => ({
      name,
      type: type === 'TIMESTAMP_MS' ? 'TIMESTAMP' : type,
    }));
    expect(found).toEqual(wanted);
    const part = text.split('CREATE TABLE').find((one) => one.startsWith(` ${table} (`)) ?? '';
    expect([...part.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name)).toEqual(
      Object.keys(columns),
    );
  }
  const [first] = await rowsOf(back.connection, 'SELECT key FROM job');
  expect(String(first?.key)).toMatch(/^\d{39}$/);
  back.close();
});

test('jobs of several exports count once: what has ended, then what was exported last', async () => {
  const path = folder();
  const exported = async (...rows: readonly string[]) =>
    (await exportLedger(await ledgerOf(rows), path)).name;
  const first = await exported(
    'a,ann,T4,2,100,completed',
    'b,ann,T4,2,100,running',
    'c,ann,T4,2,100,completed',
  );
  const second = await exported(
    'a,ann,T4,2,200,completed',
    'b,ann,T4,2,150,completed',
    'c,ann,T4,2,200,running',
    'd,ben,H100 SXM5 80GB,8,1,completed',
  );
  expect(first < second).toBe(true);
  expect(readdirSync(join(path, 'job')).sort()).toEqual([`${first}.parquet`, `${second}.parquet`]);
  const back = await readBack(path);
  const once = await rowsOf(
    back.connection,
    `SELECT job_id, hours FROM (${ONCE_SQL}) ORDER BY job_id`,
  );
  expect(once).toEqual([
    { job_id: 'a', hours: 200 },
    { job_id: 'b', hours: 150 },
    { job_id: 'c', hours: 100 },
    { job_id: 'd', hours: 1 },
  ]);
  // Runs have the same id in each export, whatever number they had in its ledger.
  const templates = await rowsOf(back.connection, 'SELECT count(DISTINCT id) AS ids FROM template');
  expect(templates).toEqual([{ ids: 2 }]);
  back.close();
});

test('an export has the figures of its ledger', async () => {
  const path = folder();
  const ledger = await ledgerOf(['a,ann,T4,2,100,completed', 'b,,H100 SXM5 80GB,8,1e-3,failed']);
  await exportLedger(ledger, path);
  const back = await readBack(path);
  const sql = 'SELECT job_id, kg_co2e, kg_co2e_low, kg_co2e_high FROM priced ORDER BY job_id';
  for (const { engine } of [ledger, back]) await priceLedger(engine, calculator);
  expect(await back.engine.rows(sql)).toEqual(await ledger.engine.rows(sql));
  back.close();
});

test('a folder that cannot be written is told', async () => {
  const ledger = await ledgerOf(['a,ann,T4,2,100,completed']);
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  await expect(exportLedger(ledger, join(file, 'below'))).rejects.toThrow('cannot be written');
});

test('price.sql prices the exports, those that the model alone can price among them', async () => {
  const path = folder();
  const rows = ['a,ann,T4,2,100,completed', 'b,,H100 SXM5 80GB,8,10,failed,300'];
  const ledger = await ledgerOf(rows);
  await exportLedger(ledger, path);
  await exportLedger(await ledgerOf([...rows, 'c,ann,T4,2,1e7,completed']), path);
  await expect(openExports(path).then(({ engine }) => summarise(engine, []))).rejects.toThrow(
    'nothing in the ledger is priced yet',
  );
  const written = await writeSql(path, calculator);
  expect(written).toMatchObject({ edition: calculator.editions.current, modelled: 1 });
  await expect(openExports(path)).rejects.toThrow('are not priced yet');
  // What Spark reads, with DuckDB's words for files.
  const texts = readFileSync(join(path, 'price.sql'), 'utf8')
    .replace(/parquet\.`\$\{folder\}\/(\w+)`/g, `read_parquet('${path}/$1/*.parquet')`)
    .replace(
      /INSERT OVERWRITE DIRECTORY '\$\{folder\}\/priced' USING parquet/,
      'CREATE TABLE priced AS',
    )
    .split(';\n')
    .filter((text) => text.trim() !== '');
  const engine = await openLedger(':memory:', { threads: 1 });
  await engine.connection.run('DROP TABLE job; DROP TABLE template');
  for (const text of texts) await engine.connection.run(text);
  mkdirSync(join(path, 'priced'));
  await engine.connection.run(`COPY priced TO '${join(path, 'priced', 'part.parquet')}'`);
  engine.close();
  const priced = await openExports(path);
  const all = await ledgerOf([...rows, 'c,ann,T4,2,1e7,completed']);
  await priceLedger(all.engine, calculator);
  const sql = 'SELECT job_id, kg_co2e, kg_co2e_low, kg_co2e_high FROM priced ORDER BY job_id';
  expect(await priced.engine.rows(sql)).toEqual(await all.engine.rows(sql));
  expect((await summarise(priced.engine, ['user'])).map(({ jobs }) => jobs)).toEqual([2, 1]);
  priced.close();
});

test('a folder without an export is told', async () => {
  await expect(openExports(folder())).rejects.toThrow('there is no export in');
  await expect(writeSql(folder(), calculator)).rejects.toThrow('there is no export in');
});
