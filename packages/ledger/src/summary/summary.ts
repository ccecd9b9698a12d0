import type { Quantity } from '@ml-emissions/model';
import { figureOfGroups, type RateRow } from '@ml-emissions/rates';
import { eachInTurn } from '../each-in-turn.ts';
import type { Engine } from '../engine/engine.ts';
import { MONTHLY, PRICED } from '../price/cube.ts';
import { pricedProducts } from '../priced-table.ts';
import type { SummaryKey, Where } from './keys.ts';
import { createSharing } from './shared-lists.ts';
import { type Group, groupsOf, type Source, type SummedShape, shapeKey } from './sums.ts';

/** What jobs have in common emitted together. */
export interface SummaryRow {
  /** By key, what they have in common; null = not told. */
  readonly keys: Readonly<Partial<Record<SummaryKey, string | null>>>;
  readonly jobs: number;
  readonly deviceHours: number;
  readonly energyKwh: Quantity;
  /** Operational, location-based: the headline. */
  readonly kgCo2e: Quantity;
  /** Manufacture; null where that of no job is known. */
  readonly embodiedKgCo2e: Quantity | null;
  /** Of the energy, what rests on a meter, 0..1. */
  readonly measuredShare: number;
}

/**
 * What all jobs of a ledger emitted, by what they have in common.
 *
 * The engine sums hours and measured energy by shape; the model makes figures and ranges of these as it does of the runs
 * of a project: what jobs share does not average out, what differs from job to job does.
 *
 * @param by what to sum by, in this order; all together where it is empty
 * @param where which jobs; all of them by default
 * @returns largest emissions first
 * Errors: throws `LedgerFault` where nothing is priced.
 * Source: docs/method.md, section 6.
 */
export async function summarise(
  engine: Engine,
  by: readonly SummaryKey[],
  where: Where = {},
): Promise<SummaryRow[]> {
  const groups = await groupsOf(engine, await pricedSource(engine), by, where);
  const rows = await eachInTurn(groups, (group) => summaryRow(by, group));
  return rows.sort((a, b) => b.kgCo2e.value - a.kgCo2e.value);
}

/** The priced jobs of a ledger. */
export async function pricedSource(engine: Engine): Promise<Source> {
  const products = await pricedProducts(engine);
  const shapes: [string, SummedShape][] = [];
  const sharing = createSharing();
  const [{ count = 0 } = {}] = await engine.rows('SELECT count(*) AS count FROM shape');
  const parts = Math.ceil(Number(count) / SOME);
  for (let part = 0; part < parts; part++) {
    const rows = await engine.rows(
      `SELECT template, kind, rates, model, rung FROM shape WHERE template % ${parts} = ${part}`,
    );
    for (const row of rows) {
      const [model, rung] = [String(row.model), String(row.rung)];
      const rates = sharing(JSON.parse(String(row.rates)) as RateRow);
      shapes.push([shapeKey(row), { row: rates, model, rung }]);
    }
  }
  const hasCube = await engine.has(MONTHLY);
  return { relation: PRICED, hasCube, shapes: new Map(shapes), products };
}

/** About so many shapes are read at a time: a row of rates is some kilobytes. */
const SOME = 2000;

/** A group's figures. */
export function summaryRow(
  by: readonly SummaryKey[],
  { keys, jobs, deviceHours, runs, measuredKwh }: Group,
): SummaryRow {
  const energyKwh = figureOfGroups(runs, 'energyKwh') ?? { value: 0 };
  return {
    keys: Object.fromEntries(by.map((key, at) => [key, keys[at] ?? null])),
    jobs,
    deviceHours,
    energyKwh,
    kgCo2e: figureOfGroups(runs, 'operationalKgCo2e') ?? { value: 0 },
    embodiedKgCo2e: figureOfGroups(runs, 'embodiedKgCo2e'),
    // Sums in another order differ in their last bit.
    measuredShare: energyKwh.value > 0 ? Math.min(1, measuredKwh / energyKwh.value) : 0,
  };
}
