import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunInput } from '@ml-emissions/calculator';
import { calculator } from '@ml-emissions/calculator/full';
import type { LoggedJob } from '@ml-emissions/logs';
import sqlite from 'node-sqlite3-wasm';
import { expect, test } from 'vitest';
import { rowsOf } from '../engine/rows.ts';
import { importBatches } from '../import-batches.ts';
import { importFile } from '../import-file.ts';
import { SOURCES, type Source } from '../job.ts';
import { jobRun } from '../job-run.ts';
import { priceLedger } from '../price/price.ts';
import { folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { IMPORTERS } from './importers.ts';

/** What the tools wrote. Bills have none: nobody's bill is here. */
const SAMPLES = 'packages/ledger/src/importers/samples';
const FILES: Readonly<Partial<Record<Source, readonly string[]>>> = {
  sacct: ['sacct-22.05.8.txt', 'sacct-24.11.5.txt'],
  'sacct-json': ['sacct-22.05.8.json', 'sacct-24.11.5-v0.0.40.json'],
  codecarbon: ['codecarbon-2.8.4.csv', 'codecarbon-3.3.2.csv'],
  carbontracker: ['carbontracker/1.2.5_carbontracker.log', 'carbontracker/2.4.7_carbontracker.log'],
  eco2ai: ['eco2ai-0.3.12.csv'],
  zeus: ['zeus-0.16.0.csv'],
  mlflow: ['mlruns', 'mlflow-3.17.2.sql'],
  wandb: ['wandb-0.31.0-system.csv', 'wandb-0.31.0-system.json'],
  nextflow: ['nextflow-24.10.4.txt', 'nextflow-24.10.4-raw.txt'],
  'gpu-log': ['rocm-smi-5.2.3.csv'],
};
const WITHOUT: readonly Source[] = ['focus', 'aws-cur', 'gcp-billing', 'azure-cost', 'table'];

const HOST = { cpu: 'EPYC 7742' };
const ACCELERATORS: Readonly<Record<string, string>> = {
  gpu: 'A100 SXM4 80GB',
  a100: 'A100 SXM4 80GB',
  h100: 'H100 SXM5 80GB',
  'nvidia a100-sxm4-80gb': 'A100 SXM4 80GB',
  'amd instinct mi250x': 'MI250X',
};
const MAPPING = mappingOf({
  defaults: { place: { country: 'FR' }, host: HOST },
  accelerators: ACCELERATORS,
  energyScope: 'it',
  processes: { TRAIN: { accelerator: 'T4', count: 2 } },
  gpuLog: { intervalSeconds: 1 },
});

function pathOf(file: string): string {
  const path = join(SAMPLES, file);
  if (!file.endsWith('.sql')) return path;
  const made = join(folder(), 'mlflow.db');
  const db = new sqlite.Database(made);
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(readFileSync(path, 'utf8'));
  db.close();
  return made;
}

test('each source has a sample, or is known to have none', () => {
  expect([...Object.keys(FILES), ...WITHOUT].sort()).toEqual([...SOURCES].sort());
});

const cases = Object.entries(FILES).flatMap(([source, files]) =>
  files.map((file) => ({ source: source as Source, file })),
);

test.each(cases)(
  '$file is known as $source, its counts add up, and again it adds nothing',
  async ({ source, file }) => {
    const ledger = await ledgerInMemory();
    const path = pathOf(file);
    const first = await importFile(ledger, calculator, path, { mapping: MAPPING });
    expect(first.source).toBe(source);
    expect(first.rows).toBe(first.jobs + first.parts + first.leftOut + first.rejected);
    expect(first.added).toBeGreaterThan(0);
    expect(await importFile(ledger, calculator, path, { mapping: MAPPING })).toMatchObject({
      ...first,
      added: 0,
      changed: 0,
      same: first.jobs,
    });
  },
);

test.each(cases)('$file: each job has the digits of estimate', async ({ source, file }) => {
  const ledger = await ledgerInMemory();
  const path = pathOf(file);
  const runs = new Map<string, RunInput>();
  const batches = (async function* () {
    for await (const batch of IMPORTERS[source].read(path, MAPPING)) {
      for (const { job } of batch.jobs) runs.set(job.identity, runOf(job));
      yield batch;
    }
  })();
  await importBatches(ledger, calculator, { source, name: file, batches }, { mapping: MAPPING });
  await priceLedger(ledger.engine, calculator);
  const rows = await rowsOf(
    ledger.connection,
    `SELECT priced.*, job.metered_kwh IS NOT NULL AND priced.metered_kwh IS NULL AS is_shared,
       CAST(job.key AS VARCHAR) AS told
     FROM priced JOIN job ON priced.key = job.key`,
  );
  const [{ jobs = 0 } = {}] = await rowsOf(ledger.connection, 'SELECT count(*) AS jobs FROM job');
  expect(rows).toHaveLength(Number(jobs));
  let compared = 0;
  for (const [identity, run] of runs) {
    const [{ key } = {}] = await rowsOf(
      ledger.connection,
      'SELECT CAST(md5_number($identity) AS VARCHAR) AS key',
      { identity },
    );
    const row = rows.find((one) => one.told === key);
    // Rejected.
    if (!row) continue;
    compared += 1;
    const { energyKwh, energyScope, ...unmetered } = run;
    // The meter of a node that ran other jobs too is not used.
    const parsed = calculator.parseRun(row.is_shared === true ? unmetered : run);
    if (!parsed.ok) throw new Error(JSON.stringify([energyKwh, energyScope, parsed.problems]));
    const { operational, energyKwh: kWh, embodied } = calculator.estimate(parsed.run);
    const near = (name: string, wanted: number | undefined) =>
      wanted === undefined
        ? expect(row[name] ?? null, `${name} of ${identity}`).toBeNull()
        : expect(Number(row[name]) / (wanted || 1), `${name} of ${identity}`).toBeCloseTo(
            wanted === 0 ? 0 : 1,
            9,
          );
    near('kg_co2e', operational.kgCo2e.value);
    near('kg_co2e_low', operational.kgCo2e.low);
    near('kg_co2e_high', operational.kgCo2e.high);
    near('energy_kwh', kWh.value);
    near('energy_kwh_low', kWh.low);
    near('energy_kwh_high', kWh.high);
    near('embodied_kg_co2e', embodied.kgCo2e?.value);
    // The run that is shown of it is the one that it was priced as.
    const shown = calculator.parseRun((await jobRun(ledger.engine, String(key)))?.run ?? {});
    if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
    near('kg_co2e', calculator.estimate(shown.run).operational.kgCo2e.value);
    near('kg_co2e_high', calculator.estimate(shown.run).operational.kgCo2e.high);
  }
  expect(compared).toBe(rows.length);
});

/** The job as a run that somebody would type. */
function runOf(of: LoggedJob): RunInput {
  const { chips, hours, energy, powerW, place, pue, startMs, endMs, cores } = of;
  const isOnCpu = chips.length === 0 && !energy;
  const time = startMs ?? endMs;
  return {
    host: isOnCpu && cores !== null ? { ...HOST, cores } : HOST,
    place: place ?? { country: 'FR' },
    ...(pue === null ? {} : { pue }),
    ...(time === null ? {} : { year: new Date(time).getUTCFullYear() }),
    ...(hours === null ? {} : { hours }),
    hardware: chips.map(({ name, count }) => ({
      accelerator: ACCELERATORS[(name ?? 'gpu').toLowerCase()] ?? name,
      count,
      ...(powerW !== null && !energy ? { powerW } : {}),
    })),
    ...(energy ? { energyKwh: energy.kWh, energyScope: energy.scope ?? 'it' } : {}),
    shared: ['host', 'place'],
  } as RunInput;
}
