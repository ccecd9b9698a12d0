import type { words as english } from '../en/act.ts';
import { run } from './run.ts';

/** What is not known of a run, by the start of its name in the receipt, and what would settle it. */
const UNKNOWNS: readonly (readonly [start: string, name: string, how: string])[] = [
  ['utilisation', 'la puissance moyenne des puces', 'Mesurez-la pendant le calcul.'],
  ['tdp', 'la puissance nominale des puces', 'Mesurez plutôt leur puissance moyenne.'],
  ['power', 'la puissance des puces', 'Mesurez-la plus longtemps ou avec un meilleur appareil.'],
  ['energy', 'l’énergie mesurée', 'Prenez un meilleur compteur.'],
  ['count', 'le nombre de puces', 'Comptez-les.'],
  ['hours', 'la durée', 'Notez combien de temps le calcul a duré.'],
  ['repeats', 'combien de fois il a tourné', 'Comptez-le.'],
  ['idle', 'le temps d’attente', 'Notez combien de temps il dure, et à quelle puissance.'],
  ['host', 'la puissance de l’hôte', 'Mesurez-la, ou nommez son processeur et sa mémoire.'],
  ['cpu', 'la puissance des processeurs', 'Mesurez l’hôte, ou notez leur charge.'],
  ['memory', 'la mémoire de l’hôte', 'Notez combien il y en a.'],
  ['base', 'le reste de la machine', 'Mesurez la machine entière à la prise.'],
  ['overhead', 'les pertes et les ventilateurs', 'Mesurez la machine entière à la prise.'],
  ['servers', 'le nombre de serveurs autour des cartes', 'Dites combien il y en a.'],
  ['cards', 'le nombre de cartes', 'Comptez-les.'],
  ['unmetered', 'ce que le compteur n’a pas vu', 'Mesurez la machine entière à la prise.'],
  ['per-watt', 'ce que le compteur n’a pas vu', 'Mesurez la machine entière à la prise.'],
  ['planned', 'la durée à venir', 'Essayez quelques minutes, et dites les jetons par seconde.'],
  ['service', 'l’énergie d’une réponse', 'Mesurez-la, ou dites les jetons par seconde.'],
  ['batch', 'le nombre de requêtes à la fois', 'Notez-le.'],
  ['pue', 'le PUE', 'Demandez-le au centre de données.'],
  ['carbon-intensity', 'l’intensité carbone du réseau', 'Prenez le chiffre des heures du calcul.'],
];

/** French words of the Act page. */
export const words: typeof english = {
  title: 'Agir',
  lead: 'Ce que recommande l’article de 2019, avec un peu de ce que l’on a appris depuis, et ce que chaque mesure ferait au calcul de la page Calculer : à son électricité, et à sa part de la fabrication du matériel.',
  sources: 'Sources :',
  loading: 'Chargement des chiffres …',
  none: 'Il n’y a pas de chiffre : le calcul de la page Calculer est à revoir.',
  run,
  several: (count: string, name: string) =>
    `Le projet contient ${count} calculs ; cette page porte sur l’un d’eux : ${name}.`,
  nth: (index: number) => `Calcul ${index}`,
  now: {
    is: (mass: string) => `Maintenant ${mass} CO2e`,
    undo: 'Annuler le dernier changement',
  },
  effect: {
    group: (names, range) => `${names} : électricité ${range}, sans différence sûre`,
    asItIs: 'tel quel',
    mass: (mass: string) => `${mass} CO2e`,
    less: (share: string, mass: string) => `${share} de moins, soit ${mass} CO2e`,
    range: (low: string, high: string) => ` (intervalle à 90 % du gain : ${low} à ${high})`,
    likely:
      'Probablement plus bas : tout l’intervalle de son électricité est sous le chiffre actuel.',
    unsure: 'Plus bas au milieu, mais l’intervalle de son électricité n’exclut pas le contraire.',
    electricity: 'électricité',
    making: 'fabrication du matériel',
    electricityAlone:
      'L’électricité seule : la méthode de ce calcul ne sait pas ce qu’émet la fabrication du matériel.',
    tradeOff: (saved, range, made, isMore) =>
      `L’électricité en épargne ${saved}${range}, la fabrication du matériel en ${isMore ? 'ajoute' : 'épargne'} ${made}.`,
    noRange: 'La méthode de ce calcul ne donne pas d’intervalle : la certitude n’est pas connue.',
    water: (there: string, here: string) =>
      `Eau : ${there} L là-bas, ${here} L ici ; l’évaporation des barrages compte avec les centrales.`,
  },
  example: 'Les nombres dans les champs sont des exemples : mettez les vôtres.',
  individuals: 'Pour vous',
  organisations: 'Pour une organisation',
  use: 'L’appliquer au calcul',
  home: 'À la maison',
  not: 'Ce qui n’est pas sur cette liste',
  actions: {
    quantify: {
      title: 'Chiffrer',
      text: [
        'Sachez ce que votre travail émet avant de décider quoi changer. Un calcul peut être estimé quand on le prévoit, et mesuré pendant qu’il tourne.',
        'Mesurez d’abord ce dont le chiffre dépend le plus.',
      ],
      largest: (name: string, share: string) =>
        `Un seul chiffre lèverait le plus de doute sur son électricité, ${name} : ${share} de ce qui est incertain.`,
      known: (name: string) => `sans incertitude sur ${name}`,
      settled: (low: string, high: string, newLow: string, newHigh: string) =>
        `Une fois cela connu, l’intervalle de ${low} à ${high} se réduirait à environ ${newLow} à ${newHigh}, si le milieu reste.`,
      nothing: 'Rien dans ce chiffre n’est incertain pour la méthode de ce calcul.',
      noRange:
        'La méthode de ce calcul ne donne pas d’intervalle et ne dit donc pas ce qui est incertain.',
      link: 'Saisir une mesure',
    },
    provider: {
      title: 'Choisir le fournisseur',
      text: [
        'Les fournisseurs diffèrent par leur PUE, par ce qu’ils publient et par ce qu’ils achètent. Certificats et compensations sont des déclarations à lire à côté du chiffre ; elles ne changent pas ce que le réseau émet.',
        'Sur un même réseau, ce qui reste entre deux fournisseurs est leur PUE. Les régions dont un fournisseur dispose comptent davantage.',
      ],
      own: 'Ce calcul ne nomme pas de région d’un fournisseur : il n’y a pas d’autre fournisseur à comparer sur son réseau.',
      noGrid: 'Cette édition des données ne dit pas sur quel réseau se trouve la région.',
      none: 'Aucun autre fournisseur de notre liste n’a de région ouverte sur ce réseau.',
      already: (place: string, mass: string) =>
        `Le plus bas des autres fournisseurs sur ce réseau, ${place}, donne ${mass} CO2e. Ce n’est pas moins.`,
      label: 'Un autre fournisseur sur le même réseau',
    },
    region: {
      title: 'Choisir la région',
      text: [
        'Le réseau du centre de données décide le plus. Ailleurs, le même travail peut n’en émettre qu’une petite part, quoi qu’achète le fournisseur.',
        'La loi, la vie privée, le prix et l’emplacement des données peuvent retenir un calcul où il est. Et quand beaucoup de calculs vont sur un même réseau, il doit produire plus : tous ensemble gagnent moins qu’un seul. Les chiffres sont ici ceux de la production moyenne, non de la production ajoutée.',
      ],
      provider: 'La région la plus basse du même fournisseur',
      country: 'La région la plus basse du même pays',
      anywhere: 'La région la plus basse de notre liste',
      already: (what: string) => `${what} : le calcul y est déjà.`,
      notLower: (what: string, place: string, mass: string) =>
        `${what} : ${place}, à ${mass} CO2e. Ce n’est pas moins.`,
      use: 'Prendre cette région',
      useNamed: (place: string) => `Prendre cette région : ${place}`,
    },
    waste: {
      title: 'Gaspiller moins',
      text: [
        'Testez en petit avant un long calcul, enregistrez des points de reprise, et lisez ce que d’autres ont essayé. Un calcul qui échoue, ou dont la réponse est connue, émet autant qu’un autre.',
        'Là où un modèle publié convient, affinez-le au lieu d’entraîner à partir de zéro. Ne gardez pas de puces à ne rien faire.',
      ],
      others: (low: string, high: string) =>
        `D’autres, qui ont compté, ont trouvé que le tout, essais et échecs compris, valait ${low} à ${high} fois l’entraînement final.`,
      share: 'Part qui n’a mené à rien',
      percent: '%',
      wasted: (mass: string) => `Cette part du calcul émet ${mass} CO2e.`,
      without: 'sans cette part',
      hours: 'Heures d’un affinage sur la même machine',
      unit: 'heures',
      instead: 'Un affinage au lieu de ce calcul',
      fineTuned: 'affinage',
      useHours: 'Remplacer votre calcul par cet affinage',
      noHours:
        'Ce calcul donne de l’énergie, pas seulement des heures : un plus court ne peut pas en être déduit.',
      idle: (energy: string, share: string) =>
        `Le temps d’attente prend ${energy} de ce calcul, ${share} de son énergie.`,
      wrongShare: 'Donnez un pourcentage au-dessus de 0 et au-dessous de 100.',
      wrongHours: 'Donnez des heures au-dessus de 0.',
    },
    hardware: {
      title: 'Choisir un matériel efficace',
      text: [
        'Les puces diffèrent par ce qu’elles calculent pour un kilowattheure. L’article donne aux processeurs environ un dixième de l’efficacité des GPU, et à un TPU v3 quatre à huit fois celle des GPU.',
        'La comparaison prend autant de puces de l’autre sorte et règle les heures sur la vitesse de pointe ; celles d’un entraînement prévu et d’un modèle en service sont calculées à nouveau. C’est grossier, car la mémoire, le réseau et les logiciels décident aussi, et l’intervalle le dit.',
      ],
      rule: 'Sont montrées : les plus basses, fabrication comprise, qui ne sont pas plus lentes, n’ont pas moins de mémoire et ne prennent pas plus d’électricité, tous fabricants et même fabricant.',
      any: 'La plus basse, tous fabricants',
      same: 'La plus basse du même fabricant',
      hours: (name: string, hours: string) => `${name}, environ ${hours} heures`,
      already:
        'Aucune puce de notre liste qui ne soit ni plus lente ni plus pauvre en mémoire ne donne moins, fabrication comprise.',
      none: 'D’autres puces ne peuvent pas être calculées pour ce calcul : il n’a pas de puces d’une seule sorte, ne donne pas d’heures, ou leur vitesse de pointe n’est pas connue.',
      use: 'Prendre ces puces',
      useNamed: (name: string) => `Prendre ces puces : ${name}`,
    },
    search: {
      title: 'Chercher avec moins d’essais',
      text: [
        'Une recherche sur grille essaie toutes les combinaisons. La recherche aléatoire, Hyperband, BOHB et ASHA cherchent la même chose avec des essais moins nombreux ou plus courts.',
        'Chaque essai compte. Chacun est pris ici comme un calcul pareil au vôtre : les émissions croissent avec leur nombre.',
        'La réduction successive commence autant d’essais que la grille et en laisse continuer un sur trois à chaque fois, trois fois plus longtemps.',
      ],
      caption: 'Votre calcul, une fois par essai',
      grid: 'Essais d’une recherche sur grille',
      fewer: 'Essais d’une autre recherche',
      gridBar: (count: string) => `grille, ${count} essais`,
      fewerBar: (count: string) => `autre recherche, ${count} essais`,
      halvingBar: (count: string, runs: string) =>
        `réduction successive, ${count} essais, autant que ${runs} entiers`,
      more: (mass: string) => `${mass} de plus`,
      same: 'autant',
      use: 'Compter les essais de l’autre recherche dans ce calcul',
      wrong: 'Donnez un nombre d’essais au-dessus de 0.',
    },
    serve: {
      title: 'Servir avec moins',
      text: [
        'Ce que prend une réponse dépend de combien de requêtes sont servies à la fois, du format des nombres, de la taille du modèle et de la longueur des réponses.',
        'Un plus petit modèle peut être distillé d’un grand. À vous de mesurer s’il répond aussi bien ; voici ce qu’il émettrait.',
      ],
      caption: 'Votre calcul, et avec une chose faite autrement',
      levers: {
        batch: 'quatre fois plus de requêtes à la fois',
        precision: 'en 8 bits',
        smaller: 'la moitié des paramètres',
        shorter: 'des réponses deux fois plus courtes',
      },
      more: (mass) => `${mass} de plus`,
      cost: 'Plus de requêtes à la fois, c’est plus d’attente pour chacune. Les leviers ne s’ajoutent pas : essayez-les l’un après l’autre.',
      none: 'L’énergie de ce calcul est mesurée, ou suit de sa vitesse : essayez d’autres réglages et mesurez encore.',
      use: (lever) => `Appliquer : ${lever}`,
    },
    transparency: {
      title: 'Publier ce que l’on sait',
      text: [
        'Indiquez le matériel, les heures, le lieu, l’énergie, l’intensité carbone et son année, et l’intervalle, pour que d’autres puissent vérifier le chiffre et comparer.',
      ],
      formats: (count: string) =>
        `La page Publier écrit ce calcul dans ${count} formats, pour des articles, des fiches de modèle, des listes de contrôle et des machines.`,
      link: 'Publier ce calcul',
    },
    cluster: {
      title: 'Sur votre propre grappe de calcul',
      text: [
        'Demandez à ceux qui la gèrent de mesurer les machines et de publier le PUE et le contrat d’électricité. Ce qu’ils changent change tous les calculs qui s’y font.',
      ],
      pue: 'PUE à atteindre',
      label: (pue: string) => `avec un PUE de ${pue}`,
      already: 'Le calcul est déjà à ce PUE ou au-dessous.',
      notCounted: 'La méthode de ce calcul ne compte pas le PUE.',
      provider: (name: string) => `Ce calcul est chez ${name} : c’est à lui de changer son PUE.`,
      use: 'Prendre ce PUE',
      wrong: 'Donnez un nombre à partir de 1.',
    },
    defaults: {
      title: 'Proposer d’office une région peu carbonée',
      text: [
        'Choisissez une fois pour tous : là où la loi et les données le permettent, inscrivez d’avance une région sur un réseau à basse intensité carbone, et laissez en prendre une autre à qui en a besoin.',
      ],
      caption: 'Les calculs de ce projet',
      now: (count: string) =>
        count === '1' ? 'le calcul tel quel' : `les ${count} calculs tels quels`,
      moved: 'chacun dans la région la plus basse de son fournisseur',
      none: 'Aucun calcul de ce projet ne nomme de région d’un fournisseur.',
      already: 'Chaque calcul est déjà dans la région la plus basse de son fournisseur.',
    },
    account: {
      title: 'Tout compter',
      text: [
        'Comptez tous les calculs, les échecs aussi ; la machine entière, pas les puces seules ; et la fabrication du matériel. Donnez côte à côte les chiffres fondés sur le lieu et sur le marché.',
        'Contrats d’électricité, certificats et compensations ont leur place dans le compte, pour ce qu’ils sont. Le chiffre fondé sur le lieu reste tel quel.',
      ],
      caption: 'Votre calcul, selon ce qui est compté',
      chips: 'les puces à leur puissance nominale, comme l’article',
      machine: 'la machine entière et le bâtiment',
      made: 'avec la fabrication du matériel',
    },
    keep: {
      title: 'Garder le matériel plus longtemps, et le partager',
      text: [
        'Ce qu’a émis la fabrication d’une machine se répartit sur les heures où elle travaille. Deux ans de plus, ou une file d’attente qui remplit ses heures creuses, et chaque calcul en porte moins.',
        'Une machine plus récente peut faire le même travail avec moins d’électricité : sur un réseau très carboné, cela peut compenser sa fabrication. Comparez avant d’acheter.',
      ],
      caption: 'Votre calcul avec la fabrication de son matériel',
      name: 'avec un matériel gardé deux ans de plus',
      unknown: 'La méthode de ce calcul ne sait pas ce qu’émet la fabrication du matériel.',
    },
    electricity: {
      title: 'Acheter l’électricité de sorte qu’il s’en produise plus',
      text: [
        'Un contrat avec une centrale du même réseau, construite grâce à lui, ajoute de la production. L’appariement horaire la demande quand les machines tournent. Des certificats seuls, de centrales qui existent, n’en ajoutent guère.',
        'Demandez-le aussi dans les appels d’offres pour clouds et hébergements : des chiffres par région, par heure, fondés sur le lieu et sur le marché.',
      ],
      says: (location) =>
        `Avec un contrat à 0 g CO2e/kWh, le chiffre de ce calcul fondé sur le marché serait 0. Celui fondé sur le lieu reste à ${location}, tant que ce qui se construit n’a pas changé le réseau.`,
      unknown: 'La méthode de ce calcul ne donne pas de chiffre fondé sur le marché.',
    },
    off: {
      title: 'Éteindre',
      text: [
        'Un ordinateur qui attend consomme aussi. Après la dernière époque, laissez-le s’endormir de lui-même ; s’il est loué, rendez-le.',
      ],
      night: (more, share) =>
        `Laisser la machine allumée une nuit de 12 heures après ce calcul ajoute ${more} CO2e, ${share} de celui-ci.`,
      unknown: 'La méthode de ce calcul ne sait pas ce que la machine consomme quand elle attend.',
    },
    supply: {
      title: 'Mesurer à la prise, et choisir ses heures',
      text: [
        'Un compteur à la prise coûte peu et remplace ce que les tableaux supposent. Entrez ses kilowattheures dans le calculateur.',
        'Avec un toit à vous, faites les longs calculs quand le soleil y brille ; sans toit, aux heures où votre réseau émet moins. Un fournisseur qui fait construire des centrales change plus que celui qui achète des certificats ; votre chiffre fondé sur le lieu reste celui du réseau.',
        'Avant même d’entraîner chez soi : un modèle plus petit, un affinage, ou le modèle de quelqu’un d’autre qui convient aussi bien.',
      ],
      link: 'Entrer ce qu’a montré le compteur',
    },
    offsets: {
      title: 'Pourquoi acheter des compensations n’est pas un levier ici',
      text: [
        'Un levier de cette page fait émettre moins au calcul. Une compensation le laisse tel quel et paie autre chose ailleurs : elle ne bougerait aucun des chiffres montrés.',
        'Et ce que l’on paie n’y est souvent pas : parmi les crédits que des scientifiques ont examinés, la plupart ne valaient aucune vraie réduction (Probst et d’autres, 2024 ; la page Comprendre montre combien peu en valaient). L’article de 2019 dit de la neutralité par compensation que le réseau du lieu décide toujours de ce qu’un calcul émet.',
        'Qui veut donner de l’argent pour le climat peut le faire. C’est un don, à dire à côté du chiffre, non à en retrancher.',
      ],
      link: 'Les sortes de compensations, et ce que fait chacune',
    },
    report: {
      title: 'Rendre compte, et laisser vérifier',
      text: [
        'Dites ce qui a été mesuré et ce qui vient de tableaux, et de quelle année. Un chiffre sans ses données d’entrée ne peut être ni vérifié ni corrigé.',
      ],
      link: 'Voir les formats',
    },
  },
  unknown: (factor: string): { name: string; how: string } => {
    const [, name, how] = UNKNOWNS.find(([start]) => factor.startsWith(start)) ?? [
      '',
      factor,
      'Trouvez un meilleur chiffre.',
    ];
    return { name, how };
  },
};
