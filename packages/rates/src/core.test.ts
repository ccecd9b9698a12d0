import { type Edition, type Editions, regionKey } from '@ml-emissions/data';
import { editions as first } from '@ml-emissions/data/core';
import { editions as all } from '@ml-emissions/data/full';
import { GRID_SCOPES } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { regionIntensity, zoneIntensity } from './intensity/intensity.ts';
import { offsetOf } from './offset.ts';
import { placePue } from './pue.ts';
import { runOf } from './testing.ts';

function currentOf(editions: Editions): Edition {
  const current = editions.get(editions.current);
  if (!current) throw new Error('no current edition');
  return current;
}

const full = currentOf(all);
const part = currentOf(first);

describe.each(GRID_SCOPES)(
  'the part that a page loads first answers as the whole does in %s scope, to the last bit',
  (scope) => {
    const now = { year: null, hours: 100, scope };

    test('every region: intensity with its range, PUE, offset', () => {
      for (const region of full.regions) {
        const same = part.regionByKey.get(regionKey(region.provider, region.region));
        if (!same) throw new Error(`no ${region.provider} ${region.region}`);
        expect(regionIntensity(part, same, now)).toEqual(regionIntensity(full, region, now));
        expect(placePue(part, same, null)).toEqual(placePue(full, region, null));
        const run = runOf({ place: { provider: region.provider, region: region.region } });
        expect(offsetOf(part, run)).toEqual(offsetOf(full, run));
      }
    });

    test('every zone: intensity with its range', () => {
      for (const zone of full.zones) {
        const same = part.zoneById.get(zone.id);
        if (!same) throw new Error(`no ${zone.id}`);
        expect(zoneIntensity(part, same, now)).toEqual(zoneIntensity(full, zone, now));
      }
    });
  },
);
