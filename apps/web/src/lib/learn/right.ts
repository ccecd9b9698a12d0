/**
 * Where one choice of a question ends and the next begins, in the order of its choices in the words of the lessons,
 * which have one more than these. A value between two choices is that of the nearer one that is not untrue of it.
 */
export const ENDS = {
  space: [3, 7, 20],
  machine: [0.83, 0.5],
  compute: [3, 10],
  use: [0.75, 0.3],
  pue: [0.2, 0.75],
  embodied: [0.05, 0.2, 0.5],
  /** How wide the range is then, of how wide it was, in logarithms. */
  range: [0.9, 0.25],
  methane: [2, 12, 80],
  centres: [0.03, 0.07, 0.15],
  credits: [20, 65, 95],
  matched: [0.9, 0.5],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** The choice that a value belongs to, from 0; choices go up or down. */
export function choiceOf(value: number, ends: readonly number[]): number {
  const isUp = (ends[0] ?? 0) <= (ends.at(-1) ?? 0);
  return ends.filter((end) => (isUp ? value >= end : value < end)).length;
}
