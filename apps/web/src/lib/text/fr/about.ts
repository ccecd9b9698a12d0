import type { words as english } from '../en/about.ts';

/** Les mots français de la page À propos. */
export const words: typeof english = {
  title: 'À propos',
  whatTitle: 'Ce que c’est',
  what: [
    'Ce calculateur dit combien de CO2e émettent les calculs d’un projet d’apprentissage automatique, à quel point ce chiffre est sûr, et ce qui le ferait baisser. Il est né de l’article de 2019 de Lacoste, Luccioni, Schmidt et Dandres, en reproduit les chiffres et va plus loin : machines entières, plusieurs calculs, intervalles, et une source derrière chaque nombre.',
    'Il s’adresse à une chercheuse pressée, à un ingénieur qui choisit où entraîner, à une équipe aux nombreux travaux, à un enseignant. Les mêmes nombres viennent de cette page, de la commande ml-emissions et de la bibliothèque du même nom, jusqu’au dernier chiffre.',
  ],
  notTitle: 'Ce qu’il ne fait pas',
  not: [
    'Il ne mesure pas. Un compteur à la prise vaut mieux que toute estimation, et sa lecture peut être saisie.',
    'Il ne compte ni les réseaux, ni le stockage ailleurs, ni les bâtiments, ni l’usage fait d’un modèle.',
    'Il ne déduit jamais compensations ni certificats ; ils sont à côté du chiffre.',
    'Les chiffres des réseaux sont des moyennes annuelles ; l’heure d’un calcul est dans l’intervalle, non dans le chiffre.',
    'Les tables de données et leurs notes sont en anglais sur toutes les pages.',
  ],
  privacyTitle: 'Vie privée',
  privacy: [
    'Tout est calculé dans ce navigateur. Rien de ce qui est écrit ne le quitte ; il n’y a ni compte, ni cookie, ni mesure d’audience, et aucun autre hôte n’est sollicité.',
    'Ce navigateur garde ce qui a été écrit, et le thème, dans son stockage local ; et la page elle-même, pour qu’elle marche sans réseau. Effacer les données de ce site retire les deux. Un lien copié contient le projet dans la partie de l’adresse après #, que les navigateurs n’envoient à aucun serveur.',
  ],
  citeTitle: 'Citer',
  cite: 'Merci de citer l’article, et ce calculateur avec l’édition des données utilisée.',
  copy: 'Copier le BibTeX',
  copied: 'Copié.',
  notCopied: 'Ce navigateur ne laisse pas une page copier ; sélectionnez plutôt le texte.',
  licenceTitle: 'Licences',
  licence:
    'Le code est sous licence MIT. Les tables sont des faits tirés des sources qu’elles nomment ; celles de data/odbl sont sous Open Database License 1.0. Les contours de la carte sont de Natural Earth, dans le domaine public.',
  versionTitle: 'Versions',
  version: (version, edition, hash) =>
    `Calculateur ${version} ; édition des données ${edition}, ${hash}. Chaque résultat nomme l’édition dont il vient, et reste reproductible depuis elle.`,
};
