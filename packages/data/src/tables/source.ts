import { optionalInteger, optionalText, type Row, text } from '../column.ts';

/** `data/sources.csv`: where facts come from. */
export const sourceColumns = {
  id: text('key'),
  title: text('title of the document or data set'),
  publisher: text('who published it'),
  year: optionalInteger('of publication', { min: 1990, max: 2030 }),
  url: optionalText('where to find it'),
  licence: text('of the source; facts taken one by one are not bound by it where it says so'),
  edition: optionalText('version or retrieval'),
  note: optionalText('what else to know'),
};
export type SourceRow = Row<typeof sourceColumns>;
