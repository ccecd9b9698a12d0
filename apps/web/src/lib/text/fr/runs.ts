import type { words as english } from '../en/runs.ts';

export const words: typeof english = {
  paste: {
    about:
      'Collez des lignes d’un tableur, la première nommant les colonnes. Les fichiers de CodeCarbon (emissions.csv) et de Slurm (sacct -P) sont lus aussi ; la commande en lit bien d’autres.',
    example: 'nom\tGPU\tnombre\theures\tpays',
    label: 'Lignes, avec celle des noms',
    columns:
      'Colonnes : nom, GPU, nombre, heures ou secondes ou heures-GPU, énergie (kWh), puissance (W), instance, CPU, pays, fournisseur et région, PUE, année, phase, et d’autres, dans n’importe quel ordre.',
    take: 'Prendre les calculs',
    taken: (count) => (count === 1 ? '1 calcul est pris.' : `${count} calculs sont pris.`),
    unread: (names) => `Pas lu : ${names}.`,
    faults: {
      broken: (detail) => `Ce n’est pas un tableau lisible (${detail}).`,
      'no-rows': () =>
        'Il n’y a pas de lignes : la première nomme les colonnes, chaque suivante est un calcul.',
      'no-columns': (heads) =>
        `Aucune colonne ne dit ce qui a tourné (GPU, instance, CPU ou énergie). La première ligne dit : ${heads}.`,
      many: (count) =>
        count === ''
          ? 'C’est trop de texte pour la page ; la commande prend n’importe quel nombre de calculs.'
          : `Avec ${count} calculs, il y en a plus de 500 ; la commande en prend n’importe quel nombre.`,
    },
  },
  table: {
    title: (count) => `${count} calculs en tableau`,
    name: 'Calcul',
    phase: 'Phase',
    hardware: 'Matériel',
    place: 'Lieu',
    hours: 'Heures',
    energyKwh: 'kWh',
    kgCo2e: 'CO2e',
    made: 'Fabrication',
    filter: 'Seulement celles avec',
    group: 'Ensemble par',
    groups: {
      none: 'calcul',
      phase: 'phase',
      hardware: 'matériel',
      place: 'lieu',
      month: 'mois',
    },
    notTold: 'non précisé',
    none: 'Aucun calcul n’a cela.',
    all: (count) => (count === 1 ? '1 calcul' : `${count} calculs`),
    edit: (name) => `Aller à ${name}`,
    wrong: 'à vérifier',
    uncounted: 'pas encore compté',
    more: (count: number) => `En montrer plus (encore ${count})`,
    rangeNote:
      'Sous chaque chiffre se trouve son intervalle à 90 %. Ce que des calculs partagent, comme un réseau, ne se compense pas : l’intervalle de l’ensemble n’est pas la somme des leurs.',
  },
};
