import type { Engine } from '../engine/engine.ts';
import { PRICED } from '../price/cube.ts';
import { pricedProducts } from '../priced-table.ts';
import { conditionOf, keySql, type SummaryKey, type Where } from './keys.ts';

/** What jobs have in common came to, without a range. */
export interface SumRow {
  /** By key, what they have in common; null = not told. */
  readonly keys: Readonly<Partial<Record<SummaryKey, string | null>>>;
  readonly jobs: number;
  readonly energyKwh: number;
  /** Operational, location-based. */
  readonly kgCo2e: number;
}

/**
 * The middle figures of `summarise` alone, which the engine adds up by itself: for pictures of hundreds of cells, whose
 * ranges would take the model seconds.
 *
 * @param by what to sum by, in this order
 * @param where which jobs; all of them by default
 * @returns largest emissions first
 * Errors: throws `LedgerFault` where nothing is priced.
 */
export async function sumsOf(
  engine: Engine,
  by: readonly SummaryKey[],
  where: Where = {},
): Promise<SumRow[]> {
  await pricedProducts(engine);
  const { sql, values } = conditionOf(where);
  const keys = by.map((_, at) => `key${at}, `).join('');
  const rows = await engine.rows(
    `SELECT ${keys}count(*) AS jobs, sum(energy_kwh) AS energy_kwh, sum(kg_co2e) AS kg_co2e
     FROM (
       SELECT ${by.map((key, at) => `${keySql(key)} AS key${at}, `).join('')}energy_kwh, kg_co2e
       FROM ${PRICED}
       WHERE ${sql}
     ) AS part
     ${by.length > 0 ? `GROUP BY ${keys.slice(0, -2)}` : ''}
     ORDER BY kg_co2e DESC NULLS LAST`,
    values,
  );
  return rows.map((row) => ({
    keys: Object.fromEntries(
      by.map((key, at) => [key, (row[`key${at}`] ?? null) as string | null]),
    ),
    jobs: Number(row.jobs),
    energyKwh: Number(row.energy_kwh),
    kgCo2e: Number(row.kg_co2e),
  }));
}
