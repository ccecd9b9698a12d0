import { JOB_STATES } from '@ml-emissions/logs';
import { LedgerFault } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { SOURCES } from '../job.ts';
import { CUBE, MONTHLY, PRICED } from '../price/cube.ts';
import { pricedEdition } from '../priced-table.ts';
import { isInCube, keySql, type SummaryKey, type Where } from './keys.ts';

/** A value that no job of the ledger has. */
interface Missing {
  readonly key: SummaryKey;
  readonly value: string;
  /** Some that jobs have, and how many more there are. */
  readonly known: readonly string[];
  readonly more: number;
}

/** A question about jobs as it was meant. */
export interface Meant {
  readonly where: Where;
  readonly missing: readonly Missing[];
}

/** So many values are told of a key. */
const TOLD = 12;

/** What alone a key can be, whatever jobs there are. */
const POSSIBLE: Readonly<Partial<Record<SummaryKey, readonly string[]>>> = {
  state: JOB_STATES,
  source: SOURCES,
  load: ['at rest', 'low', 'usual'],
  weekday: ['1', '2', '3', '4', '5', '6', '7'],
  hour: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
};
const FORMS: Readonly<Partial<Record<SummaryKey, readonly [form: RegExp, like: string]>>> = {
  day: [/^\d{4}-\d\d-\d\d$/, 'a day, as 2025-03-01'],
  month: [/^\d{4}-\d\d$/, 'a month, as 2025-03'],
  quarter: [/^\d{4}-Q[1-4]$/, 'a quarter, as 2025-Q1'],
  year: [/^\d{4}$/, 'a year, as 2025'],
};

/**
 * What somebody typed as values of keys, as the ledger writes them: `FAILED` is `failed`, hour 7 is 07, a chip's name
 * its id.
 *
 * @param idOf the id of a value that has names; null where it has none
 * Errors: throws `LedgerFault` for a value that its key can never have, or where nothing is priced.
 */
export async function meantWhere(
  engine: Engine,
  where: Where,
  idOf: (key: SummaryKey, value: string) => string | null,
): Promise<Meant> {
  await pricedEdition(engine);
  const missing: Missing[] = [];
  const meant: [SummaryKey, readonly (string | null)[]][] = [];
  for (const [key, wanted] of Object.entries(where) as [SummaryKey, (string | null)[]][]) {
    const values: (string | null)[] = [];
    for (const typed of wanted) {
      const found = typed === null ? null : await meantValue(engine, key, typed, idOf);
      if (typeof found === 'object' && found !== null) missing.push(found);
      values.push(typeof found === 'object' ? typed : found);
    }
    meant.push([key, values]);
  }
  return { where: Object.fromEntries(meant), missing };
}

async function meantValue(
  engine: Engine,
  key: SummaryKey,
  typed: string,
  idOf: (key: SummaryKey, value: string) => string | null,
): Promise<string | Missing> {
  const jobs = isInCube([key]) && (await engine.has(MONTHLY)) ? CUBE : PRICED;
  const has = await engine.rows(`SELECT 1 AS found FROM ${jobs} WHERE ${keySql(key)} = ? LIMIT 1`, [
    typed,
  ]);
  if (has.length > 0) return typed;
  const possible = POSSIBLE[key];
  if (possible) {
    const found = likeIt(possible, typed);
    if (found !== undefined) return found;
    throw new LedgerFault(`no ${key} is '${typed}'`, `one of ${possible.join(', ')}`);
  }
  const [form, like = ''] = FORMS[key] ?? [];
  if (form?.test(typed.toUpperCase()) === false)
    throw new LedgerFault(`no ${key} is '${typed}'`, like);
  const rows = await engine.rows(
    `SELECT DISTINCT ${keySql(key)} AS told FROM ${jobs} WHERE ${keySql(key)} IS NOT NULL ORDER BY told`,
  );
  const all = rows.map(({ told }) => String(told));
  const found = likeIt(all, typed) ?? all.find((one) => one === idOf(key, typed));
  if (found !== undefined) return found;
  // Those that hold what was typed stand first: they may be meant.
  const holding = all.filter((one) => plain(one).includes(plain(typed)));
  const known = [...new Set([...holding, ...all])].slice(0, TOLD);
  return { key, value: typed, known, more: all.length - known.length };
}

/** Without what people write otherwise: `OUT_OF_MEMORY`, `out of memory`, `07`. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/^0+(?=\d$)/, '');

/** The one that is like it but for how it is written. */
function likeIt(all: readonly string[], typed: string): string | undefined {
  const [found, ...others] = all.filter((one) => plain(one) === plain(typed));
  return others.length === 0 ? found : undefined;
}
