import { type Case, type Library, numberIn } from './cases.ts';
import type { Prediction } from './meter.ts';

const WH_PER_KWH = 1000;
/** No host to speak of: the field wants more than nothing. */
const NO_HOST_W = 1e-4;

/** What can be told of a run beside its hours, least first. */
const TOLD = [
  'work',
  'without-nodes',
  'scenario',
  'processors',
  'size',
  'size-as-trained',
] as const;
/** How much is told of a run. */
export type Told = (typeof TOLD)[number];

/** A metered run with what was told of it, and what was predicted from that alone. */
export interface PowerCase {
  readonly id: string;
  /** The kind of machine, as the tables name it. */
  readonly kind: string;
  /** How requests come; empty for training. */
  readonly load: string;
  /** The one machine: a server, an edge device, a card in training. */
  readonly machine: string;
  readonly card: string;
  /** The network that ran, which is told only where `told` says so. */
  readonly network: string;
  /** The class whose usual value is asked: it is refitted as one. */
  readonly ask: string;
  readonly told: Told;
  /** What was told but hours, as a text: equal for runs that no rule told the same can tell apart. */
  readonly inputs: string;
  readonly hours: number;
  readonly prediction: Prediction;
}

/** What is the same in all these runs: the meter's boundary has no PUE in it, and energy alone is compared. */
export const METERED = { pue: 1, carbonIntensityGPerKwh: 0 } as const;
/** A meter in the chip sees no host and no supply. */
export const CHIP_ALONE = { host: { powerW: NO_HOST_W }, overheadFactor: 1 } as const;

/**
 * What is predicted of a metered run.
 *
 * @param inputs what is told of the run, hours aside
 * @param hours of the run
 * @param measured kWh
 * @returns kWh; best constants are shares of the chips' rated power
 */
export function predicted(
  library: Library,
  inputs: object,
  hours: number,
  measured: number,
): Prediction {
  const parsed = library.parseRun({ ...METERED, ...inputs, hours });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { receipt, energyKwh } = library.estimate(parsed.run, { alternatives: false });
  const { value, low = value, high = value } = energyKwh;
  const chips = parsed.run.hardware?.[0]?.count ?? Number.NaN;
  const tdpW = receipt.find(({ step }) => step === 'tdp')?.value ?? Number.NaN;
  const ratedKwh = (Number(chips) * tdpW * hours) / WH_PER_KWH;
  return { measured, value, low, high, hours: ratedKwh, others: { 'TDP x hours': ratedKwh } };
}

/**
 * The runs in classes, each class as often as there is more or less told; least told first.
 *
 * @param cases metered runs
 * @param nameOf the class of a run; null where it is of none
 * @param scoreOf what is said of the runs `of` a class, among all that are told as much; null for nothing
 */
export function byClass<Score>(
  cases: readonly PowerCase[],
  nameOf: (one: PowerCase) => string | null,
  scoreOf: (
    name: string,
    told: Told,
    of: readonly PowerCase[],
    among: readonly PowerCase[],
  ) => Score | null,
): Score[] {
  const names = [...new Set(cases.map(nameOf))].filter((name) => name !== null);
  return names.flatMap((name) =>
    TOLD.flatMap((told): Score[] => {
      const among = cases.filter((one) => one.told === told);
      const of = among.filter((one) => nameOf(one) === name);
      const score = of.length === 0 ? null : scoreOf(name, told, of, among);
      return score === null ? [] : [score];
    }),
  );
}

/** A number that a table of cases must have. */
export function numberOf(row: Case, column: string): number {
  const number = numberIn(row, column);
  if (number === undefined) throw new Error(`${row.case_id}: no ${column}`);
  return number;
}
