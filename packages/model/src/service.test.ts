import { describe, expect, test } from 'vitest';
import { isServedByUses, usesOf } from './service.ts';

describe('how much a service does', () => {
  test.each([
    ['day', 365_000],
    ['month', 12_000],
    ['year', 1000],
    ['total', 1000],
    [undefined, 1000],
  ] as const)('1000 requests per %s are %d in the run', (per, count) => {
    expect(usesOf({ requests: 1000, ...(per ? { per } : {}) })).toEqual({
      unit: 'request',
      count,
      tokensEach: null,
    });
  });

  test('tokens of one request are as told, or all of them over the requests', () => {
    expect(usesOf({ requests: 10, outputTokensPerRequest: 300 })?.tokensEach).toBe(300);
    expect(usesOf({ requests: 10, outputTokens: 4000 })?.tokensEach).toBe(400);
    const outputTokens = { value: 4000, low: 2000, high: 8000 };
    expect(usesOf({ requests: 10, outputTokens })?.tokensEach).toEqual({
      value: 400,
      low: 200,
      high: 800,
    });
  });

  test('ranges are kept', () => {
    expect(usesOf({ images: { value: 2, low: 1, high: 3 }, per: 'month' })).toEqual({
      unit: 'image',
      count: { value: 24, low: 12, high: 36 },
      tokensEach: null,
    });
  });

  test('a request comes before its tokens, and nothing is nothing', () => {
    expect(usesOf({ requests: 1, outputTokens: 5 })?.unit).toBe('request');
    expect(usesOf({ outputTokens: 5 })?.unit).toBe('output-token');
    expect(usesOf({ queries: 5 })?.unit).toBe('query');
    expect(usesOf({ videoSeconds: 5 })?.unit).toBe('video-second');
    expect(usesOf({ per: 'day' })).toBeNull();
  });

  test.each([
    [{ service: { requests: 1 } }, true],
    [{ service: { requests: 1 }, hours: 3 }, false],
    [{ service: { requests: 1 }, deviceHours: 3 }, false],
    [{ service: { requests: 1 }, energyKwh: 0 }, false],
    [{}, false],
  ])('%j is worked out by what it answers: %s', (run, isByUses) => {
    expect(isServedByUses(run)).toBe(isByUses);
  });
});
