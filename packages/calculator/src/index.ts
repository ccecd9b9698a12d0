export type {
  Accelerator,
  Edition,
  Editions,
  ProviderRow,
  Region,
  SourceRow,
} from '@ml-emissions/data';
export { CURRENT_EDITION, EDITIONS, editionHash, frozen, PAPER_EDITION } from '@ml-emissions/data';
export type {
  Alternative,
  DevelopmentFactor,
  EnergyParts,
  EquivalenceResult,
  EstimateResult,
  Figure,
  GroupResult,
  GroupSummary,
  MethodName,
  Place,
  PlaceGroup,
  Plan,
  PlanRung,
  Precision,
  Problem,
  ProblemCode,
  Project,
  ProjectResult,
  Quantity,
  ReceiptStep,
  Run,
  Said,
  Sensitivity,
  Service,
  ServiceRung,
  SourceRef,
  Warning,
} from '@ml-emissions/model';
export {
  ARCHITECTURES,
  ENERGY_SCOPES,
  GRID_SCOPES,
  INFERENCE_WORK,
  METHODS,
  PERIODS,
  PHASES,
  PRECISIONS,
  SCENARIOS,
  SEARCH_STRATEGIES,
  SITES,
  SIZE_CLASSES,
  searchRuns,
  timesRun,
  WORK_KINDS,
} from '@ml-emissions/model';
export type {
  FigureRates,
  IntensitySpread,
  Pricer,
  Quantities,
  RateRow,
  RateTerm,
  Shape,
} from '@ml-emissions/rates';
export { pricerOf, quantitiesOf, shapeOf } from '@ml-emissions/rates';
export type { ProjectInput, RunInput } from '@ml-emissions/schema';
export {
  asAmount,
  asShare,
  asTyped,
  isProject,
  massFromText,
  meantField,
  PROJECT_FIELDS,
  problem,
  RUN_FIELDS,
  saysField,
  timeFromText,
  withDefaults,
} from '@ml-emissions/schema';
export type { Calculator } from './calculator.ts';
export { createCalculator } from './calculator.ts';
export type { Catalogue, ListedName } from './catalogue.ts';
export type { Checked, CheckedProject, Claim, Finding } from './check/check.ts';
export type {
  Compare,
  CompareOptions,
  CompareProject,
  Comparison,
  Option,
  ProjectComparison,
  ProjectOption,
} from './compare/compare.ts';
export type { Offered } from './compare/offered.ts';
export type { OptionGroup } from './compare/option-groups.ts';
export type { OtherValue } from './compare/other-values.ts';
export type { RegionFilter } from './compare/regions.ts';
export type { Measure } from './display.ts';
export {
  displayEnergy,
  displayMass,
  displayNumber,
  displayPercent,
  together,
} from './display.ts';
export type { EstimateOptions } from './estimate/estimate.ts';
export { headlineOf, kgCo2eOf } from './estimate/figures.ts';
export type {
  LiveAnswer,
  LiveOptions,
  LiveProject,
  LiveRun,
  Together,
} from './estimate/live-project.ts';
export { type LikelyPower, likelyChipPower } from './estimate/unlikely-power.ts';
export type {
  Difference,
  DifferenceStep,
  Explanation,
  MethodAnswer,
  ProjectExplanation,
} from './explain.ts';
export type { ListName, ListRow, ListRows } from './list.ts';
export { LISTS } from './list.ts';
export { hardwareNamed, isOfHardware, isPlaceNamed } from './parse/names-whole.ts';
export type { ParsedProject } from './parse/project.ts';
export type { ParsedRun } from './parse/run.ts';
export { modelKey } from './pooled-sum.ts';
export type { PreparedRun } from './prepare.ts';
export { InvalidRun } from './prepare.ts';
export type { Shown } from './show.ts';
