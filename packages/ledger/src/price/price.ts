import type { DuckDBConnection } from '@duckdb/node-api';
import type { Calculator } from '@ml-emissions/calculator';
import { NOTES, type NoteCode } from '../job.ts';
import { appendRows } from '../store/append.ts';
import { inTransaction, type Ledger, rowsOf } from '../store/ledger.ts';
import { jobSql, KINDS_SQL, SHARED_SQL, USED_SQL } from './job-sql.ts';
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
 * @param calculator whose tables count
 * @param terms edition and method
 * @returns counts; what was priced before stands until all is done
 * Source: docs/method.md, "Many runs at once".
 */
export async function priceLedger(
  { connection }: Ledger,
  calculator: Calculator,
  terms: Terms = {},
): Promise<Priced> {
  const edition = terms.edition ?? calculator.editions.current;
  const shapes = createShapes(calculator, terms);
  await connection.run(`CREATE OR REPLACE TEMP TABLE shared AS ${SHARED_SQL}`);
  await connection.run(`CREATE OR REPLACE TEMP VIEW used AS ${USED_SQL}`);
  const { frames, runs, problems } = await framesOf(connection, shapes);
  await putFrames(connection, [...frames.values()]);
  const found = new Map<PricedShape, number[]>();
  let last: PricedShape | undefined;
  for (const { template, kind, piece } of await rowsOf(connection, KINDS_SQL)) {
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
  return inTransaction(connection, async () => {
    await putRates(connection, found, products);
    await connection.run(`CREATE OR REPLACE TABLE priced AS ${jobSql(products, true)}`);
    await priceModelled(connection, all, jobSql(products, false));
    await putShapes(connection, all, edition, products);
    return countsOf(connection, edition, all.length, problems);
  });
}

interface Frames {
  readonly frames: ReadonlyMap<number, Frame>;
  readonly runs: ReadonlyMap<number, string>;
  /** Why a template has no price. */
  readonly problems: Map<number, string>;
}

/** How the jobs of each template fall into shapes. */
async function framesOf(connection: DuckDBConnection, { frameOf }: Shapes): Promise<Frames> {
  const frames = new Map<number, Frame>();
  const runs = new Map<number, string>();
  const problems = new Map<number, string>();
  const sql = 'SELECT id, run FROM template WHERE id IN (SELECT DISTINCT template FROM used)';
  for (const { id, run } of await rowsOf(connection, sql)) {
    const frame = frameOf(Number(id), String(run));
    if ('problem' in frame) problems.set(Number(id), frame.problem);
    else {
      frames.set(frame.template, frame);
      runs.set(frame.template, String(run));
    }
  }
  return { frames, runs, problems };
}

async function putFrames(connection: DuckDBConnection, frames: readonly Frame[]): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE frame (template INTEGER, has_own_counts BOOLEAN, has_own_few BOOLEAN, most DOUBLE)',
  );
  const rows = frames.map(({ template, hasOwnCounts, hasOwnFew, most }) => [
    template,
    hasOwnCounts,
    hasOwnFew,
    most,
  ]);
  await appendRows(connection, 'frame', ['INTEGER', 'BOOLEAN', 'BOOLEAN', 'DOUBLE'], rows);
}

/** The table that jobs are joined to. */
async function putRates(
  connection: DuckDBConnection,
  shapes: ReadonlyMap<PricedShape, readonly number[]>,
  products: readonly string[],
): Promise<void> {
  const columns = rateColumns(products);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE rate (rate_template INTEGER, rate_kind DOUBLE, rate_piece INTEGER, is_closed BOOLEAN, ${columns
      .map((name) => `${name} DOUBLE`)
      .join(', ')})`,
  );
  const rows = [...shapes].flatMap(([shape, pieces]) =>
    ratesOfShape(shape, products, pieces).map(({ piece, isClosed, numbers }) => [
      shape.template,
      shape.kind,
      piece,
      isClosed,
      ...numbers,
    ]),
  );
  const types = columns.map(() => 'DOUBLE' as const);
  await appendRows(connection, 'rate', ['INTEGER', 'DOUBLE', 'INTEGER', 'BOOLEAN', ...types], rows);
}

/** Shapes with their rates, for sums over jobs later on. */
async function putShapes(
  connection: DuckDBConnection,
  shapes: readonly PricedShape[],
  edition: string,
  products: readonly string[],
): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE new_shape (template INTEGER, kind DOUBLE, rates VARCHAR, model VARCHAR,
      accelerator VARCHAR, zone VARCHAR, place VARCHAR, phase VARCHAR, rung VARCHAR)`,
  );
  const rows = shapes.map(
    ({ template, kind, row, model, accelerator, zone, place, phase, rung }) => [
      template,
      kind,
      JSON.stringify(row),
      model,
      accelerator,
      zone,
      place,
      phase,
      rung,
    ],
  );
  const texts = new Array<'VARCHAR'>(7).fill('VARCHAR');
  await appendRows(connection, 'new_shape', ['INTEGER', 'DOUBLE', ...texts], rows);
  await connection.run('CREATE OR REPLACE TABLE shape AS SELECT * FROM new_shape');
  await connection.run('CREATE OR REPLACE TABLE pricing (edition VARCHAR, products VARCHAR)');
  await connection.run('INSERT INTO pricing VALUES ($edition, $products)', {
    edition,
    products: JSON.stringify(products),
  });
}

async function countsOf(
  connection: DuckDBConnection,
  edition: string,
  shapes: number,
  problems: ReadonlyMap<number, string>,
): Promise<Priced> {
  const counts = await rowsOf(
    connection,
    `SELECT used.template AS template, count(*) AS jobs, count(priced.key) AS priced
     FROM used LEFT JOIN priced ON used.key = priced.key GROUP BY used.template`,
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
    notes: await notesIn(connection),
  };
}

async function notesIn(connection: DuckDBConnection): Promise<Priced['notes']> {
  const rows = await rowsOf(
    connection,
    `SELECT code, count(*) AS jobs FROM (SELECT unnest(string_split(notes, ' ')) AS code FROM used)
     GROUP BY code ORDER BY jobs DESC, code`,
  );
  return rows.map(({ code, jobs }) => ({ about: NOTES[code as NoteCode], jobs: Number(jobs) }));
}
