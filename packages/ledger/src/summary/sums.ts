import type { AlikeSums, RateRow, RunSums } from '@ml-emissions/rates';
import type { Engine, Row } from '../engine/engine.ts';
import { cubeSumsSql, sumsSql } from '../price/cube.ts';
import { MEASURED } from '../price/shapes.ts';
import { conditionOf, isInCube, keySql, type SummaryKey, type Where } from './keys.ts';

/** What jobs of one shape are summed with. */
export interface SummedShape {
  readonly row: RateRow;
  /** Runs of one model have the same. */
  readonly model: string;
  readonly rung: string;
}

/** Priced jobs with their shapes. */
export interface Source {
  /** After FROM: the jobs as `priced`, with what is known of their shapes as `shape`. */
  readonly relation: string;
  /** Whether there is a cube of them. */
  readonly hasCube?: boolean;
  readonly shapes: ReadonlyMap<string, SummedShape>;
  readonly products: readonly string[];
}

/** Which shape a job has, as a text. */
export const shapeKey = ({ template, kind }: Row | { template: number; kind: number }): string =>
  `${template} ${kind}`;

/** Runs that jobs refer to: of several exports, each once. */
export const TEMPLATES = '(SELECT DISTINCT id, run FROM template) AS template';

/** Jobs of one shape, as sums. */
interface ShapeRuns extends RunSums {
  readonly jobs: number;
  readonly deviceHours: number;
}

/** Jobs that have their keys in common, as sums. */
export interface Group {
  /** In the order of what was summed by. */
  readonly keys: readonly (string | null)[];
  readonly jobs: number;
  readonly deviceHours: number;
  readonly runs: readonly ShapeRuns[];
  /** Of its energy, what rests on a meter. */
  readonly measuredKwh: number;
}

/**
 * Sums of jobs, by what they have in common.
 *
 * @param by what to sum by; all together where it is empty
 * @param where which jobs
 */
export async function groupsOf(
  engine: Engine,
  source: Source,
  by: readonly SummaryKey[],
  where: Where,
): Promise<Group[]> {
  const { sql: condition, values } = conditionOf(where);
  const keys = by.map((key, at) => ({ sql: keySql(key), name: `key${at}` }));
  const asked = [...by, ...(Object.keys(where) as SummaryKey[])];
  const { products, relation } = source;
  const sql =
    source.hasCube && isInCube(asked)
      ? cubeSumsSql(products, keys, condition)
      : sumsSql({ relation, products }, keys, condition);
  const groups = new Map<string, Summing>();
  for (const row of await engine.rows(sql, values)) {
    const told = keys.map((key) => row[key.name] as string | null);
    const name = JSON.stringify(told);
    const group = groups.get(name) ?? new Summing(told, source);
    groups.set(name, group);
    group.add(row);
  }
  return [...groups.values()].map((group) => group.whole());
}

/** Sums of a shape in a group. */
interface ShapeSums {
  readonly alike: AlikeSums[];
  readonly squares: number[];
  jobs: number;
  deviceHours: number;
  energyKwh: number;
}

class Summing {
  readonly #keys: readonly (string | null)[];
  readonly #source: Source;
  readonly #sums = new Map<string, ShapeSums>();
  #jobs = 0;
  #deviceHours = 0;

  constructor(keys: readonly (string | null)[], source: Source) {
    this.#keys = keys;
    this.#source = source;
  }

  add(row: Row): void {
    const width = this.#source.products.length;
    const shape = shapeKey(row);
    const sums: ShapeSums = this.#sums.get(shape) ?? {
      alike: [],
      squares: new Array(width * width).fill(0),
      jobs: 0,
      deviceHours: 0,
      energyKwh: 0,
    };
    this.#sums.set(shape, sums);
    this.#jobs += Number(row.jobs);
    sums.jobs += Number(row.jobs);
    this.#deviceHours += Number(row.device_hours);
    sums.deviceHours += Number(row.device_hours);
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

  whole(): Group {
    const { shapes, products } = this.#source;
    const runs: ShapeRuns[] = [];
    let measuredKwh = 0;
    for (const [key, { alike, squares, jobs, deviceHours, energyKwh: ofShape }] of this.#sums) {
      const shape = shapes.get(key);
      if (!shape) throw new Error('groupsOf(): jobs of no shape');
      const { row, model } = shape;
      runs.push({ row, model, products, alike, squares, jobs, deviceHours });
      if ((MEASURED as readonly string[]).includes(shape.rung)) measuredKwh += ofShape;
    }
    return {
      keys: this.#keys,
      jobs: this.#jobs,
      deviceHours: this.#deviceHours,
      runs,
      measuredKwh,
    };
  }
}
