import type { Figure } from '@ml-emissions/model';
import { gridDeviationOf, listPricerOf } from '@ml-emissions/rates';
import type { Columns, Engine } from '../engine/engine.ts';
import { JOB } from './job-sql.ts';
import { POINTERS, QUANTITY_COLUMNS } from './quantities.ts';
import type { PricedShape } from './shapes.ts';

/** Jobs that are in memory at a time. */
const ROWS = 50_000;

const FIGURES = [
  'energy_kwh',
  'energy_kwh_low',
  'energy_kwh_high',
  'kg_co2e',
  'kg_co2e_low',
  'kg_co2e_high',
  'embodied_kg_co2e',
  'grid_down',
  'grid_up',
] as const;
const MODELLED: Columns = {
  place: 'BIGINT',
  ...Object.fromEntries(FIGURES.map((name) => [name, 'DOUBLE' as const])),
};

/**
 * Prices the jobs whose ranges hang on more than their hours, one by one by the model: those whose power was measured
 * beside a host that was not, and the few that are so long that no polynomial is near.
 *
 * @param shapes of the ledger
 * @param sql of these jobs, without figures
 * @param table that they are added to
 * @returns how many there were
 */
export async function priceModelled(
  engine: Engine,
  shapes: readonly PricedShape[],
  sql: string,
  table: string,
): Promise<number> {
  // Row ids are no numbers from 0 on while the transaction that made them is open.
  await engine.work(
    'unpriced',
    `SELECT row_number() OVER (ORDER BY key) AS place, open.* FROM (${sql}) AS open`,
  );
  const pricers = new Map(shapes.map((shape) => [keyOf(shape), pricerFor(shape)]));
  const [{ jobs = 0 } = {}] = await engine.rows('SELECT count(*) AS jobs FROM unpriced');
  const read = `SELECT place, template, kind, clock, ${QUANTITY_COLUMNS.join(', ')} FROM unpriced
    WHERE place > CAST(? AS BIGINT) AND place <= CAST(? AS BIGINT)`;
  for (let from = 0; from < Number(jobs); from += ROWS) {
    const rows = await engine.rows(read, [from, from + ROWS]);
    const priced = rows.map((row) => {
      const price = pricers.get(keyOf(row as unknown as Kind));
      if (!price) throw new Error('priceModelled(): a job of no shape');
      const amounts = QUANTITY_COLUMNS.map((name) => row[name] as number | null);
      return [Number(row.place), ...price(amounts, Number(row.clock))];
    });
    await engine.put('modelled', MODELLED, [priced]);
    await engine.run(
      `INSERT INTO ${table} SELECT ${JOB.join(', ')}, kind, ${FIGURES.join(', ')}
       FROM unpriced JOIN modelled ON unpriced.place = modelled.place`,
    );
  }
  return Number(jobs);
}

type Kind = Pick<PricedShape, 'template' | 'kind'>;
const keyOf = ({ template, kind }: Kind): string => `${template} ${kind}`;

/** The figures of jobs of a shape, in the order of `FIGURES`. */
function pricerFor({ row }: PricedShape) {
  const price = listPricerOf(row, POINTERS);
  const logsAt = gridDeviationOf(row.intensity);
  return (amounts: readonly (number | null)[], clock: number): (number | null)[] => {
    const told = price(amounts.map((amount) => amount ?? undefined));
    const figure = (name: Figure) => {
      const found = told(name);
      return [found?.value ?? null, found?.low ?? null, found?.high ?? null];
    };
    const [embodied = null] = figure('embodiedKgCo2e');
    const [down = null, up = null] = logsAt(clock) ?? [];
    return [...figure('energyKwh'), ...figure('operationalKgCo2e'), embodied, down, up];
  };
}
