import type { Edition } from '@ml-emissions/data';
import {
  type Amount,
  amountOf,
  exp,
  type Factor,
  ln,
  pow,
  type Run,
  Z_90,
} from '@ml-emissions/model';
import { deviationsOf, type Sides, widened } from './amount.ts';
import { defaultGsd, needed } from './default.ts';
import type { Question } from './question.ts';

/** Training whose mean power follows from how large the network is, as measured. */
const BY_SIZE: ReadonlySet<Run['work']> = new Set(['vision-training']);
/** Training that is usually large: only a small network says more than the kind of work. */
const AT_MOST_USUAL: ReadonlySet<Run['work']> = new Set(['llm-training', 'llm-fine-tuning']);

/** Where `training-share.middle` is. */
const MIDDLE = { parameters: 1e7, batch: 32 };
/** Parameters of the networks that it was fitted on. */
const FITTED = { least: 2.3e6, most: 138.4e6 };

/**
 * Mean power / TDP of training by the network's parameters and the samples that a chip has at a time:
 *
 *     share = least + (most - least) / (1 + exp(-x))
 *     x = middle + a log10(parameters / 10 million) + b log10(batch / 32)
 *
 * A range of either reaches the shares at its ends; a batch that is not told has that of `training-share.batch`. Beyond
 * the networks that it was fitted on, 2.3 to 138 million parameters, it is less sure with each tenfold: of smaller ones
 * upwards, of larger ones downwards, as the curve has come to one of its ends there.
 *
 * Source: fitted to 278 trainings, seven networks in nine workloads on four cards, metered at the chip (GAISSA-UPC; You
 * et al. 2023, Zeus): `data/defaults.csv`, `training-share.*`. Leaving one card out, 10 % mean error; one network,
 * 14 %: refitted in `docs/validation.md`.
 *
 * @param question the run: its `model.parameters`, `batchSize` and `work`
 * @param usual the share of the kind of work
 * @returns `usual` where the run tells no parameters, or where its work does not follow from them
 * Errors: none.
 * @example a network of 25.6 million parameters, 32 samples a chip: 0.87
 */
export function bySize({ edition, run }: Question, usual: Factor): Factor {
  const { model, batchSize, work } = run;
  if (model?.parameters === undefined || !isOfSize(edition, work)) return usual;
  const parameters = amountOf(model.parameters);
  const batches = batchSize ?? usualBatch(edition);
  const batch = amountOf(batches);
  const shareAt = curveOf(edition);
  const value = shareAt(parameters, batch);
  if (AT_MOST_USUAL.has(work) && value >= usual.value) return usual;
  const middle = needed(edition, 'training-share.middle', {
    code: 'by-size-of-model',
    parameters,
    batch: batchSize === undefined ? null : batch,
    ...(isFitted(parameters) ? {} : { fitted: FITTED }),
  });
  /** How far the share moves over the range of one of both. */
  const over = (amount: Amount, at: (one: number) => number): Sides =>
    typeof amount === 'number'
      ? { gsd: 1 }
      : deviationsOf(edition, value / at(amount.low), at(amount.high) / value);
  const found = [
    over(model.parameters, (one) => shareAt(one, batch)),
    over(batches, (one) => shareAt(parameters, one)),
    beyond(edition, parameters),
  ].reduce(widened, { ...middle, value });
  return AT_MOST_USUAL.has(work) ? asSureAsUsual(edition, found, usual) : found;
}

/** Whether the size of a network says how busy its training keeps a chip. */
function isOfSize(edition: Edition, work: Run['work']): boolean {
  const isKnown = edition.defaultById.has('training-share.middle');
  return isKnown && (BY_SIZE.has(work) || AT_MOST_USUAL.has(work));
}

/**
 * Which sizes of a network keep a chip another share of the time busy than others, `bySize` says: all others have the
 * usual share of their work.
 *
 * @param run its work and batch
 * @returns whether so many parameters do
 */
export function sizesApart(
  edition: Edition,
  { batchSize, work }: Pick<Run, 'batchSize' | 'work'>,
): (parameters: number) => boolean {
  if (!isOfSize(edition, work)) return () => false;
  const usual = edition.defaultById.get(`utilisation.${work}`);
  if (!AT_MOST_USUAL.has(work) || !usual) return () => true;
  const shareAt = curveOf(edition);
  const batch = amountOf(batchSize ?? usualBatch(edition));
  return (parameters) => shareAt(parameters, batch) < usual.value;
}

/**
 * A share that is below the usual one: at the usual one it is as sure as that, and the farther below it is, the more it
 * is as sure as the curve, all of it from two deviations of the curve on:
 *
 *     ln(gsd) = (1 - w) ln(gsd of the usual) + w ln(gsd of the curve)     w = ln(usual / share) / (2 ln(gsd of the curve))
 *
 * So neither the middle nor an end jumps where the usual share takes over, and none falls as the network grows.
 */
function asSureAsUsual(edition: Edition, found: Factor, usual: Factor): Factor {
  const below = ln(usual.value / found.value);
  const between = (ofUsual: number | null, ofCurve: number | null): number => {
    const curve = ln(ofCurve ?? 1);
    const w = curve === 0 ? 1 : Math.min(1, below / (2 * curve));
    return exp(Z_90 * ((1 - w) * ln(ofUsual ?? 1) + w * curve));
  };
  const { gsdUp: _, ...even } = found;
  const down = between(usual.gsd, found.gsd);
  const up = between(usual.gsdUp ?? usual.gsd, found.gsdUp ?? found.gsd);
  return { ...even, ...deviationsOf(edition, down, up) };
}

const isFitted = (parameters: number): boolean =>
  parameters >= FITTED.least && parameters <= FITTED.most;

/** How unsure a size is that the curve was not fitted on. */
function beyond(edition: Edition, parameters: number): Sides {
  const below = Math.max(0, tenfolds(FITTED.least / parameters));
  const above = Math.max(0, tenfolds(parameters / FITTED.most));
  const per = (side: string) => defaultGsd(edition, `training-share.per-tenfold-${side}`);
  if (below === 0 && above === 0) return { gsd: 1 };
  return { gsd: pow(per('above'), above), gsdUp: pow(per('below'), below) };
}

function usualBatch(edition: Edition): Amount {
  const { value, gsd } = needed(edition, 'training-share.batch');
  const reach = pow(gsd ?? 1, Z_90);
  return { value, low: value / reach, high: value * reach };
}

/** How many times ten a ratio is. */
const tenfolds = (ratio: number): number => ln(ratio) / Math.LN10;

/** The share at a size. */
function curveOf(edition: Edition): (parameters: number, batch: number) => number {
  const of = (name: string) => needed(edition, `training-share.${name}`).value;
  const [least, most, middle] = [of('least'), of('most'), of('middle')];
  const [perParameters, perBatch] = [of('per-tenfold-parameters'), of('per-tenfold-batch')];
  return (parameters, batch) => {
    const x =
      middle +
      perParameters * tenfolds(parameters / MIDDLE.parameters) +
      perBatch * tenfolds(batch / MIDDLE.batch);
    return least + (most - least) / (1 + exp(-x));
  };
}
