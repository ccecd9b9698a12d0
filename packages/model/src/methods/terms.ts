import { type EnergyPart, type Named, type Term, term } from '../account.ts';
import type { Factor } from '../factor.ts';
import type { Device, HostLoad, Work } from '../work.ts';

const WH_PER_KWH = 1000;

/** A factor under its name; an exact number of the user's stands in the formula only. */
export function named(step: string, unit: string, factor: Factor, field = ''): Named {
  return { step, unit, factor, inline: factor.kind === 'given' && factor.gsd === 1, field };
}

/** The same, but with a line of its own whoever gave it. */
export function shown<F extends Factor>(
  step: string,
  unit: string,
  factor: F,
  field = '',
): Named<F> {
  return { step, unit, factor, inline: false, field };
}

/** Wall-clock and how often: what every energy of a run is multiplied by. */
export function duration({ hours, repeats }: Work): Named[] {
  return [...(hours ? [named('hours', 'h', hours, '/hours')] : []), ...often({ repeats })];
}

/** How often the whole was run, where it was not once. */
export function often({ repeats }: Pick<Work, 'repeats'>): Named[] {
  return repeats.value === 1 && repeats.gsd === 1
    ? []
    : [named('repeats', 'repeats', repeats, '/repeats')];
}

/** Index of a device as the receipt writes it: nothing where there is only one. */
export function suffix({ devices }: Work, index: number): string {
  return devices.length > 1 ? `-${index + 1}` : '';
}

/** Chips of one kind as a factor. */
export function chips(device: Device, index: number): Named {
  return named(
    'count',
    device.count.value === 1 ? 'chip' : 'chips',
    device.count,
    `/hardware/${index}/count`,
  );
}

/** Rated power of a device, with its name in the note. */
export function ratedPower(device: Device, at: string, index: number): Named[] {
  if (!device.tdpW) return [];
  const note = [device.name, device.tdpW.note].filter(Boolean).join('; ');
  return [shown(`tdp${at}`, 'W', { ...device.tdpW, note }, `/hardware/${index}/powerW`)];
}

/** One energy term a device. */
export function acceleratorTerms(
  work: Work,
  powerOf: (device: Device, at: string, index: number) => readonly Named[],
): Term<EnergyPart>[] {
  return work.devices.map((device, index) => {
    const at = suffix(work, index);
    return term({
      part: 'accelerators',
      step: `accelerator-energy${at}`,
      label: device.name,
      unit: 'kWh',
      times: [chips(device, index), ...powerOf(device, at, index), ...duration(work)],
      per: WH_PER_KWH,
    });
  });
}

/** Rated power, whatever was measured. */
export function ratedTerms(work: Work): Term<EnergyPart>[] {
  return acceleratorTerms(work, ratedPower);
}

/** Why a method of rated power has no answer: no time, or a chip whose rating is not published. */
export function lacksTdp({ devices, hours }: Work): string | null {
  if (!hours) return 'the method starts from hardware and hours, and only energy is given';
  const without = devices.find(({ tdpW }) => !tdpW);
  if (without) return `the TDP of ${without.name} is not published`;
  return devices.length > 0 ? null : 'the method counts accelerators, and the run has none';
}

/** The energy of a load, kWh. */
export function loadTerm(
  load: HostLoad,
  part: EnergyPart,
  more: { readonly step: string; readonly label?: string; readonly times: readonly Named[] },
): Term<EnergyPart> {
  return term({
    part,
    step: more.step,
    label: more.label ?? load.label,
    unit: 'kWh',
    times: [
      ...load.times.map(({ step, unit, factor }) => named(step, unit, factor, '/host')),
      ...more.times,
    ],
    per: load.isEnergy ? 1 : WH_PER_KWH,
  });
}

/** An account that counts electricity of accelerators and nothing else, to build on. */
export function bareAccount(work: Work, energy: readonly Term<EnergyPart>[]) {
  return {
    energy,
    overhead: null,
    pue: null,
    pueInEnergy: null,
    intensity: shown(
      'carbon-intensity',
      'g CO2e/kWh',
      work.carbonIntensityGPerKwh,
      '/carbonIntensityGPerKwh',
    ),
    embodied: null,
    wue: null,
    gridWater: null,
    market: null,
    rounding: null,
  } as const;
}
