import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { current } from '../testing.ts';
import { joulesPerToken, type TextLoad } from './text-law.ts';

const LLAMA_70B: TextLoad = {
  parameters: 70e9,
  activeParameters: 70e9,
  bytes: 2,
  chips: 4,
  tdpW: 700,
  wattsPerTflops: 1,
  batch: 64,
  inputTokens: 100,
  outputTokens: 400,
};
const joules = (changed: Partial<TextLoad> = {}) =>
  joulesPerToken(current, { ...LLAMA_70B, ...changed });

describe('energy of a token', () => {
  test('by hand', () => {
    // pass 0.689 x 4 + 0.139 x 70 = 12.486
    const written = 0.0132 * Math.sqrt(70);
    const context = 2.99e-6 * Math.sqrt(70) * 400;
    const input = (0.0028 * 70 * 100) / 400;
    const all = 4 ** 0.15 * (12.486 / 64 ** 0.7 + written) + context + input;
    expect(joules()).toBeCloseTo(all, 12);
    // The benchmark has 0.822 J on four H100 (validation/cases/inference.csv).
    expect(joules()).toBeGreaterThan(0.6);
    expect(joules()).toBeLessThan(1.3);
  });

  test('half as wide, half of what is read and calculated', () => {
    const ofChips = 4 ** 0.15 * ((0.689 * 4) / 64 ** 0.7);
    const context = 2.99e-6 * Math.sqrt(70) * 400;
    expect(joules({ bytes: 1 }) - ofChips - context).toBeCloseTo(
      (joules() - ofChips - context) / 2,
      12,
    );
  });

  test('a mixture of experts reads what its requests need together', () => {
    const one = { parameters: 100e9, activeParameters: 10e9, inputTokens: 0 };
    const read = (batch: number) => {
      const all = joules({ ...one, batch });
      const shared = (all - 2.99e-6 * Math.sqrt(10) * 400) / 4 ** 0.15 - 0.0132 * Math.sqrt(10);
      return (shared * (batch < 8 ? (8 ** 0.7 * batch) / 8 : batch ** 0.7) - 0.689 * 4) / 0.139;
    };
    expect(read(1)).toBeCloseTo(10 + 90 * (1 - 0.9), 9);
    expect(read(1000)).toBeCloseTo(100, 6);
  });

  test('alone, a request takes the pass in full, and less than one is one', () => {
    const free = { inputTokens: 0, outputTokens: 1, chips: 1 };
    const pass = (0.689 + 0.139 * 70) / 8 ** 0.7;
    const each = (batch: number) => joules({ ...free, batch });
    expect(each(1) - each(2)).toBeCloseTo(8 * pass - 4 * pass, 9);
    expect(each(0.1)).toBe(each(1));
    expect(each(8 - 1e-9)).toBeCloseTo(each(8), 6);
  });

  const size = fc.double({ min: 1e6, max: 1e13, noNaN: true });
  const batch = fc.double({ min: 0.1, max: 1e5, noNaN: true });
  test('more parameters, chips or tokens read never take less; more requests at a time never more', () => {
    fc.assert(
      fc.property(
        size,
        batch,
        fc.double({ min: 1, max: 50, noNaN: true }),
        (parameters, some, by) => {
          const of = (changed: Partial<TextLoad>) =>
            joules({ parameters, activeParameters: parameters, batch: some, ...changed });
          const plain = of({});
          expect(plain).toBeGreaterThan(0);
          expect(Number.isFinite(plain)).toBe(true);
          const more = by * parameters;
          expect(of({ parameters: more, activeParameters: more })).toBeGreaterThanOrEqual(plain);
          expect(of({ chips: 4 * by })).toBeGreaterThanOrEqual(plain);
          expect(of({ inputTokens: 100 * by })).toBeGreaterThanOrEqual(plain);
          expect(of({ batch: some * by })).toBeLessThanOrEqual(plain * (1 + 1e-12));
        },
      ),
    );
  });

  test('more tokens written for a request take more in all', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (outputTokens) => {
        const all = (tokens: number) => tokens * joules({ outputTokens: tokens });
        expect(all(2 * outputTokens)).toBeGreaterThan(all(outputTokens));
      }),
    );
  });
});
