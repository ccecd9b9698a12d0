import type { Edition, ZoneRow } from '@ml-emissions/data';
import { type Doubt, exp, ln, square, Z_90 } from '@ml-emissions/model';
import { defaultGsd } from '../default.ts';
import type { RunTime } from '../place.ts';
import { type AreaSpread, areaSpread, tellsAreas, withinAreas } from './areas.ts';
import { ownFigure } from './best.ts';
import type { Doubtful } from './doubtful.ts';

/**
 * How the areas of the country, or of the larger place, that a figure is of lie around it; null where it has none.
 *
 * @param edition the edition
 * @param chosen the figure
 * @param time the run's year (null = now) and scope
 */
export function spreadOfAreas(
  edition: Edition,
  { zone: id, spatial, value }: Pick<Doubtful, 'zone' | 'spatial' | 'value'>,
  { year, scope }: Pick<RunTime, 'year' | 'scope'>,
): AreaSpread | null {
  const zone = id ? edition.zoneById.get(id) : undefined;
  const isWide = spatial === 'country' || spatial === 'aggregate';
  return zone && isWide ? areaSpread(edition, zone, value, year, scope) : null;
}

/**
 * The same around the world's figure for a place that is not known: as unsure as the regions that can be rented, and no
 * cleaner or dirtier than any place.
 *
 * Source: `data/defaults.csv`, `intensity.unknown-place`.
 */
export function spreadAnywhere(
  edition: Edition,
  world: Parameters<typeof spreadOfAreas>[1],
  time: Pick<RunTime, 'year' | 'scope'>,
): AreaSpread | null {
  const areas = spreadOfAreas(edition, world, time);
  return areas && { ...areas, log: ln(defaultGsd(edition, 'intensity.unknown-place')) };
}

/** What the areas of a place add to the other reasons, so that all of them together make the whole. */
export function addedBy(areas: AreaSpread, others: number): Pick<Doubt, 'gsd' | 'gsdUp'> {
  const [gsd, gsdUp] = withinAreas(others, areas).map((whole) =>
    exp(Math.sqrt(Math.max(0, square(whole) - square(others)))),
  ) as [number, number];
  return gsd === gsdUp ? { gsd } : { gsd, gsdUp };
}

/** The doubt that a country or a larger place has several areas; null where that adds nothing. */
export function severalAreas(zone: ZoneRow, areas: AreaSpread, others: number): Doubt | null {
  const added = addedBy(areas, others);
  if (added.gsd <= 1 && (added.gsdUp ?? 1) <= 1) return null;
  return { cause: 'coarse-place', ...added, said: { code: 'several-areas', zone: zone.name } };
}

/** As far as the other grid areas which the place may draw from. */
export function otherAreas(
  edition: Edition,
  { candidates, value }: Pick<Doubtful, 'candidates' | 'value'>,
  { year, scope }: Pick<RunTime, 'year' | 'scope'>,
): Doubt | null {
  const figures = candidates.flatMap(
    (zone) => ownFigure(edition, zone, year, scope)?.gPerKwh ?? [],
  );
  if (figures.length === 0 || !(value > 0)) return null;
  const low = Math.min(value, ...figures);
  const high = Math.max(value, ...figures);
  const zones = candidates.map(({ name }) => name);
  return {
    cause: 'coarse-place',
    gsd: exp(ln(value / low) / Z_90),
    gsdUp: exp(ln(high / value) / Z_90),
    said: { code: 'perhaps-on', zones, lowGPerKwh: low, highGPerKwh: high },
  };
}

/** A figure for more than the place: of what a state makes, or, in editions from before, of a country or continent. */
export function coarsePlace(
  edition: Edition,
  { spatial, basis }: Pick<Doubtful, 'spatial' | 'basis'>,
  zone: ZoneRow,
): Doubt | null {
  // What a state makes is not what it uses, and its grids reach beyond it.
  if (spatial === 'state' && basis === 'production') {
    const gsd = defaultGsd(edition, 'intensity.state-production');
    return { cause: 'coarse-place', gsd, said: { code: 'state-production', zone: zone.name } };
  }
  // In an edition that tells how areas lie, they say how far a place may be off.
  if (tellsAreas(edition)) return null;
  const isCoarse = spatial === 'country' && edition.countriesWithAreas.has(zone.id);
  if (spatial !== 'aggregate' && !isCoarse) return null;
  return {
    cause: 'coarse-place',
    gsd: defaultGsd(edition, 'intensity.coarse-place'),
    said: { code: 'several-areas', zone: zone.name },
  };
}
