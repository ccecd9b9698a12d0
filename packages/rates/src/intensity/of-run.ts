import type { Edition } from '@ml-emissions/data';
import {
  type IntensityFactor,
  listed,
  type NamedFactor,
  type Place,
  type Rungs,
} from '@ml-emissions/model';
import { amountFactor } from '../amount.ts';
import { type RunTime, regionOf, runTime, siteOf } from '../place.ts';
import type { Question } from '../question.ts';
import { type ChosenIntensity, regionIntensity, zoneIntensity } from './intensity.ts';
import { siteIntensity } from './site.ts';

/** The intensity of a resolved place; null where the edition has none for it. */
export function placeIntensity(
  edition: Edition,
  place: Place,
  time: RunTime,
): ChosenIntensity | null {
  if ('site' in place) {
    const site = siteOf(edition, place);
    return site && siteIntensity(edition, site, time);
  }
  if ('region' in place) {
    const region = regionOf(edition, place);
    return region ? regionIntensity(edition, region, time) : null;
  }
  const zone = edition.zoneById.get('zone' in place ? place.zone : place.country);
  return zone ? zoneIntensity(edition, zone, time) : null;
}

/** An intensity with its rung and whether its row is marked as doubtful. */
export interface RunIntensity {
  readonly named: NamedFactor<IntensityFactor>;
  readonly rung: Rungs['intensity'];
  readonly quality: 'ok' | 'check';
}

/**
 * Carbon intensity of the electricity of a run, g CO2e/kWh: given > of the place.
 *
 * Source: docs/method.md, section 3.
 *
 * Errors: throws where the place has none; parsing has refused such a run.
 */
export function intensityOf(question: Question): RunIntensity {
  const { edition, run, time } = question;
  const under = (factor: IntensityFactor) =>
    listed('carbon-intensity', 'g CO2e/kWh', factor, { field: '/carbonIntensityGPerKwh' });
  if (run.carbonIntensityGPerKwh !== undefined) {
    const factor: IntensityFactor = {
      ...amountFactor(question, run.carbonIntensityGPerKwh, '/carbonIntensityGPerKwh'),
      doubts: [],
      beside: [],
      zone: null,
      spatial: null,
      scope: null,
      basis: null,
    };
    return { named: under(factor), rung: 'given', quality: 'ok' };
  }
  const chosen = run.place ? placeIntensity(edition, run.place, time ?? runTime(run)) : null;
  if (!chosen) throw new Error('intensityOf(): the place was not resolved');
  const { spatial } = chosen.factor;
  const rung = spatial === 'grid-area' || spatial === null ? 'zone' : spatial;
  return { named: under(chosen.factor), rung, quality: chosen.quality };
}
