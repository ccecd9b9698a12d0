import {
  type Amount,
  amountOf,
  type Figure,
  type Monomial,
  type Quantity,
  spreadOf,
  withSpread,
  Z_90,
} from '@ml-emissions/model';
import { fadedGsd, windowOf } from './intensity/doubts.ts';
import type { IntensitySpread, RateRow } from './rate-row.ts';
import type { Quantities } from './shape.ts';

/** A run that gives no hours is taken to be long. */
const HOURS_PER_YEAR = 8760;

/**
 * A figure of a run from its shape's rates: what `estimate` gives, without looking anything up.
 *
 * @param row of `ratesOf`
 * @param quantities of `quantitiesOf`; counts as pointers, hours and kWh as in a run
 * @param figure which
 * @returns with its 90 % range where it has one; null where the method does not count it
 * Errors: throws where a quantity that the row reads is missing.
 * @example pricedFigure(row, { '/hours': 100, '/hardware/0/count': 8, '/repeats': 1 }, 'operationalKgCo2e')
 */
export function pricedFigure(
  row: RateRow,
  quantities: Quantities,
  figure: Figure,
): Quantity | null {
  const rates = row.figures[figure];
  if (!rates) return null;
  const value = valueOf(rates.terms, quantities);
  if (!rates.hasRange) return { value };
  const intensityLog = logOf(row.intensity, quantities);
  if (intensityLog === null && rates.terms.some(({ keys }) => keys.includes(row.intensity.key))) {
    return { value };
  }
  const sum = monomials(row, quantities, figure, intensityLog ?? 0);
  return withSpread(value, spreadOf(sum));
}

function valueOf(
  terms: readonly { readonly coefficient: number; readonly quantities: readonly string[] }[],
  quantities: Quantities,
): number {
  let sum = 0;
  for (const term of terms) {
    let product = term.coefficient;
    for (const pointer of term.quantities) product *= told(quantities, pointer);
    sum += product;
  }
  return sum;
}

function told(quantities: Quantities, pointer: string): number {
  const amount = quantities[pointer];
  if (amount === undefined) throw new Error(`pricedFigure(): the quantity ${pointer} is missing`);
  return amountOf(amount);
}

/** The products behind a figure of one run: what a group's range is made of. */
export function monomials(
  row: RateRow,
  quantities: Quantities,
  figure: Figure,
  intensityLog: number,
): Monomial[] {
  const { terms = [] } = row.figures[figure] ?? {};
  return terms.map((term): Monomial => {
    let value = term.coefficient;
    const keys = [...term.keys];
    const logs = [...term.logs];
    const own = keys.indexOf(row.intensity.key);
    if (own >= 0) logs[own] = intensityLog;
    for (const pointer of term.quantities) {
      value *= told(quantities, pointer);
      const log = logOfAmount(quantities[pointer]);
      if (log === 0) continue;
      keys.push(`given:${pointer}`);
      logs.push(log);
    }
    return { value, keys, logs };
  });
}

/** The log of the deviation of a number with its range; the wider side on both. */
function logOfAmount(amount: Amount | undefined): number {
  if (amount === undefined || typeof amount === 'number' || amount.value === 0) return 0;
  const { value, low, high } = amount;
  return Math.log(Math.max(value / low, high / value)) / Z_90;
}

/** The log of the intensity's deviation for a run of these hours; null where it is not known. */
function logOf({ logs, variation }: IntensitySpread, quantities: Quantities): number | null {
  if (!logs) return null;
  const hours =
    amountOf(quantities['/hours'] ?? HOURS_PER_YEAR) * amountOf(quantities['/repeats'] ?? 1);
  const window = variation && windowOf(hours);
  const faded = variation && window ? Math.log(fadedGsd(variation[window], hours)) : 0;
  if (logs.length === 0 && faded === 0) return null;
  return Math.hypot(...logs, faded);
}
