import { calculator } from '@ml-emissions/calculator/full';
import type { LoggedJob, ReadBatch } from '@ml-emissions/logs';
import type { EnergyScope, Place, Project, Quantity, Run } from '@ml-emissions/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './engine/rows.ts';
import { importBatches } from './import-batches.ts';
import { jobRun } from './job-run.ts';
import type { Mapping } from './mapping/mapping.ts';
import { priceLedger } from './price/price.ts';
import { summarise } from './summary/summary.ts';
import { ledgerInMemory, mappingOf } from './testing.ts';

const { estimate, estimateProject, parseRun } = calculator;
const BARE = { receipt: false, alternatives: false };

const isDeep = process.env.TEST_DEPTH === 'deep';
const JOBS = isDeep ? 20_000 : 1000;
const NEAR = 1e-9;
const MINUTES = isDeep ? 3_600_000 : 300_000;

const places: readonly Place[] = [
  { country: 'FR' },
  { country: 'US' },
  { country: 'JP' },
  { provider: 'gcp', region: 'us-central1' },
  { provider: 'aws', region: 'eu-north-1' },
  { site: 'jean-zay' },
  { site: 'google-colab' },
] as Place[];
const chips = fc.oneof(
  fc
    .record({
      name: fc.constantFrom(
        'A100 SXM4 80GB',
        'H100 SXM5 80GB',
        'T4',
        'RTX 4090',
        'TPU v4',
        'a40',
        'MI250X',
      ),
      count: fc.constantFrom(1, 2, 4, 5, 8, 64, 0.5),
    })
    .map((one) => [one]),
  fc.constant([]),
  fc.constant([
    { name: 'T4', count: 2 },
    { name: 'A100 SXM4 80GB', count: 4 },
  ]),
);
/** Seconds to more than a year, each length as likely as ten times it. */
const hours = fc.integer({ min: -8000, max: 9600 }).map((log) => Math.exp(log / 1000));
const maybe = <Of>(of: fc.Arbitrary<Of>, weight: number) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(null) }, { weight, arbitrary: of });

/** Rented machines, as bills tell them. */
const rented = fc.constantFrom(
  { instance: 'p4d.24xlarge', place: { provider: 'aws', region: 'eu-north-1' } },
  { instance: 'm5.large', place: { provider: 'aws', region: 'us-east-1' } },
  { instance: 'a2-highgpu-1g', place: { provider: 'gcp', region: 'us-central1' } },
  { instance: 'Standard_NC24ads_A100_v4', place: { provider: 'azure', region: 'westeurope' } },
);

const owned = fc.record({
  instance: fc.constant(null),
  chips,
  hours,
  user: fc.integer({ min: 1, max: Math.ceil(JOBS / 60) }).map((at) => `user ${at}`),
  place: maybe(fc.constantFrom(...places), 5),
  startMs: maybe(fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2026, 10) }), 9),
  energy: maybe(
    fc.record({
      kWh: fc.double({ min: 1e-6, max: 1e4, noNaN: true }),
      scope: fc.constantFrom<EnergyScope>('accelerators', 'components', 'it', 'facility'),
      from: fc.constant('step'),
    }),
    3,
  ),
  powerW: maybe(fc.double({ min: 30, max: 700, noNaN: true }), 2),
  pue: maybe(fc.constantFrom(1.1, 1.4), 1),
  cores: fc.constantFrom(1, 8, 64),
});
const job = fc.oneof(
  { weight: 9, arbitrary: owned },
  {
    weight: 1,
    arbitrary: fc
      .tuple(owned, rented)
      .map(([one, bill]) => ({ ...one, chips: [], energy: null, powerW: null, ...bill })),
  },
);

const MAPPING = mappingOf({
  defaults: { place: { country: 'DE' }, host: { cpu: 'EPYC 7742' } },
});
/** A range that all jobs share is one unknown. */
const USUAL = mappingOf({
  defaults: {
    place: { country: 'DE' },
    embodied: { averageUse: { value: 0.5, low: 0.3, high: 0.8 } },
  },
});

const loggedAt = (one: object, at: number) =>
  ({
    identity: `${at}`,
    jobId: `${at}`,
    cluster: null,
    project: null,
    partition: null,
    name: null,
    nodes: null,
    state: 'completed',
    endMs: null,
    memoryGb: null,
    notes: [],
    ...one,
  }) as unknown as LoggedJob;

/** The job as a run that somebody would type, with what all share. */
function runOf(of: LoggedJob, { host, ...defaults }: Mapping['defaults']): Run {
  const { chips: some, instance, hours: time, energy, powerW, place, pue, startMs, cores } = of;
  const isOnCpu = some.length === 0 && !energy && instance === null;
  const isMeasured = powerW !== null && !energy;
  const parsed = parseRun({
    ...defaults,
    ...(instance === null ? {} : { instance }),
    ...(host && instance === null ? { host: isOnCpu ? { ...host, cores } : host } : {}),
    ...(place ? { place } : {}),
    ...(pue === null ? {} : { pue }),
    ...(startMs === null ? {} : { start: new Date(startMs).toISOString() }),
    hours: time,
    hardware: some.map(({ name, count }) => ({
      accelerator: name,
      count,
      ...(isMeasured ? { powerW } : {}),
    })),
    ...(energy ? { energyKwh: energy.kWh, energyScope: energy.scope } : {}),
    shared: Object.keys(defaults),
  } as never);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
}

function expectNear(found: unknown, wanted: number | undefined, what: string): void {
  if (wanted === undefined) expect(found, what).toBeNull();
  else if (wanted === 0) expect(Math.abs(Number(found)), what).toBeLessThan(1e-300);
  else if (!(Math.abs(Number(found) / wanted - 1) < NEAR))
    expect([what, found]).toEqual([what, wanted]);
}

const expectQuantity = (found: Quantity | null, wanted: Quantity | null, what: string) => {
  for (const name of ['value', 'low', 'high', 'mean'] as const)
    expectNear(found?.[name] ?? null, wanted?.[name], `${what} ${name}`);
};

test.each([
  { hosts: 'described', mapping: MAPPING },
  { hosts: 'usual', mapping: USUAL },
])(
  'each job and each group has the digits of estimate, hosts $hosts',
  async ({ mapping }) => {
    const ledger = await ledgerInMemory();
    const sampled = fc.sample(job, { numRuns: JOBS / 2, seed: 18 });
    // What a mapping lacks a processor for is no job.
    const jobs = sampled
      .filter((one) => mapping === MAPPING || one.chips.length > 0 || one.energy || one.instance)
      .map(loggedAt);
    const batches = (async function* (): AsyncGenerator<ReadBatch> {
      const rows = jobs.map((one, line) => ({ line, job: one }));
      yield { jobs: rows, rejects: [], parts: 0, leftOut: 0 };
    })();
    const log = { source: 'table', name: 'test', batches } as const;
    const imported = await importBatches(ledger, calculator, log, { mapping });
    expect(imported).toMatchObject({ added: jobs.length, rejected: 0 });
    const priced = await priceLedger(ledger.engine, calculator);
    expect(priced).toMatchObject({ jobs: jobs.length, priced: jobs.length });

    const runs = jobs.map((one) => runOf(one, mapping.defaults));
    const sql =
      'SELECT *, CAST(key AS VARCHAR) AS told FROM priced ORDER BY CAST(job_id AS INTEGER)';
    const rows = await rowsOf(ledger.connection, sql);
    for (const [at, run] of runs.entries()) {
      const row = rows[at] ?? {};
      const what = JSON.stringify(run);
      const { energyKwh, operational, embodied } = estimate(run, BARE);
      for (const [name, { value, low, high }] of [
        ['energy_kwh', energyKwh],
        ['kg_co2e', operational.kgCo2e],
      ] as const) {
        expectNear(row[name], value, `${name} ${what}`);
        expectNear(row[`${name}_low`], low, `${name} low ${what}`);
        expectNear(row[`${name}_high`], high, `${name} high ${what}`);
      }
      expectNear(row.embodied_kg_co2e, embodied.kgCo2e?.value, `embodied ${what}`);
      if (at % 5 > 0) continue;
      const shown = parseRun((await jobRun(ledger.engine, String(row.told)))?.run ?? {});
      if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
      const again = estimate(shown.run, BARE).operational.kgCo2e;
      expectNear(row.kg_co2e, again.value, `shown ${what}`);
      expectNear(row.kg_co2e_high, again.high, `shown high ${what}`);
    }

    for (const { keys, ...found } of await summarise(ledger.engine, ['user'])) {
      const some = runs.filter((_, at) => jobs[at]?.user === keys.user);
      // A file of runs is shorter; what is worked out is the same.
      const project: Project = { schemaVersion: 1, runs: some as [Run, ...Run[]], shared: [] };
      const wanted = estimateProject(project, BARE);
      const what = `all of ${keys.user}`;
      expect(found.jobs).toBe(some.length);
      expectQuantity(found.energyKwh, wanted.energyKwh, `energy of ${what}`);
      expectQuantity(found.kgCo2e, wanted.operational.kgCo2e, `kg of ${what}`);
      expectQuantity(found.embodiedKgCo2e, wanted.embodied.kgCo2e, `embodied of ${what}`);
    }
  },
  MINUTES,
);
