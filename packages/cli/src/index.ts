import { calculator } from '@ml-emissions/calculator/full';

export * from './entry/core.ts';

// Each is documented where the calculator is; packing brings that over (rollup.types.config.mjs).
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
  liveProject,
  parseProject,
  parseRun,
  prepare,
  ratesOf,
  show,
} = calculator;
