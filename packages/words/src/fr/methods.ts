import { type Sentences, words } from '../language.ts';
import { parts } from './parts.ts';

/** What methods count, what they leave out, and why they cannot answer. */
export const methods = {
  part: ({ part }) => parts[part],

  host: 'hôte',
  'host-and-losses': 'hôte et pertes',
  'rest-and-losses': 'carte mère, disques, réseau et pertes',
  processor: 'processeur',
  'virtual-processors': 'processeurs virtuels',
  memory: 'mémoire',
  'board-drives-fans': 'carte mère, disques, ventilateurs',
  'board-drives-network': 'carte mère, disques, réseau',
  'network-and-board': 'cartes réseau, commutateurs, carte mère',
  'network-of-chip': 'cartes réseau et commutateurs, part d’une puce',
  'processors-memory-drives': 'processeurs, mémoire, disques, carte mère',
  'processors-memory-network': 'processeurs, mémoire, cartes réseau, commutateurs',
  'servers-around-cards': 'serveurs autour des cartes',
  'share-of-server': 'une part du serveur',
  'idle-time-of': ({ what }, language) => `${words(what, language)}, temps inactif`,

  'as-metered': 'mesurée',
  'location-based': 'fondé sur le lieu',
  'scope-2': 'GHG Protocol, fondé sur le lieu : la production, de qui achète l’électricité',
  'scope-3-category-3':
    'GHG Protocol : le combustible en amont et les centrales, sans les pertes des lignes',
  'beside-never-subtracted': 'à côté des émissions, jamais déduit',
  'beside-location-based': 'à côté des émissions fondées sur le lieu',
  'operational-and-embodied': 'opérationnel et fabrication',
  'to-hundredths': 'arrondi à 2 décimales',
  'kg-as-typed': 'en kg, tel que donné',
  'cut-to-grams': 'coupé au gramme, puis kg arrondis à 2 décimales',

  'lacks-time': 'la méthode part du matériel et des heures, et seule l’énergie est donnée',
  'lacks-accelerator': 'la méthode compte des puces, et ce calcul n’en a pas',
  'lacks-load': 'rien ici ne consomme d’électricité',
  'lacks-measurement': 'il faut à la méthode une puissance ou une énergie mesurée',
  'lacks-processor': 'il faut à la méthode une puce ou un processeur',
  'lacks-virtual-processor': 'il faut à la méthode des puces ou des processeurs virtuels',
  'lacks-tdp': ({ chip }) => `le TDP de ${chip} n’est pas publié`,
  'lacks-power': ({ chip }) => `la puissance de ${chip} n’est pas connue`,
  'lacks-measured-power': ({ chip }) =>
    `il faut à la méthode la puissance moyenne mesurée de ${chip}`,
  'lacks-figures': ({ chip }) => `la méthode n’a pas de chiffres pour ${chip}`,

  'no-host-figure':
    'l’édition n’a pas de chiffre pour cette machine, ou la puissance nominale est celle de la machine entière',
  'nothing-to-spread-over': 'ni matériel ni durée sur lesquels répartir la fabrication',
  'no-figure-for-place': 'aucun chiffre n’est connu pour ce lieu',
  'other-runs':
    'les essais, les échecs et les recherches, sauf s’ils sont des calculs du projet ou comptés dans le nombre de fois',
  'traffic-outside': 'le trafic hors de la machine',
  'data-elsewhere': 'les jeux de données et points de reprise gardés ailleurs',
  'data-centre-made': 'la construction du centre de données lui-même',
  'accelerators-only': 'la méthode ne compte que les puces',
  'method-without-pue': 'la méthode n’a pas de PUE',
  'electricity-only': 'la méthode ne compte que l’électricité',
  'rounded-as-2019':
    'chaque étape est arrondie comme sur le site de 2019 ; prenez full pour un nouveau travail',
  'none-given-none-guessed': 'rien n’a été donné, et la méthode ne devine rien',
  'none-given': 'rien n’a été donné',
  'size-not-given': 'sa taille n’a pas été donnée',
  'supplies-not-counted': 'alimentations, ventilateurs et carte mère ne sont pas comptés',
  'pue-1-unless-given': 'le PUE est 1 s’il n’est pas donné',
  'traffic-apart': 'la méthode compte le trafic à part, et aucun n’est donné',
  'held-by-metered-power':
    'la puissance mesurée est supposée contenir sa part de mémoire, de réseau et de ventilateurs',
  'neither-allowed': 'la norme n’admet ni les unes ni les autres',

  'differs-rounding-removed': 'arrondi défait',
  'differs-power': 'puissance des puces',
  'differs-host': 'hôte',
  'differs-idle': 'temps inactif',
  'differs-overhead': 'pertes d’alimentation et ventilateurs',
  'differs-pue': 'PUE',
  'differs-intensity': 'intensité carbone',
  'differs-embodied': 'fabrication',
  'differs-rounding': 'arrondi',
} satisfies Partial<Sentences>;
