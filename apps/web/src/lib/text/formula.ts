import type { ReceiptStep } from '@ml-emissions/calculator';
import type { Show } from './library.ts';

const SIGNS = { plus: '+', times: '×', over: '/' } as const;

/**
 * How a step is computed, for people: numbers as the page writes them, units and steps by their names.
 *
 * @param step of a receipt
 * @param show how numbers, steps and words are written
 * @returns '' where its number was not computed
 */
export function formulaOf(
  { formula, operands }: Pick<ReceiptStep, 'formula' | 'operands'>,
  show: Show & { readonly words: (words: string) => string },
): string {
  if (operands.length === 0) return formula === '' ? '' : show.words(formula);
  return operands
    .map(({ by, value, unit, of }, index) => {
      const number =
        unit === '1' ? show.number(value) : `${show.number(value)} ${show.words(unit)}`;
      const shown = of === null ? number : show.step(of);
      return index === 0 ? shown : `${SIGNS[by]} ${shown}`;
    })
    .join(' ');
}
