import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { wordKey } from '../src/find/words.ts';
import { DATA } from './folder.ts';

/** What of a table a page needs at first: some columns, and of rows that repeat by year only the newest. */
interface CoreTable {
  readonly columns: readonly string[];
  /** Columns that make rows the same but for their year; only the newest of them stays. */
  readonly newestOf?: readonly string[];
  /** Where the newest row of these is marked as doubtful, all rows of so many years before it stay. */
  readonly yearsBeforeMarked?: { readonly of: string; readonly years: number };
  /** Columns with names: an alias that is another spelling of one of them is left out. */
  readonly names?: readonly string[];
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
  yearsBeforeMarked: { of: 'zone', years: 3 },
  drop: (cell) => cell('quality') === 'suspect',
};
const zoneVariation: CoreTable = {
  columns: ['zone', 'year', 'scope', 'gsd_hour', 'gsd_day', 'gsd_week', ...provenance],
  newestOf: ['zone', 'scope'],
};

/** What goes with the days of grids, which are not in the first part. */
function isOfHours(cell: (column: string) => string): boolean {
  return cell('id').startsWith('intensity.hours-');
}

/** The part of the commons that answers every run without a year; a test holds it against the whole. */
export const CORE: Readonly<Record<string, CoreTable>> = {
  'accelerators.csv': {
    names: ['id', 'name'],
    columns: [
      'id',
      'name',
      'vendor',
      'family',
      'kind',
      'form_factor',
      'segment',
      'year',
      'tdp_w',
      'tdp_min_w',
      'tdp_max_w',
      'tdp_scope',
      'memory_gb',
      'fp32_tflops',
      'tf32_tensor_tflops',
      'fp16_tflops',
      'fp16_tensor_tflops',
      'bf16_tensor_tflops',
      'fp8_tensor_tflops',
      'int8_tops',
      'idle_w',
      'idle_source_id',
      'embodied_kg_co2e',
      'embodied_source_id',
      'embodied_scope',
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
      'zone_candidates',
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
  'zones.csv': { columns: ['id', 'name', 'aliases', 'kind', 'country', 'parent', 'area_gsd'] },
  'zone_intensity.csv': zoneIntensity,
  'odbl/zone_intensity.csv': zoneIntensity,
  'zone_variation.csv': zoneVariation,
  'odbl/zone_variation.csv': zoneVariation,
  'zone_water.csv': { columns: ['zone', 'l_per_kwh', 'year', ...provenance] },
  'coefficients.csv': { columns: ['id', 'value', 'source_id'], drop: isOfHours },
  'defaults.csv': {
    columns: ['id', 'value', 'gsd', 'gsd_of', 'source_ids', 'note'],
    drop: isOfHours,
  },
  'sources.csv': {
    columns: ['id', 'title', 'publisher', 'year', 'url', 'licence'],
    drop: (cell) => !citedSources().has(cell('id')),
  },
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
  const short = core.names ? withoutSpellings(kept, at, core.names) : kept;
  return {
    columns: core.columns,
    rows: newest(short, core, at).map((row) => core.columns.map((column) => row[at(column)] ?? '')),
  };
}

function newest(
  rows: readonly (readonly string[])[],
  { newestOf, yearsBeforeMarked }: CoreTable,
  at: (column: string) => number,
): readonly (readonly string[])[] {
  if (!newestOf) return rows;
  const keyAt = newestOf.map(at);
  const year = at('year');
  const best = new Map<string, readonly string[]>();
  for (const row of rows) {
    const key = keyAt.map((index) => row[index]).join('\u0000');
    const other = best.get(key);
    if (!other || Number(row[year]) > Number(other[year])) best.set(key, row);
  }
  const kept = new Set(best.values());
  if (yearsBeforeMarked) {
    const of = at(yearsBeforeMarked.of);
    const marked = new Map<string, number>();
    for (const row of kept) {
      const place = row[of] ?? '';
      if (row[at('quality')] !== 'check') continue;
      marked.set(place, Math.max(marked.get(place) ?? 0, Number(row[year])));
    }
    for (const row of rows) {
      const last = marked.get(row[of] ?? '');
      if (last !== undefined && Number(row[year]) >= last - yearsBeforeMarked.years) kept.add(row);
    }
  }
  return [...kept];
}

/**
 * Rows without the aliases that a look-up by words finds anyhow: `gtx_580` beside `GTX 580`.
 *
 * An alias whose words are also another row's stays: there its spelling tells the two apart.
 */
function withoutSpellings(
  rows: readonly (readonly string[])[],
  at: (column: string) => number,
  names: readonly string[],
): readonly (readonly string[])[] {
  const aliasAt = at('aliases');
  const aliasesOf = (row: readonly string[]) => (row[aliasAt] ?? '').split(';').filter(Boolean);
  const namesOf = (row: readonly string[]) => names.map((name) => row[at(name)] ?? '');
  const owners = new Map<string, Set<readonly string[]>>();
  for (const row of rows) {
    for (const name of [...namesOf(row), ...aliasesOf(row)]) {
      const key = wordKey(name);
      owners.set(key, (owners.get(key) ?? new Set()).add(row));
    }
  }
  return rows.map((row) => {
    const said = new Set(namesOf(row).map(wordKey));
    const kept = aliasesOf(row).filter((alias) => {
      const key = wordKey(alias);
      const isNew = !said.has(key) || (owners.get(key)?.size ?? 0) > 1;
      said.add(key);
      return isNew;
    });
    return row.map((cell, index) => (index === aliasAt ? kept.join(';') : cell));
  });
}

/** Tables that pages and estimates cite, beside those that a page gets a part of. */
const CITING = ['context.csv', 'equivalences.csv', 'gwp.csv'];
/** What stands behind the paper's method, and what texts alone cite. */
const IN_TEXTS = ['lacoste2019', 'ghgp-scope2-2015'];
/** Columns that name sources, of a row or of single cells. */
const SOURCES = /(^|_)source_ids?$/;
let cited: ReadonlySet<string> | undefined;

/** The sources that some row of the first tables names, and what texts cite: a page can cite no others. */
function citedSources(): ReadonlySet<string> {
  cited ??= new Set([...IN_TEXTS, ...[...Object.keys(CORE), ...CITING].flatMap(sourcesOf)]);
  return cited;
}

function sourcesOf(file: string): string[] {
  if (file === 'sources.csv') return [];
  const records: string[][] = parse(readFileSync(join(DATA, file), 'utf8'), { bom: true });
  const [columns = [], ...rows] = records;
  const citing = (CORE[file]?.columns ?? columns).filter((column) => SOURCES.test(column));
  return citing.flatMap((column) =>
    rows.flatMap((row) => (row[columns.indexOf(column)] ?? '').split(';')),
  );
}
