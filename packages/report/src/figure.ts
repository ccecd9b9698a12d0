import type { Quantity } from '@ml-emissions/model';

interface Unit {
  readonly factor: number;
  readonly name: string;
}

const MASS: readonly Unit[] = [
  { factor: 1000, name: 't' },
  { factor: 1, name: 'kg' },
  { factor: 1e-3, name: 'g' },
  { factor: 1e-6, name: 'mg' },
];
const ENERGY: readonly Unit[] = [
  { factor: 1e6, name: 'GWh' },
  { factor: 1000, name: 'MWh' },
  { factor: 1, name: 'kWh' },
  { factor: 1e-3, name: 'Wh' },
];
const WITHOUT_RANGE = 3;

/**
 * Digits that a range carries: two where it is wide, more where it is narrow, three where there is none. A digit
 * more would say what is not known.
 *
 * @param quantity with or without its 90 % range
 */
export function digitsOf({ value, low, high }: Quantity): number {
  if (low === undefined || high === undefined || value === 0 || low === high) return WITHOUT_RANGE;
  const half = (high - low) / 2 / value;
  if (half > 0.05) return 2;
  return half > 0.005 ? 3 : 4;
}

/** A number at so many significant digits, never in powers of ten between 0.0001 and a billion. */
export function rounded(value: number, digits: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e9) return value.toExponential(digits - 1);
  return value.toLocaleString('en', {
    useGrouping: size >= 10_000,
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
  const digits = digitsOf(quantity);
  const hasRange = low !== undefined && high !== undefined && low !== high;
  return {
    number: rounded(value / factor, digits),
    unit: name,
    low: hasRange ? rounded(low / factor, digits) : null,
    high: hasRange ? rounded(high / factor, digits) : null,
  };
}

/** kg CO2e in the unit that reads best. */
export const mass = (kg: Quantity): Said => said(kg, MASS, 'kg');
/** kWh in the unit that reads best. */
export const energy = (kwh: Quantity): Said => said(kwh, ENERGY, 'kWh');
/** Litres. */
export const volume = (litres: Quantity): Said => said(litres, [{ factor: 1, name: 'L' }], 'L');

/** `190 kg CO2e (90 % range 110 to 360 kg)` */
export function withRange({ number, unit, low, high }: Said, of = ''): string {
  const what = of === '' ? '' : ` ${of}`;
  const range = low === null || high === null ? '' : ` (90 % range ${low} to ${high} ${unit})`;
  return `${number} ${unit}${what}${range}`;
}
