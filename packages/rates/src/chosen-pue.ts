import type { Factor, Rungs } from '@ml-emissions/model';

/** A PUE with the rung of the ladder that it came from. */
export interface ChosenPue {
  readonly factor: Factor;
  readonly rung: Rungs['pue'];
  /** Whether its row is marked as doubtful. */
  readonly quality: 'ok' | 'check';
}
