import type { Edition, ZoneRow } from '@ml-emissions/data';
import {
  exp,
  type Factor,
  hypot,
  listed,
  ln,
  type NamedFactor,
  type Place,
} from '@ml-emissions/model';
import { amountFactor } from './amount.ts';
import { defaultFactor, defaultGsd } from './default.ts';
import { regionZones, zoneChain } from './intensity/zone-chain.ts';
import { placeKey, regionOf, siteOf } from './place.ts';
import type { Question } from './question.ts';

/**
 * Water that power plants consume, L per kWh of electricity: given > of the finest zone that covers the place and has a
 * figure > usual.
 *
 * Evaporation of reservoirs counts as the plants', so that hydropower has the highest figures.
 *
 * Source: Reig et al. 2020 (`data/zone_water.csv`); docs/method.md, section 2.
 *
 * @returns null where the method counts none or nothing is known
 */
export function gridWaterOf(question: Question): NamedFactor | null {
  const { edition, run, method } = question;
  if (!method.ladders.water) return null;
  const field = '/gridWaterLPerKwh';
  const factor =
    run.gridWaterLPerKwh === undefined
      ? placeWater(edition, run.place)
      : amountFactor(question, run.gridWaterLPerKwh, field);
  return factor && listed('grid-water', 'L/kWh', factor, { field });
}

const placeWater = (edition: Edition, place: Place | undefined): Factor | null =>
  edition.once(`water ${place && placeKey(place)}`, () => waterOf(edition, place));

function waterOf(edition: Edition, place: Place | undefined): Factor | null {
  const zone = place && zonesOf(edition, place).find(({ id }) => edition.waterByZone.has(id));
  const row = zone && edition.waterByZone.get(zone.id);
  if (!row) return defaultFactor(edition, 'water.grid', { code: 'water-of-power-plants' });
  return {
    value: row.lPerKwh,
    kind: 'sourced',
    sourceId: row.sourceId,
    year: row.year,
    confidence: row.confidence,
    said: { code: 'water-of-plants-in', zone: zone.name },
    gsd: spreadIn(edition, zone),
    spreadOf: 'value',
    key: `water:${zone.id}`,
  };
}

/** As far as other estimates lie from a zone's figure, and for a country with several grid areas those from it. */
function spreadIn(edition: Edition, zone: ZoneRow): number {
  const own = defaultGsd(edition, 'water.zone');
  if (!edition.countriesWithAreas.has(zone.id)) return own;
  return exp(hypot(ln(own), ln(defaultGsd(edition, 'water.areas'))));
}

function zonesOf(edition: Edition, place: Place): readonly ZoneRow[] {
  const region = regionOf(edition, place);
  if (region) return regionZones(edition, region);
  const site = siteOf(edition, place);
  if (site) return zoneChain(edition, [site.zone, site.country || null]);
  if ('zone' in place) return zoneChain(edition, [place.zone]);
  return 'country' in place ? zoneChain(edition, [place.country]) : [];
}
