import type { words as english } from '../en/publish.ts';

/** French words of the Publish page. The texts to publish are in English, as their readers expect. */
export const words: typeof english = {
  title: 'Publier',
  about:
    'Le calcul de la page Calculer, sous la forme qu’attend un article, une fiche de modèle, une liste de contrôle ou une autorité. Chaque texte porte ses données d’entrée, si bien que chacun peut le vérifier avec ml-emissions verify. Les textes sont en anglais.',
  format: 'Format',
  preview: 'Aperçu',
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'Ce navigateur ne permet pas à une page de copier ; sélectionnez le texte.',
  download: 'Télécharger',
  bibtex: 'Copier le BibTeX',
  none: 'Il n’y a pas de chiffre à publier : le calcul de la page Calculer est à revoir.',
  formats: {
    latex: 'Paragraphe LaTeX avec BibTeX',
    markdown: 'Paragraphe Markdown',
    text: 'Texte simple',
    'model-card': 'Fiche de modèle Hugging Face',
    neurips: 'Liste de contrôle NeurIPS, point 8',
    acl: 'ACL, recherche responsable en TAL, C1',
    cvpr: 'Formulaire de calcul CVPR',
    'eu-ai': 'Documentation pour le règlement européen sur l’IA',
    sci: 'SCI, ISO/IEC 21031',
    l1801: 'Résumé UIT-T L.1801',
    cyclonedx: 'ML-BOM CycloneDX',
    spdx: 'SPDX 3, profil IA',
    boamps: 'BoAmps',
    codecarbon: 'emissions.csv de CodeCarbon',
    json: 'Résultat entier, JSON',
    csv: 'Une ligne, CSV',
    yaml: 'Fichier du calcul, YAML',
    svg: 'Carte, SVG',
    badge: 'Badge, SVG',
  },
};
