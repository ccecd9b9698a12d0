const DIGITS = 3;

/** A number for people: three significant digits, thousands grouped, no rounding to zero. */
export function number(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-6 || size >= 1e15) return value.toExponential(DIGITS - 1);
  const whole = Math.floor(Math.log10(size)) + 1;
  return value.toLocaleString('en', {
    maximumFractionDigits: Math.max(0, DIGITS - whole),
    minimumFractionDigits: 0,
  });
}

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

function inUnits(value: number, units: readonly Unit[], base: string): string {
  if (value === 0) return `0 ${base}`;
  const unit = units.find(({ factor }) => value >= factor) ?? units.at(-1);
  return unit ? `${number(value / unit.factor)} ${unit.name}` : `${number(value)} ${base}`;
}

/** kg CO2e in the unit that reads best. */
export const mass = (kg: number): string => `${inUnits(kg, MASS, 'kg')} CO2e`;

/** kWh in the unit that reads best. */
export const energy = (kwh: number): string => inUnits(kwh, ENERGY, 'kWh');

/** A share as a percentage. */
export const percent = (share: number): string => `${number(share * 100)} %`;

const RECEIPT_DIGITS = 6;

/** A receipt's number: six significant digits with its unit. */
export function exact(value: number, unit: string): string {
  const size = Math.abs(value);
  const text =
    value !== 0 && (size < 1e-6 || size >= 1e15)
      ? value.toExponential(RECEIPT_DIGITS - 1)
      : value.toLocaleString('en', { maximumSignificantDigits: RECEIPT_DIGITS });
  return unit === '1' ? text : `${text} ${unit}`;
}
