import {
  displayEnergy,
  displayMass,
  displayNumber,
  displayPercent,
  type Quantity,
  together,
} from '@ml-emissions/calculator';

// A terminal's output is read by people of all countries and by scripts: one number format for all.
const LOCALE = 'en';
const RECEIPT_DIGITS = 6;

export const number = (value: number): string => displayNumber(value, LOCALE);
export const mass = (kg: number): string => `${together(displayMass(kg, LOCALE))} CO2e`;
export const energy = (kwh: number): string => together(displayEnergy(kwh, LOCALE));
export const percent = (share: number): string => displayPercent(share, LOCALE);

const between = ({ value, low, high }: Quantity, shown: (one: number) => string): string =>
  low === undefined || high === undefined || low === high
    ? shown(value)
    : `${shown(value)} (between ${shown(low)} and ${shown(high)})`;

/** A mass with its 90 % range. */
export const massRange = (kg: Quantity): string => between(kg, mass);
/** An energy with its 90 % range. */
export const energyRange = (kwh: Quantity): string => between(kwh, energy);
/** Litres with their 90 % range. */
export const volumeRange = (litres: Quantity): string =>
  between(litres, (one) => `${number(one)} L`);

/** A receipt's number: six significant digits with its unit. */
export function exact(value: number, unit: string): string {
  const size = Math.abs(value);
  const text =
    value !== 0 && (size < 1e-6 || size >= 1e15)
      ? value.toExponential(RECEIPT_DIGITS - 1)
      : value.toLocaleString(LOCALE, { maximumSignificantDigits: RECEIPT_DIGITS });
  return unit === '1' ? text : `${text} ${unit}`;
}
