import { type Factor, SCENARIOS, WORK_KINDS, Z_90 } from '@ml-emissions/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { current, editionWith, factorIn, resolved } from './testing.ts';

const rated = current.accelerators.filter(({ tdpW }) => tdpW !== null);
const share = (hardware: Record<string, unknown>, work = 'llm-training') => {
  const [one] = resolved({
    hardware: [{ accelerator: 'nvidia-v100-pcie-32gb', count: 1, ...hardware }],
    work: work as 'llm-training',
  }).accelerators;
  if (!one?.power) throw new Error('no power');
  return factorIn(one.power, 'utilisation').factor;
};
const high = ({ value, gsd, gsdUp }: Factor) => value * (gsdUp ?? gsd ?? 0) ** Z_90;
const low = ({ value, gsd }: Factor) => value / (gsd ?? 0) ** Z_90;

const anySize = fc.option(
  fc.record({
    parameters: fc.constantFrom(1e6, 1e8, 7e9, 1e12),
    batchSize: fc.constantFrom(1, 64, 1e4),
  }),
  { nil: null },
);

test('no chip of any table, at any work, is said to draw more than 1.1 times its limit', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rated),
      fc.constantFrom(...WORK_KINDS),
      anySize,
      (row, work, size) => {
        const hardware = [{ accelerator: row.id, count: 1 }];
        const told = size
          ? { model: { parameters: size.parameters }, batchSize: size.batchSize }
          : {};
        const [one] = resolved({ hardware, work, ...told }).accelerators;
        const power = one?.power;
        if (!power) throw new Error('no power');
        const value = power.reduce((watts, { factor }) => watts * factor.value, 1);
        const up = Math.hypot(
          ...power.map(({ factor }) => Math.log(factor.gsdUp ?? factor.gsd ?? 1)),
        );
        const limit = Math.max(row.tdpMaxW ?? 0, row.tdpW ?? 0);
        expect((value * Math.exp(Z_90 * up)) / limit, row.id).toBeLessThan(1.1);
      },
    ),
    { numRuns: 2000 },
  );
});

test('no chip at work is said to draw less than with nothing to do', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rated.filter(({ idleW }) => idleW !== null)),
      fc.constantFrom(...WORK_KINDS),
      fc.constantFrom(...SCENARIOS, undefined),
      anySize,
      fc.constantFrom(undefined, 0.3, 20, 100),
      (row, work, scenario, size, powerLimitW) => {
        const told = size ? { model: { parameters: size.parameters }, ...size } : {};
        const [one] = resolved({
          hardware: [{ accelerator: row.id, count: 1, ...(powerLimitW && { powerLimitW }) }],
          work,
          ...(scenario && { scenario }),
          ...told,
        }).accelerators;
        const power = one?.power ?? [];
        const { factor } = factorIn(power, 'utilisation');
        const idle = (row.idleW ?? 0) / (row.tdpW ?? 0);
        expect(factor.value).toBeGreaterThanOrEqual(idle);
        // x/÷ 1.25 is how much one chip of a model idles at more or less than another.
        const down = Math.hypot(...power.map((each) => Math.log(each.factor.gsd ?? 1)));
        const lowW = (row.tdpW ?? 0) * factor.value * Math.exp(-Z_90 * down);
        expect(lowW / ((row.idleW ?? 0) / 1.25 ** Z_90), row.id).toBeGreaterThan(1 - 1e-9);
        expect(high(factor)).toBeGreaterThanOrEqual(factor.value);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a chip whose idle power is not known draws the usual one at least', () => {
  const found = share({ powerLimitW: 1 });
  expect(found.value).toBe(0.11);
  expect(found.said).toMatchObject({
    code: 'raised-to-idle',
    usual: { code: 'cut-by-limit' },
    idleW: 27.5,
  });
});

test('the lower end stays, the upper one stays under the limit', () => {
  const found = share({}, 'other');
  // usual 0.7, x/÷ 1.4
  expect(low(found)).toBeCloseTo(0.7 / 1.4 ** Z_90, 12);
  // of 1.05: logit(0.6667) - logit(0.3833) = 0.6931 + 0.4755; logistic(0.6931 + 1.1686) = 0.8655
  expect(high(found)).toBeCloseTo(0.9088, 3);
});

test('a limit that was set cuts what would exceed it, and little of what would not', () => {
  // V100 of 250 W at 150 W: (0.88^-2.5 + 0.6^-2.5 - 1)^(-1/2.5)
  const cut = share({ powerLimitW: 150 });
  expect(cut.value).toBeCloseTo(0.5765, 4);
  expect(cut.said).toEqual({
    code: 'cut-by-limit',
    usual: { code: 'usual-for-work', work: 'llm-training' },
    share: 0.88,
    powerLimitW: 150,
  });
  expect(high(cut)).toBeLessThan(0.6 * 1.05);
  // Modes about the rating say nothing more once the limit is told.
  const [a100] = resolved({
    hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 1, powerLimitW: 100 }],
    work: 'llm-training',
  }).accelerators;
  const both = a100?.power?.map(({ factor }) => high(factor)) ?? [];
  expect(both.reduce((watts, one) => watts * one, 1)).toBeLessThan(110);
  // (0.2^-2.5 + 0.6^-2.5 - 1)^(-1/2.5)
  expect(share({ powerLimitW: 150 }, 'recommender-training').value).toBeCloseTo(0.1964, 4);
  // At or above the rating nothing is cut; the range may reach the limit.
  expect(share({ powerLimitW: 250 }).value).toBe(0.88);
  expect(high(share({ powerLimitW: 300 }, 'other'))).toBeGreaterThan(high(share({}, 'other')));
});

test('a limit of the rating is none, and a lower one is never more: in the middle and at both ends', () => {
  for (const work of WORK_KINDS) {
    const bare = share({}, work);
    let above = [bare.value, low(bare), high(bare)];
    for (let powerLimitW = 249.99; powerLimitW > 20; powerLimitW -= 2) {
      const now = share({ powerLimitW }, work);
      for (const [end, one] of [now.value, low(now), high(now)].entries()) {
        const where = `${work}, ${['value', 'low', 'high'][end]} at ${powerLimitW} W`;
        const last = above[end] ?? 0;
        expect(one, where).toBeLessThanOrEqual(last * (1 + 1e-9));
        expect(one, where).toBeGreaterThan(last * (powerLimitW === 249.99 ? 0.999 : 0.85));
      }
      above = [now.value, low(now), high(now)];
    }
  }
});

test('a limit with a range moves what it cuts as far as it cuts', () => {
  const limit = { value: 150, low: 120, high: 180 };
  const ranged = share({ powerLimitW: limit });
  const exact = share({ powerLimitW: 150 });
  expect(ranged.value).toBe(exact.value);
  // At 120 W (0.88^-2.5 + 0.48^-2.5 - 1)^(-1/2.5) = 0.4689 instead of 0.5765.
  const down = Math.hypot(Math.log(exact.gsd ?? 0), Math.log(0.57651 / 0.46892) / Z_90);
  expect(Math.log(ranged.gsd ?? 0)).toBeCloseTo(down, 3);
  expect(high(ranged)).toBeGreaterThan(high(exact));
  expect(high(ranged)).toBeLessThan((180 / 250) * 1.05);
  expect(ranged.said).toMatchObject({ powerLimitW: 150 });
});

test('modes of a chip below its rating are one side of its range', () => {
  const [one] = resolved({
    hardware: [{ accelerator: 'nvidia-jetson-agx-orin-64gb', count: 1 }],
  }).accelerators;
  const { factor } = factorIn(one?.power ?? [], 'tdp');
  expect(high(factor)).toBeLessThan(factor.value * 1.1);
  expect(low(factor)).toBeLessThan(factor.value / 3);
});

test('an edition that knows no limits has none', () => {
  const coefficients = current.coefficients.filter(({ id }) => id !== 'power.most-of-limit');
  const run = { hardware: [{ accelerator: 'nvidia-t4', count: 1 }] };
  const [one] = resolved(run, editionWith({ coefficients })).accelerators;
  expect(factorIn(one?.power ?? [], 'utilisation').factor).not.toHaveProperty('gsdUp');
});
