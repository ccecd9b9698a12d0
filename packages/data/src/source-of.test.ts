import { expect, test } from 'vitest';
import { TABLE_FILES } from './check/tables.ts';
import { editions } from './full.ts';
import { sourceOf } from './source-of.ts';
import { acceleratorColumns } from './tables/accelerator.ts';
import { regionColumns } from './tables/place.ts';

const current = editions.get(editions.current);
const accelerator = (id: string) => {
  const row = current?.acceleratorById.get(id);
  if (!row) throw new Error(`no ${id}`);
  return row;
};

test('a cell with a source of its own, and one of its row', () => {
  const b200 = accelerator('nvidia-b200-180gb');
  expect(sourceOf(acceleratorColumns, b200, 'embodied_kg_co2e')).toBe('nvidia-pcf-b200');
  expect(sourceOf(acceleratorColumns, b200, 'tdp_w')).toBe('nv-blackwell-ds');
  const v4 = accelerator('tpu-v4');
  expect(sourceOf(acceleratorColumns, v4, 'idle_w')).toBe('jouppi-2023');
  expect(sourceOf(acceleratorColumns, v4, 'int8_tops')).toBe('google-tpu-docs');
  // A white paper gives the ratios of its rates, somebody else's table the one that they are of.
  const rtx4080 = accelerator('nvidia-geforce-rtx-4080');
  expect(sourceOf(acceleratorColumns, rtx4080, 'fp32_tflops')).toBe('epoch-ml-hardware');
  expect(sourceOf(acceleratorColumns, rtx4080, 'fp16_tensor_tflops')).toBe('nv-ada-wp');
});

test('the source of a cell that has one of its own, but names none, is not known', () => {
  const l4 = accelerator('nvidia-l4');
  expect(sourceOf(acceleratorColumns, l4, 'idle_w')).toBe('nvidia-smi-listings');
  expect(sourceOf(acceleratorColumns, { ...l4, idleSourceId: null }, 'idle_w')).toBeNull();
});

test('coordinates have a source of their own', () => {
  const tokyo = current?.regionByKey.get('alibaba/ap-northeast-1');
  if (!tokyo) throw new Error('no region');
  expect(sourceOf(regionColumns, tokyo, 'lat')).toBe('jw-regions');
  expect(sourceOf(regionColumns, tokyo, 'name')).toBe('alibaba-docs');
});

test('a column that is said to name sources is there and does', () => {
  const named = Object.values(TABLE_FILES).flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ source }) => (source ? [columns[source]?.table] : [])),
  );
  expect(named.length).toBeGreaterThanOrEqual(5);
  for (const table of named) expect(table).toBe('sources');
});
