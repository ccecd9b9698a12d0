import type { FileText, Finding } from './finding.ts';
import { namedRows } from './rows.ts';

/**
 * The widest lifecycle emissions that a kWh of each fuel can have, g CO2e: IPCC AR5 WG3 Annex III, minimum and
 * maximum, widened for open-cycle and engine plants, which that table leaves out.
 */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  coal_percent: [700, 1200],
  gas_percent: [350, 850],
  oil_percent: [500, 1100],
  nuclear_percent: [3.7, 110],
  hydro_percent: [1, 250],
  wind_percent: [7, 56],
  solar_percent: [8.8, 180],
  other_percent: [6, 890],
};
const SLACK = 0.05;

/** Laws of zones and intensities. */
export function checkGrids(files: ReadonlyMap<string, FileText>): Finding[] {
  return [...zoneParents(files), ...mixBounds(files), ...lowHigh(files)];
}

/** Every zone lies in a larger one, and in the end in the world. */
function zoneParents(files: ReadonlyMap<string, FileText>): Finding[] {
  const file = 'zones.csv';
  const rows = namedRows(files.get(file));
  const parent = new Map(rows.map(({ cell }) => [cell('id'), cell('parent')]));
  return rows.flatMap(({ line, cell }) => {
    const seen = new Set<string>();
    let at = cell('id');
    while (at !== '' && !seen.has(at)) {
      seen.add(at);
      at = parent.get(at) ?? '';
    }
    const last = [...seen].at(-1);
    if (at === '' && last === 'WORLD') return [];
    const value = cell('parent');
    return [{ file, line, column: 'parent', value, expected: 'a zone that leads to WORLD' }];
  });
}

/** A lifecycle figure must lie between what its fuels can emit at least and at most. */
function mixBounds(files: ReadonlyMap<string, FileText>): Finding[] {
  const mixes = new Map(
    namedRows(files.get('zone_mix.csv'))
      .filter(({ cell }) => cell('quality') === 'ok')
      .map((row) => [`${row.cell('zone')} ${row.cell('year')}`, row]),
  );
  const file = 'zone_intensity.csv';
  return namedRows(files.get(file)).flatMap(({ line, cell, number }) => {
    const mix = mixes.get(`${cell('zone')} ${cell('year')}`);
    const applies =
      cell('scope') === 'lifecycle' && cell('basis') === 'production' && cell('quality') === 'ok';
    const value = number('carbon_intensity_g_per_kwh');
    if (!mix || !applies || value === null) return [];
    const [least, most] = [0, 1].map((end) =>
      Object.entries(BOUNDS).reduce(
        (sum, [fuel, bounds]) => sum + ((mix.number(fuel) ?? 0) / 100) * (bounds[end] ?? 0),
        0,
      ),
    ) as [number, number];
    if (value >= least * (1 - SLACK) && value <= most * (1 + SLACK)) return [];
    const expected = `${least.toFixed(0)} to ${most.toFixed(0)} by its mix of fuels, or quality check or suspect`;
    return [{ file, line, column: 'carbon_intensity_g_per_kwh', value: String(value), expected }];
  });
}

const RANGES: readonly {
  readonly file: string;
  readonly low: string;
  readonly value: string;
  readonly high: string;
}[] = [
  { file: 'embodied.csv', low: 'low', value: 'kg_co2e', high: 'high' },
  { file: 'region_energy.csv', low: 'pue_low', value: 'pue', high: 'pue_high' },
  { file: 'region_energy.csv', low: 'wue_low', value: 'wue_l_per_kwh', high: 'wue_high' },
  {
    file: 'lifecycle_factors.csv',
    low: 'min_g_per_kwh',
    value: 'median_g_per_kwh',
    high: 'max_g_per_kwh',
  },
];

/** Low <= value <= high, wherever a table has all or some of them. */
function lowHigh(files: ReadonlyMap<string, FileText>): Finding[] {
  return RANGES.flatMap(({ file, low, value, high }) =>
    namedRows(files.get(file)).flatMap(({ line, cell, number }) => {
      const [least, middle, most] = [number(low), number(value), number(high)];
      const rising = [least, middle, most].filter((one) => one !== null);
      if (rising.every((one, index) => index === 0 || one >= (rising[index - 1] ?? one))) return [];
      const expected = `${low} <= ${value} <= ${high}`;
      return [{ file, line, column: value, value: cell(value), expected }];
    }),
  );
}
