import type { Engine } from '../engine/engine.ts';
import type { SummaryKey, Where } from './keys.ts';
import { type SummaryRow, summarise } from './summary.ts';

/** Chips that were held and had little to do. */
export interface Idle {
  /** By how much they had to do (`load`: at rest, low) and what was asked for; largest emissions first. */
  readonly rows: readonly SummaryRow[];
  /** Jobs whose log tells what their chips did. */
  readonly told: Amount;
  /** Jobs whose log does not. */
  readonly untold: Amount;
}

interface Amount {
  readonly jobs: number;
  readonly deviceHours: number;
}

const LITTLE = ['at rest', 'low'];

/**
 * What jobs cost whose chips had little to do.
 *
 * @param by what to sum by, beside how much they had to do
 * @param where which jobs
 * Errors: throws `LedgerFault` where nothing is priced.
 * Source: `LOAD_SQL` of `keys.ts`.
 */
export async function idleOf(
  engine: Engine,
  by: readonly SummaryKey[] = [],
  where: Where = {},
): Promise<Idle> {
  const loads = await summarise(engine, ['load'], where);
  const amountOf = (rows: readonly SummaryRow[]): Amount => ({
    jobs: rows.reduce((sum, { jobs }) => sum + jobs, 0),
    deviceHours: rows.reduce((sum, { deviceHours }) => sum + deviceHours, 0),
  });
  const asked = where.load?.filter((one) => one === null || LITTLE.includes(one)) ?? LITTLE;
  const keys = [...by.filter((key) => key !== 'load'), 'load'] as const;
  return {
    rows: await summarise(engine, keys, { ...where, load: asked }),
    told: amountOf(loads.filter(({ keys: { load } }) => load !== null)),
    untold: amountOf(loads.filter(({ keys: { load } }) => load === null)),
  };
}
