import {
  acceleratorIndex,
  type Commons,
  CURRENT_EDITION,
  choosePue,
  cpuIndex,
  findSlice,
  instanceIndex,
  loadEdition,
  moreTables,
  type NameIndex,
  providerIndex,
  type Region,
  regionIndex,
  regionIntensity,
  regionKey,
  type SourceRow,
  type ZoneRow,
  zoneIndex,
  zoneIntensity,
} from '@ml-emissions/data';
import type { ListRow } from './list.ts';

/** Everything known of one thing: its row, what belongs to it elsewhere, and the sources of both. */
export interface Shown {
  readonly kind: 'accelerator' | 'cpu' | 'instance' | 'slice' | 'region' | 'provider' | 'zone';
  readonly row: ListRow;
  readonly related: Readonly<Record<string, readonly ListRow[]>>;
  readonly sources: readonly SourceRow[];
}

/** A figure shown for no run in particular: now, and over a whole year. */
const ALL_YEAR = { year: null, hours: 8760 };

type Bare = Omit<Shown, 'sources'>;

/**
 * Everything known of all things that a text names.
 *
 * @param text an id, a name or an alias of anything in the commons: `h100`, `p4d.24xlarge`, `v3-8`, `Frankfurt`
 * @returns one entry a thing; several where the name is ambiguous, none where nothing has it
 */
export function show(text: string): Shown[] {
  const commons = loadEdition(CURRENT_EDITION);
  const exact = found(text, commons, (index) => index.named(text));
  const all = exact.length > 0 ? exact : found(text, commons, (index) => index.match(text));
  return all.map((one) => ({ ...one, sources: sourcesOf(one, commons) }));
}

/** One pass over all kinds of things, by one way of finding them. */
function found(
  text: string,
  commons: Commons,
  of: <Item>(index: NameIndex<Item>) => readonly Item[],
): Bare[] {
  return [
    ...of(acceleratorIndex(commons)).map((row) => accelerator(row)),
    ...of(instanceIndex()).map((row) => instance(row, commons)),
    ...slice(text, commons),
    ...of(cpuIndex()).map((row) => bare('cpu', row)),
    ...of(providerIndex(commons)).map((row) => provider(row, commons)),
    ...of(regionIndex(commons, null)).map((row) => region(row, commons)),
    ...of(zoneIndex(commons)).map((row) => zone(row, commons)),
  ];
}

/** Names that come nearest to a text that names nothing. */
export function nearestNames(text: string, most: number): string[] {
  const commons = loadEdition(CURRENT_EDITION);
  return [
    acceleratorIndex(commons),
    instanceIndex(),
    cpuIndex(),
    regionIndex(commons, null),
    zoneIndex(commons),
  ]
    .flatMap((index) => index.nearest(text, 2))
    .slice(0, most);
}

function bare(kind: Bare['kind'], row: object, related: Bare['related'] = {}): Bare {
  return { kind, row: { ...row }, related };
}

function accelerator(row: { readonly id: string }): Bare {
  const { instances, embodied } = moreTables();
  return bare('accelerator', row, {
    instances: instances.filter(({ acceleratorIds }) => acceleratorIds.includes(row.id)),
    embodied: embodied.filter(({ subject }) => subject === row.id),
  });
}

function instance(row: { readonly acceleratorIds: readonly string[] }, commons: Commons): Bare {
  const accelerators = row.acceleratorIds.flatMap((id) => commons.acceleratorById.get(id) ?? []);
  return bare('instance', row, { accelerators });
}

function slice(text: string, commons: Commons): Bare[] {
  const found = findSlice(moreTables().slices, text);
  if (!found) return [];
  const row = commons.acceleratorById.get(found.acceleratorId);
  return [bare('slice', found, { accelerators: row ? [row] : [] })];
}

function provider(row: { readonly id: string }, commons: Commons): Bare {
  return bare('provider', row, {
    claims: commons.offsetClaims.filter((claim) => claim.provider === row.id),
    energy: commons.energyByRegion.get(regionKey(row.id, '')) ?? [],
  });
}

function region(row: Region, commons: Commons): Bare {
  const key = regionKey(row.provider, row.region);
  const intensity = regionIntensity(commons, row, ALL_YEAR);
  return bare('region', row, {
    chosenIntensity: intensity ? [{ ...intensity.factor }] : [],
    chosenPue: [{ ...choosePue(commons, row, null).factor }],
    publishedIntensity: commons.intensityByRegion.get(key) ?? [],
    publishedEnergy: commons.energyByRegion.get(key) ?? [],
    zoneIntensity: row.zone ? (commons.intensityByZone.get(row.zone) ?? []) : [],
  });
}

function zone(row: ZoneRow, commons: Commons): Bare {
  const chosen = zoneIntensity(commons, row, ALL_YEAR);
  return bare('zone', row, {
    chosenIntensity: chosen ? [{ ...chosen.factor }] : [],
    intensity: commons.intensityByZone.get(row.id) ?? [],
    regions: commons.regions.filter((place) => place.zone === row.id),
  });
}

function sourcesOf({ row, related }: Bare, commons: Commons): SourceRow[] {
  const ids = new Set<string>();
  for (const each of [row, ...Object.values(related).flat()]) {
    for (const [name, value] of Object.entries(each)) {
      if (/sourceId$/i.test(name) && typeof value === 'string') ids.add(value);
      if (name === 'sourceIds' && Array.isArray(value)) for (const id of value) ids.add(id);
    }
  }
  return [...ids].sort().flatMap((id) => commons.sourceById.get(id) ?? []);
}
