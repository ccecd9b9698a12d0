import type { FileText, Finding } from './finding.ts';
import { type NamedRow, namedRows } from './rows.ts';

/** Half of the 90 % range of a normal distribution, in standard deviations. */
const Z_90 = 1.6448536269514722;
const SHARE = 0.9;
/** The column holds two decimals. */
const ROUNDING = 0.005 + 1e-9;

const FILE = 'zones.csv';
const INTENSITIES = ['zone_intensity.csv', 'odbl/zone_intensity.csv'];
/** Figures for which a country and its areas are compared, the better scope first. */
const SCOPES = ['lifecycle', 'direct'];

/**
 * `area_gsd` of a country is what its own areas say: the deviation within which nine in ten cloud regions, each by the
 * grid area that it lies in, are from the country's figure of the same source, scope and year.
 *
 *     area_gsd = exp(90 % point of |ln(area / country)| / 1.645), to two decimals
 *
 * Countries whose regions all lie in the country's own zone have none: their areas are islands, as is the one area of a
 * country without regions. Where a country without regions has several areas, each counts once.
 *
 * Source: docs/method.md, section 3.
 *
 * @param files all files of the commons, by path
 * @returns a finding for each country whose cell is another
 */
export function checkAreaSpreads(files: ReadonlyMap<string, FileText>): Finding[] {
  const zones = namedRows(files.get(FILE));
  const figures = figuresOf(files);
  const homes = homesOf(files);
  return zones
    .filter(({ cell }) => cell('kind') === 'country')
    .flatMap(({ line, cell, number }) => {
      const id = cell('id');
      const gsd = spreadOf(id, areasOf(id, zones, homes.get(id) ?? []), figures);
      const value = number('area_gsd');
      const isRight =
        gsd === null ? value === null : value !== null && Math.abs(value - gsd) <= ROUNDING;
      if (isRight) return [];
      const expected =
        gsd === null ? 'nothing: it has no areas' : `${gsd.toFixed(2)}, as its areas lie around it`;
      return [{ file: FILE, line, column: 'area_gsd', value: cell('area_gsd'), expected }];
    });
}

/** The zones that a country's open regions lie in, one entry a region. */
function homesOf(files: ReadonlyMap<string, FileText>): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, string[]>();
  for (const { cell } of namedRows(files.get('regions.csv'))) {
    const zone = cell('zone');
    if (cell('status') !== 'open' || zone === '') continue;
    homes.set(cell('country'), [...(homes.get(cell('country')) ?? []), zone]);
  }
  return homes;
}

function areasOf(
  country: string,
  zones: readonly NamedRow[],
  homes: readonly string[],
): readonly string[] {
  if (homes.length > 0) return homes.filter((zone) => zone !== country);
  const areas = zones
    .filter(({ cell }) => cell('kind') === 'grid-area' && cell('country') === country)
    .map(({ cell }) => cell('id'));
  return areas.length > 1 ? areas : [];
}

/** Yearly figures of one zone that a country's can be compared with. */
type Figures = ReadonlyMap<string, readonly NamedRow[]>;

function figuresOf(files: ReadonlyMap<string, FileText>): Figures {
  const byZone = new Map<string, NamedRow[]>();
  for (const row of INTENSITIES.flatMap((file) => namedRows(files.get(file)))) {
    if (row.cell('quality') === 'suspect') continue;
    const zone = row.cell('zone');
    const list = byZone.get(zone);
    if (list) list.push(row);
    else byZone.set(zone, [row]);
  }
  return byZone;
}

function spreadOf(country: string, areas: readonly string[], figures: Figures): number | null {
  const own = figures.get(country) ?? [];
  const deviations = areas
    .flatMap((area) => deviationOf(figures.get(area) ?? [], own) ?? [])
    .sort((a, b) => a - b);
  const last = deviations[Math.ceil(SHARE * deviations.length) - 1];
  return last === undefined ? null : Math.exp(last / Z_90);
}

/** |ln(area / country)| of the newest year that both have in one scope, from one source where there is one. */
function deviationOf(area: readonly NamedRow[], country: readonly NamedRow[]): number | null {
  for (const scope of SCOPES) {
    const newestFirst = area
      .filter(({ cell }) => cell('scope') === scope)
      .sort((a, b) => Number(b.cell('year')) - Number(a.cell('year')));
    for (const row of newestFirst) {
      const same = country.filter(
        ({ cell }) => cell('scope') === scope && cell('year') === row.cell('year'),
      );
      const own = same.find(({ cell }) => cell('source_id') === row.cell('source_id')) ?? same[0];
      const ratio = own && value(row) / value(own);
      if (ratio && ratio > 0 && Number.isFinite(ratio)) return Math.abs(Math.log(ratio));
    }
  }
  return null;
}

const value = ({ number }: NamedRow): number => number('carbon_intensity_g_per_kwh') ?? 0;
