import type { Said } from './said.ts';

/** How a number came to be: read in a source, metered, computed by a model, or stated by the user. */
export type FactorKind = 'sourced' | 'measured' | 'modeled' | 'given';

/** How sure a sourced number is: read at the origin, computed, read in somebody else's table, or remembered. */
export type Confidence = 'stated' | 'derived' | 'second-hand' | 'memory';

/** What of a deviation is not the same in all runs that have the factor, as shares of the variance of its logarithm. */
export interface Apart {
  /** The same in runs of one model, another in those of another model. */
  readonly byModel: number;
  /** Another in each run. */
  readonly byRun: number;
}

/** One number that a method uses, with where it comes from. The unit stands in the field that holds it. */
export interface Factor {
  readonly value: number;
  readonly kind: FactorKind;
  /** A row of `data/sources.csv`; null where the number was given. */
  readonly sourceId: string | null;
  /** The year that the number describes; null where it has none. */
  readonly year: number | null;
  readonly confidence: Confidence | null;
  /** What a reader should know about this number; null where nothing. */
  readonly said: Said | null;
  /** Geometric standard deviation of `spreadOf`; 1 = exact, null = not known. Downwards where `gsdUp` stands. */
  readonly gsd: number | null;
  /** That of the upper side, where it is another: what cannot exceed a limit, or the user's own range. */
  readonly gsdUp?: number;
  /** What the deviation is of: the value, or what the value exceeds 1 by (PUE, overhead). */
  readonly spreadOf: 'value' | 'excess';
  /** Two factors with one key are the same unknown: they rise and fall together. */
  readonly key: string;
  /** What of it averages out over the runs of a project; all of it is shared where this is absent. */
  readonly apart?: Apart;
}

/** Emissions counted at the power plant only, or over the plant's and fuel's life; null where the table does not say. */
export type IntensityScope = 'direct' | 'lifecycle' | null;
/** Counted where electricity is made, or where it is used after imports and exports; null where the table does not say. */
export type IntensityBasis = 'production' | 'consumption' | null;
/** How finely the figure covers the place. */
export type Spatial = 'region' | 'grid-area' | 'state' | 'country' | 'aggregate' | null;

/** One reason why a number is not sure, with the geometric standard deviation that it adds. */
export interface Doubt {
  readonly cause: 'sources' | 'age' | 'scope' | 'coarse-place' | 'short-run';
  readonly gsd: number;
  /** That of the upper side, where it is another. */
  readonly gsdUp?: number;
  readonly said: Said;
}

/** A figure that stands beside the one that was taken. */
export interface OtherFigure {
  readonly value: number;
  readonly year: number | null;
  readonly scope: IntensityScope;
  readonly basis: IntensityBasis;
  readonly sourceId: string;
  /** Whose or of what it is; null where that is not known. */
  readonly said: Said | null;
}

/** A grid's carbon intensity, g CO2e/kWh. */
export interface IntensityFactor extends Factor {
  /** Why it is not sure, the largest reason first. */
  readonly doubts: readonly Doubt[];
  /** What else is published for the place, the finest and newest first. */
  readonly beside: readonly OtherFigure[];
  readonly zone: string | null;
  readonly spatial: Spatial;
  readonly scope: IntensityScope;
  readonly basis: IntensityBasis;
}

/** The share that a provider or owner claims to offset or match, 0..1; value null = not known. */
export interface OffsetFactor {
  readonly fraction: number | null;
  readonly kind: FactorKind;
  readonly sourceId: string | null;
  readonly year: number | null;
  readonly said: Said | null;
}

/**
 * A factor with another value, words or sides. Written out field by field: engines are slow to add a field to a copy.
 *
 * @param changes what is another; `gsdUp: undefined` leaves the upper side as `gsd` says
 * @example revised(factor, { value: 2 * factor.value })
 */
export function revised(
  factor: Factor,
  changes: Partial<Pick<Factor, 'value' | 'kind' | 'confidence' | 'said' | 'gsd'>> & {
    readonly gsdUp?: number | undefined;
  },
): Factor {
  const {
    value = factor.value,
    kind = factor.kind,
    confidence = factor.confidence,
    said = factor.said,
    gsd = factor.gsd,
  } = changes;
  const gsdUp = 'gsdUp' in changes ? changes.gsdUp : factor.gsdUp;
  const { sourceId, year, spreadOf, key, apart } = factor;
  const bare = { value, kind, sourceId, year, confidence, said, gsd, spreadOf, key };
  const made: { -readonly [Field in keyof Factor]: Factor[Field] } = bare;
  if (gsdUp !== undefined) made.gsdUp = gsdUp;
  if (apart !== undefined) made.apart = apart;
  return made;
}

/** Whether a factor is known exactly. */
export const isExact = ({ gsd, gsdUp = 1 }: Pick<Factor, 'gsd' | 'gsdUp'>): boolean =>
  gsd === 1 && gsdUp === 1;

/** An exact number of the user's. */
export function given(value: number, key: string, said: Said | null = null): Factor {
  return {
    value,
    kind: 'given',
    sourceId: null,
    year: null,
    confidence: null,
    said,
    gsd: 1,
    spreadOf: 'value',
    key,
  };
}
