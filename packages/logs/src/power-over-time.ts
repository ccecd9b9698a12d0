/** Between readings further apart than this many usual distances nobody knows what was drawn. */
const GAP_IN_INTERVALS = 10;
/** Distances are counted in bins, four to a doubling: what is usual is known at the end, in little memory. */
const BINS_PER_DOUBLING = 4;

interface Bin {
  count: number;
  seconds: number;
  joules: number;
}

/** What readings of a meter come to. */
export interface Drawn {
  readonly joules: number;
  /** Time between readings, without gaps. */
  readonly seconds: number;
  /** Time between readings that were too far apart to know; what was drawn in it is in no figure. */
  readonly gapSeconds: number;
}

/**
 * Power over time, integrated by the trapezoidal rule. Two readings that are more than ten times as far apart as the
 * usual two are a gap, which is told and not filled. Memory is the same for any number of readings.
 *
 * @example const power = new PowerOverTime(); power.add(0, 100); power.add(1000, 200); power.drawn().joules; // 150
 */
export class PowerOverTime {
  readonly #bins = new Map<number, Bin>();
  #lastMs: number | null = null;
  #lastW = 0;
  firstMs: number | null = null;

  /** Time of the last reading; null where there is none. */
  get lastMs(): number | null {
    return this.#lastMs;
  }

  /** The last reading, in W. */
  get lastW(): number {
    return this.#lastW;
  }

  /**
   * Takes a reading. One that is no later than the last is not counted: clocks are set back.
   *
   * @param ms since any moment
   * @param watts at that moment
   */
  add(ms: number, watts: number): void {
    this.firstMs ??= ms;
    if (this.#lastMs !== null && ms > this.#lastMs) {
      const seconds = (ms - this.#lastMs) / 1000;
      const key = Math.round(Math.log2(seconds) * BINS_PER_DOUBLING);
      const bin = this.#bins.get(key) ?? { count: 0, seconds: 0, joules: 0 };
      bin.count += 1;
      bin.seconds += seconds;
      bin.joules += (seconds * (watts + this.#lastW)) / 2;
      this.#bins.set(key, bin);
    }
    this.#lastMs = ms;
    this.#lastW = watts;
  }

  /** What it comes to so far. */
  drawn(): Drawn {
    const bins = [...this.#bins].sort(([a], [b]) => a - b);
    const half = bins.reduce((sum, [, { count }]) => sum + count, 0) / 2;
    let seen = 0;
    const usual = bins.find(([, { count }]) => {
      seen += count;
      return seen >= half;
    })?.[0];
    const most = (usual ?? 0) + Math.log2(GAP_IN_INTERVALS) * BINS_PER_DOUBLING;
    let [joules, seconds, gapSeconds] = [0, 0, 0];
    for (const [key, bin] of bins) {
      if (key > most) gapSeconds += bin.seconds;
      else {
        joules += bin.joules;
        seconds += bin.seconds;
      }
    }
    return { joules, seconds, gapSeconds };
  }
}

const PERCENT = 100;

/**
 * The mean share of the time in which several chips had work to do, from readings in percent.
 *
 * @returns 0..1; null where nothing was read
 */
export function busyOf(chips: readonly PowerOverTime[]): number | null {
  const { watts: percent } = meanOf(chips, 0);
  return percent === null ? null : percent / PERCENT;
}

/** A run whose power was read for less of its time has a note. */
const MOST_OF_TIME = 0.9;

/** Mean power of one of several chips. */
interface Mean {
  /** Null where nothing was read. */
  readonly watts: number | null;
  /** Whether it was read for less than nine tenths of the time. */
  readonly isPart: boolean;
}

/**
 * The mean power of one chip over a run, each chip's over time.
 *
 * @param chips what each drew; one reading alone is taken as it is
 * @param runMs how long the run was, in milliseconds
 * @returns null in place of watts where there are no chips
 * Errors: none.
 */
export function meanOf(chips: readonly PowerOverTime[], runMs: number): Mean {
  if (chips.length === 0) return { watts: null, isPart: false };
  const drawn = chips.map((chip) => ({ ...chip.drawn(), lastW: chip.lastW }));
  const watts = drawn.map(({ joules, seconds, lastW }) => (seconds > 0 ? joules / seconds : lastW));
  return {
    watts: watts.reduce((sum, one) => sum + one, 0) / watts.length,
    isPart: drawn.some(({ seconds }) => seconds * 1000 < MOST_OF_TIME * runMs),
  };
}
