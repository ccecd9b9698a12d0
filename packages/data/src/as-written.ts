/** A table as it stands in `data/`: every cell is text, '' is "not known". */
export interface WrittenTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FILES = {
  accelerators: () => import('../../../data/accelerators.csv?table'),
  ambiguous_aliases: () => import('../../../data/ambiguous_aliases.csv?table'),
  cities: () => import('../../../data/cities.csv?table'),
  coefficients: () => import('../../../data/coefficients.csv?table'),
  context: () => import('../../../data/context.csv?table'),
  cpus: () => import('../../../data/cpus.csv?table'),
  defaults: () => import('../../../data/defaults.csv?table'),
  embodied: () => import('../../../data/embodied.csv?table'),
  equivalences: () => import('../../../data/equivalences.csv?table'),
  gwp: () => import('../../../data/gwp.csv?table'),
  idle_power: () => import('../../../data/idle_power.csv?table'),
  instance_families: () => import('../../../data/instance_families.csv?table'),
  instances: () => import('../../../data/instances.csv?table'),
  landmarks: () => import('../../../data/landmarks.csv?table'),
  lifecycle_factors: () => import('../../../data/lifecycle_factors.csv?table'),
  memory_power: () => import('../../../data/memory_power.csv?table'),
  provider_claims: () => import('../../../data/provider_claims.csv?table'),
  providers: () => import('../../../data/providers.csv?table'),
  region_energy: () => import('../../../data/region_energy.csv?table'),
  region_intensity: () => import('../../../data/region_intensity.csv?table'),
  regions: () => import('../../../data/regions.csv?table'),
  server_overhead: () => import('../../../data/server_overhead.csv?table'),
  sites: () => import('../../../data/sites.csv?table'),
  subdivisions: () => import('../../../data/subdivisions.csv?table'),
  sources: () => import('../../../data/sources.csv?table'),
  tpu_slices: () => import('../../../data/tpu_slices.csv?table'),
  typical_utilisation: () => import('../../../data/typical_utilisation.csv?table'),
  zone_hours: () => import('../../../data/zone_hours.csv?table'),
  zone_intensity: () => import('../../../data/zone_intensity.csv?table'),
  zone_mix: () => import('../../../data/zone_mix.csv?table'),
  zone_variation: () => import('../../../data/zone_variation.csv?table'),
  zone_water: () => import('../../../data/zone_water.csv?table'),
  zones: () => import('../../../data/zones.csv?table'),
  'odbl/embodied': () => import('../../../data/odbl/embodied.csv?table'),
  'odbl/zone_hours': () => import('../../../data/odbl/zone_hours.csv?table'),
  'odbl/zone_intensity': () => import('../../../data/odbl/zone_intensity.csv?table'),
  'odbl/zone_variation': () => import('../../../data/odbl/zone_variation.csv?table'),
  '2019-paper/accelerators': () =>
    import('../../../data/editions/2019-paper/accelerators.csv?table'),
  '2019-paper/offsets': () => import('../../../data/editions/2019-paper/offsets.csv?table'),
  '2019-paper/regions': () => import('../../../data/editions/2019-paper/regions.csv?table'),
};

/** The names of the tables, as their files are called. */
export type TableName = keyof typeof FILES;
export const TABLE_NAMES = Object.keys(FILES) as TableName[];

/**
 * One table of the commons as written, fetched when it is asked for.
 *
 * @param name its file in `data/`, without `.csv`
 */
export async function writtenTable(name: TableName): Promise<WrittenTable> {
  const { columns, rowCount, cellsAt } = (await FILES[name]()).default();
  const cells = columns.map((_, place) => cellsAt(place));
  const rows = Array.from({ length: rowCount }, (_, row) =>
    cells.map((column) => column[row] ?? ''),
  );
  return { columns, rows };
}
