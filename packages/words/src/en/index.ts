import type { Language } from '../language.ts';
import { answers } from './answers.ts';
import { factors } from './factors.ts';
import { methods } from './methods.ts';
import { steps } from './steps.ts';

/** English as results hold it: numbers with all their digits, units as they are. */
export const english: Language = {
  sentences: { ...factors, ...methods, ...answers },
  steps,
  number: String,
  unit: (unit) => unit,
};
