import type { Edition } from '@ml-emissions/data';
import {
  type Amount,
  type Arithmetic,
  amountOf,
  arithmeticOf,
  type Factor,
  isPlanned,
  type ModelDescription,
  type Plan,
  type PlanRung,
  type Precision,
  pow,
  type Quantity,
  type Run,
  range90,
  type SaidOf,
  seenSpeed,
} from '@ml-emissions/model';
import { amountFactor, type Sides, widened } from '../amount.ts';
import { defaultGsd, needed } from '../default.ts';
import { acceleratorsOf, type MachineAccelerator } from '../machine.ts';
import type { KeyOf } from '../question.ts';
import { computeOptimal, memoryOf } from './fit.ts';
import { type Peak, peakNear } from './peak.ts';

const FLOP_PER_TFLOP = 1e12;
const SECONDS_PER_HOUR = 3600;
/** No run is longer: the bound of `deviceHours`. */
const MOST_CHIP_HOURS = 1e14;

/** What training usually calculates in. */
const USUAL_PRECISION: Precision = 'bf16';

/** A run that has not been, with the time that it will take. */
export interface Planned {
  /** The run with its hours, or with its chip-hours where its chips are not counted. */
  readonly run: Run;
  /** These hours, or chip-hours, as a factor. */
  readonly time: Factor;
  readonly plan: Plan;
}

/** Why a run that tells how much there is to do cannot be planned, with the field that would settle it. */
export interface NotPlanned {
  readonly field: string;
  readonly said: SaidOf<
    | 'no-single-chip'
    | 'no-peak'
    | 'no-arithmetic'
    | 'edition-plans-nothing'
    | 'limit-slows'
    | 'plan-too-long'
  >;
}

/**
 * The time of a run that has none and whose model tells how much there is to do, by the best that is known of its speed:
 *
 *     chip-hours = tokens / (tokens a second a chip x 3600)         seen in a trial run
 *     chip-hours = FLOP / (peak FLOP/s x MFU x 3600)                MFU as given, or as usual for the chip
 *     hours      = chip-hours / chips
 *
 * What a trial run or a paper's MFU says is of steps alone: restarts, evaluation and waiting add to it, so that its
 * upper side is open (`plan.breaks`). The usual MFU is of whole published runs and holds them.
 *
 * Source: docs/method.md, "Before a run"; `data/defaults.csv`, `plan.*`; Chowdhery et al. 2022 (arXiv:2204.02311), appendix B,
 * for MFU.
 *
 * @param edition its facts
 * @param run its names resolved
 * @param keyOf which numbers of the user's are the same unknown as another run's
 * @returns null for a run that is not planned; why not, where what it tells is not enough
 * Errors: none.
 */
export function plannedRun(edition: Edition, run: Run, keyOf: KeyOf): Planned | NotPlanned | null {
  if (!isPlanned(run)) return null;
  if (!edition.defaultById.has('plan.mfu-other')) {
    return { field: '/edition', said: { code: 'edition-plans-nothing' } };
  }
  const [chip, ...others] = acceleratorsOf(edition, run);
  if (!chip || others.length > 0) return { field: '/hardware', said: { code: 'no-single-chip' } };
  const arithmetic = arithmeticOf(run.model);
  const peak = peakOf(chip, run.precision ?? USUAL_PRECISION);
  const asked: Asked = { edition, run, keyOf, chip, arithmetic, peak };
  const found = bySeenSpeed(asked) ?? byMfu(asked);
  if ('field' in found) return found;
  if (found.time.value > MOST_CHIP_HOURS) {
    return { field: '/model', said: { code: 'plan-too-long' } };
  }
  const chips = chip.hardware.count ?? null;
  const time = chips === null ? found.time : over(found.time, amountOf(chips));
  const hours = rangeOf(time);
  const amount = asAmount(hours);
  return {
    run: {
      ...run,
      ...workOfPlan(run),
      ...(chips === null ? { deviceHours: amount } : { hours: amount }),
    },
    time: {
      ...time,
      said: {
        code: 'planned',
        rung: found.rung,
        counted: arithmetic?.said ?? null,
        tflops: peak?.tflops ?? null,
        precision: peak?.precision ?? null,
        mfuPercent: found.mfu && 100 * found.mfu.value,
        perSecond: found.perSecond,
        chips: chips && amountOf(chips),
      },
    },
    plan: {
      rung: found.rung,
      flop: arithmetic && amountOf(arithmetic.flop),
      mfu: mfuOf(found, asked),
      peakTflops: peak?.tflops ?? null,
      precision: peak?.precision ?? null,
      deviceHours: rangeOf(found.time),
      hours: chips === null ? null : hours,
      computeOptimal: computeOptimal(edition, run.model),
      memory: memoryOf(edition, run.model, chip, chips),
    },
  };
}

/** Tokens are what language models are trained on: their usual power counts where the work is not told. */
export function workOfPlan({ work, model }: Run): Pick<Run, 'work'> {
  if (work !== undefined || model?.tokens === undefined) return {};
  return { work: model.trainedParameters === undefined ? 'llm-training' : 'llm-fine-tuning' };
}

/** What is known before the speed is. */
interface Asked {
  readonly edition: Edition;
  readonly run: Run;
  readonly keyOf: KeyOf;
  readonly chip: MachineAccelerator;
  readonly arithmetic: Arithmetic | null;
  readonly peak: Peak | null;
}

/** Chip-hours, and what they follow from. */
interface Speed {
  readonly rung: PlanRung;
  readonly time: Factor;
  readonly mfu: Factor | null;
  /** Tokens or samples a second a chip. */
  readonly perSecond: number | null;
}

function bySeenSpeed({ edition, run, keyOf }: Asked): Speed | null {
  const seen = seenSpeed(run);
  if (!seen) return null;
  const speed = amountFactor(
    { edition, keyOf },
    seen.perSecond,
    `/${seen.of}PerSecondPerAccelerator`,
  );
  const toDo = amountFactor({ edition, keyOf }, seen.toDo, `/model/${seen.of}`);
  const bare = { ...inverse(speed), value: toDo.value / (speed.value * SECONDS_PER_HOUR) };
  const time = widened(withBreaks(edition, bare, seen.perSecond), sidesOf(toDo));
  return { rung: 'speed-seen', time, mfu: null, perSecond: speed.value };
}

function byMfu({ edition, run, keyOf, chip, arithmetic, peak }: Asked): Speed | NotPlanned {
  if (!arithmetic) return { field: '/model/tokens', said: { code: 'no-arithmetic' } };
  if (!peak) {
    return {
      field: `/hardware/${chip.index}/accelerator/peakTflops`,
      said: { code: 'no-peak' },
    };
  }
  const flop = amountFactor({ edition, keyOf }, arithmetic.flop, '/model/flop');
  const atFull = flop.value / (peak.tflops * FLOP_PER_TFLOP * SECONDS_PER_HOUR);
  const { mfu: told } = run;
  // How much slower a chip is under a limit only a trial run tells.
  if (told === undefined && chip.hardware.powerLimitW !== undefined) {
    return { field: '/tokensPerSecondPerAccelerator', said: { code: 'limit-slows' } };
  }
  const mfu =
    told === undefined
      ? usualMfu({
          edition,
          run,
          chip,
          peak,
          isOfSamples: arithmetic.said.code === 'flop-of-samples',
        })
      : amountFactor({ edition, keyOf }, told, '/mfu');
  const bare = { ...inverse(mfu), value: atFull / mfu.value };
  const whole = told === undefined ? bare : withBreaks(edition, bare, told);
  const rung = told === undefined ? 'mfu-usual' : 'mfu-given';
  return { rung, time: widened(whole, sidesOf(flop)), mfu, perSecond: null };
}

/** Families whose published trainings share a usual MFU. */
const MFU_OF_FAMILY: Readonly<Record<string, string>> = {
  Ampere: 'ampere',
  Hopper: 'hopper',
  Blackwell: 'hopper',
  'Blackwell Ultra': 'hopper',
  TPU: 'tpu',
};

/**
 * The usual share of the peak that whole published trainings reach, by chip and kind of model. It is an unknown of each
 * kind of chip: trainings on one share it.
 */
function usualMfu({
  edition,
  run: { model },
  chip: { row, hardware },
  peak,
  isOfSamples,
}: Pick<Asked, 'edition' | 'run' | 'chip'> & {
  readonly peak: Peak;
  readonly isOfSamples: boolean;
}): Factor {
  const dense = needed(edition, `plan.mfu-${MFU_OF_FAMILY[row?.family ?? ''] ?? 'other'}`);
  const experts = shareOfExperts(model);
  const mixture = needed(edition, 'plan.mfu-mixture');
  const isMixture = experts > 0 && mixture.value < dense.value;
  const usual = isMixture
    ? { ...mixture, value: dense.value * pow(mixture.value / dense.value, experts) }
    : dense;
  // Narrow formats double the peak, and hardly the speed.
  const narrow = peak.precision === 'fp8' || peak.precision === 'fp4' || peak.precision === 'int8';
  const slower = narrow ? needed(edition, 'plan.mfu-of-8-bits') : null;
  const value = usual.value * (slower?.value ?? 1);
  const others: Sides[] = [
    ...(slower ? [{ gsd: slower.gsd ?? 1 }] : []),
    ...(isOfSamples ? [{ gsd: defaultGsd(edition, 'plan.mfu-of-other-networks') }] : []),
  ];
  const { accelerator } = hardware;
  const on = typeof accelerator === 'string' ? accelerator : accelerator.name;
  return others.reduce(widened, { ...usual, value, key: `${usual.key}:${on}` });
}

/** How much of a model a token leaves out, 0..1: a mixture of experts whose parameters in use are not told leaves out nearly all. */
function shareOfExperts(model: ModelDescription | undefined): number {
  const { parameters, activeParameters, architecture } = model ?? {};
  if (parameters === undefined || activeParameters === undefined) {
    const isMixture = architecture === 'mixture-of-experts' || activeParameters !== undefined;
    return isMixture ? 1 : 0;
  }
  return 1 - amountOf(activeParameters) / amountOf(parameters);
}

/** 1 / a factor: what was its upper side is its lower one. */
function inverse({ gsd, gsdUp, ...factor }: Factor): Factor {
  if (gsdUp === undefined || gsd === null) return { ...factor, gsd, kind: 'modeled' };
  return { ...factor, gsd: gsdUp, gsdUp: gsd, kind: 'modeled' };
}

const over = (factor: Factor, by: number): Factor => ({ ...factor, value: factor.value / by });

const sidesOf = ({ gsd, gsdUp }: Factor): Sides => ({
  gsd: gsd ?? 1,
  ...(gsdUp === undefined ? {} : { gsdUp }),
});

/** Restarts, evaluation and waiting make a whole run longer than its steps; who gives a range has thought of them. */
function withBreaks(edition: Edition, factor: Factor, told: Amount): Factor {
  if (typeof told !== 'number') return factor;
  return widened(
    { ...factor, gsdUp: factor.gsdUp ?? factor.gsd ?? 1 },
    {
      gsd: 1,
      gsdUp: defaultGsd(edition, 'plan.breaks'),
    },
  );
}

/** A factor with its 90 % range; its value alone where it is exact. */
function rangeOf({ value, gsd, gsdUp }: Factor): Quantity {
  const isKnown = gsd === null || (gsd === 1 && (gsdUp ?? 1) === 1);
  return isKnown ? { value } : { value, ...range90(value, gsd, gsdUp) };
}

const asAmount = ({ value, low, high }: Quantity): Amount =>
  low === undefined || high === undefined ? value : { value, low, high };

/** Dense peak of a chip, as the user gives it or as its table has it. */
function peakOf(
  { hardware: { accelerator }, row }: MachineAccelerator,
  asked: Precision,
): Peak | null {
  const given = typeof accelerator === 'string' ? undefined : accelerator.peakTflops;
  if (given !== undefined) return { precision: asked, tflops: given };
  return row && peakNear(row, asked);
}

/** MFU as it was taken; where the speed was seen, the one that follows from it. */
function mfuOf({ mfu, time }: Speed, { arithmetic, peak }: Asked): Quantity | null {
  if (mfu) return rangeOf(mfu);
  if (!arithmetic || !peak) return null;
  const atFull = amountOf(arithmetic.flop) / (peak.tflops * FLOP_PER_TFLOP * SECONDS_PER_HOUR);
  return rangeOf({ ...inverse(time), value: atFull / time.value });
}
