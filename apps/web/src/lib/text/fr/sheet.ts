import { french as names } from '@ml-emissions/words/fr';
import type { words as english } from '../en/sheet.ts';
import { equivalences } from './equivalences.ts';
import { what } from './what.ts';

/** Les mots français de ce qui se trouve sous le chiffre. */
export const words: typeof english = {
  /** What the receipt calls its steps, and how it writes their numbers. */
  names,
  grid: {
    title: 'Le réseau électrique',
    range: (value, low, high) =>
      `${value} g CO2e/kWh, et à 90 % de probabilité entre ${low} et ${high}. Ce qui le rend incertain, le plus important d’abord :`,
    causes: {
      sources: 'L’accord entre les sources',
      age: 'Son âge',
      scope: 'Déduite de l’autre périmètre',
      'coarse-place': 'Le lieu est grossier',
      'short-run': 'L’heure du calcul n’est pas connue',
    },
    beside: 'Aussi publié :',
  },
  beside: {
    title: 'À côté, jamais déduit',
    titleOf: (run) => `À côté de « ${run} » seul, jamais déduit`,
    unfold: 'Fabrication, contrats, eau, scopes 2 et 3',
    fold: 'Moins de cela',
    offset: (name, share, year) => `${name} dit compenser ou couvrir ${share} de ceci${year}.`,
    offsetOwn: (share) => `Vous compensez ${share} de ceci.`,
    offsetUnknown: 'On ne sait pas ce qui est compensé.',
    why: 'Un achat fait ailleurs ne change pas ce que ce réseau a émis pour ce calcul.',
    market: (mass) => `Fondé sur le marché : ${mass}.`,
    marketUnknown: 'Émissions fondées sur le marché : inconnues.',
    embodied: (made, total) => `Fabrication du matériel : ${made} ; ensemble ${total}.`,
    embodiedUnknown: 'Fabrication du matériel : inconnue.',
    scopes: (scope2, upstream) =>
      `GHG Protocol, pour qui achète l’électricité, scope 2 : ${scope2} ; scope 3, catégorie 3 (combustible et centrales) : ${upstream}. Pour le client d’un cloud, les deux relèvent du scope 3.`,
    scopesUnknown: 'Ce qui relève du scope 2 et du scope 3 du GHG Protocol : inconnu.',
    waterOnSite: (litres) => `Eau sur place : ${litres} L.`,
    waterOffSite: (litres) =>
      `Eau des centrales électriques : ${litres} L, évaporation des barrages comprise.`,
  },
  groups: {
    title: 'Tous les calculs ensemble',
    byPhase: 'par phase',
    byPlace: 'par lieu',
    byHardware: 'par matériel',
    ownElectricity: 'intensité donnée',
  },
  notion: what,
  lessThan: (value) => `< ${value}`,
  equivalences: { title: 'Autant que', ...equivalences },
  parts: {
    title: 'D’où cela vient',
    names: {
      accelerators: 'puces',
      metered: 'mesuré',
      host: 'hôte',
      idle: 'temps inactif',
      overhead: 'pertes et ventilateurs',
      facility: 'bâtiment (PUE)',
    },
    operational: 'opérationnel',
    embodied: 'fabrication du matériel',
    equation: (energy, intensity, mass) => `${energy} × ${intensity} = ${mass}`,
  },
  surer: {
    title: 'Ce qui le rendrait plus précis',
    share: (share) => `${share} du doute`,
    better: 'Mesurez-le mieux, ou donnez son intervalle',
  },
  measureChips: (meter) =>
    meter === null
      ? 'Indiquez la puissance moyenne des puces, mesurée'
      : `Indiquez la puissance moyenne que ${meter} a montrée`,
  settle: {
    'settle-power': 'Indiquez la puissance moyenne des puces, mesurée',
    'settle-metering': 'Mesurez les puces plus longtemps, ou donnez l’intervalle',
    'settle-energy': 'Prenez un meilleur compteur, ou donnez son intervalle',
    'settle-count': 'Dites combien de puces',
    'settle-service': 'Dites l’énergie, ou combien de requêtes à la fois',
    'settle-service-of-batch': 'Dites l’énergie, ou les jetons par seconde',
    'settle-pictures': 'Dites l’énergie, ou combien de temps les puces travaillent',
    'settle-capacity': 'Dites pendant quelle part du temps les puces travaillent',
    'settle-plan': 'Dites combien de jetons par seconde une puce traite',
    'settle-hours': 'Dites combien de temps cela a duré',
    'settle-repeats': 'Comptez combien de fois il a tourné',
    'settle-idle': 'Dites combien de temps il est resté inactif, et à quelle puissance',
    'settle-host': 'Nommez le processeur et la mémoire, ou mesurez l’hôte',
    'settle-cpu': 'Dites la charge des processeurs, ou mesurez l’hôte',
    'settle-nodes': 'Dites dans combien de serveurs sont les puces',
    'settle-memory': 'Dites combien de mémoire a l’hôte',
    'settle-at-wall': 'Mesurez la machine entière à la prise',
    'settle-pue': 'Indiquez le PUE du centre de données',
    'settle-intensity': 'Indiquez l’intensité du réseau au moment du calcul',
    'settle-contract': 'Demandez le contrat derrière ce chiffre',
    'settle-life': 'Dites combien de temps le matériel est gardé',
    'settle-use': 'Dites quelle part de sa vie le matériel est en service',
    'settle-wue': 'Indiquez la consommation d’eau du centre de données',
    'settle-otherwise': 'Trouvez un meilleur chiffre',
  },
  smaller: {
    title: 'Ce qui le réduirait',
    now: (whole, electricity, made) =>
      `Aujourd’hui ${whole} en tout : ${electricity} pour l’électricité, ${made} pour la fabrication du matériel.`,
    electricityAlone: (electricity) =>
      `Aujourd’hui ${electricity} pour l’électricité ; la fabrication du matériel n’est pas connue.`,
    mostIsMaking: (share) =>
      `${share} viennent de la fabrication du matériel, que ni un autre réseau ni moins de puissance ne changent : il faut le partager, le garder plus longtemps et l’occuper.`,
    instead: (what, there, now) => `${what} : ${there} au lieu de ${now} en tout`,
    insteadElectricity: (what, there, now) =>
      `${what} : ${there} pour l’électricité au lieu de ${now}`,
    more: 'D’où cela vient',
    electricity: (electricity) => `Électricité ${electricity}.`,
    group: (names, range) =>
      `Ceux-ci ne se distinguent pas, par leur électricité : ${names}, ${range}.`,
    tradeOff: (electricity, made) =>
      `Électricité ${electricity} ; fabrication du matériel ${made}.`,
    same: 'inchangée',
    sameProvider: 'la plus basse de ce fournisseur',
    anywhere: 'la plus basse de toutes',
    both: 'la plus basse de ce fournisseur, et de toutes',
    here: 'Vous y êtes déjà.',
    use: 'Le déplacer là',
    less: (mass) => `−${mass}`,
    likely: 'probable',
    unsure: 'peut-être',
    sameGrid: 'même réseau',
    range: (low, high) => ` (entre −${low} et −${high})`,
    upTo: (high) => ` (jusqu’à −${high})`,
    notLess: 'pas moins qu’ici',
    at: (intensity) => `à ${intensity} g/kWh`,
    water: (litres, here) => `eau ${litres} L, ici ${here} L`,
    chip: 'la puce la plus basse du même fabricant, parmi celles qui ne sont pas plus lentes',
    hours: (hours) => `en ${hours} h, si le calcul accélère comme les FLOP/s maximaux`,
    plannedHours: (hours) => `en ${hours} h, prévu à nouveau par ce qui lui est habituel`,
    useChip: 'Prendre',
  },
  ruler: {
    here: 'ce calcul',
    all: 'tous les calculs',
    one: { 'car-km': '1 km en voiture', 'seedling-10yr': 'un jeune arbre, 10 ans' },
    landmarks: {
      'flan-t5-small': 'Affinage de FLAN-T5 small',
      climatebert: 'ClimateBert avec tous les essais',
      'flight-sf-ny': 'une place d’avion SF–NY, aller-retour',
      'household-month': 'l’électricité d’un foyer des États-Unis, 1 mois',
      'person-year': 'une personne, 1 an (monde)',
    },
    sources: 'Ce qui figure sur l’échelle, et d’où cela vient',
    caption: 'Sur une échelle de 1 g à 10 000 t :',
    stands: (mass, beyond) =>
      `${mass} CO2e${beyond === 0 ? '' : `, ${beyond > 0 ? 'au-delà de sa fin' : 'avant son début'}`}.`,
    said: (mass, below, above) =>
      `${mass} CO2e${below ? `, plus que ${below}` : ''}${above ? `, moins que ${above}` : ''}`,
  },
  receipt: {
    title: 'Le reçu',
    unfold: (lines) => `Les ${lines} lignes`,
    fold: 'Les lignes principales seules',
    kinds: {
      given: 'donné par vous',
      modeled: 'calculé',
      measured: 'mesuré',
      sourced: 'd’une source',
    },
    range: (low, high) => `entre ${low} et ${high}`,
    from: (low, high) => `${low} à ${high}`,
    judgement: 'notre propre estimation',
    effect: (low, high) =>
      `D’un bout à l’autre de son intervalle, le résultat va de ${low} à ${high} CO2e.`,
    others: 'Aussi publié pour ce lieu, et ce que le résultat en deviendrait :',
    instead: 'Ce qui pourrait se trouver ici, et ce que le résultat en deviendrait :',
    insteadMade:
      'Ce qui pourrait se trouver ici, et ce que le résultat avec la fabrication en deviendrait :',
    use: 'Prendre',
    otherOf: {
      none: 'non compté',
      all: 'en entier, tout le temps',
      lowest: 'la plus basse en service',
      highest: 'la plus haute en service',
    },
    confidence: {
      stated: '',
      derived: 'déduit',
      'second-hand': 'tel qu’une autre publication le donne',
      memory: 'non relu à la source',
    },
    assumed: 'Supposé',
    assumption: (name, value, range, what) =>
      `${name} : ${value}${range && `, ${range}`} (${what})`,
    notCounted: 'Non compté',
    warnings: 'Bon à savoir',
    sources: 'Sources',
    licences: {
      'proprietary (facts only)': 'droits réservés, faits seuls repris',
      'unknown (facts only)': 'licence inconnue, faits seuls repris',
      'AGPL-3.0 (facts only)': 'AGPL-3.0, faits seuls repris',
      'GPL-3.0 (facts only)': 'GPL-3.0, faits seuls repris',
      'US-public-domain': 'domaine public (États-Unis)',
      facts: 'faits',
    },
  },
  served: {
    label: 'En service',
    between: (low, high) => `entre ${low} et ${high}`,
    units: {
      'output-token': { one: 'jeton', many: 'jetons' },
      request: { one: 'requête', many: 'requêtes' },
      query: { one: 'question', many: 'questions' },
      image: { one: 'image', many: 'images' },
      'video-second': { one: 'seconde de vidéo', many: 'secondes de vidéo' },
    },
    all: {
      year: (uses) => `Un an : ${uses}.`,
      total: (uses) => `${uses} en tout.`,
    },
    each: (unit, energy, mass, range) =>
      `Par ${unit} : ${energy} et ${mass} CO2e${range}, part de la fabrication du matériel comprise.`,
    rungs: {
      'metered-energy': 'D’après un compteur.',
      'time-told': 'D’après les heures indiquées.',
      'speed-and-measured-power': 'D’après les jetons par seconde et la puissance mesurée.',
      'speed-and-usual-power': 'D’après les jetons par seconde et la puissance habituelle.',
      'energy-by-size':
        'D’après la taille du modèle et le nombre de requêtes à la fois, habituel s’il n’est pas indiqué : ce nombre, un compteur ou les jetons par seconde rendent le chiffre plus sûr.',
    },
    taken: (all) => `Non indiqué, pris à sa valeur habituelle : ${all.join(' ; ')}.`,
    takenOf: (name, value) => `${name} ≈\u00a0${value}`,
    guessed: 'La taille du modèle est votre estimation.',
    training: 'Entraînement',
    use: { year: 'Un an d’usage', total: 'Tout l’usage' },
    breakEven: (uses, range, times, period) =>
      `Après ${uses}${range}, ${times} fois ${period === 'year' ? 'celles d’une année' : 'celles indiquées'}, l’usage a émis plus que l’entraînement.`,
    share: (unit, mass) =>
      `Répartie sur celles-ci, la part de l’entraînement est de ${mass} par ${unit}.`,
  },
  linkFaults: {
    broken: 'Ce lien est illisible : il a peut-être été coupé. Ce qui était ici reste.',
    version: 'Ce lien vient d’une autre version du calculateur. Ce qui était ici reste.',
  },
  savedMany: (most: number) =>
    `Enregistré. Cette page le rouvre ; la commande et l’API prennent ${most} calculs par projet.`,
  fileFaults: {
    large: (name, detail) =>
      `${name} dépasse ${detail} Mo : aucun fichier de calcul n’est si grand. Ce qui était ici reste.`,
    unreadable: (name, detail) =>
      `${name} n’est ni du JSON ni du YAML (${detail}). Ce qui était ici reste.`,
    other: (name) => `${name} ne contient ni calcul ni projet. Ce qui était ici reste.`,
    columns: (name, detail) =>
      `${name} est un tableau, mais aucune colonne ne dit ce qui a tourné (GPU, instance, CPU ou énergie). Sa première ligne : ${detail}. Ce qui était ici reste.`,
    many: (name, detail) =>
      `${name} contient ${detail} calculs ; la page en prend 10 000, la commande davantage. Ce qui était ici reste.`,
  },
};
