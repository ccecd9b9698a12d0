import type { Accelerator, Edition } from '@ml-emissions/data';
import { editions } from '@ml-emissions/data/full';
import { describe, expect, test } from 'vitest';
import { counts, machineCounts } from './count.ts';
import { memoryIn, withMemory } from './memory.ts';
import { nodesIn } from './nodes.ts';
import { partitionIn } from './partition.ts';
import { readHardware } from './read-hardware.ts';
import { scheduled } from './scheduler.ts';
import { nearestHardware } from './suggestions.ts';
import { nearestSlices, tpuSlice } from './tpu.ts';

const edition = editions.get(editions.current) as Edition;

/** `8 nvidia-t4`, `? nvidia-t4` without a count; a chip that may be several once, with a `|`. */
function read(text: string) {
  const { kinds, ...rest } = readHardware(edition, text);
  const said = kinds.map((kind) => {
    const ids = kind.kind === 'accelerator' ? kind.rows.map(({ id }) => id) : [kind.row.id];
    const one = ids.length > 1 ? `${ids[0]}|` : ids[0];
    const from = kind.kind === 'accelerator' && kind.from ? ` of a ${kind.from}` : '';
    return `${kind.count ?? '?'} ${one}${from}`;
  });
  const set = Object.entries(rest).filter(
    ([, value]) => value !== null && value !== false && !(Array.isArray(value) && !value.length),
  );
  return { kinds: said, ...Object.fromEntries(set) };
}

describe('what a description holds', () => {
  test.each([
    ['8 GPUs, T4', { kinds: ['8 nvidia-t4'] }],
    // The first count stands.
    ['T4, 8 GPUs, 4 GPUs', { kinds: ['8 nvidia-t4'] }],
    ['gres/gpu=4,gres/gpu:l4=2', { kinds: ['2 nvidia-l4'] }],
    ['gres/gpu=4,gres/gpu:l4', { kinds: ['4 nvidia-l4'] }],
    // Which of both is not told.
    ['T4 + L4, 8 GPUs', { kinds: ['? nvidia-t4', '? nvidia-l4'], count: 8 }],
    ['8 GPUs', { kinds: [], count: 8 }],
    ['T4, EPYC 7742, 8 GPUs', { kinds: ['8 nvidia-t4', '? amd-epyc-7742'] }],
    ['T4 + a fan', { kinds: ['? nvidia-t4'], unknown: ['a fan'] }],
    ['T4, 64GB RAM, 16 cores', { kinds: ['? nvidia-t4'], dropped: ['64GB RAM', '16 cores'] }],
    ['T4 (AWS)', { kinds: ['? nvidia-t4'], dropped: ['AWS'] }],
    ['T4 (AWS), L4', { kinds: ['? nvidia-t4', '? nvidia-l4'], dropped: ['AWS'] }],
    ['T4 (16 GB)', { kinds: ['? nvidia-t4'] }],
    ['T4 (Amazon)', { kinds: ['? nvidia-t4'], dropped: ['Amazon'] }],
    ['T4 (m5.large)', { kinds: ['? nvidia-t4'], dropped: ['m5.large'] }],
    ['Tesla-T4-SHARED', { kinds: ['? nvidia-t4'], dropped: ['shared with others'] }],
    ['none', { kinds: [] }],
    ['0 T4', { kinds: [] }],
    ['m5.large', { kinds: ['? aws/m5.large'] }],
    ['3x p4d.24xlarge', { kinds: ['3 aws/p4d.24xlarge'] }],
    ['DGX H100', { kinds: ['8 nvidia-h100-sxm5-80gb of a machine'] }],
    ['2 DGX H100 nodes', { kinds: ['16 nvidia-h100-sxm5-80gb of a machine'] }],
    ['TPU v4-64 (32 chips)', { kinds: ['32 tpu-v4 of a slice'] }],
    ['2 TPU v4-64', { kinds: ['64 tpu-v4 of a slice'] }],
    ['MI250X GCD', { kinds: ['0.5 amd-mi250x of a part'] }],
    // A series and its SUPER, where there is one.
    ['8x 2070s', { kinds: ['8 nvidia-geforce-rtx-2070|'] }],
    ['8x 3080s', { kinds: ['8 nvidia-geforce-rtx-3080-10gb|'] }],
    ['1234s', { kinds: [], unknown: ['1234s'] }],
    // A name that could be a number of cores, and one that ends like a part.
    ['8x 910C', { kinds: ['8 huawei-ascend-910c'] }],
    ['GRID A100X-40C', { kinds: ['? nvidia-a100-sxm4-40gb'] }],
    ['(T4, 16 GB) x 2, EPYC 7742', { kinds: ['2 nvidia-t4', '? amd-epyc-7742'] }],
    ['0 GPUs, EPYC 7742', { kinds: ['? amd-epyc-7742'] }],
    ['EPYC 7742, no GPU', { kinds: ['? amd-epyc-7742'] }],
    ['no GPU, EPYC 7742', { kinds: ['? amd-epyc-7742'] }],
    // Parts of a chip in words.
    ['half an L4', { kinds: ['0.5 nvidia-l4'] }],
    ['half of an L4', { kinds: ['0.5 nvidia-l4'] }],
    ['1/4 of an L4', { kinds: ['0.25 nvidia-l4'] }],
    // A part tells the memory of the whole, and a board its modules.
    ['A100 SXM 3g.40gb', { kinds: ['0.42857142857142855 nvidia-a100-sxm4-80gb of a part'] }],
    ['8x HGX H200', { kinds: ['8 nvidia-h200-sxm-141gb'] }],
    // Sizes of a hosted machine.
    ['t4-small', { kinds: ['? nvidia-t4'] }],
    ['4x A10G large', { kinds: ['4 nvidia-a10g'] }],
    ['a10g-largex2', { kinds: ['2 nvidia-a10g'] }],
    // What it was used for, whose it is, and where it stood.
    ['L4 x4 for training', { kinds: ['4 nvidia-l4'], dropped: ['for training'] }],
    ['T4, for fine-tuning', { kinds: ['? nvidia-t4'], dropped: ['for fine-tuning'] }],
    ['T4 or similar', { kinds: ['? nvidia-t4'], dropped: ['or similar'] }],
    ["2 L4's", { kinds: ['2 nvidia-l4'] }],
    ["NVIDIA's T4", { kinds: ['? nvidia-t4'] }],
    ['L4 (GCP us-central1)', { kinds: ['? nvidia-l4'], dropped: ['GCP', 'us-central1'] }],
    ['T4 or L4', { kinds: [], unknown: ['T4 or L4'] }],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test('three hundred letters are read, one more is not', () => {
    const long = (length: number) => 'T4'.padEnd(length - 1, ' ').padEnd(length, '.');
    expect(read(long(300))).toEqual({ kinds: ['? nvidia-t4'] });
    expect(read(long(301))).toEqual({ kinds: [], unknown: [long(301)] });
  });
});

describe('chips in servers', () => {
  test.each([
    // Four and more in each are sure; fewer, or a part of one, may be in each.
    ['8 T4, 2 nodes', { kinds: ['8 nvidia-t4'], nodes: 2 }],
    ['6 T4, 2 nodes', { kinds: ['6 nvidia-t4'], nodes: 2, isOpen: true }],
    ['9 T4, 2 nodes', { kinds: ['9 nvidia-t4'], nodes: 2, isOpen: true }],
    ['1 node, 3 T4', { kinds: ['3 nvidia-t4'], nodes: 1 }],
    ['1 node of T4', { kinds: ['? nvidia-t4'], nodes: 1 }],
    ['2 nodes of T4', { kinds: ['? nvidia-t4'], nodes: 2, isOpen: true }],
    ['2 nodes with 3 T4 each', { kinds: ['6 nvidia-t4'], nodes: 2 }],
    ['T4 (8 per node)', { kinds: ['8 nvidia-t4'], nodes: 1 }],
    ['64 T4 (8 per node)', { kinds: ['64 nvidia-t4'], nodes: 8 }],
    ['4 nodes, 8 GPUs per node, T4', { kinds: ['32 nvidia-t4'], nodes: 4 }],
    ['2 nodes with 4 T4 and 2x EPYC 7742', { kinds: ['8 nvidia-t4', '2 amd-epyc-7742'], nodes: 2 }],
    ['2 nodes of p4d.24xlarge', { kinds: ['2 aws/p4d.24xlarge'] }],
    // Two kinds in each.
    ['2 nodes with T4 and L4', { kinds: ['? nvidia-t4', '? nvidia-l4'], nodes: 2 }],
    ['2 nodes with 3x T4 and 1x L4', { kinds: ['6 nvidia-t4', '2 nvidia-l4'], nodes: 2 }],
    // Servers are not counted as chips, and how many chips there are is not told.
    ['2 servers T4', { kinds: [], unknown: ['2 servers T4'] }],
    ['8 node T4 cluster', { kinds: [], unknown: ['8 node T4 cluster'] }],
    // It contradicts itself.
    ['64 T4 (7 per node)', { kinds: [], unknown: ['64 T4 (7 per node)'] }],
    ['64 T4 on 4 nodes (8 per node)', { kinds: [], unknown: ['64 T4 on 4 nodes (8 per node)'] }],
    ['2 nodes of 3 p4d.24xlarge', { kinds: [], unknown: ['2 nodes of 3 p4d.24xlarge'] }],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test('servers apart from what is in them', () => {
    expect(nodesIn('1,024 nodes, 8 T4')).toEqual({
      ...{ rest: '8 T4', nodes: 1024, perNode: null, isEach: false },
    });
    expect(nodesIn('8x T4 per node, 4 nodes')).toMatchObject({ rest: '8x T4', isEach: true });
    expect(nodesIn('64 T4 (8 per node)')).toEqual({
      ...{ rest: '64 T4', nodes: null, perNode: 8, isEach: false },
    });
    expect(nodesIn('0 nodes, 8 T4')).toBeNull();
    expect(nodesIn('1 node, 8 T4')).toMatchObject({ nodes: 1 });
    expect(nodesIn('8 T4')).toBeNull();
  });
});

test('counts of chips, and of machines', () => {
  expect(counts('1,024 A100')).toEqual([{ count: 1024, rest: 'A100' }]);
  expect(counts('1/7 A100')).toEqual([{ count: 1 / 7, rest: 'A100' }]);
  expect(counts('2k A100')).toEqual([{ count: 2000, rest: 'A100' }]);
  expect(counts('dual A100')).toEqual([{ count: 2, rest: 'A100' }]);
  expect(counts('NVIDIA 2xH200')[0]).toEqual({ count: 2, rest: 'NVIDIA H200' });
  for (const none of ['80 GB A100', '0 A100', '1.024 A100', '7 nm chip', 'A100'])
    expect(counts(none), none).toEqual([]);
  expect(machineCounts('2 x m5.large')[0]).toEqual({ count: 2, rest: 'm5.large' });
  expect(machineCounts('m5.large x 3')[0]).toEqual({ count: 3, rest: 'm5.large' });
  expect(machineCounts('1 x m5.large')[0]).toEqual({ count: 1, rest: 'm5.large' });
  // Half a machine is none, and chips behind a machine are in it.
  expect(machineCounts('0.5 x m5.large')).toEqual([]);
  expect(machineCounts('p4d.24xlarge, 8 GPUs')).toEqual([]);
});

test('memory apart from a name', () => {
  expect(memoryIn('V100 16GB SXM')).toEqual({ rest: 'V100 SXM', memoryGb: 16 });
  expect(memoryIn('T4, 15360 MiB')).toEqual({ rest: 'T4', memoryGb: 15 });
  expect(memoryIn('4.5 GB of vram K520')).toEqual({ rest: 'K520', memoryGb: 4.5 });
  expect(memoryIn('V100')).toBeNull();
});

test('as much memory, else about as much: what drivers show, and what people round up to', () => {
  const chip = (id: string, memoryGb: number | null, kind = 'gpu') =>
    ({ id, memoryGb, kind }) as unknown as Accelerator;
  const rows = [chip('a', 40), chip('b', 100), chip('m1', 8, 'soc'), chip('unknown', null)];
  const ids = (memoryGb: number) => withMemory(rows, memoryGb).map(({ id }) => id);
  expect(ids(40)).toEqual(['a']);
  expect(ids(34)).toEqual(['a', 'm1', 'unknown']);
  expect(ids(33.9)).toEqual(['m1', 'unknown']);
  expect(ids(44)).toEqual(['a', 'm1', 'unknown']);
  expect(ids(44.1)).toEqual(['m1', 'unknown']);
  expect(ids(86)).toEqual(['b', 'm1', 'unknown']);
});

test('parts of a chip', () => {
  expect(partitionIn('A100-SXM4-40GB MIG 1g.5gb')).toEqual({
    ...{ rest: 'A100-SXM4-40GB', share: 1 / 7, memoryGb: 5, wholeGb: null },
  });
  // Four slices make an A30.
  expect(partitionIn('NVIDIA A30 MIG 2g.12gb')).toMatchObject({ share: 2 / 4, memoryGb: 12 });
  expect(partitionIn('MI250X GCD')).toMatchObject({ rest: 'MI250X', share: 0.5 });
  // Three and four slices of compute have half of the memory.
  for (const [part, wholeGb] of [
    ['2g.10gb', 40],
    ['3g.40gb', 80],
    ['4g.20gb', 40],
    ['7g.80gb', 80],
  ])
    expect(partitionIn(`A100 ${part}`), `${part}`).toMatchObject({ wholeGb });
  expect(partitionIn('GRID A40-8Q')).toMatchObject({
    rest: 'NVIDIA A40',
    share: null,
    memoryGb: 8,
  });
  for (const whole of ['A100', 'H100 GCD', 'MI250X']) expect(partitionIn(whole), whole).toBeNull();
});

test('words of schedulers', () => {
  expect(scheduled('gpu:a100:4')).toEqual({ name: 'a100', count: 4 });
  expect(scheduled('gpu:a100')).toEqual({ name: 'a100', count: null });
  expect(scheduled('gres/gpu=8')).toEqual({ name: null, count: 8 });
  expect(scheduled('--gpus=4')).toEqual({ name: null, count: 4 });
  expect(scheduled('--gpus-per-node=a100:4')).toEqual({ name: 'a100', count: 4 });
  expect(scheduled('nvidia.com/gpu: 8')).toEqual({ name: null, count: 8 });
  expect(scheduled('nvidia.com/gpu.product=NVIDIA-L4')).toEqual({ name: 'NVIDIA-L4', count: null });
  for (const none of ['gpu', 'node.io/zone: west', 'A100', 'cpu=16'])
    expect(scheduled(none), none).toBeNull();
});

describe('slices of TPUs', () => {
  test.each([
    ['v3-8', 'v3-8', 4],
    ['v3 2x2', 'v3-8', 4],
    ['v4 2x2x4', 'v4-32', 16],
    ['TPU v3 with 16 cores', 'v3-16', 8],
    ['8 cores v3', 'v3-8', 4],
    ['trillium-8', 'v6e-8', 8],
    ['tpu7x 4x4', 'tpu7x-32', 16],
    ['v5e with 3 cores', 'v5litepod-3', 3],
  ])('%s', (text, name, chips) => {
    expect(tpuSlice(edition, text)).toMatchObject({ name, chips });
  });

  test.each([
    'v3 cores',
    'v3 with 0 cores',
    'v3 with 7 cores',
    'v99 with 16 cores',
    'v99 2x2',
    'A100',
  ])('%s is none', (text) => expect(tpuSlice(edition, text)).toBeNull());

  test('the nearest in size come first', () => {
    expect(nearestSlices(edition, 'v3-30', 2)).toEqual(['v3-32', 'v3-8']);
    expect(nearestSlices(edition, 'TPU v3-200', 2)).toEqual(['v3-256', 'v3-128']);
    expect(nearestSlices(edition, 'A100', 2)).toEqual([]);
  });
});

describe('names to suggest', () => {
  const near = (text: string) => nearestHardware(edition, text);

  test('slices of that generation, else five chips of the maker that is named', () => {
    expect(near('TPU v3-7')).toEqual(['v3-8', 'v3-32', 'v3-64', 'v3-128', 'v3-256']);
    const amd = near('amd mi999');
    expect(amd).toHaveLength(5);
    for (const name of amd) expect(name).toMatch(/^AMD /);
    expect(near('Intel A100')).toEqual([]);
  });

  test('count and memory aside', () => {
    for (const text of ['A1000', '8 x A1000 80GB', 'nvidia a1000'])
      expect(near(text)[0], text).toBe('NVIDIA RTX A1000');
    // A count is no part of a name: 64 is the Vega's.
    expect(near('64 MI3000')[0]).toBe('AMD Instinct MI300X');
    expect(near('RTX 4O90 x 2')[0]).toBe('NVIDIA GeForce RTX 4090');
    expect(near('1024 K8O')[0]).toMatch(/^NVIDIA Tesla K80/);
  });

  test('all that one name may mean, and nothing for nothing', () => {
    expect(near('A100')).toHaveLength(5);
    expect(near('A100').every((name) => name.startsWith('NVIDIA A100'))).toBe(true);
    expect(near('n/a')).toEqual([]);
    expect(near('zzzzzzzzzzz')).toEqual([]);
  });
});
