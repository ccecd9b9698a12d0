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
    ledger: 'Registre',
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
  otherTab: 'Un autre onglet a modifié ce projet ; celui-ci montre la même chose.',
  noScript:
    'Votre navigateur n’exécute pas JavaScript. La première page montre l’exemple de départ, calculé, avec son reçu ; Comprendre, Agir, Méthode et À propos se lisent. Pour votre propre calcul, autorisez JavaScript pour cette page (rien n’est envoyé nulle part), ou utilisez la commande, dans un clone du code :',
  notFound: 'Il n’y a pas de page à cette adresse.',
  toCalculator: 'Vers le calculateur',
  /** Beside advice to move, on every page that gives it. */
  moving: {
    places: (cities, more, providers) =>
      `${cities}${more > 0 ? ` et ${more} ${more < 2 ? 'autre' : 'autres'} ${providers > 0 ? 'lieu' : 'puce'}${more < 2 ? '' : providers > 0 ? 'x' : 's'}` : ''}${providers > 1 ? `, chez ${providers} fournisseurs` : ''}`,
    group: (low, high) => (low === high ? low : `${low} à ${high}`),
    average:
      'Ce sont des moyennes de toute la production : un calcul déplacé est servi par une production ajoutée, marginale, et là où beaucoup se déplacent le gain est moindre.',
    about: 'Ce que fait un calcul déplacé',
  },
  footer: {
    grownFrom: 'Né de l’article',
    paper:
      'A. Lacoste, A. Luccioni, V. Schmidt, T. Dandres : Quantifying the Carbon Emissions of Machine Learning, 2019, arXiv:1910.09700',
    privacy: 'Tout est calculé dans ce navigateur. Rien n’est envoyé.',
    edition: (edition: string) => `Édition des données ${edition}`,
    data: (edition: string, hash: string) => `Édition des données ${edition} (${hash})`,
    trust: 'Confiance',
    validation: 'Vérifié par des compteurs et des articles',
    corrections: 'Corrections',
    code: 'Code',
    issues: 'Signalements',
    licences: 'Licences',
    printed: (day: string) => `Imprimé le ${day}.`,
  },
};
