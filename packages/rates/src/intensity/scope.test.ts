import { expect, test } from 'vitest';
import { current, editionWith } from '../testing.ts';
import { asLifecycle } from './scope.ts';

test.each([
  // direct x the ratio of its band
  [0, 0, 2.107, 1.476],
  [59.9, 0, 2.107, 1.476],
  [60, 60, 1.383, 1.045],
  [199, 60, 1.383, 1.045],
  [200, 200, 1.232, 1.052],
  [400, 400, 1.117, 1.038],
  [1200, 400, 1.117, 1.038],
])('%d g/kWh direct is of the band from %d', (value, _, ratio, gsd) => {
  const said = { code: 'to-lifecycle', gPerKwh: value, factor: ratio };
  expect(asLifecycle(current, value, 'direct')).toEqual({
    value: value * ratio,
    scope: 'lifecycle',
    said,
    doubt: { cause: 'scope', gsd, said },
  });
});

test('a negative figure is of the lowest band', () => {
  expect(asLifecycle(current, -1, 'direct').value).toBe(-2.107);
});

test('what is lifecycle or not told stays as it is', () => {
  expect(asLifecycle(current, 100, 'lifecycle')).toEqual({
    value: 100,
    scope: 'lifecycle',
    said: { code: 'lifecycle' },
    doubt: null,
  });
  expect(asLifecycle(current, 100, null)).toEqual({
    value: 100,
    scope: null,
    said: null,
    doubt: null,
  });
});

test('an edition that knows no ratio leaves a direct figure as it is', () => {
  expect(asLifecycle(editionWith({ defaults: [] }), 100, 'direct')).toEqual({
    value: 100,
    scope: 'direct',
    said: { code: 'direct' },
    doubt: null,
  });
  const unsure = editionWith({ defaults: current.defaults.map((row) => ({ ...row, gsd: null })) });
  expect(asLifecycle(unsure, 100, 'direct').doubt?.gsd).toBe(1);
});
