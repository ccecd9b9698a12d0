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
