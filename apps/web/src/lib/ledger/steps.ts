import type { Tone } from '../parts/bar.ts';

/** Fills of cells, least to most. */
export const TONES = ['4', '3', '2', '1'] as const satisfies readonly Tone[];

/** A scale of as many steps as there are fills. */
export interface Steps {
  /** Where each step ends; the last one has no end. */
  readonly ends: readonly number[];
  /** The fill of a value; null for nothing. */
  readonly toneOf: (value: number) => Tone;
}

/**
 * Steps that hold as many values each: days of a lab differ too much for steps of one width.
 *
 * @param values of which those above 0 count
 */
export function stepsOf(values: readonly number[]): Steps {
  const known = values.filter((value) => value > 0).sort((a, b) => a - b);
  const ends = TONES.slice(1).flatMap((_, at) => {
    const end = known[Math.ceil((known.length * (at + 1)) / TONES.length) - 1];
    return end === undefined ? [] : [end];
  });
  return {
    ends,
    toneOf(value) {
      if (!(value > 0)) return 'bed';
      const step = ends.findIndex((end) => value <= end);
      return TONES[step < 0 ? TONES.length - 1 : step] ?? '1';
    },
  };
}
