import type { words as english } from '../en/figure.ts';

/** Les mots français autour de chaque graphique. */
export const words: typeof english = {
  views: 'Graphique ou tableau',
  chart: 'Graphique',
  table: 'Tableau',
  sources: 'Sources :',
  manySources: (count) => `${count} sources`,
  download: 'Télécharger',
  csv: 'Chiffres (CSV)',
  svg: 'Image (SVG)',
  unknown: 'inconnu',
  source: 'source',
  licence: 'licence',
  /** Over a table of which columns are out of sight. */
  scrolls: 'D’autres colonnes sur le côté',
};
