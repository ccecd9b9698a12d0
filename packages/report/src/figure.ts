import {
  ENERGY_UNITS,
  english,
  englishTo,
  exponentOf,
  MASS_UNITS,
  type Quantity,
  type Unit,
} from '@ml-emissions/model';
import { english as ENGLISH } from './wording/index.ts';

/** Reports end at mg and Wh; less stands in these with a power of ten. */
const MASS = MASS_UNITS.filter(({ factor }) => factor >= 1e-6);
const ENERGY = ENERGY_UNITS.filter(({ factor }) => factor >= 1e-3);
/** Significant digits of a figure, as the command and the page have them. */
export const DIGITS = 3;
const LARGEST_PLAIN = 1e12;
const SMALLEST_PLAIN = 1e-4;
/** What people give has no more digits than these, but for whole numbers. */
const GIVEN_DIGITS = 6;

const isPlain = (value: number) =>
  Math.abs(value) >= SMALLEST_PLAIN && Math.abs(value) < LARGEST_PLAIN;

/**
 * A figure for people, as the command and the page have it: three significant digits, whole numbers from 1,000 on.
 *
 * @example shown(2077.4) // '2,077'
 */
export function shown(value: number): string {
  if (value === 0) return '0';
  if (!isPlain(value)) return value.toExponential(DIGITS - 1);
  return english(value, Math.max(0, DIGITS - 1 - exponentOf(Math.abs(value))));
}

/**
 * What the user gave, or what follows from it by counting, digit for digit: hours, counts, units.
 *
 * @example given(16_020) // '16,020'
 */
export function given(value: number): string {
  if (value !== 0 && Math.abs(value) < SMALLEST_PLAIN) return value.toExponential(DIGITS - 1);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return value.toExponential(DIGITS - 1);
  return Number.isInteger(value) ? english(value, 0) : englishTo(GIVEN_DIGITS, value);
}

/** A number at so many significant digits, never in powers of ten between 0.0001 and a trillion. */
export function rounded(value: number, digits: number): string {
  if (value === 0) return '0';
  if (!isPlain(value)) return value.toExponential(digits - 1);
  return value.toLocaleString('en', {
    minimumSignificantDigits: digits,
    maximumSignificantDigits: digits,
  });
}

/** A quantity in words: its number, and both ends where it has a range. */
export interface Said {
  readonly number: string;
  readonly unit: string;
  readonly low: string | null;
  readonly high: string | null;
}

function said(quantity: Quantity, units: readonly Unit[], base: string): Said {
  const { value, low, high } = quantity;
  const largest = Math.max(value, high ?? 0);
  const found = largest === 0 ? undefined : units.find(({ factor }) => value >= factor);
  const { factor, name } =
    found ??
    (largest === 0 ? { factor: 1, name: base } : (units.at(-1) ?? { factor: 1, name: base }));
  const hasRange = low !== undefined && high !== undefined && low !== high;
  return {
    number: shown(value / factor),
    unit: name,
    low: hasRange ? shown(low / factor) : null,
    high: hasRange ? shown(high / factor) : null,
  };
}

/** The unit that reads best for the largest of some quantities, and what divides them into it. */
export function unitOf(quantities: readonly Quantity[], of: 'mass' | 'energy'): Unit {
  const largest = Math.max(0, ...quantities.map(({ value }) => value));
  const units = of === 'mass' ? MASS : ENERGY;
  const plain = { factor: 1, name: of === 'mass' ? 'kg' : 'kWh' };
  return largest === 0 ? plain : (units.find(({ factor }) => largest >= factor) ?? plain);
}

/** kg CO2e in the unit that reads best. */
export const mass = (kg: Quantity): Said => said(kg, MASS, 'kg');
/** kWh in the unit that reads best. */
export const energy = (kwh: Quantity): Said => said(kwh, ENERGY, 'kWh');
/** Litres; water is no surer than the emissions, and has no unit that would shorten it: no more digits than theirs. */
export function volume({ value, low, high }: Quantity): Said {
  const sure = (litres: number) => Number(litres.toPrecision(DIGITS));
  const ends = low === undefined || high === undefined ? {} : { low: sure(low), high: sure(high) };
  return said({ value: sure(value), ...ends }, [{ factor: 1, name: 'L' }], 'L');
}

/** `190 kg CO2e (90 % range 110 to 360 kg)` */
export function withRange({ number, unit, low, high }: Said, of = '', words = ENGLISH): string {
  const what = of === '' ? '' : ` ${of}`;
  const range =
    low === null || high === null ? '' : words.range(words.figure(low), words.figure(high), unit);
  return `${words.figure(number)} ${unit}${what}${range}`;
}

/** Where a sum is much the same on average, nobody needs to read it twice. */
const LEAST_DIFFERENCE = 0.005;

/**
 * The mean of a sum of runs where it has to be said beside the value: many unsure runs come to more than the sum of
 * their middle figures.
 *
 * @returns null of a single run, and where both are the same to a reader
 * @example meanAside({ value: 100, low: 50, high: 200, mean: 109 }) // 109
 */
export function meanAside({ value, mean }: Quantity): number | null {
  return mean !== undefined && mean > value * (1 + LEAST_DIFFERENCE) ? mean : null;
}
