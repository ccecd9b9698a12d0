import type { Language } from '../language.ts';
import { answers } from './answers.ts';
import { factors } from './factors.ts';
import { methods } from './methods.ts';
import { englishNames } from './names.ts';
import { plan } from './plan.ts';

/** English as results hold it. */
export const english: Language = {
  ...englishNames,
  sentences: { ...factors, ...methods, ...answers, ...plan },
};
