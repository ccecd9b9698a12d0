import { Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import type { RunTime } from '../place.ts';
import { current, editionWith } from '../testing.ts';
import type { Doubtful } from './doubtful.ts';
import { intensityDoubts } from './doubts.ts';
import { seenLog, variationOf } from './short-run.ts';

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
) => intensityDoubts(edition, { ...figure, level: chosen.value ?? figure.value, ...chosen }, time);
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

const near = (value: number) => expect.closeTo(value, 12);

/** Where the spread of a level is just that of the level. */
const AT_95 = { level: 95 };

describe('how far sources agree', () => {
  test.each([
    [20, 1.723],
    [30, 1.723],
    [95, 1.255],
    [212, 1.255],
    [387, 1.181],
    [700, 1.167],
    [900, 1.167],
    // Half-way by the log: the root of 1.181 x 1.167.
    [Math.sqrt(387 * 700), Math.sqrt(1.181 * 1.167)],
  ])('one source at %d g/kWh: the usual spread of its level, %d', (value, gsd) => {
    const alone = { cause: 'sources', gsd: expect.closeTo(gsd, 12), said: { code: 'one-source' } };
    expect(sources([], { value, gPerKwh: value })).toEqual(alone);
    expect(sources([other(0)], { value, gPerKwh: value })).toEqual(alone);
  });

  test('goes from level to level without a step, in either scope by the lifecycle figure', () => {
    const gsd = (level: number) => sources([], { level })?.gsd ?? 0;
    for (const level of [30, 60, 95, 150, 212, 300, 387, 500, 700]) {
      expect(gsd(level * 1.000_001)).toBeCloseTo(gsd(level / 1.000_001), 4);
    }
    expect(sources([], { value: 95, level: 700 })?.gsd).toBeCloseTo(1.167, 12);
  });

  test('an edition from before goes in steps', () => {
    const before = editionWith({
      zoneIntensity: [],
      zoneVariation: [],
      coefficients: current.coefficients.filter(({ id }) => id !== 'intensity.joined'),
    });
    const gsd = (value: number) =>
      of({ value }, LONG, before).find(({ cause }) => cause === 'sources')?.gsd;
    expect(gsd(59)).toBeCloseTo(1.723, 12);
    expect(gsd(60)).toBeCloseTo(1.255, 12);
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
    expect(sources([other(100)], AT_95)?.gsd).toBeCloseTo(Math.sqrt(1.255), 12);
    expect(sources([other(100, false)], AT_95)?.gsd).toBeCloseTo(1.255, 12);
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
    expect(sources([other(100)], { country, ...AT_95 })?.gsd).toBeCloseTo(Math.sqrt(1.255), 12);
  });
});

describe('its age', () => {
  const age = (year: number | null, run: number | null) =>
    of({ year, ...AT_95 }, { ...LONG, year: run }).find(({ cause }) => cause === 'age');

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
  const LOGS = { hour: 0.4, day: 0.2, week: 0.1 };

  test('what it sees is known for an hour, a day and a week, and lies between by the log of the hours', () => {
    const seen = (hours: number) => seenLog(LOGS, hours, true);
    expect([seen(0.1), seen(1), seen(24), seen(168)]).toEqual([0.4, 0.4, 0.2, 0.1].map(near));
    expect(seen(Math.sqrt(24))).toBeCloseTo(0.3, 12);
    expect(seen(Math.sqrt(24 * 168))).toBeCloseTo(0.15, 12);
  });

  test('it fades from a week to a year', () => {
    const seen = (hours: number) => seenLog(LOGS, hours, true);
    // A quarter of the time from a week to a year is left: the root of it of the week's variation.
    expect(seen(168 + 0.75 * (8760 - 168))).toBeCloseTo(0.05, 12);
    expect(seen(8760)).toBe(0);
    expect(seen(9000)).toBe(0);
  });

  test('it never rises with the hours, and has no step', () => {
    const hours = Array.from({ length: 900 }, (_, at) => 0.5 * 1.011 ** at).filter((h) => h < 8760);
    for (const [at, one] of hours.entries()) {
      const next = seenLog(LOGS, hours[at + 1] ?? 8760, true);
      expect(next).toBeLessThanOrEqual(seenLog(LOGS, one, true));
      expect(seenLog(LOGS, one * 1.000_001, true)).toBeCloseTo(seenLog(LOGS, one, true), 5);
    }
  });

  test.each([
    [0.1, 0.4],
    [6, 0.4],
    [6.1, 0.2],
    [84, 0.2],
    [84.1, 0.1],
    [6570, 0.1],
  ])('in an edition from before, %d h see one window: %d', (hours, log) => {
    expect(seenLog(LOGS, hours, false)).toBeCloseTo(log * Math.sqrt(1 - hours / 8760), 12);
    expect(seenLog(LOGS, 8760, false)).toBe(0);
  });

  test('a run of hours is unsure by it, one of a year is not', () => {
    const short = (hours: number) =>
      of({}, { year: 2024, hours, scope: 'lifecycle' } as const).find(
        ({ cause }) => cause === 'short-run',
      );
    const said = { code: 'usual-variation' };
    expect(short(1)).toEqual({ cause: 'short-run', gsd: near(1.33), said });
    expect(short(24)?.gsd).toBeCloseTo(1.253, 12);
    expect(short(168)?.gsd).toBeCloseTo(1.198, 12);
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
