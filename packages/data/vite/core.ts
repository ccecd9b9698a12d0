/** What of a table a page needs at first: some columns, and of rows that repeat by year only the newest. */
interface CoreTable {
  readonly columns: readonly string[];
  /** Columns that make rows the same but for their year; only the newest of them stays. */
  readonly newestOf?: readonly string[];
  /** Rows that estimates never look at. */
  readonly drop?: (cell: (column: string) => string) => boolean;
}

const provenance = ['confidence', 'source_id'];
const zoneIntensity: CoreTable = {
  columns: [
    'zone',
    'year',
    'carbon_intensity_g_per_kwh',
    'scope',
    'basis',
    'quality',
    ...provenance,
  ],
  newestOf: ['zone', 'scope', 'basis', 'source_id'],
  drop: (cell) => cell('quality') === 'suspect',
};
const zoneVariation: CoreTable = {
  columns: ['zone', 'year', 'scope', 'gsd_hour', 'gsd_day', 'gsd_week', ...provenance],
  newestOf: ['zone', 'scope'],
  drop: (cell) => cell('scope') !== 'lifecycle',
};

/** The part of the commons that answers every run without a year; a test holds it against the whole. */
export const CORE: Readonly<Record<string, CoreTable>> = {
  'accelerators.csv': {
    columns: [
      'id',
      'name',
      'vendor',
      'kind',
      'form_factor',
      'segment',
      'year',
      'tdp_w',
      'tdp_min_w',
      'tdp_max_w',
      'tdp_scope',
      'idle_w',
      'embodied_kg_co2e',
      'aliases',
      ...provenance,
    ],
  },
  'providers.csv': { columns: ['id', 'name', 'aliases', 'site_kind'] },
  'regions.csv': {
    columns: [
      'provider',
      'region',
      'name',
      'city',
      'country',
      'subdivision',
      'zone',
      'egrid_subregion',
      'kind',
      'status',
      'aliases',
    ],
  },
  'region_intensity.csv': {
    columns: [
      'provider',
      'region',
      'year',
      'carbon_intensity_g_per_kwh',
      'kind',
      'scope',
      'basis',
      'quality',
      ...provenance,
    ],
    newestOf: ['provider', 'region', 'scope', 'basis', 'source_id'],
    drop: (cell) => cell('quality') === 'suspect' || cell('kind') !== 'location-based',
  },
  'region_energy.csv': {
    columns: [
      'provider',
      'region',
      'level',
      'location',
      'regions',
      'year',
      'period',
      'pue',
      'wue_l_per_kwh',
      'quality',
      ...provenance,
    ],
    newestOf: ['provider', 'region', 'level', 'location', 'regions', 'period', 'source_id'],
    drop: (cell) =>
      cell('quality') === 'suspect' || (cell('pue') === '' && cell('wue_l_per_kwh') === ''),
  },
  'provider_claims.csv': {
    columns: ['provider', 'year', 'offset_fraction', 'source_id', 'note'],
    drop: (cell) => cell('offset_fraction') === '',
  },
  'zones.csv': { columns: ['id', 'name', 'aliases', 'kind', 'country', 'parent'] },
  'zone_intensity.csv': zoneIntensity,
  'odbl/zone_intensity.csv': zoneIntensity,
  'zone_variation.csv': zoneVariation,
  'odbl/zone_variation.csv': zoneVariation,
  'defaults.csv': { columns: ['id', 'value', 'gsd', 'gsd_of', 'source_ids', 'note'] },
  'sources.csv': { columns: ['id', 'title', 'publisher', 'year', 'url', 'licence'] },
};

/**
 * The core of one table.
 *
 * @param file its path in `data/`
 * @param columns all columns
 * @param rows all rows
 */
export function coreOf(
  file: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): { columns: readonly string[]; rows: readonly (readonly string[])[] } {
  const core = CORE[file];
  if (!core) return { columns, rows };
  const at = (column: string) => {
    const index = columns.indexOf(column);
    if (index < 0) throw new Error(`${file} has no column ${column}`);
    return index;
  };
  const kept = rows.filter((row) => !core.drop?.((column) => row[at(column)] ?? ''));
  return {
    columns: core.columns,
    rows: newest(kept, core.newestOf?.map(at), at).map((row) =>
      core.columns.map((column) => row[at(column)] ?? ''),
    ),
  };
}

function newest(
  rows: readonly (readonly string[])[],
  keyAt: readonly number[] | undefined,
  at: (column: string) => number,
): readonly (readonly string[])[] {
  if (!keyAt) return rows;
  const year = at('year');
  const best = new Map<string, readonly string[]>();
  for (const row of rows) {
    const key = keyAt.map((index) => row[index]).join('\u0000');
    const other = best.get(key);
    if (!other || Number(row[year]) > Number(other[year])) best.set(key, row);
  }
  return [...best.values()];
}
