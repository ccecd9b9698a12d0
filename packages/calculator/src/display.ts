import { energyInUnit, english, exponentOf, type InUnit, massInUnit } from '@ml-emissions/model';

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

/** What is less than so many of another mass's unit reads better in its own. */
const LEAST_IN_UNIT = 0.01;

/**
 * kg in the unit that reads best, or in the one that another mass reads best in.
 *
 * @param kg any mass
 * @param locale BCP 47; the reader's own by default
 * @param like kg of a mass that it stands beside, such as the other end of its range
 */
export function displayMass(kg: number, locale?: string, like = kg): Measure {
  const { value, unit } = massInUnit(like);
  const alike = value === 0 ? 0 : kg / (like / value);
  return shown(
    like === kg || alike < LEAST_IN_UNIT ? massInUnit(kg) : { value: alike, unit },
    locale,
  );
}

/** kWh in the unit that reads best. */
export const displayEnergy = (kwh: number, locale?: string): Measure =>
  shown(energyInUnit(kwh), locale);

/** A share as a percentage. */
export const displayPercent = (share: number, locale?: string): string =>
  `${displayNumber(share * 100, locale)} %`;

/** A measure as one text. */
export const together = ({ number, unit }: Measure): string => `${number} ${unit}`;
