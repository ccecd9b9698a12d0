import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json';
import type { Continent } from './places.ts';

const shapes = feature(
  land as unknown as Topology<{ land: GeometryCollection }>,
  (land as unknown as Topology<{ land: GeometryCollection }>).objects.land,
);

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

/** The map for a size and a view: the land as a path, and where a place lies; null = out of the map. */
export function mapOf(view: Continent | null, width: number, height: number) {
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
        [8, 8],
        [width - 8, height - 8],
      ],
      corners,
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  return {
    land: geoPath(projection)(shapes) ?? '',
    at: (lon: number, lat: number): readonly [number, number] | null => {
      const point = projection([lon, lat]);
      if (!point) return null;
      const [x, y] = point;
      return x >= 0 && x <= width && y >= 0 && y <= height ? [x, y] : null;
    },
  };
}
