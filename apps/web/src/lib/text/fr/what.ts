import type { ButtonNotion } from '../../notion/sections.ts';

const NAMES: Readonly<Record<ButtonNotion, string>> = {
  headline: 'opérationnel',
  intensity: 'intensité carbone',
  pue: 'PUE',
  market: 'fondé sur le marché',
  offset: 'compensation',
  lifecycle: 'cycle de vie',
  utilisation: 'utilisation',
  host: 'hôte',
  mfu: 'MFU',
  concurrency: 'traitement par lots',
  embodied: 'fabrication',
  scopes: 'Scopes 2 et 3',
  water: 'eau',
};

/** French name of the button that opens what a term means. */
export const what = (id: ButtonNotion): string => `Que veut dire « ${NAMES[id]} » ?`;
