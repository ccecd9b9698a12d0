import type { Edition } from '@ml-emissions/data';
import { amountOf, type Notice, type Run } from '@ml-emissions/model';
import {
  copyMemory,
  leastJoulesPerToken,
  leastServedKwh,
  type Machine,
  mostTokensPerSecond,
  type Served,
} from '@ml-emissions/rates';

interface Told {
  readonly edition: Edition;
  readonly run: Run;
  readonly machine: Machine;
  readonly served: Served | null;
}

const SECONDS_PER_HOUR = 3600;
const HOURS_PER_YEAR = 8760;
const JOULES_PER_KWH = 3.6e6;
const W_PER_KW = 1000;

/** A model in use whose chips can hardly hold it, or hardly answer so much. */
export function unlikelyService(told: Told): Notice[] {
  return [...tooLarge(told), ...tooMuchInYear(told), ...tooFast(told), ...tooCheap(told)];
}

/** Weights that the chips of one copy cannot hold. */
function tooLarge({ run, machine, served }: Told): Notice[] {
  const [one, ...others] = machine.accelerators;
  if (!served || others.length > 0) return [];
  const memory = copyMemory(run, one);
  if (!memory || memory.weightsGb <= memory.chipsGb) return [];
  const isCopyTold = run.service?.acceleratorsPerModel === memory.chips;
  const field = isCopyTold ? '/service/acceleratorsPerModel' : '/hardware/0/count';
  const said = { ...memory, isPrecisionTold: run.precision !== undefined };
  return [{ field, said: { code: 'copy-too-large', ...said } }];
}

/** Chips that would work, or be held, for more hours than the year has in which they are to answer. */
function tooMuchInYear({ run, machine, served }: Told): Notice[] {
  const hours = served?.time ? served.run.hours : undefined;
  const [one, ...others] = machine.accelerators;
  const count = one?.hardware.count;
  const isYear = (run.service?.per ?? 'total') !== 'total';
  if (hours === undefined || count === undefined || !isYear || others.length > 0) return [];
  // Chips that work a share of the time are held for more of it.
  const use = run.service?.utilisation;
  const needed = amountOf(hours) / amountOf(use ?? 1);
  if (needed <= HOURS_PER_YEAR) return [];
  const chips = amountOf(count);
  const neededChips = Math.ceil((chips * needed) / HOURS_PER_YEAR);
  const isHeld = use !== undefined;
  const said = { code: 'chips-too-few', hours: needed, isHeld, chips, neededChips } as const;
  return [{ field: '/hardware/0/count', said }];
}

/** More tokens than its chips can write in the time that is told, or with the energy that is. */
function tooFast({ edition, run, machine, served }: Told): Notice[] {
  if (served?.unit !== 'output-token') return [];
  const field = '/service';
  const chipHours = run.deviceHours ?? run.hours;
  const hours = chipHours === undefined ? 0 : amountOf(chipHours);
  const all = run.deviceHours === undefined ? machine.accelerators : oneEach(machine);
  if (hours > 0 && all.length > 0) {
    const perSecond = served.units / (hours * SECONDS_PER_HOUR);
    const most = mostTokensPerSecond(edition, run, all);
    if (perSecond > most)
      return [{ field, said: { code: 'answers-beyond-chips', perSecond, most } }];
  }
  if (run.energyKwh === undefined) return [];
  const joules = (amountOf(run.energyKwh) * JOULES_PER_KWH) / served.units;
  const least = leastJoulesPerToken(edition, run, machine.accelerators);
  if (joules >= least) return [];
  return [{ field, said: { code: 'answers-beyond-energy', joules, least } }];
}

/** Pictures, or requests of untold length, that time or energy as told leave too little for. */
function tooCheap({ edition, run, machine, served }: Told): Notice[] {
  const isTold = served?.rung === 'time-told' || served?.rung === 'metered-energy';
  if (!served || !isTold || served.unit === 'output-token') return [];
  const most = mostKwh(run, machine);
  const least = most === null ? null : leastServedKwh(edition, run);
  if (most === null || least === null || most >= least) return [];
  const each = (kwh: number) => (kwh * JOULES_PER_KWH) / served.units;
  const said = { unit: served.unit, joules: each(most), least: each(least) };
  return [{ field: '/service', said: { code: 'answers-too-cheap', ...said } }];
}

/** What the chips can draw at most in the time that is told, or what a meter saw, kWh. */
function mostKwh({ energyKwh, hours, deviceHours }: Run, { accelerators }: Machine): number | null {
  if (energyKwh !== undefined) return amountOf(energyKwh);
  const all = deviceHours === undefined ? accelerators : oneEach({ accelerators });
  const time = deviceHours ?? hours;
  if (time === undefined || all.length === 0) return null;
  let watts = 0;
  for (const { row, hardware } of all) {
    const own = typeof hardware.accelerator === 'string' ? null : hardware.accelerator;
    const tdpW = own ? amountOf(own.tdpW) : row?.tdpW;
    if (!tdpW) return null;
    watts += tdpW * amountOf(hardware.count ?? 1);
  }
  return (watts * amountOf(time)) / W_PER_KW;
}

const oneEach = ({ accelerators }: Pick<Machine, 'accelerators'>) =>
  accelerators.map((one) => ({ ...one, hardware: { ...one.hardware, count: 1 } }));
