import type { Library } from './cases.ts';
import { byClass, METERED, type PowerCase, type Told } from './power-case.ts';

/** How the sum of all metered runs of a class fares against their estimate as one project. */
export interface SumScore {
  readonly name: string;
  readonly told: Told;
  readonly runs: number;
  /** kWh */
  readonly measured: number;
  readonly value: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** high / low of the widest single run. */
  readonly widestAlone: number;
}

/** Fewer runs say little of their mean. */
const LEAST = 10;

function sumScore(library: Library, name: string, told: Told, of: readonly PowerCase[]): SumScore {
  const runs = of.map(({ inputs, hours }) => ({ ...METERED, ...JSON.parse(inputs), hours }));
  const parsed = library.parseProject({ runs });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { energyKwh } = library.estimateProject(parsed.project, {
    alternatives: false,
    receipt: false,
  });
  const { value, low = value, high = value, mean = value } = energyKwh;
  const alone = of.map(({ prediction }) => prediction.high / prediction.low);
  const measured = of.reduce((sum, { prediction }) => sum + prediction.measured, 0);
  return {
    name,
    told,
    runs: of.length,
    measured,
    value,
    mean,
    low,
    high,
    widestAlone: Math.max(...alone),
  };
}

/**
 * Each class of runs as one project: what averages out over runs, and what they share.
 *
 * @param library the package
 * @param cases metered runs
 * @param nameOf the class of a run; null where it is of none
 */
export function sumScores(
  library: Library,
  cases: readonly PowerCase[],
  nameOf: (one: PowerCase) => string | null,
): SumScore[] {
  return byClass(cases, nameOf, (name, told, of) =>
    of.length < LEAST ? null : sumScore(library, name, told, of),
  );
}
