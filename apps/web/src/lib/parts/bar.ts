/** One part of a bar. */
export interface Part {
  readonly id: string;
  readonly value: number;
  readonly tone: Tone;
}

/** The fills of tones.css. */
export type Tone = '1' | '2' | '3' | '4' | 'bed' | 'grey' | 'heat-3' | 'heat-5' | 'heat-7';

/** The width that a bar is drawn on. */
export const WIDE = 1000;

/**
 * Where the parts of a bar lie, one after the other.
 *
 * @param parts with values from 0
 * @param most what the whole width stands for
 */
export function laidOut(
  parts: readonly Part[],
  most: number,
): readonly (Part & { readonly x: number; readonly width: number })[] {
  let x = 0;
  return parts.map((part) => {
    const width = most > 0 ? (WIDE * part.value) / most : 0;
    const placed = { ...part, x, width };
    x += width;
    return placed;
  });
}
