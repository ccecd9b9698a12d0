import type { SlimRow } from '@ml-emissions/calculator/bulk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortNumber, slimJson } from './slim-json.ts';

test.each([
  [0, '0'],
  [320, '320'],
  [1e15, '1000000000000000'],
  [1.02402950531e80, '1.02402950531e+80'],
  [120_000_000_000, '120000000000'],
  [0.1, '0.1'],
  [1 / 3, '0.333333333333'],
  [1e-9, '1e-9'],
  [1.5e-8, '1.5e-8'],
  [1.25e22, '1.25e+22'],
  [100.5, '100.5'],
  [99_999_999_999_999, '100000000000000'],
])('%d in few digits: %s', (value, text) => {
  expect(shortNumber(value)).toBe(text);
});

test('any number is told to a billionth, as JSON', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, noDefaultInfinity: true, noNaN: true }), (value) => {
      const read = JSON.parse(shortNumber(value));
      if (value < 1e-300) return;
      expect(Math.abs(read / value - 1)).toBeLessThan(1e-11);
    }),
    { numRuns: 2000 },
  );
});

test('a row is what JSON.stringify makes of it, its line first', () => {
  const row: SlimRow = {
    name: 'a "quoted" name\n',
    runs: 2,
    accelerator: null,
    count: 8,
    deviceHours: 0.25,
    zone: 'FR',
    method: 'full',
    edition: '2026.2',
    scope: 'lifecycle',
    energyKwh: { value: 320, low: 250, high: 410.5, mean: 330 },
    operational: { kgCo2e: { value: 1.5, low: 1, high: 2 } },
    embodied: { kgCo2e: null },
    total: { kgCo2e: { value: 1.5 } },
    water: { onSiteL: null, offSiteL: { value: 0, low: 0, high: 0 } },
    warnings: ['tdp-varies', 'read-as'],
  };
  expect(slimJson(7, row)).toBe(`${JSON.stringify({ line: 7, ...row })}\n`);
});
