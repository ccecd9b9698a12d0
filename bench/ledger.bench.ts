import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { sampleLog } from '../scripts/ledger-sample.ts';
import { processCost } from './process-cost.ts';

// A ledger's work in CPU time and largest memory of its process, start and all, beside processes in which DuckDB alone
// reads or writes the same: with its threads and as much memory as a ledger has. How many jobs is told as an argument.
//     npm run bench, or node --import tsx bench/ledger.bench.ts 10000000
const COMMAND = fileURLToPath(new URL('../packages/cli/bin/ml-emissions.js', import.meta.url));
const JOBS = Number(process.argv[2] ?? 200_000);
const PAIRS = ['user,month', 'project,accelerator', 'state,partition', 'zone,quarter'];
const SHAPES = [100, 1000, 10_000];

const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-'));
const at = (name: string) => join(folder, name);
const write = (name: string, lines: Iterable<string>) =>
  pipeline(
    Readable.from(
      (function* () {
        for (const line of lines) yield `${line}\n`;
      })(),
    ),
    createWriteStream(at(name)),
  );

interface Cost {
  readonly cpuSeconds: number;
  readonly maxRssMb: number;
  readonly seconds: number;
}

async function cost(args: readonly string[]): Promise<Cost> {
  const started = performance.now();
  const used = await processCost(args, at('out.txt'));
  return { ...used, seconds: (performance.now() - started) / 1000 };
}

const ran = (ledger: string, ...args: readonly string[]) =>
  cost([COMMAND, 'ledger', ...args, '--ledger', at(ledger)]);

const DUCKDB = import.meta.resolve('@duckdb/node-api');
const bare = (sql: string, database = ':memory:') =>
  cost([
    '--input-type=module',
    '-e',
    `import { DuckDBInstance } from '${DUCKDB}';
     const instance = await DuckDBInstance.create(${JSON.stringify(database)}, { memory_limit: '256MB', preserve_insertion_order: 'false' });
     await (await instance.connect()).run(${JSON.stringify(sql)});`,
  ]);

function say(what: string, { cpuSeconds, maxRssMb, seconds }: Cost, floor?: Cost): void {
  const times = floor ? `${(cpuSeconds / floor.cpuSeconds).toFixed(1)} x` : '';
  console.log(
    `${what.padEnd(46)} ${cpuSeconds.toFixed(2).padStart(8)} s ${times.padStart(7)} ${seconds.toFixed(2).padStart(8)} s ${maxRssMb.toFixed(0).padStart(5)} MB`,
  );
}
const together = (...all: readonly Cost[]): Cost => ({
  cpuSeconds: all.reduce((sum, one) => sum + one.cpuSeconds, 0),
  seconds: all.reduce((sum, one) => sum + one.seconds, 0),
  maxRssMb: Math.max(...all.map((one) => one.maxRssMb)),
});

try {
  const mapping = ['--mapping', at('mapping.yaml')];
  writeFileSync(
    at('mapping.yaml'),
    'defaults: { place: { country: FR } }\naccelerators: { a100: A100 SXM4 80GB, h100: H100 SXM5 80GB }\n',
  );
  console.log(
    `ledger, ${JOBS.toLocaleString('en')} jobs: CPU time, against DuckDB alone; by the clock; largest memory`,
  );
  await write('sacct.txt', sampleLog(JOBS));
  const read = await bare(
    `CREATE TABLE log AS SELECT * FROM read_csv('${at('sacct.txt')}', delim = '|', all_varchar = true)`,
    at('log.duckdb'),
  );
  rmSync(at('log.duckdb'));
  const imported = await ran('jobs.duckdb', 'import', at('sacct.txt'), ...mapping);
  const again = await ran('jobs.duckdb', 'import', at('sacct.txt'), ...mapping);
  const priced = await ran('jobs.duckdb', 'price');
  const copied = await bare('CREATE TABLE copied AS SELECT * FROM priced', at('jobs.duckdb'));
  const summaries: Cost[] = [];
  for (const by of PAIRS) summaries.push(await ran('jobs.duckdb', 'summary', '--by', by, '--csv'));
  say('DuckDB: the text into a table', read);
  say('import of sacct, against that', imported, read);
  say('import of the same again', again, read);
  say('DuckDB: the priced jobs into a table', copied);
  say('price with ranges, against that', priced, copied);
  for (const [index, by] of PAIRS.entries()) say(`summary by ${by}`, summaries[index] as Cost);
  const whole = together(imported, priced, summaries[0] as Cost);
  say('from sacct to a summary by user and month', whole, read);
  console.log(
    `  ${Math.round(JOBS / whole.seconds).toLocaleString('en')} rows a second, DuckDB's read ${Math.round(JOBS / read.seconds).toLocaleString('en')}`,
  );

  for (const format of ['parquet', 'csv'] as const) {
    const options = format === 'csv' ? 'FORMAT csv' : 'FORMAT parquet, COMPRESSION zstd';
    const out = at(`jobs.${format}`);
    const written = await ran('jobs.duckdb', 'jobs', '--format', format, '--out', out);
    const floor = await bare(
      `COPY (SELECT * FROM read_${format}('${out}')) TO '${at('copy')}' (${options})`,
    );
    say(`DuckDB: priced jobs, ${format} to ${format}`, floor);
    say(`priced jobs as ${format}, against that`, written, floor);
    say('price and write them, against that', together(priced, written), floor);
  }

  for (const shapes of SHAPES.filter((one) => one <= JOBS)) {
    const rows = function* () {
      yield 'id,accelerator,count,hours,start,pue';
      for (let job = 0; job < shapes; job++)
        yield `${job},T4,1,${1 + (job % 50)},2025-03-01,${1 + (job + 1) / 1e5}`;
    };
    await write('shapes.csv', rows());
    await ran('shapes.duckdb', 'import', at('shapes.csv'), '--as', 'table', ...mapping);
    say(
      `price ${shapes.toLocaleString('en')} shapes of a job`,
      await ran('shapes.duckdb', 'price'),
    );
    say(
      `  summary of them by month`,
      await ran('shapes.duckdb', 'summary', '--by', 'month', '--csv'),
    );
    rmSync(at('shapes.duckdb'));
  }
} finally {
  rmSync(folder, { recursive: true });
}
