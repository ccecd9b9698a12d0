import type { words as english } from '../en/learn.ts';
import { equivalences } from './equivalences.ts';
import { run } from './run.ts';

/** French words of the Learn page. */
export const words: typeof english = {
  title: 'Comprendre',
  lead: 'Les notions derrière le chiffre, chacune illustrée par nos données ou par le calcul de la page Calculer.',
  contents: 'Sur cette page',
  sources: 'Sources :',
  loading: 'Chargement des chiffres …',
  failed: 'Les chiffres n’ont pas pu être chargés. Rechargez la page pour réessayer.',
  none: 'Il n’y a pas de chiffre : le calcul de la page Calculer est à revoir.',
  oneSource:
    'Ces chiffres sont d’une seule source, de pays entiers et à la production, pour se comparer entre eux. Pour un calcul, le calculateur prend celui qui lui convient le mieux, qui peut être autre : de son propre réseau, de son année, et à la consommation si elle est connue.',
  unknown: 'inconnu',
  ends: ['bas', 'milieu', 'haut'],
  run,
  sections: {
    co2e: {
      title: 'CO2 et CO2e',
      text: [
        'Produire de l’électricité libère du dioxyde de carbone, mais aussi du méthane et du protoxyde d’azote. Un kilogramme de chacun ne réchauffe pas autant le climat.',
        'L’équivalent CO2, CO2e, les met sur une même échelle : la masse de CO2 qui réchaufferait autant, par convention sur 100 ans. Le rapport d’un gaz au CO2 est son potentiel de réchauffement global.',
        'Ne compter que le CO2 peut faire manquer l’essentiel. Un barrage ne brûle rien, mais les plantes qui pourrissent dans sa retenue dégagent du méthane, et quelques retenues en dégagent beaucoup.',
      ],
      caption: 'L’hydroélectricité sur toute sa vie, en g CO2e/kWh, sur une échelle logarithmique',
      finding: (low, middle, high) =>
        `L’hydroélectricité va de ${low} à ${high} g CO2e/kWh ; la médiane est ${middle}`,
      says: 'Le maximum vient du méthane.',
      source: 'Source d’électricité',
      asMuch: (mass: string) => `Les ${mass} CO2e de votre calcul valent`,
      equivalences,
    },
    space: {
      title: 'L’intensité carbone, d’un lieu à l’autre',
      text: [
        'L’intensité carbone est ce qu’un réseau électrique émet pour un kilowattheure. L’article de 2019 l’appelle « carbon efficiency ».',
        'Elle dépend de ce qui alimente les centrales de ce réseau. C’est pourquoi le lieu d’un calcul peut compter plus que tout le reste.',
        'Le chiffre d’un pays est une moyenne. Dans un grand pays, les réseaux peuvent différer autant que les pays entre eux : dans le tableau de l’article, l’Amérique du Nord va à elle seule de 20 g/kWh au Québec à 737 en Iowa.',
      ],
      caption: (count: string, year: string) =>
        `Un trait pour chacun des ${count} pays et territoires : intensité carbone de l’électricité en ${year}, en g CO2e/kWh, cycle de vie, à la production`,
      finding: (low, cleanest, high, dirtiest) =>
        `De ${low} g CO2e/kWh (${cleanest}) à ${high} (${dirtiest})`,
      says: (place, g) => `${place} : ${g} g CO2e/kWh`,
      country: 'Pays',
      axis: 'g CO2e/kWh',
      place: 'Partie du monde',
      continents: {
        AFRICA: 'Afrique',
        ASIA: 'Asie',
        EUROPE: 'Europe',
        'NORTH-AMERICA': 'Amér. du Nord',
        OCEANIA: 'Océanie',
        'SOUTH-AMERICA': 'Amér. du Sud',
      },
    },
    time: {
      title: 'L’intensité carbone, d’une année et d’une heure à l’autre',
      text: [
        'Les réseaux changent. Des centrales ferment, d’autres ouvrent, et une année sèche ou sans vent se voit. Un vieux chiffre peut être loin du compte : chacun des nôtres porte donc son année.',
        'Ils changent aussi au cours de la journée, avec le soleil, le vent et la demande. Un travail qui peut attendre peut se faire aux heures où le réseau émet moins, là où il y en a.',
      ],
      caption: (from: string, to: string) =>
        `Intensité carbone de l’électricité de ${from} à ${to}, en g CO2e/kWh, cycle de vie, à la production`,
      finding: (country, share, before, from, after, to) =>
        `La plus forte baisse en part de ceux montrés : ${country}, de ${share}, soit de ${before} en ${from} à ${after} en ${to}`,
      noFall: 'Aucun de ceux montrés n’a baissé',
      year: 'Année',
      add: 'Ajouter un pays',
      remove: (country) => `Retirer : ${country}`,
      axis: 'g CO2e/kWh',
      place: 'Pays',
      hours: (year: string) =>
        `Les heures par rapport à la moyenne de l’année, ${year} : où se trouvent neuf heures sur dix, telles que notre modèle les prend`,
      times: (low: string, high: string) => `${low} à ${high} fois la moyenne`,
      hoursFinding: (grid, times) =>
        `De ces réseaux, celui dont les heures diffèrent le plus : ${grid}, ${times}`,
      grid: 'Réseau',
      lowTimes: 'bas, fois la moyenne',
      highTimes: 'haut, fois la moyenne',
    },
    mix: {
      title: 'Renouvelable ou non',
      text: [
        'Le vent, le soleil et l’eau se renouvellent ; le charbon, le pétrole et le gaz, non. Le nucléaire n’est pas renouvelable non plus, mais son intensité carbone est basse. Une part de renouvelables ne donne donc pas l’intensité carbone.',
        'Aucune source n’est à zéro. Construire une centrale, produire et transporter son combustible émet aussi.',
      ],
      choose: 'Réseau',
      caption: (zone: string, year: string) =>
        `De quoi l’électricité a été produite : ${zone}, ${year}`,
      fuels: {
        coal: 'charbon',
        oil: 'pétrole',
        gas: 'gaz',
        nuclear: 'nucléaire',
        hydro: 'hydraulique',
        wind: 'éolien',
        solar: 'solaire',
        other: 'autres : biomasse, géothermie, déchets',
        untold: 'non indiqué',
      },
      says: (fossil: string, renewable: string) =>
        `Charbon, pétrole et gaz ensemble : ${fossil}. Eau, vent et soleil ensemble : ${renewable}.`,
      intensity: (value: string) =>
        `Intensité carbone de cette année-là : ${value} g CO2e/kWh, cycle de vie.`,
      finding: (zone, fuel, share) => `${zone} : la plus grande part, ${share}, ${fuel}`,
      fuel: 'Produite par',
      share: 'Part, %',
    },
    machine: {
      title: 'Les puces et la machine entière',
      text: [
        'La puissance nominale d’une puce est une limite. Au travail, elle consomme moins en moyenne, et de combien dépend du travail.',
        'Autour d’elle se trouve l’hôte : processeurs, mémoire, réseau, ventilateurs, et des alimentations qui perdent une part de la puissance. L’article compte les puces seules, à leur puissance nominale ; nous comptons la machine entière, à sa puissance moyenne.',
      ],
      caption: (energy: string) => `Où vont les ${energy} de votre calcul`,
      parts: {
        accelerators: 'puces',
        metered: 'mesuré, sans détail',
        host: 'hôte',
        idle: 'temps d’attente',
        overhead: 'pertes et ventilateurs',
        facility: 'bâtiment',
      },
      finding: (part, share) => `La plus grande part, ${share} : ${part}`,
      part: 'Part',
      paper: (mass: string) =>
        `Par la méthode de l’article, avec notre chiffre pour le réseau, ce calcul donne ${mass} CO2e.`,
    },
    compute: {
      title: 'De combien de calcul un modèle a besoin',
      text: [
        'À l’entraînement, chaque jeton traverse le modèle dans les deux sens : environ 6 opérations par paramètre. Deux fois plus de paramètres, c’est deux fois plus de travail, et deux fois plus de jetons aussi.',
        'Aucune puce ne fait tout ce qu’elle pourrait. La part qu’elle fait est l’utilisation des FLOP, MFU ; dans les entraînements publiés entiers, avec leurs reprises, leurs attentes et leurs évaluations, elle va d’un quart à un tiers.',
        'À quantité de calcul donnée, le meilleur modèle a environ 20 jetons par paramètre. Beaucoup sont entraînés plus longtemps : un modèle plus petit fait alors aussi bien, et coûte moins à chaque usage.',
      ],
      size: 'Paramètres du modèle',
      perParameter: 'Jetons par paramètre',
      ratio: (ratio, tokens) => `${ratio} : ${tokens} de jetons`,
      caption:
        'Heures-puces de cet entraînement sur une puce de chaque génération, là où est votre calcul',
      finding: (least, most, times) => `${most} prend ${times} fois les heures-puces de ${least}`,
      chip: 'Puce',
      chipHours: 'Heures-puces',
      row: (hours, kwh, kg) => `${hours} heures-puces, ${kwh}, ${kg} CO2e`,
      flop: (parameters, tokens, flop) =>
        `6 × ${parameters} de paramètres × ${tokens} de jetons = ${flop} FLOP.`,
      range:
        'Un plan d’après cela seul est sûr entre la moitié et le double environ ; un essai de quelques minutes le rend plus sûr.',
    },
    use: {
      title: 'Un modèle en service',
      text: [
        'Pour écrire un jeton, une puce lit dans sa mémoire tous les paramètres utilisés. Avec une requête à la fois, c’est l’essentiel de l’énergie ; à plusieurs à la fois, elles la partagent, et chacune en prend plusieurs fois moins.',
        'L’énergie suit les jetons écrits : une longue réponse, ou une réponse qui raisonne d’abord, prend plus qu’une courte, et un petit modèle moins qu’un grand.',
        'Une réponse prend peu. Un million par jour, pendant un an, peut dépasser l’entraînement ; les machines tenues prêtes pour les pointes en font partie.',
      ],
      size: 'Paramètres du modèle',
      caption: (tokens, requests) =>
        `Électricité d’une requête de ${tokens} jetons, selon combien sont servies à la fois sur des puces H100, et ce qu’émet l’électricité de ${requests} par jour pendant un an, là où est votre calcul`,
      finding: (count, times) =>
        `Une requête seule prend ${times} fois plus que chacune de ${count} à la fois`,
      together: 'Requêtes à la fois',
      eachKwh: 'kWh chacune',
      yearKg: 'kg CO2e par an',
      atATime: (count, shown) =>
        count === 1 ? 'une requête à la fois' : `${shown} requêtes à la fois`,
      row: (each, year) => `${each} chacune, ${year} CO2e par an`,
    },
    pue: {
      title: 'PUE',
      text: [
        'Un centre de données consomme aussi pour le refroidissement, l’éclairage et l’alimentation électrique. Le PUE (power usage effectiveness) est l’énergie de tout le bâtiment divisée par celle du matériel informatique : 1 voudrait dire rien en plus.',
        'Un PUE bas dit qu’un bâtiment gaspille peu. Il ne dit rien de la provenance de l’électricité.',
      ],
      choose: 'Fournisseur',
      caption: (provider: string, year: string) =>
        `${provider}, derniers chiffres (${year}) : énergie du bâtiment par kWh du matériel informatique`,
      finding: (provider, low, high) => `${provider} : ses sites vont de ${low} à ${high}`,
      findingOne: (provider, pue) =>
        `${provider} : ${pue} kWh du bâtiment par kWh de son matériel informatique`,
      site: 'Site',
      year: 'Année',
      industry: (pue: string, year: string) =>
        `Moyenne de tous les centres de données d’une enquête du secteur : ${pue} (${year}).`,
      whole: 'tous les sites',
      it: 'matériel informatique',
      rest: 'reste du bâtiment',
      more: (count: string) => `${count} autres se trouvent entre ceux-ci.`,
    },
    scope: {
      title: 'Direct et cycle de vie',
      text: [
        'Un chiffre direct compte ce qui sort des cheminées des centrales. Un chiffre de cycle de vie y ajoute le trajet du combustible jusqu’à la centrale, la construction de celle-ci et son démontage.',
        'Sur un réseau qui brûle du charbon, les deux sont proches. Sur un réseau de barrages, d’éoliennes ou de centrales nucléaires, le second peut valoir plusieurs fois le premier, bien que les deux soient bas. Nous prenons le cycle de vie quand il existe, et ne comparons jamais l’un à l’autre.',
      ],
      caption: (year: string) =>
        `Les mêmes réseaux comptés des deux façons, ${year}, en g CO2e/kWh, à la consommation`,
      finding: (grid, times) =>
        `L’écart le plus grand, ${grid} : le cycle de vie vaut ${times} fois le direct`,
      grid: 'Réseau',
      directG: 'direct, g CO2e/kWh',
      lifecycleG: 'cycle de vie, g CO2e/kWh',
      direct: 'direct',
      more: 'ce qu’ajoute le cycle de vie',
      both: (direct: string, lifecycle: string) => `direct ${direct}, cycle de vie ${lifecycle}`,
    },
    claims: {
      title: 'Certificats, compensations et « neutralité carbone »',
      text: [
        'Un certificat d’énergie renouvelable, ou garantie d’origine, dit qu’un mégawattheure a été produit quelque part de source renouvelable. Qui l’achète peut revendiquer ce mégawattheure. Une compensation paie pour que moins soit émis, ou que du CO2 soit capté, ailleurs.',
        '« Neutre en carbone » veut dire en général que les émissions sont couvertes par de tels achats. Cela ne veut pas dire que rien n’a été émis, et ne change pas le réseau du centre de données pendant le calcul.',
        'Nous montrons donc ce qu’un fournisseur déclare à côté du chiffre, sans jamais le soustraire.',
      ],
      choose: 'Fournisseur',
      caption: (provider: string) => `Ce qui est relevé pour ${provider}`,
      year: 'Année',
      claim: 'Déclaration',
      figure: 'Chiffre',
      kind: 'Nature',
      of: {
        'All electricity carbon-free at all times':
          'Toute l’électricité sans carbone à toute heure',
        'All electricity matched with renewables over the year':
          'Toute l’électricité couverte par du renouvelable sur l’année',
        'All electricity matched with renewables over the year, worldwide':
          'Toute l’électricité couverte par du renouvelable sur l’année, dans le monde entier',
        'All regions on renewable electricity': 'Toutes les régions à l’électricité renouvelable',
        'Carbon negative': 'Bilan carbone négatif',
        'Carbon neutral by offsets': 'Neutre en carbone par compensation',
        'Carbon neutral in own operations': 'Neutre en carbone dans ses propres activités',
        'Carbon-free electricity by contract': 'Électricité sans carbone par contrat',
        'Carbon-free electricity in every hour on every grid':
          'Électricité sans carbone à chaque heure sur chaque réseau',
        'Certified carbon neutral': 'Certifié neutre en carbone',
        'Certified carbon neutral; certificates fund wind and solar on local grids':
          'Certifié neutre en carbone ; les certificats financent éolien et solaire sur les réseaux locaux',
        'Clean share of electricity in self-built data centres':
          'Part d’électricité propre dans les centres de données construits par lui',
        'Electricity directly from renewables': 'Électricité venant directement du renouvelable',
        'Electricity matched with renewables over the year':
          'Électricité couverte par du renouvelable sur l’année',
        'European regions run on renewable electricity':
          'Les régions d’Europe fonctionnent à l’électricité renouvelable',
        'Net zero carbon': 'Zéro carbone net',
        'Net zero in operations': 'Zéro net dans ses activités',
        'Net zero in operations and value chain':
          'Zéro net dans ses activités et sa chaîne de valeur',
        'No public PUE, renewable or emission figures found':
          'Aucun chiffre public de PUE, de renouvelable ou d’émissions trouvé',
        'Not fully carbon neutral; renewables at some data centres':
          'Pas entièrement neutre en carbone ; du renouvelable dans certains centres de données',
        'PUE as low as': 'PUE au plus bas de',
        'Regions matched above 95 %': 'Régions couvertes à plus de 95 %',
        'Regions matched in full': 'Régions couvertes en entier',
        'Renewable capacity under contract': 'Puissance renouvelable sous contrat',
        'Renewable share of electricity': 'Part renouvelable de l’électricité',
      },
      kinds: { achieved: 'annoncé comme atteint', target: 'objectif', statement: 'énoncé' },
      source: 'Source',
      share: (name: string, share: string, mass: string) =>
        `${name} déclare compenser ou couvrir ${share} de ce qu’il consomme. Le réseau a tout de même émis ${mass} CO2e pour votre calcul.`,
      noShare: (mass: string) =>
        `Ce qui est compensé pour votre calcul n’est pas connu. Le réseau a émis ${mass} CO2e pour lui.`,
    },
    market: {
      title: 'Fondé sur le lieu, fondé sur le marché',
      text: [
        'La même électricité peut être comptée de deux façons. Selon le lieu (location-based), on prend le réseau où se trouve la machine. Selon le marché (market-based), on prend ce pour quoi l’acheteur a un contrat, quoi qu’il passe dans les câbles.',
        'Les rapports d’entreprise donnent les deux. Notre chiffre principal est fondé sur le lieu : c’est lui qui change avec l’endroit et le moment. Le chiffre fondé sur le marché se tient à côté.',
      ],
      contract: 'Intensité carbone d’un contrat',
      unit: 'g CO2e/kWh',
      caption: 'Votre calcul, compté des deux façons',
      way: 'Compté',
      location: 'fondé sur le lieu',
      market: 'fondé sur le marché',
      says: (location: string, market: string) =>
        `Fondé sur le lieu : ${location} CO2e ; fondé sur le marché : ${market} CO2e, pour la même électricité`,
      unknown: 'La méthode de ce calcul ne donne pas de chiffre fondé sur le marché.',
      wrong: 'Donnez un nombre à partir de 0.',
    },
    embodied: {
      title: 'Les émissions de fabrication',
      text: [
        'Il faut fabriquer les puces et les serveurs, et cela émet avant même qu’ils servent. Nous répartissons ces émissions sur les heures où le matériel servira : gardé deux fois plus longtemps, chaque heure en porte moitié moins.',
        'Sur un réseau à basse intensité carbone, la fabrication peut peser plus que l’usage.',
      ],
      life: 'Durée de service du matériel',
      years: (years: string) => `${years} ans`,
      caption: 'Votre calcul : usage et fabrication',
      part: 'Part',
      operational: 'usage',
      embodied: 'fabrication',
      says: (embodied: string, share: string) =>
        `Fabrication du matériel : ${embodied} CO2e, ${share} du total`,
      unknown: 'La méthode de ce calcul ne connaît pas ses émissions de fabrication.',
    },
    water: {
      title: 'L’eau',
      text: [
        'Beaucoup de centres de données évaporent de l’eau pour refroidir. Les centrales électriques aussi, et bien plus par kilowattheure, loin des yeux de qui consomme l’électricité.',
        'Sur place, on compte en litres par kWh du matériel informatique (WUE) ; hors site, en litres par kWh d’électricité. Peu de fournisseurs publient le premier par région, et pour le second nous avons une seule moyenne, celle des États-Unis. Les intervalles sont larges.',
      ],
      caption: 'L’eau de votre calcul',
      finding: (most, times, least) => `L’eau ${most} : ${times} fois celle ${least}`,
      findingOne: (where, litres) => `L’eau ${where} : ${litres} ; l’autre n’est pas connue`,
      where: 'Où',
      litres: 'litres',
      onSite: 'sur place, refroidissement',
      offSite: 'hors site, centrales',
      amount: (litres: string) => `${litres} L`,
      between: (low: string, high: string) => `entre ${low} et ${high} L`,
    },
    range: {
      title: 'L’intervalle',
      text: [
        'La plupart des données ne sont pas connues exactement : la puissance moyenne d’une puce, l’hôte, le réseau à cette heure-là. Chacune porte une incertitude, et ensemble elles donnent l’intervalle du résultat.',
        'Un intervalle à 90 % veut dire que, si nos incertitudes sont justes, le vrai chiffre s’y trouve neuf fois sur dix. Deux intervalles qui se recouvrent ne s’excluent pas.',
        'Ce que vous mesurez quitte la liste des inconnues. Dites ce qu’une puce a consommé en moyenne, et voyez.',
      ],
      power: 'Puissance moyenne d’une puce, mesurée',
      unit: 'W',
      caption: 'Votre calcul, intervalle à 90 %',
      now: 'tel qu’il est décrit',
      measured: 'avec cette puissance mesurée',
      says: (before: string, after: string) =>
        `Maximum sur minimum : ${before} maintenant, ${after} avec la puissance mesurée`,
      span: (low: string, high: string) => `${low} à ${high}`,
      finding: (times) => `Le maximum vaut ${times} fois le minimum`,
      case: 'Le calcul',
      isMeasured: 'Ce calcul donne déjà une mesure de sa puissance ou de son énergie.',
      none: 'Ce calcul n’a pas d’intervalle : sa méthode n’en donne pas, ou rien n’y est incertain.',
      noChips:
        'Ce calcul n’a pas de puces d’une seule sorte dont on pourrait mesurer la puissance.',
      wrong: 'Donnez des watts au-dessus de 0.',
    },
  },
};
