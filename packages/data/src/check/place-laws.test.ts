import { describe, expect, test } from 'vitest';
import { readCommons } from '../../vite/read-commons.ts';
import { checkAreaSpreads } from './area-spread.ts';
import type { FileText, Finding } from './finding.ts';
import { checkPlaces } from './place-laws.ts';

const sound: ReadonlyMap<string, FileText> = new Map(
  readCommons().map((text) => [text.file, text]),
);

type Cells = Readonly<Record<string, string>>;

/** The commons with cells of the rows changed that have these others. */
function changed(file: string, which: Cells, to: Cells): ReadonlyMap<string, FileText> {
  const text = sound.get(file);
  if (!text) throw new Error(`no ${file}`);
  const at = (name: string) => text.columns.indexOf(name);
  let found = 0;
  const rows = text.rows.map((row) => {
    if (!Object.entries(which).every(([name, value]) => row.cells[at(name)] === value)) return row;
    found += 1;
    const cells = [...row.cells];
    for (const [name, value] of Object.entries(to)) cells[at(name)] = value;
    return { ...row, cells };
  });
  if (found === 0) throw new Error(`no such row in ${file}`);
  return new Map([...sound, [file, { ...text, rows }]]);
}

const columns = (findings: readonly Finding[]) =>
  findings.map(({ file, column }) => `${file} ${column}`);

test('the commons as released keeps the laws of places', () => {
  expect(checkPlaces(sound)).toEqual([]);
  expect(checkAreaSpreads(sound)).toEqual([]);
});

describe('a broken law is found', () => {
  test.each<[string, string, Cells, Cells, string]>([
    [
      'five equal years taken for a measurement',
      'odbl/zone_intensity.csv',
      { zone: 'FK', year: '2023' },
      { quality: 'ok' },
      'quality',
    ],
    [
      'a lifecycle figure below a direct one',
      'odbl/zone_intensity.csv',
      { zone: 'CN', year: '2022' },
      { carbon_intensity_g_per_kwh: '500' },
      'quality',
    ],
    [
      'two sources far apart',
      'odbl/zone_intensity.csv',
      { zone: 'CR', year: '2023' },
      { quality: 'ok' },
      'quality',
    ],
    [
      'an open region with a year of its end',
      'regions.csv',
      { provider: 'alibaba', region: 'ap-south-1' },
      { status: 'open' },
      'status',
    ],
    [
      'a closure in prose only',
      'regions.csv',
      { provider: 'aws', region: 'us-west-1' },
      { note: 'Missing from newer lists; closure not verified' },
      'note',
    ],
    [
      'candidates in prose',
      'regions.csv',
      { provider: 'aws', region: 'us-west-1' },
      { note: 'Zone candidates US-CAL-CISO, US-CAL-BANC' },
      'note',
    ],
    [
      'its own zone among the candidates',
      'regions.csv',
      { provider: 'aws', region: 'us-west-2' },
      { zone_candidates: 'US-NW-BPAT' },
      'zone_candidates',
    ],
    [
      'the PUE of a region before it opened',
      'region_energy.csv',
      { provider: 'azure', region: 'spaincentral' },
      { period: 'fiscal-year' },
      'period',
    ],
    [
      'what a region of another cloud used before it opened',
      'region_energy.csv',
      { provider: 'oci', region: 'af-johannesburg-1' },
      { quality: 'ok' },
      'period',
    ],
    [
      'a design figure without a word',
      'region_energy.csv',
      { provider: 'azure', region: 'eastus3' },
      { quality: 'ok' },
      'quality',
    ],
    [
      'years of a claim in a row with a gap',
      'provider_claims.csv',
      { provider: 'gcp', year: '2023' },
      { note: '' },
      'year',
    ],
  ])('%s', (_, file, which, to, column) => {
    expect(columns(checkPlaces(changed(file, which, to)))).toContain(`${file} ${column}`);
  });
});

test.each([
  ['US', '1.6', '1.52'],
  ['JP', '', '1.15'],
  ['FR', '1.2', 'nothing'],
])('the spread of the areas of %s is what they say, not %s', (id, area_gsd, expected) => {
  const [finding] = checkAreaSpreads(changed('zones.csv', { id }, { area_gsd }));
  expect(finding).toMatchObject({ file: 'zones.csv', column: 'area_gsd', value: area_gsd });
  expect(finding?.expected).toContain(expected);
});
