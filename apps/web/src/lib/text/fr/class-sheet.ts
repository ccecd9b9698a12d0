import type { words as english } from '../en/class-sheet.ts';

/** French words of the sheet for a class. */
export const words: typeof english = {
  title: 'Qu’émet un entraînement ? Une fiche pour la classe',
  about:
    'Deux pages : des questions avec la place d’y répondre, puis les réponses et leurs sources. Les nombres des questions sont des exemples.',
  print: 'L’imprimer',
  back: 'Retour à Comprendre',
  name: 'Nom :',
  date: 'Date :',
  equation: 'CO2e = puissance × heures × PUE × intensité carbone du réseau',
  strip: (count, year) =>
    `Un trait pour chacun des ${count} pays et territoires : g CO2e par kWh d’électricité, sur la vie des centrales, ${year}`,
  continents: {
    AFRICA: 'Afrique',
    ASIA: 'Asie',
    EUROPE: 'Europe',
    'NORTH-AMERICA': 'Amér. du Nord',
    OCEANIA: 'Océanie',
    'SOUTH-AMERICA': 'Amér. du Sud',
  },
  day: 'Un centre de données qui consomme autant à toute heure (tirets), et le soleil d’un jour clair',
  questions: [
    'Un kilogramme de méthane : combien de kilogrammes de CO2 réchauffent autant sur 100 ans ? Devinez d’abord.',
    'Lisez la figure. Entre quels chiffres sont les réseaux d’Europe ? Combien de fois le dernier émet-il ce qu’émet le premier ?',
    'Huit puces prennent chacune 400 W pendant 100 heures. Combien de kWh ? Le bâtiment a un PUE de 1,1 : combien avec lui ?',
    'Qu’est-ce que cela émet sur un réseau à 400 g CO2e/kWh ? Et sur un réseau à 30 ?',
    'Un bâtiment a un PUE de 1,05. Qu’est-ce que cela dit, et ne dit pas ?',
    'Le fournisseur a acheté des certificats pour chaque kWh de ce calcul. Qu’a émis le réseau à 400 g ? Comment s’appellent les deux chiffres ?',
    'Le centre du dessin achète autant d’électricité solaire qu’il en consomme dans la journée. Hachurez la part de sa consommation pour laquelle il y a du soleil. Combien est-ce ?',
    'Un modèle a pris 50 000 kWh pour être entraîné. Une réponse prend 0,5 Wh. Après combien de réponses l’usage a-t-il pris autant ?',
  ],
  answers: 'Réponses',
  answer: {
    methane: (hundred, twenty, ar5) =>
      `Environ ${hundred} kg d’après le dernier rapport du GIEC (AR6), ${ar5} d’après le précédent ; sur 20 ans, ${twenty} kg.`,
    grids: (low, lowest, high, highest, times) =>
      `De ${low} g (${lowest}) à ${high} g (${highest}) : environ ${times} fois.`,
    energy: (kwh, withPue) => `8 × 0,4 kW × 100 h = ${kwh} kWh ; × 1,1 = ${withPue} kWh.`,
    emitted: (high, low, times) =>
      `${high} et ${low} : ${times} fois moins pour le même travail, par le lieu seul.`,
    pue: 'Pour chaque kWh de ses ordinateurs, le bâtiment en prend 0,05 de plus. Cela ne dit ni d’où vient l’électricité, ni si les ordinateurs sont bien employés.',
    market: (high) =>
      `${high}, comme avant : c’est le chiffre fondé sur le lieu. Celui fondé sur le marché est 0. Les rapports donnent les deux.`,
    matched: (share) =>
      `Environ ${share}. Compté sur la journée entière, ou sur l’année, le même achat s’appelle 100 %.`,
    answers: (count) =>
      `50 000 kWh / 0,0005 kWh = ${count} réponses. Une seule est peu ; beaucoup ne le sont pas.`,
  },
  gases: 'Les gaz, en kg CO2e par kg',
  gas: 'Gaz',
  factors: ['AR5, 100 ans', 'AR6, 100 ans', 'AR6, 20 ans'],
  world: 'Ce que le monde émet, Gt CO2e par an',
  credits: (share) =>
    `À discuter : des crédits de compensation de 2 346 projets examinés, moins de ${share} sur 100 valaient de vraies réductions. Pourquoi ne retranche-t-on pas les compensations du chiffre ?`,
  sources: 'Sources :',
};
