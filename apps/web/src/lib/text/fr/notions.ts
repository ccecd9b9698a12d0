import type { words as english } from '../en/notions.ts';

/** French words of the notions that open in place on the Calculate page. */
export const words: typeof english = {
  more: 'En savoir plus, avec une figure',
  of: {
    co2e: 'Le CO2e est la masse de CO2 qui réchaufferait autant que tous les gaz ensemble, par convention sur 100 ans. Le méthane et le protoxyde d’azote y sont. Chaque gaz a son facteur.',
    range:
      'Si chaque chiffre derrière ce résultat est aussi incertain que nous le disons, neuf calculs semblables sur dix tomberaient entre ces deux nombres. Ce que vous mesurez rapproche les bornes.',
    headline:
      'Opérationnel : ce qu’émet l’électricité du calcul ; la fabrication du matériel est à côté. Fondé sur le lieu : le réseau là où est la machine, quoi qu’on ait acheté. Cycle de vie : la construction des centrales et l’acheminement du combustible y sont.',
    intensity:
      'L’intensité carbone est ce qu’un réseau émet pour un kilowattheure. Elle varie de plusieurs dizaines de fois d’un lieu à l’autre, et change avec l’année et l’heure.',
    pue: 'Le PUE est l’énergie de tout le bâtiment divisée par celle de ses ordinateurs : 1,1 est un dixième de plus pour le froid et l’alimentation. Il ne dit pas d’où vient l’électricité.',
    market:
      'Fondé sur le marché : l’électricité qu’un contrat dit achetée ; fondé sur le lieu : le réseau là où est la machine. Les rapports donnent les deux ; un contrat ne change pas ce que le réseau a émis.',
    offset:
      'Une compensation paie ailleurs pour moins d’émissions, ou pour du CO2 repris à l’air. Elle est dite à côté du chiffre et n’en est jamais retranchée.',
    lifecycle:
      'Un chiffre direct compte ce qui sort des cheminées des centrales. Un chiffre de cycle de vie ajoute l’acheminement du combustible et la construction. Ne comparez jamais l’un à l’autre.',
    utilisation:
      'Une puce au travail prend moins que sa puissance nominale, et cela dépend du travail. C’est ici sa puissance moyenne divisée par la nominale ; GPU-Util, qui dit si elle est occupée, est autre chose.',
    host: 'Autour des puces il y a l’hôte : processeurs, mémoire, réseau, ventilateurs, et des alimentations qui perdent un peu. Nous comptons la machine entière.',
    mfu: 'Le MFU est la part du calcul maximal d’une puce qu’un entraînement emploie vraiment. Sur les entraînements publiés entiers, il est d’un quart à un tiers environ.',
    concurrency:
      'Une puce qui répond à beaucoup de requêtes à la fois lit le modèle dans sa mémoire une fois pour toutes. Chacune prend donc plusieurs fois moins d’énergie qu’une requête seule.',
    embodied:
      'La fabrication des puces et des serveurs émet aussi. On la répartit sur les heures où le matériel travaille : gardé deux fois plus longtemps, chaque heure en porte la moitié.',
    scopes:
      'Dans le GHG Protocol, l’électricité qu’une entreprise achète est son Scope 2 ; le combustible et les centrales derrière elle sont du Scope 3. Pour le client d’un cloud, tout est du Scope 3.',
    water:
      'Les centres de données évaporent de l’eau pour se refroidir, et les centrales bien plus encore par kilowattheure. Les chiffres sont rares et leurs intervalles larges.',
  },
};
