import type { EnergyScope, ServiceUnit } from '@ml-emissions/model';

const METERED: Readonly<Record<EnergyScope, string>> = {
  accelerators: 'metered energy of the chips',
  components: 'metered energy of chips, processors and memory',
  it: 'energy metered at the wall',
  facility: 'metered energy of the facility',
};

const ONE: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'a token written',
  request: 'a request',
  image: 'an image',
  'video-second': 'a second of video',
  query: 'a query',
};

/** What the energy rests on. */
export const power = {
  /** @param kwh null where it is not told */
  metered: (scope: EnergyScope, kwh: string | null) =>
    `${METERED[scope]}${kwh === null ? '' : ` (${kwh} kWh)`}`,
  served: 'what the service answers',
  servedAt: (joules: string, unit: ServiceUnit) =>
    `what the service answers, at an estimated ${joules} J ${ONE[unit]} at the chips`,
  /** A share of the rated power. */
  share: (percent: string) => `${percent} % of rated power`,
  ofAll: {
    measured: (watts: string) => `the measured mean power of the chips (${watts} W)`,
    utilisation: (share: string) => `a given mean power of ${share}`,
    typical: (share: string) => `a usual mean power of ${share}`,
    tdp: 'the rated power of the chips',
  },
  ofKind: {
    measured: (watts: string) => `a measured ${watts} W`,
    utilisation: (share: string) => `a given ${share}`,
    typical: (share: string) => `a usual ${share}`,
    tdp: 'rated power',
  },
  kinds: (names: readonly string[], power: string) => `${names.join(' and ')} at ${power}`,
  mixed: (kinds: readonly string[]) => kinds.join(', '),
};
