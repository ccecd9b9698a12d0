import type { ReceiptStep } from '@ml-emissions/calculator';
import type { Show } from './library.ts';

/** What stands between two operands of the library's formulas, and what people write. */
const SIGNS: Readonly<Record<string, string>> = { x: '×', '/': '/', '+': '+', '-': '−' };
const OPERAND = /^(-?[\d.]+(?:e[+-]?\d+)?)(?: (.+))?$/;

/** One part of the library's formulas: its number, and the words beside it. */
export function operandOf(text: string): { readonly value: number | null; readonly words: string } {
  const [, number, unit = ''] = OPERAND.exec(text) ?? [];
  return number === undefined
    ? { value: null, words: text }
    : { value: Number(number), words: unit };
}

/** A formula of the library in its parts: operands at even places, signs at odd ones. */
export const partsOf = (formula: string): readonly string[] => formula.split(/ ([x/+-]) /);

/**
 * How a step is computed, for people: numbers as the page writes them, units and steps by their names.
 *
 * @param step of a receipt
 * @param show how numbers, steps and words are written
 * @returns '' where its number was not computed
 */
export function formulaOf(
  { formula, from }: Pick<ReceiptStep, 'formula' | 'from'>,
  show: Show & { readonly words: (words: string) => string },
): string {
  const operand = (text: string): string => {
    if (from.includes(text)) return show.step(text);
    const { value, words } = operandOf(text);
    return [value === null ? '' : show.number(value), words && show.words(words)]
      .filter(Boolean)
      .join(' ');
  };
  return partsOf(formula)
    .map((part, index) => (index % 2 === 1 ? (SIGNS[part] ?? part) : operand(part)))
    .join(' ');
}
