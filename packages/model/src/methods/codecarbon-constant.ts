import { type EnergyPart, type Named, type Term, term } from '../account.ts';
import type { Work } from '../work.ts';
import { constant } from './constant.ts';
import { dimmPowerW } from './dimm-power.ts';
import { lacksPower } from './full.ts';
import type { Method } from './method.ts';
import {
  acceleratorTerms,
  bareAccount,
  duration,
  named,
  often,
  ratedPower,
  shown,
} from './terms.ts';

const SOURCE = 'codecarbon-method';
const WH_PER_KWH = 1000;
const CPU_SHARE = 0.5;
const IDLE_SHARE = 0.1;
const W_PER_THREAD = 4;
const W_UNKNOWN = 85;

/** Half of the rated power; by load where one is given; a guess where the processor is not known. */
function cpuPower({ host: { cpu, vcpu } }: Work): Named[] {
  if (cpu) {
    const share = cpu.load
      ? constant(
          IDLE_SHARE + (1 - IDLE_SHARE) * cpu.load.value ** 3,
          'codecarbon-cpu-power',
          'share of TDP: 0.1 + 0.9 x load^3',
        )
      : constant(CPU_SHARE, 'codecarbon-cpu-power', 'share of TDP where the load is not known');
    return [
      named('cpu-count', 'processors', cpu.count),
      shown('cpu-tdp', 'W', cpu.tdpW),
      shown('cpu-share', '1', share),
    ];
  }
  if (vcpu !== null) {
    return [
      shown('threads', 'threads', constant(vcpu, SOURCE, 'threads of the instance')),
      shown('thread-power', 'W', constant(W_PER_THREAD, 'codecarbon-cpu-power', 'a thread')),
    ];
  }
  return [
    shown('cpu-power', 'W', constant(W_UNKNOWN, 'codecarbon-cpu-power', 'processor not known')),
  ];
}

function hostTerms(work: Work): Term<EnergyPart>[] {
  const { memoryGb } = work.host;
  const cpu = term<EnergyPart>({
    part: 'host',
    step: 'cpu-energy',
    label: work.host.cpu?.name ?? 'processor',
    unit: 'kWh',
    times: [...cpuPower(work), ...duration(work)],
    per: WH_PER_KWH,
  });
  if (!memoryGb) return [cpu];
  const watts = constant(
    dimmPowerW(memoryGb.value),
    'codecarbon-ram',
    `memory of ${memoryGb.value} GB`,
  );
  return [
    cpu,
    term<EnergyPart>({
      part: 'host',
      step: 'memory-energy',
      label: 'memory',
      unit: 'kWh',
      times: [shown('memory-power', 'W', watts), ...duration(work)],
      per: WH_PER_KWH,
    }),
  ];
}

function energyTerms(work: Work): Term<EnergyPart>[] {
  const { metered } = work;
  if (metered && metered.scope !== 'accelerators') {
    return [
      term({
        part: 'metered',
        step: 'metered-energy',
        label: 'as metered',
        unit: 'kWh',
        times: [shown('energy', 'kWh', metered.kwh), ...often(work)],
      }),
    ];
  }
  const accelerators = metered
    ? [
        term<EnergyPart>({
          part: 'accelerators',
          step: 'metered-energy',
          label: 'as metered',
          unit: 'kWh',
          times: [shown('energy', 'kWh', metered.kwh), ...often(work)],
        }),
      ]
    : acceleratorTerms(work, (device, at, index) => {
        if (device.measuredW) return [shown(`power${at}`, 'W', device.measuredW)];
        const share = device.utilisation ?? device.typicalUtilisation;
        return [
          ...ratedPower(device, at, index),
          ...(share ? [shown(`utilisation${at}`, '1', share)] : []),
        ];
      });
  return [...accelerators, ...(work.hours ? hostTerms(work) : [])];
}

/**
 * CodeCarbon where it cannot measure the processor: half of its TDP, memory by modules, PUE 1 unless given.
 * It meters accelerators itself; where the run brings no metered power, the usual one of `full` stands for its meter.
 *
 * Source: CodeCarbon 3.x, documentation and code (`codecarbon-cpu-power`, `codecarbon-ram`).
 */
export const codecarbonConstant: Method = {
  name: 'codecarbon-constant',
  source: SOURCE,
  hasRange: false,
  reads: { measuredPower: true, utilisation: true, host: true, pue: true },
  lacks: lacksPower,
  account: (work) => ({
    ...bareAccount(work, energyTerms(work)),
    pue:
      work.givenPue && work.metered?.scope !== 'facility'
        ? shown('pue', '1', work.givenPue, '/pue')
        : null,
  }),
  excluded: ({ givenPue, host }) => [
    { item: 'overhead', reason: 'supplies, fans and board are not counted' },
    ...(host.memoryGb ? [] : [{ item: 'memory', reason: 'its size was not given' }]),
    ...(givenPue ? [] : [{ item: 'facility', reason: 'PUE is 1 unless given' }]),
    { item: 'embodied', reason: 'the method counts electricity only' },
  ],
};
