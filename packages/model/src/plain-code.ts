/** How a factor came to be. */
type FactorCode =
  | 'tdp'
  | 'tdp-given'
  | 'as-given'
  | 'mean-as-measured'
  | 'mean-over-tdp'
  | 'idle-of-model'
  | 'own-computer'
  | 'no-pue-in-edition'
  | 'pue-of-own-servers'
  | 'pue-not-known'
  | 'desk-or-room'
  | 'water-of-power-plants'
  | 'usual-chip-made'
  | 'usual-service-life'
  | 'usual-average-use'
  | 'server-lifespan'
  | 'time-reserved'
  | 'server-made'
  | 'four-years'
  | 'usual-while-feeding'
  | 'usual-while-working'
  | 'host-as-given'
  | 'idle-host-over-busy'
  | 'host-over-accelerators'
  | 'rest-over-components'
  | 'rest-over-host'
  | 'virtual-processor-at-full-use'
  | 'share-by-load'
  | 'share-of-unknown-load'
  | 'threads-of-instance'
  | 'one-thread'
  | 'processor-not-known'
  | 'servers-of-card'
  | 'host-of-chip'
  | 'host-of-chip-over-tdp'
  | 'tokens-by-service'
  | 'chips-by-formula'
  | 'server-by-formula'
  | 'made-by-formula'
  | 'idle-of-share'
  | 'idle-of-large-service'
  | 'idle-of-service';

/** What draws power, or was made. */
type ThingCode =
  | 'host'
  | 'host-and-losses'
  | 'rest-and-losses'
  | 'processor'
  | 'virtual-processors'
  | 'memory'
  | 'board-drives-fans'
  | 'board-drives-network'
  | 'network-and-board'
  | 'network-of-chip'
  | 'processors-memory-drives'
  | 'processors-memory-network'
  | 'servers-around-cards'
  | 'share-of-server';

/** What a step of a method is, or how it is rounded. */
export type StepCode =
  | 'as-metered'
  | 'by-what-it-answers'
  | 'held-and-idle'
  | 'location-based'
  | 'scope-2'
  | 'scope-3-category-3'
  | 'beside-never-subtracted'
  | 'beside-location-based'
  | 'operational-and-embodied'
  | 'to-hundredths'
  | 'kg-as-typed'
  | 'cut-to-grams';

/** What a figure of the grid is, or why it is not sure. */
type GridCode = 'providers-own-figure' | 'lifecycle' | 'direct' | 'one-source' | 'usual-variation';

/** Why a method cannot answer. */
type LackCode =
  | 'lacks-time'
  | 'lacks-accelerator'
  | 'lacks-load'
  | 'lacks-measurement'
  | 'lacks-processor'
  | 'lacks-virtual-processor'
  | 'lacks-answers';

/** Why a part of a run is left out. */
export type ReasonCode =
  | 'no-host-figure'
  | 'nothing-to-spread-over'
  | 'no-figure-for-place'
  | 'other-runs'
  | 'traffic-outside'
  | 'data-elsewhere'
  | 'data-centre-made'
  | 'accelerators-only'
  | 'method-without-pue'
  | 'electricity-only'
  | 'rounded-as-2019'
  | 'none-given-none-guessed'
  | 'none-given'
  | 'size-not-given'
  | 'supplies-not-counted'
  | 'pue-1-unless-given'
  | 'traffic-apart'
  | 'held-by-metered-power'
  | 'neither-allowed';

/** What is assumed of the whole run. */
type AssumptionCode =
  | 'meter-saw-machine'
  | 'taken-in-16-bits'
  | 'taken-on-h100'
  | 'stands-in-own-cluster'
  | 'stands-in-desktop'
  | 'stands-in-laptop'
  | 'stands-with-owner'
  | 'stands-at-desk-or-in-room'
  | 'run-is-of-now';

/** What would settle a factor. */
export type HintCode =
  | 'settle-power'
  | 'settle-metering'
  | 'settle-energy'
  | 'settle-count'
  | 'settle-hours'
  | 'settle-plan'
  | 'settle-service'
  | 'settle-service-of-batch'
  | 'settle-pictures'
  | 'settle-capacity'
  | 'settle-repeats'
  | 'settle-idle'
  | 'settle-host'
  | 'settle-cpu'
  | 'settle-nodes'
  | 'settle-memory'
  | 'settle-at-wall'
  | 'settle-pue'
  | 'settle-intensity'
  | 'settle-contract'
  | 'settle-life'
  | 'settle-use'
  | 'settle-wue'
  | 'settle-otherwise';

/** What is said of an option, or why it could not be compared. */
type ComparisonCode =
  | 'average-not-marginal'
  | 'other-accelerators'
  | 'same-hours'
  | 'power-not-known'
  | 'tdp-not-published'
  | 'no-intensity'
  | 'other-regions'
  | 'no-region-left'
  | 'offered-not-known'
  | 'no-common-precision'
  | 'no-single-chip'
  | 'no-time-to-scale';

/** Why a run that has not been cannot be planned. */
type PlanCode =
  | 'no-tokens-to-change'
  | 'flop-given'
  | 'no-peak'
  | 'no-arithmetic'
  | 'edition-plans-nothing'
  | 'limit-slows'
  | 'plan-too-long';

/** Why the energy of a service cannot be told. */
type ServiceCode =
  | 'edition-serves-nothing'
  | 'size-not-told'
  | 'tokens-not-told'
  | 'chips-not-told';

/** What differs between two methods. */
export type DifferenceCode =
  | 'differs-rounding-removed'
  | 'differs-power'
  | 'differs-host'
  | 'differs-idle'
  | 'differs-overhead'
  | 'differs-pue'
  | 'differs-intensity'
  | 'differs-embodied'
  | 'differs-rounding';

/** Every code without parameters; what each says stands in `packages/words`. */
export type PlainCode =
  | FactorCode
  | ThingCode
  | StepCode
  | GridCode
  | LackCode
  | ReasonCode
  | AssumptionCode
  | HintCode
  | ComparisonCode
  | PlanCode
  | ServiceCode
  | DifferenceCode
  | 'intensity-doubtful'
  | 'intensity-coarse'
  | 'pue-doubtful'
  | 'load-not-told'
  | 'development-not-counted'
  | 'no-input-explains';
