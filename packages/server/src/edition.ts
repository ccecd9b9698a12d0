import { type Calculator, CURRENT_EDITION, EDITIONS } from '@ml-emissions/calculator';
import type { Freshness, Parameter, Service } from './route.ts';

/** Which edition's tables are asked for. */
export const EDITION: Parameter = {
  about: `whose tables; ${CURRENT_EDITION} where it is not told`,
  schema: { type: 'string', enum: [...EDITIONS] },
};

/** Published editions never change; the current one does until it is. */
export const isPublished = (id: string): boolean => id !== CURRENT_EDITION;

/** An edition that was asked for, its calculator, and how long answers from it stay true. */
export function editionAsked(
  told: unknown,
  { calculatorOf, version }: Service,
): {
  readonly calculator: Calculator;
  readonly edition: { readonly id: string; readonly hash: string };
  readonly freshness: (about: string) => Freshness;
} {
  const id = typeof told === 'string' ? told : CURRENT_EDITION;
  const calculator = calculatorOf(id);
  const { edition } = calculator.catalogue(id);
  return {
    calculator,
    edition,
    // Who names no edition gets another one when the next comes.
    freshness: (about) => ({
      tag: `${edition.hash.slice('sha256-'.length, 24)}.${version}.${about}`,
      isForever: told !== undefined && isPublished(id),
    }),
  };
}
