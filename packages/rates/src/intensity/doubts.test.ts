import type { ZoneIntensityRow } from '@ml-emissions/data';
import { describe, expect, test } from 'vitest';
import { current, editionWith } from '../testing.ts';
import { fadedGsd, intensityDoubts, variationOf, windowOf } from './doubts.ts';

const fr = current.zoneById.get('FR');
const [someVariation] = current.zoneVariation;
const [someRow] = current.zoneIntensity;
if (!fr || !someVariation || !someRow) throw new Error('no France');

const figure = {
  year: 2024,
  zone: 'FR',
  spatial: 'country',
  scope: 'lifecycle',
  sourceId: 'a',
  value: 100,
} as const;
const other = (over: Partial<ZoneIntensityRow>): ZoneIntensityRow => ({
  ...someRow,
  zone: 'FR',
  year: 2024,
  scope: 'lifecycle',
  carbonIntensityGPerKwh: 110,
  quality: 'ok',
  sourceId: 'b' as never,
  ...over,
});
const LONG = { year: 2024, hours: 8760 };
const of = (
  chosen: Partial<Parameters<typeof intensityDoubts>[1]>,
  time = LONG as { year: number | null; hours: number },
  edition = editionWith({ zoneIntensity: [], zoneVariation: [] }),
) => intensityDoubts(edition, { ...figure, ...chosen }, time);
const sources = (...rows: readonly ZoneIntensityRow[]) =>
  of({}, LONG, editionWith({ zoneIntensity: rows, zoneVariation: [] })).find(
    ({ cause }) => cause === 'sources',
  );

test('a figure of no zone, or of one that is not known, has no doubts to tell', () => {
  expect(of({ zone: null })).toEqual([]);
  expect(of({ zone: 'XX' })).toEqual([]);
});

describe('how far sources agree', () => {
  test('one source: the usual spread', () => {
    const alone = { cause: 'sources', gsd: 1.179, said: { code: 'one-source' } };
    expect(sources()).toEqual(alone);
    for (const no of [
      { year: 2023 },
      { scope: 'direct' as const },
      { sourceId: 'a' as never },
      { carbonIntensityGPerKwh: 0 },
    ]) {
      expect(sources(other(no))).toEqual(alone);
    }
    const zero = of(
      { value: 0 },
      LONG,
      editionWith({ zoneIntensity: [other({})], zoneVariation: [] }),
    );
    expect(zero[0]).toEqual(alone);
  });

  test('two: by how much they differ, up or down', () => {
    // |ln(200 / 100)| / sqrt 2
    const gsd = expect.closeTo(Math.exp(Math.log(2) / Math.SQRT2), 12);
    expect(sources(other({ carbonIntensityGPerKwh: 200 }))).toEqual({
      cause: 'sources',
      gsd,
      said: { code: 'other-source', gPerKwh: 200, sourceId: 'b' },
    });
    expect(sources(other({ carbonIntensityGPerKwh: 50 }))?.gsd).toEqual(gsd);
  });

  test('less than a gram is a figure too', () => {
    expect(sources(other({ carbonIntensityGPerKwh: 0.5 }))?.said).toEqual({
      code: 'other-source',
      gPerKwh: 0.5,
      sourceId: 'b',
    });
    const edition = editionWith({ zoneIntensity: [other({})], zoneVariation: [] });
    expect(of({ value: 0.5 }, LONG, edition)[0]?.said).toEqual({
      code: 'other-source',
      gPerKwh: 110,
      sourceId: 'b',
    });
  });

  test('that agree are no proof: half of the usual spread stays', () => {
    expect(sources(other({ carbonIntensityGPerKwh: 100 }))?.gsd).toBeCloseTo(Math.sqrt(1.179), 12);
  });
});

describe('its age', () => {
  const age = (year: number | null, run: number | null) =>
    of({ year }, { ...LONG, year: run }).find(({ cause }) => cause === 'age');

  test('by the square root of the years, before or after', () => {
    expect(age(2024, 2024)).toBeUndefined();
    expect(age(2023, 2024)).toEqual({
      cause: 'age',
      gsd: expect.closeTo(1.116, 12),
      said: { code: 'years-between', years: 1 },
    });
    expect(age(2028, 2024)).toEqual({
      cause: 'age',
      gsd: expect.closeTo(1.116 ** 2, 12),
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
  const coarse = (zone: string, spatial: 'aggregate' | 'country' | 'grid-area') =>
    intensityDoubts(current, { ...figure, zone, spatial }, LONG).find(
      ({ cause }) => cause === 'coarse-place',
    );

  test('a country of several grid areas, or more than a country', () => {
    expect(coarse('US', 'country')).toEqual({
      cause: 'coarse-place',
      gsd: 2.645,
      said: { code: 'several-areas', zone: current.zoneById.get('US')?.name },
    });
    expect(coarse('FR', 'aggregate')?.gsd).toBe(2.645);
    expect(coarse('FR', 'country')).toBeUndefined();
    expect(coarse('US', 'grid-area')).toBeUndefined();
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
      of({}, { year: 2024, hours }).find(({ cause }) => cause === 'short-run');
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
    expect(variationOf(editionWith({ zoneVariation }), fr)).toEqual({
      hour: { gsd: 1.6, said },
      day: { gsd: 1.7000000000000002, said },
      week: { gsd: 1.8, said },
    });
    const usual = { said: { code: 'usual-variation' } };
    expect(variationOf(editionWith({ zoneVariation: [] }), fr)).toEqual({
      hour: { gsd: 1.33, ...usual },
      day: { gsd: 1.253, ...usual },
      week: { gsd: 1.198, ...usual },
    });
  });
});
