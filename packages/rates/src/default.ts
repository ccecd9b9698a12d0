import type { Edition } from '@ml-emissions/data';
import { type Apart, type Factor, ln, type Said, square } from '@ml-emissions/model';

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
  const apart = edition.once(`apart ${id}`, () => apartOf(edition, id, row.gsd));
  const factor: Factor = {
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
  return apart ? Object.assign(factor, { apart }) : factor;
}

/**
 * What of a default's deviation is not the same in all runs: `.of-mean` is what they share, `.of-model` what runs of one
 * model share around that, and the rest differs from run to run.
 *
 *     ln(gsd)^2 = ln(of-mean)^2 + ln(of-model)^2 + the rest
 *
 * @returns null where the edition does not tell it: all of it is shared then
 */
function apartOf(edition: Edition, id: string, gsd: number | null): Apart | null {
  const mean = edition.defaultById.get(`${id}.of-mean`)?.gsd;
  const model = edition.defaultById.get(`${id}.of-model`)?.gsd;
  if (!gsd || !mean || !model) return null;
  const share = (part: number) => square(ln(part) / ln(gsd));
  const byModel = share(model);
  return { byModel, byRun: 1 - share(mean) - byModel };
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
  return edition.rows.defaults.length > 0;
}

/** A number computed from a factor that stands behind it. */
export function derived(value: number, from: Factor, said: Said): Factor {
  return { ...from, value, said };
}
