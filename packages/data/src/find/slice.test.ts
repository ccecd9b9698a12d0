import { expect, test } from 'vitest';
import { editions } from '../full.ts';
import { findSlice } from './slice.ts';

const slices = editions.get(editions.current)?.machines.slices ?? [];

test.each([
  // Names of v2, v3, v4, v5p count TensorCores, two a chip.
  ['v2-8', 4, 8],
  ['v3-8', 4, 8],
  ['v3-256', 128, 256],
  ['V3-256', 128, 256],
  ['tpu v3-256', 128, 256],
  ['v4-4096', 2048, 4096],
  // Not listed, by the rule of its generation.
  ['v3-4096', 2048, 4096],
  // Names of v5e and v6e count chips.
  ['v5litepod-256', 256, 256],
  ['v6e-8', 8, 8],
])('%s is %d chips', (text, chips, cores) => {
  expect(findSlice(slices, text)).toMatchObject({ chips, cores });
});

test.each(['', 'v3', 'v3-0', 'v3-7', 'h100', 'v99-8', 'v3-1e9', '__proto__'])(
  '%s is no slice',
  (text) => {
    expect(findSlice(slices, text)).toBeNull();
  },
);

const row = (slice: string, chips: number, cores: number) => ({
  ...{ slice, chips, cores, acceleratorId: `tpu-${slice}` },
  ...{ hosts: null, sourceId: 'google-tpu-docs', note: '' },
});
const rows = [row('v3-8', 4, 8), row('v3-32', 16, 32), row('v6e-1', 1, 1), row('tpu7x-2', 1, 2)];

test('a listed slice is itself, with its own chip', () => {
  expect(findSlice(rows, ' V3-32 ')).toEqual({
    name: 'v3-32',
    acceleratorId: 'tpu-v3-32',
    chips: 16,
    cores: 32,
  });
  expect(findSlice(rows, 'tpu-v3-32')?.acceleratorId).toBe('tpu-v3-32');
  expect(findSlice(rows, 'TPU v3 32')?.name).toBe('v3-32');
});

test('one that is not listed counts as its generation does', () => {
  expect(findSlice(rows, 'v3-128')).toEqual({
    name: 'v3-128',
    acceleratorId: 'tpu-v3-8',
    chips: 64,
    cores: 128,
  });
  expect(findSlice(rows, 'v6e-256')).toMatchObject({ chips: 256, cores: 256 });
  expect(findSlice(rows, 'tpu7x-64')).toMatchObject({ name: 'tpu7x-64', chips: 32, cores: 64 });
  expect(findSlice(rows, 'TPU 7x-64')).toMatchObject({ name: 'tpu7x-64', chips: 32 });
  expect(findSlice(rows, '7x-2')).toMatchObject({ name: 'tpu7x-2', chips: 1 });
  expect(findSlice(rows, 'v3-2')).toMatchObject({ chips: 1, cores: 2 });
});

test('half a chip, no chips and another generation are none', () => {
  for (const text of ['v3-1', 'v3-129', 'v3-0', 'v4-8', 'v3-', 'v3-8x'])
    expect(findSlice(rows, text), text).toBeNull();
});

test('a slice of a single chip is one, where its generation counts chips', () => {
  expect(findSlice([row('v6e-4', 4, 4)], 'v6e-1')).toMatchObject({ name: 'v6e-1', chips: 1 });
});
