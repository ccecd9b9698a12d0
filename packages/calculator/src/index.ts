export type { Accelerator, ProviderRow, Region, SourceRow } from '@ml-emissions/data';
export { CURRENT_EDITION, EDITIONS, editionHash, hasPastYears } from '@ml-emissions/data';
export type {
  Alternative,
  DevelopmentFactor,
  EnergyParts,
  EquivalenceResult,
  EstimateResult,
  GroupResult,
  MethodName,
  Place,
  Problem,
  ProblemCode,
  Project,
  ProjectResult,
  Quantity,
  ReceiptStep,
  Run,
  Sensitivity,
  SourceRef,
  Warning,
} from '@ml-emissions/model';
export { ENERGY_SCOPES, METHODS, PHASES, SITES, WORK_KINDS } from '@ml-emissions/model';
export type { ProjectInput, RunInput } from '@ml-emissions/schema';
export {
  asAmount,
  asShare,
  asTyped,
  isProject,
  PROJECT_FIELDS,
  problem,
  RUN_FIELDS,
  saysField,
  withDefaults,
} from '@ml-emissions/schema';
export type { Catalogue } from './catalogue.ts';
export { catalogue } from './catalogue.ts';
export type { Checked, Claim, Finding } from './check.ts';
export { check } from './check.ts';
export type { Compare, CompareOptions, Comparison, Option } from './compare.ts';
export { compare } from './compare.ts';
export type { Measure } from './display.ts';
export {
  displayEnergy,
  displayMass,
  displayNumber,
  displayPercent,
  together,
} from './display.ts';
export type { EstimateOptions } from './estimate.ts';
export { estimate } from './estimate.ts';
export { estimateProject } from './estimate-project.ts';
export type { Difference, DifferenceStep, Explanation, MethodAnswer } from './explain.ts';
export { explain } from './explain.ts';
export { headlineOf, kgCo2eOf } from './figures.ts';
export type { ListName, ListRow } from './list.ts';
export { LISTS, list } from './list.ts';
export type { PreparedRun } from './look-up/look-up.ts';
export type { Precision } from './other-hardware.ts';
export { PRECISIONS } from './other-hardware.ts';
export type { OtherValue } from './other-values.ts';
export { otherValues } from './other-values.ts';
export type { ParsedProject } from './parse-project.ts';
export { parseProject } from './parse-project.ts';
export type { ParsedRun } from './parse-run.ts';
export { parseRun } from './parse-run.ts';
export { InvalidRun, prepare } from './prepare.ts';
export type { Shown } from './show.ts';
export { nearestNames, show } from './show.ts';
