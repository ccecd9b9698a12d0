import type { Tone } from './bar.ts';

/** What electricity is generated from, with its fill: what burns is brown, the most emitting darkest. */
export const FUELS = [
  { id: 'coal', tone: 'heat-7' },
  { id: 'oil', tone: 'heat-5' },
  { id: 'gas', tone: 'heat-3' },
  { id: 'nuclear', tone: 'grey' },
  { id: 'hydro', tone: '1' },
  { id: 'wind', tone: '2' },
  { id: 'solar', tone: '3' },
  { id: 'other', tone: '4' },
] as const satisfies readonly { id: string; tone: Tone }[];
export type Fuel = (typeof FUELS)[number]['id'];
