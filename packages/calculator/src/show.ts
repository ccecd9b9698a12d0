import {
  type Accelerator,
  type CpuRow,
  type Edition,
  type Editions,
  type EmbodiedRow,
  findInstances,
  findSlice,
  type Instance,
  type InstanceFamilyRow,
  type InstanceRow,
  type NameIndex,
  nearestInstances,
  type ProviderRow,
  type Region,
  type RegionEnergyRow,
  type RegionIntensity,
  regionKey,
  type SiteRow,
  type Slice,
  type SourceRow,
  type ZoneIntensityRow,
  type ZoneRow,
} from '@ml-emissions/data';
import type { Factor, IntensityFactor } from '@ml-emissions/model';
import {
  namedSitePue,
  placePue,
  regionIntensity,
  siteIntensity,
  zoneIntensity,
} from '@ml-emissions/rates';
import { readHardware } from './parse/read-hardware/read-hardware.ts';
import { regionsLike } from './parse/read-place/nearest.ts';
import { readPlace } from './parse/read-place/read-place.ts';
import { cloudRegion } from './parse/read-place/read-region.ts';

/** What belongs to each kind of thing: its row, and rows of other tables. */
interface ShownKinds {
  readonly accelerator: {
    readonly row: Accelerator;
    readonly related: {
      readonly instances: readonly Instance[];
      readonly embodied: readonly EmbodiedRow[];
    };
  };
  readonly cpu: { readonly row: CpuRow; readonly related: Readonly<Record<string, never>> };
  readonly instance: {
    readonly row: InstanceRow;
    readonly related: {
      readonly accelerators: readonly Accelerator[];
      readonly family: readonly InstanceFamilyRow[];
      readonly cpus: readonly CpuRow[];
    };
  };
  readonly slice: {
    readonly row: Slice;
    readonly related: { readonly accelerators: readonly Accelerator[] };
  };
  readonly site: {
    readonly row: SiteRow;
    readonly related: {
      readonly chosenIntensity: readonly IntensityFactor[];
      readonly chosenPue: readonly Factor[];
      readonly zoneIntensity: readonly ZoneIntensityRow[];
    };
  };
  readonly region: {
    readonly row: Region;
    readonly related: {
      readonly chosenIntensity: readonly IntensityFactor[];
      readonly chosenPue: readonly Factor[];
      readonly publishedIntensity: readonly RegionIntensity[];
      readonly publishedEnergy: readonly RegionEnergyRow[];
      readonly zoneIntensity: readonly ZoneIntensityRow[];
    };
  };
  readonly provider: {
    readonly row: ProviderRow;
    readonly related: {
      readonly claims: Edition['offsetClaims'];
      readonly energy: readonly RegionEnergyRow[];
    };
  };
  readonly zone: {
    readonly row: ZoneRow;
    readonly related: {
      readonly chosenIntensity: readonly IntensityFactor[];
      readonly intensity: readonly ZoneIntensityRow[];
      readonly regions: readonly Region[];
    };
  };
}

type Kind = keyof ShownKinds;

/** A thing of one kind; of any where none is named. */
type BareOf<Name extends Kind> = { readonly kind: Name } & ShownKinds[Name];
type Bare = { [Name in Kind]: BareOf<Name> }[Kind];

/**
 * Everything known of one thing: its row, what belongs to it elsewhere, and the sources of both. `kind` tells which row and
 * which relations.
 */
export type Shown = Bare & { readonly sources: readonly SourceRow[] };

/** A figure shown for no run in particular: now, and over a whole year. */
const ALL_YEAR = { year: null, hours: 8760, scope: 'lifecycle' } as const;

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
      if (one.kind === 'cpu') return [cpu(one.row)];
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
    ...of(edition.names.cpus).map((row) => cpu(row)),
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

const cpu = (row: CpuRow): Bare => ({ kind: 'cpu', row: { ...row }, related: {} });

function accelerator(row: Accelerator, edition: Edition): Bare {
  const { instances, embodied } = edition.machines;
  return {
    kind: 'accelerator',
    row: { ...row },
    related: {
      instances: instances.filter(({ acceleratorIds }) => acceleratorIds.includes(row.id)),
      embodied: embodied.filter(({ subject }) => subject === row.id),
    },
  };
}

function instance({ family, ...row }: Instance, edition: Edition): Bare {
  const accelerators = row.acceleratorIds.flatMap((id) => edition.acceleratorById.get(id) ?? []);
  const ids = family?.cpuIds ?? [row.cpuId ?? ''];
  const cpus = ids.flatMap((id) => edition.names.cpus.byId(id) ?? []);
  return {
    kind: 'instance',
    row: { ...row },
    related: { accelerators, family: family ? [family] : [], cpus },
  };
}

function slice(text: string, edition: Edition): Bare[] {
  const found = findSlice(edition.machines.slices, text);
  if (!found) return [];
  const row = edition.acceleratorById.get(found.acceleratorId);
  return [{ kind: 'slice', row: found, related: { accelerators: row ? [row] : [] } }];
}

function site(row: SiteRow, edition: Edition): Bare {
  const intensity = siteIntensity(edition, row, ALL_YEAR);
  const place = row.provider === null ? null : { provider: row.provider, region: null };
  const pue = namedSitePue(edition, row) ?? placePue(edition, place, null, row.kind);
  return {
    kind: 'site',
    row: { ...row },
    related: {
      chosenIntensity: intensity ? [{ ...intensity.factor }] : [],
      chosenPue: [{ ...pue.factor }],
      zoneIntensity: row.zone ? [...[...(edition.intensityByZone.get(row.zone) ?? [])]] : [],
    },
  };
}

function provider(row: ProviderRow, edition: Edition): Bare {
  return {
    kind: 'provider',
    row: { ...row },
    related: {
      claims: edition.offsetClaims.filter((claim) => claim.provider === row.id),
      energy: [...(edition.energyByRegion.get(regionKey(row.id, '')) ?? [])],
    },
  };
}

function region(row: Region, edition: Edition): Bare {
  const key = regionKey(row.provider, row.region);
  const intensity = regionIntensity(edition, row, ALL_YEAR);
  return {
    kind: 'region',
    row: { ...row },
    related: {
      chosenIntensity: intensity ? [{ ...intensity.factor }] : [],
      chosenPue: [{ ...placePue(edition, row, null).factor }],
      publishedIntensity: [...(edition.intensityByRegion.get(key) ?? [])],
      publishedEnergy: [...(edition.energyByRegion.get(key) ?? [])],
      zoneIntensity: row.zone ? [...[...(edition.intensityByZone.get(row.zone) ?? [])]] : [],
    },
  };
}

function zone(row: ZoneRow, edition: Edition): Bare {
  const chosen = zoneIntensity(edition, row, ALL_YEAR);
  return {
    kind: 'zone',
    row: { ...row },
    related: {
      chosenIntensity: chosen ? [{ ...chosen.factor }] : [],
      intensity: [...(edition.intensityByZone.get(row.id) ?? [])],
      regions: edition.regions.filter((place) => place.zone === row.id),
    },
  };
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
