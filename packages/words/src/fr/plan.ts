import type { PlanRung, SearchStrategy } from '@ml-emissions/model';
import { joined, type Sentences, short, words } from '../language.ts';
import { large, largeOf } from './large.ts';

const RUNG: Readonly<Record<PlanRung, string>> = {
  'speed-seen': 'comme vu dans un essai',
  'mfu-given': 'comme indiqué',
  'mfu-usual': 'habituel pour la puce',
};

const STRATEGIES: Readonly<Record<SearchStrategy, string>> = {
  grid: 'une grille',
  random: 'au hasard',
  'successive-halving': 'réduction successive',
};

/** Calculs qui n’ont pas encore eu lieu. */
export const plan = {
  'settle-plan':
    'dites combien de jetons par seconde une puce traite, d’après un essai de quelques minutes',
  'limit-slows':
    'combien une puce est plus lente sous une limite de puissance n’est pas connu ; les jetons par seconde d’un essai sous cette limite, ou son MFU, le disent',
  'plan-too-long': 'cela prendrait plus d’heures-puces que tout calcul',
  'no-peak': 'la vitesse de pointe de la puce n’est pas connue',
  'no-arithmetic':
    'seule la vitesse d’un essai, ou les paramètres et les jetons, disent combien de temps cela prend',
  'edition-plans-nothing': 'cette édition n’a pas de vitesses habituelles d’entraînement',
  'no-tokens-to-change': 'le calcul n’est pas prévu par ses jetons',
  'mfu-unlikely': ({ percent, tflops, precision }, { number }) =>
    `l’arithmétique du modèle en ce temps est ${number(short(percent))} % de ce que les puces peuvent à ${number(tflops)} TFLOP/s (${precision}) : ${percent > 100 ? 'moins de jetons ou de paramètres, plus de puces ou de temps sont voulus' : 'plus de jetons ou de paramètres, moins de puces ou de temps sont peut-être voulus'}`,
  'precision-not-had': ({ chip, precision, instead }) =>
    `aucune vitesse de pointe de ${chip} n’est connue en ${precision}, et la plupart des puces sans elle n’ont pas d’unité pour cela : le plan compte ${instead} à sa place`,
  'memory-too-small': ({ neededGb, chipsGb }, { number }) =>
    `poids, gradients et états d’Adam prennent ${number(short(neededGb))} Go, et toutes les puces ensemble ont ${number(short(chipsGb))} Go : cela ne tient pas sans états plus petits ou sans en placer une partie ailleurs`,
  'run-with-development': ({ runs, search, trials, strategy, ablations, failed }, { number }) =>
    [
      `${number(short(runs))} du calcul lui-même`,
      ...(trials === null
        ? []
        : [
            `${number(short(search))} d’une recherche (${number(short(trials))} essais, ${STRATEGIES[strategy]})`,
          ]),
      ...(ablations > 0 ? [`${number(short(ablations))} d’ablations`] : []),
      ...(failed > 0 ? [`${number(short(failed))} de calculs échoués`] : []),
    ].join(', '),
  'planned-anew': ({ memory }, { number }) =>
    `prévu à nouveau par ce qui lui est habituel${memory ? ` ; ses états prennent ${number(short(memory.neededGb))} Go et les puces ont ${number(short(memory.chipsGb))} Go : ils pourraient ne pas tenir` : ''}`,
  'tokens-times': ({ times }, { number }) => `${number(short(times))} fois les jetons`,
  'flop-given': 'FLOP comme indiqué',
  'flop-of-tokens': ({ passed, trained, tokens }, { number }) =>
    trained === null
      ? `6 x ${largeOf(passed, 'paramètres', number)} x ${largeOf(tokens, 'jetons', number)}`
      : `(4 x ${large(passed, number)} + 2 x ${largeOf(trained, 'paramètres entraînés', number)}) x ${largeOf(tokens, 'jetons', number)}`,
  'flop-of-samples': ({ forwardFlop, samples }, { number }) =>
    `3 x ${largeOf(forwardFlop, 'FLOP', number)} x ${largeOf(samples, 'exemples', number)}`,
  planned: ({ rung, counted, tflops, precision, mfuPercent, perSecond, chips }, language) => {
    const { number } = language;
    const work = counted && words(counted, language);
    const speed =
      perSecond === null
        ? `à ${number(short(mfuPercent ?? 0))} % de ${number(tflops ?? 0)} TFLOP/s (${precision}), ${RUNG[rung]}`
        : `à ${number(short(perSecond))} par seconde sur chaque puce, ${RUNG[rung]}`;
    const on = chips === null ? null : `sur ${number(chips)} ${chips === 1 ? 'puce' : 'puces'}`;
    return joined([`prévu : ${work ?? 'le tout'} ${speed}`, on], ', ');
  },
} satisfies Partial<Sentences>;
