export type { Account, EnergyPart, Named, Rounding, Term } from './account.ts';
export { term } from './account.ts';
export type { EquivalenceFactor } from './equivalences.ts';
export { equivalences } from './equivalences.ts';
export {
  embodiedKgCo2e,
  energyKwh,
  energyParts,
  itEnergyKwh,
  operationalKgCo2e,
} from './evaluate.ts';
export type {
  Confidence,
  Doubt,
  Factor,
  FactorKind,
  IntensityBasis,
  IntensityFactor,
  IntensityScope,
  OffsetFactor,
  OtherFigure,
  Spatial,
} from './factor.ts';
export { methods } from './methods/index.ts';
export type { Exclusion, Method } from './methods/method.ts';
export { offsetKgCo2e } from './offset.ts';
export type { Parsed, Problem, ProblemCode, Warning } from './problem.ts';
export { PROBLEM_CODES } from './problem.ts';
export type { GroupResult, Project, ProjectResult } from './project.ts';
export type { Change } from './range/change.ts';
export { changeOf } from './range/change.ts';
export { productGsd, range90 } from './range/lognormal.ts';
export type { Monomial } from './range/monomial.ts';
export { merged, together } from './range/monomial.ts';
export type { Spread } from './range/spread.ts';
export { spreadOf } from './range/spread.ts';
export type { ReceiptStep } from './receipt.ts';
export { receiptOf } from './receipt-of.ts';
export type {
  Alternative,
  DevelopmentFactor,
  EditionRef,
  EnergyParts,
  EquivalenceResult,
  EstimateResult,
  PerUnit,
  Quantity,
  SciScore,
  Sensitivity,
  SourceRef,
} from './result.ts';
export type {
  Amount,
  CustomAccelerator,
  EnergyScope,
  FunctionalUnit,
  Hardware,
  HostDescription,
  Measurement,
  MethodName,
  ModelDescription,
  Phase,
  Place,
  Ranged,
  Run,
  SiteKind,
  WorkKind,
} from './run.ts';
export { amountOf, ENERGY_SCOPES, METHODS, PHASES, SITES, WORK_KINDS } from './run.ts';
export type { Rungs } from './rungs.ts';
export { factorsOf, quantityOf, sensitivityOf, withSpread } from './sensitivity.ts';
export type { Figure } from './sums.ts';
export { placeSum, Sums } from './sums.ts';
export type { UsedChip, UsedFactor, UsedPue, UsedValue } from './used.ts';
export type {
  Amortisation,
  Device,
  Host,
  HostCpu,
  HostLoad,
  Made,
  Work,
} from './work.ts';
export { given } from './work.ts';
