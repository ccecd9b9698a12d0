import { describe, expect, test } from 'vitest';
import { listed } from '../named-factor.ts';
import { factor } from '../testing.ts';
import {
  expanded,
  inverse,
  joined,
  merged,
  nearlyMerged,
  ofProduct,
  product,
  scaled,
} from './monomial.ts';

const named = (...args: Parameters<typeof factor>) => listed('n', '1', factor(...args));
const exact = named(5);
const unsure = named(3, 2, 'a');
const excess = named(1.2, 1.5, 'e', 'excess');
const unknown = named(3, null, 'u');
const ln = Math.log;
const { factor: first } = unsure;
/** 3, down to a half of it and up to a tenth more. */
const lopsided = listed('n', '1', { ...first, gsdUp: 1.1 });
/** Exact below, and up to a tenth more. */
const above = listed('n', '1', { ...first, gsd: 1, gsdUp: 1.1, key: 'u' });
const lopsidedExcess = listed('n', '1', { ...excess.factor, gsdUp: 1.1 });
const unknownBelow = listed('n', '1', { ...first, gsd: null, gsdUp: 1.1 });

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

describe('an unknown whose upper side is another', () => {
  const sides = { logs: [ln(2)], ups: [ln(1.1)] };

  test('has both', () => {
    expect(expanded(lopsided)).toEqual([{ value: 3, keys: ['a'], ...sides }]);
    expect(expanded(above)).toEqual([{ value: 3, keys: ['u'], logs: [0], ups: [ln(1.1)] }]);
    expect(expanded(lopsidedExcess)?.[1]).toEqual({
      value: 1.2 - 1,
      keys: ['e'],
      logs: [ln(1.5)],
      ups: [ln(1.1)],
    });
  });

  test('is not known where one of them is not', () => {
    expect(expanded(unknownBelow)).toBeNull();
    expect(inverse(unknownBelow)).toBeNull();
    expect(ofProduct([unknownBelow], [], 1, 1)).toBeNull();
    expect(ofProduct([], [unknownBelow], 1, 1)).toBeNull();
  });

  test('falls by one and rises by the other where it divides', () => {
    const turned = [{ value: 1 / 3, keys: ['a'], logs: [-ln(2)], ups: [-ln(1.1)] }];
    expect(inverse(lopsided)).toEqual(turned);
    // 0.2 of 1.2 in both
    expect(inverse(lopsidedExcess)).toEqual([
      {
        value: 1 / 1.2,
        keys: ['e'],
        logs: [expect.closeTo(-ln(1.5) / 6, 12)],
        ups: [expect.closeTo(-ln(1.1) / 6, 12)],
      },
    ]);
    expect(ofProduct([exact], [above, lopsided], 1, 5)).toEqual([
      { value: 5, keys: ['u', 'a'], logs: [-0, -ln(2)], ups: [-ln(1.1), -ln(1.1)] },
    ]);
  });

  test('keeps both in products with what has one', () => {
    expect(ofProduct([unsure, above], [], 1, 9)).toEqual([
      { value: 9, keys: ['a', 'u'], logs: [ln(2), 0], ups: [ln(2), ln(1.1)] },
    ]);
    const even = [{ value: 5, keys: ['y'], logs: [4] }];
    const uneven = [{ value: 2, keys: ['x'], logs: [1], ups: [3] }];
    expect(product(even, uneven)).toEqual([
      { value: 10, keys: ['y', 'x'], logs: [4, 1], ups: [4, 3] },
    ]);
    expect(product(uneven, even)).toEqual([
      { value: 10, keys: ['x', 'y'], logs: [1, 4], ups: [3, 4] },
    ]);
    expect(scaled(uneven, 10)).toEqual([{ value: 20, keys: ['x'], logs: [1], ups: [3] }]);
  });

  test('two sides that are one are one', () => {
    expect(expanded(listed('n', '1', { ...first, gsdUp: 2 }))).toEqual(expanded(unsure));
    expect(inverse(listed('n', '1', { ...first, gsdUp: 2 }))).toEqual(inverse(unsure));
  });

  test('nearly alike: the mean of each side, by value', () => {
    const sum = [
      { value: 1, keys: ['a'], logs: [0.1001], ups: [0.2001] },
      { value: 3, keys: ['a'], logs: [0.1005], ups: [0.2005] },
    ];
    expect(nearlyMerged(sum)).toEqual([
      {
        value: 4,
        keys: ['a'],
        logs: [expect.closeTo(0.1004, 12)],
        ups: [expect.closeTo(0.2004, 12)],
      },
    ]);
  });

  test('another upper side is not alike', () => {
    const sum = [
      { value: 1, keys: ['a'], logs: [0.1], ups: [0.2] },
      { value: 3, keys: ['a'], logs: [0.1], ups: [0.3] },
    ];
    expect(nearlyMerged(sum)).toEqual(sum);
    expect(merged(sum)).toEqual(sum);
  });
});

test('products of nothing are taken together, and stay nothing', () => {
  const none = { value: 0, keys: ['a'], logs: [0.1] };
  expect(nearlyMerged([none, none])).toEqual([none]);
});
