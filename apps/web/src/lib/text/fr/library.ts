import type { Entry } from '../library.ts';
import { notes } from './notes.ts';

/** Why a method cannot answer. */
const LACKS: readonly Entry[] = [
  [
    'the method starts from hardware and hours, and only energy is given',
    'la méthode part du matériel et des heures, et seule l’énergie est donnée',
  ],
  ['the TDP of {} is not published', 'le TDP de {} n’est pas publié'],
  [
    'the method counts accelerators, and the run has none',
    'la méthode compte des puces, et ce calcul n’en a pas',
  ],
  ['the power of {} is not known', 'la puissance de {} n’est pas connue'],
  ['there is nothing that draws power', 'rien ici ne consomme d’électricité'],
  ['the method needs a chip or a processor', 'il faut à la méthode une puce ou un processeur'],
  [
    'the method needs chips or virtual processors',
    'il faut à la méthode des puces ou des processeurs virtuels',
  ],
  ['the method has no figures for {}', 'la méthode n’a pas de chiffres pour {}'],
  [
    'the method needs the metered mean power of {} (powerW)',
    'il faut à la méthode la puissance moyenne mesurée de {}',
  ],
  [
    'the method needs metered power or energy',
    'il faut à la méthode une puissance ou une énergie mesurée',
  ],
];

/** The parts of a run, counted or not. */
const PARTS: readonly Entry[] = [
  ['accelerators', 'puces'],
  ['processors', 'processeurs'],
  ['memory', 'mémoire'],
  ['host', 'hôte'],
  ['idle', 'temps inactif'],
  ['overhead', 'pertes d’alimentation et ventilateurs'],
  ['facility', 'bâtiment (PUE)'],
  ['embodied', 'fabrication du matériel'],
  ['water on site', 'eau sur place'],
  ['water of the grid', 'eau des centrales électriques'],
  ['development', 'développement'],
  ['network', 'réseau informatique'],
  ['storage', 'stockage'],
  ['buildings', 'bâtiments'],
  ['precision', 'précision'],
  ['offsets and contracts', 'compensations et contrats'],
];

/** Why a part is not counted. */
const REASONS: readonly Entry[] = [
  [
    'the edition has no figure for this machine, or the rated power is the whole machine’s',
    'l’édition n’a pas de chiffre pour cette machine, ou la puissance nominale est celle de la machine entière',
  ],
  [
    'no hardware and time to spread its manufacture over',
    'ni matériel ni durée sur lesquels répartir la fabrication',
  ],
  ['no figure is known for this place', 'aucun chiffre n’est connu pour ce lieu'],
  [
    'failed, preliminary and search runs, unless they are runs of the project or in repeats',
    'les essais, les échecs et les recherches, sauf s’ils sont des calculs du projet ou comptés dans les exécutions',
  ],
  ['traffic outside the machine', 'le trafic hors de la machine'],
  [
    'data sets and checkpoints kept elsewhere',
    'les jeux de données et points de reprise gardés ailleurs',
  ],
  ['manufacture of the data centre itself', 'la construction du centre de données lui-même'],
  ['the method counts accelerators only', 'la méthode ne compte que les puces'],
  ['the method has no PUE', 'la méthode n’a pas de PUE'],
  ['the method counts electricity only', 'la méthode ne compte que l’électricité'],
  [
    'each step is rounded as the 2019 site does; use full for new work',
    'chaque étape est arrondie comme sur le site de 2019 ; prenez full pour un nouveau travail',
  ],
  [
    'none was given, and the method guesses none',
    'rien n’a été donné, et la méthode ne devine rien',
  ],
  ['none was given', 'rien n’a été donné'],
  ['its size was not given', 'sa taille n’a pas été donnée'],
  [
    'supplies, fans and board are not counted',
    'alimentations, ventilateurs et carte mère ne sont pas comptés',
  ],
  ['PUE is 1 unless given', 'le PUE est 1 s’il n’est pas donné'],
  [
    'traffic is counted apart by the method, and none is given',
    'la méthode compte le trafic à part, et aucun n’est donné',
  ],
  [
    'the metered power is taken to hold its share of memory, network and fans',
    'la puissance mesurée est supposée contenir sa part de mémoire, de réseau et de ventilateurs',
  ],
  ['the standard allows neither', 'la norme n’admet ni les unes ni les autres'],
];

/** What is assumed where the run says nothing. */
const ASSUMPTIONS: readonly Entry[] = [
  ['{step}: {number} ({words})', '{} : {} ({})'],
  ['{step}: {number} ({})', '{} : {} ({})'],
  ['{step}: {number} x/÷ {number} ({words})', '{} : {} ×/÷ {} ({})'],
  ['{step}: {number} x/÷ {number} ({})', '{} : {} ×/÷ {} ({})'],
  [
    '{step}: {number} x/÷ {number} of what exceeds 1 ({words})',
    '{} : {} ×/÷ {} de ce qui dépasse 1 ({})',
  ],
  [
    '{step}: {number} x/÷ {number} of what exceeds 1 ({})',
    '{} : {} ×/÷ {} de ce qui dépasse 1 ({})',
  ],
  [
    'the meter is taken to have seen the whole machine (energyScope: it)',
    'le compteur est supposé avoir vu la machine entière, à la prise',
  ],
  [
    'the machine is taken to stand in a cluster of your own (site: own-cluster)',
    'la machine est supposée être dans une grappe à vous',
  ],
  [
    'the run is taken to be of now: the newest figures are used',
    'le calcul est supposé d’aujourd’hui : les chiffres les plus récents sont pris',
  ],
];

/** Ranges that may be given, by the path of their field. */
const RANGES: readonly (readonly [path: string, name: string])[] = [
  ['hardware/{}/count', 'nombre de puces'],
  ['hardware/{}/powerW', 'puissance moyenne d’une puce'],
  ['hardware/{}/utilisation', 'puissance moyenne / puissance nominale'],
  ['hardware/{}/accelerator/tdpW', 'puissance nominale d’une puce'],
  ['hardware/{}/accelerator/embodiedKgCo2e', 'fabrication d’une puce'],
  ['hours', 'heures'],
  ['deviceHours', 'heures-puces'],
  ['energyKwh', 'énergie mesurée'],
  ['host/powerW', 'puissance de l’hôte'],
  ['host/utilisation', 'charge des processeurs'],
  ['host/memoryGb', 'mémoire de l’hôte'],
  ['overheadFactor', 'pertes d’alimentation et ventilateurs'],
  ['pue', 'PUE'],
  ['wueLPerKwh', 'eau utilisée sur place'],
  ['repeats', 'nombre d’exécutions'],
  ['idle/hours', 'heures réservées mais inactives'],
  ['idle/powerW', 'puissance d’une puce inactive'],
  ['embodied/serviceLifeYears', 'durée de vie du matériel'],
  ['embodied/averageUse', 'part de sa vie en service'],
  ['embodied/kgCo2ePerChip', 'fabrication d’une puce'],
  ['carbonIntensityGPerKwh', 'intensité carbone'],
  ['marketBasedIntensityGPerKwh', 'intensité fondée sur le marché'],
];

/** What is worth knowing of a run's figures. */
const WARNINGS: readonly Entry[] = [
  ['{} does not read the power that was measured', '{} ne lit pas la puissance mesurée'],
  [
    '{}: {number} W is taken, but figures from {number} to {number} W are in use',
    '{} : {} W sont pris, mais des chiffres de {} à {} W ont cours',
  ],
  ['the TDP of {} is derived, not published', 'le TDP de {} est déduit, non publié'],
  ['the TDP of {} has not been re-read at its source', 'le TDP de {} n’a pas été relu à la source'],
  [
    'the power of the host says nothing without hours, and is not counted',
    'la puissance de l’hôte ne dit rien sans les heures, et n’est pas comptée',
  ],
  ['{} does not count the host that was given', '{} ne compte pas l’hôte donné'],
  ...RANGES.map(
    ([path, name]): Entry => [
      `the range of ${path} is wider on one side; the wider one is taken on both`,
      `l’intervalle donné (${name}) est plus large d’un côté ; sa plus grande largeur est prise des deux côtés`,
    ],
  ),
  ['{} is closed', '{} est fermée'],
  ['{} is announced', '{} est annoncée, pas encore ouverte'],
  [
    'the intensity of this place is higher than its mix of fuels allows',
    'l’intensité de ce lieu dépasse ce que permettent ses combustibles',
  ],
  [
    'no lifecycle figure is known here: {words}',
    'aucun chiffre sur le cycle de vie n’est connu ici : {}',
  ],
  [
    'no figure is known for this place; that of a larger area is used',
    'aucun chiffre n’est connu pour ce lieu ; celui d’une zone plus grande est pris',
  ],
  [
    'the oldest figure for this place is of {}, after the run',
    'le chiffre le plus ancien pour ce lieu est de {}, après le calcul',
  ],
  ['the newest figure for this place is of {}', 'le chiffre le plus récent pour ce lieu est de {}'],
  [
    'the PUE of this place is a design figure or otherwise doubtful',
    'le PUE de ce lieu est un chiffre de conception, ou douteux pour une autre raison',
  ],
  [
    "'{}' may be {names}; they give the same figure, the first is shown",
    '« {} » peut désigner ceci : {} ; le chiffre est le même, le premier est montré',
  ],
  ['{} has {names}; the first is taken', '{} peut avoir ces puces : {} ; la première est prise'],
];

/** What comparing with other chips and places says. */
const COMPARED: readonly Entry[] = [
  [
    '{}: {number} against {number} TFLOP/s, time x {number}',
    '{} : {} contre {} TFLOP/s, durée × {}',
  ],
  [
    '{}: {number} against {number} TFLOP/s, time x {number}; less memory, {number} of {number} GB: the work may not fit',
    '{} : {} contre {} TFLOP/s, durée × {} ; moins de mémoire, {} Go sur {} : le calcul peut ne pas tenir',
  ],
  ['its power is not known', 'sa puissance n’est pas connue'],
  ['its TDP is not published', 'sa TDP n’est pas publiée'],
  ['no carbon intensity is known for it', 'aucune intensité carbone n’en est connue'],
  [
    'no precision whose peak is known for both',
    'aucune précision dont le pic soit connu pour les deux',
  ],
  [
    'the run has no accelerator, or several kinds',
    'le calcul n’a pas de puce, ou en a de plusieurs sortes',
  ],
  [
    'the run gives energy and no time to scale',
    'le calcul donne une énergie et aucune durée à transposer',
  ],
  ['the same hours at another mean power', 'les mêmes heures à une autre puissance moyenne'],
];

/** The library's sentences in French; names and notes of the data stay as they are. */
export const library: readonly Entry[] = [
  ...LACKS,
  ...PARTS,
  ...REASONS,
  ...ASSUMPTIONS,
  ...WARNINGS,
  ...COMPARED,
  ...notes,
];
