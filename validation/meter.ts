/** One metered run beside what was predicted of it, in one unit. */
export interface Prediction {
  readonly measured: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly hours: number;
  /** What other tools say of the same run, by their name. */
  readonly others: Readonly<Record<string, number>>;
}

/** How a set of predictions fares. */
export interface Score {
  readonly name: string;
  readonly runs: number;
  /** Mean and median of |predicted / measured - 1|. */
  readonly meanError: number;
  readonly medianError: number;
  /** Geometric mean of predicted / measured. */
  readonly bias: number;
  /** Share of the runs inside the 90 % range. */
  readonly covered: number;
  /** The widest range: high / low. */
  readonly widest: number;
  /** The mean error of the best constant power in hindsight: no estimate that sees no more of a run can do better. */
  readonly floor: number;
  readonly others: Readonly<Record<string, number>>;
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

function meanErrorOf(pairs: readonly (readonly [predicted: number, measured: number])[]): number {
  return mean(pairs.map(([predicted, measured]) => Math.abs(predicted / measured - 1)));
}

/** The least mean error that one constant power could have: its optimum is one of the measured powers. */
function floorOf(predictions: readonly Prediction[]): number {
  const powers = predictions.map(({ measured, hours }) => measured / hours);
  return Math.min(
    ...powers.map((power) => meanErrorOf(powers.map((own) => [power, own] as const))),
  );
}

/**
 * Scores predictions.
 *
 * @param name of the stratum
 * @param predictions at least one
 */
export function scoreOf(name: string, predictions: readonly Prediction[]): Score {
  const errors = predictions
    .map(({ value, measured }) => Math.abs(value / measured - 1))
    .sort((a, b) => a - b);
  const others = Object.keys(predictions[0]?.others ?? {});
  return {
    name,
    runs: predictions.length,
    meanError: mean(errors),
    medianError: errors[Math.floor(errors.length / 2)] ?? Number.NaN,
    bias: Math.exp(mean(predictions.map(({ value, measured }) => Math.log(value / measured)))),
    covered: mean(
      predictions.map(({ measured, low, high }) => Number(measured >= low && measured <= high)),
    ),
    widest: Math.max(...predictions.map(({ low, high }) => high / low)),
    floor: floorOf(predictions),
    others: Object.fromEntries(
      others.map((tool) => [
        tool,
        meanErrorOf(
          predictions.map(({ others: said, measured }) => [said[tool] ?? Number.NaN, measured]),
        ),
      ]),
    ),
  };
}
