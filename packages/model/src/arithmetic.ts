import { exp, hypot, ln } from './elementary.ts';
import {
  type Amount,
  amountOf,
  INFERENCE_WORK,
  type ModelDescription,
  type Phase,
  type Ranged,
  type Run,
} from './run.ts';
import type { SaidOf } from './said.ts';

/** FLOP of training a token by each parameter: forward, and backward through what stands before it and for itself. */
const FORWARD = 2;
const BACKWARD = 2;
const GRADIENT = 2;

/** A backward pass costs about two forward ones. */
const PASSES = 3;

/** What a training needs of its chips. */
export interface Arithmetic {
  /** Model FLOP, with their range where the user's numbers have one. */
  readonly flop: Amount;
  /** How they were counted. */
  readonly said: SaidOf<'flop-given' | 'flop-of-tokens' | 'flop-of-samples'>;
}

/** The parameters that a token passes through: all, those in use, or half of an encoder-decoder's. */
function passedBy({ parameters, activeParameters, architecture }: ModelDescription): Amount | null {
  if (architecture === 'mixture-of-experts') return activeParameters ?? null;
  const all = activeParameters ?? parameters;
  if (all === undefined) return null;
  return architecture === 'encoder-decoder' ? times(0.5, all) : all;
}

/**
 * Arithmetic that a training needs, counted as its papers count it, recomputation not among it:
 *
 *     flop = as given
 *     flop = (4 x passed + 2 x trained) x tokens        6 x parameters x tokens where all are trained
 *     flop = 3 x forward FLOP of a sample x samples
 *
 * `passed` are the parameters that a token passes through: those in use of a mixture of experts, half of an
 * encoder-decoder's. Adapters (LoRA) save the gradients of the weights that stay, a third of the whole.
 *
 * Source: Kaplan et al. 2020 (arXiv:2001.08361), table 1 and section 2.1; Hoffmann et al. 2022 (arXiv:2203.15556),
 * appendix F; Hu et al. 2021 (arXiv:2106.09685) for adapters.
 *
 * @param model of the run
 * @returns null where the model does not tell enough
 * Errors: none.
 * @example arithmeticOf({ parameters: 7e9, tokens: 2e12 })?.flop // 8.4e22
 */
export function arithmeticOf(model: ModelDescription | undefined): Arithmetic | null {
  if (!model) return null;
  const { flop, tokens, samples, forwardFlopPerSample, trainedParameters } = model;
  if (flop !== undefined) return { flop, said: { code: 'flop-given' } };
  const passed = passedBy(model);
  if (passed !== null && tokens !== undefined) {
    const trained = trainedParameters ?? passed;
    const each = plus(times(FORWARD + BACKWARD, passed), times(GRADIENT, trained));
    return {
      flop: product(each, tokens),
      said: {
        code: 'flop-of-tokens',
        passed: amountOf(passed),
        trained: trainedParameters === undefined ? null : amountOf(trained),
        tokens: amountOf(tokens),
      },
    };
  }
  if (forwardFlopPerSample === undefined || samples === undefined) return null;
  return {
    flop: times(PASSES, product(forwardFlopPerSample, samples)),
    said: {
      code: 'flop-of-samples',
      forwardFlop: amountOf(forwardFlopPerSample),
      samples: amountOf(samples),
    },
  };
}

/** Phases that train nothing. */
const IN_USE: ReadonlySet<Phase | undefined> = new Set(['deployment', 'inference'] as const);

/** What of a run says whether it is planned. */
type Plannable = Pick<
  Run,
  | 'hours'
  | 'deviceHours'
  | 'energyKwh'
  | 'model'
  | 'phase'
  | 'work'
  | 'service'
  | 'tokensPerSecondPerAccelerator'
  | 'samplesPerSecondPerAccelerator'
>;

/** Whether a run is training without time and energy, whose model tells how much there is to do. */
export const isPlanned = (run: Plannable): boolean =>
  run.hours === undefined &&
  run.deviceHours === undefined &&
  run.energyKwh === undefined &&
  run.service === undefined &&
  !IN_USE.has(run.phase) &&
  !INFERENCE_WORK.has(run.work) &&
  (seenSpeed(run) !== null || arithmeticOf(run.model) !== null);

/** What a trial run did a second on one chip, and how much of it there is to do. */
export interface SeenSpeed {
  readonly of: 'tokens' | 'samples';
  readonly toDo: Amount;
  readonly perSecond: Amount;
}

/** The speed that a trial run showed, where the run says how much there is to do in its unit; else null. */
export function seenSpeed(run: Plannable): SeenSpeed | null {
  const { tokensPerSecondPerAccelerator, samplesPerSecondPerAccelerator, model } = run;
  if (tokensPerSecondPerAccelerator !== undefined && model?.tokens !== undefined) {
    return { of: 'tokens', toDo: model.tokens, perSecond: tokensPerSecondPerAccelerator };
  }
  if (samplesPerSecondPerAccelerator !== undefined && model?.samples !== undefined) {
    return { of: 'samples', toDo: model.samples, perSecond: samplesPerSecondPerAccelerator };
  }
  return null;
}

const ends = (amount: Amount): Ranged =>
  typeof amount === 'number' ? { value: amount, low: amount, high: amount } : amount;

/** The product of two numbers that nothing ties together: their ranges by the root of the squares of their logs. */
function product(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  const [a, b] = [ends(one), ends(other)];
  const value = a.value * b.value;
  const reach = (side: 'low' | 'high') => exp(hypot(ln(a.value / a[side]), ln(b.value / b[side])));
  return { value, low: value / reach('low'), high: value * reach('high') };
}

/** The sum of two parts of one number, which rise and fall together. */
function plus(one: Amount, other: Amount): Amount {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  const [a, b] = [ends(one), ends(other)];
  return { value: a.value + b.value, low: a.low + b.low, high: a.high + b.high };
}

const times = (factor: number, amount: Amount): Amount => product(factor, amount);
