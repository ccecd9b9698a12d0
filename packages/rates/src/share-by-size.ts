import type { Factor, Run } from '@ml-emissions/model';
import { needed, widened } from './default.ts';
import type { Question } from './question.ts';

/** Training whose mean power follows from how large the network is, as measured. */
const BY_SIZE: ReadonlySet<Run['work']> = new Set(['vision-training']);
/** Training that is usually large: only a small network says more than the kind of work. */
const AT_MOST_USUAL: ReadonlySet<Run['work']> = new Set(['llm-training', 'llm-fine-tuning']);

/** Where `training-share.middle` is. */
const MIDDLE = { parameters: 1e7, batch: 32 };

/**
 * Mean power / TDP of training by the network's parameters and the samples that a chip has at a time:
 *
 *     share = least + (most - least) / (1 + exp(-x))
 *     x = middle + a log10(parameters / 10 million) + b log10(batch / 32)
 *
 * A batch that is not told is taken for the usual one, `training-share.batch`, and as far from it as batches are.
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
  const parameters = run.model?.parameters;
  const isKnown = edition.defaultById.has('training-share.middle');
  const isOfSize = BY_SIZE.has(run.work) || AT_MOST_USUAL.has(run.work);
  if (parameters === undefined || !isKnown || !isOfSize) return usual;
  const batch = run.batchSize ?? null;
  const middle = needed(edition, 'training-share.middle', {
    code: 'by-size-of-model',
    parameters,
    batch,
  });
  const of = (name: string) => needed(edition, `training-share.${name}`);
  const [least, most] = [of('least').value, of('most').value];
  const usualBatch = of('batch');
  const perBatch = of('per-tenfold-batch').value;
  const x =
    middle.value +
    of('per-tenfold-parameters').value * Math.log10(parameters / MIDDLE.parameters) +
    perBatch * Math.log10((batch ?? usualBatch.value) / MIDDLE.batch);
  const part = 1 / (1 + Math.exp(-x));
  const value = least + (most - least) * part;
  if (AT_MOST_USUAL.has(run.work) && value >= usual.value) return usual;
  // How far a tenfold batch moves the logarithm of the share, here.
  const slope = ((most - least) * part * (1 - part) * perBatch) / value;
  const ofBatch = batch === null ? (usualBatch.gsd ?? 1) ** (slope / Math.LN10) : 1;
  return widened({ ...middle, value }, [ofBatch]);
}
