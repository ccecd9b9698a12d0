import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arithmeticOf, isPlanned, seenSpeed } from './arithmetic.ts';

describe('arithmetic of a training', () => {
  test('6 for each parameter and token: GPT-3, 175 billion on 300 billion, is 3.15e23', () => {
    // Brown et al. 2020 (arXiv:2005.14165), table D.1, has 3.14e23.
    const found = arithmeticOf({ parameters: 175e9, tokens: 300e9 });
    expect(found?.flop).toBeCloseTo(3.15e23, -18);
    expect(found?.said).toEqual({
      code: 'flop-of-tokens',
      passed: 175e9,
      trained: null,
      tokens: 300e9,
    });
  });

  test('an encoder-decoder sends a token through one half: T5 11B on 1 trillion tokens is 3.3e22', () => {
    // Brown et al. 2020, table D.1: T5-11B 3.30e22, by half of its parameters.
    const t5 = { parameters: 11e9, tokens: 1e12, architecture: 'encoder-decoder' } as const;
    expect(arithmeticOf(t5)?.flop).toBeCloseTo(3.3e22, -17);
  });

  test('a mixture of experts by the parameters in use; without them nobody knows', () => {
    const deepseek = { parameters: 671e9, activeParameters: 37e9, tokens: 14.8e12 };
    expect(arithmeticOf(deepseek)?.flop).toBe(6 * 37e9 * 14.8e12);
    const mixture = {
      parameters: 671e9,
      tokens: 1e12,
      architecture: 'mixture-of-experts',
    } as const;
    expect(arithmeticOf(mixture)).toBeNull();
  });

  test('adapters save the gradients of the weights that stay: a third of the whole', () => {
    const adapters = { parameters: 7e9, tokens: 1e9, trainedParameters: 2e7 };
    expect(arithmeticOf(adapters)?.flop).toBe((4 * 7e9 + 2 * 2e7) * 1e9);
    expect(arithmeticOf({ ...adapters, trainedParameters: 7e9 })?.flop).toBe(6 * 7e9 * 1e9);
  });

  test('samples by three forward passes', () => {
    const found = arithmeticOf({ samples: 1.2e8, forwardFlopPerSample: 8.2e9 });
    expect(found?.flop).toBeCloseTo(3 * 8.2e9 * 1.2e8, 0);
    expect(found?.said.code).toBe('flop-of-samples');
  });

  test('what the user says wins', () => {
    const found = arithmeticOf({ flop: 1e21, parameters: 7e9, tokens: 1e12 });
    expect(found).toEqual({ flop: 1e21, said: { code: 'flop-given' } });
  });

  test.each([[undefined], [{}], [{ parameters: 7e9 }], [{ tokens: 1e9 }], [{ samples: 3 }]])(
    'too little is nothing: %j',
    (model) => {
      expect(arithmeticOf(model)).toBeNull();
    },
  );

  const positive = fc.double({ min: 1e3, max: 1e15, noNaN: true });
  test('of ranges: in proportion to each number, the ends apart as the root of the squares', () => {
    fc.assert(
      fc.property(positive, positive, (parameters, tokens) => {
        const exact = arithmeticOf({ parameters, tokens })?.flop;
        const found = arithmeticOf({
          parameters: { value: parameters, low: parameters / 2, high: parameters * 2 },
          tokens: { value: tokens, low: tokens / 2, high: tokens * 2 },
        })?.flop;
        if (typeof found !== 'object' || typeof exact !== 'number') throw new Error('no range');
        expect(found.value / exact).toBeCloseTo(1, 12);
        const both = Math.exp(Math.hypot(Math.LN2, Math.LN2));
        expect(found.high / found.value).toBeCloseTo(both, 9);
        expect(found.value / found.low).toBeCloseTo(both, 9);
      }),
    );
  });
});

describe('whether a run is planned', () => {
  const model = { parameters: 7e9, tokens: 1e9 };
  test.each([
    [{ model }, true],
    [{ model: { flop: 1e21 }, phase: 'training' as const }, true],
    [{ model: { tokens: 1e9 }, tokensPerSecondPerAccelerator: 3000 }, true],
    [{ model: { samples: 1e6 }, samplesPerSecondPerAccelerator: 100 }, true],
    [{ model, hours: 3 }, false],
    [{ model, deviceHours: 3 }, false],
    [{ model, energyKwh: 3 }, false],
    // What a model was trained on says nothing of its use.
    [{ model, phase: 'inference' as const }, false],
    [{ model, work: 'llm-inference' as const }, false],
    [{ model: { parameters: 7e9 } }, false],
    [{}, false],
  ])('%j: %s', (run, isIt) => {
    expect(isPlanned(run)).toBe(isIt);
  });

  test('a speed counts with what there is to do in its unit', () => {
    const tokens = { model: { tokens: 1e9 }, tokensPerSecondPerAccelerator: 3000 };
    expect(seenSpeed(tokens)).toEqual({ of: 'tokens', toDo: 1e9, perSecond: 3000 });
    expect(seenSpeed({ ...tokens, model: { samples: 1e6 } })).toBeNull();
  });
});
