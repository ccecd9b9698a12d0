export type { Accelerator, ProviderRow, Region, SourceRow } from '@ml-emissions/data';
export { CURRENT_EDITION, EDITIONS, hasPastYears } from '@ml-emissions/data';
export type {
  Alternative,
  EnergyParts,
  EquivalenceResult,
  EstimateResult,
  MethodName,
  Place,
  Problem,
  ProblemCode,
  Quantity,
  ReceiptStep,
  Run,
  SourceRef,
  Warning,
} from '@ml-emissions/model';
export { METHODS, PHASES } from '@ml-emissions/model';
export { asShare, asTyped, LIMITS, problem } from '@ml-emissions/schema';
export type { Catalogue } from './catalogue.ts';
export { catalogue } from './catalogue.ts';
export type { Measure } from './display.ts';
export {
  displayEnergy,
  displayMass,
  displayNumber,
  displayPercent,
  together,
} from './display.ts';
export type { EstimateOptions } from './estimate.ts';
export { estimate, kgCo2eOf } from './estimate.ts';
export type { ListName, ListRow } from './list.ts';
export { LISTS, list } from './list.ts';
export type { ParsedRun } from './parse-run.ts';
export { parseRun } from './parse-run.ts';
export type { PreparedRun } from './prepare.ts';
export { InvalidRun, prepare } from './prepare.ts';
export type { Shown } from './show.ts';
export { nearestNames, show } from './show.ts';
