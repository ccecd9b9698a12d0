import { expect, test } from 'vitest';
import { nameIndex } from './name-index.ts';

const index = nameIndex(
  [
    ['nvidia-a100-sxm4-80gb', 'NVIDIA A100 SXM4 80GB', ['A100-SXM4-80GB', 'A100']],
    ['nvidia-a100-pcie-80gb', 'NVIDIA A100 PCIe 80GB', ['A100']],
    ['nvidia-v100-sxm2-16gb', 'NVIDIA V100 SXM2 16GB', ['Tesla V100-SXM2-16GB', 'V100']],
    ['amd-mi250x', 'AMD Instinct MI250X', ['MI250X']],
  ].map(([id, label, names]) => ({
    item: id,
    id: id as string,
    label: label as string,
    names: names as string[],
  })),
);

test.each([
  ['nvidia-a100-sxm4-80gb', ['nvidia-a100-sxm4-80gb']],
  ['a100-80gb-sxm', ['nvidia-a100-sxm4-80gb']],
  ['A100 SXM4 80 GB', ['nvidia-a100-sxm4-80gb']],
  ['80gb a100 sxm4 nvidia', ['nvidia-a100-sxm4-80gb']],
  ['NVIDIA A100 80GB PCIe', ['nvidia-a100-pcie-80gb']],
  ['tesla v100-sxm2-16gb', ['nvidia-v100-sxm2-16gb']],
  ['a100', ['nvidia-a100-sxm4-80gb', 'nvidia-a100-pcie-80gb']],
  ['NVIDIA Tesla V100-SXM2-16GB GPU', ['nvidia-v100-sxm2-16gb']],
  ['the AMD MI250X', ['amd-mi250x']],
  ['v10', []],
  ['', []],
  ['???', []],
  ['__proto__', []],
])('%s', (text, ids) => {
  expect(index.match(text)).toEqual(ids);
});

test('the nearest name to a slip of the finger comes first', () => {
  expect(index.nearest('v10', 3)[0]).toBe('NVIDIA V100 SXM2 16GB');
  expect(index.nearest('mi250', 3)[0]).toBe('AMD Instinct MI250X');
});

test('of names as near by their letters, the one that shares most of the words comes first', () => {
  expect(index.nearest('a100 80gb sxm5', 2)).toEqual([
    'NVIDIA A100 SXM4 80GB',
    'NVIDIA A100 PCIe 80GB',
  ]);
});

test('nothing is near to a text that has nothing in common with any name', () => {
  expect(index.nearest('qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq', 3)).toEqual([]);
});

test('search follows typing: every word begun must begin some word', () => {
  expect(index.search('a1', 10)).toEqual(['nvidia-a100-sxm4-80gb', 'nvidia-a100-pcie-80gb']);
  expect(index.search('a100 pc', 10)).toEqual(['nvidia-a100-pcie-80gb']);
  expect(index.search('', 2)).toHaveLength(2);
  expect(index.search('zzz', 10)).toEqual([]);
  // On the way to a word that tells nothing.
  expect(index.search('a100 pcie gp', 10)).toEqual(index.search('a100 pcie gpu', 10));
  expect(index.search('zzz gp', 10)).toEqual([]);
  expect(index.search('gp', 10)).toEqual([]);
  expect(index.search('a100 zz', 10)).toEqual([]);
});
