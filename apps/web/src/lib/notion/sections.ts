import type { WordsOf } from '../text/load.ts';

/** The notions that open in place. */
export type NotionId = keyof WordsOf<'notions'>['of'];
type Section = keyof WordsOf<'learn'>['sections'] | 'gases' | 'offsets';

/** Those that a small button opens; the others stand behind the words of the figure. */
export type ButtonNotion = Exclude<NotionId, 'co2e' | 'range'>;

/** Where on the Learn page each notion is drawn. */
export const SECTION_OF: Readonly<Record<NotionId, Section>> = {
  co2e: 'gases',
  range: 'range',
  headline: 'market',
  intensity: 'space',
  pue: 'pue',
  market: 'market',
  offset: 'offsets',
  lifecycle: 'scope',
  utilisation: 'machine',
  host: 'machine',
  mfu: 'compute',
  concurrency: 'use',
  embodied: 'embodied',
  scopes: 'market',
  water: 'water',
};
