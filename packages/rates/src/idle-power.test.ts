import type { Run } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { current, defaultsBut, editionWith, paper, resolved } from './testing.ts';

function idlePower(
  accelerator: Run['hardware'][number]['accelerator'],
  run: Partial<Run> = {},
  edition = current,
) {
  const hardware = [{ accelerator, count: 1 }];
  const found = resolved({ idle: { hours: 3 }, ...run, hardware }, edition).accelerators[0]
    ?.idlePower;
  return found ?? null;
}

test('as given, before the model’s own', () => {
  expect(idlePower('nvidia-a100-sxm4-80gb', { idle: { hours: 3, powerW: 70 } })).toEqual({
    name: 'idle-power',
    unit: 'W',
    inline: false,
    field: '/idle/powerW',
    quantity: { of: '/idle/powerW', per: 1 },
    factor: expect.objectContaining({
      value: 70,
      said: { code: 'as-given' },
      key: 'given:/idle/powerW',
      gsd: 1,
    }),
  });
  expect(idlePower('nvidia-t4', { idle: { hours: 3, powerW: 0 } })?.factor.value).toBe(0);
});

test('the model’s own, before the usual share of TDP', () => {
  expect(idlePower('tpu-v3')).toMatchObject({
    quantity: null,
    factor: {
      value: 123,
      kind: 'sourced',
      sourceId: 'jouppi-2023',
      said: { code: 'idle-of-model' },
      gsd: 1.25,
      key: 'idle:tpu-v3',
    },
  });
  expect(idlePower('nvidia-a100-sxm4-80gb')?.factor).toMatchObject({ value: 60 });
  const accelerators = current.accelerators.map(({ idleSourceId: _, ...row }) => row);
  expect(idlePower('tpu-v3', {}, editionWith({ accelerators }))?.factor.sourceId).toBeNull();
});

test('the usual share of TDP', () => {
  // 0.11 x 500 W
  expect(idlePower('amd-mi250x')?.factor).toMatchObject({
    value: 55,
    said: { code: 'share-of-tdp', share: 0.11, tdpW: 500 },
    gsd: 1.25,
    key: 'idle.bare',
  });
  expect(idlePower({ name: 'mine', tdpW: 200 })?.factor.value).toBe(22);
});

test('none where it does not idle, or where nothing is known', () => {
  const hardware = [{ accelerator: 'nvidia-t4', count: 1 }];
  expect(resolved({ hardware }).accelerators[0]?.idlePower).toBeNull();
  expect(idlePower('graphcore-gc200')).toBeNull();
  expect(idlePower(paper.accelerators[0]?.id ?? '', {}, paper)).toBeNull();
  const edition = editionWith(defaultsBut({ 'idle.bare': null }));
  expect(idlePower('tpu-v3', {}, edition)?.factor).toMatchObject({ value: 123, gsd: null });
  expect(idlePower('amd-mi250x', {}, edition)).toBeNull();
});

test('kinds of several chips are numbered', () => {
  const hardware = ['nvidia-t4', 'amd-mi250x'].map((accelerator) => ({ accelerator, count: 1 }));
  const { accelerators } = resolved({ hardware, idle: { hours: 1 } });
  expect(accelerators.map((one) => one.idlePower?.name)).toEqual(['idle-power-1', 'idle-power-2']);
});
