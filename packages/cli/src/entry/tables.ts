import { calculator } from '@ml-emissions/calculator/full';

/**
 * Every published edition with all its tables, for `createCalculator` of `ml-emissions/core`. A page imports it when it is
 * first needed: it is most of the package.
 *
 * @example
 * import { createCalculator } from 'ml-emissions/core';
 *
 * const { editions } = await import('ml-emissions/tables');
 * const { estimate, parseRun } = createCalculator(editions);
 */
export const { editions } = calculator;
