import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from '../../state/engine.ts';
import { keyOf, regionSpots } from '../places.ts';
import { zoneAt, zoneShapes } from './shapes.ts';

// The page's parts ask the calculator that is held: here that over all tables.
engineOf(calculator);

const shapes = await zoneShapes();
const spots = await regionSpots();
const zones = new Map(calculator.list('zones').map((zone) => [zone.id, zone]));
const countryOf = (id: string) => zones.get(id)?.country || id;

/** Where a region stands on the map; null in the sea or beyond every shape. */
function drawnAt(provider: string, region: string): string | null {
  const { lon, lat } = spots.get(keyOf(provider, region)) ?? { lon: Number.NaN, lat: Number.NaN };
  return Number.isFinite(lon) ? zoneAt(shapes, lon, lat) : null;
}

test('every shape is of a grid of the tables, and no grid has two of a kind', () => {
  const keys = shapes.map(({ zone, kind }) => `${zone} ${kind}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(shapes.filter(({ zone }) => zone !== null && !zones.has(zone))).toEqual([]);
});

test('Montréal lies in Québec', () => {
  const montreal = calculator.list('regions').filter(({ city }) => city === 'Montréal');
  expect(montreal.length).toBeGreaterThan(2);
  for (const { provider, region } of montreal) expect(drawnAt(provider, region)).toBe('CA-QC');
});

test('a region is drawn on its own grid, or where that has no shape, in its own country', () => {
  // On a border, and a city that two claim.
  const known = new Set(['ovh/fr-roubaix', 'oci/il-jerusalem-1']);
  const drawn = new Set(shapes.flatMap(({ zone }) => zone ?? []));
  const wrong = calculator.list('regions').flatMap(({ provider, region, zone }) => {
    const at = drawnAt(provider, region);
    const isOwn =
      at === null ||
      at === zone ||
      (countryOf(at) === countryOf(zone ?? '') && !drawn.has(zone ?? ''));
    return isOwn || known.has(keyOf(provider, region))
      ? []
      : [`${keyOf(provider, region)} at ${at}`];
  });
  expect(wrong).toEqual([]);
});

test('of regions whose grid has a shape, nine in ten stand in it: the others on a coast', () => {
  const drawn = new Set(shapes.flatMap(({ zone, isSpot }) => (isSpot ? [] : (zone ?? []))));
  const own = calculator
    .list('regions')
    .filter(({ zone, lat }) => drawn.has(zone ?? '') && lat !== null);
  const inside = own.filter(({ provider, region, zone }) => drawnAt(provider, region) === zone);
  expect(inside.length / own.length).toBeGreaterThan(0.9);
});
