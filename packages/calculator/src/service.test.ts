import { editions } from '@ml-emissions/data/full';
import type { EstimateResult, Quantity } from '@ml-emissions/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBulk } from './bulk/bulk.ts';
import { calculator } from './full.ts';

const { compare, estimate, estimateProject, explain, parseProject, parseRun } = calculator;

const CHAT = {
  model: { parameters: 70e9 },
  precision: 'fp8',
  service: {
    requests: 1e6,
    per: 'day',
    inputTokensPerRequest: 500,
    outputTokensPerRequest: 300,
    concurrency: 32,
  },
  hardware: [{ accelerator: 'nvidia-h100-sxm5-80gb', count: 8 }],
  place: { country: 'FR' },
} as const;
/** The same requests in all: time and energy are of all that are told. */
const ALL = { requests: 365e6, per: 'total' } as const;
const SHORT = { receipt: false, alternatives: false } as const;

function estimated(input: object, options: object = SHORT): EstimateResult {
  const parsed = parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return estimate(parsed.run, options);
}
function problemsOf(input: object) {
  const parsed = parseRun(input);
  return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${code} ${field}`);
}
const served = (service: object = {}, run: object = {}) =>
  estimated({ ...CHAT, ...run, service: { ...CHAT.service, ...service } });
const serviceOf = (result: EstimateResult) => {
  if (!result.service) throw new Error('no service');
  return result.service;
};
const holds = ({ value, low = value, high = value }: Quantity, other = value) => {
  expect(low).toBeLessThanOrEqual(other);
  expect(high).toBeGreaterThanOrEqual(other);
};

describe('a model in use', () => {
  test('is a year of what it answers, at the chips, with host, idle machines and facility', () => {
    const result = served();
    const service = serviceOf(result);
    expect(service).toMatchObject({
      rung: 'energy-by-size',
      use: 'request',
      uses: 365e6,
      period: 'year',
      unitsPerUse: 300,
      concurrency: 32,
      acceleratorsPerModel: 2,
      joulesPerUnit: { unit: 'output-token', boundary: 'accelerators' },
      trainingShareKgCo2ePerUse: null,
      breakEvenUses: null,
    });
    const { parts } = result.energyKwh;
    expect(parts.accelerators).toBeCloseTo((service.joulesPerUnit.value * 300 * 365e6) / 3.6e6, 6);
    for (const part of ['host', 'idle', 'overhead', 'facility'] as const)
      expect(parts[part]).toBeGreaterThan(0);
    expect(result.run.phase).toBe('inference');
    expect(result.run.energyKwh).toBeUndefined();
    expect(result.sci).toMatchObject({ persona: 'consumer', r: 'output token' });
    expect(result.perUnit.map(({ unit }) => unit)).toEqual(['output token', 'request']);
    expect(service.kgCo2ePerUse.value * 365e6).toBeCloseTo(result.total.kgCo2e.value, 6);
    holds(service.joulesPerUnit);
    holds(service.kgCo2ePerUse);
    expect(result.rungs.power).toBe('energy-per-use');
    expect(result.warnings).toEqual([]);
  });

  test('is the same when it is read again, and in bulk', () => {
    const result = served();
    expect(estimated(JSON.parse(JSON.stringify(result.run)))).toEqual(result);
    const { rowOf } = createBulk(editions);
    for (let time = 0; time < 3; time++) {
      const { operational, total } = result;
      expect(rowOf(CHAT)).toMatchObject({ operational, total });
    }
    const hours = { ...CHAT, hours: 8760, service: { ...CHAT.service, ...ALL } };
    for (let time = 0; time < 3; time++)
      expect(rowOf(hours)).toMatchObject({ operational: estimated(hours).operational });
  });

  const many = fc.double({ min: 1, max: 1e12, noNaN: true });
  test('takes in proportion to what it answers, and never less for more', () => {
    const kwh = (requests: number) => served({ requests, per: 'total' }).energyKwh.value;
    const one = kwh(1);
    fc.assert(
      fc.property(many, (requests) => {
        expect(kwh(requests) / (one * requests)).toBeCloseTo(1, 9);
      }),
      { numRuns: 20 },
    );
  });

  test('with its batch told lies in the range of the batch not told', () => {
    const { concurrency: _, ...untold } = CHAT.service;
    const wide = serviceOf(estimated({ ...CHAT, service: untold })).joulesPerUnit;
    expect(wide.high ?? 0).toBeGreaterThan(4 * wide.value);
    for (const concurrency of [8, 16, 32, 64, 128, 256, 512]) {
      const told = serviceOf(served({ concurrency })).joulesPerUnit;
      holds(wide, told.value);
      const width = (q: Quantity) => (q.high ?? 0) / (q.low ?? 1);
      expect(width(told)).toBeLessThan(width(wide));
    }
  });

  test('is less sure where chips, precision or tokens are not told, and never not finite', () => {
    const width = ({ energyKwh }: EstimateResult) =>
      (energyKwh.high ?? Number.NaN) / (energyKwh.low ?? Number.NaN);
    const told = width(served());
    const { outputTokensPerRequest: _, ...untold } = CHAT.service;
    const { precision: __, ...noPrecision } = CHAT;
    expect(width(estimated({ ...CHAT, service: untold }))).toBeGreaterThan(told);
    expect(width(estimated(noPrecision))).toBeGreaterThan(told);
    const { hardware: ___, ...anywhere } = CHAT;
    const result = estimated(anywhere);
    expect(width(result)).toBeGreaterThan(told);
    expect(result.embodied.kgCo2e).toBeNull();
    holds(result.energyKwh, served().energyKwh.value);
  });

  test('says what was assumed where nothing is told', () => {
    const steps = (result: EstimateResult) =>
      result.assumed.flatMap((one) => (one.code === 'assumed' ? one.step : []));
    expect(steps(served())).not.toContain('output-tokens');
    const bare = estimated({ ...CHAT, service: { requests: 5 } });
    expect(steps(bare)).toEqual(
      expect.arrayContaining(['output-tokens', 'input-tokens', 'batch-untold']),
    );
    const images = { ...CHAT, service: { images: 5 }, model: { parameters: 8e9 } };
    expect(steps(estimated(images))).toEqual(expect.arrayContaining(['image-side', 'image-steps']));
  });

  const many18 = fc.double({ min: 1e-6, max: 1e18, noNaN: true });
  test('is finite, and in its range, whatever is told', () => {
    fc.assert(
      fc.property(many18, many18, many18, fc.boolean(), (parameters, count, other, isOfText) => {
        const size = Math.min(parameters, other);
        const result = estimated({
          ...CHAT,
          model: { parameters, activeParameters: size },
          service: isOfText
            ? { requests: count, outputTokensPerRequest: Math.min(1e12, other) }
            : { images: count, steps: Math.min(1e6, other) },
        });
        const { energyKwh, total } = result;
        for (const one of [energyKwh, total.kgCo2e, serviceOf(result).joulesPerUnit]) {
          expect(Number.isFinite(one.value) && Number.isFinite(one.high)).toBe(true);
          holds(one);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('by a method of somebody else tells the energy of a token that this method comes to', () => {
    for (const method of ['ecologits-2026', 'lacoste-2019'] as const) {
      const result = served({}, { method });
      const { joulesPerUnit } = serviceOf(result);
      const kwh = result.energyKwh.parts.accelerators;
      expect(joulesPerUnit.value, method).toBeCloseTo((kwh * 3.6e6) / (365e6 * 300), 9);
    }
  });

  test('metered, it is what the meter says, and its service only what that is for', () => {
    const metered = served(ALL, { energyKwh: 9000, energyScope: 'it' });
    const { service: _, ...plain } = { ...CHAT, phase: 'inference', work: 'llm-inference' };
    const same = estimated({ ...plain, energyKwh: 9000, energyScope: 'it' });
    expect(metered.energyKwh).toEqual(same.energyKwh);
    expect(metered.energyKwh.parts.idle).toBe(0);
    expect(serviceOf(metered)).toMatchObject({
      rung: 'metered-energy',
      joulesPerUnit: { boundary: 'it', unit: 'output-token' },
      concurrency: null,
    });
    expect(serviceOf(metered).joulesPerUnit.value).toBeCloseTo((9000 * 3.6e6) / (365e6 * 300), 12);
    const timed = served(ALL, { hours: 8760 });
    expect(serviceOf(timed).rung).toBe('time-told');
  });

  test('with tokens a second works as long as they take, at the power that is told or usual', () => {
    const speed = { tokensPerSecond: 5000, per: 'total' } as const;
    const measured = served(speed, {
      hardware: [{ ...CHAT.hardware[0], powerW: 500 }],
    });
    const hours = (1e6 * 300) / 5000 / 3600;
    expect(measured.energyKwh.parts.accelerators).toBeCloseTo((8 * 500 * hours) / 1000, 6);
    expect(serviceOf(measured)).toMatchObject({ rung: 'speed-and-measured-power' });
    expect(serviceOf(measured).joulesPerUnit.value).toBeCloseTo((8 * 500) / 5000, 9);
    expect(serviceOf(served(speed)).rung).toBe('speed-and-usual-power');
    expect(measured.energyKwh.parts.idle).toBeCloseTo(
      0.172 * measured.energyKwh.parts.accelerators,
      6,
    );
  });

  test('holds machines idle by the share of time that they work', () => {
    const busy = served({ utilisation: 1 });
    const half = served({ utilisation: 0.5 });
    expect(busy.energyKwh.parts.idle).toBe(0);
    // (1 / 0.5 - 1) x 0.3
    expect(half.energyKwh.parts.idle / half.energyKwh.parts.accelerators).toBeCloseTo(0.3, 9);
    expect(half.averageUse?.value).toBe(0.5);
  });

  test.each([
    [{ requests: 5 }, {}, 'missing /model/parameters'],
    [{ queries: 5 }, { model: { parameters: 1e9 } }, 'missing /service/outputTokensPerRequest'],
    [
      { outputTokens: 5, tokensPerSecond: 1000 },
      { model: { parameters: 1e9 } },
      'missing /hardware',
    ],
    [
      { outputTokens: 5, tokensPerSecond: 1000 },
      { hardware: [{ accelerator: 'nvidia-l4' }] },
      'missing /hardware/0/count',
    ],
    // 4 x 8 tokens a pass x 4.9e12 bytes a second / (2 x 8e9 bytes)
    [
      { outputTokens: 1e9, tokensPerSecond: 9900, concurrency: 4 },
      { model: { parameters: 8e9 }, hardware: [{ accelerator: 'H100 SXM5 80GB', count: 1 }] },
      'conflict /service/tokensPerSecond',
    ],
    // 2 x 70e9 FLOP a token at 1,979 TFLOP/s
    [
      { outputTokens: 1e9, tokensPerSecond: 14200 },
      { model: { parameters: 70e9 }, hardware: [{ accelerator: 'H100 SXM5 80GB', count: 1 }] },
      'conflict /service/tokensPerSecond',
    ],
    [{ requests: 5, concurrency: 0.5 }, {}, 'out-of-range /service/concurrency'],
    [{ requests: 5, concurrency: 64 }, { scenario: 'single-stream' }, 'conflict /scenario'],
    [
      { requests: 5, acceleratorsPerModel: 8 },
      { model: { parameters: 8e9 }, hardware: [{ accelerator: 'H100 SXM5 80GB', count: 4 }] },
      'conflict /service/acceleratorsPerModel',
    ],
    [{ requests: 5 }, { edition: '2026.1', model: { parameters: 1e9 } }, 'conflict /edition'],
  ])('%j with %j: %s', (service, run, found) => {
    expect(problemsOf({ place: { country: 'FR' }, service, ...run })).toContain(found);
  });

  test('a size that is guessed is said to be', () => {
    const result = estimated({
      service: { requests: 1e6, sizeClass: 'large' },
      place: { country: 'FR' },
    });
    expect(serviceOf(result).isSizeGuessed).toBe(true);
    expect(result.warnings.map(({ code }) => code)).toEqual(['size-guessed']);
    const kwh = (sizeClass: string) =>
      estimated({ service: { requests: 1, sizeClass }, place: { country: 'FR' } }).energyKwh.value;
    expect(kwh('small')).toBeLessThan(kwh('medium'));
    expect(kwh('large')).toBeLessThan(kwh('frontier'));
  });

  test.each([
    // 140 GB of weights in 16 bits, and 80 GB.
    [
      { acceleratorsPerModel: 1, requests: 1e4 },
      { model: { parameters: 70e9 }, precision: undefined },
      ['copy-too-large'],
    ],
    [
      {},
      { hardware: [{ accelerator: 'RTX 4090', count: 1 }] },
      ['copy-too-large', 'chips-too-few'],
    ],
    [{ requests: 1e8 }, {}, ['chips-too-few']],
    // 6,552 h of work of the year.
    [{ utilisation: 0.8 }, {}, []],
    [{ utilisation: 0.5 }, {}, ['chips-too-few']],
    [ALL, { hours: 1 }, ['answers-beyond-chips']],
    [ALL, { hours: 1000 }, []],
    [
      ALL,
      { deviceHours: 1, hardware: [{ accelerator: 'H100 SXM5 80GB' }] },
      ['answers-beyond-chips'],
    ],
    [ALL, { energyKwh: 10 }, ['answers-beyond-energy']],
    [ALL, { energyKwh: 10, hardware: [] }, ['answers-beyond-energy']],
    [ALL, { energyKwh: 30_000 }, []],
    [
      { ...ALL, outputTokensPerRequest: undefined, inputTokensPerRequest: undefined },
      { hours: 0.01 },
      ['answers-too-cheap'],
    ],
    [
      { ...ALL, outputTokensPerRequest: undefined, inputTokensPerRequest: undefined },
      { hours: 3000 },
      [],
    ],
    // 1.1e11 tokens of 100 billion parameters at the least.
    [
      { ...ALL, sizeClass: 'frontier' },
      { model: {}, hours: 1 },
      ['answers-beyond-chips', 'size-guessed'],
    ],
    [
      { ...ALL, sizeClass: 'frontier' },
      { model: {}, energyKwh: 10 },
      ['answers-beyond-energy', 'size-guessed'],
    ],
    [{ ...ALL, sizeClass: 'frontier' }, { model: {}, hours: 8000 }, ['size-guessed']],
    [{}, {}, []],
  ])('says what its chips cannot: %j with %j: %j', (service, run, codes) => {
    expect(served({ ...service }, run).warnings.map(({ code }) => code)).toEqual(codes);
  });

  test('is on no more chips than there are, where these hold it, and on up to twice the fewest', () => {
    const on = (count: number | undefined, service: object = {}) => {
      const hardware = [{ accelerator: 'nvidia-h100-sxm5-80gb', count }];
      const run = { model: { parameters: 70e9 }, precision: 'bf16', hardware };
      return serviceOf(served(service, run));
    };
    // 168 GB with what requests need are more than two chips have, and the weights are not.
    expect(on(8).acceleratorsPerModel).toBe(4);
    expect(on(2).acceleratorsPerModel).toBe(2);
    const spread = on(undefined).joulesPerUnit;
    holds(spread, on(8, { acceleratorsPerModel: 8 }).joulesPerUnit.value);
    const told = on(8, { acceleratorsPerModel: 4 }).joulesPerUnit;
    expect(spread.value).toBe(told.value);
    expect(spread.low).toBe(told.low);
    expect(spread.high).toBeGreaterThan(told.high ?? 0);
  });

  test('a power limit lowers the energy of its chips, less than their power, and a free one does nothing', () => {
    const at = (powerLimitW: number | undefined) => {
      const hardware = [{ accelerator: 'nvidia-h100-sxm5-80gb', count: 8, powerLimitW }];
      return serviceOf(served({}, { hardware })).joulesPerUnit;
    };
    const [free, limited] = [at(undefined), at(350)];
    expect(at(700)).toEqual(free);
    expect(limited.value).toBeLessThan(0.8 * free.value);
    expect(limited.value).toBeGreaterThan(0.5 * free.value);
    holds(limited, free.value);
    expect(at(300).value).toBeLessThan(limited.value);
  });

  const total = { ...ALL, concurrency: 1 };
  test.each([
    ['by sizes', {}, {}],
    ['by sizes, with its processor', {}, { host: { cpu: 'EPYC 7742', memoryGb: 256 } }],
    ['by speed', { tokensPerSecond: 500 }, {}],
    ['in the hours told', total, { hours: 5000 }],
    ['with the energy told', total, { energyKwh: 5000, energyScope: 'accelerators' }],
  ])('has no step in any figure where requests become a batch: %s', (_, service, run) => {
    const at = (concurrency: number) => served({ ...service, concurrency }, run);
    for (const requests of [1, 8])
      for (const of of ['energyKwh', 'kg', 'embodied'] as const) {
        const [below, above] = [at(Math.max(1, requests - 1e-6)), at(requests + 1e-6)].map((one) =>
          of === 'energyKwh' ? one.energyKwh : of === 'kg' ? one.total.kgCo2e : one.embodied.kgCo2e,
        );
        for (const end of ['value', 'low', 'high'] as const)
          expect((above?.[end] ?? 1) / (below?.[end] ?? 1)).toBeCloseTo(1, 4);
      }
  });

  test('has no step where requests become a batch', () => {
    const kwh = (concurrency: number) => served({ concurrency }).energyKwh.value;
    for (const [less, more] of [
      [1, 1.001],
      [7.999, 8],
      [8, 8.001],
    ] as const) {
      expect(kwh(less) / kwh(more)).toBeGreaterThan(1);
      expect(kwh(less) / kwh(more)).toBeLessThan(1.002);
    }
  });

  test('moves to other places and chips, and says what other methods count', () => {
    const parsed = parseRun(CHAT);
    if (!parsed.ok) throw new Error('not a run');
    const compared = compare(parsed.run, { accelerators: ['B200', 'L4'] });
    if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
    expect(compared.comparison.options.some(({ lever }) => lever === 'accelerator')).toBe(true);
    const { methods, differences } = explain(parsed.run);
    const kg = Object.fromEntries(
      methods.map(({ method, operationalKgCo2e }) => [method, operationalKgCo2e?.value]),
    );
    expect(kg['ecologits-2026']).toBeGreaterThan(0);
    expect(kg['lacoste-2019']).toBeGreaterThan(0);
    // It asks for a meter, and nothing was metered.
    expect(kg['patterson-2021']).toBeUndefined();
    const own = differences.find(({ from }) => from === 'ecologits-2026');
    const sum = own?.steps.reduce((all, step) => all + step.kgCo2e, own.fromKgCo2e) ?? 0;
    expect(sum / (own?.toKgCo2e ?? 1)).toBeCloseTo(1, 9);
  });
});

describe('the share of training', () => {
  const TRAINING = {
    phase: 'training',
    model: { parameters: 70e9, tokens: 1e12 },
    hardware: [{ accelerator: 'nvidia-h100-sxm5-80gb', count: 512 }],
    place: { country: 'FR' },
  };
  const project = (runs: readonly object[]) => {
    const parsed = parseProject({ runs });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return estimateProject(parsed.project, SHORT);
  };

  test('is that of all training runs over the uses, and breaks even where use has emitted as much', () => {
    const { runs, total } = project([TRAINING, { ...TRAINING, phase: 'failed' }, CHAT]);
    const kg = 2 * (runs[0]?.total.kgCo2e.value ?? 0);
    const service = runs[2]?.service;
    const share = service?.trainingShareKgCo2ePerUse;
    expect(share?.value).toBeCloseTo(kg / 365e6, 12);
    expect((service?.breakEvenUses?.value ?? 0) * (service?.kgCo2ePerUse.value ?? 0)).toBeCloseTo(
      kg,
      6,
    );
    if (share) holds(share);
    if (service?.breakEvenUses) holds(service.breakEvenUses);
    // A line of its own: never in the total of the use.
    expect(total.kgCo2e.value).toBeCloseTo(kg + (runs[2]?.total.kgCo2e.value ?? 0), 6);
  });

  test('over several services is shared by all their uses', () => {
    const { runs } = project([TRAINING, CHAT, CHAT]);
    const { runs: alone } = project([TRAINING, CHAT]);
    const share = (some: typeof runs) => some[1]?.service?.trainingShareKgCo2ePerUse?.value ?? 0;
    expect(share(runs)).toBeCloseTo(share(alone) / 2, 12);
  });

  test('is spread once: not over uses of several kinds, nor over those of an evaluation', () => {
    const images = { ...CHAT, service: { images: 1e5, per: 'month', steps: 20 } };
    const { runs } = project([TRAINING, CHAT, images]);
    for (const { service } of runs) expect(service?.trainingShareKgCo2ePerUse ?? null).toBeNull();
    const { runs: tried } = project([TRAINING, CHAT, { ...CHAT, phase: 'evaluation' }]);
    const { runs: alone } = project([TRAINING, CHAT]);
    expect(tried[2]?.service?.trainingShareKgCo2ePerUse).toBeNull();
    const share = (some: typeof runs) => some[1]?.service?.trainingShareKgCo2ePerUse?.value;
    expect(share(tried)).toBeCloseTo(share(alone) ?? Number.NaN, 12);
  });

  test('is not told where nothing is trained', () => {
    const { runs } = project([CHAT, { ...CHAT, phase: 'evaluation' }]);
    expect(runs[0]?.service?.trainingShareKgCo2ePerUse).toBeNull();
  });
});

test('images that hours or a meter leave nothing for are said to be', () => {
  const codes = (run: object) => {
    const model = { parameters: 12e9 };
    const hardware = [{ accelerator: 'nvidia-h100-sxm5-80gb', count: 8 }];
    const service = { images: 1e9 };
    const found = estimated({ model, hardware, service, place: { country: 'FR' }, ...run });
    return found.warnings.map(({ code }) => code);
  };
  expect(codes({ hours: 1 })).toEqual(['answers-too-cheap']);
  expect(codes({ energyKwh: 100 })).toEqual(['answers-too-cheap']);
  expect(codes({ hours: 200_000 })).toEqual([]);
});
