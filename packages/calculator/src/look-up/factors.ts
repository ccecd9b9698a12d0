import type { Commons } from '@ml-emissions/data';
import type { Amount, Factor } from '@ml-emissions/model';

/** Half of the 90 % range of a normal distribution, in standard deviations. */
const Z_90 = 1.6448536269514722;

/** The key of a number that the user gave, by its field: the same key is the same unknown. */
export type KeyOf = (field: string) => string;

/** Each field of a run is an unknown of its own. */
export const ownKeys: KeyOf = (field) => `given:${field}`;

/**
 * A number of the user's as a factor. A range counts as a factor up and down, the wider side on both.
 *
 * @param amount exact, or with the 90 % range
 * @param key what makes it the same unknown elsewhere
 * @param about whether the range is of the value or of its excess over 1; a note
 */
export function amountFactor(
  amount: Amount,
  key: string,
  about: {
    readonly note?: string;
    readonly isExcess?: boolean;
    readonly isMeasured?: boolean;
  } = {},
): Factor {
  const { note = '', isExcess = false, isMeasured = false } = about;
  const kind = isMeasured ? 'measured' : 'given';
  if (typeof amount === 'number') return userFactor(amount, kind, key, note, 1, 'value');
  const { value, low, high } = amount;
  const less = isExcess && low > 1 ? 1 : 0;
  const ratio =
    value === 0 ? 1 : Math.max((value - less) / (low - less), (high - less) / (value - less));
  return userFactor(value, kind, key, note, ratio ** (1 / Z_90), less === 1 ? 'excess' : 'value');
}

function userFactor(
  value: number,
  kind: Factor['kind'],
  key: string,
  note: string,
  gsd: number,
  spreadOf: Factor['spreadOf'],
): Factor {
  const confidence = null;
  return { value, kind, sourceId: null, year: null, confidence, note, gsd, spreadOf, key };
}

/**
 * A default of the edition as a factor; null where the edition has none.
 *
 * @param commons the edition
 * @param id a row of `data/defaults.csv`
 * @param note what the reader should know; the id by default
 */
export function defaultFactor(commons: Commons, id: string, note?: string): Factor | null {
  const row = commons.defaultById.get(id);
  if (!row) return null;
  const known = factors.get(row);
  if (known && (note ?? known.note) === known.note) return known;
  const factor: Factor = {
    value: row.value,
    kind: 'sourced',
    sourceId: row.sourceIds[0] ?? null,
    year: null,
    confidence: 'derived',
    note: note ?? `default ${id}`,
    gsd: row.gsd,
    spreadOf: row.gsdOf ? 'excess' : 'value',
    key: id,
  };
  factors.set(row, factor);
  return factor;
}

/** The factor that was last made of a row: nearly all runs want the same one. */
const factors = new WeakMap<object, Factor>();

/** A default that the current edition always has: without it the table is broken. */
export function needed(commons: Commons, id: string, note?: string): Factor {
  const factor = defaultFactor(commons, id, note);
  if (!factor) throw new Error(`defaults.csv of edition ${commons.edition.id} has no ${id}`);
  return factor;
}

/** The deviation of a default alone, 1 where the edition has none. */
export function defaultGsd(commons: Commons, id: string): number {
  return commons.defaultById.get(id)?.gsd ?? 1;
}

/** Whether an edition has defaults at all; the paper's has none, and then nothing is assumed. */
export function hasDefaults(commons: Commons): boolean {
  return commons.defaults.length > 0;
}

/** A number computed from factors that stand behind it. */
export function derived(value: number, from: Factor, note: string): Factor {
  return { ...from, value, note };
}
