import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { parseRun } = calculator;

// Hardware and places as 119 published footprints and model cards write them.
const RESOLVED = {
  'TPU v3 chip': 'tpu-v3',
  'TPU v3': 'tpu-v3',
  'TPU v2 chip': 'tpu-v2',
  'TPU v3 chip (TPU v3-8 = 4 chips)': 'tpu-v3',
  MI250X: 'amd-mi250x',
  'A100 PCIe 40GB': 'nvidia-a100-pcie-40gb',
  'A100 SXM 80GB': 'nvidia-a100-sxm4-80gb',
  'A100 SXM4 80GB': 'nvidia-a100-sxm4-80gb',
  'A100-SXM4-40GB': 'nvidia-a100-sxm4-40gb',
  'A100-SXM4-80GB': 'nvidia-a100-sxm4-80gb',
  'A100-SXM4-80GB node (AWS)': 'nvidia-a100-sxm4-80gb',
  'NVIDIA A100-SXM4-80GB': 'nvidia-a100-sxm4-80gb',
  'Tesla V100-SXM2-16GB': 'nvidia-v100-sxm2-16gb',
  'Tesla V100-SXM2-32GB': 'nvidia-v100-sxm2-32gb',
  T4: 'nvidia-t4',
  'Titan RTX': 'nvidia-titan-rtx',
  P40: 'nvidia-tesla-p40',
  L40S: 'nvidia-l40s',
};

// Each may be a PCIe card or an SXM module, or a board or one of its halves, whose powers differ.
const AMBIGUOUS = [
  'A100',
  'A100 cluster idle',
  'A100-40GB',
  'A100-40GB (GCP a2-megagpu-16g)',
  'A100-80GB',
  'A100 PCIe 40/80GB',
  'H100',
  'H100-80GB',
  'V100',
  'V100 (AWS)',
  'V100 system',
  'Tesla V100',
  'P100',
  'P100 system',
  'Tesla P100',
  'Tesla K80',
  'Google Cloud TPU',
];

const SEVERAL = [
  'A100/V100 mix',
  'A100 PCIe 40GB & A100 SXM4 80GB',
  'TPU v4/v5e/v5p',
  'A100/H100',
  'A100/H100-80GB',
];

const NO_CHIP = ['mixed', 'TPU fleet', 'GPU+CPU system', 'HPE Apollo 6500 (8 GPU)'];

function hardwareOf(accelerator: string) {
  return parseRun({ hardware: [{ accelerator }], hours: 1, carbonIntensityGPerKwh: 1 });
}

function codeOf(accelerator: string): string {
  const parsed = hardwareOf(accelerator);
  return parsed.ok ? 'resolved' : (parsed.problems[0]?.code ?? '');
}

describe('hardware in the words of published footprints', () => {
  test.each(Object.entries(RESOLVED))('%s is %s', (name, id) => {
    const parsed = hardwareOf(name);
    expect(parsed.ok && parsed.run.hardware[0]?.accelerator).toBe(id);
  });

  test.each(AMBIGUOUS)('%s is ambiguous', (name) => {
    expect(codeOf(name)).toBe('ambiguous-accelerator');
  });

  test.each(SEVERAL)('%s is several kinds', (name) => {
    const parsed = hardwareOf(name);
    expect(!parsed.ok && parsed.problems[0].message).toContain('several');
  });

  test.each(NO_CHIP)('%s is no accelerator', (name) => {
    expect(codeOf(name)).toBe('unknown-accelerator');
  });
});

describe('places in the words of published footprints', () => {
  test.each([
    [
      { provider: 'GCP', region: 'Iowa (us-central1)' },
      { provider: 'gcp', region: 'us-central1' },
    ],
    [
      { provider: 'Google', region: 'Oklahoma' },
      { provider: 'gcp', region: 'us-central2' },
    ],
    [
      { provider: 'AWS', region: 'us-west-2 (Oregon)' },
      { provider: 'aws', region: 'us-west-2' },
    ],
    [
      { provider: 'AWS', region: 'us-east-1' },
      { provider: 'aws', region: 'us-east-1' },
    ],
    [
      { provider: 'Azure', region: 'eastus' },
      { provider: 'azure', region: 'eastus' },
    ],
    [
      { provider: 'Azure', region: 'westus2' },
      { provider: 'azure', region: 'westus2' },
    ],
    [
      { provider: 'OVH', region: 'Gravelines (FR)' },
      { provider: 'ovh', region: 'fr-gravelines' },
    ],
    [
      { provider: 'GCP', region: 'northamerica-northeast1' },
      { provider: 'gcp', region: 'northamerica-northeast1' },
    ],
    [{ country: 'USA' }, { country: 'US' }],
    [{ country: 'US average' }, { country: 'US' }],
    [{ country: 'France' }, { country: 'FR' }],
    [{ country: 'Finland (LUMI)' }, { site: 'lumi' }],
    [{ country: 'Australia (MosaicML)' }, { country: 'AU' }],
    [{ country: 'Italy (default 0.432)' }, { country: 'IT' }],
    [{ country: 'Switzerland' }, { country: 'CH' }],
    [{ country: 'Netherlands' }, { country: 'NL' }],
    [{ country: 'Germany' }, { country: 'DE' }],
    [{ zone: 'quebec (CA)' }, { zone: 'CA-QC' }],
    [{ zone: 'Ontario (ca-on)' }, { zone: 'CA-ON' }],
    [{ zone: 'Texas' }, { zone: 'US-TX' }],
    [{ zone: 'North Carolina (US)' }, { zone: 'US-NC' }],
  ])('%o', (place, expected) => {
    const parsed = parseRun({ hardware: [{ accelerator: 'T4' }], hours: 1, place });
    expect(parsed.ok ? parsed.run.place : parsed.problems).toEqual(expected);
  });

  test.each([['not named'], ['fleet average'], ['various'], ['specific DC, not named']])(
    '%s is no place',
    (country) => {
      expect(parseRun({ hardware: [{ accelerator: 'T4' }], hours: 1, place: { country } }).ok).toBe(
        false,
      );
    },
  );
});
