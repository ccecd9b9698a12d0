import { editions } from '@ml-emissions/data/core';
import { createCalculator } from './calculator.ts';

/** For pages: the data that a form needs at once. Runs of past years, processors and instances need `full`. */
export const calculator = createCalculator(editions);
