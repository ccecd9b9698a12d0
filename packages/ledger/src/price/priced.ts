import type { Columns, Engine } from '../engine/engine.ts';
import { jobSql, kindsSql } from './job-sql.ts';
import { priceModelled } from './modelled.ts';
import { productsOf, rateColumns, ratesOfShape } from './rate-table.ts';
import type { Frame, PricedShape, Shapes } from './shapes.ts';

/** Jobs with the shapes that they have. */
export interface Shaped {
  /** A relation with the columns of `JOB`, as it stands after FROM, with the alias `used`. */
  readonly used: string;
  readonly shapes: readonly PricedShape[];
  /** Products of quantities that their figures are in proportion to. */
  readonly products: readonly string[];
  /** By shape, the stretches of hours that its jobs have. */
  readonly pieces: ReadonlyMap<PricedShape, readonly number[]>;
  /** Why a template has no price. */
  readonly problems: ReadonlyMap<number, string>;
}

/**
 * Finds the shapes of jobs, and asks the model for their rates.
 *
 * @param used the jobs, as in `Shaped`
 */
export async function shapesOf(engine: Engine, shapes: Shapes, used: string): Promise<Shaped> {
  const { frames, runs, problems } = await framesOf(engine, shapes, used);
  await putFrames(engine, [...frames.values()]);
  const pieces = new Map<PricedShape, number[]>();
  let last: PricedShape | undefined;
  for (const { template, kind, piece } of await engine.rows(kindsSql(used))) {
    if (last && last.template === template && last.kind === kind) {
      pieces.get(last)?.push(Number(piece));
      continue;
    }
    const frame = frames.get(Number(template));
    if (!frame || problems.has(frame.template)) continue;
    const shape = shapes.shapeOf(frame, runs.get(frame.template) ?? '', Number(kind));
    if ('problem' in shape) problems.set(frame.template, shape.problem);
    else {
      last = shape;
      pieces.set(shape, [Number(piece)]);
    }
  }
  const all = [...pieces.keys()];
  return { used, shapes: all, products: productsOf(all), pieces, problems };
}

/**
 * Joins the rates of shapes to their jobs, multiplies and adds.
 *
 * @param table that is made of the jobs with their figures
 * @param make how: a table that stays, or one to work with
 */
export async function priceShaped(
  engine: Engine,
  { used, shapes, products, pieces }: Shaped,
  table: string,
  make: Engine['keep' | 'work'],
): Promise<void> {
  await putRates(engine, pieces, products);
  await make(table, jobSql(used, products, true));
  await priceModelled(engine, shapes, jobSql(used, products, false), table);
}

interface Frames {
  readonly frames: ReadonlyMap<number, Frame>;
  readonly runs: ReadonlyMap<number, string>;
  /** Why a template has no price. */
  readonly problems: Map<number, string>;
}

/** How the jobs of each template fall into shapes. */
async function framesOf(engine: Engine, { frameOf }: Shapes, used: string): Promise<Frames> {
  const frames = new Map<number, Frame>();
  const runs = new Map<number, string>();
  const problems = new Map<number, string>();
  const sql = `SELECT id, run FROM template WHERE id IN (SELECT DISTINCT template FROM ${used})`;
  for (const { id, run } of await engine.rows(sql)) {
    const frame = frameOf(Number(id), String(run));
    if ('problem' in frame) problems.set(Number(id), frame.problem);
    else {
      frames.set(frame.template, frame);
      runs.set(frame.template, String(run));
    }
  }
  return { frames, runs, problems };
}

const FRAME = {
  template: 'INTEGER',
  has_own_counts: 'BOOLEAN',
  has_own_few: 'BOOLEAN',
  most: 'DOUBLE',
} as const satisfies Columns;

async function putFrames(engine: Engine, frames: readonly Frame[]): Promise<void> {
  const rows = frames.map(({ template, hasOwnCounts, hasOwnFew, most }) => [
    template,
    hasOwnCounts,
    hasOwnFew,
    most,
  ]);
  await engine.put('frame', FRAME, rows);
}

const RATE = {
  rate_template: 'INTEGER',
  rate_kind: 'DOUBLE',
  rate_piece: 'INTEGER',
  is_closed: 'BOOLEAN',
} as const satisfies Columns;

/** The table that jobs are joined to. */
async function putRates(
  engine: Engine,
  shapes: ReadonlyMap<PricedShape, readonly number[]>,
  products: readonly string[],
): Promise<void> {
  const columns = rateColumns(products);
  const rows = [...shapes].flatMap(([shape, pieces]) =>
    ratesOfShape(shape, products, pieces).map(({ piece, isClosed, numbers }) => [
      shape.template,
      shape.kind,
      piece,
      isClosed,
      ...numbers,
    ]),
  );
  const doubles = Object.fromEntries(columns.map((name) => [name, 'DOUBLE' as const]));
  await engine.put('rate', { ...RATE, ...doubles }, rows);
}
