import { describe, expect, test } from 'vitest';
import { methods } from '../methods/index.ts';
import { listed } from '../named-factor.ts';
import { range90 } from '../range/lognormal.ts';
import type { ResolvedRun } from '../resolved-run.ts';
import { accelerator, emptyRun, factor, intensityOf, told } from '../testing.ts';
import { accountOf } from './account.ts';
import { placeSum, sumsOf } from './sums.ts';

const run: ResolvedRun = {
  ...emptyRun,
  accelerators: [
    accelerator(1000, 1, { power: [listed('power', 'W', factor(1000, 1.5, 'power'))] }),
  ],
  hours: told('hours', 'h', 10),
  overhead: listed('overhead', '1', factor(1.1)),
  pue: listed('pue', '1', factor(1.2, 1.4, 'pue', 'excess')),
  carbonIntensity: intensityOf(100, 1.3),
  wue: listed('wue', 'L/kWh', factor(0.4, 2, 'wue')),
};
const sums = (more: Partial<ResolvedRun> = {}) =>
  sumsOf(accountOf(methods.full, { ...run, ...more }));
const log = Math.log;

describe('the sums behind figures', () => {
  test('of products: one, or two where a factor is unsure in its excess', () => {
    expect(sums().of('componentsKwh')).toEqual([{ value: 10, keys: ['power'], logs: [log(1.5)] }]);
    expect(sums().of('itEnergyKwh')).toEqual([{ value: 11, keys: ['power'], logs: [log(1.5)] }]);
    // 11 kWh, and 0.2 of them
    expect(sums().of('energyKwh')).toEqual([
      { value: 11, keys: ['power'], logs: [log(1.5)] },
      { value: expect.closeTo(2.2, 12), keys: ['power', 'pue'], logs: [log(1.5), log(1.4)] },
    ]);
    expect(
      sums()
        .of('operationalKgCo2e')
        ?.map(({ value, keys }) => [Number(value.toFixed(9)), keys]),
    ).toEqual([
      [1.1, ['power', 'intensity']],
      [0.22, ['power', 'pue', 'intensity']],
    ]);
    expect(
      sums()
        .of('onSiteL')
        ?.map(({ keys }) => keys),
    ).toEqual([['power', 'wue']]);
  });

  test('are not there where the figure is not', () => {
    expect(sums().of('embodiedKgCo2e')).toBeNull();
    expect(sums().spread('embodiedKgCo2e')).toBeNull();
  });

  test('nor where a deviation is not known, and all that stands on it', () => {
    const unsure = sums({ carbonIntensity: intensityOf(100, null) });
    expect(unsure.of('energyKwh')).not.toBeNull();
    expect(unsure.of('operationalKgCo2e')).toBeNull();
    expect(unsure.of('totalKgCo2e')).toBeNull();
    expect(unsure.spread('operationalKgCo2e')).toBeNull();
    const unknown = [listed('power', 'W', factor(1000, null))];
    const inOne = sums({
      accelerators: [
        accelerator(1000, 1, { at: '-1', power: unknown }),
        accelerator(1, 1, { at: '-2' }),
      ],
    });
    expect(inOne.of('componentsKwh')).toBeNull();
  });

  test('what divides turns round', () => {
    const metered = sums({
      accelerators: [],
      energyScope: 'facility',
      energy: listed('energy', 'kWh', factor(60, 1.1, 'energy')),
    });
    expect(metered.of('energyKwh')).toEqual([{ value: 60, keys: ['energy'], logs: [log(1.1)] }]);
    // the excess of 0.2 in 1.2 moves the quotient by a sixth of its own deviation
    expect(metered.of('itEnergyKwh')).toEqual([
      {
        value: expect.closeTo(50, 12),
        keys: ['energy', 'pue'],
        logs: [log(1.1), expect.closeTo(-log(1.4) / 6, 12)],
      },
    ]);
  });

  test('several summands, and a plain number', () => {
    const parts = sums({
      accelerators: [accelerator(1000, 1, { at: '-1' }), accelerator(500, 1, { at: '-2' })],
      overhead: null,
      pue: null,
    });
    expect(parts.of('operationalKgCo2e')).toEqual([
      { value: 1, keys: ['intensity'], logs: [log(1.3)] },
      { value: 0.5, keys: ['intensity'], logs: [log(1.3)] },
    ]);
  });

  test('are worked out once', () => {
    const once = sums();
    expect(once.of('energyKwh')).toBe(once.of('energyKwh'));
    expect(once.spread('energyKwh')).toBe(once.spread('energyKwh'));
  });
});

test('the range of one product is that of its factors together', () => {
  const one = sums({ pue: null });
  const { low, high } = one.spread('operationalKgCo2e') ?? {};
  const exact = range90(1, Math.exp(Math.hypot(log(1.5), log(1.3))));
  expect(low).toBeCloseTo(exact.low, 12);
  expect(high).toBeCloseTo(exact.high, 12);
});

describe('what belongs to the place', () => {
  const place = (more: Partial<ResolvedRun> = {}) =>
    placeSum(accountOf(methods.full, { ...run, ...more }));

  test('is PUE times intensity', () => {
    expect(place()).toEqual([
      { value: 100, keys: ['intensity'], logs: [log(1.3)] },
      { value: expect.closeTo(20, 12), keys: ['pue', 'intensity'], logs: [log(1.4), log(1.3)] },
    ]);
  });

  test('or the intensity alone, or nothing', () => {
    expect(place({ pue: null })).toEqual([{ value: 100, keys: ['intensity'], logs: [log(1.3)] }]);
    expect(placeSum(accountOf(methods.full, emptyRun))).toBeNull();
    expect(place({ carbonIntensity: intensityOf(100, null) })).toBeNull();
  });
});
