import { ABOUT } from './about.ts';
import { massUnit } from './quantity-text.ts';

/** A mass in kilograms; with both ends where a range is told. */
export interface ReadMass {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** The least and the most that its digits stand for: `1.1 t` is 1,050 to 1,150 kg. A 0 is no rounded figure. */
  readonly asWritten: { readonly low: number; readonly high: number };
}

/** A mass in kilograms, and half of the last digit that is told of it. */
interface Written {
  readonly value: number;
  readonly half: number;
}

const LONGEST = 200;
/** Between groups of three digits: a space of any kind, as French writes them. */
const SPACE = '[ \\u00a0\\u2009\\u202f]';
const DIGITS = `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:${SPACE}\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?(?:e[+-]?\\d+)?`;
const ONE = new RegExp(`^(${DIGITS})\\s*(.*)$`, 'iu');
const TWO = new RegExp(
  `^(?:(?:between|from|entre|de)\\s+)?(${DIGITS})((?:co2|\\D)*?)\\s*(?:-|–|—|\\.\\.|\\bto\\b|\\band\\b|(?<=\\s)à(?=\\s)|\\bet\\b)\\s*(${DIGITS})\\s*(.*)$`,
  'iu',
);
const THREE = new RegExp(`^(${DIGITS})\\.\\.(${DIGITS})\\.\\.(${DIGITS})\\s*(.*)$`, 'iu');
/** As our own answers put it: `142 kg CO2e (between 84.2 kg CO2e and 258 kg CO2e)`. */
const WITH_ENDS = /^([^()[\]]+?)\s*[([]\s*([^()[\]]+?)\s*[)\]]\s*(.*)$/u;
const PLUS_MINUS = new RegExp(`^(${DIGITS})\\s*(?:±|\\+/-)\\s*(${DIGITS})\\s*(.*)$`, 'iu');

/**
 * A mass of emissions as people publish it, and as our own answers write it.
 *
 * @param text `142 kg CO2e`, `16,714 kg`, `7t CO2eq`, `12,9 t`, `10-12 t`, `between 10 and 12 tonnes`, `10 ± 2 t`,
 *   `10..11..12 t`, `142 kg CO2e (between 84.2 kg CO2e and 258 kg CO2e)`
 * @returns kilograms; of two ends alone the value is their mean. Zeros at the end of a whole number are not told, but its
 *   first two digits are: `1,100 kg` is 1,050 to 1,150. Null where it says no mass, or one below 0, or a unit
 *   that may be several (`MT`, `tons`): the caller says what would be right
 * Errors: none.
 */
export function massFromText(text: string): ReadMass | null {
  if (text.length > LONGEST) return null;
  const told = text.trim().replace(ABOUT, '');
  return oneMass(told) ?? rangeOf(told);
}

function rangeOf(told: string): ReadMass | null {
  const three = THREE.exec(told);
  if (three) {
    const [, low = '', value = '', high = '', unit = ''] = three;
    return ordered(massOf(value, unit), massOf(low, unit), massOf(high, unit));
  }
  const about = PLUS_MINUS.exec(told);
  if (about) {
    const [, value = '', more = '', unit = ''] = about;
    const [middle, by] = [massOf(value, unit), massOf(more, unit)];
    if (middle === null || by === null) return null;
    const end = (sign: number) => ({ ...middle, value: middle.value + sign * by.value });
    return ordered(middle, end(-1), end(1));
  }
  const two = TWO.exec(told);
  if (two) {
    const [, low = '', unit = '', high = '', last = ''] = two;
    const [from, to] = [massOf(low, unit.trim() || last), massOf(high, last)];
    if (from === null || to === null) return null;
    return ordered({ value: (from.value + to.value) / 2, half: 0 }, from, to);
  }
  const [, value = '', ends = '', unit = ''] = WITH_ENDS.exec(told) ?? [];
  const middle = oneMass(unit === '' ? value : `${value} ${unit}`);
  const range = ends === '' ? null : rangeOf(withUnit(ends, unit));
  if (!middle || range?.low === undefined || range.high === undefined) return null;
  const { low, high, asWritten } = range;
  return low <= middle.value && middle.value <= high
    ? { value: middle.value, low, high, asWritten }
    : null;
}

/** `84 to 258` in brackets before a unit is of that unit. */
const withUnit = (ends: string, unit: string): string =>
  unit !== '' && !/\p{L}$/u.test(ends) ? `${ends} ${unit}` : ends;

function ordered(
  value: Written | null,
  low: Written | null,
  high: Written | null,
): ReadMass | null {
  if (value === null || low === null || high === null) return null;
  const isOrdered = low.value >= 0 && low.value <= value.value && value.value <= high.value;
  return isOrdered
    ? { value: value.value, low: low.value, high: high.value, asWritten: standsFor(low, high) }
    : null;
}

/** From the least that the lower one stands for to the most that the upper one does. */
const standsFor = (low: Written, high: Written) => ({
  low: Math.max(0, low.value - low.half),
  high: high.value + high.half,
});

function oneMass(text: string): ReadMass | null {
  const [, digits = '', unit = ''] = ONE.exec(text) ?? [];
  const mass = massOf(digits, unit);
  return mass && { value: mass.value, asWritten: standsFor(mass, mass) };
}

function massOf(digits: string, unit: string): Written | null {
  const kilograms = unit.trim() === '' ? null : massUnit(unit.trim());
  const plain = plainDigits(digits);
  const value = Number(plain);
  if (kilograms === null || !Number.isFinite(value)) return null;
  // Dividing by what is exact keeps digits: 64.5 g is 0.0645 kg.
  const inKg = (one: number) =>
    Number((kilograms < 1 ? one / (1 / kilograms) : one * kilograms).toPrecision(15));
  return { value: inKg(value), half: value === 0 ? 0 : inKg(halfDigit(plain)) };
}

/** `16,714` has thousands, as English writes them and we do; `12,9` and `0,142` have decimals. */
function plainDigits(digits: string): string {
  const bare = digits.replaceAll(/[ \u00a0\u2009\u202f]/g, '');
  const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(bare);
  return isGrouped ? bare.replaceAll(',', '') : bare.replace(',', '.');
}

/** So many first digits of a whole number are told, be they zeros: 100 is no figure of one digit. */
const TOLD = 2;

/** Half of the last digit that is told: 0.05 of `1.1`, 50 of `1100`, `1.1e3` and `1000`. */
function halfDigit(plain: string): number {
  const [mantissa = '', power = '0'] = plain.toLowerCase().split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  const place =
    decimals === '' ? Math.max(0, Math.min(zeros, whole.length - TOLD)) : -decimals.length;
  return Number(`5e${place + Number(power) - 1}`);
}
