export { createEdition } from './create-edition.ts';
export type {
  Accelerator,
  Edition,
  Facts,
  Instance,
  Machines,
  Region,
  RegionIntensity,
} from './edition.ts';
export type { Editions } from './editions/index.ts';
export { editionsFrom } from './editions/index.ts';
export { CURRENT_EDITION, EDITIONS, editionHash, PAPER_EDITION } from './editions/names.ts';
export { findInstances, instanceById, nearestInstances } from './find/instance.ts';
export type { NameIndex } from './find/name-index.ts';
export { sameForEstimate } from './find/names.ts';
export { isRented } from './find/rented.ts';
export { findSlice, type Slice } from './find/slice.ts';
export { frozen } from './frozen.ts';
export type { Rows } from './read-table.ts';
export { regionKey } from './region-key.ts';
export { sourceOf } from './source-of.ts';
export type { AcceleratorRow } from './tables/accelerator.ts';
export { acceleratorColumns } from './tables/accelerator.ts';
export type { DefaultRow } from './tables/default.ts';
export type {
  CpuRow,
  EmbodiedRow,
  InstanceFamilyRow,
  InstanceRow,
  TpuSliceRow,
} from './tables/hardware.ts';
export type { ZoneHoursRow } from './tables/hours.ts';
export type {
  ProviderRow,
  RegionEnergyRow,
  RegionRow,
  SiteRow,
  ZoneIntensityRow,
  ZoneRow,
} from './tables/place.ts';
export { regionColumns } from './tables/place.ts';
export type { SourceRow } from './tables/source.ts';
