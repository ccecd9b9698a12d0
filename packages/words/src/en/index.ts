import type { Language } from '../language.ts';
import { answers } from './answers.ts';
import { factors } from './factors.ts';
import { methods } from './methods.ts';
import { englishNames } from './names.ts';
import { plan } from './plan.ts';
import { service } from './service.ts';

const THOUSAND = 1000;

/** Thousands are grouped, as in the figures that stand beside a sentence. */
function grouped(value: number): string {
  const text = String(value);
  return Math.abs(value) < THOUSAND || text.includes('e')
    ? text
    : text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** English as results hold it. */
export const english: Language = {
  ...englishNames,
  number: grouped,
  sentences: { ...factors, ...methods, ...answers, ...plan, ...service },
};
