import { describe, expect, test } from 'vitest';
import { listed } from '../named-factor.ts';
import { factor } from '../testing.ts';
import { expanded, inverse, joined, merged, ofProduct, product, scaled } from './monomial.ts';

const named = (...args: Parameters<typeof factor>) => listed('n', '1', factor(...args));
const exact = named(5);
const unsure = named(3, 2, 'a');
const excess = named(1.2, 1.5, 'e', 'excess');
const unknown = named(3, null, 'u');
const ln = Math.log;

describe('a factor as a sum of products', () => {
  test.each([
    ['exact: no unknown', exact, [{ value: 5, keys: [], logs: [] }]],
    ['unsure: one', unsure, [{ value: 3, keys: ['a'], logs: [ln(2)] }]],
    [
      'unsure in its excess: 1 and that',
      excess,
      [
        { value: 1, keys: [], logs: [] },
        { value: 1.2 - 1, keys: ['e'], logs: [ln(1.5)] },
      ],
    ],
    ['without an excess: 1', named(1, 1.5, 'e', 'excess'), [{ value: 1, keys: [], logs: [] }]],
    ['unsure by an unknown amount: none', unknown, null],
  ])('%s', (_, one, sum) => {
    expect(expanded(one)).toEqual(sum);
  });
});

describe('one over a factor', () => {
  test('falls where it rises', () => {
    expect(inverse(unsure)).toEqual([{ value: 1 / 3, keys: ['a'], logs: [-ln(2)] }]);
    expect(inverse(exact)).toEqual([{ value: 0.2, keys: ['test'], logs: [0] }]);
    expect(inverse(unknown)).toBeNull();
  });

  test('by the share of the excess in it', () => {
    // 0.2 of 1.2
    expect(inverse(excess)).toEqual([
      { value: 1 / 1.2, keys: ['e'], logs: [expect.closeTo(-ln(1.5) / 6, 12)] },
    ]);
  });
});

describe('sums', () => {
  const a = [
    { value: 2, keys: ['x'], logs: [1] },
    { value: 3, keys: [], logs: [] },
  ];
  const b = [
    { value: 5, keys: ['y'], logs: [4] },
    { value: 7, keys: [], logs: [] },
  ];

  test('multiplied, each product with each', () => {
    expect(product(a, b)).toEqual([
      { value: 10, keys: ['x', 'y'], logs: [1, 4] },
      { value: 14, keys: ['x'], logs: [1] },
      { value: 15, keys: ['y'], logs: [4] },
      { value: 21, keys: [], logs: [] },
    ]);
    expect(product(null, b)).toBeNull();
    expect(product(a, null)).toBeNull();
  });

  test('times a number, one after the other, or not known', () => {
    expect(scaled(a, 10)?.map(({ value }) => value)).toEqual([20, 30]);
    expect(scaled(a, 10)?.[0]).toMatchObject({ keys: ['x'], logs: [1] });
    expect(scaled(null, 10)).toBeNull();
    expect(joined([a, b])).toEqual([...a, ...b]);
    expect(joined([a, null])).toBeNull();
    expect(joined([])).toEqual([]);
  });

  test('products of the same unknowns are one, in whatever order they stand', () => {
    const one = { value: 1, keys: ['x', 'y'], logs: [1, 2] };
    const turned = { value: 10, keys: ['y', 'x'], logs: [2, 1] };
    const other = { value: 100, keys: ['x', 'y'], logs: [1, 3] };
    expect(merged([one, turned, other, one])).toEqual([{ ...one, value: 12 }, other]);
  });
});

describe('a product of factors', () => {
  test('is one product of those that are unsure, those below turned round', () => {
    const below = named(4, 1.1, 'b');
    expect(ofProduct([exact, unsure], [below, exact], 1000, 42)).toEqual([
      { value: 42, keys: ['a', 'b'], logs: [ln(2), -ln(1.1)] },
    ]);
    expect(ofProduct([exact], [], 1, 5)).toEqual([{ value: 5, keys: [], logs: [] }]);
  });

  test('below an excess, by its share', () => {
    expect(ofProduct([exact], [excess], 1, 5 / 1.2)).toEqual([
      { value: 5 / 1.2, keys: ['e'], logs: [expect.closeTo(-ln(1.5) / 6, 12)] },
    ]);
  });

  test('is several where one is unsure in its excess', () => {
    const sum = ofProduct([exact, excess, unsure], [named(2, 1.1, 'b')], 10, 0.9);
    // 5 x 3 / 2 / 10 = 0.75, and 0.2 of it
    expect(sum).toEqual([
      { value: expect.closeTo(0.75, 12), keys: ['a', 'b'], logs: [ln(2), -ln(1.1)] },
      {
        value: expect.closeTo(0.15, 12),
        keys: ['e', 'a', 'b'],
        logs: [ln(1.5), ln(2), -ln(1.1)],
      },
    ]);
  });

  test('is not known where one of them is not', () => {
    for (const [times, over] of [
      [[unknown], []],
      [[exact], [unknown]],
      [[excess, unknown], []],
      [[excess], [unknown]],
    ] as const) {
      expect(ofProduct(times, over, 1, 1)).toBeNull();
    }
  });
});
