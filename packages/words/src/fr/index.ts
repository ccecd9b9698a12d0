import type { Language } from '../language.ts';
import { answers } from './answers.ts';
import { factors } from './factors.ts';
import { methods } from './methods.ts';
import { plan } from './plan.ts';
import { service } from './service.ts';
import { steps } from './steps.ts';
import { units } from './units.ts';

export { problemInFrench } from './problems.ts';

/** As many digits as a redo by hand needs. */
const numbers = new Intl.NumberFormat('fr', { maximumSignificantDigits: 6 });

/** French, for people: numbers as one writes them. */
export const french: Language = {
  sentences: { ...factors, ...methods, ...answers, ...plan, ...service },
  steps,
  number: (value) => numbers.format(value),
  unit: (unit) => units[unit] ?? unit,
};
