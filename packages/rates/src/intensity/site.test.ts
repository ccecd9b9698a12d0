import { range90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, defaultsBut, editionWith, resolved } from '../testing.ts';
import { zoneIntensity } from './intensity.ts';
import { siteIntensity } from './site.ts';

const ALL_YEAR = { year: null, hours: 8760, scope: 'lifecycle' } as const;
const siteOf = (id: string, edition = current) => {
  const site = edition.siteById.get(id);
  if (!site) throw new Error(`no site ${id}`);
  return site;
};
const at = (id: string) => siteIntensity(current, siteOf(id), ALL_YEAR)?.factor;
const rangeOf = (factor: ReturnType<typeof at>) =>
  range90(factor?.value ?? Number.NaN, factor?.gsd ?? 1, factor?.gsdUp);
const inZone = (id: string) => {
  const zone = current.zoneById.get(id);
  return zone && zoneIntensity(current, zone, ALL_YEAR)?.factor;
};

test.each([
  ['jean-zay', 'FR'],
  ['lumi', 'FI'],
  ['leonardo', 'IT-NO'],
  ['frontier', 'US-TEN-TVA'],
  ['rorqual', 'CA-QC'],
  ['gadi', 'AU-NSW'],
  ['exoscale', 'EUROPE'],
])('%s draws from %s, and shares its unknown with whoever does', (site, zone) => {
  expect(at(site)).toEqual(inZone(zone));
});

test('every site has an intensity; where no zone is certain, the country’s or the world’s', () => {
  for (const { id, zone, country } of current.sites) {
    expect([id, at(id)?.zone]).toEqual([id, zone ?? (country || 'WORLD')]);
  }
  const { zone: _, ...abroad } = siteOf('lumi');
  expect(siteIntensity(current, { ...abroad, zone: null }, ALL_YEAR)?.factor.zone).toBe('FI');
});

describe('a service that does not tell where it runs', () => {
  test('has the world’s figure, as unsure as rented regions lie around it', () => {
    const colab = at('google-colab');
    const world = inZone('WORLD');
    expect(colab?.value).toBe(world?.value);
    expect(colab?.doubts[0]).toMatchObject({
      cause: 'coarse-place',
      gsd: expect.closeTo(2.805, 9),
      said: { code: 'place-not-known', site: 'Google Colab' },
    });
    expect(colab?.doubts.filter(({ cause }) => cause === 'coarse-place')).toHaveLength(1);
    expect(colab?.doubts.length).toBe(world?.doubts.length);
    for (const side of ['gsd', 'gsdUp'] as const) {
      const logs = colab?.doubts.map((doubt) => Math.log(doubt[side] ?? doubt.gsd)) ?? [];
      expect(colab?.[side]).toBeCloseTo(Math.exp(Math.hypot(...logs)), 12);
    }
  });

  test('is no dirtier than the dirtiest place', () => {
    const { low, high } = rangeOf(at('google-colab'));
    // 458 / 2.805^1.645, and how sure the world's figure itself is, is well above the cleanest grid
    expect(low).toBeLessThan(rangeOf(inZone('WORLD')).low);
    expect(high).toBeCloseTo(rangeOf(inZone('WORLD')).high, 9);
    expect(high).toBeLessThanOrEqual(1000.000_001);
  });

  test('is an unknown of its own', () => {
    expect(at('google-colab')?.key).toMatch(/^intensity:site:google-colab:20\d\d$/);
    expect(at('google-colab')?.key).not.toBe(at('runpod')?.key);
  });

  test('whose spread an edition does not know adds nothing', () => {
    const edition = editionWith(defaultsBut({ 'intensity.unknown-place': null }));
    const found = siteIntensity(edition, siteOf('kaggle', edition), ALL_YEAR);
    expect(found?.factor.doubts.find(({ cause }) => cause === 'coarse-place')?.gsd).toBe(1);
  });

  test('has none in an edition without the world', () => {
    const edition = editionWith({ zones: current.zones.filter(({ id }) => id !== 'WORLD') });
    expect(siteIntensity(edition, siteOf('kaggle', edition), ALL_YEAR)).toBeNull();
  });
});

test('a run at a site reads it; of a site that is not there it has none', () => {
  const hardware = [{ accelerator: 'nvidia-t4', count: 1 }];
  const { carbonIntensity } = resolved({ hardware, place: { site: 'jean-zay' } });
  expect(carbonIntensity.factor).toMatchObject({ zone: 'FR', spatial: 'country' });
  expect(() => resolved({ hardware, place: { site: 'atlantis' } })).toThrow('not resolved');
});

test('a provider in a country draws from the country’s grid', () => {
  const hardware = [{ accelerator: 'nvidia-t4', count: 1 }];
  const { carbonIntensity } = resolved({ hardware, place: { provider: 'gcp', country: 'FR' } });
  expect(carbonIntensity.factor).toMatchObject({ zone: 'FR', spatial: 'country' });
});
