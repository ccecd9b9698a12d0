import { type Amount, type Figure, type Quantity, spreadOf, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { pricerOf } from './priced.ts';
import type { FigureRates, IntensitySpread, RateRow, RateTerm } from './rate-row.ts';
import type { Quantities } from './shape.ts';

// A product of lognormal factors has the 90 % range value x exp(+-1.645 s), s^2 the sum of the squares of their logs.

const GRID = 'intensity:FR:2024';
const HOURS_PER_YEAR = 8760;
/** Over an hour, a day and a week; and what is always so. */
const GRID_LOGS = { hour: 0.4, day: 0.2, week: 0.1, always: 0.3 };
const intensity: IntensitySpread = {
  key: GRID,
  logs: [GRID_LOGS.always],
  variation: {
    hour: Math.exp(GRID_LOGS.hour),
    day: Math.exp(GRID_LOGS.day),
    week: Math.exp(GRID_LOGS.week),
  },
  isSmooth: false,
};

/** A summand with its unknowns and the log of each one's deviation. */
const term = (
  coefficient: number,
  quantities: readonly string[],
  unknowns: Readonly<Record<string, number>> = {},
): RateTerm => ({
  coefficient,
  quantities,
  keys: Object.keys(unknowns),
  logs: Object.values(unknowns),
});

function rowOf(
  figures: Readonly<Partial<Record<Figure, readonly RateTerm[]>>>,
  over: Partial<IntensitySpread> & Partial<Pick<FigureRates, 'hasRange'>> = {},
): RateRow {
  const { hasRange = true, ...spread } = over;
  const rates = Object.entries(figures).map(([name, terms]) => [name, { hasRange, terms }]);
  return {
    shape: '{}',
    method: 'full',
    edition: { id: '2026.0-test', hash: '' },
    intensity: { ...intensity, ...spread },
    hasTwoSides: true,
    meters: {},
    apart: {},
    figures: Object.fromEntries(rates),
  };
}

/** kWh of terms. */
const kwhOf = (terms: readonly RateTerm[], quantities: Quantities) =>
  pricerOf(rowOf({ energyKwh: terms }))(quantities, 'energyKwh');

/** A number whose geometric standard deviation is e^log. */
const unsure = (value: number, log: number): Amount => ({
  value,
  low: value * Math.exp(-Z_90 * log),
  high: value * Math.exp(Z_90 * log),
});

function expectRange(found: Quantity | null, value: number, low: number, high: number): void {
  expect(found?.value).toBeCloseTo(value, 12);
  expect((found?.low ?? Number.NaN) / value).toBeCloseTo(low, 12);
  expect((found?.high ?? Number.NaN) / value).toBeCloseTo(high, 12);
}

/** Of a product whose log has this deviation. */
const expectSpread = (found: Quantity | null, value: number, log: number) =>
  expectRange(found, value, Math.exp(-Z_90 * log), Math.exp(Z_90 * log));

/** Of a sum: the range that the model gives to these products. */
function expectSum(
  found: Quantity | null,
  ...products: readonly (readonly [value: number, unknowns: Readonly<Record<string, number>>])[]
): void {
  const sum = products.map(([value, unknowns]) => ({
    value,
    keys: Object.keys(unknowns),
    logs: Object.values(unknowns),
  }));
  const { low, high } = spreadOf(sum);
  expectRange(
    found,
    sum.reduce((total, { value }) => total + value, 0),
    low,
    high,
  );
}

describe('a figure', () => {
  const terms = [
    term(0.5, ['/hardware/0/count', '/hours', '/repeats']),
    term(2, ['/idle/hours', '/repeats']),
  ];
  const quantities = { '/hardware/0/count': 8, '/hours': 10, '/idle/hours': 3, '/repeats': 4 };

  test('is the sum of coefficients times quantities', () => {
    // 0.5 x 8 x 10 x 4 + 2 x 3 x 4
    expect(kwhOf(terms, quantities)?.value).toBe(184);
  });

  test('takes a number with a range at its value', () => {
    const ranged = { ...quantities, '/hours': { value: 10, low: 9, high: 20 } };
    expect(kwhOf(terms, ranged)?.value).toBe(184);
  });

  test('is of once where nobody says how often', () => {
    const { '/repeats': _, ...once } = quantities;
    expect(kwhOf(terms, once)?.value).toBe(46);
  });

  test('is refused where any other quantity is missing, by its name', () => {
    for (const name of ['/hardware/0/count', '/hours', '/idle/hours'] as const) {
      const { [name]: _, ...rest } = quantities;
      expect(() => kwhOf(terms, rest)).toThrow(`the quantity ${name} is missing`);
    }
  });

  test('is null where the row does not hold it', () => {
    expect(pricerOf(rowOf({ energyKwh: terms }))(quantities, 'onSiteL')).toBeNull();
  });

  test('is a value alone where its range is not known', () => {
    const row = rowOf({ energyKwh: [term(2, ['/hours'], { pue: 0.1 })] }, { hasRange: false });
    expect(pricerOf(row)({ '/hours': 3 }, 'energyKwh')).toEqual({ value: 6 });
  });

  test('has both ends at its value where nothing is unsure', () => {
    expect(kwhOf(terms, quantities)).toEqual({ value: 184, low: 184, high: 184 });
    const alone = kwhOf([term(2, ['/hours'])], { '/hours': 10 });
    expect(alone).toEqual({ value: 20, low: 20, high: 20 });
  });

  test('of nothing is nothing, without doubt', () => {
    const nothing = kwhOf([term(2, ['/hours'], { pue: 0.1 })], { '/hours': 0 });
    expect(nothing).toEqual({ value: 0, low: 0, high: 0 });
  });

  test('of one row are each priced by their own terms', () => {
    const price = pricerOf(
      rowOf({
        energyKwh: [term(2, ['/hours'], { pue: 0.1 })],
        onSiteL: [term(3, ['/hours'], { wue: 0.5 })],
      }),
    );
    for (const hours of [1, 100]) {
      expectSpread(price({ '/hours': hours }, 'energyKwh'), 2 * hours, 0.1);
      expectSpread(price({ '/hours': hours }, 'onSiteL'), 3 * hours, 0.5);
    }
  });
});

describe('a quantity that was read from a meter', () => {
  const row = {
    ...rowOf({ energyKwh: [term(2, ['/energyKwh'], { 'meter.wall': 0.1, pue: 0.2 })] }),
    meters: { '/energyKwh': 'meter.wall' },
  };
  const price = (energyKwh: Amount) => pricerOf(row)({ '/energyKwh': energyKwh }, 'energyKwh');

  test('is as unsure as its meter where it is a plain number', () => {
    expectSpread(price(10), 20, Math.hypot(0.1, 0.2));
  });

  test('has the range that the user gave instead, be it narrower or wider', () => {
    for (const log of [0.01, 0.5]) expectSpread(price(unsure(10, log)), 20, Math.hypot(log, 0.2));
    expectSpread(price({ value: 10, low: 10, high: 10 }), 20, 0.2);
  });
});

describe('the range of a product', () => {
  test('is that of its unknowns together', () => {
    expectSpread(kwhOf([term(2, ['/hours'], { pue: 0.3 })], { '/hours': 10 }), 20, 0.3);
    const both = term(2, ['/hours'], { pue: 0.3, power: 0.4 });
    expectSpread(kwhOf([both], { '/hours': 10 }), 20, 0.5);
  });

  test('adds the logs of an unknown that stands twice in it', () => {
    const twice = {
      coefficient: 2,
      quantities: ['/hours'],
      keys: ['pue', 'pue'],
      logs: [0.3, 0.1],
    };
    expectSpread(kwhOf([twice], { '/hours': 10 }), 20, 0.4);
  });

  test('holds that of a quantity, alone and beside unknowns', () => {
    const hours = unsure(10, 0.4);
    expectSpread(kwhOf([term(2, ['/hours'])], { '/hours': hours }), 20, 0.4);
    expectSpread(kwhOf([term(2, ['/hours'], { pue: 0.3 })], { '/hours': hours }), 20, 0.5);
  });

  test('holds that of several quantities', () => {
    // 1^2 + 2^2 + 2^2 = 3^2
    const two = { '/hours': unsure(10, 1), '/hardware/0/count': unsure(8, 2) };
    const kwh = term(2, ['/hardware/0/count', '/hours'], { pue: 2 });
    expectSpread(kwhOf([kwh], two), 160, 3);
  });

  test('holds that of a quantity of one', () => {
    expectSpread(kwhOf([term(2, ['/repeats'])], { '/repeats': unsure(1, 0.4) }), 2, 0.4);
  });

  test('keeps each side of a quantity, or takes the wider one on both, as the edition does', () => {
    const row = rowOf({ energyKwh: [term(2, ['/hours'])] });
    const ends = (low: number, high: number, hasTwoSides: boolean) =>
      pricerOf({ ...row, hasTwoSides })({ '/hours': { value: 10, low, high } }, 'energyKwh');
    expectRange(ends(8, 20, true), 20, 0.8, 2);
    expectRange(ends(5, 12.5, true), 20, 0.5, 1.25);
    // x 2 is wider than / 1.25, and / 2 than x 1.25
    expectRange(ends(8, 20, false), 20, 0.5, 2);
    expectRange(ends(5, 12.5, false), 20, 0.5, 2);
  });

  test('is another for other quantities of the same row', () => {
    const price = pricerOf(rowOf({ energyKwh: [term(2, ['/hours'], { pue: 0.3 })] }));
    expectSpread(price({ '/hours': 10 }, 'energyKwh'), 20, 0.3);
    expectSpread(price({ '/hours': unsure(10, 0.4) }, 'energyKwh'), 20, 0.5);
    expectSpread(price({ '/hours': 30 }, 'energyKwh'), 60, 0.3);
  });
});

describe('the range of a sum', () => {
  test('is as wide as that of its summands where they share the unknown', () => {
    const terms = [term(2, ['/hours'], { pue: 0.3 }), term(5, ['/hours'], { pue: 0.3 })];
    expectSpread(kwhOf(terms, { '/hours': 10 }), 70, 0.3);
  });

  test('is narrower where each has its own', () => {
    const terms = [term(2, ['/hours'], { chip: 0.3 }), term(2, ['/hours'], { host: 0.3 })];
    const found = kwhOf(terms, { '/hours': 10 });
    expectSum(found, [20, { chip: 0.3 }], [20, { host: 0.3 }]);
    expect((found?.high ?? 0) / 40).toBeLessThan(Math.exp(Z_90 * 0.3));
  });

  test('follows the shares of its summands', () => {
    const price = pricerOf(
      rowOf({
        energyKwh: [
          term(2, ['/hours'], { chip: 0.3, pue: 0.1 }),
          term(1, ['/idle/hours'], { idle: 0.8, pue: 0.1 }),
        ],
      }),
    );
    for (const [hours, idle] of [
      [10, 1],
      [1, 30],
      [10, 0],
    ] as const) {
      expectSum(
        price({ '/hours': hours, '/idle/hours': idle }, 'energyKwh'),
        [2 * hours, { chip: 0.3, pue: 0.1 }],
        [idle, { idle: 0.8, pue: 0.1 }],
      );
    }
  });

  test('holds that of a quantity in the summands that it stands in, and in no other', () => {
    const terms = [
      term(2, ['/hours'], { chip: 0.3 }),
      term(1, ['/idle/hours'], { idle: 0.8 }),
      term(1, ['/host/powerW', '/hours'], { host: 0.2 }),
    ];
    const quantities = { '/hours': 10, '/idle/hours': 5, '/host/powerW': 2 };
    expectSum(
      kwhOf(terms, { ...quantities, '/idle/hours': unsure(5, 0.6) }),
      [20, { chip: 0.3 }],
      [5, { idle: 0.8, idleHours: 0.6 }],
      [20, { host: 0.2 }],
    );
    expectSum(
      kwhOf(terms, { ...quantities, '/hours': unsure(10, 0.5), '/host/powerW': unsure(2, 0.7) }),
      [20, { chip: 0.3, hours: 0.5 }],
      [5, { idle: 0.8 }],
      [20, { host: 0.2, hours: 0.5, hostPower: 0.7 }],
    );
  });

  test('is untouched by a quantity of zero, whatever its range', () => {
    const terms = [term(2, ['/hours'], { chip: 0.3 }), term(1, ['/idle/hours'], { idle: 0.8 })];
    const none = { value: 0, low: 0, high: 4 };
    expectSpread(kwhOf(terms, { '/hours': 10, '/idle/hours': none }), 20, 0.3);
  });
});

describe('how sure the grid is', () => {
  const kg = { operationalKgCo2e: [term(0.1, ['/hours', '/repeats'], { [GRID]: 1 })] };
  const kgOf = (hours: Amount, over: Partial<IntensitySpread> = {}, repeats?: Amount) =>
    pricerOf(rowOf(kg, over))(
      { '/hours': hours, ...(repeats !== undefined && { '/repeats': repeats }) },
      'operationalKgCo2e',
    );
  /** Fading as the run nears a year (docs/method.md, section 3). */
  const withVariation = (log: number, hours: number) =>
    Math.hypot(GRID_LOGS.always, log * Math.sqrt(1 - hours / HOURS_PER_YEAR));

  test.each([
    [4, 'hour'],
    [48, 'day'],
    [876, 'week'],
  ] as const)('%d hours see one %s of it', (hours, window) => {
    expectSpread(kgOf(hours), 0.1 * hours, withVariation(GRID_LOGS[window], hours));
  });

  test('a run of a year or more sees none of its variation', () => {
    expectSpread(kgOf(HOURS_PER_YEAR), 876, GRID_LOGS.always);
    expectSpread(kgOf(20_000), 2000, GRID_LOGS.always);
  });

  test('repeats make a run as long as all of them', () => {
    expectSpread(kgOf(4, {}, 5), 2, withVariation(GRID_LOGS.day, 20));
  });

  test('hours with a range count at their value, and have their own range', () => {
    const log = Math.hypot(0.4, withVariation(GRID_LOGS.hour, 4));
    expectSpread(kgOf(unsure(4, 0.4)), 0.4, log);
  });

  test('a run that gives no hours is taken to be long', () => {
    const row = rowOf({ operationalKgCo2e: [term(0.1, ['/energyKwh'], { [GRID]: 1 })] });
    const found = pricerOf(row)({ '/energyKwh': 50 }, 'operationalKgCo2e');
    expectSpread(found, 5, GRID_LOGS.always);
  });

  test('a number of the user’s does not vary', () => {
    expectSpread(kgOf(4, { variation: null }), 0.4, GRID_LOGS.always);
    expect(kgOf(4, { variation: null, logs: [0] })).toEqual({ value: 0.4, low: 0.4, high: 0.4 });
  });

  test('several reasons add up as squares', () => {
    expectSpread(kgOf(20_000, { logs: [0.3, 0.4] }), 2000, 0.5);
  });

  test('no reason but its variation: that alone, and no range once it has faded', () => {
    const log = GRID_LOGS.hour * Math.sqrt(1 - 4 / HOURS_PER_YEAR);
    expectSpread(kgOf(4, { logs: [] }), 0.4, log);
    expect(kgOf(HOURS_PER_YEAR, { logs: [] })).toEqual({ value: 876 });
  });

  test('not known: what it stands in is a value alone, and the rest keeps its range', () => {
    const row = rowOf({ ...kg, energyKwh: [term(2, ['/hours'], { pue: 0.3 })] }, { logs: null });
    const price = pricerOf(row);
    expect(price({ '/hours': 10 }, 'operationalKgCo2e')).toEqual({ value: 1 });
    expectSpread(price({ '/hours': 10 }, 'energyKwh'), 20, 0.3);
  });

  test('bears on no figure that it does not stand in', () => {
    for (const hours of [4, 48, 20_000]) {
      const found = kwhOf([term(2, ['/hours'], { pue: 0.3 })], { '/hours': hours });
      expectSpread(found, 2 * hours, 0.3);
    }
  });

  test.each(['first', 'last'])('adds to the other unknowns of a product, %s among them', (at) => {
    const unknowns = at === 'first' ? { [GRID]: 1, pue: 0.4 } : { pue: 0.4, [GRID]: 1 };
    const price = pricerOf(rowOf({ operationalKgCo2e: [term(0.1, ['/hours'], unknowns)] }));
    expectSpread(price({ '/hours': 20_000 }, 'operationalKgCo2e'), 2000, 0.5);
    const log = Math.hypot(0.4, withVariation(GRID_LOGS.hour, 4));
    expectSpread(price({ '/hours': 4 }, 'operationalKgCo2e'), 0.4, log);
  });

  test('is one doubt of all that runs on it, beside what each part has of its own', () => {
    const price = pricerOf(
      rowOf({
        operationalKgCo2e: [
          term(0.2, ['/hours'], { [GRID]: 1, chip: 0.3 }),
          term(0.1, ['/hours'], { [GRID]: 1, host: 0.5 }),
        ],
      }),
    );
    for (const hours of [4, 876]) {
      const log = withVariation(hours === 4 ? GRID_LOGS.hour : GRID_LOGS.week, hours);
      expectSum(
        price({ '/hours': hours }, 'operationalKgCo2e'),
        [0.2 * hours, { grid: log, chip: 0.3 }],
        [0.1 * hours, { grid: log, host: 0.5 }],
      );
    }
  });

  test('bears on no summand that is made elsewhere', () => {
    const price = pricerOf(
      rowOf({
        totalKgCo2e: [
          term(0.2, ['/hours'], { [GRID]: 1, chip: 0.3 }),
          term(0.1, ['/hours'], { made: 0.5 }),
        ],
      }),
    );
    for (const hours of [4, 876]) {
      const log = withVariation(hours === 4 ? GRID_LOGS.hour : GRID_LOGS.week, hours);
      expectSum(
        price({ '/hours': hours }, 'totalKgCo2e'),
        [0.2 * hours, { grid: log, chip: 0.3 }],
        [0.1 * hours, { made: 0.5 }],
      );
    }
  });
});
