import type { ReceiptStep, Said } from '@ml-emissions/calculator';
import { amount, formula } from '@ml-emissions/words';
import { exact, language } from './format.ts';
import { calculate, sheet } from './words.ts';

/** Something as the page shows it. */
export interface Told {
  readonly text: string;
  /** `en` for a name or a note of a table on a page in another language: a screen reader should know. */
  readonly lang: 'en' | undefined;
}

/**
 * What a code says, in the language of the page.
 *
 * @param said of a result
 * @param english what the result itself says beside it
 */
export const say = (said: Said | null, english: string): string =>
  said ? calculate().told(said, english) : '';

/** The same, told apart from names and notes of the tables, which are English on every page. */
export const tell = (said: Said | null, english: string): Told => ({
  text: say(said, english),
  lang: said?.code === 'quoted' && language() !== 'en' ? 'en' : undefined,
});

const namesWith = (number: (value: number) => string) => ({ ...sheet().names, number });

/** How a step of the receipt is computed, in the language of the page; '' where it was not. */
export const sayFormula = (step: ReceiptStep, number = exact): string =>
  step.rounded ? say(step.rounded, step.formula) : formula(step, namesWith(number));

/** A number of the receipt with its unit. */
export const sayAmount = (value: number, unit: string, number = exact): string =>
  amount(value, unit, namesWith(number));
