import { ABOUT } from './about.ts';
import { massUnit } from './quantity-text.ts';

/** A mass in kilograms; with both ends where a range is told. */
export interface ReadMass {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
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
 * @returns kilograms; of two ends alone the value is their mean. Null where it says no mass, or one below 0, or a unit
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
    const [middle, half] = [massOf(value, unit), massOf(more, unit)];
    if (middle === null || half === null) return null;
    return ordered(middle, middle - half, middle + half);
  }
  const two = TWO.exec(told);
  if (two) {
    const [, low = '', unit = '', high = '', last = ''] = two;
    const ends = [massOf(low, unit.trim() || last), massOf(high, last)] as const;
    const [from, to] = ends;
    return from === null || to === null ? null : ordered((from + to) / 2, from, to);
  }
  const [, value = '', ends = '', unit = ''] = WITH_ENDS.exec(told) ?? [];
  const middle = oneMass(unit === '' ? value : `${value} ${unit}`);
  const range = ends === '' ? null : rangeOf(withUnit(ends, unit));
  return middle && range ? ordered(middle.value, range.low ?? null, range.high ?? null) : null;
}

/** `84 to 258` in brackets before a unit is of that unit. */
const withUnit = (ends: string, unit: string): string =>
  unit !== '' && !/\p{L}$/u.test(ends) ? `${ends} ${unit}` : ends;

function ordered(value: number | null, low: number | null, high: number | null): ReadMass | null {
  if (value === null || low === null || high === null) return null;
  return low >= 0 && low <= value && value <= high ? { value, low, high } : null;
}

function oneMass(text: string): ReadMass | null {
  const [, digits = '', unit = ''] = ONE.exec(text) ?? [];
  const value = massOf(digits, unit);
  return value === null ? null : { value };
}

function massOf(digits: string, unit: string): number | null {
  const kilograms = unit.trim() === '' ? null : massUnit(unit.trim());
  const value = plainNumber(digits);
  if (kilograms === null || !Number.isFinite(value)) return null;
  // Dividing by what is exact keeps digits: 64.5 g is 0.0645 kg.
  const kg = kilograms < 1 ? value / (1 / kilograms) : value * kilograms;
  return Number(kg.toPrecision(15));
}

/** `16,714` has thousands, as English writes them and we do; `12,9` and `0,142` have decimals. */
function plainNumber(digits: string): number {
  const bare = digits.replaceAll(/[ \u00a0\u2009\u202f]/g, '');
  const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(bare);
  return Number(isGrouped ? bare.replaceAll(',', '') : bare.replace(',', '.'));
}
