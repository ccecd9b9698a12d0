import type { Tone } from '../parts/bar.ts';

/** Fills of cells, least to most. */
export const TONES = ['4', '3', '2', '1'] as const satisfies readonly Tone[];

/** A scale of at most as many steps as there are fills. */
export interface Steps {
  /** Where each step but the last ends, rising. */
  readonly ends: readonly number[];
  /** The fill of a value. */
  readonly toneOf: (value: number) => Tone;
}

/**
 * Steps that hold as many values each: days of a lab differ too much for steps of one width.
 *
 * @param values of which those above 0 count
 */
export function stepsOf(values: readonly number[]): Steps {
  const known = values.filter((value) => value > 0).sort((a, b) => a - b);
  const all = TONES.slice(1).map(
    (_, at) => known[Math.ceil((known.length * (at + 1)) / TONES.length) - 1] ?? 0,
  );
  // Where many values are alike, steps are fewer; the last one is for what is more than the others.
  const ends = [...new Set(all)].filter((end) => end > 0 && end < (known.at(-1) ?? 0));
  return {
    ends,
    toneOf(value) {
      if (!(value > 0)) return 'bed';
      const step = ends.findIndex((end) => value <= end);
      return TONES[step < 0 ? ends.length : step] ?? '1';
    },
  };
}
