import type { Edition } from '@ml-emissions/data';
import {
  type Amount,
  amountOf,
  ln,
  log2,
  type Precision,
  pow,
  type Run,
  type SaidOf,
  type ServiceDescription,
} from '@ml-emissions/model';
import { coefficient, knownCoefficient } from '../coefficient.ts';
import { defaultGsd, needed } from '../default.ts';
import { type MachineAccelerator, memoryGbOf } from '../machine.ts';
import { peakNear } from '../plan/peak.ts';
import { usual } from './inputs.ts';

const BYTES_PER_GB = 1e9;

const BYTES: Readonly<Record<Precision, number>> = {
  fp32: 4,
  tf32: 4,
  bf16: 2,
  fp16: 2,
  fp8: 1,
  int8: 1,
  fp4: 0.5,
};

/** Families of chips that the law was fitted on. */
const FITTED: ReadonlySet<string | undefined> = new Set(['Hopper', 'Blackwell', 'Blackwell Ultra']);

/** A model of the larger classes has so many parameters for each that a token uses. */
const ALL_OVER_ACTIVE = 4;

/** Sizes of a model, of which a class guesses. */
export interface Size {
  readonly parameters: Amount;
  readonly activeParameters: Amount;
  readonly isGuess: boolean;
}

/** The size of the model of a run, or of the class that its user guesses; null where neither is told. */
export function sizeOf(edition: Edition, { model, service }: Run): Size | null {
  const parameters = model?.parameters ?? model?.activeParameters;
  if (parameters !== undefined) {
    const activeParameters = model?.activeParameters ?? parameters;
    return { parameters, activeParameters, isGuess: false };
  }
  const guess = service?.sizeClass;
  if (guess === undefined) return null;
  const activeParameters = usual(edition, `service.size-${guess}`);
  const times = guess === 'small' ? 1 : ALL_OVER_ACTIVE;
  return { parameters: amountOf(activeParameters) * times, activeParameters, isGuess: true };
}

/** What chips serve, as the laws ask for it; those of nobody's choice are the reference. */
export interface Chip {
  readonly tdpW: number;
  readonly wattsPerTflops: number;
  readonly memoryGb: number;
  /** Of the run; null where it is not told. */
  readonly count: number | null;
  /** Why what is said of it is less sure: logs of geometric standard deviations. */
  readonly doubts: readonly number[];
}

/** The chip that serves, or the reference where none is told. */
export function chipOf(edition: Edition, one: MachineAccelerator | undefined): Chip {
  const of = (name: string) => coefficient(edition, `service.${name}`);
  const [tdp, tflops, memory] = [
    of('reference-tdp-w'),
    of('reference-tflops'),
    of('reference-memory-gb'),
  ] as const;
  const doubtOf = (name: string) => ln(defaultGsd(edition, `service.${name}`));
  if (!one) {
    const doubts = [doubtOf('chip-untold')];
    return { tdpW: tdp, wattsPerTflops: 1, memoryGb: memory, count: null, doubts };
  }
  const { row, hardware } = one;
  const { accelerator } = hardware;
  const own = typeof accelerator === 'string' ? null : accelerator;
  const tdpW = own ? amountOf(own.tdpW) : (row?.tdpW ?? tdp);
  const peak = own ? own.peakTflops : row && peakNear(row, 'bf16')?.tflops;
  return {
    tdpW,
    wattsPerTflops: peak ? tdpW / peak / (tdp / tflops) : 1,
    memoryGb: memoryGbOf(one) || memory,
    count: hardware.count === undefined ? null : amountOf(hardware.count),
    doubts: FITTED.has(row?.family) ? [] : [doubtOf('other-chip')],
  };
}

/** Bytes of a parameter, 16 bits where the precision is not told. */
export const bytesOf = (precision: Precision | undefined): number => BYTES[precision ?? 'bf16'];

/**
 * Chips that hold a copy of a model: as told; else the fewest that can, a power of two, which are no more than there are
 * where these have room for the weights. Services spread a copy over twice as many to answer sooner.
 *
 *     chips = 2^ceil(log2(1.2 x weights / memory of a chip))
 *
 * Source: `data/coefficients.csv`, `service.memory-of-weights` and `service.copy-spread`.
 */
export function chipsOfCopy(
  edition: Edition,
  { acceleratorsPerModel }: ServiceDescription,
  weightsBytes: number,
  { memoryGb, count }: Chip,
): Amount {
  if (acceleratorsPerModel !== undefined) return acceleratorsPerModel;
  const times = coefficient(edition, 'service.memory-of-weights');
  const ofWeights = weightsBytes / (memoryGb * BYTES_PER_GB);
  const fewest = pow(2, Math.ceil(log2(Math.max(1, Math.ceil(times * ofWeights)))));
  const most = count !== null && count >= ofWeights ? Math.max(1, Math.floor(count)) : Infinity;
  const value = Math.min(fewest, most);
  const high = Math.min((knownCoefficient(edition, 'service.copy-spread') ?? 1) * fewest, most);
  return high > value ? { value, low: value, high } : value;
}

/** Memory that the weights of a model take, against that of the chips that hold a copy of it. */
export interface CopyMemory {
  readonly weightsGb: number;
  readonly precision: Precision;
  readonly chips: number;
  readonly chipsGb: number;
}

/**
 * The weights of one copy against the memory of the chips that are told to hold it, or of all that are told.
 *
 *     weights = parameters x bytes of one        without what requests need beside them
 *
 * @returns null where size, number of chips or their memory are not told
 */
export function copyMemory(
  { model, precision = 'bf16', service }: Run,
  one: MachineAccelerator | undefined,
): CopyMemory | null {
  const count = one?.hardware.count;
  const chips = Math.min(
    service?.acceleratorsPerModel ?? Number.POSITIVE_INFINITY,
    count === undefined ? Number.POSITIVE_INFINITY : amountOf(count),
  );
  const memoryGb = one && memoryGbOf(one);
  if (!Number.isFinite(chips) || !memoryGb || model?.parameters === undefined) return null;
  const weightsGb = (bytesOf(precision) * amountOf(model.parameters)) / BYTES_PER_GB;
  return { weightsGb, precision, chips, chipsGb: chips * memoryGb };
}

/** Requests in a copy at a time, and how unsure the energy is where they are not told. */
interface Batch {
  readonly requests: Amount;
  readonly isTold: boolean;
  /** The default that was taken, by its id. */
  readonly assumed: readonly string[];
  readonly doubts: readonly number[];
}

/** Requests at a time: as told > as the scenario says > usual. */
export function batchOf(edition: Edition, run: Run): Batch {
  const told = run.service?.concurrency ?? run.batchSize;
  if (told !== undefined) return { requests: told, isTold: true, assumed: [], doubts: [] };
  const { scenario } = run;
  if (scenario !== undefined && scenario !== 'server') {
    const id = `service.batch-${scenario}`;
    return { requests: usual(edition, id), isTold: false, assumed: [id], doubts: [] };
  }
  const id = 'service.batch-untold';
  const { value, gsd } = needed(edition, id);
  return { requests: value, isTold: false, assumed: [id], doubts: [ln(gsd ?? 1)] };
}

/** Why the energy of a service cannot be told, with the field that would settle it. */
export interface NotServed {
  readonly field: string;
  readonly said: SaidOf<
    | 'no-single-chip'
    | 'edition-serves-nothing'
    | 'size-not-told'
    | 'tokens-not-told'
    | 'chips-not-told'
    | 'speed-beyond-chips'
  >;
}
