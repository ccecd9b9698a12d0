import type { Edition } from '@ml-emissions/data';
import {
  type Amount,
  amountOf,
  exp,
  type Factor,
  isServedByUses,
  ln,
  methods,
  pow,
  type Run,
  range90,
  revised,
  type ServiceDescription,
  type ServiceRung,
  type ServiceUnit,
  type Uses,
  usesOf,
  Z_90,
} from '@ml-emissions/model';
import { powerOfFirst } from '../accelerator.ts';
import { amountFactor, widened } from '../amount.ts';
import { knownCoefficient } from '../coefficient.ts';
import { defaultFactor, derived, needed } from '../default.ts';
import { FEWEST_IN_BATCH, requestsAtATime } from '../few-requests.ts';
import { acceleratorsOf, machineOf } from '../machine.ts';
import { type KeyOf, ownKeys } from '../question.ts';
import { energyByLaw, lackOfLaw } from './energy.ts';
import { reached, usual } from './inputs.ts';
import type { NotServed } from './load.ts';
import { beyondChips } from './speed.ts';

const SECONDS_PER_HOUR = 3600;
const WH_PER_KWH = 1000;

/** A run of a model in use, with what follows from what it answers. */
export interface Served {
  /** The run with its energy at the chips, with its hours, or as it was where it tells them. */
  readonly run: Run;
  /** kWh at the chips; null where it is told, or follows from time and power. */
  readonly energy: Factor | null;
  /** Hours that the chips work, or chip-hours; null where they are told or no chip is. */
  readonly time: Factor | null;
  /** Energy of machines that are held and idle / that of the chips at work; null where what is told holds it. */
  readonly idleCapacity: Factor | null;
  readonly rung: ServiceRung;
  readonly uses: Uses;
  /** What energy is told for. */
  readonly unit: ServiceUnit;
  readonly units: number;
  /** J a unit at the chips, by the law; null on the other rungs. */
  readonly joules: Factor | null;
  readonly batch: number | null;
  readonly isBatchTold: boolean;
  /** Chips that hold one copy of the model; null where no law was asked. */
  readonly chips: number | null;
  /** Whether the size of the model is a guess of the user's. */
  readonly isGuess: boolean;
  /** Defaults that were taken where nothing was told: ids of `data/defaults.csv`. */
  readonly assumed: readonly string[];
}

/**
 * The energy or the time of a model in use that tells what it answers, by the best that is known:
 *
 *     metered energy, or hours                              as told
 *     hours = tokens / (tokens a second x 3600)             its chips at their measured power, or at the usual one
 *     kWh   = uses x units a use x J a unit / 3.6e6         at the chips, by size, chips and requests at a time
 *
 * On the last rung chips work for kWh x 1000 / their usual power, so that host and manufacture follow as for any run.
 *
 * Source: docs/method.md, "In use".
 *
 * @param edition its facts
 * @param run its names resolved
 * @param keyOf which numbers of the user's are the same unknown as another run's
 * @returns null for a run without a service; why not, where what it tells is not enough
 * Errors: none.
 */
export function servedRun(edition: Edition, run: Run, keyOf: KeyOf): Served | NotServed | null {
  const { service } = run;
  if (!service) return null;
  const uses = usesIn(edition, service);
  if ('field' in uses) return uses;
  const asked: Asked = { edition, run: withWork(run, service, uses), uses, keyOf };
  if (!isServedByUses(run)) return asTold(asked);
  return service.tokensPerSecond === undefined ? byLaw(asked) : bySpeed(asked);
}

/**
 * What a service lacks to be worked out, without working it out.
 *
 * @param edition its facts
 * @param run its names resolved
 * @returns null for a service that can be, and for a run without one
 */
export function serviceLack(edition: Edition, run: Run): NotServed | null {
  const { service } = run;
  if (!service) return null;
  const uses = usesIn(edition, service);
  if ('field' in uses) return uses;
  if (!isServedByUses(run)) return null;
  if (service.tokensPerSecond === undefined) return lackOfLaw(edition, run, uses);
  const found = bySpeed({ edition, run: { ...run, service }, uses, keyOf: ownKeys });
  return 'field' in found ? found : null;
}

/** The law errs by its range; below its low end by this much nothing was seen. */
const BELOW_LAW = 3;

/**
 * The least energy at the chips that what a service answers can take, whatever is told of its time and energy, kWh.
 *
 * Source: the low end of the law (`energyByLaw`), and a judgement of how far below it nothing is.
 *
 * @returns null where the law does not have what it needs
 */
export function leastServedKwh(edition: Edition, run: Run): number | null {
  const { service } = run;
  const uses = service && usesIn(edition, service);
  if (!uses || 'field' in uses) return null;
  const found = energyByLaw(edition, { ...run, service }, uses);
  if ('field' in found) return null;
  const { value, gsd } = found.energy;
  return value / pow(gsd ?? 1, Z_90) / BELOW_LAW;
}

function usesIn(edition: Edition, service: ServiceDescription): Uses | NotServed {
  if (!edition.defaultById.has('service.energy-per-use')) {
    return { field: '/edition', said: { code: 'edition-serves-nothing' } };
  }
  return usesOf(service) ?? { field: '/service/requests', said: { code: 'tokens-not-told' } };
}

type ServingRun = Run & { readonly service: ServiceDescription };

interface Asked {
  readonly edition: Edition;
  readonly run: ServingRun;
  readonly uses: Uses;
  readonly keyOf: KeyOf;
}

const isPicture = ({ unit }: Uses) => unit === 'image' || unit === 'video-second';

/**
 * The run with what its service says of the work: text or pictures; batches in the chips, where so many requests are told
 * at a time, or none are and the energy follows from the uses; and chips that are in use for as much of their life as
 * they work.
 */
function withWork(run: Run, service: ServiceDescription, uses: Uses): ServingRun {
  const averageUse = run.embodied?.averageUse ?? service.utilisation;
  const requests = requestsAtATime(run);
  const isBatch = requests === null ? isServedByUses(run) : requests >= FEWEST_IN_BATCH;
  return {
    ...run,
    service,
    ...(run.scenario === undefined && isBatch ? { scenario: 'server' } : {}),
    ...(run.work === undefined
      ? { work: isPicture(uses) ? 'vision-inference' : 'llm-inference' }
      : {}),
    ...(averageUse === undefined ? {} : { embodied: { ...run.embodied, averageUse } }),
  };
}

const PLAIN = {
  joules: null,
  batch: null,
  isBatchTold: false,
  chips: null,
  isGuess: false,
  assumed: [],
} as const;

/** A service whose energy or time is told: what it answers says only what that is for. */
function asTold({ edition, run, uses }: Asked): Served {
  const tokens = tokensIn(edition, uses, false);
  return {
    run,
    energy: null,
    time: null,
    idleCapacity: null,
    rung: run.energyKwh === undefined ? 'time-told' : 'metered-energy',
    uses,
    ...(tokens === null
      ? { unit: uses.unit, units: amountOf(uses.count) }
      : { unit: 'output-token', units: amountOf(tokens) }),
    ...PLAIN,
  };
}

/** Tokens written in the run; usual ones for a request where none are told and that is asked for. */
function tokensIn(
  edition: Edition,
  { unit, count, tokensEach }: Uses,
  isUsual: boolean,
): Amount | null {
  if (unit === 'output-token') return count;
  if (isPictureUnit(unit)) return null;
  const each = tokensEach ?? (isUsual ? usual(edition, 'service.output-tokens') : null);
  if (each === null) return null;
  const [{ value, down, up }] = reached({ count, each }, (numbers) => [
    numbers.count * numbers.each,
  ]);
  if (down === 0 && up === 0) return value;
  return { value, low: value / exp(down), high: value * exp(up) };
}

const isPictureUnit = (unit: ServiceUnit) => unit === 'image' || unit === 'video-second';

/** Chips at work for as long as their speed says. */
function bySpeed({ edition, run, uses, keyOf }: Asked): Served | NotServed {
  const { service } = run;
  const tokens = tokensIn(edition, uses, uses.unit === 'request');
  const speed = service.tokensPerSecond;
  if (tokens === null || speed === undefined) {
    return { field: '/service/outputTokensPerRequest', said: { code: 'tokens-not-told' } };
  }
  const all = acceleratorsOf(edition, run);
  if (all.length === 0) return { field: '/hardware', said: { code: 'chips-not-told' } };
  const index = all.findIndex(({ hardware }) => hardware.count === undefined);
  if (index >= 0) {
    return { field: `/hardware/${index}/count`, said: { code: 'chips-not-told' } };
  }
  const beyond = beyondChips(edition, run, all);
  if (beyond) return beyond;
  const perSecond = amountFactor({ edition, keyOf }, speed, '/service/tokensPerSecond');
  const toDo = amountFactor({ edition, keyOf }, tokens, '/service');
  const said = {
    code: 'served-time',
    units: toDo.value,
    perSecond: perSecond.value,
  } as const;
  // The faster they are, the shorter it takes.
  const { gsdUp: up, ...bare } = perSecond;
  const time = widened(
    {
      ...bare,
      kind: 'modeled',
      said,
      value: toDo.value / perSecond.value / SECONDS_PER_HOUR,
      ...(up === undefined ? {} : { gsd: up, gsdUp: perSecond.gsd ?? 1 }),
    },
    sidesOf(toDo),
  );
  const isMeasured = all.every(({ hardware }) => hardware.powerW !== undefined);
  return {
    run: { ...run, hours: amountIn(time) },
    energy: null,
    time,
    idleCapacity: idleCapacityOf({ edition, run, uses, keyOf }),
    rung: isMeasured ? 'speed-and-measured-power' : 'speed-and-usual-power',
    uses,
    unit: 'output-token',
    units: toDo.value,
    ...PLAIN,
  };
}

const sidesOf = ({ gsd, gsdUp }: Factor) => ({
  gsd: gsd ?? 1,
  ...(gsdUp === undefined ? {} : { gsdUp }),
});

/** The energy by the law, and how long the chips that are told work for it. */
function byLaw(asked: Asked): Served | NotServed {
  const { edition, run, uses } = asked;
  const found = energyByLaw(edition, run, uses);
  if ('field' in found) return found;
  const { unit, units, batch, isBatchTold, chips, isGuess, assumed } = found;
  const held = heldBack(asked);
  const [energy, joules] = [held(found.energy), held(found.joules)];
  const time = timeOf(asked, energy);
  const count = acceleratorsOf(edition, run)[0]?.hardware.count;
  const byClock = time && count !== undefined ? over(time, amountOf(count)) : time;
  const hours = byClock && amountIn(byClock);
  const work = hours === null ? {} : count === undefined ? { deviceHours: hours } : { hours };
  // Assigned: engines are slow to add fields to a copy of a copy.
  const powered = { energyKwh: amountIn(energy), energyScope: 'accelerators' as const };
  return {
    run: Object.assign({}, run, powered, work),
    energy,
    time: byClock,
    idleCapacity: idleCapacityOf(asked),
    rung: 'energy-by-size',
    uses,
    unit,
    units,
    joules,
    batch,
    isBatchTold,
    chips,
    isGuess,
    assumed,
  };
}

/**
 * What a power limit makes of the energy at the chips: they draw less, and take longer for it.
 *
 *     energy x r^0.8        r = usual power under the limit / without one; from r, as fast as before, to 1, in proportion
 *                           slower
 *
 * Source: Samsi et al. 2023: A100 at 175 W of 250 W take 23.2 % less energy and 6.7 % more time.
 */
function heldBack(asked: Asked): (factor: Factor) => Factor {
  const { edition, run } = asked;
  const { hardware } = run;
  const exponent = knownCoefficient(edition, 'service.limit-exponent');
  const asIs = (factor: Factor) => factor;
  if (exponent === undefined || hardware.every((one) => one.powerLimitW === undefined)) return asIs;
  const free = hardware.map(({ powerLimitW: _, ...one }) => one);
  const [limited, usually] = [run, { ...run, hardware: free }].map((one) => {
    const power = chipPower({ ...asked, run: one });
    return power && wattsOf(power);
  });
  if (!limited || !usually || limited >= usually) return asIs;
  const least = limited / usually;
  const ratio = pow(least, exponent);
  const sides = { gsd: pow(ratio / least, 1 / Z_90), gsdUp: pow(1 / ratio, 1 / Z_90) };
  return (factor) => widened(revised(factor, { value: factor.value * ratio }), sides);
}

/** Chip-hours that the energy lasts at the power of the chips; null where no chip is told, or no power of it known. */
function timeOf(asked: Asked, energy: Factor): Factor | null {
  const power = chipPower(asked);
  if (!power) return null;
  const watts = wattsOf(power);
  let wider = revised(energy, { gsdUp: energy.gsdUp ?? energy.gsd ?? 1 });
  // The more they draw, the shorter the energy lasts.
  for (const { gsd, gsdUp = gsd } of power) {
    wider = widened(wider, { gsd: gsdUp ?? 1, gsdUp: gsd ?? 1 });
  }
  const said = { code: 'as-long-as-chips-draw', watts } as const;
  return revised(wider, { value: (energy.value * WH_PER_KWH) / watts, said });
}

/** Mean power of one chip of the run as a product; null where no chip is told, or no power of it known. */
function chipPower({ edition, run, keyOf }: Omit<Asked, 'uses'>): readonly Factor[] | null {
  const [own] = run.hardware;
  const alone = own && own.count === undefined ? { ...run, hardware: [{ ...own, count: 1 }] } : run;
  const machine = machineOf(edition, alone, alone !== run);
  const method = methods.full;
  return powerOfFirst({ edition, run: alone, machine, method, keyOf });
}

const wattsOf = (power: readonly Factor[]) =>
  power.reduce((product, { value }) => product * value, 1);

/** Energy of machines that wait / that of the chips at work: by the share of time told, or of large services. */
function idleCapacityOf({ edition, run }: Asked): Factor | null {
  if (run.idle) return null;
  const use = run.service.utilisation;
  if (use !== undefined) {
    const ratio = usual(edition, 'service.idle-of-busy');
    const inputs = { use, ratio };
    const of = (numbers: { readonly use: number; readonly ratio: number }) =>
      (1 / numbers.use - 1) * numbers.ratio;
    const row = needed(edition, 'service.idle-of-busy', { code: 'idle-of-share' });
    if (!(of({ use: amountOf(use), ratio: 1 }) > 0)) return null;
    const [{ value, down, up }] = reached(inputs, (numbers) => [of(numbers)]);
    return { ...row, value, gsd: exp(down / Z_90), gsdUp: exp(up / Z_90) };
  }
  const row = defaultFactor(edition, 'service.idle-capacity', { code: 'idle-of-large-service' });
  if (!row || machineOf(edition, run).site === 'hyperscale') return row;
  const most = needed(edition, 'service.idle-capacity-most').value;
  return {
    ...derived(row.value, row, { code: 'idle-of-service' }),
    gsdUp: pow(most / row.value, 1 / Z_90),
  };
}

const over = (factor: Factor, by: number): Factor => revised(factor, { value: factor.value / by });

/** A factor as a run holds it. */
function amountIn({ value, gsd, gsdUp }: Factor): Amount {
  if (gsd === null || (ln(gsd) === 0 && (gsdUp ?? 1) === 1)) return value;
  return { value, ...range90(value, gsd, gsdUp) };
}
