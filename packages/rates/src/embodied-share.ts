import type { EmbodiedPart, NamedFactor } from '@ml-emissions/model';

/** What was made for a run, and over what it is spread. */
export interface Embodied {
  readonly parts: readonly EmbodiedPart[];
  readonly serviceLife: NamedFactor | null;
  readonly averageUse: NamedFactor | null;
}
