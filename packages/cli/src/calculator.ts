import { calculator } from '@ml-emissions/calculator/full';

/** The functions of a calculator over every published edition. */
export const {
  catalogue,
  check,
  checkProject,
  compare,
  compareProject,
  editions,
  estimate,
  estimateProject,
  explain,
  explainProject,
  list,
  nearestNames,
  parseProject,
  parseRun,
  prepare,
  ratesOf,
  show,
} = calculator;
