import { type Account, type EnergyPart, type Named, type Term, term } from '../account.ts';
import type { Device, Work } from '../work.ts';
import { embodiedTerms } from './embodied-terms.ts';
import type { Exclusion, Method } from './method.ts';
import {
  acceleratorTerms,
  bareAccount,
  chips,
  duration,
  loadTerm,
  named,
  often,
  ratedPower,
  shown,
  suffix,
} from './terms.ts';

const WH_PER_KWH = 1000;
/** Meters that saw the whole machine or more. */
const WHOLE = new Set(['it', 'facility']);

/** The best rung of power that is there: metered, TDP x measured share, TDP x the usual share, TDP. */
function bestPower(device: Device, at: string, index: number): Named[] {
  const field = `/hardware/${index}/powerW`;
  if (device.measuredW) {
    const note = [device.name, device.measuredW.note].filter(Boolean).join('; ');
    return [shown(`power${at}`, 'W', { ...device.measuredW, note }, field)];
  }
  const share = device.utilisation ?? device.typicalUtilisation;
  return [
    ...ratedPower(device, at, index),
    ...(share ? [shown(`utilisation${at}`, '1', share, field)] : []),
  ];
}

function energyTerms(work: Work): Term<EnergyPart>[] {
  const { metered, host } = work;
  const scope = metered?.scope;
  if (metered && scope) {
    const accelerators = scope === 'accelerators';
    return [
      term({
        part: accelerators ? 'accelerators' : 'metered',
        step: 'metered-energy',
        label: 'as metered',
        unit: 'kWh',
        times: [shown('energy', 'kWh', metered.kwh, '/energyKwh'), ...often(work)],
      }),
      ...(WHOLE.has(scope) ? [] : hostTerms(work)),
      ...(accelerators ? idleTerms(work) : []),
    ];
  }
  return [
    ...acceleratorTerms(work, bestPower),
    ...(host.loads.length > 0 ? hostTerms(work) : []),
    ...idleTerms(work),
  ];
}

function hostTerms(work: Work): Term<EnergyPart>[] {
  return work.host.loads.map((load) =>
    loadTerm(load, 'host', {
      step: `${load.step}-energy`,
      times: load.isEnergy ? often(work) : duration(work),
    }),
  );
}

/** Chips and host that are held and do nothing. */
function idleTerms(work: Work): Term<EnergyPart>[] {
  const { idleHours, devices, host } = work;
  if (!idleHours) return [];
  const time = [named('idle-hours', 'h', idleHours, '/idle/hours'), ...often(work)];
  const ofDevices = devices.flatMap((device, index) => {
    if (!device.idleW) return [];
    const at = suffix(work, index);
    return term<EnergyPart>({
      part: 'idle',
      step: `idle-energy${at}`,
      label: `${device.name}, idle`,
      unit: 'kWh',
      times: [
        chips(device, index),
        shown(`idle-power${at}`, 'W', device.idleW, '/idle/powerW'),
        ...time,
      ],
      per: WH_PER_KWH,
    });
  });
  const share = host.idleShare ? [shown('host-idle-share', '1', host.idleShare, '/host')] : [];
  const ofHost = host.loads
    .filter(({ isEnergy }) => !isEnergy)
    .map((load) =>
      loadTerm(load, 'idle', {
        step: `${load.step}-idle-energy`,
        label: `${load.label}, idle`,
        times: [...share, ...time],
      }),
    );
  return [...ofDevices, ...ofHost];
}

/** PUE and overhead count where the meter had not seen them yet. */
function accountOf(work: Work): Account {
  const scope = work.metered?.scope;
  const pue = shown('pue', '1', work.pue, '/pue');
  const { wueLPerKwh, gridWaterLPerKwh, marketIntensityGPerKwh, overhead } = work;
  return {
    ...bareAccount(work, energyTerms(work)),
    overhead:
      (scope && WHOLE.has(scope)) || (overhead.value === 1 && overhead.gsd === 1)
        ? null
        : shown('overhead', '1', overhead, '/overheadFactor'),
    pue: scope === 'facility' ? null : pue,
    pueInEnergy: scope === 'facility' ? pue : null,
    embodied: embodiedTerms(work),
    wue: wueLPerKwh && shown('wue', 'L/kWh', wueLPerKwh, '/wueLPerKwh'),
    gridWater: gridWaterLPerKwh && shown('grid-water', 'L/kWh', gridWaterLPerKwh, '/place'),
    market:
      marketIntensityGPerKwh &&
      shown(
        'market-intensity',
        'g CO2e/kWh',
        marketIntensityGPerKwh,
        '/marketBasedIntensityGPerKwh',
      ),
  };
}

/** What `full` says that it left out of a piece of work. */
export function excludedByFull(work: Work): Exclusion[] {
  const { metered, host, repeats, made, wueLPerKwh, gridWaterLPerKwh } = work;
  const left: Exclusion[] = [];
  const leave = (item: string, reason: string) => left.push({ item, reason });
  if (host.loads.length === 0 && !(metered && metered.scope !== 'accelerators')) {
    leave(
      'host',
      'the edition has no figure for this machine, or the rated power is the whole machine’s',
    );
  }
  if (made.length === 0 || !work.hours) {
    leave('embodied', 'no hardware and time to spread its manufacture over');
  }
  if (!wueLPerKwh) leave('water on site', 'no figure is known for this place');
  if (!gridWaterLPerKwh) leave('water of the grid', 'no figure is known for this place');
  if (repeats.value === 1) {
    leave(
      'development',
      'failed, preliminary and search runs, unless they are runs of the project or in repeats',
    );
  }
  leave('network', 'traffic outside the machine');
  leave('storage', 'data sets and checkpoints kept elsewhere');
  leave('buildings', 'manufacture of the data centre itself');
  return left;
}

/**
 * The default: the whole machine at its most likely power, carried to the facility, times the grid's intensity;
 * manufacture and water beside it.
 *
 *     components  = accelerators + host + idle           kWh, each a product of its factors
 *     energyKwh   = components x overhead x pue
 *     operational = energyKwh x carbonIntensityGPerKwh / 1000
 *     embodied    = sum of kg per part x hours / (service life x average use)
 *
 * Source: DESIGN as in docs/method.md; Lacoste et al. 2019, section 3; PUE as in ISO/IEC 30134-2 and Patterson et
 * al. 2021, section 2; embodied as in ISO/IEC 21031, M.
 */
export const full: Method = {
  name: 'full',
  source: 'lacoste2019',
  hasRange: true,
  reads: { measuredPower: true, utilisation: true, host: true, pue: true },
  lacks: (work) => lacksPower(work),
  account: accountOf,
  excluded: excludedByFull,
};

/** Why no energy follows; null where it does. */
export function lacksPower({ devices, metered, host }: Work): string | null {
  if (metered) return null;
  const without = devices.find(({ tdpW, measuredW }) => !tdpW && !measuredW);
  if (without) return `the power of ${without.name} is not known`;
  return devices.length > 0 || host.loads.length > 0 ? null : 'there is nothing that draws power';
}
