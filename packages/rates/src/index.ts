export { labelOf } from './accelerator.ts';
export { hasTwoSides } from './amount.ts';
export { atHours } from './at-hours.ts';
export { knownCoefficient } from './coefficient.ts';
export { defaultGsd } from './default.ts';
export {
  type AlikeSums,
  figureOfGroups,
  productOf,
  type RunSums,
  ratioOfGroups,
  valueOfGroups,
} from './grouped.ts';
export { restOf } from './idle-power.ts';
export { type GridDay, gridDay, hoursRatio, movedLogs } from './intensity/hours.ts';
export {
  regionAtLeast,
  regionFigure,
  regionIntensity,
  regionSpread,
  zoneIntensity,
} from './intensity/intensity.ts';
export { placeIntensity } from './intensity/of-run.ts';
export { inScope, isOfScope, type PublishedFigure } from './intensity/scope.ts';
export { siteIntensity } from './intensity/site.ts';
export { type Slower, timeUnderLimit } from './limit-time.ts';
export { acceleratorsOf, isEdge, type Machine, memoryGbOf, ownMachine } from './machine.ts';
export { clockHours, placeKey, type RunTime, regionOf, runTime, siteOf, yearOf } from './place.ts';
export { type Peak, peakAt, peakNear } from './plan/peak.ts';
export { type Planned, plannedRun, workOfPlan } from './plan/planned.ts';
export { gridDeviationOf, listPricerOf, type Pricer, pricerOf } from './priced.ts';
export { namedSitePue, placePue } from './pue.ts';
export { type KeyOf, ownKeys } from './question.ts';
export {
  type FigureRates,
  type IntensitySpread,
  type RateRow,
  type RateTerm,
  ratesOf,
} from './rate-row.ts';
export { movedRun, relocate } from './relocate.ts';
export { type Resolved, resolve } from './resolve.ts';
export { copyMemory } from './serve/load.ts';
export { leastServedKwh, type Served, servedRun, serviceLack } from './serve/served.ts';
export { leastJoulesPerToken, mostTokensPerSecond } from './serve/speed.ts';
export { settled } from './settled.ts';
export {
  type Quantities,
  quantitiesOf,
  type Shape,
  type ShapedBy,
  shapedBy,
  shapeOf,
} from './shape.ts';
export { sizesApart } from './share-by-size.ts';
export { slowed } from './slowed.ts';
