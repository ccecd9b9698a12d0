import {
  type Edition,
  type Editions,
  findInstances,
  findSlice,
  type Instance,
  type NameIndex,
  nearestInstances,
  type Region,
  regionKey,
  type SiteRow,
  type SourceRow,
  type ZoneRow,
} from '@ml-emissions/data';
import {
  namedSitePue,
  placePue,
  regionIntensity,
  siteIntensity,
  zoneIntensity,
} from '@ml-emissions/rates';
import type { ListRow } from './list.ts';
import { readHardware } from './parse/read-hardware/read-hardware.ts';
import { regionsLike } from './parse/read-place/nearest.ts';
import { readPlace } from './parse/read-place/read-place.ts';
import { cloudRegion } from './parse/read-place/read-region.ts';

/** Everything known of one thing: its row, what belongs to it elsewhere, and the sources of both. */
export interface Shown {
  readonly kind:
    | 'accelerator'
    | 'cpu'
    | 'instance'
    | 'slice'
    | 'site'
    | 'region'
    | 'provider'
    | 'zone';
  readonly row: ListRow;
  readonly related: Readonly<Record<string, readonly ListRow[]>>;
  readonly sources: readonly SourceRow[];
}

/** A figure shown for no run in particular: now, and over a whole year. */
const ALL_YEAR = { year: null, hours: 8760, scope: 'lifecycle' } as const;

type Bare = Omit<Shown, 'sources'>;

/**
 * Everything known of all things that a text names.
 *
 * @param editions those at hand
 * @param text an id, a name or an alias of anything in the edition: `h100`, `p4d.24xlarge`, `v3-8`, `Frankfurt`
 * @returns one entry a thing; several where the name is ambiguous, none where nothing has it
 */
export function show(editions: Editions, text: string): Shown[] {
  const edition = editions.get(editions.current);
  if (!edition) return [];
  const named = found(text, edition, (index) => index.exact(text));
  // Where a run would take it to be is always among the places of that name.
  const isPlace = named.every(({ kind }) => PLACES.includes(kind));
  const certain = isPlace ? distinct([...named, ...read(text, edition)]) : named;
  const all = certain.length > 0 ? certain : found(text, edition, (index) => index.match(text));
  return all.map((one) => ({ ...one, sources: sourcesOf(one, edition) }));
}

const PLACES: readonly Bare['kind'][] = ['region', 'zone', 'site', 'provider'];
const keyOf = ({ kind, row }: Bare) => JSON.stringify([kind, row]);

function distinct(all: readonly Bare[]): Bare[] {
  const seen = new Set<string>();
  return all.filter((one) => seen.size < seen.add(keyOf(one)).size);
}

/** What a run would take a text for: hardware with its count, a place in people's words. */
function read(text: string, edition: Edition): Bare[] {
  const { kinds, unknown } = readHardware(edition, text);
  if (kinds.length > 0 && unknown.length === 0) {
    return kinds.flatMap((one) => {
      if (one.kind === 'cpu') return [bare('cpu', one.row)];
      if (one.kind === 'instance') return [instance(one.row, edition)];
      return one.rows.map((row) => accelerator(row, edition));
    });
  }
  const cloud = cloudRegion(edition, text);
  if (cloud) {
    const isIt = (row: Edition['regions'][number]) =>
      row.provider === cloud.provider && row.region === cloud.region;
    return edition.regions.filter(isIt).map((row) => region(row, edition));
  }
  const { zones, site: named } = readPlace(edition, text);
  return named ? [site(named, edition)] : zones.map((row) => zone(row, edition));
}

/** One pass over all kinds of things, by one way of finding them. */
function found(
  text: string,
  edition: Edition,
  of: <Item>(index: NameIndex<Item>) => readonly Item[],
): Bare[] {
  return [
    ...of(edition.names.accelerators).map((row) => accelerator(row, edition)),
    ...of(instanceNames(edition)).map((row) => instance(row, edition)),
    ...slice(text, edition),
    ...of(edition.names.cpus).map((row) => bare('cpu', row)),
    ...of(edition.names.sites).map((row) => site(row, edition)),
    ...of(edition.names.providers).map((row) => provider(row, edition)),
    ...of(edition.names.regions(null)).map((row) => region(row, edition)),
    ...of(edition.names.zones).map((row) => zone(row, edition)),
  ];
}

/** Machines by their names as people write them. */
function instanceNames(edition: Edition): NameIndex<Instance> {
  return {
    ...edition.names.instances,
    named: (text) => {
      const found = findInstances(edition, text);
      // A family is many machines: whoever asks for one of another kind by the same word means that.
      const isChip = edition.names.accelerators.named(text).length > 0;
      return found.length === 1 && !isChip ? found : edition.names.instances.named(text);
    },
    match: (text) => findInstances(edition, text),
  };
}

/** Names that come nearest to a text that names nothing. */
export function nearestNames(editions: Editions, text: string, most: number): string[] {
  const edition = editions.get(editions.current);
  if (!edition) return [];
  const { names } = edition;
  const instances = {
    nearest: (asked: string, many: number) => nearestInstances(edition, asked, many),
  };
  const regions = regionsLike(edition, text).map((row) => `${row.provider} ${row.region}`);
  if (regions.length > 0) return regions.slice(0, most);
  return [names.accelerators, instances, names.cpus, names.sites, names.regions(null), names.zones]
    .flatMap((index) => index.nearest(text, 2))
    .slice(0, most);
}

function bare(kind: Bare['kind'], row: object, related: Bare['related'] = {}): Bare {
  return { kind, row: { ...row }, related };
}

function accelerator(row: { readonly id: string }, edition: Edition): Bare {
  const { instances, embodied } = edition.machines;
  return bare('accelerator', row, {
    instances: instances.filter(({ acceleratorIds }) => acceleratorIds.includes(row.id)),
    embodied: embodied.filter(({ subject }) => subject === row.id),
  });
}

function instance({ family, ...row }: Instance, edition: Edition): Bare {
  const accelerators = row.acceleratorIds.flatMap((id) => edition.acceleratorById.get(id) ?? []);
  const ids = family?.cpuIds ?? [row.cpuId ?? ''];
  const cpus = ids.flatMap((id) => edition.names.cpus.byId(id) ?? []);
  return bare('instance', row, { accelerators, family: family ? [family] : [], cpus });
}

function slice(text: string, edition: Edition): Bare[] {
  const found = findSlice(edition.machines.slices, text);
  if (!found) return [];
  const row = edition.acceleratorById.get(found.acceleratorId);
  return [bare('slice', found, { accelerators: row ? [row] : [] })];
}

function site(row: SiteRow, edition: Edition): Bare {
  const intensity = siteIntensity(edition, row, ALL_YEAR);
  const place = row.provider === null ? null : { provider: row.provider, region: null };
  const pue = namedSitePue(edition, row) ?? placePue(edition, place, null, row.kind);
  return bare('site', row, {
    chosenIntensity: intensity ? [{ ...intensity.factor }] : [],
    chosenPue: [{ ...pue.factor }],
    zoneIntensity: row.zone ? (edition.intensityByZone.get(row.zone) ?? []) : [],
  });
}

function provider(row: { readonly id: string }, edition: Edition): Bare {
  return bare('provider', row, {
    claims: edition.offsetClaims.filter((claim) => claim.provider === row.id),
    energy: edition.energyByRegion.get(regionKey(row.id, '')) ?? [],
  });
}

function region(row: Region, edition: Edition): Bare {
  const key = regionKey(row.provider, row.region);
  const intensity = regionIntensity(edition, row, ALL_YEAR);
  return bare('region', row, {
    chosenIntensity: intensity ? [{ ...intensity.factor }] : [],
    chosenPue: [{ ...placePue(edition, row, null).factor }],
    publishedIntensity: edition.intensityByRegion.get(key) ?? [],
    publishedEnergy: edition.energyByRegion.get(key) ?? [],
    zoneIntensity: row.zone ? (edition.intensityByZone.get(row.zone) ?? []) : [],
  });
}

function zone(row: ZoneRow, edition: Edition): Bare {
  const chosen = zoneIntensity(edition, row, ALL_YEAR);
  return bare('zone', row, {
    chosenIntensity: chosen ? [{ ...chosen.factor }] : [],
    intensity: edition.intensityByZone.get(row.id) ?? [],
    regions: edition.regions.filter((place) => place.zone === row.id),
  });
}

function sourcesOf({ row, related }: Bare, edition: Edition): SourceRow[] {
  const ids = new Set<string>();
  for (const each of [row, ...Object.values(related).flat()]) {
    for (const [name, value] of Object.entries(each)) {
      if (/sourceId$/i.test(name) && typeof value === 'string') ids.add(value);
      if (name === 'sourceIds' && Array.isArray(value)) for (const id of value) ids.add(id);
    }
  }
  return [...ids].sort().flatMap((id) => edition.sourceById.get(id) ?? []);
}
