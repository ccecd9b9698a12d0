import type { ReceiptStep } from '@ml-emissions/model';
import type { Names } from './language.ts';
import { stepName } from './step-name.ts';

const SIGNS = { plus: '+', times: '×', over: '/' } as const;

/**
 * How a line of the receipt is computed, for people: its numbers with their units, steps by their names.
 *
 * @param step of a receipt
 * @param names of a language
 * @returns '' where its number was looked up, or rounded
 * @example `8 chips × 300 W × 0.7 × 100 h / 1000`
 */
export function formula({ operands }: Pick<ReceiptStep, 'operands'>, names: Names): string {
  let text = '';
  for (const { by, value, unit, of } of operands) {
    const shown = of === null ? amount(value, unit, names) : stepName(of, names);
    text += text ? ` ${SIGNS[by]} ${shown}` : shown;
  }
  return text;
}

/** A number with its unit; a plain number has none. */
export const amount = (value: number, unit: string, names: Names): string =>
  unit === '1' ? names.number(value) : `${names.number(value)} ${names.unit(unit)}`;
