import type { Entry } from '../library.ts';

/** Where the grid's intensity is from, and why it is unsure. */
const GRID: readonly Entry[] = [
  ['the provider’s own figure', 'le chiffre du fournisseur'],
  ['{words}, lifecycle', '{}, cycle de vie'],
  ['{}, lifecycle', '{}, cycle de vie'],
  ['{words}, production', '{}, production'],
  ['{words}, consumption', '{}, consommation'],
  [
    '{words}, {number} g/kWh direct x {number} to lifecycle',
    '{}, {} g/kWh en direct × {} pour le cycle de vie',
  ],
  [
    '{}, {number} g/kWh direct x {number} to lifecycle',
    '{}, {} g/kWh en direct × {} pour le cycle de vie',
  ],
  ['{number} g/kWh direct x {number} to lifecycle', '{} g/kWh en direct × {} pour le cycle de vie'],
  ['one source for this zone and year', 'une seule source pour cette zone et cette année'],
  ['{number} g/kWh by {}', '{} g/kWh selon {}'],
  ['{number} year between figure and run', '{} an entre le chiffre et le calcul'],
  ['{number} years between figure and run', '{} ans entre le chiffre et le calcul'],
  ['{} has several grid areas', '{} a plusieurs réseaux'],
  ['hourly data of {}', 'données horaires de {}'],
  ['usual variation of grids', 'variation habituelle des réseaux'],
];

/** What a figure is usual for: work, site. */
const USUAL: readonly Entry[] = [
  ['usual for {words}', 'habituel pour {}'],
  [
    'usual for {words}: {number}, less on {number} nodes ({number} a doubling)',
    'habituel pour {} : {}, moins sur {} serveurs (× {} par doublement)',
  ],
  ['llm-training', 'l’entraînement de modèles de langue'],
  ['llm-fine-tuning', 'l’affinage de modèles de langue'],
  ['vision-training', 'l’entraînement en vision'],
  ['recommender-training', 'l’entraînement en recommandation'],
  ['llm-inference', 'l’inférence de modèles de langue'],
  ['vision-inference', 'l’inférence en vision'],
  ['inference', 'une inférence d’un autre type'],
  ['hpc', 'le calcul scientifique'],
  ['other', 'un autre travail'],
  ['work that is not told', 'un travail non précisé'],
  ['hyperscale', 'un centre hyperscale'],
  ['cloud', 'un centre de cloud'],
  ['colocation', 'un centre en colocation'],
  ['own-cluster', 'une grappe d’université ou d’entreprise'],
  ['desktop', 'un ordinateur de bureau'],
  ['laptop', 'un ordinateur portable'],
  ['usual service life', 'durée de vie habituelle'],
  ['usual share of its life in use', 'part habituelle de sa vie en service'],
  ['default {}', 'valeur par défaut {}'],
];

/** The period of a published figure. */
const PERIODS: readonly Entry[] = [
  ['calendar year', 'année civile'],
  ['fiscal year', 'exercice fiscal'],
  ['latest quarter', 'dernier trimestre'],
  ['trailing twelve months', 'douze derniers mois'],
  ['document revision', 'date du document'],
  ['survey year', 'année de l’enquête'],
];

/** Where a PUE is from. */
const FACILITY: readonly Entry[] = [
  ['this edition has no PUE', 'cette édition n’a pas de PUE'],
  ['mean of {number} sites, {number} to {number}', 'moyenne de {} sites, de {} à {}'],
  ...PERIODS,
  ...PERIODS.flatMap(([english, french]): Entry[] => [
    [`{words}, ${english}`, `{}, ${french}`],
    [`{}, ${english}`, `{}, ${french}`],
  ]),
];

/** Where a chip's power, or its manufacture, is from. */
const CHIPS: readonly Entry[] = [
  ['{}; TDP', '{} ; TDP'],
  ['{}; TDP as given', '{} ; TDP donné'],
  ['{}; mean as measured', '{} ; moyenne mesurée'],
  ['mean as measured', 'moyenne mesurée'],
  ['mean power / TDP', 'puissance moyenne / TDP'],
  ['as given', 'valeur donnée'],
  ['{number} of TDP {number} W', '{} d’un TDP de {} W'],
  ['manufacture of a {words}', 'fabrication : {}'],
  ['manufacture of {}', 'fabrication : {}'],
  ['as metered', 'mesurée'],
];

/** What stands around the chips. */
const HOST: readonly Entry[] = [
  ['server without its accelerators', 'un serveur sans ses puces'],
  ['usual {words} without its accelerators', '{} habituel, sans ses puces'],
  ['the rest of the desktop', 'le reste de l’ordinateur de bureau'],
  ['the rest of the laptop', 'le reste de l’ordinateur portable'],
  ['supply losses and fans of a {words}', 'pertes d’alimentation et ventilateurs : {}'],
  ['board, drives, fans', 'carte mère, disques, ventilateurs'],
  ['board, drives, network', 'carte mère, disques, réseau'],
  ['network cards, switches, board', 'cartes réseau, commutateurs, carte mère'],
  [
    'network cards and switches of a chip’s share',
    'cartes réseau et commutateurs, part d’une puce',
  ],
  ['processors, memory, drives, board', 'processeurs, mémoire, disques, carte mère'],
  [
    'processors, memory, network cards, switches',
    'processeurs, mémoire, cartes réseau, commutateurs',
  ],
  ['servers around the cards', 'serveurs autour des cartes'],
  ['a share of the server', 'une part du serveur'],
  ['host of one chip', 'hôte d’une puce'],
  ['host of one chip / its TDP', 'hôte d’une puce / son TDP'],
  ['host and losses', 'hôte et pertes'],
  ['host and losses / energy of the accelerators', 'hôte et pertes / énergie des puces'],
  ['idle host / host under load', 'hôte inactif / hôte en charge'],
  [
    'all of the machine but its accelerators, as given',
    'toute la machine sauf ses puces, valeur donnée',
  ],
  ['{words}, idle', '{}, temps inactif'],
  ['{}, idle', '{}, temps inactif'],
  ['processor', 'processeur'],
  ['virtual processors', 'processeurs virtuels'],
  ['a virtual processor at full use', 'un processeur virtuel à pleine charge'],
  ['share of full power at {number} % load', 'part de la pleine puissance à {} % de charge'],
  ['usual while accelerators do the work', 'habituel quand les puces font le travail'],
  [
    'usual where the processor does the work; its load is not told',
    'habituel quand le processeur fait le travail ; sa charge n’est pas dite',
  ],
  [
    '{}; between its TDP of {number} W and its turbo limit of {number} W',
    '{} ; entre son TDP de {} W et sa limite turbo de {} W',
  ],
  ['{}: {number} W over {number} threads', '{} : {} W pour {} threads'],
  ['{number} GB for each of {number} cores', '{} Go pour chacun des {} cœurs'],
  ['memory of {}', 'mémoire de {}'],
];

/** Constants of other methods. */
const METHODS: readonly Entry[] = [
  ['own computer', 'ordinateur personnel'],
  ['PUE where it is not known', 'PUE là où il n’est pas connu'],
  ['PUE of own servers', 'PUE de serveurs à soi'],
  ['PUE of {}', 'PUE de {}'],
  ['share of TDP: 0.1 + 0.9 x load^3', 'part du TDP : 0,1 + 0,9 × charge³'],
  ['share of TDP where the load is not known', 'part du TDP là où la charge n’est pas connue'],
  ['threads of the instance', 'threads de l’instance'],
  ['a thread', 'un thread'],
  ['processor not known', 'processeur inconnu'],
  ['memory of {number} GB', 'mémoire de {} Go'],
  [
    '{}: {number} W at rest, {number} W at full use, at {number} of it',
    '{} : {} W au repos, {} W à pleine charge, pris à {} de l’intervalle',
  ],
  ['at {number} use', 'à une charge de {}'],
  ['manufacture of the server', 'fabrication du serveur'],
  ['four years', 'quatre ans'],
  ['lifespan of a server', 'durée de vie d’un serveur'],
  ['time reserved over lifespan', 'temps réservé / durée de vie'],
];

/** What lines of the receipt say. */
const RECEIPT: readonly Entry[] = [
  ['location-based', 'fondé sur le lieu'],
  ['beside the location-based emissions', 'à côté des émissions fondées sur le lieu'],
  ['beside the emissions, never subtracted', 'à côté des émissions, jamais déduit'],
  ['operational and embodied', 'opérationnel et fabrication'],
  [
    'consumption of power plants; a US average, grids differ widely',
    'consommation des centrales ; une moyenne des États-Unis, les réseaux diffèrent beaucoup',
  ],
  ['the paper says: {}', 'l’article dit : {}'],
  ['rounded to 2 decimals', 'arrondi à 2 décimales'],
  ['in kg, as typed', 'en kg, tel que donné'],
  [
    'cut to whole grams, then kg rounded to 2 decimals',
    'coupé au gramme, puis kg arrondis à 2 décimales',
  ],
];

/** Units that are words, and those of bytes. */
const UNITS: readonly Entry[] = [
  ['chip', 'puce'],
  ['chips', 'puces'],
  ['repeats', 'exécutions'],
  ['years', 'ans'],
  ['machine', 'machine'],
  ['machines', 'machines'],
  ['server', 'serveur'],
  ['servers', 'serveurs'],
  ['processor', 'processeur'],
  ['processors', 'processeurs'],
  ['threads', 'fils d’exécution'],
  ['kWh of IT energy', 'kWh d’énergie informatique'],
  ['kg/kWh, rounded to 2 decimals', 'kg/kWh, arrondi à 2 décimales'],
  ['GB', 'Go'],
  ['W/GB', 'W/Go'],
  ['kWh/GBh', 'kWh/Go/h'],
];

/** Notes that the library puts on its factors, in French. */
export const notes: readonly Entry[] = [
  ...GRID,
  ...USUAL,
  ...FACILITY,
  ...CHIPS,
  ...HOST,
  ...METHODS,
  ...RECEIPT,
  ...UNITS,
];
