import type { IntensityFactor, Spatial } from '@ml-emissions/model';
import type { Commons, Region, RegionIntensity } from '../commons.ts';
import { regionKey } from '../commons.ts';
import type { ZoneIntensityRow, ZoneRow } from '../tables/place.ts';
import { newestFor } from './newest.ts';

/** A chosen intensity, with the rows that were passed over. */
export interface ChosenIntensity {
  readonly factor: IntensityFactor;
  readonly quality: 'ok' | 'check';
}

const SPATIAL: Readonly<Record<ZoneRow['kind'], Exclude<Spatial, null>>> = {
  'grid-area': 'grid-area',
  'egrid-subregion': 'grid-area',
  state: 'state',
  country: 'country',
  aggregate: 'aggregate',
};

/**
 * The carbon intensity of a cloud region in a year.
 *
 * Order (docs/method.md, "Choosing one intensity"): lifecycle before direct, never mixed; then the zone that
 * covers the place most finely; then the newest year not after the run's; then consumption before production.
 * A provider's own figure counts as its grid area's.
 *
 * @param commons the edition
 * @param region the cloud region
 * @param year the run's year, or null for the newest
 * @returns the factor (g CO2e/kWh), or null where the edition has none
 */
export function regionIntensity(
  commons: Commons,
  region: Region,
  year: number | null,
): ChosenIntensity | null {
  const own = (
    commons.intensityByRegion.get(regionKey(region.provider, region.region)) ?? []
  ).filter((row) => row.kind === 'location-based');
  const chain = zoneChain(commons, [
    region.zone,
    region.egridSubregion,
    region.subdivision,
    region.country,
  ]);
  return choose(commons, own, chain, year);
}

/** The carbon intensity of a zone or country in a year; order as for `regionIntensity`. */
export function zoneIntensity(
  commons: Commons,
  zone: ZoneRow,
  year: number | null,
): ChosenIntensity | null {
  return choose(commons, [], zoneChain(commons, [zone.id]), year);
}

/** The zones that cover a place, finest first, each with the larger ones it lies in. */
function zoneChain(commons: Commons, ids: readonly (string | null)[]): ZoneRow[] {
  const chain: ZoneRow[] = [];
  for (const id of ids) {
    const zone = id ? commons.zoneById.get(id) : undefined;
    if (zone && !chain.includes(zone)) chain.push(zone);
  }
  let last = chain.at(-1);
  while (last?.parent) {
    last = commons.zoneById.get(last.parent);
    if (!last || chain.includes(last)) break;
    chain.push(last);
  }
  return chain;
}

function choose(
  commons: Commons,
  own: readonly RegionIntensity[],
  chain: readonly ZoneRow[],
  year: number | null,
): ChosenIntensity | null {
  for (const scope of ['lifecycle', 'direct'] as const) {
    const ownInScope = own.filter((row) => row.scope === scope);
    for (const [rank, zone] of chain.entries()) {
      const rows = (commons.intensityByZone.get(zone.id) ?? []).filter(
        (row) => row.scope === scope,
      );
      const newest = newestOf(rows, year);
      const published = rank === 0 ? newestFor(ownInScope, year) : undefined;
      if (published && (!newest || newestFor([newest, published], year) === published)) {
        return fromRegion(published, zone.id);
      }
      if (newest) return fromZone(newest, zone);
    }
  }
  const printed = newestFor(own, year);
  return printed ? fromRegion(printed, null) : null;
}

/** The newest row for the year; of several in one year, consumption before production. */
function newestOf(rows: readonly ZoneIntensityRow[], year: number | null) {
  const best = newestFor(rows, year);
  if (!best) return undefined;
  return rows.find((row) => row.year === best.year && row.basis === 'consumption') ?? best;
}

function fromZone(row: ZoneIntensityRow, zone: ZoneRow): ChosenIntensity {
  return {
    factor: {
      value: row.carbonIntensityGPerKwh,
      kind: 'sourced',
      sourceId: row.sourceId,
      year: row.year,
      confidence: row.confidence,
      note: `${zone.name}; ${row.scope}, ${row.basis}`,
      zone: zone.id,
      spatial: SPATIAL[zone.kind],
      scope: row.scope,
      basis: row.basis,
    },
    quality: row.quality === 'check' ? 'check' : 'ok',
  };
}

function fromRegion(row: RegionIntensity, zone: string | null): ChosenIntensity {
  const basis = row.basis === 'production' || row.basis === 'consumption' ? row.basis : null;
  return {
    factor: {
      value: row.carbonIntensityGPerKwh,
      kind: 'sourced',
      sourceId: row.sourceId,
      year: row.year,
      confidence: row.confidence,
      note: row.note,
      zone,
      spatial: 'region',
      scope: row.scope,
      basis,
    },
    quality: row.quality === 'check' ? 'check' : 'ok',
  };
}
