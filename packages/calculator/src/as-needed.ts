import { editionsAsNeeded } from '@ml-emissions/data/as-needed';
import { type Calculator, createCalculator } from './calculator.ts';

/**
 * All data of every edition, each table read when it is first asked for.
 *
 * @param read the text of a table, by the name of its file
 */
export const calculatorFrom = (read: (file: string) => string): Calculator =>
  createCalculator(editionsAsNeeded(read));
