import {
  type Commons,
  chooseOffset,
  choosePue,
  chooseWue,
  regionKey,
  UNKNOWN_OFFSET,
} from '@ml-emissions/data';
import {
  amountOf,
  type Factor,
  type IntensityFactor,
  type OffsetFactor,
  type Run,
  type Rungs,
} from '@ml-emissions/model';
import { placeIntensity } from '../place-intensity.ts';
import { amountFactor, defaultFactor, type KeyOf } from './factors.ts';
import type { Machine } from './machine.ts';

/** The year of a run: as given, or that of its start. */
export function yearOf({ year, start }: Pick<Run, 'year' | 'start'>): number | null {
  if (year !== undefined) return year;
  return start === undefined ? null : Number(start.slice(0, 4));
}

/** What of a run bears on the choice of an intensity: a run that gives no hours is taken to be long. */
export function runTime(run: Pick<Run, 'year' | 'start' | 'hours' | 'repeats'>) {
  const hours = run.hours === undefined ? 8760 : amountOf(run.hours);
  return { year: yearOf(run), hours: hours * amountOf(run.repeats ?? 1) };
}

interface Looked<F extends Factor, Rung> {
  readonly factor: F;
  readonly rung: Rung;
  readonly quality: 'ok' | 'check';
}

/** Given, else of the place, else usual for the site. */
export function pueOf(
  commons: Commons,
  run: Run,
  machine: Machine,
  keyOf: KeyOf,
): Looked<Factor, Rungs['pue']> {
  if (run.pue !== undefined) {
    const factor = amountFactor(run.pue, keyOf('/pue'), { isExcess: true });
    return { factor, rung: 'given', quality: 'ok' };
  }
  const own = machine.site === 'desktop' || machine.site === 'laptop';
  return choosePue(commons, own ? null : cloudPlace(run), yearOf(run), run.site ?? null);
}

/** Given, else of the place. */
export function intensityOf(
  commons: Commons,
  run: Run,
  keyOf: KeyOf,
): Looked<IntensityFactor, Rungs['intensity']> {
  if (run.carbonIntensityGPerKwh !== undefined) {
    const factor: IntensityFactor = {
      ...amountFactor(run.carbonIntensityGPerKwh, keyOf('/carbonIntensityGPerKwh')),
      doubts: [],
      beside: [],
      zone: null,
      spatial: null,
      scope: null,
      basis: null,
    };
    return { factor, rung: 'given', quality: 'ok' };
  }
  const chosen = run.place ? placeIntensity(commons, run.place, runTime(run)) : null;
  if (!chosen) throw new Error('intensityOf(): the place was not resolved');
  const { spatial } = chosen.factor;
  const rung = spatial === 'grid-area' || spatial === null ? 'zone' : spatial;
  return { ...chosen, rung };
}

/** Given, else what the provider claims. */
export function offsetOf(commons: Commons, run: Run): OffsetFactor {
  if (run.offsetFraction !== undefined) {
    return { fraction: run.offsetFraction, kind: 'given', sourceId: null, year: null, note: '' };
  }
  const place = cloudPlace(run);
  return place ? chooseOffset(commons, place.provider, yearOf(run)) : UNKNOWN_OFFSET;
}

/** Water on site: given, else of the place, else usual for the site. */
export function wueOf(commons: Commons, run: Run, machine: Machine, keyOf: KeyOf): Factor | null {
  if (run.wueLPerKwh !== undefined) return amountFactor(run.wueLPerKwh, keyOf('/wueLPerKwh'));
  return chooseWue(commons, cloudPlace(run), machine.site, yearOf(run));
}

/** Water of the grid's power plants. */
export function gridWaterOf(commons: Commons): Factor | null {
  return defaultFactor(
    commons,
    'water.grid',
    'consumption of power plants; a US average, grids differ widely',
  );
}

/** The provider's region that a run names. */
export function cloudPlace(run: Pick<Run, 'place'>) {
  return run.place && 'provider' in run.place ? run.place : null;
}

/** The region of a run's place, where it is a provider's. */
export function regionOf(run: Pick<Run, 'place'>, commons: Commons) {
  const place = cloudPlace(run);
  return place ? (commons.regionByKey.get(regionKey(place.provider, place.region)) ?? null) : null;
}
