import type { ZoneRow } from '@ml-emissions/data';
import type { Doubt, GridScope, IntensityFactor } from '@ml-emissions/model';

/** A figure of another source for the same place, year and scope. */
export interface SourceFigure {
  /** As published. */
  readonly gPerKwh: number;
  /** It / the one that was taken, both in the scope of this one. */
  readonly ratio: number;
  readonly sourceId: string;
  /** Its scope, where it is another than that of the one that was taken. */
  readonly scope?: GridScope;
  /** Whether it comes from somebody else; two tables of one publisher are no second witness. */
  readonly isIndependent: boolean;
}

/** Two sources that disagree about the country which a finer place lies in. */
export interface CountryFigures {
  readonly zone: string;
  readonly gPerKwh: number;
  readonly other: SourceFigure;
}

/** A figure that was taken, with what bears on how sure it is. */
export interface Doubtful
  extends Pick<
    IntensityFactor,
    'year' | 'zone' | 'spatial' | 'scope' | 'basis' | 'sourceId' | 'value'
  > {
  /** As published. */
  readonly gPerKwh: number;
  /** The lifecycle figure, whatever the scope: by it agreement and age are told. */
  readonly level: number;
  /** Of its being brought over to another scope; null where it was not. */
  readonly scopeDoubt: Doubt | null;
  readonly others: readonly SourceFigure[];
  readonly country: CountryFigures | null;
  /** Other grid areas that the place may draw from. */
  readonly candidates: readonly ZoneRow[];
}
