import { describe, expect, test } from 'vitest';
import { current, editionWith } from '../testing.ts';
import { inScope, isOfScope, upstreamGsd } from './scope.ts';

test.each([
  // direct x the ratio of its band
  [0, 2.107, 1.476],
  [59.9, 2.107, 1.476],
  [60, 1.383, 1.045],
  [199, 1.383, 1.045],
  [200, 1.232, 1.052],
  [400, 1.117, 1.038],
  [1200, 1.117, 1.038],
])('%d g/kWh direct to lifecycle', (value, ratio, gsd) => {
  const said = { code: 'to-lifecycle', gPerKwh: value, factor: ratio };
  expect(inScope(current, value, 'direct', 'lifecycle')).toEqual({
    value: value * ratio,
    scope: 'lifecycle',
    said,
    doubt: { cause: 'scope', gsd, said },
  });
});

test.each([
  // lifecycle x the share of its band
  [0, 0.4745, 1.476],
  [99.9, 0.4745, 1.476],
  [100, 0.7143, 1.045],
  [249, 0.7143, 1.045],
  [250, 0.8075, 1.054],
  [450, 0.8721, 1.07],
  [1200, 0.8721, 1.07],
])('%d g/kWh lifecycle to direct', (value, share, gsd) => {
  const said = { code: 'to-direct', gPerKwh: value, factor: share };
  expect(inScope(current, value, 'lifecycle', 'direct')).toEqual({
    value: value * share,
    scope: 'direct',
    said,
    doubt: { cause: 'scope', gsd, said },
  });
});

test('a negative figure is of the lowest band', () => {
  expect(inScope(current, -1, 'direct', 'lifecycle').value).toBe(-2.107);
});

describe.each(['lifecycle', 'direct'] as const)('asked for %s', (scope) => {
  test('what is of it stays as it is, and so does what is not told', () => {
    const asIs = { value: 100, doubt: null };
    expect(inScope(current, 100, scope, scope)).toEqual({ ...asIs, scope, said: { code: scope } });
    expect(inScope(current, 100, null, scope)).toEqual({ ...asIs, scope: null, said: null });
    expect(isOfScope({ scope }, scope)).toBe(true);
    expect(isOfScope({ scope: null }, scope)).toBe(true);
  });

  test('an edition that knows no ratio leaves a figure of the other as it is', () => {
    const other = scope === 'direct' ? 'lifecycle' : 'direct';
    expect(inScope(editionWith({ defaults: [] }), 100, other, scope)).toEqual({
      value: 100,
      scope: other,
      said: { code: other },
      doubt: null,
    });
    expect(isOfScope({ scope: other }, scope)).toBe(false);
    const unsure = editionWith({
      defaults: current.defaults.map((row) => ({ ...row, gsd: null })),
    });
    expect(inScope(unsure, 100, other, scope).doubt?.gsd).toBe(1);
    expect(upstreamGsd(unsure, 100)).toBe(1);
  });
});

test('what the plants do not emit is as unsure as zone-years with both figures say', () => {
  expect([99, 100, 250, 450].map((one) => upstreamGsd(current, one))).toEqual([
    1.359, 1.114, 1.24, 1.499,
  ]);
});
