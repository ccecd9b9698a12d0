import { expect, test } from 'vitest';
import { embodiedKgCo2e, energyKwh, operationalKgCo2e } from '../evaluate.ts';
import { device, emptyWork, factor } from '../testing.ts';
import { given, type HostCpu, type Work } from '../work.ts';
import { methods } from './index.ts';

const cpu: HostCpu = {
  name: 'a processor of 16 cores',
  count: given(1, 'cpus'),
  tdpW: factor(120),
  fullW: factor(120),
  powerShare: factor(0.5),
  load: null,
  cores: 16,
  threads: 32,
};
const onCpu: Work = {
  ...emptyWork,
  hours: given(12, 'hours'),
  host: { ...emptyWork.host, cpu, memoryGb: given(64, 'memory') },
  carbonIntensityGPerKwh: { ...emptyWork.carbonIntensityGPerKwh, value: 475 },
};
const a100 = device(400, 8, { name: 'NVIDIA A100 SXM4 40GB', measuredW: factor(330) });

// Each worked by hand from the method's formula, so that a slip in the code shows.
const vectors = [
  {
    // 12 h x (16 x 7.5 W + 64 GB x 0.3725) x 1.56 / 1000
    name: 'green-algorithms-2021, no provider: PUE 1.56',
    method: 'green-algorithms-2021',
    work: onCpu,
    kwh: 2.6926848,
  },
  {
    // 12 h x (4 x 7.5 W x 0.5 + 64 x 0.3725) x 1 x 3 / 1000: a quarter of the cores, half used, three times
    name: 'green-algorithms-2021, own computer, scaled by repeats',
    method: 'green-algorithms-2021',
    work: {
      ...onCpu,
      site: 'desktop',
      repeats: given(3, 'repeats'),
      host: { ...onCpu.host, cpu: { ...cpu, count: given(0.25, 'cpus'), load: factor(0.5) } },
    },
    kwh: 1.39824,
  },
  {
    // 12 h x (60 W + 20 W) / 1000: half of TDP, four modules, PUE 1
    name: 'codecarbon-constant, load not known',
    method: 'codecarbon-constant',
    work: onCpu,
    kwh: 0.96,
  },
  {
    // 12 h x (120 W x (0.1 + 0.9 x 0.5^3) + 20 W) x 1.2 / 1000
    name: 'codecarbon-constant, load 0.5 and a PUE',
    method: 'codecarbon-constant',
    work: {
      ...onCpu,
      pue: factor(1.2),
      givenPue: factor(1.2),
      host: { ...onCpu.host, cpu: { ...cpu, load: factor(0.5) } },
    },
    kwh: 0.6552,
  },
  {
    // 12 h x 85 W / 1000
    name: 'codecarbon-constant, processor not known',
    method: 'codecarbon-constant',
    work: {
      ...emptyWork,
      hours: given(12, 'hours'),
      devices: [device(1, 1, { measuredW: factor(0) })],
    },
    kwh: 1.02,
  },
  {
    // (8 x (46 + 0.5 x 361) + 96 x (0.74 + 0.5 x 2.76)) x 10 h / 1000 x 1.135
    name: 'cloud-carbon-footprint, p4d.24xlarge for 10 h',
    method: 'cloud-carbon-footprint',
    work: {
      ...emptyWork,
      provider: 'aws',
      hours: given(10, 'hours'),
      devices: [a100],
      host: { ...emptyWork.host, vcpu: 96 },
    },
    kwh: 22.876152,
  },
  {
    // 10 h x 8 x 330 W / 1000 x 1.1
    name: 'patterson-2021',
    method: 'patterson-2021',
    work: { ...emptyWork, hours: given(10, 'hours'), devices: [a100], pue: factor(1.1) },
    kwh: 29.04,
  },
  {
    name: 'lacoste-2019: 10 h x 8 x 400 W / 1000',
    method: 'lacoste-2019',
    work: { ...emptyWork, hours: given(10, 'hours'), devices: [a100], pue: factor(1.1) },
    kwh: 32,
  },
] as const;

test.each(vectors)('$name: $kwh kWh', ({ method, work, kwh }) => {
  const account = methods[method].account(work);
  expect(energyKwh(account)).toBeCloseTo(kwh, 10);
  const grams = work.carbonIntensityGPerKwh.value;
  expect(operationalKgCo2e(account)).toBeCloseTo((kwh * grams) / 1000, 10);
});

test('cloud-carbon-footprint: manufacture of a server of 8 chips and 96 GB over 35,040 h', () => {
  const work: Work = {
    ...emptyWork,
    hours: given(10, 'hours'),
    devices: [a100],
    host: { ...emptyWork.host, memoryGb: given(96, 'memory') },
  };
  const kg = embodiedKgCo2e(methods['cloud-carbon-footprint'].account(work));
  expect(kg).toBeCloseTo(((1000 + 1.388 * 80 + 150 * 8) * 10) / 35_040, 10);
});

test('sci spreads manufacture over four years of reserved time, full over service life in use', () => {
  const work: Work = {
    ...emptyWork,
    hours: given(10, 'hours'),
    devices: [a100],
    made: [{ step: 'chip', label: 'chip', times: [], kgCo2e: factor(164) }],
    amortisation: { serviceLifeYears: factor(5), averageUse: factor(0.6) },
  };
  expect(embodiedKgCo2e(methods.sci.account(work))).toBeCloseTo((164 * 10) / (4 * 8760), 12);
  expect(embodiedKgCo2e(methods.full.account(work))).toBeCloseTo((164 * 10) / (5 * 8760 * 0.6), 12);
});
