import type { CpuRow, InstanceRow } from '@ml-emissions/data';
import {
  type Account,
  accountOf,
  energyKwh,
  figureOf,
  methods,
  operationalKgCo2e,
  type Run,
} from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { current, editionWith, resolved, runOf } from '../testing.ts';

const [someCpu] = current.machines.cpus;
const [someInstance] = current.machines.instances;
if (!someCpu || !someInstance) throw new Error('no machines');
const cpu: CpuRow = {
  ...someCpu,
  id: 'of-16-cores',
  name: 'a processor of 16 cores',
  tdpW: 120,
  maxTurboPowerW: null,
  cores: 16,
  threads: 32,
};
/** An instance whose memory is not told. */
const instance: InstanceRow = {
  ...someInstance,
  id: 'aws/of-8-a100',
  provider: 'aws',
  instance: 'of-8-a100',
  acceleratorIds: ['nvidia-a100-sxm4-40gb'],
  acceleratorCount: 8,
  vcpu: 96,
  memoryGb: null,
};
const edition = editionWith({}, { machines: { cpus: [cpu], instances: [instance] } });

const onCpu = {
  hours: 12,
  host: { cpu: cpu.id, memoryGb: 64 },
  carbonIntensityGPerKwh: 475,
} satisfies Partial<Run>;
/** 400 W rated. */
const a100 = [{ accelerator: 'nvidia-a100-sxm4-40gb', count: 8, powerW: 330 }];

function account(run: Partial<Run>): Account {
  return accountOf(methods[run.method ?? 'full'], resolved(run, edition));
}

// Each worked by hand from the method's formula, so that a slip in the code shows.
const vectors: readonly {
  readonly name: string;
  readonly run: Partial<Run>;
  readonly kwh: number;
}[] = [
  {
    // 12 h x (16 x 7.5 W + 64 GB x 0.3725) x 1.56 / 1000
    name: 'green-algorithms-2021, no provider: PUE 1.56',
    run: { ...onCpu, method: 'green-algorithms-2021' },
    kwh: 2.6926848,
  },
  {
    // 12 h x (4 x 7.5 W x 0.5 + 64 x 0.3725) x 1 x 3 / 1000: a quarter of the cores, half used, three times
    name: 'green-algorithms-2021, own computer, scaled by repeats',
    run: {
      ...onCpu,
      method: 'green-algorithms-2021',
      site: 'desktop',
      repeats: 3,
      host: { ...onCpu.host, cores: 4, utilisation: 0.5 },
    },
    kwh: 1.39824,
  },
  {
    // 12 h x (60 W + 20 W) / 1000: half of TDP, four modules, PUE 1
    name: 'codecarbon-constant, load not known',
    run: { ...onCpu, method: 'codecarbon-constant' },
    kwh: 0.96,
  },
  {
    // 12 h x (120 W x (0.1 + 0.9 x 0.5^3) + 20 W) x 1.2 / 1000
    name: 'codecarbon-constant, load 0.5 and a PUE',
    run: {
      ...onCpu,
      method: 'codecarbon-constant',
      pue: 1.2,
      host: { ...onCpu.host, utilisation: 0.5 },
    },
    kwh: 0.6552,
  },
  {
    // 12 h x 85 W / 1000
    name: 'codecarbon-constant, processor not known',
    run: {
      method: 'codecarbon-constant',
      hours: 12,
      hardware: [{ accelerator: { name: 'chip', tdpW: 1 }, count: 1, powerW: 0 }],
    },
    kwh: 1.02,
  },
  {
    // (8 x (46 + 0.5 x 361) + 96 x (0.74 + 0.5 x 2.76)) x 10 h / 1000 x 1.135
    name: 'cloud-carbon-footprint, an instance of 8 A100 and 96 vCPU for 10 h',
    run: {
      method: 'cloud-carbon-footprint',
      instance: instance.id,
      hours: 10,
      place: { provider: 'aws', region: 'us-east-1' },
      carbonIntensityGPerKwh: 100,
    },
    kwh: 22.876152,
  },
  {
    // 10 h x 8 x 330 W / 1000 x 1.1
    name: 'patterson-2021',
    run: { method: 'patterson-2021', hours: 10, hardware: a100, pue: 1.1 },
    kwh: 29.04,
  },
  {
    name: 'lacoste-2019: 10 h x 8 x 400 W / 1000',
    run: { method: 'lacoste-2019', hours: 10, hardware: a100, pue: 1.1 },
    kwh: 32,
  },
];

test.each(vectors)('$name: $kwh kWh', ({ run, kwh }) => {
  const got = account(run);
  expect(energyKwh(got)).toBeCloseTo(kwh, 10);
  const grams = runOf(run).carbonIntensityGPerKwh as number;
  expect(operationalKgCo2e(got)).toBeCloseTo((kwh * grams) / 1000, 10);
});

test('cloud-carbon-footprint: manufacture of a server of 8 chips and 96 GB over 35,040 h', () => {
  const got = account({
    method: 'cloud-carbon-footprint',
    hours: 10,
    hardware: a100,
    host: { memoryGb: 96 },
  });
  expect(figureOf(got, 'embodiedKgCo2e')).toBeCloseTo(
    ((1000 + 1.388 * 80 + 150 * 8) * 10) / 35_040,
    10,
  );
});

test('sci spreads manufacture over four years of reserved time, full over service life in use', () => {
  const run: Partial<Run> = {
    hours: 10,
    hardware: [{ accelerator: { name: 'chip', tdpW: 1, embodiedKgCo2e: 164 }, count: 1 }],
    embodied: { serviceLifeYears: 5, averageUse: 0.6 },
  };
  const chip = (one: Partial<Run>) =>
    account(one).steps.find(({ name }) => name === 'chip-embodied')?.value;
  const { embodied: _, ...untold } = run;
  expect(chip({ ...untold, method: 'sci' })).toBeCloseTo((164 * 10) / (4 * 8760), 12);
  expect(chip({ ...run, method: 'full' })).toBeCloseTo((164 * 10) / (5 * 8760 * 0.6), 12);
});
