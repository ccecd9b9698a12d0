import { regionKey } from '@ml-emissions/data';
import type { EstimateResult, Run } from '@ml-emissions/model';
import { pricerOf, quantitiesOf, shapeOf } from '@ml-emissions/rates';
import type { RunInput } from '@ml-emissions/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculator } from './full.ts';
import { anyRun } from './testing.ts';

const { compare, estimate, parseProject, parseRun, ratesOf } = calculator;

function run(input: object): Run {
  const parsed = parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
}

function problemsOf(input: object) {
  const parsed = parseRun(input);
  return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${code} ${field}`);
}

const V100 = { hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }], hours: 100 };
const IOWA = { place: { provider: 'gcp', region: 'us-central1' } };
const split = ({ ghgProtocol: { scope2, scope3Category3 } }: EstimateResult) => [
  scope2.kgCo2e,
  scope3Category3.kgCo2e,
];

describe('the example of docs/method.md, section 9, by hand', () => {
  // 284.20224 kWh x 501 g/kWh lifecycle; 501 / (501 + 72.8) of it direct
  const lifecycle = estimate(run({ ...V100, ...IOWA }));
  const direct = estimate(run({ ...V100, ...IOWA, scope: 'direct' }));

  test('in direct scope the operational figure is that of the plants', () => {
    expect(direct.operational.kgCo2e.value).toBeCloseTo(124.32040161, 7);
    expect(direct.carbonIntensityGPerKwh).toMatchObject({ scope: 'direct', zone: 'US-MIDW-MISO' });
    expect(direct.carbonIntensityGPerKwh.value).toBeCloseTo(501 ** 2 / 573.8, 9);
    expect(direct.total.kgCo2e.value).toBeCloseTo(124.32040161 + 26.71232877, 7);
    expect(direct.run.scope).toBe('direct');
  });

  test('that it was brought over is a doubt and a warning', () => {
    expect(direct.warnings.map(({ code }) => code)).toContain('intensity-converted');
    expect(direct.warnings.find(({ code }) => code === 'intensity-converted')?.message).toBe(
      'no direct figure of that year is known here: MISO, 501 g/kWh lifecycle x 0.873 to direct, consumption',
    );
    expect(direct.carbonIntensityGPerKwh.doubts).toContainEqual(
      expect.objectContaining({ cause: 'scope', gsd: 1.367 ** (72.8 / 573.8) }),
    );
  });

  test('Scope 2 and Scope 3, category 3 are the same whatever the scope of the run', () => {
    const [scope2, upstream] = split(lifecycle);
    expect(scope2?.value).toBeCloseTo(124.32040161, 7);
    // 284.20224 x 501 x 72.8 / 573.8 / 1000
    expect(upstream?.value).toBeCloseTo(18.06492063, 7);
    expect(split(direct)).toEqual(split(lifecycle));
    expect(scope2).toEqual(direct.operational.kgCo2e);
  });
});

test('direct and what comes before are the lifecycle figure, in any run', () => {
  let known = 0;
  fc.assert(
    fc.property(anyRun, (input) => {
      const parsed = [input, { ...input, scope: 'lifecycle' }, { ...input, scope: 'direct' }].map(
        (one) => parseRun(one as RunInput),
      );
      const [own, lifecycle, direct] = parsed.map((one) =>
        one.ok ? estimate(one.run, { alternatives: false }) : null,
      );
      if (!own || !lifecycle || !direct) return;
      const [scope2, upstream] = split(own);
      expect(split(lifecycle)).toEqual(split(own));
      expect(split(direct)).toEqual(split(own));
      if (!scope2 || !upstream) return;
      known += 1;
      const { value } = lifecycle.operational.kgCo2e;
      expect(Math.abs(scope2.value + upstream.value - value)).toBeLessThanOrEqual(1e-9 * value);
      expect(scope2).toEqual(direct.operational.kgCo2e);
      expect(direct.operational.kgCo2e.value).toBeLessThanOrEqual(value * (1 + 1e-12));
      expect(upstream.value).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
  expect(known).toBeGreaterThan(20);
});

test.each(['lifecycle', 'direct'] as const)(
  'rates of a shape give the figures of an estimate in %s scope',
  (scope) => {
    const places = [
      IOWA.place,
      { country: 'US' },
      { country: 'SE' },
      { country: 'FR' },
      { zone: 'CN-GD' },
    ];
    for (const place of places) {
      for (const hours of [2, 50, 1000]) {
        const one = run({ ...V100, hours, place, scope });
        const rates = ratesOf(shapeOf(one));
        const price = rates && pricerOf(rates);
        const result = estimate(one, { alternatives: false, receipt: false });
        const [scope2, upstream] = split(result);
        const pairs = [
          ['operationalKgCo2e', result.operational.kgCo2e],
          ['scope2KgCo2e', scope2],
          ['scope3Category3KgCo2e', upstream],
          ['offSiteL', result.water.offSiteL],
        ] as const;
        for (const [figure, quantity] of pairs) {
          const priced = price?.(quantitiesOf(one), figure);
          for (const end of ['value', 'low', 'high'] as const) {
            expect((priced?.[end] ?? 0) / (quantity?.[end] ?? 1), `${figure} ${end}`).toBeCloseTo(
              1,
              9,
            );
          }
        }
      }
    }
  },
);

describe('what stands beside a run of direct scope is direct', () => {
  const direct = run({ ...V100, ...IOWA, scope: 'direct' });
  const lifecycle = run({ ...V100, ...IOWA });

  test('the least emitting places', () => {
    const { sameProvider, anywhere } = estimate(direct).alternatives;
    for (const one of [sameProvider, anywhere]) {
      const there = estimate(
        run({ ...V100, scope: 'direct', place: { provider: one?.provider, region: one?.region } }),
      );
      expect(one?.carbonIntensityGPerKwh).toBe(there.carbonIntensityGPerKwh.value);
      expect(there.carbonIntensityGPerKwh.scope).toBe('direct');
      expect(one?.water).toEqual(there.water);
    }
  });

  test('every region of a comparison, with its water', () => {
    const of = (one: Run) => {
      const found = compare(one, { regions: true });
      if (!found.ok) throw new Error('refused');
      return found.comparison;
    };
    const [inDirect, inLifecycle] = [of(direct), of(lifecycle)];
    expect([inDirect.here.scope, inLifecycle.here.scope]).toEqual(['direct', 'lifecycle']);
    const byName = new Map(inLifecycle.options.map((option) => [option.name, option]));
    for (const { name, kgCo2e, water } of inDirect.options) {
      const other = byName.get(name);
      expect(kgCo2e.value, name).toBeLessThanOrEqual(other?.kgCo2e.value ?? 0);
      // Water is of the plants, whatever counts of the emissions.
      expect(water).toEqual(other?.water);
    }
    const stockholm = byName.get('gcp europe-north2');
    expect(stockholm?.water.offSiteL?.value).toBeGreaterThan(
      inLifecycle.here.water.offSiteL?.value ?? 0,
    );
  });
});

test('every open region has a split', () => {
  const [edition] = [calculator.editions.get(calculator.editions.current)];
  for (const { provider, region, status } of edition?.regions ?? []) {
    if (status !== 'open' || !edition?.regionByKey.has(regionKey(provider, region))) continue;
    const parsed = parseRun({ ...V100, place: { provider, region } });
    if (!parsed.ok) continue;
    const [scope2, upstream] = split(estimate(parsed.run, { alternatives: false, receipt: false }));
    expect([`${provider} ${region}`, scope2 === null, upstream === null]).toEqual([
      `${provider} ${region}`,
      false,
      false,
    ]);
    expect(upstream?.low ?? -1).toBeGreaterThanOrEqual(0);
  }
}, 60_000);

describe('what cannot be known is said', () => {
  test('a given intensity stays as it was given', () => {
    const given = { ...V100, carbonIntensityGPerKwh: 400 };
    const result = estimate(run({ ...given, scope: 'direct' }));
    expect(result.operational.kgCo2e).toEqual(estimate(run(given)).operational.kgCo2e);
    expect(result.warnings).toContainEqual(
      expect.objectContaining({ code: 'scope-not-known', field: '/scope' }),
    );
    expect(split(result)).toEqual([null, null]);
    expect(estimate(run(given)).warnings.map(({ code }) => code)).not.toContain('scope-not-known');
  });

  test('an edition without a way from lifecycle to direct refuses, and the paper’s does not tell', () => {
    const old = { ...V100, ...IOWA, edition: '2026.1' };
    expect(problemsOf({ ...old, scope: 'direct' })).toEqual(['no-intensity /scope']);
    expect(problemsOf({ ...old, scope: 'lifecycle' })).toEqual([]);
    expect(split(estimate(run(old)))).toEqual([null, null]);
    const paper = run({
      hardware: [{ accelerator: 'Tesla V100', count: 8 }],
      hours: 100,
      ...IOWA,
      edition: '2019-paper',
      method: 'lacoste-2019',
      scope: 'direct',
    });
    expect(estimate(paper).warnings.map(({ code }) => code)).toContain('scope-not-known');
  });

  test('a word that is no scope is a problem at the field', () => {
    expect(problemsOf({ ...V100, ...IOWA, scope: 'scope-2' })).toEqual(['unknown-value /scope']);
  });
});

describe('a project is of one scope', () => {
  const runs = [
    { ...V100, ...IOWA },
    { ...V100, ...IOWA, scope: 'direct' },
  ];

  test('two scopes make no sum', () => {
    const parsed = parseProject({ schemaVersion: 1, runs: runs as RunInput[] });
    expect(parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'conflict /runs/1/scope',
    ]);
  });

  test('from its defaults', () => {
    const parsed = parseProject({
      schemaVersion: 1,
      defaults: { scope: 'direct' },
      runs: [
        { ...V100, ...IOWA },
        { ...V100, place: { country: 'SE' } },
      ],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { ghgProtocol, operational } = calculator.estimateProject(parsed.project);
    const { mean: _, ...rest } = operational.kgCo2e;
    expect(ghgProtocol.scope2.kgCo2e).toEqual(rest);
    expect(ghgProtocol.scope3Category3.kgCo2e?.value).toBeGreaterThan(18);
  });
});
