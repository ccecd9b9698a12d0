import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { sampleLog } from '../scripts/ledger-sample.ts';

// A ledger's work in CPU time of its process, start and all, beside what DuckDB alone takes to read the same file and to
// copy the same columns.
const COMMAND = fileURLToPath(new URL('../packages/cli/bin/ml-emissions.js', import.meta.url));
const JOBS = 200_000;
const S = 1e6;

const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-'));
const file = (name: string) => join(folder, name);
writeFileSync(file('sacct.txt'), `${[...sampleLog(JOBS)].join('\n')}\n`);
writeFileSync(
  file('mapping.yaml'),
  'defaults: { place: { country: FR } }\naccelerators: { a100: A100 SXM4 80GB, h100: H100 SXM5 80GB }\n',
);

/** CPU seconds and largest memory of a command, as its process counts them. */
function ran(...args: readonly string[]): { readonly cpuS: number; readonly mb: number } {
  const code = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('\\n' + JSON.stringify([userCPUTime + systemCPUTime, maxRSS])); });
    process.argv.splice(1, 0, 'ml-emissions'); await import(${JSON.stringify(COMMAND)});`;
  const all = ['--input-type=module', '-e', code, '--', ...args, '--ledger', file('jobs.duckdb')];
  const { stderr, status } = spawnSync(process.execPath, all, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [micros = 0, kb = 0] = JSON.parse(stderr.split('\n').at(-1) ?? '[]') as number[];
  return { cpuS: micros / S, mb: kb / 1024 };
}

const instance = await DuckDBInstance.create(':memory:', { memory_limit: '256MB' });
const connection = await instance.connect();
async function bare(sql: string, values: Record<string, string>): Promise<number> {
  const before = process.cpuUsage();
  await connection.run(sql, values);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / S;
}

const say = (what: string, cpuS: number, floor: number | null, mb: number | null) =>
  console.log(
    `${what.padEnd(44)} ${cpuS.toFixed(2).padStart(7)} s${floor === null ? '' : ` ${(cpuS / floor).toFixed(1).padStart(6)} x DuckDB alone`}${mb === null ? '' : `, ${mb.toFixed(0)} MB`}`,
  );

console.log(`ledger, ${JOBS.toLocaleString('en')} jobs, CPU time`);
const imported = ran('ledger', 'import', file('sacct.txt'), '--mapping', file('mapping.yaml'));
const priced = ran('ledger', 'price');
const summed = ran('ledger', 'summary', '--by', 'user,month', '--csv');
const written = ran('ledger', 'jobs', '--format', 'parquet', '--out', file('jobs.parquet'));
const read = await bare(
  "CREATE TABLE log AS SELECT * FROM read_csv($path, delim = '|', all_varchar = true)",
  { path: file('sacct.txt') },
);
const copied = await bare(
  'COPY (SELECT * FROM read_parquet($from)) TO $to (FORMAT parquet, COMPRESSION zstd)',
  {
    from: file('jobs.parquet'),
    to: file('copy.parquet'),
  },
);
say('import, against reading the text into a table', imported.cpuS, read, imported.mb);
say('price, against copying the rows as Parquet', priced.cpuS, copied, priced.mb);
say('summary by user and month', summed.cpuS, null, summed.mb);
say('jobs as Parquet, against copying them', written.cpuS, copied, written.mb);
connection.closeSync();
rmSync(folder, { recursive: true });
