import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from 'd3-geo';
import type { Continent } from '../places.ts';

/** What a view shows: west, south, east, north in degrees. */
const VIEWS: Readonly<Record<Continent, readonly [number, number, number, number]>> = {
  AFRICA: [-20, -36, 52, 38],
  ASIA: [34, -12, 148, 52],
  EUROPE: [-12, 35, 32, 66],
  'NORTH-AMERICA': [-128, 14, -60, 56],
  OCEANIA: [110, -48, 180, -8],
  'SOUTH-AMERICA': [-84, -56, -34, 14],
};
const WORLD: readonly [number, number, number, number] = [-170, -56, 179, 78];
const MARGIN = 8;
/** Half the side of the square that stands for a zone too small for a shape, px. */
const SMALL = 3;

/** What of the world is looked at. */
export interface Look {
  readonly view: Continent | null;
  /** How often as large as the whole view. */
  readonly times: number;
  /** What stands in the middle, longitude and latitude; null for the middle of the view. */
  readonly middle: readonly [number, number] | null;
}

/** As far as one can go in: two places of one town stand apart, or on one spot. */
export const MOST_TIMES = 64;

/** The map for a size and a look. */
export function mapOf({ view, times, middle }: Look, width: number, height: number) {
  const [west, south, east, north] = view ? VIEWS[view] : WORLD;
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
      [(west + east) / 2, south],
      [(west + east) / 2, north],
    ],
  };
  const projection = geoEqualEarth()
    .rotate(view ? [-(west + east) / 2, 0] : [-10, 0])
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [width - MARGIN, height - MARGIN],
      ],
      corners,
    );
  projection.scale(projection.scale() * times);
  const [x, y] = projection.translate();
  const [atX, atY] = (times > 1 && middle && projection([...middle])) || [x, y];
  const [dx, dy] = times > 1 && middle ? [width / 2 - atX, height / 2 - atY] : [0, 0];
  projection.translate([x + dx, y + dy]);
  projection.clipExtent([
    [-1, -1],
    [width + 1, height + 1],
  ]);
  const path = geoPath(projection).digits(1).pointRadius(SMALL);
  return {
    /** A shape as a path; '' where it is out of the map. */
    draw: (shape: GeoPermissibleObjects): string => path(shape) ?? '',
    /** The spot of a place, px; null where it is out of the map. */
    at: (lon: number, lat: number): readonly [number, number] | null => {
      const point = projection([lon, lat]);
      if (!point) return null;
      return point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height
        ? point
        : null;
    },
    /** What lies at a spot, longitude and latitude. */
    under: (px: number, py: number): readonly [number, number] | null =>
      projection.invert?.([px, py]) ?? null,
  };
}
