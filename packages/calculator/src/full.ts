import { editions } from '@ml-emissions/data/full';
import { createCalculator } from './calculator.ts';

/** All data of every edition. */
export const calculator = createCalculator(editions);
