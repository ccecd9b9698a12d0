import type { unknown as english } from '../en/unknown.ts';

/** Ce que personne n’a indiqué. */
export const unknown: typeof english = {
  asks: {
    hardware: 'le matériel',
    cpu: 'le processeur de la machine',
    memory: 'la mémoire de la machine',
    owner: 'à qui sont les machines',
    place: 'le lieu',
    hours: 'la durée',
    dates: 'les dates',
    phase: 'ce à quoi le calcul a servi',
    parameters: 'les paramètres du modèle',
    flop: 'la quantité de calcul du modèle (FLOP)',
    otherRuns: 'les autres calculs (recherches, ablations, échecs)',
    unit: 'l’unité fonctionnelle et son nombre',
  },
  told: (names) => `Non connu : ${names}.`,
  sites: {
    hyperscale: 'un très grand centre de données',
    cloud: 'un cloud',
    colocation: 'une salle louée',
    'own-cluster': 'grappe de calcul à soi',
    desktop: 'ordinateur de bureau à soi',
    laptop: 'ordinateur portable à soi',
  },
};
