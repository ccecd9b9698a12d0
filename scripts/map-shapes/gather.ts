import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type {
  Polygon as Arcs,
  GeometryObject,
  MultiPolygon as ManyArcs,
} from 'topojson-specification';
import { ISLANDS, PROVINCES_OF_ZONES, SPLIT, STATES_OF_ZONES, UNDRAWN } from './areas.ts';
import { type Atlas, PROVINCES, packed, STATES } from './sources.ts';

export type Area = Polygon | MultiPolygon;
export type Part = Arcs | ManyArcs;

/** What a zone covers. */
export interface Shape {
  /** Its id; null where no grid of the data lies. */
  readonly zone: string | null;
  /** `rest` of a country that has other shapes, `several` where the country's figure stands for zones that have none. */
  readonly kind?: 'rest' | 'several';
  readonly areas: readonly Area[];
}

type Named = GeometryObject<{ readonly gu?: string; readonly name?: string }>;
const nameOf = ({ properties }: Named) =>
  (properties as { readonly name?: string } | undefined)?.name ?? '';
const countryOf = ({ properties }: Named) =>
  (properties as { readonly gu?: string } | undefined)?.gu ?? '';

const require = createRequire(import.meta.url);
const rows = parse(readFileSync('data/zones.csv', 'utf8'), { columns: true }) as Record<
  'id' | 'name',
  string
>[];
const zones = new Set(rows.map(({ id }) => id));
const STATE_COUNTRIES: Readonly<Record<string, string>> = {
  AUS: 'AU',
  BRA: 'BR',
  CAN: 'CA',
  USA: 'US',
};
const PROVINCE_COUNTRIES: Readonly<Record<string, string>> = {
  chn: 'CN',
  ind: 'IN',
  ita: 'IT',
  jpn: 'JP',
};
/** Countries that are drawn by their states or provinces, and not as a whole. */
const TILED = new Set([...Object.values(STATE_COUNTRIES), ...Object.values(PROVINCE_COUNTRIES)]);
/** Provinces that the package spells in another way than the data. */
const SPELLED: Readonly<Record<string, string>> = { 'Inner Mongol': 'Inner Mongolia' };
/** Claimed by several, lived in by none. */
const NOWHERE = 'Paracel Islands';

/**
 * All shapes, from the packages.
 *
 * Errors: throws where a zone or a province is not what it was.
 */
export const gathered = (): Shape[] => [...states(), ...provinces(), ...countries()];

/** Where regions of providers stand: longitude and latitude. */
export const regionSpots = (): [number, number][] =>
  (
    parse(readFileSync('data/regions.csv', 'utf8'), { columns: true }) as Record<
      'lat' | 'lon',
      string
    >[]
  ).flatMap(({ lat, lon }) => (lat === '' ? [] : [[Number(lon), Number(lat)]]));

function shape(zone: string | null, areas: readonly Area[], kind?: Shape['kind']): Shape {
  if (zone !== null && !zones.has(zone)) throw new Error(`no zone ${zone}`);
  if (areas.length === 0) throw new Error(`${zone}: nothing to draw`);
  return { zone, areas, ...(kind ? { kind } : {}) };
}

function areasOf(atlas: Atlas, object: GeometryObject): Area[] {
  const { geometry } = feature(atlas, object as Part) as { geometry: Geometry | null };
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? [geometry] : [];
}

function states(): Shape[] {
  const atlas = packed(STATES)('dist/world_50m.json');
  const zoneOf = new Map(
    Object.entries(STATES_OF_ZONES).flatMap(([zone, codes]) =>
      codes.split(' ').map((code) => [`${zone.slice(0, 2)}-${code}`, zone]),
    ),
  );
  return (atlas.objects.subunits?.geometries ?? []).flatMap((object) => {
    const country = STATE_COUNTRIES[countryOf(object)];
    if (country === undefined) return [];
    const code = `${country}-${object.id}`;
    const zone = zoneOf.get(code) ?? (zones.has(code) ? code : null);
    return shape(zone ?? country, areasOf(atlas, object), zone ? undefined : 'rest');
  });
}

function provinces(): Shape[] {
  const read = packed(PROVINCES);
  return Object.entries(PROVINCE_COUNTRIES).flatMap(([file, country]) => {
    const atlas = read(`src/js/data/${file}.topo.json`);
    const zoneOf = new Map(
      Object.entries(PROVINCES_OF_ZONES[file] ?? {}).flatMap(([zone, names]) =>
        names.split('|').map((name) => [name, zone]),
      ),
    );
    for (const { id, name } of rows)
      if (id.startsWith('CN-') && file === 'chn') zoneOf.set(name, id);
    const seen = new Set<string>();
    const found = (atlas.objects[file]?.geometries ?? []).flatMap((object) => {
      const name = SPELLED[nameOf(object)] ?? nameOf(object);
      if (name === '' || name === NOWHERE) return [];
      seen.add(name);
      const zone = zoneOf.get(name);
      return shape(zone ?? country, areasOf(atlas, object), zone ? undefined : 'rest');
    });
    const missing = [...zoneOf.keys()].filter((name) => !seen.has(name));
    if (missing.length > 0) throw new Error(`${file}: no ${missing.join(', ')}`);
    return found;
  });
}

function isIn(ring: readonly Position[], [x, y]: readonly [number, number]): boolean {
  let isInside = false;
  for (const [index, [ax = 0, ay = 0]] of ring.entries()) {
    const [bx = 0, by = 0] = ring.at(index - 1) ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}

/** A country, its islands that are zones of their own apart. */
function parted(country: string | null, area: Area): Shape[] {
  let left = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const shapes: Shape[] = [];
  for (const { zone, at } of ISLANDS[country ?? ''] ?? []) {
    const own = left.filter(([ring = []]) => at.some((spot) => isIn(ring, spot)));
    left = left.filter((one) => !own.includes(one));
    shapes.push(
      shape(
        zone,
        own.map((coordinates) => ({ type: 'Polygon', coordinates })),
      ),
    );
  }
  const isSeveral = UNDRAWN.has(country ?? '');
  const kind = isSeveral ? 'several' : SPLIT.has(country ?? '') ? 'rest' : undefined;
  return left.length > 0
    ? [...shapes, shape(country, [{ type: 'MultiPolygon', coordinates: left }], kind)]
    : shapes;
}

function countries(): Shape[] {
  const atlas: Atlas = require('world-atlas/countries-50m.json');
  const codes: [string, string, string][] = require('i18n-iso-countries/codes.json');
  const alpha2 = new Map(codes.map(([two, , digits]) => [digits, two]));
  return (atlas.objects.countries?.geometries ?? []).flatMap((object) => {
    const name = nameOf(object);
    const code = name === 'Kosovo' ? 'XK' : alpha2.get(String(object.id ?? ''));
    if (name === 'Antarctica' || TILED.has(code ?? '')) return [];
    const country = code && zones.has(code) ? code : null;
    return areasOf(atlas, object).flatMap((area) => parted(country, area));
  });
}
