import type { Calculator, Catalogue } from '@ml-emissions/calculator';
import { calculator as first } from '@ml-emissions/calculator/core';
import { providerLabel } from '../text/providers.ts';
import { hold } from './calculator.ts';
import { isInFirstTables } from './first-tables.ts';

/** A provider that has regions. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What turns a run as written into a result. */
export interface Engine extends Calculator {
  /** Whether its tables have what a run as written names. */
  readonly knows: (draft: Readonly<Record<string, unknown>>) => boolean;
  /** The providers of an edition that have regions. */
  readonly providersWithRegions: (choices: Catalogue) => Named[];
}

/**
 * A calculator for the page, which every part of it asks from now on.
 *
 * @param knows whether its tables have what a run names; all tables have
 */
export function engineOf(calculator: Calculator, knows: Engine['knows'] = () => true): Engine {
  hold(calculator);
  return {
    ...calculator,
    knows,
    providersWithRegions({ providers, regions }) {
      const withRegions = new Set(regions.map(({ provider }) => provider));
      return providers
        .filter(({ id }) => withRegions.has(id))
        .map(({ id, name }) => ({ id, name: providerLabel(id, name) }));
    },
  };
}

/**
 * With the first tables: fetched once a person does something.
 * The page opens with an answer that was worked out when the site was built (first.ts).
 */
export const engine: Engine = engineOf(first, (draft) => isInFirstTables(first.catalogue(), draft));
