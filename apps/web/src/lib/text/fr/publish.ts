import type { words as english } from '../en/publish.ts';
import { formats } from './formats.ts';

/** French words of the Publish page. The texts to publish are in English, as their readers expect. */
export const words: typeof english = {
  title: 'Publier',
  about:
    'Le calcul de la page Calculer, sous la forme qu’attend un article, une fiche de modèle, une liste de contrôle ou une autorité. Sauf les tableaux de nombres et le fichier du calcul, les textes portent leurs données d’entrée, si bien que chacun peut les vérifier avec ml-emissions verify. Les textes sont en anglais.',
  format: 'Format',
  preview: 'Aperçu',
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'Ce navigateur ne permet pas à une page de copier ; sélectionnez le texte.',
  download: 'Télécharger',
  bibtex: 'Copier le BibTeX',
  none: 'Il n’y a pas de chiffre à publier : le calcul de la page Calculer est à revoir.',
  formatTitle: (name, title) => formats[name] ?? title,
};
