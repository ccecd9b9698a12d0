import type { GridScope, Part, PlanRung } from '@ml-emissions/model';
import { parts } from '@ml-emissions/words/french-parts';
import type { sentences as english } from '../en/sentences.ts';
import type { Ran } from '../facts.ts';

/** `a, b et c` */
function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

const PLANNED_BY: Readonly<Record<PlanRung, string>> = {
  'speed-seen': 'de la vitesse d’un essai',
  'mfu-given': 'd’un taux d’utilisation des FLOP (MFU) indiqué',
  'mfu-usual': 'du taux d’utilisation des FLOP (MFU) habituel des entraînements publiés',
};

const HELD: Readonly<Partial<Record<Part, string>>> = {
  accelerators: 'les puces',
  host: 'l’hôte',
  idle: 'le temps inactif',
  overhead: 'les pertes d’alimentation et de ventilation',
  facility: 'le centre de données',
};

const GRIDS: Readonly<Record<GridScope, string>> = {
  lifecycle: 'cycle de vie',
  direct: 'émissions directes',
};

const SCOPES: Readonly<Record<GridScope, string>> = {
  lifecycle: ', intensité en cycle de vie',
  direct: ', intensité directe',
};

/** Ce qui a eu lieu, et ce qui est prévu. */
function verb({ runs, plans }: Ran): string {
  if (runs === 1) return plans === 0 ? 'Le calcul a été exécuté' : 'Le calcul est prévu';
  const all = `Les ${runs} calculs`;
  if (plans === 0) return `${all} ont été exécutés`;
  if (plans === runs) return `${all} sont prévus`;
  const ran = runs - plans;
  return `Des ${runs} calculs, ${ran} ${ran === 1 ? 'a été exécuté' : 'ont été exécutés'} et ${plans} ${plans === 1 ? 'est prévu' : 'sont prévus'},`;
}

function time({ runs, chipHours, hours, times, parts: counted }: Ran): string {
  const ours = chipHours === null ? '' : `, soit ${chipHours}`;
  if (runs > 1) return ours;
  if (hours === null) return chipHours === null ? '' : ` pendant ${chipHours}`;
  const repeated = times === null ? '' : `, ${times} fois${counted && ` (${counted})`}`;
  return ` pendant ${hours} h${repeated}${ours}`;
}

function place(places: readonly string[]): string {
  if (places.length === 0) return ', en un lieu non connu.';
  return `. ${places.length === 1 ? 'Lieu' : 'Lieux'} : ${list(places)}.`;
}

const UNKNOWN = 'une quantité non connue';

/** Ce que dit un rapport, phrase par phrase. */
export const sentences: typeof english = {
  list,
  range: (low, high, unit) =>
    ` (intervalle à 90 % : de ${low} à ${high}${unit === '' ? '' : ` ${unit}`})`,
  ofSome: (words, many, all) =>
    `${words} dans ${many} ${many === 1 ? 'calcul' : 'calculs'} sur ${all}`,
  ran: (told) =>
    `${verb(told)} sur ${list(told.hardware) || 'un matériel non connu'}${time(told)}${place(told.places)}`,
  answers: (answers) => ` Demande traitée : ${list(answers)}.`,
  aPlannedRun: 'un calcul prévu',
  planned: ({ name, chipHours, range, flop, share, tflops, rung }) => {
    const work = flop === null ? '' : `, soit ${flop} FLOP`;
    const speed =
      share === null || tflops === null ? '' : ` à ${share} % de ${tflops} TFLOP/s par puce`;
    const who = name === '' ? 'Il' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return `${who} n’a pas encore été exécuté : ses ${chipHours} heures-puces${range}${work}${speed}${work || speed ? ',' : ''} découlent ${PLANNED_BY[rung]}.`;
  },
  emitted: ({ energy, powers, held, pues, basis, mass, inUse, grids }) => {
    const from = powers.length > 0 ? ` d’après ${list(powers)}` : '';
    const counted = held.flatMap((part) => HELD[part] ?? []);
    const counting = counted.length > 0 ? `, en comptant ${list(counted)}` : ', telle que mesurée';
    const pue = pues.length > 0 ? `, avec un PUE de ${list(pues)}` : '';
    return `La consommation d’électricité est estimée à ${energy}${from}${counting}${pue} ; les émissions opérationnelles (${basis}) sont de ${mass}${inUse}, l’intensité carbone de l’électricité étant de ${list(grids)}.`;
  },
  emittedInShort: (energy, mass, basis, inUse) =>
    `L’électricité est estimée à ${energy} et les émissions (${basis}) à ${mass}${inUse}.`,
  taken: (words) =>
    ` Faute d’indication sur le modèle en service, on a supposé : ${words.join(' ; ')}.`,
  onAverage: (mass) =>
    ` Il s’agit de la somme des valeurs centrales des calculs ; l’espérance de la somme est de ${mass}.`,
  grid: (g, zone, year, scope) =>
    `${g} g CO2e/kWh (${[zone, year, scope && GRIDS[scope]].filter((one) => one !== null).join(', ') || 'valeur indiquée'})`,
  basis: (scope) => `fondées sur le lieu${scope === null ? '' : SCOPES[scope]}`,
  made: (mass) => `La part de la fabrication du matériel est de ${mass}.`,
  madeUnknown: 'La part de la fabrication du matériel n’est pas connue.',
  scopes: (scope2, scope3) =>
    `Selon le GHG Protocol, l’acheteur de l’électricité compte ${scope2 ?? UNKNOWN} en scope 2, fondé sur le lieu, et ${scope3 ?? UNKNOWN} en scope 3, catégorie 3 (combustibles et centrales, sans les pertes en ligne). Pour le client d’un cloud, le tout relève du scope 3.`,
  scopesUnknown: 'La répartition entre les scopes 2 et 3 du GHG Protocol n’est pas connue.',
  market: (mass) => `Les émissions fondées sur le marché sont de ${mass}.`,
  marketUnknown: 'Les émissions fondées sur le marché ne sont pas connues.',
  offset: (who, percent) =>
    `${list(who) || 'L’exploitant'} ${who.length > 1 ? 'déclarent' : 'déclare'} que ${percent === null ? 'la totalité de ces émissions est compensée ou couverte' : `${percent} % de ces émissions sont compensées ou couvertes`} par des contrats ; cela n’est pas déduit ici.`,
  offsetUnknown: 'La part compensée n’est pas connue.',
  water: (onSite, offSite) =>
    `Eau : ${onSite === null ? 'sur place, non connue' : `${onSite} sur place`}, ${offSite === null ? 'aux centrales électriques, non connue' : `${offSite} aux centrales électriques`}.`,
  waterUnknown: 'La consommation d’eau n’est pas connue.',
  part: (_, part) => parts[part],
  leftOut: (items) => `Ne sont pas comptés : ${list(items)}.`,
  notCounted: (told) => ` Non compté non plus, selon l’auteur : ${told}.`,
  madeWith: (tool, methods, editions, date) =>
    `${tool}, méthode ${methods}, édition des données ${editions}, ${date}`,
  cited: {
    title: (version, editions) => `version ${version}, édition des données ${editions}`,
    note: (methods, date) => `Méthode ${methods}, calcul du ${date}`,
  },
  estimatedWith: (madeWith) => `Estimation faite avec ${madeWith}.`,
  grownFrom: (paper) => `L’outil est issu de ${paper}.`,
  madeWithGrown: (madeWith, paper) => `Établi avec ${madeWith}, issu de ${paper}.`,
  opens: { run: 'Ce calcul', there: ' s’y ouvre avec son reçu détaillé.' },
  thisRun: (address) => ` ; ce calcul : ${address}`,
};
