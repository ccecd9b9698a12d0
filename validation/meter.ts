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
  /**
   * The mean error of the best constant power in hindsight. Where the same is told of every run but its hours, no
   * estimate that is told no more can do better; null where one power for all runs would be no fair yardstick.
   */
  readonly floor: number | null;
  readonly others: Readonly<Record<string, number>>;
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

function meanErrorOf(pairs: readonly (readonly [predicted: number, measured: number])[]): number {
  return mean(pairs.map(([predicted, measured]) => Math.abs(predicted / measured - 1)));
}

/** The middle of a sorted list. */
function medianOf(sorted: readonly number[]): number {
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2;
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
 * @param isAlike whether one constant power for all runs is a fair yardstick
 */
export function scoreOf(
  name: string,
  predictions: readonly Prediction[],
  { isAlike = true } = {},
): Score {
  const errors = predictions
    .map(({ value, measured }) => Math.abs(value / measured - 1))
    .sort((a, b) => a - b);
  const others = Object.keys(predictions[0]?.others ?? {});
  return {
    name,
    runs: predictions.length,
    meanError: mean(errors),
    medianError: medianOf(errors),
    bias: Math.exp(mean(predictions.map(({ value, measured }) => Math.log(value / measured)))),
    covered: mean(
      predictions.map(({ measured, low, high }) => Number(measured >= low && measured <= high)),
    ),
    widest: Math.max(...predictions.map(({ low, high }) => high / low)),
    floor: isAlike ? floorOf(predictions) : null,
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
