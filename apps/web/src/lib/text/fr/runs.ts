import type { words as english } from '../en/runs.ts';

export const words: typeof english = {
  paste: {
    about:
      'Collez des lignes d’un tableur, la première nommant les colonnes. Les fichiers de CodeCarbon (emissions.csv), de Slurm (sacct -P, sacct --json) et de Weights & Biases (le tableau des exécutions en CSV, les exécutions ou les mesures du système en JSON) sont lus aussi ; la commande en lit bien d’autres.',
    example: 'nom\tGPU\tnombre\theures\tpays',
    label: 'Lignes, avec celle des noms',
    columns:
      'Colonnes : nom, GPU, nombre, heures ou secondes ou heures-GPU, énergie (kWh), puissance (W), instance, CPU, pays, fournisseur et région, PUE, année, phase, et d’autres, dans n’importe quel ordre.',
    take: 'Prendre les exécutions',
    taken: (count) => (count === 1 ? '1 exécution est prise.' : `${count} exécutions sont prises.`),
    unread: (names) => `Pas lu : ${names}.`,
    row: (row, column) => (column === '' ? `${row}` : `${row} (${column})`),
    andMore: (count) => `et ${count} de plus`,
    rejected: (count, rows) =>
      count === 1
        ? `Une ligne n’est pas une exécution : ${rows}.`
        : `${count} lignes ne sont pas des exécutions : ${rows}.`,
    leftOut: (count) =>
      count === 1
        ? 'Une exécution n’a jamais tourné ; elle est laissée de côté.'
        : `${count} exécutions n’ont jamais tourné ; elles sont laissées de côté.`,
    untold: (count) =>
      `${count} exécutions ne disent pas tout ce qu’il faut : c’est demandé une seule fois, au-dessus du tableau.`,
    faults: {
      broken: (detail) => `Ce n’est pas un tableau lisible (${detail}).`,
      'no-rows': () =>
        'Il n’y a pas de lignes : la première nomme les colonnes, chaque suivante est une exécution.',
      'no-runs': (count) =>
        `Aucune des ${count} lignes n’est une exécution : elles sont illisibles, ou n’ont jamais tourné.`,
      'no-columns': (heads) =>
        `Aucune colonne ne dit ce qui a tourné (GPU, instance, CPU ou énergie). La première ligne dit : ${heads}.`,
      many: (count) =>
        count === ''
          ? 'C’est trop de texte pour la page ; la commande prend n’importe quel nombre d’exécutions.'
          : `Avec ${count} exécutions, il y en a plus de 500 ; la commande en prend n’importe quel nombre.`,
    },
  },
  asks: {
    title: 'Demandé une seule fois, pour toutes',
    about:
      'Ce que plusieurs exécutions ne disent pas. Chacune peut être changée ensuite. D’ici là, elles ne sont dans aucun total.',
    of: {
      zone: (runs, text) =>
        text === ''
          ? `Où ${runs} exécutions ont tourné`
          : `Où se trouve « ${text} », dans ${runs} exécutions`,
      accelerator: (runs, text) =>
        text === ''
          ? `Matériel de ${runs} exécutions`
          : `Ce qu’est « ${text} », dans ${runs} exécutions`,
      count: (runs, text) =>
        text === ''
          ? `Nombre de puces de chacune de ${runs} exécutions`
          : `Combien de puces veut dire « ${text} », dans ${runs} exécutions`,
    },
    hints: { zone: 'France', accelerator: 'A100 SXM4 80GB', count: '8' },
    unknown: (text) => `« ${text} » n’est pas connu ici.`,
    perhaps: 'Peut-être :',
    take: 'Remplir',
    filled: (runs) => `Rempli pour ${runs} exécutions.`,
  },
  overTime: {
    finding: (when, mass, share) => `Le plus : ${when}, ${mass} de CO2e, ${share} du total`,
    findingOfDated: (when, mass, share) =>
      `Le plus parmi celles qui ont une date : ${when}, ${mass} de CO2e, ${share} du total`,
    about: {
      month:
        'CO2e de l’électricité des exécutions commencées chaque mois ; les traits sont des intervalles à 90\u00a0%',
      year: 'CO2e de l’électricité des exécutions commencées chaque année ; les traits sont des intervalles à 90\u00a0%',
    },
    units: { month: 'Mois', year: 'Année' },
    runs: 'Exécutions',
    low: 'kg CO2e, bas',
    high: 'kg CO2e, haut',
    soFar: 'kg CO2e cumulés',
    undated: 'sans date',
    says: (when, runs, mass, low, high) =>
      `${when} : ${mass}, entre ${low} et ${high}\n${runs === 1 ? '1 exécution' : `${runs} exécutions`}`,
    untold: (runs, mass) =>
      `${runs === 1 ? 'Une exécution ne dit' : `${runs} exécutions ne disent`} pas de date : ${mass}, la dernière barre. « Commencé le » se trouve sous « Préciser ce calcul ».`,
    uncounted: (runs) =>
      runs === 1
        ? 'Une exécution n’est dans aucune barre, car elle ne compte pas encore.'
        : `${runs} exécutions ne sont dans aucune barre, car elles ne comptent pas encore.`,
  },
  table: {
    title: (count) => `${count} exécutions en tableau`,
    name: 'Exécution',
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
      none: 'exécution',
      phase: 'phase',
      hardware: 'matériel',
      place: 'lieu',
      month: 'mois',
    },
    notTold: 'non précisé',
    none: 'Aucune exécution n’a cela.',
    all: (count) => (count === 1 ? '1 exécution' : `${count} exécutions`),
    edit: (name) => `Aller à ${name}`,
    wrong: 'à vérifier',
    uncounted: 'pas encore comptée',
    more: (count: number) => `En montrer plus (encore ${count})`,
    rangeNote:
      'Sous chaque chiffre se trouve son intervalle à 90 %. Ce que des exécutions partagent, comme un réseau, ne se compense pas : l’intervalle de l’ensemble n’est pas la somme des leurs.',
  },
};
