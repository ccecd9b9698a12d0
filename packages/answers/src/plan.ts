import {
  type Calculator,
  type Comparison,
  type EstimateResult,
  type Plan,
  type Problem,
  problem,
} from '@ml-emissions/calculator';

/** Chips that a training may run on instead: those that most published trainings were on, and what came after them. */
const USUAL_CHIPS = [
  'nvidia-a100-sxm4-80gb',
  'nvidia-h100-sxm5-80gb',
  'nvidia-h200-sxm-141gb',
  'nvidia-b200-180gb',
  'amd-mi300x',
  'tpu-v5p',
  'tpu-v5e',
  'aws-trainium2',
];

/** What half, and twice, the tokens would come to. */
const MULTIPLES = [0.5, 2];

/** A planned run, and what other chips and other numbers of tokens would make of it. */
export type Planned =
  | { readonly result: PlannedResult; readonly choices: Comparison }
  | { readonly problems: readonly Problem[] };

type PlannedResult = EstimateResult & { readonly plan: Plan };

const isPlanned = (result: EstimateResult): result is PlannedResult => Boolean(result.plan);

/**
 * What a training will emit that has no time yet, and what other choices would.
 *
 * @param calculator whose editions count
 * @param run from `parseRun`
 * @param options other chips by name, or all; and what of the result may be left out
 * @returns the problem at `/hours` of a run that has its time already, and those of names of chips at `/accelerators`
 */
export function plannedWith(
  { estimate, compare }: Pick<Calculator, 'estimate' | 'compare'>,
  run: EstimateResult['run'],
  {
    accelerators = USUAL_CHIPS,
    receipt = true,
  }: { readonly accelerators?: true | readonly string[]; readonly receipt?: boolean } = {},
): Planned {
  const result = estimate(run, { receipt });
  if (run.service) return { problems: [inUse(run.service)] };
  if (!isPlanned(result)) return { problems: [nothingToPlan(run.hours ?? null)] };
  const isByTokens = run.model?.tokens !== undefined && run.model.flop === undefined;
  const compared = compare(run, { accelerators, ...(isByTokens ? { tokens: MULTIPLES } : {}) });
  return compared.ok ? { result, choices: compared.comparison } : { problems: compared.problems };
}

const inUse = (service: unknown): Problem =>
  problem('conflict', '/service', service, {
    message: 'a model in use is not planned: its energy follows from what it answers',
    expected: 'estimate, or no service',
  });

const nothingToPlan = (hours: unknown): Problem =>
  problem('conflict', '/hours', hours, {
    message: 'the run has its time or its energy already, and there is nothing to plan',
    expected: 'model.parameters and model.tokens, and no hours; or estimate',
  });
