import type { words as english } from '../en/lessons.ts';

/** French words of the lessons on the Learn page and of the questions before its pictures. */
export const words: typeof english = {
  guess: {
    below: 'C’est ci-dessous.',
    skip: 'Montrer sans deviner',
    all: 'Montrer toutes les réponses sans deviner',
    guessed: (choice) => `Votre réponse : ${choice}.`,
    isRight: 'C’est juste.',
    right: (choice) => `Bonne réponse : ${choice}.`,
  },
  sheet: 'Une fiche pour la classe, en deux pages',
  asked: {
    space: {
      question:
        'Parmi les pays du monde, combien de fois le réseau qui émet le plus émet-il ce qu’émet celui qui émet le moins ?',
      choices: ['environ 2 fois', 'environ 5 fois', 'environ 10 fois', 'plus de 20 fois'],
      answer: (times) => `Environ ${times} fois.`,
    },
    machine: {
      question: 'De l’électricité de votre calcul, quelle part va aux puces elles-mêmes ?',
      choices: ['presque tout', 'environ deux tiers', 'environ un tiers'],
      answer: (share) => `${share} de celle-ci.`,
    },
    compute: {
      question:
        'Le même entraînement sur la puce la plus récente ci-dessous : combien de fois moins d’heures-puces que sur la plus ancienne ?',
      choices: ['environ 2 fois', 'environ 5 fois', 'plus de 10 fois'],
      answer: (times) => `Environ ${times} fois moins.`,
    },
    use: {
      question:
        'Beaucoup de requêtes à la fois au lieu d’une seule : combien d’énergie chacune demande-t-elle ?',
      choices: ['autant', 'environ la moitié', 'une petite partie'],
      answer: (share) => `Environ ${share} de ce que prend une seule.`,
    },
    pue: {
      question:
        'Pour chaque kWh de ses ordinateurs, combien de plus le bâtiment d’un grand fournisseur prend-il ?',
      choices: ['moins de 0,2 kWh', 'environ 0,5 kWh', 'environ 1 kWh'],
      answer: (provider, kwh) => `${provider} : ${kwh} kWh de plus.`,
    },
    market: {
      question:
        'Vous signez un contrat d’électricité à 0 g CO2e/kWh. Que devient le chiffre fondé sur le lieu d’un calcul ?',
      choices: ['il tombe à 0', 'il est divisé par deux', 'il ne change pas'],
      answer: 'Il ne change pas : il compte le réseau là où est la machine, quoi qu’on achète.',
    },
    embodied: {
      question:
        'De tout ce qu’émet votre calcul, quelle part revient à la fabrication du matériel ?',
      choices: ['moins de 5 %', '5 à 20 %', '20 à 50 %', 'plus de la moitié'],
      answer: (share) => `${share} du tout.`,
    },
    range: {
      question:
        'Vous mesurez la puissance moyenne des puces. Les bornes de l’intervalle sont-elles alors plus proches ?',
      choices: ['à peine', 'nettement', 'elles se touchent presque'],
      answer: (before, after) => `Maximum sur minimum passe de ${before} à ${after}.`,
    },
  },
  gases: {
    title: 'Le CO2 et les autres gaz',
    text: [
      'Plusieurs gaz réchauffent le climat. Le méthane s’échappe des mines de charbon, des gazoducs et des retenues ; le protoxyde d’azote vient des combustions ; NF3 et CF4 servent là où l’on fabrique les puces, SF6 dans les interrupteurs des réseaux. Chacun retient la chaleur plus fortement que le CO2, et reste plus ou moins longtemps.',
      'Le facteur d’un gaz, son PRG, est celui d’un kilogramme comparé à un kilogramme de CO2, cumulé sur un certain nombre d’années. Ce nombre est une convention : sur 100 ans, ce qui dure peu compte moins que sur 20.',
      'Les facteurs sont révisés quand la physique s’éclaire : AR5 (2013) et AR6 (2021) sont deux rapports du GIEC. Les chiffres d’électricité que nous reprenons sont en CO2e du rapport que leurs auteurs ont suivi ; peu disent lequel.',
    ],
    question:
      'Combien de kilogrammes de CO2 réchauffent autant qu’un kilogramme de méthane, sur 100 ans ?',
    choices: ['environ 1 kg', 'environ 5 kg', 'environ 30 kg', 'environ 200 kg'],
    answer: (hundred, twenty) =>
      `${hundred} kg sur 100 ans d’après l’AR6, et ${twenty} kg sur 20 : le méthane disparaît en quelques décennies, une part du CO2 reste des siècles.`,
    gas: 'Gaz',
    names: {
      CO2: 'CO2, dioxyde de carbone',
      CH4: 'CH4, méthane',
      N2O: 'N2O, protoxyde d’azote',
      CF4: 'CF4, tétrafluorométhane',
      NF3: 'NF3, trifluorure d’azote',
      SF6: 'SF6, hexafluorure de soufre',
    },
    kg: 'Masse du gaz',
    wrong: 'Donnez des kilogrammes au-dessus de 0.',
    finding: (kg, gas, co2) => `${kg} kg de ${gas} réchauffe autant que ${co2} de CO2 sur 100 ans`,
    about:
      'kg CO2e de cette masse selon trois facteurs : AR5 et AR6 du GIEC sur 100 ans, AR6 sur 20 ; le tableau donne les six gaz, pour un kg',
    factors: {
      'AR5 100': 'AR5, 100 ans',
      'AR6 100': 'AR6, 100 ans',
      'AR6 20': 'AR6, 20 ans',
    },
  },
  world: {
    title: 'La place de l’apprentissage automatique dans le monde',
    text: [
      'Un calcul a un chiffre ; tous les calculs ensemble n’en ont pas. Ce que l’on sait va du grand au petit : ce que le monde émet, ce qui vient de l’électricité, ce que les centres de données en consomment, et une estimation des serveurs faits pour l’IA.',
      'Plus bas, on ne sait plus. Quelle part de ces serveurs entraîne, quelle part répond, ce que d’autres machines font pour l’apprentissage : personne ne l’a publié d’une façon vérifiable. Nous laissons la case vide plutôt que de la remplir.',
      'Une petite part d’une grande somme peut croître vite, et elle est concentrée : là où beaucoup de centres sont sur un même réseau, leur part de ce réseau est bien plus grande.',
    ],
    question: 'De toute l’électricité du monde, combien consomment tous les centres de données ?',
    choices: ['1 à 2 %', 'environ 5 %', 'environ 10 %', 'environ 20 %'],
    answer: (share) =>
      `${share} de ce qui a été produit en 2024. L’AIE, dont vient ce compte, dit environ 1,5 % de ce qui a été consommé ; les pertes en chemin ne sont pas une consommation.`,
    finding: (share) =>
      `L’électricité de tous les centres de données : environ ${share} de ce que le monde émet`,
    about:
      'Gt CO2e par an. Centres de données et serveurs d’IA : leur électricité à l’intensité moyenne du monde de la même année, multiplication faite par nous ; ni leur construction ni la fabrication du matériel n’y sont',
    rows: {
      world: (year) => `le monde, tous gaz et toutes sources, ${year}`,
      electricity: (year) => `produire l’électricité, ${year}`,
      centres: (twh, year) => `centres de données, ${twh} TWh, ${year}`,
      servers: (twh, year) => `serveurs faits pour l’IA, ${twh} TWh, une estimation, ${year}`,
      learning: 'l’apprentissage automatique en entier',
    },
    unknown: 'inconnu',
    gt: (value) => `${value} Gt CO2e`,
    columns: { what: 'Quoi', gt: 'Gt CO2e par an' },
    two: (here, there) =>
      `Deux comptes des centres de données figurent ici, car chaque source a le sien : ${here} TWh en 2024 pour l’AIE, ${there} TWh en 2025 pour Gartner. Chacun est multiplié par l’intensité moyenne du monde de son année.`,
    run: (mass, times) =>
      `Votre calcul émet ${mass} CO2e. Le monde émet cela ${times} fois par an.`,
    sectors: {
      finding: (share) => `Fournir l’énergie, c’est ${share} de ce que le monde émet`,
      about: (year) =>
        `Gt CO2e en ${year}, là où c’est émis : l’électricité d’un centre de données est dans la fourniture d’énergie, la fabrication de ses puces dans l’industrie`,
      names: {
        energy: 'fourniture d’énergie',
        industry: 'industrie',
        land: 'agriculture, forêts et autres usages des sols',
        transport: 'transports',
        buildings: 'bâtiments',
      },
      column: 'Secteur',
    },
    people: {
      finding: (times) =>
        `Une personne d’un pays développé émet environ ${times} fois plus qu’une personne d’Afrique`,
      about: (year) =>
        `Tonnes de CO2 par personne en ${year}, des combustibles fossiles et de l’industrie, là où ils brûlent ou produisent ; sans les autres gaz, l’usage des sols ni ce qui est échangé`,
      names: {
        developed: 'pays développés',
        'developing-asia': 'Asie et Pacifique en développement',
        'latin-america': 'Amérique latine et Caraïbes',
        africa: 'Afrique',
      },
      column: 'Partie du monde',
      unit: 't CO2 par personne et par an',
      t: (value) => `${value} t CO2`,
    },
  },
  offsets: {
    title: 'Les compensations et leurs sortes',
    text: [
      'Ce que l’on achète pour répondre de ses émissions n’a pas toujours le même effet. Quatre questions les distinguent : quelque chose change-t-il physiquement ? Serait-ce arrivé sans cela ? Quand et où ? Et pour combien de temps ?',
      'Aucune ne change ce que le réseau émet là où est la machine pendant le calcul. Certaines changent ce qui se construit, et donc ce que les réseaux émettront plus tard : c’est cela qu’il faut dire, à côté du chiffre.',
    ],
    kinds: [
      {
        id: 'avoidance',
        name: 'Compensation par évitement',
        does: 'Paie quelqu’un pour qu’il émette moins que prévu : une forêt que l’on garde, un foyer qui brûle moins de bois.',
        not: 'Le moins se mesure contre une supposition de ce qui aurait été. Rien n’est retiré de l’air.',
      },
      {
        id: 'removal',
        name: 'Retrait',
        does: 'Prend du CO2 dans l’air : dans des arbres et des sols, ou dans la roche.',
        not: 'Arbres et sols peuvent le rendre par le feu ou la coupe ; ce qui tient des siècles est rare et cher.',
      },
      {
        id: 'certificate',
        name: 'Certificat (REC, garantie d’origine)',
        does: 'Donne à qui le détient le droit de dire sien un mégawattheure renouvelable.',
        not: 'La centrale existe souvent déjà, l’heure et le réseau peuvent être autres, et le droit se vend à part de l’électricité.',
      },
      {
        id: 'ppa',
        name: 'Contrat d’achat d’électricité (PPA)',
        does: 'Promet à une centrale d’acheter sa production pendant des années. Si elle se construit grâce à lui, il y en a une de plus.',
        not: 'Elle produit quand il y a du vent ou du soleil, non quand la machine tourne ; et certaines seraient venues sans contrat.',
      },
      {
        id: 'hourly',
        name: 'Appariement horaire',
        does: 'Achète sur le même réseau, pour chaque heure, ce qui est consommé dans cette heure.',
        not: 'C’est encore un achat, mais il doit chercher aussi l’électricité des nuits sans vent. Peu y arrivent à toute heure.',
      },
    ],
    doesLabel: 'Fait',
    notLabel: 'Ne fait pas',
    credits: {
      question:
        'Des chercheurs ont examiné des projets qui vendent des crédits. Sur 100 tonnes vendues, combien étaient de vraies réductions ?',
      choices: ['moins de 20', 'environ 50', 'environ 80', 'toutes'],
      answer: (share) => `Moins de ${share} sur 100, pour 2 346 projets.`,
      finding: (share) => `Moins de ${share} tonnes sur 100 vendues comme crédits étaient réelles`,
      about: 'Part des crédits émis qui valait de vraies réductions, en %, par sorte de projet',
      columns: { kind: 'Sorte de projet', share: '%' },
      kinds: {
        'credits-real': 'tous ceux examinés, au plus',
        'credits-real-cookstoves': 'foyers de cuisson',
        'credits-real-sf6': 'destruction de SF6',
        'credits-real-deforestation': 'déforestation évitée',
        'credits-real-hfc23': 'HFC-23 évité',
        'credits-real-wind': 'éolien',
        'credits-real-forest-management': 'meilleure gestion des forêts',
      },
      none: 'aucune réduction que l’on puisse distinguer du hasard',
    },
    hourly: {
      question:
        'Un centre consomme autant jour et nuit, et achète autant d’électricité solaire qu’il en consomme dans la journée entière. Pour quelle part de sa consommation y a-t-il du soleil ?',
      choices: ['toute', 'environ les trois quarts', 'moins de la moitié'],
      answer: (share) =>
        `${share}, sans stockage. Sur la journée entière, les livres disent 100 %.`,
      bought: 'Électricité solaire achetée, rapportée à la consommation du jour',
      finding: (day, hours) => `${day} apparié sur la journée, ${hours} heure par heure`,
      about:
        'Un jour clair dessiné par nous, non des données : consommation égale, soleil de 6 à 18 heures, sans stockage. Part de la consommation, en %',
      day: 'sur la journée entière',
      hours: 'heure par heure',
      columns: { how: 'Appariement', share: '%' },
    },
  },
  clean: {
    title: 'Choisir une énergie propre',
    text: [
      'Pour consommer une électricité qui émet moins, consommez-la là où, ou quand, elle est produite ainsi. Pour qu’il s’en produise davantage, payez des centrales qui n’auraient pas été construites sans cela. Ce sont deux choses, et seule la première est dans le chiffre fondé sur le lieu.',
      'Dans les rapports, les deux chiffres sont côte à côte : fondé sur le lieu pour ce que le réseau a émis, fondé sur le marché pour ce que disent les contrats.',
    ],
    who: [
      {
        id: 'cloud',
        name: 'Dans le cloud',
        text: 'Choisissez la région d’après son réseau, non d’après ce que dit le fournisseur ; déplacez ce qui peut attendre vers les heures où le réseau émet moins. Demandez des chiffres par région et par heure, et un appariement à l’heure plutôt qu’à l’année.',
      },
      {
        id: 'lab',
        name: 'Dans un laboratoire ou une entreprise',
        text: 'Cherchez qui achète l’électricité et ce que dit le contrat. Un contrat avec de nouvelles centrales sur votre réseau ajoute de la production ; des certificats seuls, le plus souvent, n’en ajoutent pas. Publiez les deux chiffres.',
      },
      {
        id: 'home',
        name: 'À la maison',
        text: 'Dans beaucoup de pays, votre fournisseur doit dire ce qu’il achète ; le réseau reste le même pour vous et vos voisins. Avec un toit à vous, entraînez quand le soleil brille. La machine éteinte est celle qui émet le moins.',
      },
    ],
    question: 'Qu’est-ce qui diminue le plus ce que le réseau émet pour votre calcul ?',
    choices: (pue) => [
      'des certificats pour chaque kWh',
      `un bâtiment au PUE de ${pue}`,
      'une autre région',
    ],
    answer: (lowest, now, what) => `Le moins est ${lowest} au lieu de ${now} (${what}).`,
    finding:
      'Ce que le réseau émet change avec l’électricité consommée, non avec ce que l’on achète',
    about: 'Votre calcul, fondé sur le lieu, en kg CO2e',
    rows: {
      now: 'tel quel',
      certificates: 'avec des certificats pour chaque kWh',
      pue: (pue) => `avec un PUE de ${pue}`,
      same: (place) => `région la plus basse du même fournisseur : ${place}`,
      any: (place) => `région la plus basse de toutes : ${place}`,
    },
    columns: { what: 'Ce qui change', kg: 'kg CO2e, fondé sur le lieu' },
    marketBased: (mass) =>
      `Fondé sur le marché, avec des certificats à 0 g CO2e/kWh, ce serait ${mass} : la même électricité, dite autrement.`,
    link: 'À essayer dans la section sur les deux façons de compter',
  },
};
