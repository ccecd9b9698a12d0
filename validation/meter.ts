/** One metered run beside what was predicted of it, in one unit. */
export interface Prediction {
  readonly measured: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What the best constant is a constant share of: hours, or rated power x hours. */
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

/** The arithmetic mean. */
const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

/** The geometric mean. */
export const geometricMean = (list: readonly number[]) => Math.exp(mean(list.map(Math.log)));

/** Mean of |predicted / measured - 1|. */
export function meanErrorOf(pairs: readonly (readonly [predicted: number, measured: number])[]) {
  return mean(pairs.map(([predicted, measured]) => Math.abs(predicted / measured - 1)));
}

/** The middle of a sorted list. */
function medianOf(sorted: readonly number[]): number {
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2;
}

/**
 * The least mean error that one constant could have, a power or a share of rated power: its optimum is one of the
 * measured ones.
 *
 * @param predictions at least one; what they predict is not read
 */
export function floorOf(predictions: readonly Pick<Prediction, 'measured' | 'hours'>[]): number {
  const powers = predictions.map(({ measured, hours }) => measured / hours);
  return Math.min(
    ...[...new Set(powers)].map((power) => meanErrorOf(powers.map((own) => [power, own] as const))),
  );
}

/**
 * The least mean error that any rule could have that is told the same: the best constant of each set of runs of which
 * all that is told is the same.
 *
 * @param runs at least one
 * @param toldOf what is told of a run, hours aside, as a text
 * @returns the mean error; null where most runs stand alone in their set, which any constant would fit
 */
export function boundOf<Run extends Pick<Prediction, 'measured' | 'hours'>>(
  runs: readonly Run[],
  toldOf: (run: Run) => string,
): number | null {
  const sets = new Map<string, Run[]>();
  for (const run of runs) sets.set(toldOf(run), [...(sets.get(toldOf(run)) ?? []), run]);
  const list = [...sets.values()];
  const alone = list.filter(({ length }) => length === 1).length;
  if (alone > runs.length / 2) return null;
  return list.reduce((sum, set) => sum + floorOf(set) * set.length, 0) / runs.length;
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
    bias: geometricMean(predictions.map(({ value, measured }) => value / measured)),
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
