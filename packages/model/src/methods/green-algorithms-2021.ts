import { type EnergyPart, type Term, term } from '../account.ts';
import type { Work } from '../work.ts';
import { constant } from './constant.ts';
import type { Method } from './method.ts';
import { acceleratorTerms, bareAccount, duration, named, ratedPower, shown } from './terms.ts';

const SOURCE = 'lannelongue-2021';
const WH_PER_KWH = 1000;
const W_PER_GB = 0.3725;
/** PUE that the tool takes for a provider; anybody else's is unknown to it, an own computer has 1. */
const PUE: Readonly<Record<string, number>> = {
  gcp: 1.12,
  aws: 1.2,
  azure: 1.12,
  ovh: 1.09,
  oci: 1.2,
};
const PUE_UNKNOWN = 1.56;

function pueOf({ givenPue, provider, site }: Work) {
  if (givenPue) return givenPue;
  if (site === 'desktop' || site === 'laptop') return constant(1, SOURCE, 'own computer');
  const known = provider === null ? undefined : PUE[provider];
  return known === undefined
    ? constant(PUE_UNKNOWN, SOURCE, 'PUE where it is not known')
    : constant(known, SOURCE, `PUE of ${provider}`);
}

/** Cores in use at the processor's rated power a core; all cores where no number is given. */
function coreTerms(work: Work): Term<EnergyPart>[] {
  const { cpu } = work.host;
  if (!cpu) return [];
  const { count, tdpW, load } = cpu;
  return [
    term({
      part: 'host',
      step: 'cpu-energy',
      label: cpu.name,
      unit: 'kWh',
      times: [
        named('cpu-count', 'processors', count),
        shown('cpu-tdp', 'W', tdpW),
        ...(load ? [shown('cpu-utilisation', '1', load, '/host/utilisation')] : []),
        ...duration(work),
      ],
      per: WH_PER_KWH,
    }),
  ];
}

function memoryTerms(work: Work): Term<EnergyPart>[] {
  const { memoryGb } = work.host;
  if (!memoryGb) return [];
  return [
    term({
      part: 'host',
      step: 'memory-energy',
      label: 'memory',
      unit: 'kWh',
      times: [
        shown('memory', 'GB', memoryGb, '/host/memoryGb'),
        shown('memory-power', 'W/GB', constant(W_PER_GB, SOURCE, 'memory')),
        ...duration(work),
      ],
      per: WH_PER_KWH,
    }),
  ];
}

/**
 * Green Algorithms: cores and chips at their rated power times their use, memory by size, PUE, and a pragmatic
 * scaling factor for repeats.
 *
 *     kWh = hours x (cores x W per core x use + chips x TDP x use + GB x 0.3725) x PUE x PSF / 1000
 *
 * Source: Lannelongue, Grealey, Inouye (2021), Advanced Science 8, 2100707; PUE by provider as in its tool.
 */
export const greenAlgorithms2021: Method = {
  name: 'green-algorithms-2021',
  source: SOURCE,
  hasRange: false,
  reads: { measuredPower: false, utilisation: true, host: true, pue: true },
  lacks(work) {
    if (!work.hours) return 'the method starts from hardware and hours, and only energy is given';
    const without = work.devices.find(({ tdpW }) => !tdpW);
    if (without) return `the TDP of ${without.name} is not published`;
    return work.devices.length > 0 || work.host.cpu
      ? null
      : 'the method needs a chip or a processor';
  },
  account: (work) => ({
    ...bareAccount(work, [
      ...acceleratorTerms(work, (device, at, index) => [
        ...ratedPower(device, at, index),
        ...(device.utilisation ? [shown(`utilisation${at}`, '1', device.utilisation)] : []),
      ]),
      ...coreTerms(work),
      ...memoryTerms(work),
    ]),
    pue: shown('pue', '1', pueOf(work), '/pue'),
  }),
  excluded: ({ host }) => [
    ...(host.cpu
      ? []
      : [{ item: 'processors', reason: 'none was given, and the method guesses none' }]),
    ...(host.memoryGb
      ? []
      : [{ item: 'memory', reason: 'none was given, and the method guesses none' }]),
    { item: 'embodied', reason: 'the method counts electricity only' },
  ],
};
