import type { Factor } from '@ml-emissions/model';
import type { Commons } from '../commons.ts';
import { regionKey } from '../commons.ts';
import type { RegionEnergyRow } from '../tables/place.ts';
import { newestFor } from './newest.ts';

const LEVELS = [
  { region: (place: { readonly region: string }) => place.region, spread: 'wue.published-region' },
  { region: () => '', spread: 'wue.published-provider' },
] as const;

/**
 * On-site water of a place: this region's > this provider's > the usual one for the kind of site.
 *
 * @param commons the edition
 * @param place a provider's region, or null for anybody's own machines
 * @param site the kind of site
 * @param year the run's year, or null for the newest
 * @returns litres per kWh of IT energy with its spread; null where nothing is known
 */
export function chooseWue(
  commons: Commons,
  place: { readonly provider: string; readonly region: string } | null,
  site: string | null,
  year: number | null,
): Factor | null {
  if (place) {
    for (const { region, spread } of LEVELS) {
      const gsd = commons.defaultById.get(spread)?.gsd ?? null;
      const found = published(commons, place.provider, region(place), year);
      if (found) return { ...found, gsd };
    }
  }
  const usual = commons.defaultById.get(`wue.${site ?? 'own-cluster'}`);
  if (!usual) return null;
  return {
    value: usual.value,
    kind: 'sourced',
    sourceId: usual.sourceIds[0] ?? null,
    year: null,
    confidence: 'derived',
    note: `usual for ${site ?? 'own-cluster'}`,
    gsd: usual.gsd,
    spreadOf: 'value',
    key: usual.id,
  };
}

function published(
  commons: Commons,
  provider: string,
  region: string,
  year: number | null,
): Factor | null {
  const rows = (commons.energyByRegion.get(regionKey(provider, region)) ?? []).filter(hasWue);
  const newest = newestFor(rows, year);
  if (!newest) return null;
  return {
    value: newest.wueLPerKwh,
    kind: 'sourced',
    sourceId: newest.sourceId,
    year: newest.year,
    confidence: newest.confidence,
    note: newest.location,
    gsd: null,
    spreadOf: 'value',
    key: `wue:${provider}/${region}`,
  };
}

type WithWue = RegionEnergyRow & { readonly wueLPerKwh: number };

function hasWue(row: RegionEnergyRow): row is WithWue {
  return row.wueLPerKwh !== null;
}
