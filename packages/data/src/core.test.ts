import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { CORE, coreOf } from '../vite/core.ts';
import { DATA } from '../vite/folder.ts';
import { regionIntensity, zoneIntensity } from './choose/intensity.ts';
import { chooseOffset } from './choose/offset.ts';
import { choosePue } from './choose/pue.ts';
import { type Accelerator, indexCommons } from './edition.ts';
import { currentFacts } from './editions/current.ts';
import { loadEdition } from './editions/index.ts';
import { CURRENT_EDITION } from './editions/names.ts';
import { acceleratorIndex } from './find/accelerator.ts';

function core(file: string) {
  const [columns = [], ...rows]: string[][] = parse(readFileSync(join(DATA, file), 'utf8'));
  return { name: file, ...coreOf(file, columns, rows) };
}

const full = loadEdition(CURRENT_EDITION);
const part = indexCommons(
  full.edition,
  currentFacts({
    accelerators: () => core('accelerators.csv'),
    providers: () => core('providers.csv'),
    regions: () => core('regions.csv'),
    regionIntensity: () => core('region_intensity.csv'),
    regionEnergy: () => core('region_energy.csv'),
    claims: () => core('provider_claims.csv'),
    zones: () => core('zones.csv'),
    zoneIntensity: ['zone_intensity.csv', 'odbl/zone_intensity.csv'].map(
      (file) => () => core(file),
    ),
    zoneVariation: ['zone_variation.csv', 'odbl/zone_variation.csv'].map(
      (file) => () => core(file),
    ),
    equivalences: () => core('equivalences.csv'),
    defaults: () => core('defaults.csv'),
    sources: () => core('sources.csv'),
  }),
);

const now = { year: null, hours: 100 };

describe('the part that a page loads first answers as the whole does, to the last bit', () => {
  test('every region: intensity with its range, PUE, offset', () => {
    for (const region of full.regions) {
      const same = part.regionByKey.get(`${region.provider}/${region.region}`);
      if (!same) throw new Error(`no ${region.provider} ${region.region}`);
      expect(regionIntensity(part, same, now)).toEqual(regionIntensity(full, region, now));
      expect(choosePue(part, same, null)).toEqual(choosePue(full, region, null));
      expect(chooseOffset(part, region.provider, null)).toEqual(
        chooseOffset(full, region.provider, null),
      );
    }
  });

  test('every zone', () => {
    for (const zone of full.zones) {
      const same = part.zoneById.get(zone.id);
      if (!same) throw new Error(`no ${zone.id}`);
      expect(zoneIntensity(part, same, now)).toEqual(zoneIntensity(full, zone, now));
    }
  });

  test('every accelerator: power, range, names', () => {
    const used = (row: Accelerator | undefined) =>
      row && [
        row.id,
        row.name,
        row.tdpW,
        row.tdpMinW,
        row.tdpMaxW,
        row.formFactor,
        row.kind,
        row.segment,
        row.tdpScope,
        row.idleW,
        row.embodiedKgCo2e,
        row.year,
        row.confidence,
        row.sourceId,
      ];
    for (const row of full.accelerators)
      expect(used(part.acceleratorById.get(row.id))).toEqual(used(row));
  });
});

test('every source that a row of it names is there', () => {
  const rows = [
    ...part.accelerators,
    ...part.regionIntensity,
    ...part.zoneIntensity,
    ...part.regionEnergy,
    ...part.zoneVariation,
    ...part.equivalences,
    ...part.offsetClaims,
  ];
  for (const { sourceId } of rows) expect(part.sourceById.get(sourceId)).toBeDefined();
  for (const { sourceIds } of part.defaults) {
    for (const id of sourceIds) expect(part.sourceById.get(id)).toBeDefined();
  }
});

test('every name of an accelerator finds the same, though spellings are left out', () => {
  for (const row of full.accelerators) {
    for (const name of [row.id, row.name, ...row.aliases]) {
      const ids = (commons: typeof full) =>
        acceleratorIndex(commons)
          .match(name)
          .map(({ id }) => id);
      expect([name, ids(part)]).toEqual([name, ids(full)]);
    }
  }
});

test('accelerators, regions and newest intensities are under 60 kB, gzipped', () => {
  const files = [
    'accelerators.csv',
    'regions.csv',
    'zone_intensity.csv',
    'odbl/zone_intensity.csv',
    'region_intensity.csv',
  ];
  const text = files.map((file) => JSON.stringify(core(file))).join('');
  expect(gzipSync(text).length).toBeLessThan(60_000);
});

test('every table of the core is one that exists', () => {
  for (const file of Object.keys(CORE)) expect(core(file).rows.length).toBeGreaterThan(0);
});
