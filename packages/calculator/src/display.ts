import { energyInUnit, type InUnit, massInUnit } from '@ml-emissions/model';

const DIGITS = 3;
const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 1e12;

/** A number with its unit apart, so that a page can set the unit lighter. */
export interface Measure {
  readonly number: string;
  readonly unit: string;
}

/**
 * A number for people: three significant digits, thousands grouped, never rounded to zero.
 *
 * @param value any finite number
 * @param locale BCP 47; the reader's own by default
 */
export function displayNumber(value: number, locale?: string): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) return formatter(null, locale).format(value);
  const whole = exponentOf(size) + 1;
  const digits = Math.max(0, DIGITS - whole);
  return locale === 'en' ? english(value, digits) : formatter(digits, locale).format(value);
}

/** The power of ten that a number is written with. */
const exponentOf = (size: number): number => Number(size.toExponential().split('e')[1]);

/**
 * What the platform's formatter for English writes, without loading it: that takes as long as a whole estimate, at each
 * start of the command.
 */
function english(value: number, digits: number): string {
  // Half goes up as it is written, not as it is stored: 1.005 is 1.01.
  const shifted = Math.round(Number(`${Math.abs(value)}e${digits}`));
  const [whole = '', fraction = ''] = Number(`${shifted}e-${digits}`).toFixed(digits).split('.');
  const left = fraction.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${grouped}${left === '' ? '' : `.${left}`}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter takes longer than a whole estimate: each is made once. Digits null = scientific. */
function formatter(digits: number | null, locale: string | undefined): Intl.NumberFormat {
  const key = `${locale ?? ''} ${digits}`;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.NumberFormat(
      locale,
      digits === null
        ? { notation: 'scientific', maximumSignificantDigits: DIGITS }
        : { maximumFractionDigits: digits },
    );
    formatters.set(key, known);
  }
  return known;
}

const shown = ({ value, unit }: InUnit, locale?: string): Measure => ({
  number: displayNumber(value, locale),
  unit,
});

/** kg in the unit that reads best. */
export const displayMass = (kg: number, locale?: string): Measure => shown(massInUnit(kg), locale);

/** kWh in the unit that reads best. */
export const displayEnergy = (kwh: number, locale?: string): Measure =>
  shown(energyInUnit(kwh), locale);

/** A share as a percentage. */
export const displayPercent = (share: number, locale?: string): string =>
  `${displayNumber(share * 100, locale)} %`;

/** A measure as one text. */
export const together = ({ number, unit }: Measure): string => `${number} ${unit}`;
