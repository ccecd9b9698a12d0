import type { Edition } from '@ml-emissions/data';
import {
  amountOf,
  INFERENCE_WORK,
  type Notice,
  type Phase,
  type ResolvedRun,
  type Run,
  type WorkKind,
} from '@ml-emissions/model';
import { type Machine, restOf, yearOf } from '@ml-emissions/rates';
import { HIGHEST_INTENSITY, LOWEST_DIRECT, LOWEST_LIFECYCLE } from '../plausible.ts';
import { ABOVE_TDP, OF_REST, unlikelyPower } from './unlikely-power.ts';

interface Told {
  readonly edition: Edition;
  readonly run: Run;
  readonly machine: Machine;
  readonly resolved: ResolvedRun;
}

const W_PER_KW = 1000;
const G_PER_KG = 1000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/**
 * A server around its chips, its fans and supplies draws no more for each chip, W: a judgement, well above the 575 W of
 * a DGX H100 (10.2 kW for eight chips of 700 W, `nvidia-dgx-specs`).
 */
const SERVER_W_PER_CHIP = 1500;
/** Times that people round may differ by so much. */
const AGREES = 0.02;

/** Values that hold by themselves and can hardly be meant, with what was meant where that can be told. */
export function unlikelyValues(told: Told): Notice[] {
  const { run } = told;
  return [
    ...unlikelyPower(told),
    ...unlikelyEnergy(told),
    ...againstPower(told),
    ...unlikelyIntensity(run),
    ...tooManyNodes(told),
    ...beforeTheChip(told),
    ...otherWork(run),
    ...otherHours(run),
    ...unusedMemory(told),
    ...severalProcessors(told),
  ];
}

/** Those of them that hang on the quantities of a run; all others are alike in runs of one shape. */
export function unlikelyQuantities(told: Told): Notice[] {
  return [
    ...unlikelyPower(told),
    ...unlikelyEnergy(told),
    ...againstPower(told),
    ...tooManyNodes(told),
    ...otherHours(told.run),
  ];
}

/** Units that energy is told in, over a kWh: smaller ones, and larger ones. */
const UNITS = [
  ['Wh', 1e-3],
  ['MJ', 1 / 3.6],
  ['kJ', 1 / 3600],
  ['J', 1 / 3.6e6],
] as const;
const LARGER_UNITS = [
  ['MWh', 1e3],
  ['GWh', 1e6],
] as const;

/** More energy than the chips and the servers around them can draw in the time, or less than the chips do at rest. */
function unlikelyEnergy({ edition, run, machine, resolved }: Told): Notice[] {
  const hours = run.hours ?? run.deviceHours;
  if (run.energyKwh === undefined || hours === undefined) return [];
  if (machine.accelerators.length === 0) return [];
  const around = run.energyScope === 'accelerators' ? 0 : SERVER_W_PER_CHIP;
  let mostW = (run.nodes ?? 0) * around;
  let restW = 0;
  for (const [place, { hardware, row }] of machine.accelerators.entries()) {
    const tdpW = resolved.accelerators[place]?.ratedPowerW?.value;
    if (tdpW === undefined) return [];
    const count = amountOf(hardware.count ?? 1);
    mostW += count * (ABOVE_TDP * tdpW + around);
    restW += count * (restOf(edition, row, tdpW)?.powerW ?? 0);
  }
  const kwh = (watts: number) => (watts * amountOf(hours)) / W_PER_KW;
  const [mostKwh, restKwh] = [kwh(mostW), kwh(restW)];
  const energyKwh = amountOf(run.energyKwh);
  const meantAs = <Unit extends string>(
    units: readonly (readonly [Unit, number])[],
    leastKwh: number,
  ) => {
    const found = units.find(
      ([, factor]) => energyKwh * factor <= mostKwh && energyKwh * factor >= leastKwh,
    );
    const [meantUnit = null, factor = 0] = found ?? [];
    return { meantKwh: meantUnit === null ? null : energyKwh * factor, meantUnit };
  };
  const field = '/energyKwh';
  if (energyKwh > mostKwh) {
    const meant = meantAs(UNITS, mostKwh / 20);
    return [{ field, said: { code: 'energy-unlikely', energyKwh, mostKwh, ...meant } }];
  }
  // The whole of a small machine may switch its chip off.
  const isServer = machine.accelerators.every(({ form }) => form !== 'whole');
  if (!isServer || energyKwh >= OF_REST * restKwh) return [];
  const meant = meantAs(LARGER_UNITS, restKwh);
  return [{ field, said: { code: 'energy-below-rest', energyKwh, restKwh, ...meant } }];
}

/** Two meters of the same may differ by as much: each errs by some 5 %. */
const METERS_DIFFER = 1.1;

/** Metered energy beside measured power: no meter saw less than the chips drew, and theirs no more. */
function againstPower({ run, machine }: Told): Notice[] {
  const { energyKwh: told, energyScope = 'it', hours } = run;
  if (told === undefined || hours === undefined || machine.accelerators.length === 0) return [];
  let chipsW = 0;
  for (const { hardware } of machine.accelerators) {
    if (hardware.powerW === undefined) return [];
    chipsW += amountOf(hardware.count ?? 1) * amountOf(hardware.powerW);
  }
  const chipsKwh = (chipsW * amountOf(hours)) / W_PER_KW;
  const energyKwh = amountOf(told);
  const isLess = energyKwh * METERS_DIFFER < chipsKwh;
  const isMore = energyScope === 'accelerators' && energyKwh > chipsKwh * METERS_DIFFER;
  if (!isLess && !isMore) return [];
  return [{ field: '/energyKwh', said: { code: 'energy-against-power', energyKwh, chipsKwh } }];
}

function unlikelyIntensity(run: Run): Notice[] {
  return (['carbonIntensityGPerKwh', 'marketBasedIntensityGPerKwh'] as const).flatMap(
    (name): Notice[] => {
      const amount = run[name];
      if (amount === undefined) return [];
      const gPerKwh = amountOf(amount);
      // A contract may well be for almost nothing; a grid is not, over its life cycle.
      const least = run.scope === 'direct' ? LOWEST_DIRECT : LOWEST_LIFECYCLE;
      const isLow = name === 'carbonIntensityGPerKwh' && gPerKwh > 0 && gPerKwh < least;
      if (!isLow && gPerKwh <= HIGHEST_INTENSITY) return [];
      const meant = gPerKwh * G_PER_KG;
      const meantGPerKwh = isLow && meant <= HIGHEST_INTENSITY ? meant : null;
      return [{ field: `/${name}`, said: { code: 'intensity-unlikely', gPerKwh, meantGPerKwh } }];
    },
  );
}

function tooManyNodes({ run: { nodes }, machine: { accelerators } }: Told): Notice[] {
  if (nodes === undefined || accelerators.length === 0) return [];
  const chips = accelerators.reduce(
    (sum, { hardware: { count } }) => sum + amountOf(count ?? 1),
    0,
  );
  if (nodes <= chips) return [];
  const meantChips = nodes * chips;
  return [{ field: '/nodes', said: { code: 'nodes-exceed-chips', nodes, chips, meantChips } }];
}

function beforeTheChip({ run, machine }: Told): Notice[] {
  const year = yearOf(run);
  if (year === null) return [];
  const parts = [
    ...machine.accelerators.flatMap(({ row }) => (row ? [row] : [])),
    ...(machine.cpu ? [machine.cpu] : []),
  ];
  return parts.flatMap(({ name, year: chipYear }): Notice[] =>
    chipYear === null || chipYear <= year
      ? []
      : [
          {
            field: run.year === undefined ? '/start' : '/year',
            said: { code: 'year-before-chip', chip: name, year, chipYear },
          },
        ],
  );
}

/** What a run is for where it answers requests, and where it learns: others may do either. */
const ANSWERS: ReadonlySet<Phase | undefined> = new Set(['inference', 'deployment']);
const LEARNS: ReadonlySet<Phase | undefined> = new Set(['pre-training', 'training', 'fine-tuning']);
const LEARNING_WORK: ReadonlySet<WorkKind> = new Set([
  'llm-training',
  'llm-fine-tuning',
  'vision-training',
  'recommender-training',
]);

/** A phase that learns beside work that answers, or the reverse: power goes by the work, reports by the phase. */
function otherWork({ phase, work: told, scenario }: Run): Notice[] {
  const work = told ?? (scenario && 'inference');
  if (phase === undefined || work === undefined) return [];
  const isOther =
    (ANSWERS.has(phase) && LEARNING_WORK.has(work)) ||
    (LEARNS.has(phase) && INFERENCE_WORK.has(work));
  return isOther ? [{ field: '/phase', said: { code: 'work-against-phase', phase, work } }] : [];
}

/** What start and end leave for the hours; a day alone may be any part of it. */
function otherHours({ start, end, hours, repeats, development }: Run): Notice[] {
  if (
    start === undefined ||
    end === undefined ||
    hours === undefined ||
    (repeats ?? development) !== undefined
  )
    return [];
  const isTimed = start.includes('T') && end.includes('T');
  const after = end.includes('T') ? 0 : MS_PER_DAY;
  const betweenHours = (Date.parse(end) + after - Date.parse(start)) / MS_PER_HOUR;
  const told = amountOf(hours);
  const isMore = told > betweenHours * (1 + AGREES);
  const isLess = isTimed && told < betweenHours * (1 - AGREES);
  if (!isMore && !isLess) return [];
  return [{ field: '/hours', said: { code: 'hours-disagree', hours: told, betweenHours } }];
}

/** Memory counts beside a processor or an instance; the usual host holds its own. */
function unusedMemory({ run, machine, resolved }: Told): Notice[] {
  const memory = run.host?.memoryGb;
  if (
    memory === undefined ||
    resolved.host.cpu ||
    machine.instance ||
    run.host?.powerW !== undefined
  )
    return [];
  if (resolved.hostLoads.some(({ name }) => name === 'memory')) return [];
  return [{ field: '/host/memoryGb', said: { code: 'memory-not-used', gb: amountOf(memory) } }];
}

/** More cores than one processor has are several processors, unless they are threads. */
function severalProcessors({ run, machine: { cpu } }: Told): Notice[] {
  const cores = run.host?.cores;
  if (cores === undefined || !cpu?.cores || cores <= cpu.cores) return [];
  const { name, cores: each, threads } = cpu;
  return [
    { field: '/host/cores', said: { code: 'cores-of-several', cpu: name, cores, each, threads } },
  ];
}
