import type { ButtonNotion } from '../../notion/sections.ts';

const NAMES: Readonly<Record<ButtonNotion, string>> = {
  headline: 'operational',
  intensity: 'carbon intensity',
  pue: 'PUE',
  market: 'market-based',
  offset: 'offset',
  lifecycle: 'lifecycle',
  utilisation: 'utilisation',
  host: 'host',
  mfu: 'MFU',
  concurrency: 'batching',
  embodied: 'embodied',
  scopes: 'Scope 2 and 3',
  water: 'water',
};

/** English name of the button that opens what a term means. */
export const what = (id: ButtonNotion): string => `What does “${NAMES[id]}” mean?`;
