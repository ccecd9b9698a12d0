import type { Selection } from './map/selection.ts';
import type { Continent } from './places.ts';
import type { When } from './when.ts';

/** How places are looked at. */
export const WAYS = ['map', 'list', 'spread'] as const;
export type Way = (typeof WAYS)[number];

/** How chips are compared: the run on each, their years, and the table of the paper. */
export const CHIP_WAYS = ['run', 'years', 'table4'] as const;
export type ChipWay = (typeof CHIP_WAYS)[number];

/** What somebody looks at in the comparisons: kept while other views are open. */
export const looking = $state<{
  way: Way;
  chipWay: ChipWay;
  when: When;
  /** The part of the world that map and list show; null for all of it. */
  part: Continent | null;
  /** The place that was chosen to be looked at, and where the run was then: a run that moves takes it along. */
  chosen: { readonly what: Selection; readonly from: string } | null;
}>({
  way: 'map',
  chipWay: 'run',
  when: 'now',
  part: null,
  chosen: null,
});
