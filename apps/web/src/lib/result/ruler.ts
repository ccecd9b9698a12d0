import type { Landmark } from '../state/first.ts';

/** The ruler reads from 1 g to 10,000 t; what is beyond stands at its end. */
const FIRST_KG = 1e-3;
export const LAST_KG = 1e7;
const DECADES = Math.log10(LAST_KG / FIRST_KG);

/** How wide it is drawn where its own width is not known yet, unless that is a phone's. */
export const RULER_PX = 544;

/** Where a mass stands on the ruler, 0..1. */
export const placeOf = (kg: number): number =>
  kg <= FIRST_KG ? 0 : Math.min(1, Math.log10(kg / FIRST_KG) / DECADES);

/** Which end of the ruler a mass is beyond: -1 before the first mark, 1 behind the last, 0 where it stands on it. */
export const sideOf = (kg: number): -1 | 0 | 1 => (kg < FIRST_KG ? -1 : kg > LAST_KG ? 1 : 0);

/** The powers of ten that the ruler marks. */
export const MARKS: readonly number[] = Array.from(
  { length: DECADES + 1 },
  (_, index) => FIRST_KG * 10 ** index,
);

/** A landmark with its row: labels in one row never touch. */
export interface Placed extends Landmark {
  readonly at: number;
  readonly row: number;
}

/**
 * Puts labels into as few rows as let none touch another.
 *
 * @param landmarks what to show
 * @param widthOf the width of a label as a share of the ruler
 */
export function placed(
  landmarks: readonly Landmark[],
  widthOf: (name: string) => number,
): Placed[] {
  const ends: number[] = [];
  return landmarks
    .toSorted((a, b) => a.kg - b.kg)
    .map((landmark) => {
      const at = placeOf(landmark.kg);
      const [start, end] = span(at, widthOf(landmark.name));
      let row = ends.findIndex((taken) => taken <= start);
      if (row < 0) row = ends.length;
      ends[row] = end;
      return { ...landmark, at, row };
    });
}

/** A label is centred on its place, and kept within the ruler. */
function span(at: number, width: number): readonly [start: number, end: number] {
  const start = Math.max(0, Math.min(1 - width, at - width / 2));
  return [start, start + width];
}
