/** English words around every chart. Another language is a file of the same shape. */
export const words = {
  views: 'Chart or table',
  chart: 'Chart',
  table: 'Table',
  sources: 'Sources:',
  manySources: (count: number) => `${count} sources`,
  download: 'Download',
  csv: 'Figures (CSV)',
  svg: 'Picture (SVG)',
  unknown: 'not known',
  source: 'source',
  licence: 'licence',
  /** Over a table of which columns are out of sight. */
  scrolls: 'More columns to the side',
};
