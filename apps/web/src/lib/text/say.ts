import type { ReceiptStep } from '@ml-emissions/calculator';
import { exact, language } from './format.ts';
import { formulaOf } from './formula.ts';
import { translated } from './library.ts';
import { stepName } from './steps.ts';
import { calculate } from './words.ts';

/** A sentence as the page shows it. */
export interface Said {
  readonly text: string;
  /** `en` where the page is in another language and the sentence is not: a screen reader should know. */
  readonly lang: 'en' | undefined;
}

const SHOW = { number: exact, step: stepName };

/** What the library says, in the language of the page where that has words for it. */
export function say(sentence: string): Said {
  const { text, isTranslated } = translated(calculate().library, sentence, SHOW);
  return { text, lang: isTranslated || language() === 'en' ? undefined : 'en' };
}

/** How a step of the receipt is computed, in the language of the page; '' where it was not. */
export const sayFormula = (step: ReceiptStep, number = exact): string =>
  formulaOf(step, { ...SHOW, number, words: (words) => say(words).text });
