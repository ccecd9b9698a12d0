import type { ButtonNotion } from '../notion/sections.ts';
import type { FieldName } from '../state/fields.ts';

/** The notion behind a field whose name is a term. */
export const NOTION_OF: Readonly<Partial<Record<FieldName, ButtonNotion>>> = {
  utilisation: 'utilisation',
  powerW: 'utilisation',
  mfu: 'mfu',
  concurrency: 'concurrency',
  hostPowerW: 'host',
  overheadFactor: 'host',
  scope: 'lifecycle',
  pue: 'pue',
  wue: 'water',
  gridWater: 'water',
  intensity: 'intensity',
  marketIntensity: 'market',
  offset: 'offset',
  chipEmbodied: 'embodied',
  serviceLifeYears: 'embodied',
  averageUse: 'embodied',
  kgCo2ePerChip: 'embodied',
};
