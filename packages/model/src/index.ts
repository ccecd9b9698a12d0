export type { Arithmetic, SeenSpeed } from './arithmetic.ts';
export { arithmeticOf, isPlanned, seenSpeed } from './arithmetic.ts';
export { runsOf, searchRuns, timesRun } from './development.ts';
export { exp, hypot, ln, log2, pow, square } from './elementary.ts';
export { english, englishTo, exponentOf } from './english.ts';
export type { EquivalenceFactor } from './equivalences.ts';
export { equivalences } from './equivalences.ts';
export type { Exclusion } from './exclusions.ts';
export { exclusionsOf } from './exclusions.ts';
export type {
  Apart,
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
export { given, isExact, revised } from './factor.ts';
export { DAY_HOURS, meanOverHours } from './hours-of-day.ts';
export type { InUnit, Unit } from './in-unit.ts';
export { ENERGY_UNITS, energyInUnit, MASS_UNITS, massInUnit } from './in-unit.ts';
export type { Aspect, EnergyPart, Figure, Ladders, MethodSpec, StepSpec } from './method.ts';
export { FIGURES } from './method.ts';
export type { Method } from './methods/index.ts';
export { methods } from './methods/index.ts';
export type { MethodName } from './methods/names.ts';
export { METHODS } from './methods/names.ts';
export type { NamedFactor, QuantityRef } from './named-factor.ts';
export { listed, named } from './named-factor.ts';
export { lackOf } from './needs.ts';
export type { DifferenceCode, HintCode, PlainCode } from './plain-code.ts';
export type { Account, Step } from './plan/account.ts';
export { accountOf, figureOf, stepOfFigure } from './plan/account.ts';
export type { DifferencePart } from './plan/difference.ts';
export { differenceOf, totalOf } from './plan/difference.ts';
export { energyKwh, energyParts, operationalKgCo2e } from './plan/figures.ts';
export { offsetFactor, receiptOf } from './plan/receipt.ts';
export type { Sum, Sums } from './plan/sums.ts';
export { placeSum, sumsOf } from './plan/sums.ts';
export type { Notice, Parsed, Problem, ProblemCode, Warning } from './problem.ts';
export { PROBLEM_CODES } from './problem.ts';
export type { GroupResult, Project, ProjectResult } from './project.ts';
export type { Change } from './range/change.ts';
export { changeOf } from './range/change.ts';
export type { Grams, MomentsBy } from './range/gram.ts';
export { gramsOf, momentsAlong } from './range/gram.ts';
export type { LogMatrix } from './range/log-matrix.ts';
export { productGsd, range90, Z_90 } from './range/lognormal.ts';
export type { Monomial } from './range/monomial.ts';
export {
  expanded,
  joined,
  merged,
  NEAR_LOG,
  nearLog,
  nearlyMerged,
  nearlyOne,
  product,
  upsOf,
} from './range/monomial.ts';
export type { Member } from './range/pooled.ts';
export { pooled } from './range/pooled.ts';
export type { Spread } from './range/spread.ts';
export { endsOf, sidesOf, spreadOf } from './range/spread.ts';
export { bentBeside } from './range/taylor.ts';
export type { Operand, ReceiptLine, ReceiptStep } from './receipt.ts';
export type {
  EmbodiedPart,
  HostLoad,
  HostParts,
  ResolvedAccelerator,
  ResolvedRun,
  SingleFactors,
} from './resolved-run.ts';
export type {
  Alternative,
  DevelopmentFactor,
  EditionRef,
  EnergyParts,
  EquivalenceResult,
  EstimateResult,
  GhgProtocol,
  GroupSummary,
  NotedDoubt,
  NotedFigure,
  PerUnit,
  PlaceGroup,
  Plan,
  PlanRung,
  Quantity,
  SciScore,
  Sensitivity,
  Service,
  ServiceRung,
  SourceRef,
} from './result.ts';
export type {
  Amount,
  CustomAccelerator,
  EnergyScope,
  FunctionalUnit,
  GridScope,
  Hardware,
  HostDescription,
  Measurement,
  ModelDescription,
  Phase,
  Place,
  Precision,
  Ranged,
  Reading,
  Run,
  Scenario,
  SearchStrategy,
  SiteKind,
  WorkKind,
} from './run.ts';
export {
  ARCHITECTURES,
  amountOf,
  ENERGY_SCOPES,
  FINAL_PHASES,
  GRID_SCOPES,
  INFERENCE_WORK,
  PHASES,
  PRECISIONS,
  SCENARIOS,
  SEARCH_STRATEGIES,
  SITES,
  TRAINING_PHASES,
  WORK_KINDS,
} from './run.ts';
export type { Rungs } from './rungs.ts';
export type {
  FindingCode,
  MachineKind,
  Part,
  Said,
  SaidCode,
  SaidOf,
  WarningCode,
} from './said.ts';
export { quoted, WARNING_CODES } from './said.ts';
export type { Unsure } from './sensitivity.ts';
export { factorsOf, hintOf, sensitivityOf, withSpread } from './sensitivity.ts';
export type { ServiceDescription, ServiceUnit, Uses } from './service.ts';
export { isServedByUses, PERIODS, SIZE_CLASSES, usesOf } from './service.ts';
export { summed } from './summed.ts';
export type { UsedChip, UsedFactor, UsedPue, UsedValue } from './used.ts';
