import type { words as english } from '../en/about.ts';

/** Les mots français de la page À propos. */
export const words: typeof english = {
  title: 'À propos',
  whatTitle: 'Ce que c’est',
  what: [
    'Ce calculateur dit combien de CO2e émettent les calculs d’un projet d’apprentissage automatique, à quel point ce chiffre est sûr, et ce qui le ferait baisser. Il est né de l’article de 2019 de Lacoste, Luccioni, Schmidt et Dandres, en reproduit les chiffres et va plus loin : machines entières, plusieurs calculs, intervalles, et une source derrière chaque nombre.',
    'Il s’adresse à une chercheuse pressée, à un ingénieur qui choisit où entraîner, à une équipe aux nombreux travaux, à un enseignant. Les mêmes nombres viennent de cette page, de la commande ml-emissions et de la bibliothèque du même nom, jusqu’au dernier chiffre.',
  ],
  notTitle: 'Ce qu’il ne fait pas',
  not: [
    'Il ne mesure pas. Un compteur à la prise vaut mieux que toute estimation, et sa lecture peut être saisie.',
    'Il ne compte ni les réseaux, ni le stockage ailleurs, ni les bâtiments, ni ce à quoi sert un modèle.',
    'Il ne déduit jamais compensations ni certificats ; ils sont à côté du chiffre.',
    'Les chiffres des réseaux sont des moyennes annuelles ; l’heure d’un calcul est dans l’intervalle, non dans le chiffre.',
    'Les tables de données et leurs notes sont en anglais sur toutes les pages.',
  ],
  peopleTitle: 'Auteurs',
  people: 'La méthode est née d’un article de 2019 :',
  peopleOf2019: 'Ses auteurs :',
  and: ' et ',
  formerSite: 'Il venait avec un calculateur,',
  developers:
    'Ce calculateur-ci est un travail à part : ses développeurs répondent de ses chiffres, les auteurs de l’article n’en répondent pas.',
  wrongTitle: 'Une erreur ? Signalez-la',
  wrong:
    'Sous le résultat, et dans chaque ligne du reçu une fois ouverte, se trouve « Une erreur ? Signalez-la ». Cela fait un rapport avec le chiffre, sa source et une adresse qui ouvre le calcul.',
  wrongIssue: 'Le rapport s’ouvre comme signalement, à compléter et à envoyer.',
  wrongCopied:
    'Cette copie du calculateur n’indique pas où signaler : le rapport est copié, à envoyer à qui la fait tourner.',
  codeTitle: 'Code et données',
  code: 'Code, documentation et signalements :',
  noCode:
    'Cette copie du calculateur n’indique pas d’adresse publique de son code. Qui la fait tourner l’a : le code avec sa documentation (docs), les tables (data) et l’histoire des deux (CHANGELOG.md).',
  dataLink: 'Toutes les tables, à parcourir et à télécharger',
  validationTitle: 'Vérifié par des compteurs et des articles',
  validation: (agree, published) =>
    `Sur ${published} empreintes publiées, ${agree} s’accordent avec leurs propres données comme ce calculateur les calcule ; les autres sont listées à côté.`,
  metered: (runs, inside) =>
    `Sur ${runs} calculs d’un ordinateur de bureau mesuré à la prise, ${inside} sont dans l’intervalle qu’il donne.`,
  validationLink: 'Chaque cas, dessiné et listé',
  correctionsTitle: 'Corrections',
  corrections:
    'Quand un chiffre s’avère faux, il est corrigé dans une nouvelle édition des données, et ce qui bouge est noté avec de combien et pourquoi (CHANGELOG.md) ; l’ancienne édition reste, si bien qu’un nombre publié peut être retrouvé.',
  correctionsLink: 'Ce que les tables de 2019 avaient, et ce que l’on sait maintenant',
  correctionsRun: 'Votre calcul par chaque édition',
  edition: 'Édition',
  says: 'Ce qu’elle dit, opérationnel',
  noAnswer: 'ses tables n’ont pas cette puce ou ce lieu',
  waiting: 'Chargement des anciennes éditions …',
  privacyTitle: 'Vie privée',
  privacy: [
    'Tout est calculé dans ce navigateur. Rien de ce qui est écrit ne le quitte ; il n’y a ni compte, ni cookie, ni mesure d’audience, et aucun autre hôte n’est sollicité.',
    'Ce navigateur garde ce qui a été écrit, et le thème, dans son stockage local ; et la page elle-même, pour qu’elle marche sans réseau. Effacer les données de ce site retire les deux. Un lien copié contient le projet dans la partie de l’adresse après #, que les navigateurs n’envoient à aucun serveur.',
  ],
  citeTitle: 'Citer',
  cite: 'Merci de citer l’article, et ce calculateur avec l’édition des données utilisée.',
  copy: 'Copier le BibTeX',
  copied: 'Copié.',
  notCopied: 'Ce navigateur ne laisse pas une page copier ; sélectionnez plutôt le texte.',
  licenceTitle: 'Licences',
  licence:
    'Le code est sous licence MIT. Les tables sont des faits tirés des sources qu’elles nomment ; celles de data/odbl sont sous Open Database License 1.0. Les contours de la carte sont de Natural Earth, dans le domaine public.',
  versionTitle: 'Versions',
  version: (version, edition, hash) =>
    `Calculateur ${version} ; édition des données ${edition}, ${hash}. Chaque résultat nomme l’édition dont il vient, et reste reproductible depuis elle.`,
};
