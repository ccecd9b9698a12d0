import { INFERENCE_WORK, type MethodName, type Run, WORK_KINDS, Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import {
  current,
  defaultsBut,
  editionWith,
  factorIn,
  paper,
  productOf,
  resolved,
} from './testing.ts';

const A100 = 'nvidia-a100-sxm4-80gb';

function powerOf(
  hardware: Partial<Run['hardware'][number]>,
  run: Partial<Run> = {},
  method: MethodName = 'full',
  edition = current,
) {
  const chips = [{ accelerator: A100, count: 8, ...hardware }];
  const [one] = resolved({ ...run, hardware: chips }, edition, { method }).accelerators;
  if (!one) throw new Error('no accelerator');
  return one;
}
const share = (run: Partial<Run>, accelerator = A100, edition = current) =>
  factorIn(powerOf({ accelerator }, run, 'full', edition).power, 'utilisation').factor;

describe('the rungs, best first', () => {
  test('metered power', () => {
    const powerW = { value: 300, low: 250, high: 360 };
    const { power, powerRung } = powerOf({ powerW, utilisation: 0.9 });
    expect(powerRung).toBe('measured');
    expect(power).toEqual([
      {
        name: 'power',
        unit: 'W',
        inline: false,
        field: '/hardware/0/powerW',
        quantity: { of: '/hardware/0/powerW', per: 1 },
        factor: {
          value: 300,
          kind: 'measured',
          sourceId: null,
          year: null,
          confidence: null,
          said: {
            code: 'of-chip',
            chip: 'NVIDIA A100 SXM4 80GB',
            what: { code: 'mean-as-measured' },
          },
          // 300 / 250 = 360 / 300
          gsd: expect.closeTo(1.2 ** (1 / Z_90), 12),
          spreadOf: 'value',
          key: 'given:/hardware/0/powerW',
        },
      },
    ]);
    expect(powerOf({ powerW: 0 }).power).toMatchObject([{ factor: { value: 0, gsd: 1 } }]);
  });

  test('a measured share of TDP', () => {
    const { power, powerRung } = powerOf({ utilisation: 0.5 });
    expect(powerRung).toBe('utilisation');
    expect(power).toMatchObject([
      {
        name: 'tdp',
        unit: 'W',
        inline: false,
        field: '/hardware/0/powerW',
        quantity: null,
        factor: {
          value: 400,
          said: { code: 'of-chip', chip: 'NVIDIA A100 SXM4 80GB', what: { code: 'tdp' } },
          key: `tdp:${A100}`,
        },
      },
      {
        name: 'utilisation',
        unit: '1',
        field: '/hardware/0/powerW',
        quantity: { of: '/hardware/0/utilisation', per: 1 },
        factor: {
          value: 0.5,
          kind: 'measured',
          said: { code: 'mean-over-tdp' },
          key: 'meter.inside',
        },
      },
    ]);
    // 400 W x 0.5
    expect(productOf(power)).toBe(200);
  });

  test('the usual share of the work', () => {
    const { power, powerRung } = powerOf({}, { work: 'llm-training' });
    expect(powerRung).toBe('typical');
    expect(factorIn(power, 'utilisation')).toMatchObject({
      quantity: null,
      field: '/hardware/0/powerW',
      factor: {
        value: 0.88,
        gsd: 1.12,
        key: 'utilisation.llm-training',
        said: { code: 'usual-for-work', work: 'llm-training' },
      },
    });
    // 400 W x 0.88
    expect(productOf(power)).toBe(352);
  });

  test('TDP alone where the edition has no defaults', () => {
    const accelerator = paper.accelerators[0]?.id ?? '';
    const { power, powerRung } = powerOf({ accelerator }, {}, 'full', paper);
    expect(powerRung).toBe('tdp');
    expect(power?.map(({ name }) => name)).toEqual(['tdp']);
    expect(powerOf({ accelerator, utilisation: 0.5 }, {}, 'full', paper).powerRung).toBe(
      'utilisation',
    );
  });

  test('none without a rating or a measurement', () => {
    const accelerator = 'graphcore-gc200';
    for (const told of [{}, { utilisation: 0.5 }]) {
      expect(powerOf({ accelerator, ...told })).toMatchObject({ power: null, powerRung: 'tdp' });
    }
    expect(productOf(powerOf({ accelerator, powerW: 120 }).power)).toBe(120);
  });

  test.each([
    ['lacoste-2019', 400, 'tdp'],
    ['mlco2-compat', 400, 'tdp'],
    ['green-algorithms-2021', 200, 'utilisation'],
    ['codecarbon-constant', 300, 'measured'],
    ['patterson-2021', 300, 'measured'],
    ['sci', 300, 'measured'],
  ] as const)('%s reads %d W of 300 W measured and half of 400 W', (method, watts, rung) => {
    const { power, powerRung } = powerOf({ powerW: 300, utilisation: 0.5 }, {}, method);
    expect([productOf(power), powerRung]).toEqual([watts, rung]);
  });

  test('patterson-2021 has no power where none was metered', () => {
    expect(powerOf({ utilisation: 0.5 }, {}, 'patterson-2021').power).toBeNull();
  });
});

describe('the usual share', () => {
  test.each(WORK_KINDS.filter((work) => !INFERENCE_WORK.has(work)))(
    'of %s is that of its row',
    (work) => {
      expect(share({ work })).toMatchObject({
        value: current.defaultById.get(`utilisation.${work}`)?.value,
        key: `utilisation.${work}`,
      });
    },
  );

  test.each([
    // One request at a time, a few, batches; not told: from the first to the last.
    ['single-stream', 'vision-inference', 'utilisation.single-stream', 0.2],
    ['multi-stream', 'llm-inference', 'utilisation.multi-stream', 0.25],
    ['server', 'llm-inference', 'utilisation.llm-inference', 0.7],
    ['offline', 'vision-inference', 'utilisation.vision-inference', 0.7],
    ['offline', undefined, 'utilisation.inference', 0.7],
    [undefined, 'llm-inference', 'utilisation.any-scenario', 0.45],
    [undefined, 'inference', 'utilisation.any-scenario', 0.45],
  ] as const)('of requests %s, %s', (scenario, work, key, value) => {
    const run = {
      ...(scenario === undefined ? {} : { scenario }),
      ...(work === undefined ? {} : { work }),
    };
    expect(share(run)).toMatchObject({ key, value });
  });

  test('at home in batches is that of a server in batches; one at a time is another on TPUs too', () => {
    expect(share({ work: 'llm-inference', scenario: 'offline', site: 'desktop' }).key).toBe(
      'utilisation.llm-inference',
    );
    expect(share({ work: 'inference', scenario: 'single-stream' }, 'tpu-v3').key).toBe(
      'utilisation.single-stream',
    );
    expect(share({ work: 'inference', scenario: 'offline' }, 'tpu-v3').key).toBe(
      'utilisation.tpu-v2-v3',
    );
  });

  test('of work that is not told', () => {
    expect(share({})).toMatchObject({
      value: 0.7,
      key: 'utilisation.other',
      said: { code: 'usual-for-work', work: null },
    });
  });

  test.each([
    ['tpu-v2', 'tpu-v2-v3', 0.5],
    ['tpu-v3', 'tpu-v2-v3', 0.5],
    ['tpu-v4', 'tpu-v4', 1],
    ['tpu-v5e', 'tpu-v5-and-later', 0.5],
  ])('%s has its own, whatever the work', (id, row, value) => {
    const found = share({ work: 'llm-training', site: 'desktop' }, id);
    expect(found).toMatchObject({ value, key: `utilisation.${row}` });
  });

  test.each([
    ['desktop', 'vision-inference', 0.364, '-own-machine'],
    ['laptop', 'llm-inference', 0.6, '-own-machine'],
    ['desktop', 'llm-training', 0.88, ''],
    ['own-cluster', 'vision-training', 0.75, ''],
    ['cloud', 'llm-training', 0.88, ''],
  ] as const)('on a %s, %s: %d', (site, work, value, end) => {
    expect(share({ site, work })).toMatchObject({ value, key: `utilisation.${work}${end}` });
  });

  test.each([
    [undefined, 1],
    [0.5, 1],
    [1, 1],
    // one doubling, eleven doublings
    [2, 0.96],
    [2048, 0.96 ** 11],
  ])('falls with the nodes: %s of them', (nodes, factor) => {
    const { value, key } = share(nodes === undefined ? {} : { nodes });
    expect(value).toBeCloseTo(0.7 * factor, 12);
    expect(key).toBe('utilisation.other');
  });

  test('on one node says nothing of nodes', () => {
    expect(share({ nodes: 1 })).toEqual(share({}));
  });

  test('is less sure on many nodes, and says why', () => {
    // 1.4 at first, 1.03 a doubling
    const both = Math.hypot(Math.log(1.4), 3 * Math.log(1.03));
    expect(share({ nodes: 8 }).gsd).toBeCloseTo(Math.exp(both), 12);
    expect(share({ nodes: 8 }).said).toEqual({
      code: 'less-on-nodes',
      usual: { code: 'usual-for-work', work: null },
      share: 0.7,
      nodes: 8,
      doubling: 0.96,
    });
  });

  test('falls less for the training of language models', () => {
    expect(share({ nodes: 8, work: 'llm-training' }).value).toBeCloseTo(0.88 * 0.985 ** 3, 12);
    expect(share({ nodes: 8, work: 'llm-fine-tuning' }).value).toBeCloseTo(0.85 * 0.96 ** 3, 12);
  });

  test('stays where the edition does not know how it falls, or how sure it is', () => {
    const edition = editionWith(defaultsBut({ 'utilisation.per-doubling-of-nodes': null }));
    expect(share({ nodes: 8 }, A100, edition).value).toBe(0.7);
    const { defaults } = current;
    const unsure = (id: string) =>
      editionWith({
        defaults: defaults.map((row) => (row.id === id ? { ...row, gsd: null } : row)),
      });
    expect(share({ nodes: 8 }, A100, unsure('utilisation.other'))).toMatchObject({
      value: 0.7,
      gsd: null,
    });
    const exact = share({ nodes: 8 }, A100, unsure('utilisation.per-doubling-of-nodes'));
    expect(exact.value).toBeCloseTo(0.7 * 0.96 ** 3, 12);
    expect(exact.gsd).toBeCloseTo(1.4, 12);
  });
});

test('several kinds are numbered, and each reads its own fields', () => {
  const { accelerators } = resolved({
    hardware: [
      { accelerator: A100, count: 1, utilisation: 0.5 },
      { accelerator: 'nvidia-t4', count: 2, powerW: 60 },
    ],
  });
  expect(accelerators.map(({ power }) => power?.map(({ name }) => name))).toEqual([
    ['tdp-1', 'utilisation-1'],
    ['power-2'],
  ]);
  expect(factorIn(accelerators[0]?.power, 'utilisation-1').field).toBe('/hardware/0/powerW');
  expect(factorIn(accelerators[1]?.power, 'power-2')).toMatchObject({
    field: '/hardware/1/powerW',
    quantity: { of: '/hardware/1/powerW', per: 1 },
    factor: { key: 'meter.inside' },
  });
});
