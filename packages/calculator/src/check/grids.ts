import type { Edition } from '@ml-emissions/data';
import { type GridScope, type IntensityFactor, range90 } from '@ml-emissions/model';
import { inScope, type PublishedFigure, runTime } from '@ml-emissions/rates';
import { HIGHEST_INTENSITY, LOWEST_LIFECYCLE } from '../plausible.ts';
import type { PreparedRun } from '../prepare.ts';

/** From the least to the most that can be, in the unit of what it is of. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Figures of so many years before and after the one that was taken say what a grid can be. */
const YEARS = 5;

/**
 * What grids emit where a run is, g CO2e/kWh: every figure that the tables hold for its grid in the years around, and
 * the 90 % range of the one that was taken. A country whose grid has several areas has those of each of them, and the
 * range around its mean says nothing beyond them. Where the place is not known, or an intensity was given instead, what
 * grids emit anywhere.
 *
 * @param prepared one run
 * @returns limits that hold the taken figure
 * Errors: none.
 */
export function gridsAt({ edition, run, resolved }: PreparedRun): Limits {
  const { factor } = resolved.carbonIntensity;
  const { scope } = runTime(run);
  const lowest = scope === 'direct' ? 0 : LOWEST_LIFECYCLE;
  const own = range90(factor.value, factor.gsd ?? 1, factor.gsdUp);
  const figures = run.carbonIntensityGPerKwh === undefined ? figuresAt(edition, factor, scope) : [];
  if (figures.length === 0) {
    return {
      low: Math.min(lowest, own.low),
      high: Math.max(HIGHEST_INTENSITY, own.high),
    };
  }
  const isCoarse = isCoarsePlace(factor);
  const all = [factor.value, ...figures, ...(isCoarse ? [] : [own.low, own.high])];
  const within = (one: number) => Math.min(HIGHEST_INTENSITY, Math.max(lowest, one));
  return {
    low: Math.min(factor.value, within(Math.min(...all))),
    high: Math.max(factor.value, within(Math.max(...all))),
  };
}

const isCoarsePlace = ({ doubts }: IntensityFactor): boolean =>
  doubts.some(({ cause }) => cause === 'coarse-place');

/**
 * What the tables hold for a grid, or for each area of a coarse country; none for the world or a continent. A claim that
 * says nothing of its scope may rest on a direct figure; one of direct emissions is held against direct figures.
 */
function figuresAt(edition: Edition, factor: IntensityFactor, scope: GridScope): readonly number[] {
  const { zone: id, year, beside } = factor;
  const zone = id === null ? undefined : edition.zoneById.get(id);
  if (!zone || zone.kind === 'aggregate') return [];
  const zones =
    zone.kind === 'country' && isCoarsePlace(factor)
      ? edition.zones.filter(
          ({ country, kind }) => country === zone.country && kind !== 'aggregate',
        )
      : [zone];
  const asAsked = (figure: PublishedFigure) =>
    scope === 'direct' ? inScope(edition, figure, scope).value : figure.gPerKwh;
  const rows = zones.flatMap(({ id: zone }) => edition.intensityByZone.get(zone) ?? []);
  return [
    ...beside.map((one) => asAsked({ ...one, gPerKwh: one.value, zone: id })),
    ...rows
      .filter((row) => year === null || Math.abs((row.year ?? year) - year) <= YEARS)
      .map((row) => asAsked({ ...row, gPerKwh: row.carbonIntensityGPerKwh })),
  ];
}
