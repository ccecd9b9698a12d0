import { hypot, ln } from './elementary.ts';
import { type Amount, amountOf, type Run, type SearchStrategy } from './run.ts';

/** One in three goes on: Li et al. 2018 (Hyperband) take 3 or 4. */
const USUAL_REDUCTION = 3;

type Parts = Readonly<Record<'repeats' | 'search' | 'ablations' | 'failed', Amount>>;

/**
 * What a search takes, in whole runs.
 *
 *     grid, random         trials x share
 *     successive halving   share x (1 + log_r(trials) x (1 - 1 / r))      r = 3, where no other is told
 *
 * Each rung of successive halving keeps one in `r` trials and goes on with these from where they are for `r` times as long
 * in all, so that every rung after the first takes `1 - 1 / r` of what the longest trial does.
 *
 * Source: Jamieson & Talwalkar 2016 (arXiv:1502.07943); Li et al. 2018 (arXiv:1603.06560), section 3.
 *
 * @param trials settings that were tried, at least 1
 * @param share of a whole run that a trial takes which goes to its end
 * @returns whole runs
 * Errors: none.
 * @example searchRuns(81, 1, 'successive-halving') // 3.67, where random search takes 81
 */
export function searchRuns(
  trials: number,
  share: number,
  strategy: SearchStrategy = 'random',
  reductionFactor = USUAL_REDUCTION,
): number {
  if (strategy !== 'successive-halving') return trials * share;
  const rungs = ln(trials) / ln(reductionFactor);
  return share * (1 + rungs * (1 - 1 / reductionFactor));
}

/**
 * What is counted of a run and its development, each in whole runs.
 *
 * @param run as parsed
 * @returns 0 of what is not told; the runs themselves are 1 where nothing is
 * Errors: none.
 */
export function runsOf({
  repeats = 1,
  development = {},
}: Pick<Run, 'repeats' | 'development'>): Parts {
  const {
    trials,
    trialShare = 1,
    strategy,
    reductionFactor,
    ablations = 0,
    failed = 0,
  } = development;
  const search = (some: number, share: number) =>
    searchRuns(some, share, strategy, reductionFactor);
  return {
    repeats,
    search: trials === undefined ? 0 : product(trials, trialShare, search),
    ablations,
    failed,
  };
}

/**
 * How often a run is counted, with its development: the sum of these.
 *
 * @param run as parsed
 * @returns with a 90 % range where one of them has one: the root of the squares of what each adds to it, as nothing ties
 * them together (IPCC 2006 Guidelines, vol. 1 ch. 3, Approach 1)
 * Errors: none.
 * @example timesRun({ development: { trials: 40, trialShare: 0.1, failed: 0.5 } }) // 5.5
 */
export function timesRun(run: Pick<Run, 'repeats' | 'development'>): Amount {
  if (!run.development) return run.repeats ?? 1;
  const parts = Object.values(runsOf(run));
  const value = parts.reduce<number>((sum, part) => sum + amountOf(part), 0);
  const side = (end: 'low' | 'high') =>
    hypot(
      ...parts.map((part) => (typeof part === 'number' ? 0 : Math.abs(part[end] - part.value))),
    );
  const [down, up] = [side('low'), side('high')];
  return down === 0 && up === 0 ? value : { value, low: value - down, high: value + up };
}

/** A figure that rises with both: each is put to its ends alone. */
function product(one: Amount, other: Amount, of: (one: number, other: number) => number): Amount {
  const [a, b] = [amountOf(one), amountOf(other)];
  const value = of(a, b);
  const at = (amount: Amount, end: 'low' | 'high') =>
    typeof amount === 'number' ? amount : amount[end];
  const side = (end: 'low' | 'high') =>
    hypot(of(at(one, end), b) - value, of(a, at(other, end)) - value);
  const [down, up] = [side('low'), side('high')];
  return down === 0 && up === 0 ? value : { value, low: value - down, high: value + up };
}
