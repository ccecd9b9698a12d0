import type { Place, ResolvedRun } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, defaultsBut, editionWith, paper, resolved, type Told } from '../testing.ts';

const [row] = current.zoneIntensity;
if (!row) throw new Error('no rows');
const figure = (scope: 'direct' | 'lifecycle', value: number, sourceId: string, year = 2024) => ({
  ...row,
  zone: 'FR',
  year,
  scope,
  carbonIntensityGPerKwh: value,
  quality: 'ok' as 'ok' | 'check',
  sourceId,
});
const FR = { country: 'FR' } as const;
const split = (rows: ReturnType<typeof figure>[], told: Told = {}) =>
  resolved({ place: FR, ...told }, editionWith({ zoneIntensity: rows }));

const valuesOf = ({ directIntensity, lifecycleIntensity, upstreamShare }: ResolvedRun) => [
  directIntensity?.factor.value,
  lifecycleIntensity?.factor.value,
  upstreamShare?.factor.value,
];

describe('direct and lifecycle of one place', () => {
  const one = [figure('lifecycle', 400, 'a'), figure('direct', 300, 'a')];

  test('as one publisher has them: what comes before the plants is known as well as the grid', () => {
    const found = split(one);
    expect(valuesOf(found)).toEqual([300, 400, 0.25]);
    expect(found.upstreamShare).toMatchObject({
      name: 'upstream-share',
      unit: '1',
      factor: {
        gsd: 1,
        kind: 'modeled',
        key: 'upstream:FR:2024',
        said: { code: 'upstream-of', directGPerKwh: 300, lifecycleGPerKwh: 400 },
      },
    });
    expect(found.lifecycleIntensity).toBe(found.carbonIntensity);
    expect(found.directIntensity?.name).toBe('direct-intensity');
  });

  test('alike in a run of direct scope', () => {
    const found = split(one, { scope: 'direct' });
    expect(valuesOf(found)).toEqual([300, 400, 0.25]);
    expect(found.directIntensity).toBe(found.carbonIntensity);
    expect(found.lifecycleIntensity?.name).toBe('lifecycle-intensity');
    expect(found.carbonIntensity.factor.scope).toBe('direct');
  });

  test('two publishers’ figures make the rest less sure', () => {
    const found = split([figure('lifecycle', 400, 'a'), figure('direct', 300, 'b')]);
    expect(valuesOf(found)).toEqual([300, 400, 0.25]);
    expect(found.upstreamShare?.factor.gsd).toBe(1.367 ** (400 / 472.8));
  });

  test('the same publisher’s before another’s, a sound one before a doubtful one', () => {
    const others = [figure('direct', 200, 'b'), ...one];
    expect(valuesOf(split(others))[0]).toBe(300);
    const doubtful = others.map((each) =>
      each.sourceId === 'a' && each.scope === 'direct'
        ? { ...each, quality: 'check' as 'ok' | 'check' }
        : each,
    );
    expect(valuesOf(split(doubtful))[0]).toBe(200);
  });

  test.each([
    ['of another year', figure('direct', 300, 'a', 2023)],
    ['above the lifecycle figure', figure('direct', 401, 'b')],
  ])('a direct figure %s is not taken; the lifecycle one is brought over', (_, other) => {
    const found = split([figure('lifecycle', 400, 'a'), other]);
    expect(found.directIntensity?.factor.value).toBeCloseTo(400 ** 2 / 472.8, 9);
    expect(found.directIntensity?.factor.doubts[0]).toBeDefined();
    expect(found.upstreamShare?.factor.value).toBeCloseTo(72.8 / 472.8, 9);
    expect(found.upstreamShare?.factor.gsd).toBe(1.367 ** (400 / 472.8));
  });

  test('where a place has a direct figure alone, the lifecycle one is brought over', () => {
    const found = split([figure('direct', 300, 'a')]);
    expect(valuesOf(found)[1]).toBeCloseTo((300 + Math.sqrt(300 ** 2 + 4 * 72.8 * 300)) / 2, 9);
    expect(valuesOf(found)[0]).toBe(300);
    expect(split([figure('direct', 300, 'a')], { scope: 'direct' }).carbonIntensity.factor).toEqual(
      found.directIntensity?.factor,
    );
  });

  test('a grid that emits nothing has no share of nothing', () => {
    expect(valuesOf(split([figure('lifecycle', 0, 'a'), figure('direct', 0, 'a')]))).toEqual([
      0, 0, 0,
    ]);
  });
});

test.each<[string, Told, Partial<Record<'edition', typeof current>>]>([
  ['an intensity was given', { place: FR, carbonIntensityGPerKwh: 30 }, {}],
  ['the place is not told', { place: undefined, carbonIntensityGPerKwh: 30 }, {}],
  ['the method tells nothing apart', { place: FR, method: 'lacoste-2019' }, {}],
  [
    'the table does not say the scope',
    { place: { provider: 'gcp', region: 'us-central1' } },
    { edition: paper },
  ],
  [
    'the edition cannot bring figures over',
    { place: { country: 'PL' }, year: 2025 },
    {
      edition: editionWith(defaultsBut({ 'intensity.upstream-limit': null })),
    },
  ],
])('nothing is told apart where %s', (_, told, { edition = current }) => {
  const method = told.method ?? 'full';
  expect(valuesOf(resolved(told, edition, { method }))).toEqual([undefined, undefined, undefined]);
});

test('another place has its own', () => {
  const places: Place[] = [FR, { country: 'SE' }, { provider: 'gcp', region: 'us-central1' }];
  const keys = places.map((place) => resolved({ place }).upstreamShare?.factor.key);
  expect(new Set(keys).size).toBe(3);
});
