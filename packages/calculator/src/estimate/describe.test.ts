import { range90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { estimate, parseRun, prepare } = calculator;

function runOf(input: object) {
  const parsed = parseRun({ place: { provider: 'gcp', region: 'us-central1' }, ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
}
const resultOf = (input: object) => estimate(runOf(input), { receipt: false });

const A100 = { accelerator: 'A100-SXM4-80GB', count: 8 };
const V100 = { accelerator: 'Tesla V100-SXM2-16GB', count: 4 };
const TWO = { hours: 100, hardware: [A100, { ...V100, powerW: 210 }], work: 'llm-training' };

describe('each kind of chip', () => {
  test('has its own power, share and rung', () => {
    expect(resultOf(TWO).machine.accelerators).toMatchObject([
      { id: 'nvidia-a100-sxm4-80gb', tdpW: 400, powerW: 352, utilisation: 0.88, power: 'typical' },
      { tdpW: 300, powerW: 210, utilisation: 0.7, power: 'measured' },
    ]);
  });

  test.each([
    ['a given share', { ...A100, utilisation: 0.5 }, 'full', [200, 0.5, 'utilisation']],
    [
      'a share that the method does not read',
      { ...A100, utilisation: 0.5 },
      'lacoste-2019',
      [400, 1, 'tdp'],
    ],
    ['no share', A100, 'green-algorithms-2021', [400, 1, 'tdp']],
    ['the figures of a method', A100, 'cloud-carbon-footprint', [226.5, 0.56625, 'typical']],
    [
      'a share on them',
      { ...A100, utilisation: 1 },
      'cloud-carbon-footprint',
      [407, 1.0175, 'utilisation'],
    ],
    ['measured', { ...A100, powerW: 300 }, 'patterson-2021', [300, 0.75, 'measured']],
  ] as const)('%s, by %s', (_, hardware, method, [powerW, utilisation, power]) => {
    const { machine } = resultOf({ hours: 1, hardware: [hardware], method });
    expect(machine.accelerators[0]).toMatchObject({ tdpW: 400, utilisation, power });
    expect(machine.accelerators[0]?.powerW).toBeCloseTo(powerW, 9);
  });

  test('metered energy tells no power of a chip', () => {
    const { machine } = resultOf({ ...TWO, energyKwh: 300, energyScope: 'accelerators' });
    for (const chip of machine.accelerators) {
      expect(chip).toMatchObject({ powerW: null, utilisation: null, power: null });
    }
    expect(machine.accelerators[0]?.tdpW).toBe(400);
  });

  test('of hardware that nobody lists', () => {
    const own = { accelerator: { name: 'mine', tdpW: 100 }, powerW: 60 };
    expect(resultOf({ hours: 1, hardware: [own] }).machine.accelerators).toMatchObject([
      { id: null, tdpW: 100, powerW: 60, utilisation: 0.6, power: 'measured' },
    ]);
  });

  test('its manufacture, where the method counts any', () => {
    const kg = (method: string) =>
      resultOf({ hours: 1, hardware: [A100], method }).machine.accelerators[0]?.embodiedKgCo2e;
    expect(kg('full')).toBe(165);
    expect(kg('lacoste-2019')).toBeNull();
  });
});

describe('factors of the whole run', () => {
  const run = { hours: 100, hardware: [A100] };

  test('a PUE that was looked up: its source, year, rung and range, of its excess over 1', () => {
    const prepared = prepare(runOf(run));
    const { pue } = estimate(prepared.run);
    const { factor } = prepared.resolved.pue ?? {};
    if (!factor) throw new Error('no PUE');
    const { value, gsd, sourceId, year } = factor;
    const { low, high } = range90(value - 1, gsd ?? 1);
    expect(pue).toEqual({
      value,
      low: 1 + low,
      high: 1 + high,
      sourceId,
      year,
      rung: prepared.resolved.rungs.pue,
      isInEnergy: false,
    });
    expect(pue?.sourceId).not.toBeNull();
    expect(pue?.low).toBeGreaterThan(1);
  });

  test('a given PUE is exact, one with its range keeps it', () => {
    expect(resultOf({ ...run, pue: 1.3 }).pue).toEqual({
      value: 1.3,
      low: 1.3,
      high: 1.3,
      sourceId: null,
      year: null,
      rung: 'given',
      isInEnergy: false,
    });
    const { pue } = resultOf({ ...run, pue: { value: 1.2, low: 1.1, high: 1.4 } });
    expect(pue?.low).toBeCloseTo(1.1, 12);
    expect(pue?.high).toBeCloseTo(1.4, 12);
  });

  test('the PUE that metered energy of the facility holds', () => {
    expect(
      resultOf({ ...run, energyKwh: 500, energyScope: 'facility', pue: 1.3 }).pue,
    ).toMatchObject({
      value: 1.3,
      rung: 'metered',
      isInEnergy: true,
    });
    expect(resultOf({ ...run, energyKwh: 500, energyScope: 'it', pue: 1.3 }).pue).toMatchObject({
      value: 1.3,
      rung: 'given',
      isInEnergy: false,
    });
  });

  test('a method’s own PUE, without a range; none where it counts none', () => {
    expect(resultOf({ ...run, method: 'green-algorithms-2021' }).pue).toEqual({
      value: 1.12,
      sourceId: 'lannelongue-2021',
      year: null,
      rung: 'method',
      isInEnergy: false,
    });
    expect(resultOf({ ...run, method: 'green-algorithms-2021', pue: 1.3 }).pue).toMatchObject({
      value: 1.3,
      rung: 'given',
    });
    expect(resultOf({ ...run, method: 'lacoste-2019' }).pue).toBeNull();
    expect(resultOf({ ...run, method: 'codecarbon-constant' }).pue).toBeNull();
  });

  test('overhead, water, life and use, with sources and ranges', () => {
    const { overheadFactor, wueLPerKwh, gridWaterLPerKwh, serviceLifeYears, averageUse } =
      resultOf(run);
    for (const one of [
      overheadFactor,
      wueLPerKwh,
      gridWaterLPerKwh,
      serviceLifeYears,
      averageUse,
    ]) {
      expect(one?.sourceId).toEqual(expect.any(String));
      expect(one?.low).toBeLessThan(one?.value ?? 0);
      expect(one?.high).toBeGreaterThan(one?.value ?? 0);
    }
    expect(overheadFactor?.low).toBeGreaterThan(1);
    expect(serviceLifeYears?.value).toBe(5);
    expect(averageUse?.value).toBe(0.6);
  });

  test('null where the method counts none', () => {
    expect(resultOf({ ...run, method: 'lacoste-2019' })).toMatchObject({
      overheadFactor: null,
      wueLPerKwh: null,
      gridWaterLPerKwh: null,
      serviceLifeYears: null,
      averageUse: null,
    });
    // The standard's own lifespan, and time reserved over it.
    const sci = resultOf({ ...run, method: 'sci' });
    expect([sci.serviceLifeYears?.value, sci.averageUse?.value]).toEqual([4, 1]);
  });

  test('no range where the method has none', () => {
    const { wueLPerKwh, pue } = resultOf({ ...run, method: 'cloud-carbon-footprint' });
    expect(wueLPerKwh).toBeNull();
    expect(pue).not.toHaveProperty('low');
  });
});

describe('every factor', () => {
  test.each([
    TWO,
    { ...TWO, idle: { hours: 3 }, repeats: { value: 3, low: 2, high: 4 } },
    { ...TWO, method: 'codecarbon-constant', pue: 1.3 },
    { ...TWO, method: 'mlco2-compat' },
    { hours: 10, instance: 'a2-highgpu-8g', marketBasedIntensityGPerKwh: 10 },
    { energyKwh: 100, energyScope: 'facility' },
  ])('is what the receipt lists before any arithmetic: %j', (input) => {
    const run = runOf(input);
    const { receipt } = estimate(run);
    const lines = receipt.filter(
      ({ step, formula, from }) =>
        formula === '' && from.length === 0 && step !== 'offset-fraction',
    );
    const { factors } = estimate(run, { receipt: false });
    expect(
      factors.map(({ name, value, unit, kind, sourceId, note }) => ({
        step: name,
        value,
        unit,
        kind,
        sourceId,
        note,
      })),
    ).toEqual(
      lines.map(({ step, value, unit, kind, sourceId, note }) => ({
        step,
        value,
        unit,
        kind,
        sourceId,
        note,
      })),
    );
  });
});

describe('where it ran', () => {
  const placed = (place: object) => resultOf({ hours: 1, hardware: [A100], place });

  test('a named site by its name, city and country; whoever rents it out is the provider', () => {
    expect(placed({ site: 'Jean Zay' }).location).toEqual({
      site: 'Jean Zay',
      provider: null,
      region: null,
      city: 'Orsay',
      zone: 'FR',
      country: 'FR',
      name: 'France',
    });
    expect(placed({ site: 'colab' }).location).toEqual({
      site: 'Google Colab',
      provider: 'Google Cloud',
      region: null,
      city: null,
      zone: null,
      country: null,
      name: null,
    });
    expect(placed({ site: 'nebius' }).location).toMatchObject({ provider: 'Nebius' });
  });

  test('a provider in a country', () => {
    expect(placed({ provider: 'AWS', country: 'Germany' }).location).toEqual({
      site: null,
      provider: 'Amazon Web Services',
      region: null,
      city: null,
      zone: 'DE',
      country: 'DE',
      name: 'Germany',
    });
  });

  test('is resolved to ids, and parses again to itself', () => {
    expect(placed({ site: 'IDRIS' }).run.place).toEqual({ site: 'jean-zay' });
    const { run } = placed({ provider: 'AWS', country: 'Germany' });
    expect(run.place).toEqual({ provider: 'aws', country: 'DE' });
    expect(parseRun(run)).toEqual({ ok: true, run });
  });

  test('a place that is not told is warned of, not one that is coarse', () => {
    const codes = (place: object) => placed(place).warnings.map(({ code }) => code);
    expect(codes({ site: 'kaggle' })).toContain('place-not-known');
    expect(codes({ site: 'kaggle' })).not.toContain('intensity-coarse');
    expect(codes({ site: 'exoscale' })).toContain('intensity-coarse');
    expect(codes({ site: 'lumi' })).not.toContain('place-not-known');
  });

  test('a named site is not taken for a cluster of one’s own', () => {
    const said = (place: object) => (placed(place).assumed ?? []).map(({ code }) => code);
    expect(said({ country: 'FR' })).toContain('stands-in-own-cluster');
    expect(said({ site: 'jean-zay' })).not.toContain('stands-in-own-cluster');
    expect(said({ provider: 'gcp', country: 'FR' })).not.toContain('stands-in-own-cluster');
  });

  test('the lowest region of a provider is offered though the run’s is not told', () => {
    const { alternatives } = placed({ provider: 'gcp', country: 'US' });
    expect(alternatives?.sameProvider?.provider).toBe('gcp');
    expect(placed({ site: 'jean-zay' }).alternatives?.sameProvider).toBeNull();
  });
});
