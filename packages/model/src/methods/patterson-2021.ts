import type { EnergyPart, Term } from '../account.ts';
import { term } from '../account.ts';
import type { Work } from '../work.ts';
import type { Method } from './method.ts';
import { acceleratorTerms, bareAccount, often, shown } from './terms.ts';

function energyTerms(work: Work): Term<EnergyPart>[] {
  const { metered } = work;
  if (metered) {
    return [
      term({
        part: 'metered',
        step: 'metered-energy',
        label: 'as metered',
        unit: 'kWh',
        times: [shown('energy', 'kWh', metered.kwh, '/energyKwh'), ...often(work)],
      }),
    ];
  }
  return acceleratorTerms(work, (device, at, index) =>
    device.measuredW
      ? [shown(`power${at}`, 'W', device.measuredW, `/hardware/${index}/powerW`)]
      : [],
  );
}

/**
 * Metered mean power of each processor with its share of memory, network and fans, times PUE.
 *
 *     kWh = hours x processors x mean W / 1000 x PUE
 *
 * Source: Patterson et al. (2021), arXiv:2104.10350, section 2.5.
 */
export const patterson2021: Method = {
  name: 'patterson-2021',
  source: 'patterson-2021',
  hasRange: false,
  reads: { measuredPower: true, utilisation: false, host: false, pue: true },
  lacks({ devices, metered }) {
    if (metered) return null;
    const unmetered = devices.find(({ measuredW }) => !measuredW);
    if (unmetered) return `the method needs the metered mean power of ${unmetered.name} (powerW)`;
    return devices.length > 0 ? null : 'the method needs metered power or energy';
  },
  account: (work) => ({
    ...bareAccount(work, energyTerms(work)),
    pue: work.metered?.scope === 'facility' ? null : shown('pue', '1', work.pue, '/pue'),
    pueInEnergy: work.metered?.scope === 'facility' ? shown('pue', '1', work.pue, '/pue') : null,
  }),
  excluded: () => [
    {
      item: 'host',
      reason: 'the metered power is taken to hold its share of memory, network and fans',
    },
    { item: 'embodied', reason: 'the method counts electricity only' },
  ],
};
