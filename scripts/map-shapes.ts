import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { geoArea, geoCentroid, geoDistance } from 'd3-geo';
import type { Feature } from 'geojson';
import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Area, gathered, type Part, regionSpots, type Shape } from './map-shapes/gather.ts';

/**
 * `npm run map:shapes`: the shapes of grid zones on the page's map, from Natural Earth by way of the registry. What it
 * writes is kept in the repository, so that a build needs neither the network nor these packages.
 */

const OUT = 'apps/web/src/lib/compare/map/shapes.json';
/** A corner below this many steradians is not seen, nor is an island of four times as many. */
const DETAIL = 4e-6;
const ISLAND = 4 * DETAIL;
/** Steps from one end of the world to the other. */
const STEPS = 1e4;
/** What is so near to a region, radians (32 km), has finer corners. */
const NEAR = 0.005;
const FINER = 40;

const spots = regionSpots();
const isNear = ([lon, lat]: readonly number[]): boolean =>
  spots.some((spot) => geoDistance(spot, [lon ?? 0, lat ?? 0]) < NEAR);

/** The middle of the largest of some areas. */
function middleOf(areas: readonly Area[]): [number, number] {
  const polygons = areas.flatMap((area) =>
    area.type === 'Polygon' ? [area.coordinates] : area.coordinates,
  );
  const sizeOf = (coordinates: Area['coordinates'][number]) =>
    geoArea({ type: 'Polygon', coordinates: coordinates as never });
  const [largest] = polygons.toSorted((a, b) => sizeOf(b as never) - sizeOf(a as never));
  return geoCentroid({ type: 'Polygon', coordinates: largest ?? [] });
}

// One shape of each zone first: what lies between its parts is no border.
const keyOf = ({ zone, kind }: Shape) => `${zone} ${kind ?? ''}`;
const byKey = new Map<string, Shape>();
for (const shape of gathered()) {
  const known = byKey.get(keyOf(shape));
  byKey.set(keyOf(shape), { ...shape, areas: [...(known?.areas ?? []), ...shape.areas] });
}
const features: Feature[] = [...byKey].flatMap(([key, { areas }]) =>
  areas.map((geometry) => ({ type: 'Feature', geometry, properties: { key } })),
);
const all = topology(
  { shapes: { type: 'FeatureCollection', features } as never },
  1e6,
) as unknown as Topology<{ shapes: GeometryCollection<{ readonly key: string }> }>;
const parts = all.objects.shapes.geometries as (Part & { properties: { key: string } })[];
const whole = [...byKey].map(([key, { zone, kind }]) => ({
  ...mergeArcs(
    all,
    parts.filter(({ properties }) => properties.key === key),
  ),
  ...(zone ? { id: zone } : {}),
  ...(kind ? { properties: { kind } } : {}),
}));
const weighed = presimplify(
  { ...all, objects: { shapes: { type: 'GeometryCollection', geometries: whole } } },
  sphericalTriangleArea as never,
);
// Coasts and islands that regions stand on keep their corners: Montréal is one.
for (const corner of weighed.arcs.flat() as unknown as [number, number, number][]) {
  if (isNear(corner)) corner[2] *= FINER;
}
const isLarge = filterWeight(weighed, ISLAND, sphericalRingArea as never);
const isKept = (ring: number[], isInterior: boolean): boolean =>
  isLarge(ring as never, isInterior) ||
  (!isInterior && ring.some((arc) => weighed.arcs[arc < 0 ? ~arc : arc]?.some(isNear)));
const slim = filter(simplify(weighed, DETAIL), isKept as never) as Topology<{
  shapes: GeometryCollection;
}>;
// Too small for a shape: its middle, or for a rest nothing.
const seen = new Set(slim.objects.shapes.geometries.map(({ id }) => id));
const points = [...byKey.values()].flatMap(({ zone, kind, areas }) =>
  zone === null || kind || seen.has(zone)
    ? []
    : [{ type: 'Point' as const, coordinates: middleOf(areas), id: zone }],
);
const geometries = [...slim.objects.shapes.geometries, ...points];
const result = quantize(
  { ...slim, objects: { shapes: { type: 'GeometryCollection', geometries } } },
  STEPS,
);
const text = JSON.stringify(result);
writeFileSync(OUT, `${text}\n`);
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `${OUT}: ${geometries.length} shapes, ${kb(text.length)}, ${kb(gzipSync(text).length)} compressed`,
);
