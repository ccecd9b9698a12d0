import { setImmediate as turn } from 'node:timers/promises';
import type { Calculator } from '@ml-emissions/calculator';
import { NOTES, type NoteCode } from '@ml-emissions/logs';
import type { Cell, Columns, Engine } from '../engine/engine.ts';
import { cubeSql, MONTHLY } from './cube.ts';
import { sharedSql, usedSql } from './job-sql.ts';
import { kindsOf, priceShaped, type Shaped, shapesOf } from './priced.ts';
import { Rates } from './rates.ts';
import { createShapes, type PricedShape, type Terms } from './shapes.ts';

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
  const jobs = await engine.jobs();
  await engine.work('shared', sharedSql(jobs));
  const shaped = await kindsOf(engine, shapes, usedSql(jobs));
  const rates = new Rates();
  await engine.put('new_shape', SHAPE, rowsOf(shapesOf(shapes, shaped, rates)));
  return engine.whole(async () => {
    await priceShaped(engine, shaped.used, rates, 'priced', engine.keep);
    await engine.keep('shape', 'SELECT * FROM new_shape');
    await engine.put('new_pricing', PRICING, [[[edition, JSON.stringify(rates.products)]]]);
    await engine.keep('pricing', 'SELECT * FROM new_pricing');
    await engine.keep(MONTHLY, cubeSql(rates.products));
    return countsOf(engine, edition, shaped, rates.shapes);
  });
}

/** Shapes that are in memory at a time, each some kilobytes. */
const SOME = 500;

const SHAPE = {
  template: 'BIGINT',
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

/** Shapes with their rates, for sums over jobs later on; some at a time, with pauses for whoever waits beside it. */
async function* rowsOf(shapes: Iterable<PricedShape>): AsyncGenerator<Cell[][]> {
  let rows: Cell[][] = [];
  for (const shape of shapes) {
    rows.push(rowOf(shape));
    if (rows.length < SOME) continue;
    yield rows;
    await turn();
    rows = [];
  }
  yield rows;
}

const rowOf = (shape: PricedShape): Cell[] => {
  const { template, kind, row, model, accelerator, zone, place, phase, rung, chipPower } = shape;
  return [
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
  ];
};

const PRICING = { edition: 'VARCHAR', products: 'VARCHAR' } as const satisfies Columns;

async function countsOf(
  engine: Engine,
  edition: string,
  { used, problems }: Shaped,
  shapes: number,
): Promise<Priced> {
  const counts = await engine.rows(
    `SELECT used.template AS template, count(*) AS jobs, count(priced.key) AS priced
     FROM ${used} LEFT JOIN priced ON used.key = priced.key GROUP BY used.template`,
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
    notes: await notesIn(engine, used),
  };
}

/** Codes of notes hold no sign that `LIKE` reads otherwise. */
async function notesIn(engine: Engine, used: string): Promise<Priced['notes']> {
  const codes = Object.keys(NOTES) as NoteCode[];
  const counts = codes.map(
    (code, at) => `count(CASE WHEN ' ' || notes || ' ' LIKE '% ${code} %' THEN 1 END) AS note${at}`,
  );
  const [row = {}] = await engine.rows(`SELECT ${counts.join(', ')} FROM ${used}`);
  return codes
    .map((code, at) => ({ about: NOTES[code], jobs: Number(row[`note${at}`]) }))
    .filter(({ jobs }) => jobs > 0)
    .sort((a, b) => b.jobs - a.jobs);
}
