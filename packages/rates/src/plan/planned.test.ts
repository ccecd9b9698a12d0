import { Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { ownKeys } from '../question.ts';
import { current, defaultsBut, editionWith, paper, runOf, type Told } from '../testing.ts';
import { peakAt, peakNear } from './peak.ts';
import { type Planned, plannedRun } from './planned.ts';

const LLAMA = { parameters: 7e9, tokens: 2e12 };
const on = (accelerator: string, count?: number) => [
  { accelerator, ...(count === undefined ? {} : { count }) },
];
const A100 = 'nvidia-a100-sxm4-80gb';
const defined = (model: object) =>
  Object.fromEntries(Object.entries(model).filter(([, one]) => one !== undefined));
const untimed = { hours: undefined, deviceHours: undefined, energyKwh: undefined };

function planned(over: Told, edition = current): Planned {
  const found = plannedRun(edition, runOf({ ...untimed, ...over }), ownKeys);
  if (!found || 'field' in found) throw new Error(JSON.stringify(found));
  return found;
}
const refused = (over: Told, edition = current) =>
  plannedRun(edition, runOf({ ...untimed, ...over }), ownKeys);

describe('by the usual MFU', () => {
  test('of Ampere: FLOP / (312 TFLOP/s x 0.34)', () => {
    const { plan, time, run } = planned({ model: LLAMA, hardware: on(A100, 512) });
    const chipHours = 8.4e22 / (312e12 * 0.34 * 3600);
    expect(plan).toMatchObject({
      rung: 'mfu-usual',
      flop: 8.4e22,
      peakTflops: 312,
      precision: 'bf16',
    });
    expect(plan.deviceHours.value).toBeCloseTo(chipHours, 6);
    expect(plan.hours?.value).toBeCloseTo(chipHours / 512, 9);
    expect(time.value).toBeCloseTo(chipHours / 512, 9);
    expect(run.hours).toMatchObject({ value: expect.closeTo(chipHours / 512, 9) });
    expect((plan.deviceHours.high ?? 0) / plan.deviceHours.value).toBeCloseTo(1.53 ** Z_90, 9);
    expect(plan.mfu).toMatchObject({ value: 0.34 });
  });

  test('chips that are not counted: chip-hours alone', () => {
    const { plan, run } = planned({ model: LLAMA, hardware: on(A100) });
    expect(plan.hours).toBeNull();
    expect(run.hours).toBeUndefined();
    expect(run.deviceHours).toMatchObject({ value: plan.deviceHours.value });
  });

  test.each([
    ['nvidia-h100-sxm5-80gb', {}, 0.24],
    ['nvidia-b200-180gb', {}, 0.24],
    ['tpu-v4', {}, 0.27],
    ['nvidia-v100-sxm2-16gb', {}, 0.2],
    // 0.34 x (0.22 / 0.34)^(1 - 2 / 7)
    [A100, { activeParameters: 2e9 }, 0.34 * (0.22 / 0.34) ** (5 / 7)],
    [A100, { activeParameters: 6.999e9 }, 0.34 * (0.22 / 0.34) ** (1 / 7000)],
    [A100, { parameters: undefined, activeParameters: 2e9 }, 0.22],
    // A mixture is no faster than a dense model on the same chip.
    ['nvidia-v100-sxm2-16gb', { activeParameters: 2e9 }, 0.2],
    ['nvidia-h100-sxm5-80gb', { activeParameters: 7e9 }, 0.24],
  ])('%s, %j: %d', (accelerator, more, mfu) => {
    expect(
      planned({ model: defined({ ...LLAMA, ...more }), hardware: on(accelerator, 8) }).plan.mfu,
    ).toMatchObject({ value: expect.closeTo(mfu, 12) });
  });

  test('eight bits have twice the peak and less of it', () => {
    const wide = planned({ model: LLAMA, hardware: on('nvidia-h100-sxm5-80gb', 8) }).plan;
    const narrow = planned({
      model: LLAMA,
      precision: 'fp8',
      hardware: on('nvidia-h100-sxm5-80gb', 8),
    }).plan;
    expect(narrow.precision).toBe('fp8');
    expect(wide.deviceHours.value / narrow.deviceHours.value).toBeCloseTo(2 * 0.65, 3);
  });

  test('other networks than of tokens are less sure', () => {
    const of = { samples: 1e9, forwardFlopPerSample: 8e9 };
    const { time } = planned({ model: of, hardware: on(A100, 8) });
    expect(Math.log(time.gsd ?? 0)).toBeCloseTo(Math.hypot(Math.log(1.53), Math.log(1.3)), 9);
  });

  test('runs on one kind of chip share what is unsure, others do not', () => {
    const key = (accelerator: string) =>
      planned({ model: LLAMA, hardware: on(accelerator, 8) }).time.key;
    expect(key(A100)).toBe(`plan.mfu-ampere:${A100}`);
    expect(key('nvidia-a100-pcie-40gb')).not.toBe(key(A100));
    expect(key('tpu-v4')).not.toBe(key(A100));
  });
});

describe('as told', () => {
  test('MFU: less of it takes longer; breaks come on top, unless it has its range', () => {
    const of = (mfu: Told['mfu']) => planned({ model: LLAMA, mfu, hardware: on(A100, 8) });
    const exact = of(0.5);
    expect(exact.plan.rung).toBe('mfu-given');
    expect(exact.plan.deviceHours.value).toBeCloseTo(8.4e22 / (312e12 * 0.5 * 3600), 6);
    expect(exact.time).toMatchObject({ gsd: 1, gsdUp: expect.closeTo(1.33, 12) });
    const ranged = of({ value: 0.4, low: 0.3, high: 0.5 });
    expect(ranged.plan.deviceHours.low).toBeCloseTo(ranged.plan.deviceHours.value * 0.8, 6);
    expect(ranged.plan.deviceHours.high).toBeCloseTo(ranged.plan.deviceHours.value / 0.75, 6);
  });

  test('tokens a second: TinyLlama, 300 billion at 24,000 a second are 3,472 chip-hours', () => {
    // Its README says 3,456 (validation/cases/prerun.csv).
    const { plan } = planned({
      model: { tokens: 300e9 },
      tokensPerSecondPerAccelerator: 24_000,
      hardware: on('nvidia-a100-sxm4-40gb', 16),
    });
    expect(plan).toMatchObject({ rung: 'speed-seen', flop: null, mfu: null });
    expect(plan.deviceHours.value).toBeCloseTo(3472.222, 3);
  });

  test('a speed and parameters tell the MFU', () => {
    const { plan } = planned({
      model: { parameters: 1.1e9, tokens: 300e9 },
      tokensPerSecondPerAccelerator: 24_000,
      hardware: on('nvidia-a100-sxm4-40gb', 16),
    });
    expect(plan.mfu?.value).toBeCloseTo((6 * 1.1e9 * 24_000) / 312e12, 9);
  });

  test('the peak of a chip that no table lists', () => {
    const own = { name: 'mine', tdpW: 300, peakTflops: 100, memoryGb: 40 };
    const { plan } = planned({ model: LLAMA, hardware: [{ accelerator: own, count: 4 }] });
    expect(plan.deviceHours.value).toBeCloseTo(8.4e22 / (100e12 * 0.2 * 3600), 6);
    expect(plan.memory).toEqual({ neededGb: 112, chipsGb: 160 });
  });

  test('a range of tokens makes the time less sure', () => {
    const tokens = { value: 2e12, low: 1e12, high: 4e12 };
    const { time } = planned({ model: { parameters: 7e9, tokens }, hardware: on(A100, 8) });
    const both = Math.hypot(Math.log(1.53), Math.LN2 / Z_90);
    expect(Math.log(time.gsd ?? 0)).toBeCloseTo(both, 9);
  });
});

describe('what fits', () => {
  test('20 tokens a parameter are the best for their arithmetic: Chinchilla, 70 billion on 1.4 trillion', () => {
    const { plan } = planned({
      model: { parameters: 70e9, tokens: 1.4e12 },
      hardware: on('tpu-v4', 4096),
    });
    expect(plan.computeOptimal).toEqual({ tokens: 1.4e12, tokensPerParameter: 20 });
  });

  test('16 bytes a parameter of Adam in mixed precision; 2 for what stays', () => {
    const memory = (more: object) =>
      planned({ model: { ...LLAMA, ...more }, hardware: on(A100, 1) }).plan.memory;
    expect(memory({})).toEqual({ neededGb: 112, chipsGb: 80 });
    expect(memory({ trainedParameters: 2e7 })?.neededGb).toBeCloseTo(14.32, 9);
    expect(planned({ model: LLAMA, hardware: on(A100) }).plan.memory).toBeNull();
  });
});

describe('what is taken where it is not told', () => {
  const workOf = (more: Told) => planned({ model: LLAMA, hardware: on(A100, 8), ...more }).run.work;
  test('tokens are of language models: training, or fine-tuning of adapters', () => {
    expect(workOf({ work: undefined })).toBe('llm-training');
    expect(workOf({ work: undefined, model: { ...LLAMA, trainedParameters: 1e7 } })).toBe(
      'llm-fine-tuning',
    );
    expect(workOf({ work: 'other' })).toBe('other');
    expect(workOf({ work: undefined, model: { flop: 1e21 } })).toBeUndefined();
  });
});

describe('what cannot be planned', () => {
  test('a chip under a limit, whose speed nobody tells; more than any run', () => {
    const hardware = [{ accelerator: A100, count: 8, powerLimitW: 200 }];
    expect(refused({ model: LLAMA, hardware })).toMatchObject({
      field: '/tokensPerSecondPerAccelerator',
      said: { code: 'limit-slows' },
    });
    expect(planned({ model: LLAMA, hardware, mfu: 0.3 }).plan.rung).toBe('mfu-given');
    expect(refused({ model: { parameters: 1e30, tokens: 1e30 }, hardware: on(A100, 8) })).toEqual({
      field: '/model',
      said: { code: 'plan-too-long' },
    });
  });

  test('a run with its own time is none', () => {
    expect(plannedRun(current, runOf({ model: LLAMA, hours: 3 }), ownKeys)).toBeNull();
  });
  test('several kinds of chip, none, or one without a peak', () => {
    const several = [...on(A100, 8), ...on('tpu-v4', 8)];
    expect(refused({ model: LLAMA, hardware: several })).toMatchObject({ field: '/hardware' });
    expect(refused({ model: LLAMA, hardware: [] })).toMatchObject({ field: '/hardware' });
    const own = { name: 'mine', tdpW: 300 };
    expect(refused({ model: LLAMA, hardware: [{ accelerator: own, count: 1 }] })).toEqual({
      field: '/hardware/0/accelerator/peakTflops',
      said: { code: 'no-peak' },
    });
  });
  test('an edition from before has no usual speeds', () => {
    const gone = { ...defaultsBut({ 'plan.mfu-other': null }) };
    const said = { code: 'edition-plans-nothing' };
    expect(refused({ model: LLAMA, hardware: on(A100, 8) }, editionWith(gone))).toMatchObject({
      said,
    });
    expect(refused({ model: LLAMA, hardware: on(A100, 8) }, paper)).toMatchObject({ said });
  });
});

describe('peaks', () => {
  const row = (id: string) => {
    const found = current.acceleratorById.get(id);
    if (!found) throw new Error(id);
    return found;
  };
  test.each([
    [A100, 'bf16', 312],
    [A100, 'tf32', 156],
    [A100, 'fp32', 19.5],
    [A100, 'int8', 624],
    [A100, 'fp8', null],
    ['nvidia-h100-sxm5-80gb', 'fp8', 1978.9],
  ] as const)('%s in %s: %s', (id, precision, tflops) => {
    expect(peakAt(row(id), precision)?.tflops ?? null).toBe(tflops);
  });
  test('a chip without a unit for a format calculates in the next wider one', () => {
    expect(peakNear(row(A100), 'fp8')).toEqual({ precision: 'bf16', tflops: 312 });
    expect(peakNear(row(A100), 'fp4')).toEqual({ precision: 'bf16', tflops: 312 });
    expect(peakNear(row('nvidia-v100-sxm2-16gb'), 'bf16')).toMatchObject({ precision: 'fp16' });
    const none = { ...row(A100), bf16TensorTflops: null, fp16TensorTflops: null, fp16Tflops: null };
    expect(peakNear(none, 'bf16')).toBeNull();
  });
});
