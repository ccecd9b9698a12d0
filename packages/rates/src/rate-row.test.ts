import { editions } from '@ml-emissions/data/full';
import {
  accountOf,
  type Figure,
  figureOf,
  type MethodName,
  methods,
  type Run,
  sumsOf,
  Z_90,
} from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { pricerOf } from './priced.ts';
import { ratesOf } from './rate-row.ts';
import { resolve } from './resolve.ts';
import { quantitiesOf, shapeOf } from './shape.ts';
import { current, defaultsBut, editionWith, runOf, type Told } from './testing.ts';

const edition = editions.get(editions.current);
if (!edition) throw new Error('no current edition');
const run: Run = {
  schemaVersion: 1,
  hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
  method: 'full',
  edition: edition.id,
};

/** A figure as `estimate` works it out. */
function looked(of: Run, figure: Figure) {
  if (!edition) return null;
  const method = methods[of.method];
  const account = accountOf(method, resolve(edition, of, method).run);
  const value = figureOf(account, figure);
  const spread = sumsOf(account).spread(figure);
  if (value === null || !spread) return null;
  return { value, low: value * spread.low, high: value * spread.high };
}

test('another time, count or place in words is the same shape; another machine, place or kind of work is not', () => {
  const { key } = shapeOf(run);
  expect(shapeOf({ ...run, hours: 3, name: 'again', repeats: 4 }).key).toBe(key);
  expect(shapeOf({ ...run, hardware: [{ ...run.hardware[0], count: 2 }] as never }).key).toBe(key);
  for (const other of [
    { work: 'llm-training' },
    { nodes: 2 },
    { year: 2022 },
    { place: { country: 'FR' } },
    { idle: { hours: 3 } },
    { energyKwh: 9 },
  ] as Partial<Run>[]) {
    expect(shapeOf({ ...run, ...other }).key).not.toBe(key);
  }
});

test.each([
  [{}, 'operationalKgCo2e'],
  [{ hours: 0.5 }, 'operationalKgCo2e'],
  [{ hours: { value: 100, low: 80, high: 120 }, repeats: 3 }, 'totalKgCo2e'],
  [{ hours: 9000 }, 'embodiedKgCo2e'],
  [{ idle: { hours: 30 } }, 'energyKwh'],
  [{ energyKwh: 320, energyScope: 'accelerators' }, 'operationalKgCo2e'],
  [{ energyKwh: 320, energyScope: 'facility' }, 'onSiteL'],
  [{ energyKwh: { value: 320, low: 300, high: 350 }, energyScope: 'it' }, 'operationalKgCo2e'],
  [
    { hardware: [{ accelerator: 'nvidia-t4', count: 8, powerW: 60 }], host: { powerW: 200 } },
    'energyKwh',
  ],
  [
    {
      hardware: [{ accelerator: 'nvidia-t4', count: 8, powerW: { value: 60, low: 40, high: 61 } }],
      host: { powerW: 200 },
    },
    'energyKwh',
  ],
] as [Partial<Run>, Figure][])(
  '%j: %s from the row is what looking everything up gives',
  (more, figure) => {
    const one = { ...run, ...more };
    const row = ratesOf(edition, shapeOf(one));
    const priced = row && pricerOf(row)(quantitiesOf(one), figure);
    const expected = looked(one, figure);
    for (const end of ['value', 'low', 'high'] as const) {
      const ratio = (priced?.[end] ?? Number.NaN) / (expected?.[end] ?? Number.NaN);
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-12);
    }
  },
);

/** Places whose deviation follows the run's length in another way than by one sum of squares, or is lopsided. */
const LOPSIDED = [
  { country: 'JP' },
  { country: 'CA' },
  { country: 'SE' },
  { country: 'US' },
  { provider: 'aws', region: 'us-west-2' },
  { zone: 'EUROPE' },
  { site: 'google-colab' },
] as const;

test.each(LOPSIDED)('%j: the row serves every length of a run', (place) => {
  const row = ratesOf(edition, shapeOf({ ...run, place }));
  const price = row && pricerOf(JSON.parse(JSON.stringify(row)));
  for (const hours of [0.5, 40, 100, 3000, 9000]) {
    const one = { ...run, place, hours };
    const priced = price?.(quantitiesOf(one), 'operationalKgCo2e');
    const expected = looked(one, 'operationalKgCo2e');
    for (const end of ['value', 'low', 'high'] as const) {
      const ratio = (priced?.[end] ?? Number.NaN) / (expected?.[end] ?? Number.NaN);
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-12);
    }
  }
});

test.each([1, 8, 9, 64])(
  '%d cards in two machines: the row says what looking everything up gives',
  (count) => {
    const hardware = [{ accelerator: 'nvidia-geforce-rtx-4090', count }];
    const one = runOf({ hardware, nodes: 2, hours: 100, place: { country: 'FR' } });
    const row = ratesOf(edition, shapeOf(one));
    const priced = row && pricerOf(row)(quantitiesOf(one), 'totalKgCo2e');
    expect((priced?.high ?? 0) / (looked(one, 'totalKgCo2e')?.high ?? 1)).toBeCloseTo(1, 11);
  },
);

test('one row serves all quantities of its shape, and survives JSON', () => {
  const price = pricerOf(JSON.parse(JSON.stringify(ratesOf(edition, shapeOf(run)))));
  for (const hours of [0.1, 7, 100, 5000, 20_000]) {
    for (const count of [0.25, 1, 64]) {
      const other = { ...run, hours, hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count }] };
      const priced = price(quantitiesOf(other), 'totalKgCo2e');
      const expected = looked(other, 'totalKgCo2e');
      expect((priced?.low ?? 0) / (expected?.low ?? 1)).toBeCloseTo(1, 11);
      expect((priced?.high ?? 0) / (expected?.high ?? 1)).toBeCloseTo(1, 11);
    }
  }
});

test('a method that rounds has no rates; a missing quantity is an error, not a zero', () => {
  expect(ratesOf(edition, shapeOf({ ...run, method: 'mlco2-compat' }))).toBeNull();
  const row = ratesOf(edition, shapeOf(run));
  expect(() => row && pricerOf(row)({ '/hours': 3 }, 'energyKwh')).toThrow('/hardware/0/count');
});

/** The row of a run; throws where its method has none. */
function rowOf(told: Told, of = current) {
  const row = ratesOf(of, shapeOf(runOf(told)));
  if (!row) throw new Error('no rates');
  return row;
}

/** A machine all of which was measured, in a building and on a grid that the user knows. */
const measured: Told = {
  hardware: [{ accelerator: 'nvidia-t4', count: 8, powerW: 60 }],
  host: { powerW: 200 },
  pue: 1.5,
  carbonIntensityGPerKwh: 400,
};
const OF_CHIPS = ['/hardware/0/count', '/hardware/0/powerW', '/hours', '/repeats'];
const OF_HOST = ['/host/powerW', '/hours', '/repeats'];
const close = (value: number) => expect.closeTo(value, 15);
/** What a sensor inside of the machine errs by: 3 %. */
const METER = { keys: ['meter.inside'], logs: [Math.log(1.03)] };

describe('rates by hand', () => {
  test('kWh and kg CO2e of a watt and hour, with the quantities that each is for', () => {
    const { figures } = rowOf(measured);
    // 1.5 / 1000 kWh of a watt and hour
    const perWh = { coefficient: close(0.0015), ...METER };
    expect(figures.energyKwh).toEqual({
      hasRange: true,
      terms: [
        { ...perWh, quantities: OF_CHIPS },
        { ...perWh, quantities: OF_HOST },
      ],
    });
    // x 400 g / 1000; the grid is an unknown of both
    const keys = [...METER.keys, 'given:/carbonIntensityGPerKwh'];
    const kg = { coefficient: close(0.0006), keys, logs: [...METER.logs, 1] };
    expect(figures.operationalKgCo2e).toEqual({
      hasRange: true,
      terms: [
        { ...kg, quantities: OF_CHIPS },
        { ...kg, quantities: OF_HOST },
      ],
    });
  });

  test('the example of docs/method.md, section 9, is 8 x 100 h of its row', () => {
    const { figures } = rowOf({
      hardware: [{ accelerator: 'nvidia-v100-sxm2-16gb', count: 8 }],
      place: { provider: 'gcp', region: 'us-central1' },
    });
    const rates = Object.entries(figures).map(([name, { terms }]) => {
      for (const { quantities } of terms) {
        expect(quantities).toEqual(['/hardware/0/count', '/hours', '/repeats']);
      }
      return [name, terms.reduce((sum, { coefficient }) => sum + coefficient, 0) * 8 * 100];
    });
    expect(Object.fromEntries(rates)).toEqual({
      componentsKwh: expect.closeTo(232.8, 9),
      itEnergyKwh: expect.closeTo(260.736, 9),
      energyKwh: expect.closeTo(284.20224, 9),
      operationalKgCo2e: expect.closeTo(142.38532224, 9),
      embodiedKgCo2e: expect.closeTo(26.71232877, 8),
      totalKgCo2e: expect.closeTo(169.097651, 6),
      offsetKgCo2e: expect.closeTo(142.38532224, 9),
      onSiteL: expect.closeTo(93.86496, 9),
      // MROW: 3.1017 L/kWh; MISO: 501 g/kWh lifecycle, 72.8 / 573.8 of it upstream
      offSiteL: expect.closeTo(881.51, 3),
      scope2KgCo2e: expect.closeTo(124.320401607, 8),
      scope3Category3KgCo2e: expect.closeTo(18.064920633, 8),
    });
  });

  test('metered energy: a kWh for a kWh of the facility, less for the machine', () => {
    const { figures } = rowOf({
      energyKwh: 320,
      energyScope: 'facility',
      hours: undefined,
      pue: { value: 1.25, low: 1.125, high: 1.5 },
    });
    const quantities = ['/energyKwh', '/repeats'];
    expect(figures.energyKwh).toEqual({
      hasRange: true,
      terms: [{ coefficient: 1, quantities, keys: ['meter.wall'], logs: [Math.log(1.01)] }],
    });
    // 1 / 1.25; an excess of 0.25, half of it to twice as much, moves 1 / 1.25 by 0.25 / 1.25 of that, down
    const log = (-Math.log(2) / Z_90) * 0.2;
    expect(figures.itEnergyKwh).toEqual({
      hasRange: true,
      terms: [
        {
          coefficient: close(0.8),
          quantities,
          keys: ['meter.wall', 'given:/pue'],
          logs: [Math.log(1.01), close(log)],
        },
      ],
    });
  });

  test('instances: the rates of one, with the manufacture of its share of a server', () => {
    // 8 of the 192 virtual processors of a server (1200 kg), over 5 years at 0.6 use
    const { embodiedKgCo2e } = rowOf({
      hardware: [],
      instance: 'aws/f1.2xlarge',
      instanceCount: 5,
    }).figures;
    expect(embodiedKgCo2e?.terms).toEqual([
      expect.objectContaining({
        coefficient: close(((8 / 192) * 1200) / (5 * 8760 * 0.6)),
        quantities: ['/hours', '/instanceCount', '/repeats'],
      }),
    ]);
  });
});

describe('unknowns', () => {
  test('stand in the terms that they bear on, with the log of their deviation', () => {
    // An excess over 1 of 0.5, from half of it to twice as much: the 1 is sure.
    const pue = { value: 1.5, low: 1.25, high: 2 };
    const log = close(Math.log(2) / Z_90);
    const { energyKwh } = rowOf({ ...measured, host: { powerW: 200 }, pue }).figures;
    const sure = { coefficient: close(0.001), ...METER };
    const doubtful = {
      coefficient: close(0.0005),
      keys: [...METER.keys, 'given:/pue'],
      logs: [...METER.logs, log],
    };
    expect(energyKwh?.terms).toEqual([
      { ...sure, quantities: OF_CHIPS },
      { ...doubtful, quantities: OF_CHIPS },
      { ...sure, quantities: OF_HOST },
      { ...doubtful, quantities: OF_HOST },
    ]);
  });

  test('are known by their defaults, so that rows of several shapes share them', () => {
    // The chip's share of its rated power depends on the work, its share of a server does not.
    const keys = (work: Run['work']) =>
      rowOf({
        hardware: [{ accelerator: 'nvidia-t4', count: 1 }],
        work,
        pue: 1,
      }).figures.componentsKwh?.terms.map((one) => one.keys) ?? [];
    expect(keys('llm-training')).toEqual([
      ['utilisation.llm-training'],
      ['server.per-card', 'host.pcie-server'],
    ]);
    expect(keys('vision-training')).toEqual([
      ['utilisation.vision-training'],
      ['server.per-card', 'host.pcie-server'],
    ]);
  });

  test('a deviation that is not known: the rates stay, without a range', () => {
    const told = { ...measured, pue: undefined, place: { provider: 'gcp', region: 'us-central1' } };
    const { carbonIntensityGPerKwh: _, ...run } = told;
    const bare = editionWith(
      defaultsBut({ 'pue.published-region': null, 'pue.published-provider': null }),
    );
    const { componentsKwh, energyKwh } = rowOf(run, bare).figures;
    expect(componentsKwh?.hasRange).toBe(true);
    // 1.09: Council Bluffs, as in docs/method.md, section 9
    expect(energyKwh).toEqual({
      hasRange: false,
      terms: [OF_CHIPS, OF_HOST].map((quantities) => ({
        coefficient: close(0.00109),
        quantities,
        ...METER,
      })),
    });
    const priced = pricerOf(rowOf(run, bare))(quantitiesOf(runOf(run)), 'energyKwh');
    // (8 x 60 W + 200 W) x 1 h
    expect(priced).toEqual({ value: expect.closeTo(0.68 * 1.09, 12) });
  });
});

describe('what a row says of itself', () => {
  test('its shape, method and edition', () => {
    const shape = shapeOf(runOf({ ...measured, method: 'sci' }));
    const of = editionWith({}, { id: '2026.0-own' });
    expect(ratesOf(of, shape)).toMatchObject({
      shape: shape.key,
      method: 'sci',
      edition: { id: '2026.0-own', hash: 'hash of 2026.0-own' },
    });
  });

  test('figures that its method counts, and no others', () => {
    const named = (method: MethodName) =>
      Object.keys(rowOf({ ...measured, method, marketBasedIntensityGPerKwh: 20 }).figures);
    expect(named('lacoste-2019')).toEqual([
      'componentsKwh',
      'itEnergyKwh',
      'energyKwh',
      'operationalKgCo2e',
      'totalKgCo2e',
    ]);
    expect(named('full')).toEqual(expect.arrayContaining(['embodiedKgCo2e', 'marketKgCo2e']));
    expect(named('sci')).not.toContain('marketKgCo2e');
  });

  test('no range by a method that has none, however sure its factors are', () => {
    const row = rowOf({ ...measured, method: 'lacoste-2019' });
    // The five figures that it counts.
    expect(Object.values(row.figures).map(({ hasRange }) => hasRange)).toEqual(
      Array(5).fill(false),
    );
    const price = pricerOf(row);
    // 70 W x 8 x 1 h x 400 g/kWh
    expect(price({ '/hours': 1, '/hardware/0/count': 8 }, 'operationalKgCo2e')).toEqual({
      value: expect.closeTo(0.224, 12),
    });
  });
});

describe('how sure the grid is', () => {
  test('as given: exact, or by its range, and never varying', () => {
    const given = (carbonIntensityGPerKwh: Run['carbonIntensityGPerKwh']) =>
      rowOf({ ...measured, carbonIntensityGPerKwh }).intensity;
    const key = 'given:/carbonIntensityGPerKwh';
    expect(given(400)).toEqual({
      key,
      logs: [0],
      variation: null,
      isSmooth: true,
    });
    expect(given({ value: 400, low: 200, high: 500 })).toEqual({
      key,
      logs: [close(Math.log(2) / Z_90)],
      ups: [close(Math.log(1.25) / Z_90)],
      variation: null,
      isSmooth: true,
    });
  });

  const [someRow] = current.zoneIntensity;
  const [someOwn] = current.regionIntensity;
  if (!someRow || !someOwn) throw new Error('no intensities');
  const { carbonIntensityGPerKwh: _, ...elsewhere } = measured;

  test('of a zone: what is so for any run, and its variation apart', () => {
    const alone = {
      ...someRow,
      zone: 'FR',
      year: 2024,
      scope: 'lifecycle',
      carbonIntensityGPerKwh: 700,
    } as const;
    const of = editionWith({ zoneIntensity: [alone], zoneVariation: [] });
    const { intensity } = rowOf({ ...elsewhere, place: { country: 'FR' }, year: 2020 }, of);
    // data/defaults.csv, intensity.*-500: 1.167 for a single source; 1.041 a year, four of them
    expect(intensity).toEqual({
      key: 'intensity:FR:2024',
      logs: [close(Math.log(1.167)), close(Math.log(1.041) * Math.sqrt(4))],
      variation: { hour: 1.33, day: 1.253, week: 1.198 },
      isSmooth: true,
      // 1,300 g/kWh at most
      most: close(Math.log(1300 / 700) / Z_90),
    });
  });

  test('of a zone with hourly data: its own variation', () => {
    const { intensity } = rowOf({
      ...elsewhere,
      place: { provider: 'gcp', region: 'us-central1' },
    });
    // data/zone_variation.csv, US-MIDW-MISO
    expect(intensity).toMatchObject({
      key: 'intensity:US-MIDW-MISO:2025',
      variation: { hour: 1.129, day: 1.113, week: 1.084 },
    });
  });

  test('of a region on no grid that is known: not known, and energy keeps its range', () => {
    const nowhere = { zone: null, egridSubregion: null, subdivision: '', country: 'XX' } as const;
    const place = { provider: 'gcp', region: 'us-central1' } as const;
    const of = editionWith({
      regions: current.regions.map((one) =>
        one.provider === 'gcp' && one.region === 'us-central1' ? { ...one, ...nowhere } : one,
      ),
      regionIntensity: [
        {
          ...someOwn,
          ...place,
          carbonIntensityGPerKwh: 400,
          kind: 'location-based',
          scope: 'lifecycle',
        },
      ],
    });
    const { intensity, figures } = rowOf({ ...elsewhere, place }, of);
    expect(intensity).toMatchObject({ logs: null, variation: null });
    expect(figures.energyKwh?.hasRange).toBe(true);
    expect(figures.operationalKgCo2e?.hasRange).toBe(false);
  });
});
