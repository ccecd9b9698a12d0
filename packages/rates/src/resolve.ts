import type { Edition } from '@ml-emissions/data';
import {
  amountOf,
  type Factor,
  type HostLoad,
  isExact,
  listed,
  type Method,
  type NamedFactor,
  named,
  offsetFactor,
  type ResolvedRun,
  type Run,
  type Rungs,
  runsOf,
  type Said,
  timesRun,
} from '@ml-emissions/model';
import { resolvedAccelerators } from './accelerator.ts';
import { amountFactor, meterOf } from './amount.ts';
import { embodiedOf } from './embodied.ts';
import { gridWaterOf } from './grid-water.ts';
import { type Host, hostOf } from './host/host.ts';
import { intensityOf } from './intensity/of-run.ts';
import { splitOf } from './intensity/split.ts';
import { type Machine, machineOf } from './machine.ts';
import { virtualProcessorLoads } from './methods/cloud-carbon-footprint.ts';
import { codecarbonLoads } from './methods/codecarbon-constant.ts';
import { answeredByFormula } from './methods/ecologits.ts';
import { ratedParts } from './methods/green-algorithms-2021.ts';
import { offsetOf } from './offset.ts';
import { overheadOf } from './overhead.ts';
import { cloudPlace, runTime } from './place.ts';
import { pueOf } from './pue.ts';
import { type KeyOf, ofOneChip, ownKeys, type Question } from './question.ts';
import type { Served } from './serve/served.ts';
import { placed } from './servers.ts';
import { wueOf } from './wue.ts';

/** A run with its factors, and what people should know about how they were found. */
export interface Resolved {
  readonly run: ResolvedRun;
  readonly machine: Machine;
  /** Whether the rows that were taken are marked as doubtful. */
  readonly quality: { readonly intensity: 'ok' | 'check'; readonly pue: 'ok' | 'check' };
}

/** What of a run follows from how much there is to do. */
export interface WorkedOut {
  /** Hours of a planned run. */
  readonly time?: Factor | null;
  readonly served?: Served | null;
}

/**
 * Every factor that a method needs for a run, found on its ladders.
 *
 * @param edition its facts
 * @param run its ids resolve in the edition
 * @param method whose rungs are read
 * @param keyOf which numbers of the user's are the same unknown as another run's; each its own by default
 * @param worked of a run that is planned or served: its hours, or its energy, as factors instead of the user's own
 * @returns one plain value: the same run, method and edition give the same value
 * Errors: throws where the place has no intensity; parsing refuses such a run.
 * Source: docs/method.md; each ladder's file names its own.
 */
export function resolve(
  edition: Edition,
  run: Run,
  method: Method,
  keyOf: KeyOf = ownKeys,
  { time = null, served = null }: WorkedOut = {},
): Resolved {
  const ofOne = ofOneChip(run);
  const machine = machineOf(edition, ofOne ?? run, ofOne !== null);
  const question: Question = {
    edition,
    run: ofOne ?? run,
    machine,
    method,
    keyOf,
    isPerChip: ofOne !== null,
    time: runTime(run),
    planned: served ? served.time : time,
    served,
  };
  const found = factorsOf(question);
  return ofOne ? { ...found, run: uncounted(found.run, run, question) } : found;
}

/** One chip of a number that nobody knows: it stands in no formula, and time is that of all chips. */
function uncounted(resolved: ResolvedRun, { deviceHours }: Run, question: Question): ResolvedRun {
  const silent = (one: NamedFactor): NamedFactor => {
    if (one.quantity?.of !== '/hardware/0/count') return one;
    return { ...one, quantity: null, ...(one.factor.value === 1 ? { isSilent: true } : {}) };
  };
  const { accelerators, hostLoads, embodiedParts } = resolved;
  const all = <Part extends { readonly product: readonly NamedFactor[] }>(parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, product: part.product.map(silent) }));
  return {
    ...resolved,
    accelerators: accelerators.map((one) => ({ ...one, count: silent(one.count) })),
    hostLoads: all(hostLoads),
    embodiedParts: all(embodiedParts),
    hours: question.planned
      ? workedTime(question, question.planned, 'device-hours', 'chip-hours')
      : quantity(question, 'device-hours', 'chip-hours', deviceHours, '/deviceHours'),
  };
}

function factorsOf(question: Question): Resolved {
  const { edition, run, machine, method } = question;
  const accelerators = resolvedAccelerators(question);
  const all = placed(machine.accelerators, accelerators);
  const host = hostOf(question, all);
  const pue = pueOf(question);
  const intensity = intensityOf(question);
  const embodied = embodiedOf(question, all, host);
  const offsetClaim = offsetOf(edition, run);
  const { ladders } = method;
  const energyScope =
    run.energyKwh !== undefined && ladders.meter ? (run.energyScope ?? 'it') : null;
  const resolved: ResolvedRun = {
    method: method.name,
    accelerators,
    hostLoads: hostLoads(question, host),
    embodiedParts: embodied.parts,
    energyScope,
    hours: question.planned
      ? workedTime(question, question.planned, 'hours', 'h')
      : quantity(question, 'hours', 'h', run.hours, '/hours'),
    repeats: repeatsOf(question),
    idleHours: quantity(question, 'idle-hours', 'h', run.idle?.hours, '/idle/hours'),
    energy: energyScope && !question.served?.energy ? meteredEnergy(question) : null,
    servedEnergy: energyScope && servedEnergy(question),
    idleCapacity: idleCapacity(question),
    ...answeredByFormula(question),
    hostIdleShare:
      host.idleShare && listed('host-idle-share', '1', host.idleShare, { field: '/host' }),
    overhead: overheadOf(question, host),
    pue: pue?.named ?? null,
    carbonIntensity: intensity.named,
    ...splitOf(question, intensity.named),
    marketIntensity: marketOf(question),
    offset: offsetFactor(offsetClaim),
    serviceLife: embodied.serviceLife,
    averageUse: embodied.averageUse,
    wue: wueOf(question),
    gridWater: gridWaterOf(question),
    offsetClaim,
    host: {
      cpu: host.cpu && { name: host.cpu.name, count: host.cpu.count.value },
      memoryGb: host.memoryGb?.value ?? null,
    },
    site: machine.site,
    provider: cloudPlace(edition, run)?.provider ?? null,
    rungs: {
      power: energyScope ? energyRung(question) : powerRung(accelerators),
      pue: energyScope === 'facility' ? 'metered' : (pue?.rung ?? 'none'),
      intensity: intensity.rung,
      host: hostRung(method, energyScope, host),
    },
  };
  const quality = { intensity: intensity.quality, pue: pue?.quality ?? ('ok' as const) };
  return { run: resolved, machine, quality };
}

/** What of the host the method counts, by its own rules. */
function hostLoads(question: Question, host: Host): readonly HostLoad[] {
  switch (question.method.ladders.host) {
    case 'described':
      return host.loads;
    case 'rated-parts':
      return ratedParts(question, host);
    case 'virtual-processors':
      return virtualProcessorLoads(question, host);
    case 'codecarbon': {
      const isNothing = question.machine.accelerators.length === 0 && host.loads.length === 0;
      return isNothing ? [] : codecarbonLoads(question, host);
    }
    case 'none':
      return [];
  }
}

/** A quantity of the user's; null where it was not told. */
function quantity(
  question: Question,
  name: string,
  unit: string,
  amount: Run['hours'],
  field: string,
): NamedFactor | null {
  if (amount === undefined) return null;
  const factor = amountFactor(question, amount, field);
  return named(name, unit, factor, { field, quantity: { of: field, per: 1 } });
}

/** The time of a run that follows from how much there is to do: whoever tries it out knows better. */
function workedTime(
  { served }: Question,
  time: Factor,
  name: 'hours' | 'device-hours',
  unit: string,
): NamedFactor {
  return listed(`${served ? 'service' : 'planned'}-${name}`, unit, time, {
    field: served ? '/service/tokensPerSecond' : '/tokensPerSecondPerAccelerator',
    quantity: { of: '/hours', per: 1 },
  });
}

/** Energy at the accelerators by what a service answers, kWh. */
function servedEnergy({ served }: Question): NamedFactor | null {
  if (!served?.energy) return null;
  return listed('service-energy', 'kWh', served.energy, { field: '/service/tokensPerSecond' });
}

/** What a service holds idle, where its method counts machines that are. */
function idleCapacity({ served, method }: Question): NamedFactor | null {
  if (!served?.idleCapacity || method.ladders.host !== 'described') return null;
  return listed('idle-capacity', '1', served.idleCapacity, { field: '/service/utilisation' });
}

const energyRung = ({ served }: Question): Rungs['power'] =>
  served?.energy ? 'energy-per-use' : 'metered-energy';

/** How often the whole was run; null for once. */
function repeatsOf(question: Question): NamedFactor | null {
  const { run } = question;
  if (run.development) {
    const field = '/development';
    const times = amountFactor(question, timesRun(run), field, { said: developed(run) });
    return listed('repeats', 'repeats', times, { field, quantity: { of: '/repeats', per: 1 } });
  }
  const repeats = quantity(question, 'repeats', 'repeats', run.repeats, '/repeats');
  const isOnce = repeats?.factor.value === 1 && isExact(repeats.factor);
  return isOnce ? null : repeats;
}

/** What of the times is the run itself, and what its development. */
function developed(run: Run): Said {
  const { repeats, search, ablations, failed } = runsOf(run);
  const { trials, strategy = 'random' } = run.development ?? {};
  return {
    code: 'run-with-development',
    runs: amountOf(repeats),
    search: amountOf(search),
    trials: trials === undefined ? null : amountOf(trials),
    strategy,
    ablations: amountOf(ablations),
    failed: amountOf(failed),
  };
}

function meteredEnergy(question: Question): NamedFactor | null {
  const { run } = question;
  if (run.energyKwh === undefined) return null;
  const factor = amountFactor(question, run.energyKwh, '/energyKwh', {
    meter: meterOf(run.energyScope),
  });
  const about = { field: '/energyKwh', quantity: { of: '/energyKwh', per: 1 } };
  return listed('energy', 'kWh', factor, about);
}

/** g CO2e/kWh of contractual instruments, as the user gives it; GHG Protocol Scope 2, market-based. */
function marketOf(question: Question): NamedFactor | null {
  const { run, method } = question;
  const given = run.marketBasedIntensityGPerKwh;
  if (given === undefined || !method.ladders.market) return null;
  const field = '/marketBasedIntensityGPerKwh';
  return listed('market-intensity', 'g CO2e/kWh', amountFactor(question, given, field), { field });
}

/** The weakest rung that any accelerator stands on. */
function powerRung(accelerators: ResolvedRun['accelerators']): Rungs['power'] {
  if (accelerators.length === 0) return 'none';
  const rungs = accelerators.map(({ powerRung: rung }) => rung);
  return (
    (['tdp', 'typical', 'utilisation'] as const).find((rung) => rungs.includes(rung)) ?? 'measured'
  );
}

function hostRung(
  { ladders }: Method,
  scope: ResolvedRun['energyScope'],
  host: Host,
): Rungs['host'] {
  if (ladders.host === 'none') return 'not-counted';
  return scope !== null && scope !== 'accelerators' ? 'metered' : host.rung;
}
