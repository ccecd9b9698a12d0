import type { words as english } from '../en/shell.ts';

/** French words around every page. */
export const words: typeof english = {
  title: 'ML Emissions Calculator',
  description:
    'Combien de CO2e émet un calcul d’apprentissage automatique, avec quelle certitude, et ce qui réduirait ce chiffre.',
  skip: 'Aller au contenu',
  pages: {
    label: 'Pages',
    calculate: 'Calculer',
    learn: 'Comprendre',
    act: 'Agir',
    publish: 'Publier',
    data: 'Données',
    method: 'Méthode',
    about: 'À propos',
  },
  theme: { name: 'Thème', auto: 'Système', light: 'Clair', dark: 'Sombre' },
  language: 'Langue',
  loading: 'Chargement …',
  titleOf: (page, title) => `${page} : ${title}`,
  cut: 'Ce qu’il faut ici n’a pas pu être chargé. Y a-t-il un réseau ? La prochaine touche le redemande.',
  again: 'Réessayer',
  notFound: 'Il n’y a pas de page à cette adresse.',
  toCalculator: 'Vers le calculateur',
  footer: {
    grownFrom: 'Né de l’article',
    paper:
      'A. Lacoste, A. Luccioni, V. Schmidt, T. Dandres : Quantifying the Carbon Emissions of Machine Learning, 2019, arXiv:1910.09700',
    privacy: 'Tout est calculé dans ce navigateur. Rien n’est envoyé.',
    data: (edition: string, hash: string) => `Édition des données ${edition} (${hash})`,
    printed: (day: string) => `Imprimé le ${day}.`,
  },
};
