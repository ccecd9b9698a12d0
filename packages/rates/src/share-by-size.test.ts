import { type Run, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, editionWith, factorIn, resolved } from './testing.ts';

const V100 = [{ accelerator: 'nvidia-v100-pcie-32gb', count: 1 }];
const share = (run: Partial<Run>, edition = current) => {
  const [one] = resolved({ hardware: V100, work: 'vision-training', ...run }, edition).accelerators;
  return factorIn(one?.power ?? [], 'utilisation').factor;
};
const model = (parameters: number) => ({ model: { parameters } });

describe('the share of training by the size of the network', () => {
  test.each([
    // 0.13 + 0.82 / (1 + exp(-x)), x = 0.9 + 3.4 log10(P / 1e7) + 1.8 log10(B / 32)
    [1e7, 32, 0.7131],
    [25.6e6, 32, 0.8745],
    [3.5e6, 32, 0.4112],
    [2.3e6, 8, 0.2011],
    [138.4e6, 32, 0.9432],
  ])('%d parameters, %d samples', (parameters, batchSize, value) => {
    expect(share({ ...model(parameters), batchSize }).value).toBeCloseTo(value, 3);
  });

  test('says so', () => {
    expect(share({ ...model(25.6e6), batchSize: 64 })).toMatchObject({
      key: 'training-share.middle',
      gsd: 1.2,
      said: { code: 'by-size-of-model', parameters: 25.6e6, batch: 64 },
    });
  });

  test('a batch that is not told makes small networks less sure, and hardly large ones', () => {
    const gsd = (parameters: number) => share(model(parameters)).gsd ?? 0;
    expect(gsd(3.5e6)).toBeGreaterThan(1.4);
    expect(gsd(138e6)).toBeLessThan(1.21);
    expect(share(model(1e7)).said).toMatchObject({ batch: null });
  });

  test('a range of the parameters or the batch reaches the shares at both of its ends', () => {
    const around = { value: 3.5e6, low: 2.3e6, high: 5e6 };
    const at = (parameters: Run['model']) => share({ model: parameters ?? {}, batchSize: 32 });
    const found = at({ parameters: around });
    const [low, value, high] = [2.3e6, 3.5e6, 5e6].map((one) => at({ parameters: one }).value);
    expect(found.value).toBe(value);
    const side = (ratio: number) => Math.hypot(Math.log(1.2), Math.log(ratio) / Z_90);
    expect(Math.log(found.gsd ?? 0)).toBeCloseTo(side((value ?? 0) / (low ?? 0)), 12);
    // 0.31, 0.41 and 0.51 of the rating, held under the chip's limit
    expect(found.value * (found.gsdUp ?? 0) ** Z_90).toBeGreaterThan(high ?? 9);
    const batch = { value: 32, low: 16, high: 64 };
    const batched = share({ ...model(3.5e6), batchSize: batch });
    expect(batched.gsd ?? 0).toBeGreaterThan(share({ ...model(3.5e6), batchSize: 32 }).gsd ?? 9);
    expect(batched.gsd ?? 9).toBeLessThan(share(model(3.5e6)).gsd ?? 0);
    expect(batched.said).toMatchObject({ parameters: 3.5e6, batch: 32 });
  });

  test('says which sizes were measured where the network is not among them', () => {
    const saidOf = (parameters: number) => share({ ...model(parameters), batchSize: 32 }).said;
    const fitted = { least: 2.3e6, most: 138.4e6 };
    expect(saidOf(2.3e6)).not.toHaveProperty('fitted');
    expect(saidOf(138.4e6)).not.toHaveProperty('fitted');
    expect(saidOf(2.2e6)).toMatchObject({ fitted });
    expect(saidOf(7e9)).toMatchObject({ fitted });
  });

  test('far from the networks that it was fitted on it is less sure', () => {
    const at = (parameters: number) => share({ ...model(parameters), batchSize: 32 });
    const reach = ({ value, gsd, gsdUp }: ReturnType<typeof share>) => ({
      low: value / (gsd ?? 0) ** Z_90,
      high: value * (gsdUp ?? gsd ?? 0) ** Z_90,
    });
    // All that its kind of work may draw is in the range of a network of 7 billion.
    expect(reach(at(7e9)).low).toBeLessThan(reach(share({})).low);
    expect(reach(at(7e9)).high).toBeLessThanOrEqual(1.05);
    expect(at(138e6).gsd).toBe(1.2);
    expect(at(500e6).gsd).toBeGreaterThan(1.25);
    expect(at(500e6).gsd).toBeLessThan(at(7e9).gsd ?? 0);
    // Ten times smaller than any that was metered: what was foretold of networks left out was 0.5 to 0.8 off.
    expect(reach(at(230e3)).high / at(230e3).value).toBeGreaterThan(2);
    expect(reach(at(230e3)).low).toBeGreaterThan(0.08);
  });

  test('of language models only small ones say more than the kind of work', () => {
    const language = (parameters: number) => share({ ...model(parameters), work: 'llm-training' });
    expect(language(7e9)).toEqual(share({ work: 'llm-training' }));
    expect(language(4e6).value).toBeLessThan(0.6);
  });

  test('other work does not follow from it', () => {
    for (const work of ['other', 'hpc', 'recommender-training', 'vision-inference'] as const) {
      expect(share({ ...model(1e6), work })).toEqual(share({ work }));
    }
    const tpu = { hardware: [{ accelerator: 'tpu-v3', count: 4 }] };
    expect(share({ ...tpu, ...model(1e6) })).toEqual(share(tpu));
  });

  test('editions from before it know only the kind of work', () => {
    const defaults = current.defaults.filter(({ id }) => !id.startsWith('training-share.'));
    const before = editionWith({ defaults });
    expect(share(model(1e6), before)).toEqual(share({}, before));
  });
});

describe('where the usual share of language models takes over', () => {
  test.each([
    ['llm-training', {}],
    ['llm-training', { batchSize: 1 }],
    ['llm-training', { batchSize: 32 }],
    ['llm-fine-tuning', {}],
    ['llm-fine-tuning', { batchSize: 1 }],
  ] as const)('%s %j: no figure jumps, and none falls as the network grows', (work, told) => {
    const at = (parameters: number) => {
      const { value, gsd, gsdUp = gsd } = share({ ...model(parameters), work, ...told });
      return [value, value / (gsd ?? 0) ** Z_90, value * (gsdUp ?? 0) ** Z_90] as const;
    };
    let before = at(2.3e6);
    for (let tenfold = 6.37; tenfold < 9.5; tenfold += 0.005) {
      const now = at(10 ** tenfold);
      for (const [end, one] of now.entries()) {
        const where = `${['value', 'low', 'high'][end]} at ${10 ** tenfold}`;
        expect(one, where).toBeGreaterThanOrEqual((before[end] ?? 0) * (1 - 1e-9));
        expect(one, where).toBeLessThan((before[end] ?? 0) * 1.03);
      }
      before = now;
    }
  });
});
