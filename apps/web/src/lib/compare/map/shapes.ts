import { type ExtendedFeature, geoCentroid, geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** What a shape stands for beyond its zone: a part of a country without a zone of its own, or zones that have no shapes. */
type ShapeKind = 'rest' | 'several';

/** What a zone covers on the map. */
export interface Shape {
  /** Its id in the tables; null where no grid of ours lies. */
  readonly zone: string | null;
  readonly kind: ShapeKind | null;
  /** Whether it is too small for an outline, and is drawn as a spot. */
  readonly isSpot: boolean;
  readonly feature: ExtendedFeature;
  readonly middle: readonly [number, number];
}

let known: Promise<readonly Shape[]> | undefined;

/** The shapes of all zones that have one, fetched once a visit. */
export function zoneShapes(): Promise<readonly Shape[]> {
  known ??= import('./shapes.json').then(({ default: atlas }) => {
    const topology = atlas as unknown as Topology<{
      shapes: GeometryCollection<{ kind?: ShapeKind }>;
    }>;
    return feature(topology, topology.objects.shapes).features.map((one) => ({
      zone: one.id === undefined ? null : String(one.id),
      kind: one.properties?.kind ?? null,
      isSpot: one.geometry.type === 'Point',
      feature: one,
      middle: geoCentroid(one),
    }));
  });
  // A failed fetch may be tried again.
  known.catch(() => {
    known = undefined;
  });
  return known;
}

/** The zone that is drawn at a place. */
export const zoneAt = (shapes: readonly Shape[], lon: number, lat: number): string | null =>
  shapes.find(({ feature: one, isSpot }) => !isSpot && geoContains(one, [lon, lat]))?.zone ?? null;
