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

/** A slim row as one line of JSON. */
export function slimJson(line: number, row: SlimRow): string {
  const { name, runs, accelerator, count, deviceHours, zone, method, edition, scope } = row;
  const about = { line, name, runs, accelerator, count, deviceHours, zone, method, edition, scope };
  const { energyKwh, operational, embodied, total, water, warnings } = row;
  return `${JSON.stringify(about).slice(0, -1)},"energyKwh":${quantityJson(energyKwh)},"operational":{"kgCo2e":${quantityJson(operational.kgCo2e)}},"embodied":{"kgCo2e":${quantityJson(embodied.kgCo2e)}},"total":{"kgCo2e":${quantityJson(total.kgCo2e)}},"water":{"onSiteL":${quantityJson(water.onSiteL)},"offSiteL":${quantityJson(water.offSiteL)}},"warnings":${JSON.stringify(warnings)}}\n`;
}
