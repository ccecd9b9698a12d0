import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculator } from '../../full.ts';

const { estimate, parseRun, show } = calculator;

const parsedFrom = (accelerator: string, more: object = {}) =>
  parseRun({ hardware: [{ accelerator, ...more }], hours: 1, carbonIntensityGPerKwh: 100 });

/** `8 nvidia-t4` for what a text is taken for; the code of the problem where it is asked back. */
function takenFor(accelerator: string, more: object = {}): string {
  const parsed = parsedFrom(accelerator, more);
  if (!parsed.ok) return parsed.problems[0].code;
  const [chip] = parsed.run.hardware;
  const { host } = parsed.run;
  if (!chip) return `cpu ${host?.cpu}`;
  return `${chip.count} ${chip.accelerator}${host?.cpu ? ` + ${host.cpu}` : ''}`;
}

describe('counts, memory and words around a name', () => {
  test.each([
    ['1 Tesla T4', '1 nvidia-t4'],
    ['2 RTX 3090', '2 nvidia-geforce-rtx-3090'],
    ['2x3090', '2 nvidia-geforce-rtx-3090'],
    ['3 GTX 1080 Ti', '3 nvidia-geforce-gtx-1080-ti'],
    ['1080Ti x2', '2 nvidia-geforce-gtx-1080-ti'],
    ['NVIDIA 2xH200', '2 nvidia-h200-sxm-141gb'],
    ['eight H100 SXM5', '8 nvidia-h100-sxm5-80gb'],
    ['one NVIDIA L4 (24 GB)', '1 nvidia-l4'],
    ['A100-SXM4-80GB (x8)', '8 nvidia-a100-sxm4-80gb'],
    ['A100-SXM4-80GB, 8 GPUs', '8 nvidia-a100-sxm4-80gb'],
    ['RTX A6000 48GB x 2', '2 nvidia-rtx-a6000'],
    ['1,024 A100-SXM4-40GB', '1024 nvidia-a100-sxm4-40gb'],
    ['4 nodes x 8 A100-SXM4-80GB', '32 nvidia-a100-sxm4-80gb'],
    ['8 x NVIDIA A100 (80GB) SXM', '8 nvidia-a100-sxm4-80gb'],
    ['8x NVIDIA B200 180GB Tensor Core', '8 nvidia-b200-180gb'],
    ['8 x Nvidia B300 263GB', '8 nvidia-b300-288gb'],
    ['RTX A5000 24GB', '1 nvidia-rtx-a5000'],
    ['32 TPUv3 chips', '32 tpu-v3'],
    ['1 x RTX 3090 + CPU', '1 nvidia-geforce-rtx-3090'],
    ['T4 x 2 (Kaggle)', '2 nvidia-t4'],
    ['RTX 2080 Ti.', '1 nvidia-geforce-rtx-2080-ti'],
    ['2080 Ti', '1 nvidia-geforce-rtx-2080-ti'],
    ['RTX3090', '1 nvidia-geforce-rtx-3090'],
  ])('%s', (text, expected) => expect(takenFor(text)).toBe(expected));

  test.each([
    // PCIe card or SXM module.
    ['8 v100 GPUs', 'ambiguous-accelerator'],
    ['512 NVIDIA A100 GPUs', 'ambiguous-accelerator'],
    ['384 A100 80GB GPUs', 'ambiguous-accelerator'],
    ['A100x4', 'ambiguous-accelerator'],
    ['16 GB V100', 'ambiguous-accelerator'],
    ['NVIDIA A100 40GB / T4 15GB', 'ambiguous-accelerator'],
    // It has 24 GB.
    ['RTX 4090 48GB', 'unknown-accelerator'],
    // A Titan X is a card of its own.
    ['Titan X 2', 'unknown-accelerator'],
    ['HPE Apollo 6500 (8 GPU)', 'unknown-accelerator'],
    ['Not Specified', 'unknown-accelerator'],
    ['8', 'missing'],
    ['p4d.24xlarge', 'unknown-accelerator'],
  ])('%s is asked back', (text, code) => expect(takenFor(text)).toBe(code));

  test('a count is never dropped', () => {
    const names = ['T4', 'NVIDIA L4', 'RTX 3090', 'H100 SXM5', 'A100-SXM4-80GB', 'MI250X'];
    const forms = [
      (n: number, name: string) => `${n} ${name}`,
      (n: number, name: string) => `${n}x${name}`,
      (n: number, name: string) => `${n} × ${name}`,
      (n: number, name: string) => `${name} x${n}`,
      (n: number, name: string) => `${name} (${n}x)`,
      (n: number, name: string) => `${n} ${name} GPUs`,
      (n: number, name: string) => `${name}, ${n} GPUs`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...forms),
        fc.integer({ min: 1, max: 4096 }),
        (name, form, n) => {
          const parsed = parsedFrom(form(n, name));
          expect(parsed.ok && parsed.run.hardware[0]?.count).toBe(n);
        },
      ),
    );
  });

  test('a count told twice is a conflict, unless both say the same', () => {
    expect(takenFor('2xL4', { count: 3 })).toBe('conflict');
    expect(takenFor('2xL4', { count: 2 })).toBe('2 nvidia-l4');
  });
});

describe('slices, parts and machines', () => {
  test.each([
    ['v3-8 TPU', '4 tpu-v3'],
    ['TPU v3-8', '4 tpu-v3'],
    ['2 TPU v3-8', '8 tpu-v3'],
    ['TPU v3 8 cores', '4 tpu-v3'],
    ['v5e-256', '256 tpu-v5e'],
    ['v5litepod-256', '256 tpu-v5e'],
    ['v5e 16x16', '256 tpu-v5e'],
    ['v6e-8', '8 tpu-v6e'],
    ['ironwood-256', '128 tpu-v7'],
    ['DGX H100', '8 nvidia-h100-sxm5-80gb'],
    ['2 DGX H100', '16 nvidia-h100-sxm5-80gb'],
    ['GB200 NVL72', '72 nvidia-gb200-gpu'],
    ['AMD MI250X GCD', '0.5 amd-mi250x'],
  ])('%s', (text, expected) => expect(takenFor(text)).toBe(expected));

  test('one of seven slices, and two of them', () => {
    const seventh = (text: string) => {
      const parsed = parsedFrom(text);
      return parsed.ok && Number(parsed.run.hardware[0]?.count);
    };
    expect(seventh('NVIDIA A100-SXM4-40GB MIG 1g.5gb')).toBeCloseTo(1 / 7, 12);
    expect(seventh('1/7 A100-SXM4-40GB')).toBeCloseTo(1 / 7, 12);
    expect(seventh('2x NVIDIA A100-SXM4-40GB MIG 3g.20gb')).toBeCloseTo(6 / 7, 12);
    expect(seventh('NVIDIA A40-8Q')).toBeCloseTo(8 / 48, 12);
  });

  test('what a slice was counted as is told', () => {
    const parsed = parsedFrom('TPU v3-8');
    if (!parsed.ok) throw new Error('refused');
    expect(estimate(parsed.run).warnings.map(({ message }) => message)).toContain(
      "'TPU v3-8' is counted as 4 x Google TPU v3",
    );
  });

  test('a size that no slice has is answered with slices of that generation', () => {
    const parsed = parsedFrom('TPU v3-7');
    expect(!parsed.ok && parsed.problems[0].suggestions?.[0]).toBe('v3-8');
  });
});

describe('words of schedulers, trackers and computers', () => {
  test.each([
    ['gpu:h100:1(S:0-1)', 'ambiguous-accelerator'],
    ['gres/gpu:l40s=1', '1 nvidia-l40s'],
    ['gres/gpu:mi210:8', '8 amd-mi210'],
    ['gres/gpu:nvidia_geforce_rtx_2080_ti=1', '1 nvidia-geforce-rtx-2080-ti'],
    ['cpu=16,mem=64G,node=1,billing=16,gres/gpu=4,gres/gpu:l4=4', '4 nvidia-l4'],
    ['gpu:a100:2,gpu:h100:1', 'ambiguous-accelerator'],
    ['gres/gpu=8', 'missing'],
    ['nvidia.com/gpu.product=NVIDIA-L4', '1 nvidia-l4'],
    ['1 x NVIDIA GeForce RTX 4070', '1 nvidia-geforce-rtx-4070'],
    [
      '12 x Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz (CPU), 1 x NVIDIA GeForce GTX 1650 (GPU)',
      '1 nvidia-geforce-gtx-1650 + intel-core-i7-9750h',
    ],
    ['AMD EPYC 7742', 'cpu amd-epyc-7742'],
    ['Apple MacBook Air (M4, 16 GB unified memory), Apple Silicon, no discrete GPU', '1 apple-m4'],
    ['Apple Mac Studio 2022 || M1 Max/32GB RAM/10C CPU(8+2)/24C GPU', '1 apple-m1-max'],
    ['MacBook Pro M2', '1 apple-m2'],
  ])('%s', (text, expected) => expect(takenFor(text)).toBe(expected));
});

test('a list of names shows what a run takes them for', () => {
  for (const text of ['8 T4 GPUs', 'TPU v3-8', 'gres/gpu:l40s=1', '2x3090']) {
    const parsed = parsedFrom(text);
    const taken = parsed.ok && parsed.run.hardware[0]?.accelerator;
    const shown = show(text).flatMap((one) => {
      if (one.kind === 'slice') return one.row.acceleratorId;
      return one.kind === 'accelerator' ? one.row.id : [];
    });
    expect(shown).toEqual([taken]);
  }
});

test('any text is answered, and nothing takes long', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
      const parsed = parsedFrom(text || 'x');
      expect(typeof parsed.ok).toBe('boolean');
    }),
    { numRuns: 300 },
  );
});

describe('what stands beside the accelerator is used, or told, or refused', () => {
  const runFrom = (text: string, more: object = {}) => {
    const parsed = parsedFrom(text, more);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.run;
  };

  test('processors by their number', () => {
    expect(runFrom('8x H100 SXM5, 2x EPYC 7742').host).toEqual({
      cpu: 'amd-epyc-7742',
      cpuCount: 2,
    });
    expect(runFrom('EPYC 7742', { count: 2 })).toMatchObject({
      hardware: [],
      host: { cpuCount: 2 },
    });
    // A tracker counts the threads of its one processor: 64 cores, 128 threads.
    expect(runFrom('128 x AMD EPYC 7742').host).toEqual({ cpu: 'amd-epyc-7742' });
    expect(takenFor('32 x AMD EPYC 7742')).toBe('ambiguous-cpu');
    expect(takenFor('EPYC 7742', { powerW: 200 })).toBe('conflict');
  });

  test('another processor than the host’s is a conflict', () => {
    const parsed = parseRun({
      hardware: [{ accelerator: '1 x T4 + EPYC 7742' }],
      host: { cpu: 'Xeon Gold 6248' },
      hours: 1,
      carbonIntensityGPerKwh: 1,
    });
    expect(!parsed.ok && parsed.problems[0]).toMatchObject({
      code: 'conflict',
      field: '/host/cpu',
    });
  });

  test.each([
    ['T4 x 2 (Kaggle)', "'T4 x 2 (Kaggle)' is taken for NVIDIA T4; not used: Kaggle"],
    ['T4, 64GB RAM', "'T4, 64GB RAM' is taken for NVIDIA T4; not used: 64GB RAM"],
    [
      'TPU v3 chip (TPU v3-8 = 4 chips)',
      "'TPU v3 chip (TPU v3-8 = 4 chips)' is taken for Google TPU v3; not used: TPU v3-8 = 4 chips",
    ],
  ])('%s', (text, message) => {
    expect(estimate(runFrom(text)).warnings.map((one) => one.message)).toContain(message);
  });
});

describe('what names nothing is taken for nothing', () => {
  test.each(['n/a', 'N/A', 'unknown', 'Not specified', 'GPU', 'CPU', 'none', '2', 'x', 'n'])(
    '%s',
    (text) => {
      expect(takenFor(text)).toMatch(/^unknown-accelerator$|^missing$/);
    },
  );

  test.each(['8 GPUs', 'gpu:1', 'nvidia.com/gpu: 4'])(
    '%s counts, and does not say what',
    (text) => {
      expect(takenFor(text)).toBe('missing');
    },
  );
});

describe('servers', () => {
  const withNodes = (accelerator: string, more: object = {}): string => {
    const parsed = parsedFrom(accelerator, more);
    if (!parsed.ok) return `${parsed.problems[0].field} ${parsed.problems[0].code}`;
    const { hardware, nodes } = parsed.run;
    return `${hardware[0]?.count} in ${nodes}`;
  };

  test.each([
    ['4 nodes x 8 T4', '32 in 4'],
    ['4 nodes, 8 T4 each', '32 in 4'],
    ['4 nodes, each with 8 T4', '32 in 4'],
    ['4 nodes with 8x A100-SXM4-40GB each', '32 in 4'],
    ['8x T4 per node, 4 nodes', '32 in 4'],
    ['32x T4 (4 nodes)', '32 in 4'],
    ['32 T4 on 4 nodes', '32 in 4'],
    ['64 T4 across 8 nodes (8 GPUs per node)', '64 in 8'],
    ['64 T4 (8 per node)', '64 in 8'],
    ['4 nodes, 3 GPUs per node, T4', '12 in 4'],
    ['1 server with 8x T4 and 2x AMD EPYC 7742', '8 in 1'],
    ['1 node, T4', '1 in 1'],
    // Eight in all, or in each.
    ['8x T4, 4 nodes', '/hardware/0/accelerator ambiguous-accelerator'],
    ['4 nodes, 8 T4', '/hardware/0/accelerator ambiguous-accelerator'],
    ['4 nodes of T4', '/hardware/0/accelerator missing'],
    ['64 T4 across 8 nodes (4 per node)', '/hardware/0/accelerator unknown-accelerator'],
  ])('%s', (text, expected) => expect(withNodes(text)).toBe(expected));

  test('beside a field of their own they must agree', () => {
    expect(withNodes('32x T4 (4 nodes)', {})).toBe('32 in 4');
    const both = (nodes: number) =>
      parseRun({
        hardware: [{ accelerator: '32x T4 (4 nodes)' }],
        nodes,
        hours: 1,
        carbonIntensityGPerKwh: 100,
      });
    expect(both(4).ok).toBe(true);
    expect(both(8)).toMatchObject({ problems: [{ field: '/nodes', code: 'conflict' }] });
  });
});

test.each([
  ['5090 x 2', '2 nvidia-geforce-rtx-5090'],
  ['RTX 4090D', '1 nvidia-geforce-rtx-4090-d'],
  ['--gres=gpu:t4:4', '4 nvidia-t4'],
  ['--gpus-per-node=a100-sxm4-80gb:4', '4 nvidia-a100-sxm4-80gb'],
  ['-G t4:4', '4 nvidia-t4'],
  ['#SBATCH --gres=gpu:t4:2', '2 nvidia-t4'],
  ['Tesla-T4-SHARED', '1 nvidia-t4'],
  ['TPU VM v3-8', '4 tpu-v3'],
  ['Habana Gaudi 2', '1 intel-gaudi2'],
  ['NVIDIA A10-4Q', `${4 / 24} nvidia-a10`],
  ['H100 SXM5 80GB MIG 3g.40gb Device 0', `${3 / 7} nvidia-h100-sxm5-80gb`],
  ['A100 SXM4 40GB 400W', '1 nvidia-a100-sxm4-40gb'],
  // Of the A100s only the PCIe card of 80 GB has a rating of 300 W.
  ['A100 300W', '1 nvidia-a100-pcie-80gb'],
  ['A100 999W', 'unknown-accelerator'],
  ['TPU v4-64 (32 chips)', '32 tpu-v4'],
  ['TPU v4-64 (64 chips)', 'unknown-accelerator'],
  // A plural, or a card of its own.
  ['8 V100s', 'ambiguous-accelerator'],
  ['8 L40s', 'ambiguous-accelerator'],
  ['8x L40S', '8 nvidia-l40s'],
  ['gres/gpu:l40s=1', '1 nvidia-l40s'],
  ['2080S', '1 nvidia-geforce-rtx-2080-super'],
  ['2070s', 'ambiguous-accelerator'],
  // No negative count, and no thousand with a point.
  ['-4 T4', 'unknown-accelerator'],
  ['- 4 T4', '4 nvidia-t4'],
  ['1.024 T4', 'unknown-accelerator'],
  ['Tesla T4, 15360 MiB', '1 nvidia-t4'],
  ['GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-1234)', '1 nvidia-a100-sxm4-40gb'],
  ['dl1.24xlarge', 'unknown-accelerator'],
  ['x8', 'missing'],
  ['S4', 'unknown-accelerator'],
  ['Leonardo', 'unknown-accelerator'],
  ['0.5xT4', '0.5 nvidia-t4'],
  ['HGX H100 SXM5 80GB 8-GPU', '8 nvidia-h100-sxm5-80gb'],
  ['4 (four) A100 SXM4 80GB', '4 nvidia-a100-sxm4-80gb'],
  ['10k H100 SXM5 80GB', '10000 nvidia-h100-sxm5-80gb'],
  ['quatre A100 SXM4 80 Go', '4 nvidia-a100-sxm4-80gb'],
  ['TPU v4-1024 pod', '512 tpu-v4'],
  ['8-core TPU v3', '4 tpu-v3'],
  ['TPU v3 with 8 cores', '4 tpu-v3'],
  ['TPUv4 with 128 cores', '64 tpu-v4'],
  ['8 TPU v3', '8 tpu-v3'],
  ['TPU v3-32 pod slice', '16 tpu-v3'],
  ['2x AMD EPYC 7742 64-Core', 'cpu amd-epyc-7742'],
  ['Intel Xeon Gold 6148 (20 cores)', 'cpu intel-xeon-gold-6148'],
])('%s as it is written', (text, expected) => {
  expect(takenFor(text)).toBe(expected);
});
