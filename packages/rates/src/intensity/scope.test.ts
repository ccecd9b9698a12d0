import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { current, editionWith } from '../testing.ts';
import { directOverLifecycle, inScope, isOfScope, upstreamGsd } from './scope.ts';

const LIMIT = 72.8;
const GSD = 1.367;
const published = (
  gPerKwh: number,
  scope: 'direct' | 'lifecycle' | null,
  zone: string | null = null,
  year: number | null = 2025,
) => ({ gPerKwh, scope, zone, year });

describe('by what grids emit before their plants', () => {
  test.each([
    // lifecycle^2 / (72.8 + lifecycle), and 72.8 / (72.8 + lifecycle) of the deviation of 72.8
    [34.12, 10.888_275_346],
    [501, 437.436_388_986],
  ])('%d g/kWh lifecycle to direct', (gPerKwh, direct) => {
    const { value, scope, said, doubt } = inScope(
      current,
      published(gPerKwh, 'lifecycle'),
      'direct',
    );
    expect(value).toBeCloseTo(direct, 8);
    expect(scope).toBe('direct');
    expect(said).toEqual({ code: 'to-direct', gPerKwh, factor: value / gPerKwh });
    // Of grids below 100 g/kWh the limit is less sure.
    const gsd = gPerKwh < 100 ? 1.517 : GSD;
    expect(doubt?.gsd).toBeCloseTo(gsd ** (LIMIT / (LIMIT + gPerKwh)), 12);
    expect(doubt).toMatchObject({ cause: 'scope', said });
  });

  test.each([
    [10.888_275_346, 34.12],
    [437.436_388_986, 501],
  ])('%d g/kWh direct to lifecycle', (gPerKwh, lifecycle) => {
    const { value, scope, said } = inScope(current, published(gPerKwh, 'direct'), 'lifecycle');
    expect(value).toBeCloseTo(lifecycle, 6);
    expect(scope).toBe('lifecycle');
    expect(said).toEqual({ code: 'to-lifecycle', gPerKwh, factor: value / gPerKwh });
  });

  const grams = fc.double({ min: 0.1, max: 2000, noNaN: true });

  test('there and back is the same figure', () => {
    fc.assert(
      fc.property(grams, (gPerKwh) => {
        const there = inScope(current, published(gPerKwh, 'direct'), 'lifecycle').value;
        const back = inScope(current, published(there, 'lifecycle'), 'direct').value;
        expect(back / gPerKwh).toBeCloseTo(1, 9);
      }),
    );
  });

  test('direct figures differ more than lifecycle ones do, by the slope of the rule', () => {
    fc.assert(
      fc.property(grams, (direct) => {
        const times = directOverLifecycle(current, published(direct, 'direct'));
        const lifecycle = (gPerKwh: number) =>
          inScope(current, published(gPerKwh, 'direct'), 'lifecycle').value;
        const slope =
          Math.log(1.000_002) /
          Math.log(lifecycle(direct * 1.000_001) / lifecycle(direct / 1.000_001));
        expect(times).toBeCloseTo(slope, 4);
        expect(times).toBeGreaterThan(1);
        expect(times).toBeLessThan(2);
      }),
    );
  });

  test('of two grids the dirtier emits more directly, and more before its plants', () => {
    fc.assert(
      fc.property(grams, fc.double({ min: 1.001, max: 3, noNaN: true }), (clean, times) => {
        const [a, b] = [clean, clean * times].map((lifecycle) => {
          const direct = inScope(current, published(lifecycle, 'lifecycle'), 'direct').value;
          return { direct, upstream: lifecycle - direct };
        });
        if (!a || !b) throw new Error('two');
        expect(b.direct).toBeGreaterThan(a.direct);
        expect(b.upstream).toBeGreaterThan(a.upstream);
      }),
    );
  });

  test('its deviation is that of the limit, as far as the figure rests on it', () => {
    const more = editionWith({
      defaults: current.defaults.map((row) =>
        row.id === 'intensity.upstream-limit' ? { ...row, value: row.value * 1.0001 } : row,
      ),
    });
    for (const [from, to] of [
      ['direct', 'lifecycle'],
      ['lifecycle', 'direct'],
    ] as const) {
      const asked = published(120, from);
      const one = inScope(current, asked, to);
      const moved = Math.abs(Math.log(inScope(more, asked, to).value / one.value));
      const share = moved / Math.log(1.0001);
      expect(Math.log(one.doubt?.gsd ?? 1) / Math.log(GSD)).toBeCloseTo(share, 4);
    }
  });

  test.each([0, -1])('a grid of %d g/kWh stays as it is', (gPerKwh) => {
    expect(inScope(current, published(gPerKwh, 'direct'), 'lifecycle')).toMatchObject({
      value: gPerKwh,
      doubt: { gsd: 1 },
    });
    expect(inScope(current, published(gPerKwh, 'lifecycle'), 'direct').value).toBe(gPerKwh);
    expect(upstreamGsd(current, published(gPerKwh, 'lifecycle'))).toBe(1);
  });
});

describe('a grid of which one publisher has both', () => {
  const [row] = current.zoneIntensity;
  if (!row) throw new Error('no rows');
  const figure = (scope: 'direct' | 'lifecycle', year: number, gPerKwh: number) => ({
    ...row,
    zone: 'NO',
    year,
    scope,
    carbonIntensityGPerKwh: gPerKwh,
    quality: 'ok' as const,
    sourceId: 'a',
  });
  const edition = editionWith({
    zoneIntensity: [
      figure('lifecycle', 2021, 40),
      figure('direct', 2021, 20),
      figure('lifecycle', 2023, 40),
      figure('direct', 2023, 10),
      figure('lifecycle', 2025, 30),
    ],
  });

  test('is brought over by its own of the newest year before', () => {
    // 40 x 30 / 10 = 120 of 2023, and 40 x 20 / 20 = 40 of 2021
    const found = inScope(edition, published(30, 'lifecycle', 'NO'), 'direct');
    expect(found.value).toBeCloseTo(30 ** 2 / (120 + 30), 9);
    expect(found.doubt?.gsd).toBeCloseTo(1.094 ** (120 / 150), 9);
    const before = inScope(edition, published(30, 'lifecycle', 'NO', 2022), 'direct');
    expect(before.value).toBeCloseTo(30 ** 2 / (40 + 30), 9);
    expect(upstreamGsd(edition, published(30, 'lifecycle', 'NO'))).toBeCloseTo(
      1.094 ** (30 / 150),
      9,
    );
  });

  test('another grid is not', () => {
    expect(inScope(edition, published(30, 'lifecycle', 'SE'), 'direct').value).toBeCloseTo(
      30 ** 2 / (LIMIT + 30),
      9,
    );
  });
});

describe.each(['lifecycle', 'direct'] as const)('asked for %s', (scope) => {
  const other = scope === 'direct' ? 'lifecycle' : 'direct';

  test('what is of it stays as it is, and so does what is not told', () => {
    const asIs = { value: 100, doubt: null };
    const said = { code: scope };
    expect(inScope(current, published(100, scope), scope)).toEqual({ ...asIs, scope, said });
    expect(inScope(current, published(100, null), scope)).toEqual({
      ...asIs,
      scope: null,
      said: null,
    });
    expect(isOfScope({ scope }, scope)).toBe(true);
    expect(isOfScope({ scope: null }, scope)).toBe(true);
  });

  test('an edition that knows no way leaves a figure of the other as it is', () => {
    expect(inScope(editionWith({ defaults: [] }), published(100, other), scope)).toEqual({
      value: 100,
      scope: other,
      said: { code: other },
      doubt: null,
    });
    expect(isOfScope({ scope: other }, scope)).toBe(false);
    const unsure = editionWith({
      defaults: current.defaults.map((row) => ({ ...row, gsd: null })),
    });
    expect(inScope(unsure, published(100, other), scope).doubt?.gsd).toBe(1);
    expect(upstreamGsd(unsure, published(100, other))).toBe(1);
  });
});

test.each([
  [59.9, 2, 1.5],
  [60, 1.4, 1.2],
  [199, 1.4, 1.2],
  [400, 1.4, 1.2],
  [-1, 2, 1.5],
])('an earlier edition brings %d g/kWh over by its band', (gPerKwh, ratio, gsd) => {
  const banded = (band: number, value: number, deviation: number) => ({
    id: `intensity.lifecycle-factor-${band}`,
    value,
    unit: '1',
    gsd: deviation,
    gsdOf: null,
    sourceIds: [],
    note: '',
  });
  const rows = [banded(0, 2, 1.5), ...[60, 200, 400].map((band) => banded(band, 1.4, 1.2))];
  const found = inScope(
    editionWith({ defaults: rows as unknown as typeof current.defaults }),
    published(gPerKwh, 'direct'),
    'lifecycle',
  );
  expect(found.value).toBe(gPerKwh * ratio);
  expect(found.doubt?.gsd).toBe(gsd);
});
