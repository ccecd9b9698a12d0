import type { Edition } from '@ml-emissions/data';
import { ln, pow } from '@ml-emissions/model';

/** How much longer the same work takes. */
export interface Slower {
  /** Time / time before. */
  readonly scale: number;
  /** The unknown that it is, and the log of its geometric standard deviation. */
  readonly key: string;
  readonly log: number;
}

const EXPONENT = 'speed.under-limit';

/**
 * How much longer a training takes whose chips draw less under a limit:
 *
 *     time / time before = (power / power before)^-a
 *
 * Source: `speed.under-limit` of `data/defaults.csv`, fitted to trainings that were metered with a limit and without one
 * (You et al. 2023, Zeus).
 *
 * @param beforeW mean power of a chip without the limit, W
 * @param underW the same under it, W
 * @returns null in an edition that does not know
 * Errors: none.
 */
export function timeUnderLimit(edition: Edition, beforeW: number, underW: number): Slower | null {
  const exponent = edition.defaultById.get(EXPONENT);
  if (!exponent) return null;
  const cut = Math.max(0, ln(beforeW / underW));
  return {
    scale: pow(Math.max(1, beforeW / underW), exponent.value),
    key: EXPONENT,
    log: exponent.value * cut * ln(exponent.gsd ?? 1),
  };
}
