import { ENERGY_SCOPES, METHODS, SITES, WORK_KINDS } from '@ml-emissions/calculator';
import { calculator } from '../../state/calculator.ts';

type Input = Readonly<Record<string, unknown>>;

const A100 = { accelerator: 'A100-SXM4-80GB', count: 8 };
const T4 = { accelerator: 'T4', count: 2 };
const ranged = { value: 10, low: 9, high: 20 };
const lopsided = { value: 0.5, low: 0.4, high: 0.9 };
const lopsidedExcess = { value: 1.3, low: 1.25, high: 2 };

/** What is computed on: every way to tell it. */
const MACHINES: readonly Input[] = [
  { hardware: [A100] },
  { hardware: [T4] },
  { hardware: [A100, T4] },
  { hardware: [A100, { accelerator: 'H100 SXM5 80GB', count: ranged }], nodes: 16 },
  { hardware: [{ accelerator: 'TPU v4', count: 1 }] },
  { hardware: [{ accelerator: 'nvidia-gb200-gpu', count: 4 }] },
  { hardware: [{ accelerator: 'apple-m2-max', count: 1 }] },
  { hardware: [{ accelerator: 'RTX 4090', count: 2 }], nodes: 1 },
  { hardware: [{ ...A100, powerW: 300 }] },
  { hardware: [{ ...A100, powerW: { value: 300, low: 290, high: 500 } }] },
  { hardware: [{ ...A100, utilisation: lopsided }] },
  { hardware: [{ accelerator: 'AGX Xavier', count: { value: 1, low: 0.9, high: 3 } }] },
  { hardware: [{ accelerator: { name: 'mine', tdpW: 250 }, count: 1 }] },
  {
    hardware: [
      {
        accelerator: {
          name: 'big (v.2); TDP',
          tdpW: { value: 900, low: 880, high: 1500 },
          embodiedKgCo2e: { value: 200, low: 190, high: 500 },
        },
        count: 3,
      },
    ],
  },
  { hardware: [A100], deviceHours: { value: 800, low: 700, high: 2000 }, hours: undefined },
  { hardware: [A100], host: { powerW: { value: 500, low: 490, high: 900 } } },
  { hardware: [A100], host: { cpu: 'EPYC 7742', cpuCount: 2, memoryGb: 1024 } },
  { hardware: [A100], host: { cpu: 'EPYC 7742', cores: 16, utilisation: lopsided } },
  { hardware: [T4], host: { cpu: 'i9-13900K', memoryGb: { value: 64, low: 60, high: 200 } } },
  { host: { cpu: 'EPYC 7742', cpuCount: 2, utilisation: 0.4 } },
  { host: { cpu: 'i9-13900K' } },
  { host: { powerW: 300 } },
  { instance: 'p4d.24xlarge' },
  { instance: 'g5.xlarge', instanceCount: 3 },
  { instance: 'a2-highgpu-1g' },
  { instance: 'paperspace/v100' },
  { slice: 'v3-256' },
  { slice: 'v5litepod-16' },
  ...ENERGY_SCOPES.flatMap((energyScope) => [
    { hardware: [A100], energyKwh: ranged, energyScope },
    { hardware: [A100], energyKwh: 500, energyScope, host: { cpu: 'EPYC 7742', memoryGb: 256 } },
    { energyKwh: 500, energyScope, hours: undefined },
    { hardware: [A100], energyKwh: 500, energyScope, hours: undefined },
  ]),
  { energyKwh: 500 },
];

/** Where, as provider, country, zone or nothing but a number. */
const PLACES: readonly Input[] = [
  { place: { provider: 'aws', region: 'us-east-1' } },
  { place: { country: 'FR' } },
  { place: { zone: 'US-CAL-CISO' } },
  { place: { provider: 'gcp', region: 'us-central1' }, edition: '2019-paper' },
  { carbonIntensityGPerKwh: 0 },
  { place: { provider: 'gcp', region: 'europe-west1' } },
  { carbonIntensityGPerKwh: ranged },
  { place: { country: 'US' } },
];

/** What else may be told of a run. */
const MORE: readonly Input[] = [
  { year: 2016, phase: 'training' },
  { year: 2022, repeats: ranged, pue: 5, overheadFactor: lopsidedExcess },
  { start: '2019-03-01', pue: lopsidedExcess, wueLPerKwh: ranged, repeats: 3 },
  { idle: { hours: ranged }, marketBasedIntensityGPerKwh: ranged, offsetFraction: 0.5 },
  { idle: { hours: 10, powerW: ranged }, hours: { value: 3, low: 2.9, high: 6 } },
  { embodied: { serviceLifeYears: ranged, averageUse: lopsided, kgCo2ePerChip: ranged } },
  ...SITES.map((site) => ({ site, idle: { hours: 5 } })),
  ...WORK_KINDS.map((work) => ({ work, nodes: 8 })),
];

const FRANCE = { hours: 10, place: { country: 'FR' } };

/** Runs in which the library says all that it has to say. Some are refused: they say nothing here. */
export function* corpus(): Generator<Input> {
  for (const machine of MACHINES) {
    for (const method of METHODS) {
      for (const place of PLACES.slice(0, 4)) yield { hours: 100, ...place, ...machine, method };
      for (const more of MORE.slice(0, 7)) yield { ...FRANCE, ...more, ...machine, method };
    }
    for (const place of PLACES) yield { hours: 20_000, ...place, ...machine };
    for (const [index, more] of MORE.entries())
      yield { hours: 100, ...PLACES[index % PLACES.length], ...more, ...machine };
  }
  for (const { provider, region } of calculator().list('regions'))
    for (const year of [2012, undefined])
      yield { hardware: [T4], hours: 100, place: { provider, region }, year };
  for (const { id } of calculator().list('zones'))
    for (const year of [1995, 2030])
      yield { hardware: [T4], hours: year, place: { zone: id }, year };
  for (const { id: accelerator } of calculator().list('accelerators')) {
    yield { ...FRANCE, hardware: [{ accelerator, count: 1 }], idle: { hours: 1 } };
    yield { ...FRANCE, hardware: [{ accelerator, count: 1, powerW: 99 }] };
  }
  for (const { id } of calculator().list('instances')) yield { ...FRANCE, instance: id };
  for (const [index, { name }] of calculator().list('cpus').entries())
    if (index % 5 === 0) yield { ...FRANCE, host: { cpu: name } };
}
