import type { Calculator } from '@ml-emissions/calculator';
import type { Columns, Engine } from '../engine/engine.ts';
import { NOTES, type NoteCode } from '../job.ts';
import { jobSql, KINDS_SQL, SHARED_SQL, USED } from './job-sql.ts';
import { priceModelled } from './modelled.ts';
import { productsOf, rateColumns, ratesOfShape } from './rate-table.ts';
import { createShapes, type Frame, type PricedShape, type Shapes, type Terms } from './shapes.ts';

/** What became of the jobs of a ledger. */
export interface Priced {
  readonly edition: string;
  readonly jobs: number;
  readonly priced: number;
  readonly shapes: number;
  /** Why jobs have no price, with how many. */
  readonly refused: readonly { readonly reason: string; readonly jobs: number }[];
  /** What a reader should know about how jobs were read, with how many. */
  readonly notes: readonly { readonly about: string; readonly jobs: number }[];
}

/**
 * Prices all jobs of a ledger, anew: the logs are not read again.
 *
 * The model makes one row of rates for each shape of job, the engine joins these to the jobs, multiplies and sums.
 *
 * @param engine that holds them
 * @param calculator whose tables count
 * @param terms edition and method
 * @returns counts; what was priced before stands until all is done
 * Source: docs/method.md, "Many runs at once".
 */
export async function priceLedger(
  engine: Engine,
  calculator: Calculator,
  terms: Terms = {},
): Promise<Priced> {
  const edition = terms.edition ?? calculator.editions.current;
  const shapes = createShapes(calculator, terms);
  await engine.work('shared', SHARED_SQL);
  const { frames, runs, problems } = await framesOf(engine, shapes);
  await putFrames(engine, [...frames.values()]);
  const found = new Map<PricedShape, number[]>();
  let last: PricedShape | undefined;
  for (const { template, kind, piece } of await engine.rows(KINDS_SQL)) {
    if (last && last.template === template && last.kind === kind) {
      found.get(last)?.push(Number(piece));
      continue;
    }
    const frame = frames.get(Number(template));
    if (!frame || problems.has(frame.template)) continue;
    const shape = shapes.shapeOf(frame, runs.get(frame.template) ?? '', Number(kind));
    if ('problem' in shape) problems.set(frame.template, shape.problem);
    else {
      last = shape;
      found.set(shape, [Number(piece)]);
    }
  }
  const all = [...found.keys()];
  const products = productsOf(all);
  return engine.whole(async () => {
    await putRates(engine, found, products);
    await engine.keep('priced', jobSql(products, true));
    await priceModelled(engine, all, jobSql(products, false));
    await keepShapes(engine, all, edition, products);
    return countsOf(engine, edition, all.length, problems);
  });
}

interface Frames {
  readonly frames: ReadonlyMap<number, Frame>;
  readonly runs: ReadonlyMap<number, string>;
  /** Why a template has no price. */
  readonly problems: Map<number, string>;
}

/** How the jobs of each template fall into shapes. */
async function framesOf(engine: Engine, { frameOf }: Shapes): Promise<Frames> {
  const frames = new Map<number, Frame>();
  const runs = new Map<number, string>();
  const problems = new Map<number, string>();
  const sql = `SELECT id, run FROM template WHERE id IN (SELECT DISTINCT template FROM ${USED})`;
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

const SHAPE = {
  template: 'INTEGER',
  kind: 'DOUBLE',
  rates: 'VARCHAR',
  model: 'VARCHAR',
  accelerator: 'VARCHAR',
  zone: 'VARCHAR',
  place: 'VARCHAR',
  phase: 'VARCHAR',
  rung: 'VARCHAR',
  rated_w: 'DOUBLE',
  rest_w: 'DOUBLE',
  low_w: 'DOUBLE',
} as const satisfies Columns;

/** Shapes with their rates, for sums over jobs later on. */
async function keepShapes(
  engine: Engine,
  shapes: readonly PricedShape[],
  edition: string,
  products: readonly string[],
): Promise<void> {
  const rows = shapes.map(
    ({ template, kind, row, model, accelerator, zone, place, phase, rung, chipPower }) => [
      template,
      kind,
      JSON.stringify(row),
      model,
      accelerator,
      zone,
      place,
      phase,
      rung,
      chipPower?.ratedW ?? null,
      chipPower?.restW ?? null,
      chipPower?.lowW ?? null,
    ],
  );
  await engine.put('new_shape', SHAPE, rows);
  await engine.keep('shape', 'SELECT * FROM new_shape');
  await engine.put('new_pricing', PRICING, [[edition, JSON.stringify(products)]]);
  await engine.keep('pricing', 'SELECT * FROM new_pricing');
}

const PRICING = { edition: 'VARCHAR', products: 'VARCHAR' } as const satisfies Columns;

async function countsOf(
  engine: Engine,
  edition: string,
  shapes: number,
  problems: ReadonlyMap<number, string>,
): Promise<Priced> {
  const counts = await engine.rows(
    `SELECT used.template AS template, count(*) AS jobs, count(priced.key) AS priced
     FROM ${USED} LEFT JOIN priced ON used.key = priced.key GROUP BY used.template`,
  );
  const refused = new Map<string, number>();
  let [jobs, priced] = [0, 0];
  for (const row of counts) {
    const left = Number(row.jobs) - Number(row.priced);
    jobs += Number(row.jobs);
    priced += Number(row.priced);
    if (left === 0) continue;
    const reason =
      row.template === null
        ? 'its nodes ran other jobs too, and nothing but their meters tells what it drew'
        : (problems.get(Number(row.template)) ?? 'it has no shape');
    refused.set(reason, (refused.get(reason) ?? 0) + left);
  }
  return {
    edition,
    jobs,
    priced,
    shapes,
    refused: [...refused].map(([reason, some]) => ({ reason, jobs: some })),
    notes: await notesIn(engine),
  };
}

async function notesIn(engine: Engine): Promise<Priced['notes']> {
  const rows = await engine.rows(
    `SELECT code, count(*) AS jobs FROM (SELECT unnest(string_split(notes, ' ')) AS code FROM ${USED})
     GROUP BY code ORDER BY jobs DESC, code`,
  );
  return rows.map(({ code, jobs }) => ({ about: NOTES[code as NoteCode], jobs: Number(jobs) }));
}
