import type { words as english } from '../en/problems.ts';

/** Les mots français de ce qui ne va pas dans un champ. */
export const words: typeof english = {
  ask: {
    count: 'Indiquez combien de puces.',
    accelerator: 'Choisissez le matériel.',
    cpu: 'Choisissez un processeur, par exemple EPYC 7742.',
    chipName: 'Donnez un nom à votre puce.',
    chipTdpW: 'Indiquez la puissance nominale de votre puce en watts.',
    instance: 'Choisissez le type d’instance.',
    slice: 'Indiquez une tranche, par exemple v3-256.',
    hours: 'Indiquez les heures, par exemple 36 ou 2 jours.',
    region: 'Choisissez une région.',
    zone: 'Choisissez un pays ou un réseau.',
    namedSite: 'Choisissez un calculateur ou un service.',
    intensity: 'Indiquez les g CO2e/kWh de votre électricité.',
    unitName: 'Dites ce que cela produit ou sert, par exemple une image.',
    unitCount: 'Dites combien.',
  },
  askFor: (label) => `Il manque : ${label}.`,
  of: {
    'too-long': () => 'C’est trop long.',
    'control-character': () => 'Ce texte contient des caractères invisibles.',
    conflict: () => 'Deux réponses se contredisent.',
    'no-intensity': (text) =>
      `Aucune intensité carbone n’est connue pour « ${text} » : indiquez-en une.`,
    'no-tdp': (text) =>
      `La puissance nominale de « ${text} » n’est pas connue : choisissez « votre propre puce » et indiquez-la.`,
    'not-in-method': () => 'Cette méthode ne sait pas répondre à cela.',
  },
  ambiguous: (text) => `« ${text} » peut désigner plusieurs choses.`,
  unknown: (text) => `« ${text} » n’est pas connu ici.`,
  misfit: (text, expected) =>
    `${text ? `« ${text} »` : 'Ce que dit le fichier'} ne convient pas ici${expected && ` : ${expected}`}.`,
  above: (least) => `un nombre au-dessus de ${least}`,
  from: (least) => `un nombre à partir de ${least}`,
  atMost: (most) => `, au plus ${most}`,
  forms: {
    amount: ', seul ou comme bas..valeur..haut',
    duration: ', comme 36, 2d4h ou 30..36..50',
    share: ', comme 0,4 ou 40 %',
  },
  tooLarge: 'Ce nombre est trop grand.',
  rangeOrder: 'bas..valeur..haut en ordre croissant, comme 250..320..410',
  perhapsOne: 'Peut-être :',
  perhaps: (names) => `Peut-être : ${names}.`,
};
