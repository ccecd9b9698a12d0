import type { Commons, Region } from '../commons.ts';
import { regionKey } from '../commons.ts';
import type { ProviderRow, ZoneRow } from '../tables/place.ts';
import { type NameIndex, nameIndex } from './name-index.ts';

interface PlaceIndexes {
  readonly providers: NameIndex<ProviderRow>;
  readonly zones: NameIndex<ZoneRow>;
  readonly regions: Map<string, NameIndex<Region>>;
}

const indexes = new WeakMap<Commons, PlaceIndexes>();

/** Some providers stand in the tables for their PUE alone: nobody can run anything there. */
function hasRegions(commons: Commons): (provider: ProviderRow) => boolean {
  const named = new Set(commons.regions.map((row) => row.provider));
  return ({ id }) => named.has(id);
}

function placeIndexes(commons: Commons): PlaceIndexes {
  let found = indexes.get(commons);
  if (!found) {
    found = {
      providers: nameIndex(
        commons.providers.filter(hasRegions(commons)).map((item) => ({
          item,
          id: item.id,
          label: item.id,
          names: [item.name, ...item.aliases],
        })),
      ),
      zones: nameIndex(
        commons.zones.map((item) => ({
          item,
          id: item.id,
          label: item.id,
          names: [item.name, ...item.aliases],
        })),
      ),
      regions: new Map(),
    };
    indexes.set(commons, found);
  }
  return found;
}

/** Providers by what people call them. */
export const providerIndex = (commons: Commons): NameIndex<ProviderRow> =>
  placeIndexes(commons).providers;

/** Zones by code and name. */
export const zoneIndex = (commons: Commons): NameIndex<ZoneRow> => placeIndexes(commons).zones;

/** Regions of one provider, or of all for `null`, by code, name, city and what people type. */
export function regionIndex(commons: Commons, provider: string | null): NameIndex<Region> {
  const { regions } = placeIndexes(commons);
  const key = provider ?? '';
  let index = regions.get(key);
  if (!index) {
    index = nameIndex(
      commons.regions
        .filter((row) => provider === null || row.provider === provider)
        .map((item) => ({
          item,
          id: provider === null ? regionKey(item.provider, item.region) : item.region,
          label: item.region,
          names: [item.name, item.city, ...item.aliases].filter(Boolean),
        })),
    );
    regions.set(key, index);
  }
  return index;
}
