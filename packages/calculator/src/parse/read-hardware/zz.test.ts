import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { test } from 'vitest';
import { calculator } from '../../full.ts';
import { readHardware } from './read-hardware.ts';

const edition = calculator.editions.get(calculator.editions.current)!;
test('x', () => {
  const extra = [
    '512 NVIDIA A100 GPUs',
    'A100x4',
    '2x3090',
    'NVIDIA 2xH200',
    '384 A100 80GB GPUs',
    '32 TPUv3 chips',
    '1 x RTX 3090 + CPU',
    'RTX A5000 24GB',
    'H200 140GB',
    'GB200 NVL72',
    'TPU v3-8',
    'v5e-256',
    'v5litepod-256',
    'v6e-8',
    'TPU v5e-256',
    'v5e 16x16',
    'ironwood-256',
    'NVIDIA A100-SXM4-40GB MIG 1g.5gb',
    '1/7 A100-SXM4-40GB',
    '8 v100 GPUs',
    '2 TPU v3-8',
    'TPU v3 8 cores',
    'v3-7',
    'MacBook Pro M1 Pro',
    'MacBook Pro (M3 Max)',
    '4 nodes x 8 A100-SXM4-80GB',
    'cpu=16,mem=64G,node=1,billing=16,gres/gpu=4,gres/gpu:a100=4',
    'nvidia.com/gpu.product=NVIDIA-A100-SXM4-80GB-MIG-1g.10gb',
    'NVIDIA A40-8Q',
    'Titan X 2',
    'RTX3090',
    'GTX1080',
    '2080 Ti',
    'eight H100 SXM5',
    'A100-SXM4-80GB (x8)',
    'RTX 4090 48GB',
    'L40s',
    '4 A100s',
    'gpu:a100_1g.5gb:2',
    'DGX-1',
    '2 DGX A100',
    'HGX H100',
    'p4d.24xlarge',
    'Intel Xeon Gold 6248',
    '8x H100 80GB, 2x EPYC 7742',
    'A100 8 GPUs',
    'A100, 8 GPUs',
    'RTX 3080 Laptop',
    '3 GTX 1080 Ti',
    '1,024 A100-SXM4-40GB',
    'half an A100',
    'GPU',
    '8',
    '1080Ti x2',
    'NVIDIA GeForce RTX 4090 (24 GB)',
    'AMD MI250X GCD',
    'Tesla K80 (one GPU)',
    '4xV100-32GB-SXM2',
    'A6000',
    'RTX A6000 48GB x 2',
    'H100 PCIe 80 GB',
    '16 GB V100',
    'TPU',
    'TPU v2 pod',
    'quad RTX 6000 Ada',
    'A100-80G',
    'M2 Ultra 76-core GPU',
    'Apple M3 Pro 11-core CPU, 14-core GPU, 18GB',
    'T4 x 2 (Kaggle)',
    'P100 (Kaggle)',
    '64 AMD MI250X',
    'H800 80GB x 2048',
    '2,048 H800',
  ];
  const rows = parse(readFileSync('../shared/cases/hardware_strings.csv'), {
    columns: true,
  }) as Record<string, string>[];
  const kinds = new Set([
    'hardware_used',
    'Hardware Type',
    'CodeCarbon gpu_model',
    'Slurm GRES',
    'k8s gpu.product',
    'GKE accelerator',
    'MLPerf accelerator_model_name',
    'cloud GPU text',
    'cpu_model',
    'instance',
  ]);
  const out = [
    ...rows.filter((r) => kinds.has(r.kind!)).map((r) => [r.string!, r.expected!]),
    ...extra.map((e) => [e, '?']),
  ].map(([s, e]) => {
    const { kinds, unknown, count } = readHardware(edition, s!);
    const told = kinds.map((k) =>
      k.kind === 'accelerator'
        ? `${k.count ?? '-'} ${k.rows
            .map((r) => r.id)
            .slice(0, 4)
            .join('|')}${k.from ? ` <${k.from}>` : ''}`
        : k.kind === 'cpu'
          ? `cpu ${k.row.id}`
          : `inst ${k.row.id}`,
    );
    return `${s}  ==> ${told.join(' + ')} ${unknown.length ? `UNKNOWN ${unknown}` : ''} ${count ?? ''}   [${e}]`;
  });
  console.log(out.join('\n'));
});
