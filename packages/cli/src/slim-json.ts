import type { Quantity } from '@ml-emissions/calculator';
import type { SlimRow } from '@ml-emissions/calculator/bulk';

/**
 * Significant digits of a figure. Rows agree with `estimate` to more than these, and a number of all seventeen takes
 * twice as long to write, which is most of what an answer takes.
 */
const DIGITS = 12;
const LAST_ZEROS = /\.?0+$/;
const ZERO = 48;

/** A number in few digits, as JSON and tables have it. */
export function shortNumber(value: number): string {
  const text = value.toPrecision(DIGITS);
  if (text.includes('e')) return String(Number(text));
  // 320 in place of 320.000000000; without a point no zero says nothing.
  const isTrailed = text.charCodeAt(text.length - 1) === ZERO && text.includes('.');
  return isTrailed ? text.replace(LAST_ZEROS, '') : text;
}

function quantityJson(quantity: Quantity | null): string {
  if (quantity === null) return 'null';
  const { value, low, high, mean } = quantity;
  const ends =
    low === undefined || high === undefined
      ? ''
      : `,"low":${shortNumber(low)},"high":${shortNumber(high)}`;
  const expected = mean === undefined ? '' : `,"mean":${shortNumber(mean)}`;
  return `{"value":${shortNumber(value)}${ends}${expected}}`;
}

/** A slim row as one line of JSON: its parts one by one, which takes half of what `JSON.stringify` does. */
export function slimJson(line: number, row: SlimRow): string {
  const { energyKwh, operational, embodied, total, water, warnings } = row;
  const text = JSON.stringify;
  return `{"line":${line},"name":${text(row.name)},"runs":${row.runs},"accelerator":${text(row.accelerator)},"count":${row.count},"deviceHours":${row.deviceHours},"zone":${text(row.zone)},"method":${text(row.method)},"edition":${text(row.edition)},"scope":${text(row.scope)},"energyKwh":${quantityJson(energyKwh)},"operational":{"kgCo2e":${quantityJson(operational.kgCo2e)}},"embodied":{"kgCo2e":${quantityJson(embodied.kgCo2e)}},"total":{"kgCo2e":${quantityJson(total.kgCo2e)}},"water":{"onSiteL":${quantityJson(water.onSiteL)},"offSiteL":${quantityJson(water.offSiteL)}},"warnings":${text(warnings)}}\n`;
}
