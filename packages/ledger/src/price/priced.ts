import type { Columns, Engine } from '../engine/engine.ts';
import { jobSql, kindsSql } from './job-sql.ts';
import { priceModelled } from './modelled.ts';
import type { Rates } from './rates.ts';
import type { Frame, PricedShape, Shapes } from './shapes.ts';

/** A shape that jobs have, before the model is asked about it. */
interface Kind {
  readonly frame: Frame;
  readonly run: string;
  readonly kind: number;
  /** The stretches of hours that its jobs have. */
  readonly pieces: readonly number[];
}

/** Jobs with the shapes that they have. */
export interface Shaped {
  /** A relation with the columns of `JOB`, as it stands after FROM, with the alias `used`. */
  readonly used: string;
  readonly kinds: readonly Kind[];
  /** Why a template has no price. */
  readonly problems: Map<number, string>;
}

/**
 * Finds the shapes of jobs.
 *
 * @param used the jobs, as in `Shaped`
 */
export async function kindsOf(engine: Engine, shapes: Shapes, used: string): Promise<Shaped> {
  const { frames, runs, problems } = await framesOf(engine, shapes, used);
  await putFrames(engine, [...frames.values()]);
  const kinds: (Kind & { readonly pieces: number[] })[] = [];
  for (const { template, kind, piece } of await engine.rows(kindsSql(used))) {
    const last = kinds.at(-1);
    if (last && last.frame.template === template && last.kind === kind) {
      last.pieces.push(Number(piece));
      continue;
    }
    const frame = frames.get(Number(template));
    if (!frame) continue;
    const run = runs.get(frame.template) ?? '';
    kinds.push({ frame, run, kind: Number(kind), pieces: [Number(piece)] });
  }
  return { used, kinds, problems };
}

/**
 * Asks the model for the rates of each shape, one after another.
 *
 * @param rates gets them
 * @returns the shapes; those of a template that cannot be priced are told in `problems`
 */
export function* shapesOf(
  { frameOf: _, shapeOf }: Shapes,
  { kinds, problems }: Shaped,
  rates: Rates,
): Generator<PricedShape> {
  for (const { frame, run, kind, pieces } of kinds) {
    if (problems.has(frame.template)) continue;
    const shape = shapeOf(frame, run, kind);
    if ('problem' in shape) problems.set(frame.template, shape.problem);
    else {
      rates.add(shape, pieces);
      yield shape;
    }
  }
}

/**
 * Joins the rates of shapes to their jobs, multiplies and adds.
 *
 * @param used the jobs, as in `Shaped`
 * @param table that is made of the jobs with their figures
 * @param make how: a table that stays, or one to work with
 */
export async function priceShaped(
  engine: Engine,
  used: string,
  rates: Rates,
  table: string,
  make: Engine['keep' | 'work'],
): Promise<void> {
  const { products, open } = rates;
  await rates.put(engine);
  await make(table, jobSql(used, products, true));
  await priceModelled(engine, open, jobSql(used, products, false), table);
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
  template: 'BIGINT',
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
  await engine.put('frame', FRAME, [rows]);
}
