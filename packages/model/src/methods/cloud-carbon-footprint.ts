import { type EnergyPart, type Term, term } from '../account.ts';
import type { Device, Work } from '../work.ts';
import { constant } from './constant.ts';
import type { Method } from './method.ts';
import { bareAccount, chips, duration, named, shown, suffix } from './terms.ts';

const SOURCE = 'ccf-method';
const WH_PER_KWH = 1000;
const MEMORY_KWH_PER_GB_HOUR = 0.000392;
const USUAL_USE = 0.5;
const SERVER_LIFE_HOURS = 35_040;

interface MinMax {
  readonly min: number;
  readonly max: number;
}

/** W of one virtual processor at rest and at full use. */
const VCPU_W: Readonly<Record<string, MinMax>> = {
  aws: { min: 0.74, max: 3.5 },
  gcp: { min: 0.68, max: 4.11 },
  azure: { min: 0.74, max: 3.54 },
};
const PUE: Readonly<Record<string, number>> = { aws: 1.135, gcp: 1.1, azure: 1.185 };
const PUE_OWN = 1.58;

/** W of one chip at rest and at full use, by the model's name. */
const CHIP_W: readonly (MinMax & { readonly name: RegExp })[] = [
  { name: /\bA100\b/, min: 46, max: 407 },
  { name: /\bV100\b/, min: 35, max: 306 },
  { name: /\bP100\b/, min: 36, max: 306 },
  { name: /\b(?:K80|M60)\b/, min: 35, max: 306 },
  { name: /\bP40\b/, min: 30, max: 255 },
  { name: /\bA10G\b/, min: 18, max: 153 },
  { name: /\bP4\b/, min: 9, max: 76.5 },
  { name: /\bT4\b/, min: 8, max: 71 },
];

const chipPower = ({ name }: Device) => CHIP_W.find((one) => one.name.test(name));

function chipTerms(work: Work): Term<EnergyPart>[] {
  return work.devices.map((device, index) => {
    const { min, max } = chipPower(device) ?? { min: 0, max: 0 };
    const use = device.utilisation?.value ?? USUAL_USE;
    const watts = constant(
      min + use * (max - min),
      SOURCE,
      `${device.name}: ${min} W at rest, ${max} W at full use, at ${use} of it`,
    );
    const at = suffix(work, index);
    return term({
      part: 'accelerators',
      step: `accelerator-energy${at}`,
      label: device.name,
      unit: 'kWh',
      times: [chips(device, index), shown(`power${at}`, 'W', watts), ...duration(work)],
      per: WH_PER_KWH,
    });
  });
}

/** Threads that were rented, or those of the processors. */
function threadsOf({ host: { vcpu, cpu } }: Work): number | null {
  if (vcpu !== null) return vcpu;
  const threads = cpu && (cpu.threads ?? (cpu.cores === null ? null : cpu.cores * 2));
  return threads && cpu ? threads * cpu.count.value : null;
}

function hostTerms(work: Work): Term<EnergyPart>[] {
  const { host, provider } = work;
  const threads = threadsOf(work);
  const terms: Term<EnergyPart>[] = [];
  if (threads !== null) {
    const { min, max } = VCPU_W[provider ?? ''] ?? (VCPU_W.aws as MinMax);
    const use = host.cpu?.load?.value ?? USUAL_USE;
    terms.push(
      term({
        part: 'host',
        step: 'cpu-energy',
        label: 'virtual processors',
        unit: 'kWh',
        times: [
          named('vcpu', 'vCPU', constant(threads, SOURCE, 'virtual processors')),
          shown('vcpu-power', 'W', constant(min + use * (max - min), SOURCE, `at ${use} use`)),
          ...duration(work),
        ],
        per: WH_PER_KWH,
      }),
    );
  }
  if (host.memoryGb) {
    terms.push(
      term({
        part: 'host',
        step: 'memory-energy',
        label: 'memory',
        unit: 'kWh',
        times: [
          shown('memory', 'GB', host.memoryGb, '/host/memoryGb'),
          shown(
            'memory-energy-rate',
            'kWh/GBh',
            constant(MEMORY_KWH_PER_GB_HOUR, 'ccf-memory', 'memory'),
          ),
          ...duration(work),
        ],
      }),
    );
  }
  return terms;
}

/** A server's manufacture by its chips and memory, spread over four years of hours. */
function embodied(work: Work): Term[] {
  const { host, devices, hours } = work;
  if (!hours) return [];
  const chipCount = devices.reduce((sum, { count }) => sum + count.value, 0);
  const sockets = host.cpu?.count.value ?? 1;
  const memory = host.memoryGb ? 1.388 * Math.max(0, host.memoryGb.value - 16) : 0;
  const kg = 1000 + 100 * Math.max(0, sockets - 1) + memory + 150 * chipCount;
  return [
    term({
      part: 'server',
      step: 'server-embodied',
      label: 'server',
      unit: 'kg CO2e',
      times: [
        shown('server-made', 'kg CO2e', constant(kg, SOURCE, 'manufacture of the server')),
        ...duration({ hours, repeats: work.repeats } as Work),
      ],
      over: [shown('server-life', 'h', constant(SERVER_LIFE_HOURS, SOURCE, 'four years'))],
    }),
  ];
}

/**
 * Cloud Carbon Footprint: each part between its power at rest and at full use, half in use unless told.
 *
 *     kWh = (min + use x (max - min)) x hours / 1000 x PUE          for chips and virtual processors
 *
 * The whole server's manufacture is counted, as for an instance that takes a whole host.
 *
 * Source: Cloud Carbon Footprint, methodology and its coefficients (`ccf-aws`, `ccf-memory`).
 */
export const cloudCarbonFootprint: Method = {
  name: 'cloud-carbon-footprint',
  source: SOURCE,
  hasRange: false,
  reads: { measuredPower: false, utilisation: true, host: true, pue: true },
  lacks(work) {
    if (!work.hours) return 'the method starts from hardware and hours, and only energy is given';
    const unknown = work.devices.find((device) => !chipPower(device));
    if (unknown) return `the method has no figures for ${unknown.name}`;
    if (work.devices.length > 0 || threadsOf(work) !== null) return null;
    return 'the method needs chips or virtual processors';
  },
  account: (work) => ({
    ...bareAccount(work, [...chipTerms(work), ...hostTerms(work)]),
    pue: shown(
      'pue',
      '1',
      work.givenPue ??
        constant(
          PUE[work.provider ?? ''] ?? PUE_OWN,
          SOURCE,
          `PUE of ${work.provider ?? 'own servers'}`,
        ),
      '/pue',
    ),
    embodied: embodied(work),
  }),
  excluded: (work) => [
    ...(threadsOf(work) === null ? [{ item: 'processors', reason: 'none was given' }] : []),
    ...(work.host.memoryGb ? [] : [{ item: 'memory', reason: 'its size was not given' }]),
    { item: 'network', reason: 'traffic is counted apart by the method, and none is given' },
  ],
};
