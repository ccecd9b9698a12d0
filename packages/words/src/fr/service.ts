import type { ServiceDescription, ServiceUnit } from '@ml-emissions/model';
import { type Sentences, short } from '../language.ts';
import { largeOf } from './large.ts';

const UNITS: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'jetons écrits',
  request: 'requêtes',
  image: 'images',
  'video-second': 'secondes de vidéo',
  query: 'questions',
};

const ONE: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'un jeton',
  request: 'une requête',
  image: 'une image',
  'video-second': 'une seconde de vidéo',
  query: 'une question',
};

const SIZES: Readonly<Record<NonNullable<ServiceDescription['sizeClass']>, string>> = {
  small: 'petit, 3 à 20 milliards de paramètres',
  medium: 'moyen, 12 à 70 milliards de paramètres utilisés par jeton',
  large: 'grand, 40 à 260 milliards de paramètres utilisés par jeton',
  frontier: 'de pointe, 100 à 940 milliards de paramètres utilisés par jeton',
};

/** Modèles en service. */
export const service = {
  'settle-service':
    'dites l’énergie mesurée ; ou les jetons par seconde que vos puces écrivent, avec leur puissance mesurée ; ou combien de requêtes elles ont à la fois',
  'settle-service-of-batch':
    'dites l’énergie mesurée ; ou les jetons par seconde que vos puces écrivent, avec leur puissance mesurée',
  'settle-pictures':
    'dites l’énergie mesurée ; ou les heures où vos puces travaillent, avec leur puissance mesurée',
  'taken-in-16-bits': 'le modèle est supposé en 16 bits (sinon dites la précision)',
  'taken-on-h100':
    'les puces sont supposées comme des H100 SXM5, et leur fabrication n’est pas comptée (sinon nommez-les)',
  'settle-capacity':
    'dites pendant quelle part du temps où elles sont retenues les puces travaillent',
  'edition-serves-nothing': 'cette édition n’a pas d’énergie de modèles en service',
  'size-not-told':
    'les paramètres du modèle ne sont pas indiqués ; d’un modèle dont ils ne sont pas publiés, une classe de taille peut être devinée',
  'tokens-not-told': 'combien de jetons a une réponse n’est pas indiqué',
  'chips-not-told':
    'les puces qui écrivent tant de jetons par seconde, et leur nombre, ne sont pas indiqués',
  'speed-beyond-chips': ({ perSecond, most }, { number }) =>
    `${number(short(perSecond))} jetons par seconde sont plus que ces puces ne peuvent lire et calculer pour le modèle, ${number(short(most))} au plus : plus de puces, moins de paramètres ou moins de jetons sont voulus`,
  'served-anew': ({ memory }, { number }) =>
    `calculé à nouveau pour elle d’après la taille du modèle${memory ? ` ; les poids prennent ${number(short(memory.neededGb))} Go, ${memory.chipsGb === null ? 'et la mémoire des puces n’est pas connue' : `plus que les ${number(short(memory.chipsGb))} Go des puces`}` : ''}`,
  'lacks-answers': 'il faut les jetons qu’un modèle en service écrit, et les paramètres du modèle',
  'tokens-by-service': 'comme le service le dit',
  'chips-by-formula': 'puces, d’après les paramètres actifs, 64 requêtes à la fois',
  'server-by-formula': 'le serveur des puces pendant le temps d’un jeton, 64 requêtes à la fois',
  'made-by-formula': 'puces et serveur sur trois ans, 64 requêtes à la fois',
  'by-what-it-answers': 'd’après ce que le service répond',
  'held-and-idle': 'machines retenues pour le service et inoccupées',
  'idle-of-share': 'd’après la part du temps où les puces travaillent',
  'idle-of-large-service': 'comme d’un grand service',
  'idle-of-service': 'comme d’un grand service, plus là où les puces attendent plus longtemps',
  served: ({ unit, units, joules, batch, isBatchTold, chips }, { number }) =>
    `${largeOf(units, UNITS[unit], number)} à ${number(short(joules))} J aux puces : ${batch === null ? '' : `${number(short(batch))} ${batch === 1 ? 'requête' : 'requêtes'} à la fois${isBatchTold ? '' : ' (non indiqué)'}, `}${number(chips)} ${chips === 1 ? 'puce' : 'puces'} par copie du modèle`,
  'as-long-as-chips-draw': ({ watts }, { number }) =>
    `aussi longtemps que dure leur énergie à la puissance habituelle d’une puce, ${number(short(watts))} W`,
  'served-time': ({ units, perSecond }, { number }) =>
    `${largeOf(units, 'jetons', number)} à ${number(short(perSecond))} par seconde`,
  'copy-too-large': ({ weightsGb, precision, isPrecisionTold, chips, chipsGb }, { number }) =>
    `les poids occupent ${number(short(weightsGb))} Go en ${precision}${isPrecisionTold ? '' : ' (non précisé)'}, et ${chips === 1 ? 'la puce qui les contient a' : `les ${number(chips)} puces qui les contiennent ont`} ${number(short(chipsGb))} Go : il faut plus de puces ou une précision plus petite`,
  'chips-too-few': ({ hours, isHeld, chips, neededChips }, { number }) =>
    `${chips === 1 ? `la puce ${isHeld ? 'serait réservée' : 'travaillerait'}` : `les ${number(chips)} puces ${isHeld ? 'seraient réservées' : 'travailleraient'}`} ${number(short(hours))} heures pour répondre à ce qui est demandé en une année de 8 760 heures : il faut environ ${number(neededChips)} de ces puces, ou demander moins`,
  'answers-beyond-chips': ({ perSecond, most }, { number }) =>
    `les jetons dans le temps indiqué font ${number(short(perSecond))} par seconde, et ces puces peuvent en lire et calculer ${number(short(most))} au plus pour ce modèle : le temps, les puces, les paramètres ou les jetons sont autres`,
  'answers-beyond-energy': ({ joules, least }, { number }) =>
    `l’énergie est de ${number(short(joules))} J par jeton, et le calcul du modèle en demande au moins ${number(short(least))} J sur de telles puces : l’énergie, les paramètres ou les jetons sont autres`,
  'answers-too-cheap': ({ unit, joules, least }, { number }) =>
    `ce qui est indiqué laisse au plus ${number(short(joules))} J pour ${ONE[unit]}, et un modèle de cette taille en demande au moins ${number(short(least))} : le temps, les puces, l’énergie, les paramètres ou le nombre sont autres`,
  'size-guessed': ({ sizeClass }) =>
    `la taille du modèle n’est pas publiée ; elle est prise comme vous la devinez : ${SIZES[sizeClass]}`,
} satisfies Partial<Sentences>;
