import type { RunInput } from '@ml-emissions/schema';
import { massFromText } from '@ml-emissions/schema';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { check, parseRun } = calculator;

function parsedRun(input: unknown) {
  const parsed = parseRun(input as RunInput);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
}
const checked = (input: unknown, kgCo2e: number) => check(parsedRun(input), { kgCo2e });
const codes = (input: unknown, kg: number) => checked(input, kg).findings.map(({ code }) => code);

const llama33 = {
  hardware: [{ accelerator: 'H100 SXM5 80GB' }],
  deviceHours: 7_000_000,
  place: { country: 'US' },
};
const turna = { slice: 'v3-8', hours: 400, carbonIntensityGPerKwh: 569 };

test('a card that is 157 times too low implies a grid that does not exist', () => {
  const { holds, implied } = checked(llama33, 12_900);
  expect(holds).toBe(false);
  expect(implied.carbonIntensityGPerKwh).toBeLessThan(5);
  expect(codes(llama33, 12_900)).toContain('intensity-implausible');
});

test('the same hours with the figure of the model before it hold', () => {
  expect(checked(llama33, 2_040_000).holds).toBe(true);
});

test('what a model in use answers is neither the power of its chips nor their count times anything', () => {
  const served = {
    model: { parameters: 70e9 },
    service: { requests: 1e6, per: 'day', outputTokensPerRequest: 300, concurrency: 32 },
    hardware: [{ accelerator: 'H100 SXM5 80GB', count: 8 }],
    place: { country: 'FR' },
  };
  const { holds, implied, findings } = checked(served, 10);
  expect(holds).toBe(false);
  expect(implied).toMatchObject({ wholePowerWPerChip: null, deviceCount: null });
  expect(implied.energyKwh).toBeGreaterThan(0);
  expect(findings.map(({ code }) => code).join(' ')).not.toMatch(/count|power/);
});

test('a card that counted a slice of four chips as one fits once it is counted', () => {
  expect(checked(turna, 64.52).holds).toBe(false);
  expect(codes(turna, 64.52)).toContain('count-forgotten');
});

test.each([
  [
    'processors',
    { host: { cpu: 'EPYC 7742', cpuCount: 2 }, hours: 1000, place: { country: 'PL' } },
  ],
  [
    'a rented machine without chips',
    { instance: 'm5.4xlarge', hours: 100, place: { provider: 'aws', region: 'us-east-1' } },
  ],
  [
    'chips that were metered',
    {
      hardware: [{ accelerator: 'L4' }],
      energyKwh: 5,
      energyScope: 'accelerators',
      place: { country: 'PL' },
    },
  ],
])('of %s all that lies in the range holds: no rating says what they can draw', (_, run) => {
  const { low = 0, high = 0, value } = checked(run, 1).estimate.kgCo2e;
  for (const kg of [
    low * 1.001,
    Math.sqrt(low * value),
    value,
    Math.sqrt(value * high),
    high * 0.999,
  ])
    expect(checked(run, kg).holds).toBe(true);
  expect(checked(run, high * 3).holds).toBe(false);
});

test('tonnes written for kilograms are taken for a slip of the unit', () => {
  const run = {
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
    hours: 100,
    place: { country: 'DE' },
  };
  const { estimate } = checked(run, 1);
  expect(codes(run, estimate.kgCo2e.value / 1000)).toContain('unit-slip');
  expect(codes(run, estimate.kgCo2e.value * 1000)).toContain('unit-slip');
});

test('a figure that repeats a method of others is told to, and holds', () => {
  const run = {
    hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
    hours: 100,
    carbonIntensityGPerKwh: 100,
  };
  expect(codes(run, 24)).toContain('repeats-a-method');
  expect(checked(run, 24).holds).toBe(true);
});

describe('a claim that may count something else', () => {
  const norway = {
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
    hours: 100,
    place: { country: 'NO' },
  };

  test.each(['lifecycle', 'direct'] as const)(
    'Scope 2 and the whole, of a run in %s scope',
    (scope) => {
      const run = { ...norway, scope };
      const other = scope === 'direct' ? 'lifecycle' : 'direct';
      const kg = checked({ ...norway, scope: other }, 1).estimate.kgCo2e.value;
      const { holds, findings } = checked(run, kg);
      expect(holds).toBe(true);
      expect(findings.map(({ said }) => said)).toContainEqual(
        expect.objectContaining({ code: 'fits-boundary', boundary: other }),
      );
      expect(findings.map(({ code }) => code)).not.toContain('intensity-implausible');
    },
  );

  test('manufacture with it', () => {
    const { estimate } = checked(norway, 1);
    const kg = (estimate.kgCo2e.high ?? 0) * 1.2;
    const { holds, findings } = checked(norway, kg);
    expect(holds).toBe(false);
    expect(findings.map(({ said }) => said)).toContainEqual(
      expect.objectContaining({ code: 'fits-boundary', boundary: 'with-manufacture' }),
    );
  });

  test('what is within the range of the estimate needs no other reading', () => {
    const { estimate } = checked(norway, 1);
    const found = codes(norway, estimate.kgCo2e.value);
    expect(found).toContain('within-range');
    expect(found).not.toContain('fits-boundary');
  });

  test('where a grid’s scope is not told, there is no other', () => {
    const run = { ...norway, place: undefined, carbonIntensityGPerKwh: 30 };
    const { estimate } = checked(run, 1);
    expect(codes(run, estimate.kgCo2e.value / 50)).not.toContain('fits-boundary');
  });
});

test('where nothing is emitted, no claim but 0 holds', () => {
  const run = {
    hardware: [{ accelerator: 'A100-SXM4-80GB' }],
    hours: 1,
    carbonIntensityGPerKwh: 0,
  };
  const { ratio, holds, implied } = checked(run, 5);
  expect(ratio).toBeNull();
  expect(holds).toBe(false);
  expect(JSON.stringify(implied)).not.toContain('NaN');
});

describe('what a claim implies is tested within the range too', () => {
  test.each([
    ['7 M H100-hours in the United States', llama33, 11_390_000],
    [
      'an RTX 2080 Ti that would draw more than four times its rating',
      { hardware: [{ accelerator: 'RTX 2080 Ti' }], hours: 1000, place: { country: 'US' } },
      650,
    ],
  ])('%s: no grid there and no such chip explains it', (_, run, kg) => {
    const { holds, findings, estimate, implied, plausible } = checked(run, kg);
    // Where a country's range no longer reaches so far, the claim lies outside of it, and the tests say the same.
    const isWithin = kg <= (estimate.kgCo2e.high ?? 0);
    const found = findings.map(({ code }) => code);
    expect(found.includes('no-input-explains')).toBe(isWithin);
    expect(found).toEqual(expect.arrayContaining(['intensity-implausible', 'power-implausible']));
    expect(holds).toBe(false);
    const { high } = plausible.carbonIntensityGPerKwh ?? { high: Number.NaN };
    expect(implied.carbonIntensityGPerKwh).toBeGreaterThan(high);
    expect(high).toBeGreaterThan(800);
    expect(high).toBeLessThan(1000);
  });

  test('a given grid can be what its own range says, side by side', () => {
    const carbonIntensityGPerKwh = { value: 1500, low: 800, high: 1600 };
    const { plausible } = checked({ energyKwh: 10, energyScope: 'it', carbonIntensityGPerKwh }, 15);
    expect(plausible.carbonIntensityGPerKwh?.high).toBeCloseTo(1600, 9);
  });

  test('an estimate never contradicts itself, wherever it runs', () => {
    const runs = [
      llama33,
      turna,
      {
        hardware: [{ accelerator: 'T4' }],
        hours: 10,
        place: { provider: 'gcp', region: 'us-central1' },
      },
      { energyKwh: 10, energyScope: 'it', place: { country: 'CA' } },
      { hardware: [{ accelerator: 'T4' }], hours: 10, place: { site: 'colab' } },
      { hardware: [{ accelerator: 'T4' }], hours: 10, carbonIntensityGPerKwh: 0 },
      { host: { cpu: 'EPYC 7742' }, hours: 1, place: { country: 'FR' } },
    ];
    for (const run of runs) {
      const { value } = checked(run, 1).estimate.kgCo2e;
      const { holds, findings } = checked(run, value);
      expect(holds, JSON.stringify(run)).toBe(true);
      expect(findings.filter(({ code }) => code.endsWith('implausible'))).toEqual([]);
    }
  });

  test('a mean over a country may be that of any of its areas', () => {
    const run = { energyKwh: 1e6, energyScope: 'facility', place: { country: 'US' } };
    expect(checked(run, 850_000).findings.map(({ code }) => code)).not.toContain(
      'intensity-implausible',
    );
    expect(codes(run, 1_200_000)).toContain('intensity-implausible');
    expect(checked(run, 1_200_000).holds).toBe(false);
  });

  test('less than one chip is none', () => {
    expect(codes({ ...turna, carbonIntensityGPerKwh: 500 }, 0.02)).toContain('count-implausible');
  });
});

describe('slips are tried together', () => {
  test('count and the site’s own power', () => {
    const { findings } = checked(turna, 64.52);
    expect(findings[0]?.said).toEqual({
      code: 'slips-together',
      chips: 4,
      slip: null,
      method: 'mlco2-compat',
      sitePowerW: 283,
    });
  });

  test('count, unit and the site’s own power', () => {
    const run = {
      hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
      hours: 1000,
      carbonIntensityGPerKwh: 570,
    };
    // The site's 250 W x 1000 h x 0.57 kg/kWh, of one chip, and t for kg.
    expect(checked(run, 0.1425).findings[0]?.said).toEqual({
      code: 'slips-together',
      chips: 8,
      slip: 'too-low',
      method: 'mlco2-compat',
      sitePowerW: 250,
    });
  });

  test('count and unit into the range, where neither does alone', () => {
    const run = {
      hardware: [{ accelerator: 'A100-SXM4-80GB', count: 64 }],
      hours: 100,
      carbonIntensityGPerKwh: 400,
    };
    const { value } = checked(run, 1).estimate.kgCo2e;
    expect(checked(run, value / 64 / 1000).findings.map(({ said }) => said)).toContainEqual(
      expect.objectContaining({ chips: 64, slip: 'too-low', sitePowerW: null }),
    );
  });
});

describe('a claimed range', () => {
  const run = { ...turna, hours: 400 };
  const { low = 0, value, high = 0 } = checked(run, 1).estimate.kgCo2e;
  const of = (from: number, to: number) => {
    const parsed = parseRun(run);
    if (!parsed.ok) throw new Error('no run');
    return check(parsed.run, { kgCo2e: (from + to) / 2, low: from, high: to });
  };

  test('cannot be excluded where any of it lies in the range of the estimate', () => {
    expect(of(high * 0.99, high * 9).holds).toBe(true);
    expect(of(low / 9, low * 1.01).holds).toBe(true);
    expect(of(value / 99, value * 99).holds).toBe(true);
    expect(of(high * 1.1, high * 9).holds).toBe(false);
  });

  test('is told back as it was claimed', () => {
    expect(of(1, 3)).toMatchObject({ claimedKgCo2e: 2, claimed: { value: 2, low: 1, high: 3 } });
    expect(checked(run, 5).claimed).toEqual({ value: 5 });
  });
});

describe('a claim as it is written', () => {
  const metered = (carbonIntensityGPerKwh: number) => ({
    energyKwh: 2772,
    energyScope: 'facility',
    carbonIntensityGPerKwh,
  });
  const claimed = (input: unknown, text: string) => {
    const mass = massFromText(text);
    if (!mass) throw new Error(text);
    const { value: kgCo2e, ...rest } = mass;
    return check(parsedRun(input), { kgCo2e, ...rest });
  };

  test.each([
    [385, '1.1 t'], // 1,067 kg
    [385, '1,100 kg'],
    [385, '1,067 kg'],
    [385, '1.1-1.5 t'],
    [385, '1 t'],
    [2.7056, '7.4 kg'], // 7.4999 kg
    [2.7056, '7.5 kg'],
  ])('what %d g/kWh emit holds as %s', (gPerKwh, text) => {
    const { holds, findings } = claimed(metered(gPerKwh), text);
    const codes = findings.map(({ code }) => code);
    // Where only its rounding reaches the range, that is what is said.
    expect(
      codes.filter((code) => code === 'within-range' || code === 'claim-rounded'),
    ).toHaveLength(1);
    expect(holds).toBe(true);
  });

  test.each(['1.2 t', '1,100.0 kg', '1.10 t', '1,140 kg', '1.12-1.5 t'])(
    'digits that do not round from it do not: %s',
    (text) => {
      expect(claimed(metered(385), text).holds).toBe(false);
    },
  );

  test('that only its rounding makes it hold is told', () => {
    const said = (text: string) => claimed(metered(385), text).findings.map(({ said }) => said);
    expect(said('1.1 t')).toContainEqual({ code: 'claim-rounded', lowKg: 1050, highKg: 1150 });
    expect(said('1,067 kg').map(({ code }) => code)).not.toContain('claim-rounded');
    expect(said('1.2 t').map(({ code }) => code)).not.toContain('claim-rounded');
  });

  test('what it implies is of the digits that are written', () => {
    const { implied } = claimed(metered(385), '1.1 t');
    expect(implied.carbonIntensityGPerKwh).toBeCloseTo(1.1e6 / 2772, 9);
  });

  test('a figure of another method may be rounded too', () => {
    const run = {
      hardware: [{ accelerator: 'A100-SXM4-80GB' }],
      hours: 10,
      place: { country: 'US' },
    };
    const site = calculator
      .explain(parsedRun(run))
      .methods.find(({ method }) => method === 'lacoste-2019');
    const kg = site?.operationalKgCo2e?.value ?? 0;
    const text = `${Number(kg.toPrecision(2))} kg`;
    expect(claimed(run, text).findings.map(({ said }) => said)).toContainEqual({
      code: 'repeats-a-method',
      method: 'lacoste-2019',
    });
  });
});

describe('why a claim does not hold', () => {
  const given = {
    hardware: [{ accelerator: 'H100 SXM5', count: 8 }],
    hours: 100,
    energyKwh: 1000,
    energyScope: 'facility',
    carbonIntensityGPerKwh: 69.3,
  };

  test('where grid and energy are told, it is what they would have to be instead', () => {
    const { findings, implied, taken } = checked(given, 64.7);
    expect(implied.carbonIntensityGPerKwh).toBeCloseTo(64.7, 9);
    expect(taken.carbonIntensityGPerKwh).toBe(69.3);
    expect(implied.energyKwh).toBeCloseTo(64_700 / 69.3, 9);
    expect(taken.energyKwh).toBe(1000);
    expect(findings.map(({ said }) => said)).toContainEqual({
      code: 'inputs-differ',
      gPerKwh: implied.carbonIntensityGPerKwh,
      takenGPerKwh: 69.3,
      energyKwh: implied.energyKwh,
      takenEnergyKwh: 1000,
    });
  });

  test('nothing is said of watts and chips where energy was metered', () => {
    for (const kg of [1, 64.7, 69.3, 5000]) {
      const { findings, implied, plausible, taken } = checked(given, kg);
      expect(implied).toMatchObject({ wholePowerWPerChip: null, deviceCount: null });
      expect(plausible.wholePowerWPerChip).toBeNull();
      expect(taken).toMatchObject({ wholePowerWPerChip: null, deviceCount: null });
      const found = findings.map(({ code }) => code);
      expect(found).not.toContain('power-implausible');
      expect(found).not.toContain('count-implausible');
    }
  });

  test('what cannot be is reason enough', () => {
    expect(codes(given, 5000)).toContain('intensity-implausible');
    expect(codes(given, 5000)).not.toContain('inputs-differ');
  });

  test('a claim that holds lacks no reason', () => {
    expect(codes(given, 69.3)).not.toContain('inputs-differ');
  });

  test('what was taken is the estimate’s own', () => {
    const { taken, implied, estimate } = checked(llama33, 2_040_000);
    const share = 2_040_000 / estimate.kgCo2e.value;
    expect((taken.carbonIntensityGPerKwh ?? 0) * share).toBeCloseTo(
      implied.carbonIntensityGPerKwh ?? 0,
      9,
    );
    expect((taken.wholePowerWPerChip ?? 0) * share).toBeCloseTo(implied.wholePowerWPerChip ?? 0, 9);
  });
});

describe('a project', () => {
  const projectOf = (runs: readonly unknown[]) => {
    const parsed = calculator.parseProject({ runs: runs as RunInput[] });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.project;
  };

  test('of one run is checked as that run', () => {
    for (const kgCo2e of [64.52, 400, 1, 9000]) {
      const { run: _, ...one } = checked(turna, kgCo2e);
      const { project: __, ...whole } = calculator.checkProject(projectOf([turna]), { kgCo2e });
      expect(whole).toEqual(one);
    }
  });

  test('is checked by the sum of its runs', () => {
    const project = projectOf([turna, { ...turna, hours: 800, carbonIntensityGPerKwh: 100 }]);
    const { operational } = calculator.estimateProject(project);
    const { estimate, holds, ratio, implied } = calculator.checkProject(project, {
      kgCo2e: operational.kgCo2e.value,
    });
    expect(estimate.kgCo2e.value).toBeCloseTo(operational.kgCo2e.value, 9);
    expect(estimate.kgCo2e.high).toBeCloseTo(operational.kgCo2e.high ?? 0, 9);
    expect(ratio).toBe(1);
    expect(holds).toBe(true);
    // A third of the energy at 569, two thirds at 100.
    expect(implied.carbonIntensityGPerKwh).toBeCloseTo((569 + 200) / 3, 9);
  });
});
