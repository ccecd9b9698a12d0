import type { Amount, EstimateResult, Run } from '@ml-emissions/model';
import { pricerOf, quantitiesOf, shapeOf } from '@ml-emissions/rates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculator } from './full.ts';

const { compare, estimate, estimateProject, parseProject, parseRun, ratesOf } = calculator;

const LLAMA = {
  model: { parameters: 7e9, tokens: 2e12 },
  work: 'llm-training',
  hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 512 }],
  place: { country: 'FR' },
} as const;

function run(input: object): Run {
  const parsed = parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
}
function problemsOf(input: object) {
  const parsed = parseRun(input);
  return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${code} ${field}`);
}

describe('a planned run', () => {
  test('is the run of the hours that it is planned at, with their range', () => {
    const planned = estimate(run(LLAMA));
    const { hours } = planned.plan ?? {};
    if (!hours) throw new Error('no hours');
    const { model: _, ...rest } = LLAMA;
    const timed = estimate(run({ ...rest, hours }));
    expect(planned.operational.kgCo2e.value).toBeCloseTo(timed.operational.kgCo2e.value, 6);
    for (const end of ['low', 'high'] as const) {
      const [one = 0, other = 1] = [planned, timed].map(({ total }) => total.kgCo2e[end]);
      expect(one / other).toBeCloseTo(1, 9);
    }
    expect(timed.plan).toBeNull();
  });

  test('keeps what it was told, and is planned anew when it is read again', () => {
    const planned = estimate(run(LLAMA));
    expect(planned.run.hours).toBeUndefined();
    expect(planned.run.model).toEqual(LLAMA.model);
    expect(estimate(run(JSON.parse(JSON.stringify(planned.run))))).toEqual(planned);
  });

  test('says in its receipt how its time was found, and what would settle it', () => {
    const { receipt, sensitivity } = estimate(run(LLAMA));
    const step = receipt.find(({ step: name }) => name === 'planned-hours');
    expect(step).toMatchObject({ kind: 'modeled', unit: 'h' });
    expect(step?.note).toContain('6 x 7 billion parameters x 2 trillion tokens at 34 % of 312');
    expect(sensitivity[0]).toMatchObject({
      factor: 'planned-hours',
      field: '/tokensPerSecondPerAccelerator',
    });
  });

  test('of chips that are not counted is one of chip-hours; more chips only share it out', () => {
    const kwh = (count: number | undefined) =>
      estimate(run({ ...LLAMA, hardware: [{ ...LLAMA.hardware[0], count }] })).energyKwh;
    expect(kwh(undefined).value / kwh(512).value).toBeCloseTo(1, 9);
    expect(kwh(8).value / kwh(512).value).toBeCloseTo(1, 9);
    expect(kwh(undefined).parts.accelerators).toBeCloseTo(kwh(8).parts.accelerators, 6);
  });

  test('of several trials is planned once and run as often', () => {
    const once = estimate(run(LLAMA));
    const thrice = estimate(run({ ...LLAMA, repeats: 3 }));
    expect(thrice.plan?.deviceHours).toEqual(once.plan?.deviceHours);
    expect(thrice.energyKwh.value).toBeCloseTo(3 * once.energyKwh.value, 6);
  });

  test('in a machine or a slice is one of its chips', () => {
    const { hardware: _, ...rest } = LLAMA;
    const rented = { ...rest, place: { provider: 'aws', region: 'us-east-1' } };
    const p4 = estimate(run({ ...rented, instance: 'p4d.24xlarge', instanceCount: 2 })).plan;
    expect((p4?.deviceHours.value ?? 0) / (p4?.hours?.value ?? 1)).toBeCloseTo(16, 9);
    const slice = estimate(run({ ...rest, slice: 'v3-256' })).plan;
    expect((slice?.deviceHours.value ?? 0) / (slice?.hours?.value ?? 1)).toBeCloseTo(128, 9);
  });

  const size = fc.double({ min: 1e6, max: 1e13, noNaN: true });
  test('emits more for more tokens and for more parameters, in proportion', () => {
    const kg = (parameters: number, tokens: number) =>
      estimate(run({ ...LLAMA, model: { parameters, tokens }, work: 'other' }), {
        receipt: false,
        alternatives: false,
      }).operational.kgCo2e.value;
    fc.assert(
      fc.property(size, size, (parameters, tokens) => {
        expect(kg(parameters, 2 * tokens) / kg(parameters, tokens)).toBeCloseTo(2, 9);
        expect(kg(3 * parameters, tokens) / kg(parameters, tokens)).toBeCloseTo(3, 9);
      }),
      { numRuns: 20 },
    );
  });

  test('of a class shares its speed with the others: together they are as unsure as one', () => {
    const parsed = parseProject({ defaults: LLAMA, runs: [{}, {}, {}, {}] });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { energyKwh } = estimateProject(parsed.project);
    const one = estimate(run(LLAMA)).energyKwh;
    const ratio = (q: { value: number; high?: number }) => (q.high ?? 0) / q.value;
    expect(ratio(energyKwh)).toBeGreaterThan(0.9 * ratio(one));
  });

  test('has the rates of its shape: with its hours they give its figures', () => {
    for (const model of [LLAMA.model, { parameters: 2e7, tokens: 1e11 }]) {
      const plan = run({ ...LLAMA, model });
      const { operational, plan: time } = estimate(plan);
      const rates = ratesOf(shapeOf(plan));
      const hours = time?.hours as Amount;
      const found =
        rates && pricerOf(rates)({ ...quantitiesOf(plan), '/hours': hours }, 'operationalKgCo2e');
      const { value, low = 0, high = 0 } = operational.kgCo2e;
      expect(found).toEqual({
        value: expect.closeTo(value, 9),
        low: expect.closeTo(low, 9),
        high: expect.closeTo(high, 9),
      });
    }
  });
});

describe('what can hardly be meant', () => {
  const codes = (more: object) => estimate(run({ ...LLAMA, ...more })).warnings.map((w) => w.code);
  test.each<[object, string[]]>([
    [{}, []],
    // 7 billion parameters x 16 bytes are 112 GB
    [{ hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 1 }] }, ['memory-too-small']],
    [{ precision: 'bf16' }, []],
    [{ precision: 'fp8' }, ['precision-not-had']],
    [{ precision: 'fp8', hardware: [{ accelerator: 'nvidia-h100-sxm5-80gb', count: 512 }] }, []],
    [{ precision: 'fp8', hours: 430 }, []],
    [{ tokensPerSecondPerAccelerator: 3000 }, []],
    [{ tokensPerSecondPerAccelerator: 8000 }, ['mfu-unlikely']],
    [{ hours: 430 }, []],
    // 8.4e22 FLOP on 512 chips of 312 TFLOP/s take 146 h at their peak
    [{ hours: 140 }, ['mfu-unlikely']],
    [{ hours: 40_000 }, ['mfu-unlikely']],
    [
      { deviceHours: 70_000, hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb' }] },
      ['mfu-unlikely'],
    ],
  ])('%j: %j', (more, expected) => {
    expect(codes(more).filter((code) => /^(mfu|memory|precision)/.test(code))).toEqual(expected);
  });
});

describe('what a plan is refused for, at its field', () => {
  const { model } = LLAMA;
  test.each<[object, string[]]>([
    [{ model: { parameters: 7e9 } }, ['missing /hours']],
    [{ model: { ...model, tokens: 0 } }, ['out-of-range /model/tokens']],
    [{ mfu: 1.3 }, ['out-of-range /mfu']],
    [{ model: { ...model, activeParameters: 8e9 } }, ['conflict /model/activeParameters']],
    [{ model: { ...model, trainedParameters: 8e9 } }, ['conflict /model/trainedParameters']],
    [
      { model: { ...model, architecture: 'mixture-of-experts' } },
      ['missing /model/activeParameters'],
    ],
    [{ hours: 3, mfu: 0.4 }, ['conflict /mfu']],
    [
      { energyKwh: 3, tokensPerSecondPerAccelerator: 100 },
      ['conflict /tokensPerSecondPerAccelerator'],
    ],
    [{ samplesPerSecondPerAccelerator: 100 }, ['conflict /samplesPerSecondPerAccelerator']],
    [{ phase: 'inference' }, ['missing /hours']],
    [
      { hardware: [{ accelerator: { name: 'mine', tdpW: 300 }, count: 8 }] },
      ['missing /hardware/0/accelerator/peakTflops'],
    ],
    [{ edition: '2026.1' }, ['missing /edition']],
    [
      { hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb' }], host: { powerW: 300 } },
      ['missing /hardware/0/count'],
    ],
  ])('%j', (more, expected) => {
    expect(problemsOf({ ...LLAMA, ...more }).sort()).toEqual(expected.sort());
  });
});

describe('other choices for a planned run', () => {
  test('on other chips it is planned anew, and half the tokens are half of it', () => {
    const answer = compare(run(LLAMA), {
      accelerators: ['H100 SXM5 80GB', 'Quadro P2000'],
      tokens: [0.5],
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const { options, here } = answer.comparison;
    const half = options.find(({ lever }) => lever === 'tokens');
    expect(half?.kgCo2e.value).toBeCloseTo(here.kgCo2e.value / 2, 6);
    expect(half).toMatchObject({ name: '0.5 times the tokens', isLikelyLower: true });
    const h100 = options.find(({ name }) => name === 'NVIDIA H100 SXM5 80GB');
    const chipHours = 8.4e22 / (989.4e12 * 0.24 * 3600);
    expect(h100?.hours).toBeCloseTo(chipHours / 512, 6);
    expect(h100?.said).toEqual({ code: 'planned-anew', memory: null });
    // Both kinds of chip are unsure by themselves.
    expect((h100?.ratio.high ?? 0) / (h100?.ratio.low ?? 1)).toBeGreaterThan(4);
  });

  test('chips of one family are not told apart for being of one', () => {
    const answer = compare(
      run({ ...LLAMA, hardware: [{ accelerator: 'nvidia-h100-sxm5-80gb', count: 64 }] }),
      { accelerators: ['NVIDIA B200 SXM (HGX/DGX B200)'] },
    );
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const [b200] = answer.comparison.options;
    expect(b200?.isLikelyLower).toBe(false);
    expect((b200?.ratio.high ?? 0) / (b200?.ratio.low ?? 1)).toBeGreaterThan(4);
  });

  test('a chip with less memory than the model needs says so', () => {
    const few = run({ ...LLAMA, hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 8 }] });
    const answer = compare(few, { accelerators: ['T4', 'H100 SXM5 80GB'] });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const noteOf = (name: string) =>
      answer.comparison.options.find((one) => one.name === name)?.note ?? '';
    // 112 GB of states; 8 x 16 GB hold them, half as many do not.
    expect(noteOf('NVIDIA H100 SXM5 80GB')).not.toContain('may not fit');
    const two = compare(
      run({ ...LLAMA, hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 4 }] }),
      { accelerators: ['T4'] },
    );
    if (!two.ok) throw new Error(JSON.stringify(two.problems));
    expect(two.comparison.options[0]?.note).toContain('112 GB and the chips have 64 GB');
  });

  test('what was seen of one chip tells the time on another by their peaks', () => {
    const seen = run({ ...LLAMA, tokensPerSecondPerAccelerator: 3000 });
    const answer = compare(seen, { accelerators: ['H100 SXM5 80GB'] });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const [h100] = answer.comparison.options;
    const hours = 2e12 / 3000 / 3600 / 512;
    expect(h100?.hours).toBeCloseTo((hours * 312) / 989.4, 6);
  });

  test('a run that is not planned by its tokens has no half of them', () => {
    const timed = run({ ...LLAMA, hours: 10 });
    const answer = compare(timed, { tokens: [0.5] });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    expect(answer.comparison.skipped).toMatchObject([{ name: '0.5 times the tokens' }]);
  });
});

test('a training is not put on chips of laptops and edge devices, but by name', () => {
  const parsed = parseRun(LLAMA);
  if (!parsed.ok) throw new Error('not a run');
  const namesOf = (accelerators: true | readonly string[]) => {
    const compared = compare(parsed.run, { accelerators });
    if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
    return compared.comparison.options.map(({ name }) => name).join('\n');
  };
  expect(namesOf(true)).toContain('H100');
  expect(namesOf(true)).not.toMatch(/Jetson|Laptop/);
  expect(namesOf(['Jetson AGX Orin 64GB'])).toContain('Jetson');
});

describe('what led to a run', () => {
  const PLANNED = {
    model: { parameters: 7e9, tokens: 2e11 },
    hardware: [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 64 }],
    place: { country: 'FR' },
  };
  const kgOf = (input: object) => {
    const parsed = parseRun(input);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return estimate(parsed.run, { alternatives: false });
  };

  test('is counted with it as so many whole runs, and said', () => {
    const development = { trials: 40, trialShare: 0.1, failed: 0.5 };
    const [with_, repeated] = [{ development }, { repeats: 5.5 }].map((more) =>
      kgOf({ ...PLANNED, ...more }),
    ) as [EstimateResult, EstimateResult];
    expect(with_.total.kgCo2e).toEqual(repeated.total.kgCo2e);
    expect(with_.development).toEqual([]);
    expect(with_.boundary.excluded.map(({ item }) => item)).not.toContain('development');
    const times = with_.receipt.find(({ step }) => step === 'repeats');
    expect(times?.note).toContain('4 of a search (40 trials, at random), 0.5 of failed runs');
  });

  test('takes less by successive halving', () => {
    const of = (strategy: string) =>
      kgOf({ ...PLANNED, development: { trials: 40, trialShare: 0.1, strategy } });
    const ratio = of('successive-halving').energyKwh.value / of('grid').energyKwh.value;
    // 1 + 0.1 x (1 + log3(40) x 2 / 3) whole runs against 5.
    expect(ratio).toBeCloseTo((1 + 0.1 * (1 + (Math.log(40) / Math.log(3)) * (2 / 3))) / 5, 9);
  });

  test.each([
    [{ trialShare: 0.1 }, {}, 'missing /development/trials'],
    [{ strategy: 'grid' }, {}, 'missing /development/trials'],
    [{ trials: 0 }, {}, 'out-of-range /development/trials'],
    [{ trials: 9, trialShare: 1.2 }, {}, 'out-of-range /development/trialShare'],
    [{ trials: 9, reductionFactor: 3 }, {}, 'conflict /development/reductionFactor'],
    [{ failed: 1 }, { phase: 'failed' }, 'conflict /development'],
    [{ failed: 1 }, { phase: 'inference' }, 'conflict /development'],
  ])('%j of %j is refused: %s', (development, more, found) => {
    const input: object = { ...PLANNED, ...more, hours: 3, development };
    const parsed = parseRun(input);
    const problems = parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${code} ${field}`);
    expect(problems).toContain(found);
  });

  test('of a project’s defaults is taken by final runs alone', () => {
    const service = { requests: 1e6, outputTokensPerRequest: 300 };
    const { hardware, place, model } = PLANNED;
    const parsed = parseProject({
      defaults: { development: { failed: 0.5 }, hardware, place, model },
      runs: [{}, { phase: 'evaluation', hours: 3 }, { service, model: { parameters: 7e9 } }],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.project.runs.map(({ development }) => development?.failed)).toEqual([
      0.5,
      undefined,
      undefined,
    ]);
  });
});
