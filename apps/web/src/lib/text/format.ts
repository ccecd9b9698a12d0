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

/** A number and its unit are not parted at the end of a line. */
const bound = (text: string): string => text.replaceAll(' ', '\u00a0');

/** `165 kg`. */
export const mass = (kg: number): string => bound(together(displayMass(kg, language())));
/** Both ends of a range, in one unit where that reads well: `0.849 t`, `29 t`. */
export const massEnds = (low: number, high: number): [low: string, high: string] => [
  bound(together(displayMass(low, language(), high))),
  mass(high),
];
/** The same with number and unit apart. */
export const massParts = (kg: number) => displayMass(kg, language());
/** `399 kWh`. */
export const energy = (kwh: number): string => bound(together(displayEnergy(kwh, language())));
/** Three significant digits. */
export const number = (value: number): string => displayNumber(value, language());
/** A value as `number` prints three digits of it: who divides what is printed gets what is said. */
export const asPrinted = (value: number): number => Number(value.toPrecision(3));
/** `485,000`: litres, which are not known to the single one. */
export const litres = (value: number): string => displayNumber(asPrinted(value), language());
/** `40`: of what is told as about so much. */
export const about = (value: number): string =>
  displayNumber(Number(value.toPrecision(2)), language());
/** `71 %`. */
export const percent = (share: number): string => bound(displayPercent(share, language()));
const exactly = new Map<string, Intl.NumberFormat>();

function significant(value: number, digits: number): string {
  const key = `${language()} ${digits}`;
  let known = exactly.get(key);
  if (!known) {
    known = new Intl.NumberFormat(language(), { maximumSignificantDigits: digits });
    exactly.set(key, known);
  }
  return known.format(value);
}

/** All digits that matter for a redo by hand. */
export const exact = (value: number): string => significant(value, 6);
/** `10M`: for the ends of an axis. */
export const compact = (value: number): string => {
  // A French "Bn" is read as the English billion, which is a thousand times less.
  if (language() === 'fr' && value >= TRILLION)
    return `${new Intl.NumberFormat('fr', { maximumSignificantDigits: 3 }).format(value / BILLION)}\u00a0Md`;
  return new Intl.NumberFormat(language(), { notation: 'compact' }).format(value);
};
const BILLION = 1e9;
const TRILLION = 1e12;
/** `10 billion`: of what nobody reads digit by digit. */
export const inWords = (value: number): string =>
  new Intl.NumberFormat(language(), { notation: 'compact', compactDisplay: 'long' }).format(value);
/** `5.9E21`: of what nobody counts by thousands. */
export const scientific = (value: number): string =>
  new Intl.NumberFormat(language(), {
    notation: 'scientific',
    maximumFractionDigits: 1,
  }).format(value);
/** All digits that a number of the computer's holds for certain. */
export const full = (value: number): string => significant(value, 15);
