import { Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import type { RunTime } from '../place.ts';
import { current, editionWith } from '../testing.ts';
import type { Doubtful } from './doubtful.ts';
import { intensityDoubts } from './doubts.ts';
import { fadedGsd, variationOf, windowOf } from './short-run.ts';

const fr = current.zoneById.get('FR');
const [someVariation] = current.zoneVariation;
if (!fr || !someVariation) throw new Error('no France');

const figure = {
  year: 2024,
  zone: 'FR',
  spatial: 'country',
  scope: 'lifecycle',
  basis: 'consumption',
  sourceId: 'a',
  value: 100,
  gPerKwh: 100,
  scopeDoubt: null,
  others: [],
  country: null,
  candidates: [],
} as const;
const LONG = { year: 2024, hours: 8760, scope: 'lifecycle' } as const;
const of = (
  chosen: Partial<Doubtful>,
  time = LONG as RunTime,
  edition = editionWith({ zoneIntensity: [], zoneVariation: [] }),
) => intensityDoubts(edition, { ...figure, ...chosen }, time);
const other = (gPerKwh: number, isIndependent = true, taken = 100) => ({
  gPerKwh,
  ratio: gPerKwh / taken,
  sourceId: `b${gPerKwh}`,
  isIndependent,
});
const sources = (others: Doubtful['others'], more: Partial<Doubtful> = {}) =>
  of({ others, ...more }).find(({ cause }) => cause === 'sources');

test('a figure of no zone, or of one that is not known, has no doubts to tell', () => {
  expect(of({ zone: null })).toEqual([]);
  expect(of({ zone: 'XX' })).toEqual([]);
});

/** |ln(a / b)| / sqrt 2, as a geometric standard deviation. */
const apart = (ratio: number) =>
  expect.closeTo(Math.exp(Math.abs(Math.log(ratio)) / Math.SQRT2), 12);

describe('how far sources agree', () => {
  test.each([
    [20, 1.723],
    [60, 1.255],
    [299, 1.255],
    [300, 1.181],
    [700, 1.167],
  ])('one source at %d g/kWh: the usual spread of its level, %d', (value, gsd) => {
    const alone = { cause: 'sources', gsd: expect.closeTo(gsd, 12), said: { code: 'one-source' } };
    expect(sources([], { value, gPerKwh: value })).toEqual(alone);
    expect(sources([other(0)], { value, gPerKwh: value })).toEqual(alone);
  });

  test('a figure of 0 is compared with nothing', () => {
    expect(sources([other(100)], { value: 0, gPerKwh: 0 })?.said).toEqual({ code: 'one-source' });
  });

  test('two: by how much they differ, up or down; more: as far as the farthest', () => {
    const far = { code: 'other-source', gPerKwh: 200, sourceId: 'b200' };
    expect(sources([other(200)])).toEqual({ cause: 'sources', gsd: apart(2), said: far });
    expect(sources([other(50)])?.gsd).toEqual(apart(2));
    for (const three of [
      [other(110), other(200)],
      [other(200), other(110)],
    ]) {
      expect(sources(three)).toEqual({ cause: 'sources', gsd: apart(2), said: far });
    }
  });

  test('that agree are no proof: half of the usual spread stays, all of it within one publisher', () => {
    expect(sources([other(100)])?.gsd).toBeCloseTo(Math.sqrt(1.255), 12);
    expect(sources([other(100, false)])?.gsd).toBeCloseTo(1.255, 12);
  });

  const country = { zone: 'France', gPerKwh: 40, other: other(80, true, 40) };
  test('one source for a finer place: at least as far as sources for its country', () => {
    expect(sources([], { country })).toEqual({
      cause: 'sources',
      gsd: apart(2),
      said: {
        code: 'country-sources',
        zone: 'France',
        gPerKwh: 40,
        otherGPerKwh: 80,
        sourceId: 'b80',
      },
    });
    expect(sources([], { country: { ...country, other: other(41, true, 40) } })?.said).toEqual({
      code: 'one-source',
    });
    // A second witness for the place itself counts before the country's.
    expect(sources([other(100)], { country })?.gsd).toBeCloseTo(Math.sqrt(1.255), 12);
  });
});

describe('its age', () => {
  const age = (year: number | null, run: number | null) =>
    of({ year }, { ...LONG, year: run }).find(({ cause }) => cause === 'age');

  test('by the square root of the years, before or after', () => {
    expect(age(2024, 2024)).toBeUndefined();
    expect(age(2023, 2024)).toEqual({
      cause: 'age',
      gsd: expect.closeTo(1.283, 12),
      said: { code: 'years-between', years: 1 },
    });
    expect(age(2028, 2024)).toEqual({
      cause: 'age',
      gsd: expect.closeTo(1.283 ** 2, 12),
      said: { code: 'years-between', years: 4 },
    });
  });

  test('a run without a year is of the edition’s; a figure without one has no age', () => {
    // the edition of these tests is of 2026
    expect(age(2025, null)?.said).toEqual({ code: 'years-between', years: 1 });
    expect(age(2026, null)).toBeUndefined();
    expect(age(null, 2000)).toBeUndefined();
  });
});

describe('how finely it covers the place', () => {
  const coarse = (zone: string, more: Partial<Doubtful> = {}) =>
    of({ zone, ...more }, LONG, current).find(({ cause }) => cause === 'coarse-place');

  test('a country of several grid areas: as they lie around it', () => {
    const us = coarse('US', { value: 414, gPerKwh: 414 });
    expect(us?.said).toEqual({ code: 'several-areas', zone: current.zoneById.get('US')?.name });
    expect(us?.gsd).toBeCloseTo(1.52, 6);
    expect(coarse('FR')).toBeUndefined();
    expect(coarse('US', { spatial: 'grid-area' })).toBeUndefined();
  });

  test('what the plants of a state make: as cloud regions lie around it; not what it uses', () => {
    const state = { spatial: 'state', basis: 'production' } as const;
    expect(coarse('US-OR', state)).toEqual({
      cause: 'coarse-place',
      gsd: 1.26,
      said: { code: 'state-production', zone: 'Oregon' },
    });
    expect(coarse('CA-QC', { ...state, basis: 'consumption' })).toBeUndefined();
  });

  test('more than a country: the usual spread, up to the dirtiest place in it', () => {
    const europe = coarse('EUROPE', { spatial: 'aggregate', value: 271, gPerKwh: 271 });
    expect(europe?.gsd).toBeCloseTo(2.645, 6);
    expect(europe?.gsdUp).toBeLessThan(2.1);
    const zones = current.zones.map((zone) => ({ ...zone, areaGsd: null }));
    const before = of({ zone: 'EUROPE', spatial: 'aggregate' }, LONG, editionWith({ zones }));
    expect(before.find(({ cause }) => cause === 'coarse-place')).toMatchObject({ gsd: 2.645 });
  });

  test('a place that may draw from other areas: as far as their figures, one way only', () => {
    const zone = current.zoneById.get('US-NW-PACW');
    if (!zone) throw new Error('no zone');
    const found = coarse('FR', { candidates: [zone] });
    // 201 g/kWh in 2024, lifecycle
    expect(found?.gsd).toBe(1);
    expect(found?.gsdUp).toBeCloseTo(Math.exp(Math.log(1.97) / Z_90), 12);
    expect(found?.said).toMatchObject({ code: 'perhaps-on', lowGPerKwh: 100, highGPerKwh: 197 });
  });
});

describe('the time of the run', () => {
  test.each([
    [0.1, 'hour'],
    [6, 'hour'],
    [6.1, 'day'],
    [84, 'day'],
    [84.1, 'week'],
    [8760, 'week'],
    [8761, null],
  ])('%d h see a window of one %s', (hours, window) => {
    expect(windowOf(hours)).toBe(window);
  });

  test('its variation fades as the run nears a year', () => {
    expect(fadedGsd(1.3, 0)).toBeCloseTo(1.3, 12);
    // sqrt(1 - 6570 / 8760) = 1/2
    expect(fadedGsd(1.44, 6570)).toBeCloseTo(1.2, 12);
    expect(fadedGsd(1.3, 8760)).toBe(1);
  });

  test('a run of hours is unsure by it, one of a year is not', () => {
    const short = (hours: number) =>
      of({}, { year: 2024, hours, scope: 'lifecycle' } as const).find(
        ({ cause }) => cause === 'short-run',
      );
    expect(short(6)).toEqual({
      cause: 'short-run',
      gsd: fadedGsd(1.33, 6),
      said: { code: 'usual-variation' },
    });
    expect(short(84)?.gsd).toBe(fadedGsd(1.253, 84));
    expect(short(1000)?.gsd).toBe(fadedGsd(1.198, 1000));
    expect(short(8760)).toBeUndefined();
    expect(short(9000)).toBeUndefined();
  });

  test('by the newest hourly data of the grid in lifecycle scope', () => {
    const row = (year: number, scope: 'lifecycle' | 'direct', gsdHour: number) => ({
      ...someVariation,
      zone: 'FR',
      year,
      scope,
      gsdHour,
      gsdDay: gsdHour + 0.1,
      gsdWeek: gsdHour + 0.2,
    });
    const zoneVariation = [
      row(2020, 'lifecycle', 1.5),
      row(2022, 'lifecycle', 1.6),
      row(2024, 'direct', 1.7),
    ];
    const said = { code: 'hourly-data', year: 2022 };
    expect(variationOf(editionWith({ zoneVariation }), fr, 'lifecycle')).toEqual({
      hour: { gsd: 1.6, said },
      day: { gsd: 1.7000000000000002, said },
      week: { gsd: 1.8, said },
    });
    const usual = { said: { code: 'usual-variation' } };
    expect(variationOf(editionWith({ zoneVariation: [] }), fr, 'lifecycle')).toEqual({
      hour: { gsd: 1.33, ...usual },
      day: { gsd: 1.253, ...usual },
      week: { gsd: 1.198, ...usual },
    });
  });
});
