import type { equivalences as english } from '../en/equivalences.ts';

/** Les mots français de ce que chacun connaît, pour ses quantités et pour un de chaque. */
export const equivalences: typeof english = {
  names: {
    'car-km': 'km parcourus par une voiture moyenne',
    'coal-kg': 'de charbon brûlé',
    'seedling-10yr': 'jeunes arbres cultivés dix ans',
  },
  sources: 'Ce que vaut un de chaque, et d’où cela vient',
  source: 'Source :',
  one: {
    'car-km': (kg) => `1 km en voiture émet ${kg} kg CO2e.`,
    'coal-kg': (kg) => `1 kg de charbon émet ${kg} kg CO2.`,
    'seedling-10yr': (kg) => `Un jeune arbre absorbe ${kg} kg CO2 en dix ans.`,
  },
};
