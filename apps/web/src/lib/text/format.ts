import {
  displayEnergy,
  displayMass,
  displayNumber,
  displayPercent,
  together,
} from '@ml-emissions/calculator';
import { page } from '$app/state';
import { type Language, languageOf } from './languages.ts';

/** The language of the page, which is the locale of its numbers too. */
export const language = (): Language => languageOf(page.params.lang);

/** `165 kg`. */
export const mass = (kg: number): string => together(displayMass(kg, language()));
/** The same with number and unit apart. */
export const massParts = (kg: number) => displayMass(kg, language());
/** `399 kWh`. */
export const energy = (kwh: number): string => together(displayEnergy(kwh, language()));
/** Three significant digits. */
export const number = (value: number): string => displayNumber(value, language());
/** `71 %`. */
export const percent = (share: number): string => displayPercent(share, language());
const exactly = new Map<Language, Intl.NumberFormat>();

/** All digits that matter for a redo by hand. */
export function exact(value: number): string {
  const locale = language();
  let known = exactly.get(locale);
  if (!known) {
    known = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
    exactly.set(locale, known);
  }
  return known.format(value);
}
