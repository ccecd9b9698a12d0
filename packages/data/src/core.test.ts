import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { CORE, coreOf } from '../vite/core.ts';
import { DATA } from '../vite/folder.ts';
import { editions as first } from './core.ts';
import type { Accelerator, Edition } from './edition.ts';
import type { Editions } from './editions/index.ts';
import { editions as all } from './full.ts';

function core(file: string) {
  const [columns = [], ...rows]: string[][] = parse(readFileSync(join(DATA, file), 'utf8'));
  return { name: file, ...coreOf(file, columns, rows) };
}

function currentOf(editions: Editions): Edition {
  const current = editions.get(editions.current);
  if (!current) throw new Error('no current edition');
  return current;
}

const full = currentOf(all);
const part = currentOf(first);

describe('the part that a page loads first answers as the whole does, to the last bit', () => {
  test('every region and zone is there', () => {
    expect([...part.regionByKey.keys()]).toEqual([...full.regionByKey.keys()]);
    expect([...part.zoneById.keys()]).toEqual([...full.zoneById.keys()]);
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
        row.idleSourceId,
        row.embodiedKgCo2e,
        row.embodiedSourceId,
        row.embodiedScope,
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
  for (const { idleSourceId, embodiedSourceId } of part.accelerators) {
    for (const id of [idleSourceId, embodiedSourceId])
      if (id != null) expect(part.sourceById.get(id)).toBeDefined();
  }
  for (const { sourceId } of rows) expect(part.sourceById.get(sourceId)).toBeDefined();
  for (const { sourceIds } of part.defaults) {
    for (const id of sourceIds) expect(part.sourceById.get(id)).toBeDefined();
  }
});

test('every name of an accelerator finds the same, though spellings are left out', () => {
  for (const row of full.accelerators) {
    for (const name of [row.id, row.name, ...row.aliases]) {
      const ids = ({ names }: Edition) => names.accelerators.match(name).map(({ id }) => id);
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
