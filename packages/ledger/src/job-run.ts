import type { RunInput } from '@ml-emissions/calculator';
import type { Engine } from './engine/engine.ts';
import { PRICED } from './price/cube.ts';
import { pricedEdition } from './priced-table.ts';
import { JOB_FIELDS, type TopJob } from './top.ts';

/** A priced job with the run that it is: `estimate` says of it what the ledger says of the job. */
export interface JobRun {
  readonly job: TopJob;
  readonly run: RunInput;
}

/**
 * One job of a ledger as the run that it is priced as.
 *
 * @param key its identity, as `topJobs` tells it
 * @returns null where no priced job has it
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function jobRun(engine: Engine, key: string): Promise<JobRun | null> {
  const edition = await pricedEdition(engine);
  if (!KEY.test(key)) return null;
  const [row] = await engine.rows(
    `SELECT ${JOB_FIELDS}, template.run, metered_kwh, power_w
     FROM ${PRICED} JOIN template ON priced.template = template.id
     WHERE priced.key = CAST(? AS UHUGEINT)`,
    [key],
  );
  if (!row) return null;
  const { run, metered_kwh: energyKwh, power_w: powerW, ...job } = row;
  const told = job as unknown as TopJob;
  const amounts = { ...told, energyKwh, powerW } as Amounts;
  return { job: told, run: { ...filled(String(run), amounts), edition } as RunInput };
}

/** A hash of 128 bits. */
const KEY = /^\d{1,39}$/;

interface Amounts {
  readonly hours: number | null;
  readonly count: number | null;
  readonly energyKwh: number | null;
  readonly powerW: number | null;
}

interface Template {
  readonly hours?: number;
  readonly energyKwh?: number;
  readonly hardware?: readonly { readonly powerW?: number }[];
}

/** A template, whose quantities are all one, with those of a job. */
function filled(run: string, { hours, count, energyKwh, powerW }: Amounts): object {
  const template = JSON.parse(run) as Template;
  const { hardware = [] } = template;
  return {
    ...template,
    ...('hours' in template ? { hours } : {}),
    ...('energyKwh' in template ? { energyKwh } : {}),
    ...(hardware.length > 0
      ? {
          hardware: hardware.map((chips) => ({
            ...chips,
            // Of several kinds each has its own number there.
            ...(hardware.length === 1 ? { count } : {}),
            ...('powerW' in chips ? { powerW } : {}),
          })),
        }
      : {}),
  };
}
