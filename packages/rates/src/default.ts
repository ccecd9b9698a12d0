import type { Edition } from '@ml-emissions/data';
import type { Factor, Said } from '@ml-emissions/model';

/**
 * A default of an edition as a factor.
 *
 * @param edition its facts
 * @param id a row of `data/defaults.csv`
 * @param said what the reader should know; the id by default
 * @returns null where the edition has no such default
 * Errors: none.
 */
export function defaultFactor(edition: Edition, id: string, said?: Said): Factor | null {
  const row = edition.defaultById.get(id);
  if (!row) return null;
  return {
    value: row.value,
    kind: 'sourced',
    sourceId: row.sourceIds[0] ?? null,
    year: null,
    confidence: 'derived',
    said: said ?? { code: 'default', id },
    gsd: row.gsd,
    spreadOf: row.gsdOf ? 'excess' : 'value',
    key: id,
  };
}

/** A default that an edition with defaults always has. Errors: throws where the table lacks it. */
export function needed(edition: Edition, id: string, said?: Said): Factor {
  const factor = defaultFactor(edition, id, said);
  if (!factor) throw new Error(`defaults.csv of edition ${edition.id} has no ${id}`);
  return factor;
}

/** The deviation of a default alone, 1 where the edition has none. */
export function defaultGsd(edition: Edition, id: string): number {
  return edition.defaultById.get(id)?.gsd ?? 1;
}

/** Whether an edition has defaults at all; the paper's has none, and then nothing is assumed. */
export function hasDefaults(edition: Edition): boolean {
  return edition.defaults.length > 0;
}

/** A number computed from a factor that stands behind it. */
export function derived(value: number, from: Factor, said: Said): Factor {
  return { ...from, value, said };
}
