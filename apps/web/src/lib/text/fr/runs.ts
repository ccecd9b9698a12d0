import type { words as english } from '../en/runs.ts';

const whole = new Intl.NumberFormat('fr').format;

export const words: typeof english = {
  working: (done: string, all: string) => `${done} calculs sur ${all} sont faits…`,
  paste: {
    about:
      'Collez des lignes d’un tableur, la première nommant les colonnes. Les fichiers de CodeCarbon (emissions.csv), de Slurm (sacct -P, sacct --json) et de Weights & Biases (le tableau des calculs en CSV, les calculs ou les mesures du système en JSON) sont lus aussi ; la commande en lit bien d’autres.',
    example: 'nom\tGPU\tnombre\theures\tpays',
    label: 'Lignes, avec celle des noms',
    columns:
      'Colonnes : nom, GPU, nombre, heures ou secondes ou heures-GPU, énergie (kWh), puissance (W), instance, CPU, pays, fournisseur et région, PUE, année, phase, et d’autres, dans n’importe quel ordre.',
    take: 'Prendre les calculs',
    taken: (count) => (count === 1 ? '1 calcul repris.' : `${whole(count)} calculs repris.`),
    unread: (names) => `Colonnes non lues : ${names}.`,
    row: (row, column) => (column === '' ? `${row}` : `${row} (${column})`),
    andMore: (count) => `et ${whole(count)} de plus`,
    rejected: (count, rows) =>
      count === 1
        ? `Une ligne n’est pas un calcul : ${rows}.`
        : `${whole(count)} lignes ne sont pas des calculs : ${rows}.`,
    leftOut: (count) =>
      count === 1
        ? 'Un calcul n’a jamais tourné ; il est laissé de côté.'
        : `${whole(count)} calculs n’ont jamais tourné ; ils sont laissés de côté.`,
    untold: (count) =>
      `${whole(count)} calculs ne disent pas tout ce qu’il faut : c’est demandé une seule fois, au-dessus du tableau.`,
    faults: {
      broken: (detail) => `Ce n’est pas un tableau lisible (${detail}).`,
      'no-rows': () =>
        'Il n’y a pas de lignes : la première nomme les colonnes, chaque suivante est un calcul.',
      'no-runs': (count) =>
        `Aucune des ${whole(Number(count))} lignes n’est un calcul : elles sont illisibles, ou n’ont jamais tourné.`,
      'no-columns': (heads) =>
        `Aucune colonne ne dit ce qui a tourné (GPU, instance, CPU ou énergie). La première ligne dit : ${heads}.`,
      many: (count) =>
        count === ''
          ? 'C’est trop de texte pour la page ; la commande prend n’importe quel nombre de calculs.'
          : `Avec ${whole(Number(count))} calculs, il y en a plus de 10 000 ; la commande en prend n’importe quel nombre.`,
    },
  },
  asks: {
    title: 'Demandé une seule fois, pour tous',
    about:
      'Ce que plusieurs calculs ne disent pas. Chacun peut être changé ensuite. D’ici là, ils ne sont dans aucun total.',
    of: {
      zone: (runs, text) =>
        text === ''
          ? `Où ${whole(runs)} calculs ont tourné`
          : `Où se trouve « ${text} », dans ${whole(runs)} calculs`,
      accelerator: (runs, text) =>
        text === ''
          ? `Matériel de ${whole(runs)} calculs`
          : `Ce qu’est « ${text} », dans ${whole(runs)} calculs`,
      count: (runs, text) =>
        text === ''
          ? `Nombre de puces de chacun de ${whole(runs)} calculs`
          : `Combien de puces veut dire « ${text} », dans ${whole(runs)} calculs`,
    },
    hints: { zone: 'France', accelerator: 'A100 SXM4 80GB', count: '8' },
    unknown: (text) => `« ${text} » n’est pas connu ici.`,
    perhaps: 'Peut-être :',
    take: 'Remplir',
    filled: (runs) => `Rempli pour ${whole(runs)} calculs.`,
  },
  overTime: {
    finding: (when, mass, share) =>
      `C’est en ${when} que les émissions sont les plus fortes : ${mass} de CO2e, ${share} du total`,
    findingOfDated: (when, mass, share) =>
      `De ceux qui ont une date, c’est en ${when} que les émissions sont les plus fortes : ${mass} de CO2e, ${share} du total`,
    about: {
      month:
        'CO2e de l’électricité des calculs commencés chaque mois ; les traits sont des intervalles à 90\u00a0%',
      year: 'CO2e de l’électricité des calculs commencés chaque année ; les traits sont des intervalles à 90\u00a0%',
    },
    units: { month: 'Mois', year: 'Année' },
    runs: 'Calculs',
    low: 'kg CO2e, bas',
    high: 'kg CO2e, haut',
    soFar: 'kg CO2e cumulés',
    undated: 'sans date',
    says: (when, runs, mass, low, high) =>
      `${when} : ${mass}, entre ${low} et ${high}\n${runs === 1 ? '1 calcul' : `${whole(runs)} calculs`}`,
    untold: (runs, mass) =>
      `${runs === 1 ? 'Un calcul ne dit' : `${whole(runs)} calculs ne disent`} pas de date : ${mass}, la dernière barre. « Commencé le » se trouve sous « Préciser ce calcul ».`,
    uncounted: (runs) =>
      runs === 1
        ? 'Un calcul n’est dans aucune barre, car il ne compte pas encore.'
        : `${whole(runs)} calculs ne sont dans aucune barre, car ils ne comptent pas encore.`,
  },
  table: {
    title: (count) => `${whole(count)} calculs en tableau`,
    name: 'Calcul',
    phase: 'Phase',
    hardware: 'Matériel',
    place: 'Lieu',
    hours: 'Heures',
    energyKwh: 'kWh',
    kgCo2e: 'CO2e',
    made: 'Fabrication',
    filter: 'Seulement ceux avec',
    group: 'Regrouper par',
    groups: {
      none: 'calcul',
      phase: 'phase',
      hardware: 'matériel',
      place: 'lieu',
      month: 'mois',
    },
    notTold: 'non précisé',
    none: 'Aucun calcul n’a cela.',
    all: (count) => (count === 1 ? '1 calcul' : `${whole(count)} calculs`),
    edit: (name) => `Aller à ${name}`,
    wrong: 'à vérifier',
    uncounted: 'pas encore compté',
    more: (count: number) => `En montrer plus (encore ${whole(count)})`,
    rangeNote:
      'Sous chaque chiffre se trouve son intervalle à 90 %. Ce que des calculs partagent, comme un réseau, ne se compense pas : l’intervalle de l’ensemble n’est pas la somme des leurs.',
  },
};
