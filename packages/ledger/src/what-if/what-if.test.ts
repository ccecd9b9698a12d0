import { calculator } from '@ml-emissions/calculator/full';
import type { Place, Quantity, Run } from '@ml-emissions/model';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '../store/ledger.ts';
import { pricedTable } from '../testing.ts';
import type { Change } from './change.ts';
import { whatIf } from './what-if.ts';

const JOBS = [
  'id,user,accelerator,count,hours,start,powerW,energyKwh,energyScope',
  'a,ann,A100 SXM4 80GB,8,10,2025-01-01T00:00:00Z,,,',
  'b,ann,A100 SXM4 80GB,2,300,2025-01-01T00:00:00Z,,,',
  'c,ben,A100 SXM4 80GB,4,20,2025-01-01T00:00:00Z,300,,',
  'd,ben,A100 SXM4 80GB,4,20,2025-01-01T00:00:00Z,,50,it',
  'e,cy,,,20,2025-01-01T00:00:00Z,,9,it',
];

let ledger: Ledger;
beforeAll(async () => {
  ledger = await pricedTable(JOBS, {
    defaults: { place: { country: 'DE' }, pue: 1.4, work: 'llm-training' },
  });
  return () => ledger.close();
});
const ask = (change: Change, ...more: readonly string[]) =>
  whatIf(ledger.engine, calculator, change, ['user'], {
    ...(more.length > 0 ? { user: more } : {}),
  });

const NEAR = 1e-9;
const near = (found: Quantity | null | undefined, wanted: Quantity | null | undefined) => {
  for (const name of ['value', 'low', 'high'] as const)
    expect(Math.abs((found?.[name] ?? 0) / (wanted?.[name] ?? Number.NaN) - 1), name).toBeLessThan(
      NEAR,
    );
};

/** Job a or b as somebody would type it. */
function typed(more: object = {}, count = 8, hours = 10): Run {
  const parsed = calculator.parseRun({
    place: { country: 'DE' },
    pue: 1.4,
    work: 'llm-training',
    year: 2025,
    hours,
    hardware: [{ accelerator: 'A100 SXM4 80GB', count }],
    ...more,
  } as never);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
}

describe('another place', () => {
  test('is what estimate says of jobs there, its building included', async () => {
    const place = { provider: 'gcp', region: 'us-central1' } as Place;
    const { rows, all, unchanged } = await ask({ place }, 'ann');
    expect(unchanged).toEqual([]);
    const runs = [
      [8, 10],
      [2, 300],
    ].map(([count, hours]) => typed({ place, pue: undefined }, count, hours));
    const wanted = calculator.estimateProject({ schemaVersion: 1, runs, shared: [] } as never);
    near(rows[0]?.there.kgCo2e, wanted.operational.kgCo2e);
    near(rows[0]?.there.embodiedKgCo2e, wanted.embodied.kgCo2e);
    near(all.there.kgCo2e, wanted.operational.kgCo2e);
  });

  test('its own place takes nothing away, and what was told of another one is said to be left', async () => {
    const own = await ask({ place: { country: 'DE' } as Place });
    for (const { ratio } of [own.all, ...own.rows])
      for (const value of [ratio?.value, ratio?.low ?? 1, ratio?.high ?? 1]) expect(value).toBe(1);
    expect([own.unchanged, own.notes]).toEqual([
      [{ reason: 'it runs there already', jobs: 5 }],
      [],
    ]);
    const left = await ask({ place: { country: 'FR' } as Place });
    expect(left.unchanged).toEqual([]);
    expect(left.notes).toEqual([{ about: expect.stringMatching(/^the PUE that was/), jobs: 5 }]);
    expect((await ask({ place: { country: 'FR' } as Place, pue: 1.2 })).notes).toEqual([]);
  });

  test('what both share cancels: the same place is no change, and is sure', async () => {
    const { all, rows } = await ask({ place: { country: 'DE' } as Place, pue: 1.4 });
    expect(rows.map(({ here }) => here.keys.user).sort()).toEqual(['ann', 'ben', 'cy']);
    for (const { ratio, totalRatio } of [all, ...rows])
      for (const one of [ratio, totalRatio])
        for (const value of [one?.value, one?.low, one?.high]) expect(value).toBeCloseTo(1, 12);
  });

  test('measured energy stays, at the grid there', async () => {
    const { rows } = await ask({ place: { country: 'FR' } as Place }, 'cy');
    expect(rows[0]?.there.energyKwh.value).toBeGreaterThan(9);
    const [here, there] = ['DE', 'FR'].map((country) =>
      calculator.estimate(
        typed({
          place: { country },
          hardware: undefined,
          energyKwh: 9,
          energyScope: 'it',
          hours: 20,
          ...(country === 'FR' ? { pue: undefined } : {}),
        }),
      ),
    );
    near(rows[0]?.there.kgCo2e, there?.operational.kgCo2e);
    expect(rows[0]?.ratio?.value).toBeCloseTo(
      (there?.operational.kgCo2e.value ?? 0) / (here?.operational.kgCo2e.value ?? 1),
      12,
    );
  });
});

describe('other chips', () => {
  test('are what compare says of each job', async () => {
    const { rows } = await whatIf(
      ledger.engine,
      calculator,
      { accelerator: 'H100 SXM5 80GB' },
      ['user'],
      { user: ['ann'] },
    );
    const values = [
      [8, 10],
      [2, 300],
    ].map(([count, hours]) => {
      const found = calculator.compare(typed({}, count, hours), {
        accelerators: ['H100 SXM5 80GB'],
      });
      return found.ok ? found.comparison.options[0] : undefined;
    });
    const sum = values.reduce((all, one) => all + (one?.kgCo2e.value ?? 0), 0);
    expect(Math.abs((rows[0]?.there.kgCo2e.value ?? 0) / sum - 1)).toBeLessThan(NEAR);
    const ratio = rows[0]?.ratio;
    expect(ratio?.value).toBeLessThan(1);
    // How long work takes on other chips is the most unsure of it.
    expect((ratio?.high ?? 0) / (ratio?.low ?? 1)).toBeGreaterThan(2);
  });

  test('what was measured on the old ones is left out, and jobs without chips stay as they are', async () => {
    const { rows, unchanged } = await ask({ accelerator: 'H100 SXM5 80GB' });
    const by = new Map(rows.map((row) => [row.here.keys.user, row]));
    expect(by.get('cy')?.ratio?.value).toBe(1);
    expect(unchanged).toEqual([{ reason: expect.any(String), jobs: 1 }]);
    expect(by.get('ben')?.here.measuredShare).toBe(1);
    expect(by.get('ben')?.there.measuredShare).toBe(0);
  });

  test('that nobody knows are told', async () => {
    await expect(ask({ accelerator: 'H1000' })).rejects.toThrow('H1000');
  });
});

describe('a limit', () => {
  test('lowers the power and lengthens the work, by the law of the data', async () => {
    const { rows, unchanged } = await ask({ powerLimitW: 250 });
    const by = new Map(rows.map((row) => [row.here.keys.user, row]));
    const kwh = (hours: number, more: object = {}) =>
      calculator.estimate(
        typed({ hours, hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8, ...more }] }),
      ).energyKwh.parts?.accelerators ?? 0;
    const cut = kwh(10, { powerLimitW: 250 }) / kwh(10);
    expect(cut).toBeLessThan(0.8);
    const ofChips = cut * cut ** -0.35;
    const { ratio, there } = by.get('ann') ?? {};
    // The host draws longer too, so that the whole falls by less than the chips.
    expect(ratio?.value).toBeGreaterThan(ofChips);
    expect(ratio?.value).toBeLessThan(cut ** -0.35);
    expect(there?.embodiedKgCo2e?.value).toBeGreaterThan(0);
    // Both jobs of ben were measured, and that of cy has no chips.
    expect(unchanged.reduce((sum, { jobs }) => sum + jobs, 0)).toBe(3);
    expect(by.get('ben')?.ratio?.value).toBe(1);
  });

  test.each([
    [400, 'a limit of 400 W is not below what'],
    [5000, 'a limit of 5,000 W is above the 500 W that'],
    [10, 'a limit of 10 W is below what NVIDIA A100'],
  ])('of %i W changes nothing, which is said', async (powerLimitW, said) => {
    const { all, unchanged } = await ask({ powerLimitW }, 'ann');
    for (const of of [all.ratio, all.totalRatio])
      expect([of?.value, of?.low ?? 1, of?.high ?? 1]).toEqual([1, 1, 1]);
    expect(unchanged).toEqual([{ reason: expect.stringContaining(said), jobs: 2 }]);
  });
});
