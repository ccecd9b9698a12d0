import type { Edition } from '@ml-emissions/data';
import { type Amount, amountOf, type ModelDescription, type Plan } from '@ml-emissions/model';
import { knownCoefficient } from '../coefficient.ts';
import { type MachineAccelerator, memoryGbOf } from '../machine.ts';

const BYTES_PER_GB = 1e9;

/**
 * The tokens for which a model of that size is the best that its arithmetic can buy: about 20 a parameter.
 *
 * Source: Hoffmann et al. 2022 (arXiv:2203.15556), table A3; of models that will be much used, more tokens on a smaller
 * one cost less in all.
 *
 * @returns null where size or tokens are not told
 */
export function computeOptimal(
  edition: Edition,
  model: ModelDescription | undefined,
): Plan['computeOptimal'] {
  const per = knownCoefficient(edition, 'plan.tokens-per-parameter');
  const size = model?.activeParameters ?? model?.parameters;
  // Of fine-tuning it says nothing.
  if (model?.trainedParameters !== undefined) return null;
  if (per === undefined || size === undefined || model?.tokens === undefined) return null;
  const parameters = amountOf(size);
  const tokens = amountOf(model.tokens);
  return { tokens: per * parameters, tokensPerParameter: tokens / parameters };
}

/**
 * Memory that weights, gradients and optimiser states take over all chips, against what the chips have:
 *
 *     bytes = 16 x trained + 2 x kept        16-bit weights and gradients, 32-bit weights and two moments of Adam
 *
 * Activations come on top. Less is needed with smaller states or with a part of them in the host's memory.
 *
 * Source: Rajbhandari et al. 2020 (ZeRO, arXiv:1910.02054), section 3.1.
 *
 * @returns null where size, chips or their memory are not known
 */
export function memoryOf(
  edition: Edition,
  model: ModelDescription | undefined,
  chip: MachineAccelerator,
  chips: Amount | null,
): Plan['memory'] {
  const perTrained = knownCoefficient(edition, 'plan.bytes-per-trained-parameter');
  const perKept = knownCoefficient(edition, 'plan.bytes-per-kept-parameter');
  const memoryGb = memoryGbOf(chip);
  if (perTrained === undefined || perKept === undefined || !memoryGb || chips === null) return null;
  if (model?.parameters === undefined) return null;
  const all = amountOf(model.parameters);
  const trained = amountOf(model.trainedParameters ?? model.parameters);
  const kept = model.trainedParameters === undefined ? 0 : all;
  return {
    neededGb: (perTrained * trained + perKept * kept) / BYTES_PER_GB,
    chipsGb: memoryGb * amountOf(chips),
  };
}
