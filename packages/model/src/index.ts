export { acceleratorEnergyKwh } from './accelerator-energy.ts';
export type { EquivalenceFactor } from './equivalences.ts';
export { equivalences } from './equivalences.ts';
export { facilityEnergyKwh } from './facility-energy.ts';
export type {
  Confidence,
  Device,
  Doubt,
  Factor,
  FactorKind,
  IntensityBasis,
  IntensityFactor,
  IntensityScope,
  OffsetFactor,
  OtherFigure,
  Rungs,
  Spatial,
  Work,
} from './factor.ts';
export { methods } from './methods/index.ts';
export type { Footprint, Method } from './methods/method.ts';
export { offsetKgCo2e } from './offset.ts';
export { operationalKgCo2e } from './operational.ts';
export type { Parsed, Problem, ProblemCode, Warning } from './problem.ts';
export { PROBLEM_CODES } from './problem.ts';
export { productGsd, range90 } from './range.ts';
export type { ReceiptStep } from './receipt.ts';
export type {
  Alternative,
  EditionRef,
  EnergyParts,
  EquivalenceResult,
  EstimateResult,
  Quantity,
  SourceRef,
} from './result.ts';
export type { CustomAccelerator, Hardware, MethodName, Phase, Place, Run } from './run.ts';
export { METHODS, PHASES } from './run.ts';
export { totalPowerW } from './total-power.ts';
