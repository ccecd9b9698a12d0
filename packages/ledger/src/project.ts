import type { ProjectInput, RunInput } from '@ml-emissions/calculator';
import { LedgerFault } from './engine/duckdb.ts';
import type { Engine } from './engine/engine.ts';
import { PRICED } from './price/cube.ts';
import { pricedEdition } from './priced-table.ts';
import { conditionOf, type Where } from './summary/keys.ts';

/** A project holds no more runs. */
const MOST_RUNS = 500;

/**
 * Jobs of a ledger as a project, for reports and the page: one run for each kind of job, the mean of its jobs, as often
 * as there are.
 *
 * Its figures are those of the jobs together. Its ranges are those of one run that is repeated: what differs from job to
 * job does not average out, and its grid is taken over all of its time.
 *
 * @param where which jobs
 * @returns a project as it stands in a file
 * Errors: throws `LedgerFault` where nothing is priced, there are no such jobs, or more kinds of them than a project holds.
 */
export async function projectOf(engine: Engine, where: Where = {}): Promise<ProjectInput> {
  const edition = await pricedEdition(engine);
  const { sql, values } = conditionOf(where);
  const rows = await engine.rows(
    `SELECT template.run AS run, priced.kind AS kind, count(*) AS jobs, sum(COALESCE(hours, 0e0)) AS hours,
       sum(COALESCE(hours * chips, 0e0)) AS chip_hours, sum(COALESCE(hours * chips * power_w, 0e0)) AS watt_hours,
       sum(COALESCE(metered_kwh, 0e0)) AS metered_kwh
     FROM ${PRICED} JOIN template ON priced.template = template.id
     WHERE ${sql}
     GROUP BY template.run, priced.kind
     ORDER BY sum(energy_kwh) DESC, template.run, priced.kind`,
    values,
  );
  if (rows.length === 0) throw new LedgerFault('there are no such jobs', 'another --where');
  if (rows.length > MOST_RUNS)
    throw new LedgerFault(
      `there are ${rows.length} kinds of jobs, and a project holds ${MOST_RUNS} runs`,
      'a --where for each of several projects, as --where year=2025',
    );
  const runs = rows.map((row) => ({ ...runOf(row as unknown as Kind), edition }));
  return { schemaVersion: 1, runs } as ProjectInput;
}

interface Kind {
  readonly run: string;
  readonly jobs: number;
  readonly hours: number;
  readonly chip_hours: number;
  readonly watt_hours: number;
  readonly metered_kwh: number;
}

interface Template {
  readonly hours?: number;
  readonly energyKwh?: number;
  readonly hardware?: readonly { readonly accelerator: string; readonly powerW?: number }[];
}

/** All jobs of a kind as one run: figures are linear in the products of quantities that stay what they are. */
function runOf({ run, jobs, ...sums }: Kind): RunInput {
  const template = JSON.parse(run) as Template;
  const { hardware = [] } = template;
  const [only, ...others] = hardware;
  const count = counted(sums.chip_hours / sums.hours);
  const powerW = sums.watt_hours / sums.chip_hours;
  const chips = hardware.map((one) => ({
    ...one,
    ...(others.length === 0 && sums.chip_hours > 0 ? { count } : {}),
    ...('powerW' in one ? { powerW } : {}),
  }));
  return {
    ...template,
    name: `${jobs} ${jobs === 1 ? 'job' : 'jobs'}`,
    ...('hours' in template ? { hours: sums.hours / jobs } : {}),
    ...('energyKwh' in template ? { energyKwh: sums.metered_kwh / jobs } : {}),
    ...(only ? { hardware: chips } : {}),
    ...(jobs === 1 ? {} : { repeats: jobs }),
  } as RunInput;
}

const WHOLE = 1e-9;

/** A mean of equal counts is that count. */
const counted = (mean: number): number =>
  Math.abs(mean / Math.round(mean) - 1) < WHOLE ? Math.round(mean) : mean;
