import '@ml-emissions/calculator/core';
import {
  type Catalogue,
  catalogue,
  estimate,
  estimateProject,
  hasPastYears,
  list,
  parseProject,
  parseRun,
} from '@ml-emissions/calculator';
import { providerLabel } from '../text/providers.ts';

/** A provider that has regions. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * What turns a run as written into a result, with the first tables: fetched once a person does something.
 * The page opens with an answer that was worked out when the site was built (first.ts).
 */
export const engine = {
  catalogue,
  estimate,
  estimateProject,
  hasPastYears,
  list,
  parseProject,
  parseRun,

  /** The providers of an edition that have regions. */
  providersWithRegions({ providers, regions }: Catalogue): Named[] {
    const withRegions = new Set(regions.map(({ provider }) => provider));
    return providers
      .filter(({ id }) => withRegions.has(id))
      .map(({ id, name }) => ({ id, name: providerLabel(id, name) }));
  },
} as const;

export type Engine = typeof engine;
