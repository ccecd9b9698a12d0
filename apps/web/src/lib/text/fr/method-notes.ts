import type { methodNotes as english } from '../en/method-notes.ts';

/** Ce qu’est chaque méthode, en peu de mots à côté de son nom. */
export const methodNotes: typeof english = {
  full: 'la machine entière, avec son intervalle',
  'lacoste-2019': 'sans hôte ni PUE',
  'mlco2-compat': 'son calcul et ses arrondis, avec les tables d’aujourd’hui',
  'green-algorithms-2021': 'cœurs et mémoire, par Lannelongue et al.',
  'codecarbon-constant': 'la puissance habituelle là où il ne peut mesurer',
  'cloud-carbon-footprint': 'les machines d’un cloud, entre repos et pleine puissance',
  'patterson-2021': 'puissance mesurée × PUE',
  'ecologits-2026': 'jetons d’un modèle en service',
  sci: 'intensité carbone du logiciel',
};
