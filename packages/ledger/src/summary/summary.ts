import type { Quantity } from '@ml-emissions/model';
import { type AlikeSums, figureOfGroups, type RateRow, type RunSums } from '@ml-emissions/rates';
import type { Engine } from '../engine/engine.ts';
import type { JobState } from '../job.ts';
import { productSql } from '../price/quantities.ts';
import { MEASURED } from '../price/shapes.ts';
import { pricedProducts } from '../priced-table.ts';
import { type Condition, conditionOf, keySql, type SummaryKey, type Where } from './keys.ts';

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

type Row = Readonly<Record<string, unknown>>;

/** A grid's deviation to the step that a project takes for one (`nearlyMerged`). */
const binOf = (column: string) => `CAST(floor(${column} / 5e-3 + 5e-1) AS INTEGER)`;

/** How jobs end whose work is lost. */
export const LOST_STATES: readonly JobState[] = [
  'failed',
  'out-of-memory',
  'node-failed',
  'timeout',
  'cancelled',
  'preempted',
];

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
  const products = await pricedProducts(engine);
  const shapes = new Map(
    (await engine.rows('SELECT * FROM shape')).map((row) => [
      shapeKey(row),
      {
        row: JSON.parse(String(row.rates)) as RateRow,
        model: String(row.model),
        rung: String(row.rung),
      },
    ]),
  );
  const groups = new Map<string, Group>();
  const condition = conditionOf(where);
  for (const row of await engine.rows(sumsSql(products, by, condition), condition.values)) {
    const keys = by.map((_, at) => row[`key${at}`] as string | null);
    const name = JSON.stringify(keys);
    const group = groups.get(name) ?? new Group(keys);
    groups.set(name, group);
    group.add(shapeKey(row), row, products.length);
  }
  return [...groups.values()]
    .map((group) => group.row(by, shapes, products))
    .sort((a, b) => b.kgCo2e.value - a.kgCo2e.value);
}

const shapeKey = ({ template, kind }: Row): string => `${template} ${kind}`;

/** Sums over jobs of one shape whose grids are nearly as unsure. */
function sumsSql(
  products: readonly string[],
  by: readonly SummaryKey[],
  { sql: condition }: Condition,
): string {
  const sums = products.flatMap((_, at) => [
    `sum(p${at}) AS sum_${at}`,
    `sum(p${at} * grid_down) AS down_${at}`,
    `sum(p${at} * grid_up) AS up_${at}`,
    ...products
      .slice(at)
      .map((_, more) => `sum(p${at} * p${at + more}) AS square_${at}_${at + more}`),
  ]);
  const keys = by.map((_, at) => `key${at}`);
  const names = [...keys, 'template', 'kind', 'down_bin', 'up_bin'].join(', ');
  return `
SELECT ${names}, count(*) AS jobs, count(grid_down) AS known, sum(device_hours) AS device_hours,
  sum(energy_kwh) AS energy_kwh, ${sums.join(', ')}
FROM (
  SELECT ${by.map((key, at) => `${keySql(key)} AS key${at}, `).join('')}priced.template, priced.kind,
    ${binOf('grid_down')} AS down_bin, ${binOf('grid_up')} AS up_bin, grid_down, grid_up,
    COALESCE(hours * chips, 0e0) AS device_hours, energy_kwh,
    ${products.map((product, at) => `${productSql(product)} AS p${at}`).join(', ')}
  FROM priced JOIN shape ON priced.template = shape.template AND priced.kind = shape.kind
  WHERE ${condition}
) AS part
GROUP BY ${names}`;
}

interface Shape {
  readonly row: RateRow;
  readonly model: string;
  readonly rung: string;
}

/** Sums of a shape in a group. */
interface ShapeSums {
  readonly alike: AlikeSums[];
  readonly squares: number[];
  energyKwh: number;
}

/** Jobs that have their keys in common, as sums. */
class Group {
  readonly #keys: readonly (string | null)[];
  readonly #shapes = new Map<string, ShapeSums>();
  #jobs = 0;
  #deviceHours = 0;

  constructor(keys: readonly (string | null)[]) {
    this.#keys = keys;
  }

  add(shape: string, row: Row, width: number): void {
    const sums: ShapeSums = this.#shapes.get(shape) ?? {
      alike: [],
      squares: new Array(width * width).fill(0),
      energyKwh: 0,
    };
    this.#shapes.set(shape, sums);
    this.#jobs += Number(row.jobs);
    this.#deviceHours += Number(row.device_hours);
    sums.energyKwh += Number(row.energy_kwh);
    const list = (name: string) =>
      Array.from({ length: width }, (_, at) => Number(row[`${name}_${at}`]));
    const isKnown = row.known === row.jobs;
    sums.alike.push({
      sums: list('sum'),
      down: isKnown ? list('down') : null,
      up: isKnown ? list('up') : null,
    });
    for (let at = 0; at < width; at++)
      for (let other = at; other < width; other++) {
        const square = Number(row[`square_${at}_${other}`]);
        const both = at === other ? [at * width + at] : [at * width + other, other * width + at];
        for (const place of both) sums.squares[place] = (sums.squares[place] ?? 0) + square;
      }
  }

  row(
    by: readonly SummaryKey[],
    shapes: ReadonlyMap<string, Shape>,
    products: readonly string[],
  ): SummaryRow {
    const runs: RunSums[] = [];
    let [energyKwh, measuredKwh] = [0, 0];
    for (const [key, { alike, squares, energyKwh: ofShape }] of this.#shapes) {
      const shape = shapes.get(key);
      if (!shape) throw new Error('summarise(): jobs of no shape');
      runs.push({ row: shape.row, model: shape.model, products, alike, squares });
      energyKwh += ofShape;
      if ((MEASURED as readonly string[]).includes(shape.rung)) measuredKwh += ofShape;
    }
    return {
      keys: Object.fromEntries(by.map((key, at) => [key, this.#keys[at] ?? null])),
      jobs: this.#jobs,
      deviceHours: this.#deviceHours,
      energyKwh: figureOfGroups(runs, 'energyKwh') ?? { value: 0 },
      kgCo2e: figureOfGroups(runs, 'operationalKgCo2e') ?? { value: 0 },
      embodiedKgCo2e: figureOfGroups(runs, 'embodiedKgCo2e'),
      measuredShare: energyKwh > 0 ? measuredKwh / energyKwh : 0,
    };
  }
}
