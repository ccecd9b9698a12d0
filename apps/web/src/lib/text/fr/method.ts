import type { words as english } from '../en/method.ts';

/** Les mots français de la page Méthode. */
export const words: typeof english = {
  title: 'Méthode',
  about:
    'Comment un calcul devient des kg CO2e, et avec quelle certitude. Un relecteur peut refaire chaque chiffre à la main depuis le reçu ; docs/method.md, dans le dépôt, déroule un exemple de chaque règle, chiffre à chiffre.',
  contents: 'Sur cette page',
  loading: 'La validation arrive …',
  sections: {
    computed: 'Ce qui est calculé',
    ladder: 'D’où viennent les nombres',
    intensity: 'Choisir une intensité',
    range: 'À quel point le résultat est sûr',
    moving: 'Quand un calcul se déplace',
    methods: 'Les méthodes côte à côte',
    validation: 'Validation',
  },
  computed:
    'Selon la méthode propre à ce calculateur (full). Chaque chiffre est un produit de facteurs ou une somme de tels produits ; rien n’est arrondi avant d’être montré.',
  explained: {
    accelerators:
      'Les puces n de chaque sorte, leur puissance moyenne P, les heures t et les répétitions r. Lacoste et al. 2019, section 3.',
    host: 'Le reste de la machine : processeurs, mémoire, carte, disques, réseau.',
    idle: 'Réservé sans travailler : les puces à leur puissance au repos, le reste de la machine à une part s de la sienne, pendant les heures d’inactivité.',
    it: 'Pertes d’alimentation et ventilateurs en plus des composants ; le temps réservé mais inactif compte aussi.',
    energy: 'Efficacité énergétique du bâtiment : ISO/IEC 30134-2:2016.',
    operational:
      'Opérationnel, fondé sur le lieu : le chiffre principal. I est l’intensité carbone du réseau, sur le cycle de vie sauf si l’on demande la directe : sa part directe seule est le scope 2 du GHG Protocol (Scope 2 Guidance, 2015), le reste le scope 3, catégorie 3.',
    embodied:
      'La part de la fabrication M de chaque pièce : les heures sur la durée de vie L, dont la part u est en service. ISO/IEC 21031:2024 (SCI).',
    total:
      'Le chiffre principal compte l’électricité seule. Qui choisit « avec le matériel » au-dessous y lit cette somme, nommée ainsi, dans ce navigateur ; les listes de lieux et de puces classent par l’électricité seule, et le disent.',
    water: 'Sur place par le WUE (ISO/IEC 30134-9) ; hors site w litres par kWh aux centrales.',
    market:
      'À côté du chiffre principal, jamais déduits : le chiffre d’un contrat, fondé sur le marché, et la part f qu’un fournisseur dit compenser.',
    one: 'Chaque facteur est lognormal autour de sa valeur, avec un écart type géométrique g. Pour un produit : lignes directrices du GIEC 2006, volume 1, chapitre 3, approche 1, sur les logarithmes.',
    sum: 'Un chiffre comme somme de produits : une normale centrée réduite z par inconnue, w la part d’un terme. Les facteurs qui sont la même inconnue montent et descendent ensemble.',
    moments:
      'Moyenne et variance au second ordre. Le bas selon Cornish et Fisher (1938), le haut entre celui-ci et la lognormale de mêmes moyenne et variance exactes (Fenton 1960).',
    share: 'Ce que chaque facteur cause de l’incertitude : « ce qui le rendrait plus précis ».',
  },
  ladder:
    'Le meilleur de ce qu’un calcul donne est pris, et le résultat nomme l’échelon. Ce qui est donné ou mesuré passe avant ce qui est cherché, et cela avant une valeur par défaut.',
  rungs: [
    [
      'Puissance des puces',
      'énergie mesurée, puis puissance moyenne mesurée, puis puissance nominale fois utilisation mesurée, puis fois l’utilisation usuelle pour ce travail, puis puissance nominale',
    ],
    [
      'Hôte',
      'puissance donnée, puis son processeur et sa mémoire, puis ceux de l’instance, puis l’usuel pour la forme des puces',
    ],
    [
      'PUE',
      'donné, puis celui du lieu nommé, puis celui de la région, puis celui du fournisseur, puis l’usuel pour ce type de site',
    ],
    [
      'Intensité carbone',
      'donnée, puis le lieu le plus fin qui a un chiffre, puis son année la plus récente non postérieure au calcul',
    ],
    [
      'Fabrication du matériel',
      'donnée, puis le chiffre propre à la puce, puis l’usuel pour son espèce',
    ],
  ],
  intensity:
    'Pour un lieu et une année, il y a souvent plusieurs chiffres. Ils sont classés, dans cet ordre, par :',
  intensityOrder: [
    'Lieu : zone de réseau avant sous-région eGRID, État, pays, continent, monde.',
    'Périmètre : cycle de vie, ou direct si on le demande. Un chiffre de l’autre périmètre n’est converti, avec un doute de plus, que si le lieu n’en a pas de cette année.',
    'Année : la plus récente qui ne suit pas le calcul.',
    'Qualité : d’une même année, ce dont personne ne doute avant ce qui est marqué.',
    'Base : consommation, après imports et exports, avant production.',
  ],
  range:
    'Chaque facteur porte son incertitude, mesurée là où il y a des preuves et notée là où il y en a peu : A plusieurs mesures, B une ou deux, C un jugement. L’intervalle est une formule ; sans nombres aléatoires.',
  rangeChecked:
    'Un million de tirages de cent calculs au hasard, de vingt projets et de trente comparaisons s’accordent avec lui à 3 % près en moyenne aux deux bouts et à 12 % au pire. L’intervalle contient ce que l’on sait varier ; il ne contient pas une donnée fausse.',
  moving: [
    'Les chiffres d’un autre lieu sont ceux de sa production moyenne sur un an. Un calcul déplacé y est servi par ce qui est alors ajouté, la production marginale, et libère une telle production là d’où il part : souvent du gaz ou du charbon des deux côtés. Ce que change le déplacement peut être moindre que ne le disent les deux moyennes, et les tables n’ont pas de chiffres marginaux.',
    'Là où beaucoup vont sur un même réseau, le gain est plus petit que le rapport : son offre bas carbone est finie, et la place de ses centres de données aussi. Répartir la charge entre les lieux, ce dont discutent Lacoste et al. 2019, vaut pour ce qui peut attendre ou bouger, dans ces limites.',
    'Deux lieux dont les chiffres diffèrent moins que ce qui est incertain entre eux n’ont pas de différence sûre, et forment un groupe. Ce que les deux partagent s’annule : le calcul, son matériel, et un réseau ou un PUE communs.',
  ],
  methodHead: ['méthode', 'puissance', 'hôte', 'PUE', 'fabrication', 'source'],
  methods: {
    full: ['meilleur échelon', 'oui, avec pertes', 'oui', 'oui', 'cette page'],
    'lacoste-2019': ['puissance nominale', 'non', 'non', 'non', 'Lacoste et al. 2019'],
    'mlco2-compat': [
      'puissance nominale',
      'non',
      'non',
      'non',
      'le site de 2019, avec ses arrondis',
    ],
    'green-algorithms-2021': [
      'puissance nominale fois usage',
      'cœurs et mémoire, si donnés',
      '1,56, ou celui de l’outil',
      'non',
      'Lannelongue, Grealey, Inouye 2021',
    ],
    'codecarbon-constant': [
      'l’estimation de full à la place de son compteur',
      'processeur à la moitié, mémoire par modules',
      '1 sauf indication',
      'non',
      'CodeCarbon 3',
    ],
    'cloud-carbon-footprint': [
      'entre repos et pleine puissance',
      'processeurs virtuels et mémoire',
      'celui de l’outil',
      'serveur sur 35 040 heures',
      'Cloud Carbon Footprint',
    ],
    'patterson-2021': [
      'puissance moyenne mesurée seulement',
      'dans la puissance mesurée',
      'oui',
      'non',
      'Patterson et al. 2021',
    ],
    'ecologits-2026': [
      'un jeton, d’après les paramètres actifs',
      'serveur, pendant le temps d’un jeton',
      'oui',
      'sur trois ans',
      'EcoLogits 2026',
    ],
    sci: ['comme full', 'comme full', 'comme full', 'sur quatre ans', 'ISO/IEC 21031:2024'],
  },
  validation:
    'Des empreintes publiées sont recalculées depuis leurs propres données ; les compteurs d’un ordinateur de bureau, de serveurs, d’appareils embarqués et de puces seules sont prédits depuis le matériel, les heures et ce que l’on dit d’autre du travail, sans rien de mesuré. Tout cela tourne à chaque changement du code.',
  kinds: { agrees: 'concorde', weak: 'preuve faible', contradicts: 'se contredit' },
  caseSays: (model, published, recomputed) =>
    `${model} : publié ${published} t, recalculé ${recomputed} t`,
  axisPublished: 'publié, t CO2e',
  axisRecomputed: 'recalculé, t CO2e',
  axisCovered: 'calculs dans l’intervalle à 90 %, %',
  scatterFinding: ({ agreeing, weak, footprints }) =>
    `${agreeing} des ${footprints} empreintes publiées s’accordent avec leurs propres données, dont ${weak} sur une preuve faible ; ${footprints - agreeing} les contredisent`,
  scatterCaption:
    'Chaque point est une empreinte telle que publiée et telle que ses propres données la donnent, en t CO2e, sur des échelles logarithmiques ; la ligne tiretée est l’accord',
  agreement: 'constat',
  where: 'publiée dans',
  plans: {
    inside: 'dans l’intervalle prévu',
    outside: 'en dehors',
    finding: (inside, count) =>
      `${inside} des ${count} entraînements publiés sont dans l’intervalle prévu pour eux`,
    caption: (count) =>
      `Heures-puces de ${count} entraînements publiés, prévues depuis leurs paramètres, leurs jetons et leur puce seuls ; les traits sont les intervalles à 90 % prévus, la ligne tiretée est l’accord`,
    axisMeasured: 'publié, heures-puces',
    axisPlanned: 'prévu, heures-puces',
    say: (model, measured, value, low, high) =>
      `${model} : publié ${measured} h, prévu ${value} h, entre ${low} et ${high}`,
    head: ['modèle', 'puce', 'publié, h', 'prévu, h', 'bas', 'haut'],
  },
  use: {
    text: 'un jeton de texte',
    pictures: 'une image, ou une seconde de vidéo',
    caption: (text, pictures) =>
      `Énergie des puces de modèles en service : ${text} configurations mesurées de texte et ${pictures} d’images et de vidéo (ML.ENERGY) face à ce que l’on calcule d’après les tailles du modèle, des puces et des requêtes ; la ligne tiretée est l’accord`,
    finding: (text, pictures) =>
      `Le calcul s’écarte en moyenne de ${text} pour le texte et de ${pictures} pour les images et la vidéo`,
    kind: 'ce qui est fait',
    axisMeasured: 'mesuré, J',
    axisComputed: 'calculé, J',
    table: 'Modèles en service, mesurés et calculés',
    head: [
      'ce que l’on dit',
      'configurations',
      'erreur moyenne',
      'dans l’intervalle',
      'haut / bas le plus large',
    ],
    rows: {
      text: 'texte',
      'batch told': 'requêtes à la fois indiquées',
      'text that reads text alone': 'texte d’après du texte seul',
      'text that reads pictures': 'texte d’après des images',
      'batch not told': 'requêtes à la fois non indiquées',
      images: 'images',
      video: 'vidéo',
    },
    note: 'Les constantes ont été ajustées sur ces configurations. Les erreurs moyennes en retirant chaque modèle à son tour, et ce qui a été essayé d’autre, sont dans docs/validation.md.',
  },
  coverageFinding: (count, all) =>
    `Pour ${count} des ${all} types de calculs, 90 % ou plus sont dans l’intervalle prédit`,
  coverageCaption:
    'Compteurs : part des calculs dans l’intervalle à 90 % prédit avec tout ce qui est dit ; entre parenthèses, le nombre de calculs ; la ligne est à 90 %',
  metersTable: 'Face aux compteurs',
  meterHead: [
    'calculs de',
    'calculs',
    'erreur moyenne',
    'meilleure constante',
    'dans l’intervalle',
    'haut / bas le plus large',
  ],
  classesTable: 'La puissance par type de machine, sans rien de mesuré que les heures',
  classHead: [
    'calculs de',
    'dit',
    'calculs',
    'erreur moyenne',
    'puissance nominale × heures',
    'meilleure part constante de celle-ci',
    'meilleure règle à qui l’on dit autant',
    'ajusté sans la machine',
    'ajusté sans le réseau',
    'dans l’intervalle',
    'haut / bas le plus large',
  ],
  told: {
    work: 'puces, type de travail',
    'without-nodes': 'puces, type de travail, arrivée des requêtes, non le nombre de serveurs',
    scenario: 'puces, type de travail, arrivée des requêtes',
    processors: 'puces, type de travail, arrivée des requêtes, processeurs, mémoire',
    size: 'puces, type de travail, lot, paramètres',
    'size-as-trained': 'puces, type de travail, lot, paramètres du réseau entraîné',
  },
  classesNote:
    'Serveurs, appareils embarqués et une station de travail en inférence, à la prise ; puces seules en entraînement, dans la puce. Les mêmes calculs figurent une fois pour chaque chose dite de plus. La meilleure constante et la meilleure règle ne se connaissent qu’après coup ; « ajusté sans » est l’erreur quand la valeur usuelle est ajustée de nouveau sans la machine, ou le réseau, que l’on prédit.',
  rows: {
    'vision-inference': 'vision en service',
    'llm-inference': 'LLM en service',
    cpu: 'CPU',
    gpu: 'avec un GPU',
    'all cores told': 'tous les cœurs',
    'a few cores told': 'quelques cœurs',
    'load told': 'charge dite',
    all: 'tout',
    'components metered': 'composants mesurés un à un',
    servers: 'serveurs',
    training: 'entraînement',
    'inference offline': 'en service, tout en attente',
    'Cloud AI 100 server': 'serveur Cloud AI 100',
    batched: 'par lots',
    'multi-stream': 'peu à la fois',
    'single-stream': 'une à la fois',
    'GPU server': 'serveur à GPU',
    'chip in training': 'puce à l’entraînement',
    'llm-fine-tuning': 'affinage de LLM',
    other: 'autre travail',
    'recommender-training': 'recommandation',
    'vision-training': 'vision',
    'chip under a limit': 'puce limitée',
    'edge device': 'appareil embarqué',
    workstation: 'station de travail',
  },
  inSample:
    'La puissance moyenne de la carte graphique d’un ordinateur de bureau, en inférence de vision et de modèles de langue, a été choisie après avoir vu ces lignes : ces deux lignes ne l’éprouvent pas.',
  casesTable: ({ all, footprints, again, energies }) =>
    `Les ${all} chiffres recalculés, avec leurs sources : ${footprints} empreintes, dont ${again} aussi par une seconde méthode, et ${energies} énergies`,
  caseHead: ['empreinte', 'méthode', 'publié', 'recalculé', 'constat'],
};
