import type { Part } from '@ml-emissions/model';

/** Ce que compte ou laisse de côté une méthode. */
export const parts: Readonly<Record<Part, string>> = {
  accelerators: 'puces',
  processors: 'processeurs',
  memory: 'mémoire',
  host: 'hôte',
  idle: 'temps inactif',
  overhead: 'pertes d’alimentation et ventilateurs',
  facility: 'bâtiment (PUE)',
  embodied: 'fabrication du matériel',
  'water-on-site': 'eau sur place',
  'water-of-the-grid': 'eau des centrales électriques',
  development: 'développement',
  network: 'réseau informatique',
  storage: 'stockage',
  buildings: 'bâtiments',
  precision: 'précision',
  'offsets-and-contracts': 'compensations et contrats',
};
