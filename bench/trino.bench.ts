import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Cluster, openTrino } from '../packages/ledger/src/engine/trino.ts';
import { sampleLog } from '../scripts/ledger-sample.ts';
import { startTrino, trinoNeeds } from '../scripts/trino/server.ts';

// The ledger on a cluster's engine: what its texts take beside the engine's own scan of the same columns, and with two
// workers beside one, of a core each. Rounds take turns, and the quietest of each counts. Not part of `npm run bench`:
//     node --import tsx bench/trino.bench.ts [JOBS] [ROUNDS]
const COMMAND = fileURLToPath(new URL('../packages/cli/bin/ml-emissions.js', import.meta.url));
const JOBS = Number(process.argv[2] ?? 4_000_000);
const SAMPLE = 10_000;
const ROUNDS = Number(process.argv[3] ?? 3);
const FILES = 16;
const SCHEMA = 'lab';

const needs = trinoNeeds();
if ('missing' in needs) {
  console.log(`not run: ${needs.missing}`);
  process.exit();
}
const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-'));
const file = (name: string) => join(folder, name);

function ledger(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'ledger', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/** The sample's jobs over and over, each of its own length, in files of which a worker takes one at a time. */
async function enlarge(from: string, to: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  mkdirSync(join(to, 'job'), { recursive: true });
  mkdirSync(join(to, 'template'), { recursive: true });
  await connection.run(`COPY (FROM '${from}/template/*.parquet') TO '${to}/template/all.parquet'`);
  const copies = Math.ceil(JOBS / SAMPLE / FILES);
  for (let at = 0; at < FILES; at += 1)
    await connection.run(`COPY (
      SELECT lpad(CAST(${at} * 1000 + copy AS VARCHAR), 7, '0') || substr(key, 8) AS key,
        job.* EXCLUDE (key, hours), hours * (0.5 + random()) AS hours
      FROM read_parquet('${from}/job/*.parquet') AS job, range(${copies}) AS copies (copy)
    ) TO '${to}/job/${at}.parquet' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
}

interface Seconds {
  price: number;
  copy: number;
  sums: number;
  scan: number;
}

/** How long the engine was at the last text that has a mark, s. */
async function secondsOf({ engine }: Cluster, mark: string): Promise<number> {
  const [row] = await engine.rows(
    `SELECT CAST(date_diff('millisecond', started, "end") AS DOUBLE) AS ms FROM system.runtime.queries
     WHERE state = 'FINISHED' AND query LIKE '${mark}' AND query NOT LIKE '%system.runtime%' ORDER BY created DESC LIMIT 1`,
  );
  return Number(row?.ms) / 1000;
}

/** Waits until all workers take work, which is not when they are up. */
async function joined({ engine }: Cluster, workers: number): Promise<void> {
  const sql = `SELECT count(*) AS nodes FROM system.runtime.nodes WHERE NOT coordinator AND state = 'active'`;
  for (let tried = 0; tried < 120; tried += 1) {
    const [found] = await engine.rows(sql);
    if (found?.nodes === workers) return;
    await sleep(1000);
  }
  throw new Error('joined(): not all workers are there');
}

/** Each text's quietest round, with so many workers of a core each. */
async function measured(workers: number): Promise<Seconds> {
  const trino = await startTrino(needs as Exclude<typeof needs, { missing: string }>, {
    workers,
    cores: ['0', '1'].slice(0, workers),
  });
  try {
    const cluster = await openTrino({ ...trino, schema: SCHEMA, user: 'bench' });
    const { engine } = cluster;
    await joined(cluster, workers);
    await engine.run(`CREATE SCHEMA hive.${SCHEMA}`);
    spawnSync('ln', ['-s', file('large'), join(trino.folder, 'export')]);
    const tables = readFileSync(file('small/tables.sql'), 'utf8').replaceAll(
      's3://BUCKET/FOLDER',
      'local:///export',
    );
    for (const text of tables.split(';\n').filter((one) => one.trim() !== ''))
      await engine.run(text);
    const found = await engine.rows(
      `SELECT column_name FROM information_schema.columns WHERE table_schema = '${SCHEMA}' AND table_name = 'job'`,
    );
    const columns = found.map(({ column_name: name }) => String(name));
    const where = ['--server', trino.server, '--catalog', trino.catalog, '--schema', SCHEMA];
    const best: Seconds = { price: Infinity, copy: Infinity, sums: Infinity, scan: Infinity };
    for (let round = 0; round < ROUNDS; round += 1) {
      ledger('price', ...where);
      ledger('summary', '--by', 'user,month', ...where);
      await engine.work('copy', `SELECT ${columns.join(', ')} FROM job`);
      await engine.rows(`SELECT ${columns.map((name) => `max(${name})`).join(', ')} FROM job`);
      best.price = Math.min(best.price, await secondsOf(cluster, 'CREATE TABLE "priced"%'));
      best.sums = Math.min(best.sums, await secondsOf(cluster, '%down_bin%'));
      best.copy = Math.min(best.copy, await secondsOf(cluster, 'CREATE TABLE "copy"%'));
      best.scan = Math.min(best.scan, await secondsOf(cluster, 'SELECT max(key)%'));
    }
    return best;
  } finally {
    await trino.stop();
  }
}

function tell(name: string, { price, copy, sums, scan }: Seconds): void {
  const times = (floor: number) => `${(price / floor).toFixed(2)} x`;
  console.log(
    `${name}: priced in ${price.toFixed(1)} s, ${times(copy)} copying the jobs (${copy.toFixed(1)} s), ${times(scan)} reading them (${scan.toFixed(1)} s); summed by user and month in ${sums.toFixed(1)} s`,
  );
}

try {
  writeFileSync(file('sacct.txt'), `${[...sampleLog(SAMPLE)].join('\n')}\n`);
  writeFileSync(
    file('mapping.yaml'),
    'defaults: { place: { country: FR } }\naccelerators: { a100: A100 SXM4 80GB, h100: H100 SXM5 80GB }\n',
  );
  const own = ['--ledger', file('jobs.duckdb')];
  ledger('import', file('sacct.txt'), '--mapping', file('mapping.yaml'), ...own);
  ledger('export', '--to', file('small'), ...own);
  await enlarge(file('small'), file('large'));
  const machine = `${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  console.log(
    `Trino 476, ${JOBS.toLocaleString('en')} jobs; all nodes on one machine of ${machine}`,
  );
  const one = await measured(1);
  tell('one worker', one);
  const two = await measured(2);
  tell('two workers', two);
  const faster = (name: keyof Seconds) => `${name} ${(one[name] / two[name]).toFixed(2)}`;
  console.log(
    `two workers, times as fast: ${(['price', 'sums', 'copy', 'scan'] as const).map(faster).join(', ')}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
