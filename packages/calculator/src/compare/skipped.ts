import type { Said } from '@ml-emissions/model';
import { inEnglish } from '../estimate/worded.ts';

/** Something that could not be compared, and why. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
  /** The reason as a code. */
  readonly said: Said;
}

/** The same with its reason in words. */
export const skip = (name: string, said: Said): Skipped => ({
  name,
  reason: inEnglish(said),
  said,
});
