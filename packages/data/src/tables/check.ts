import { optionalText, text } from '../column.ts';

/** `data/ambiguous_aliases.csv`: a name on several rows is either here or a mistake. */
export const ambiguousAliasColumns = {
  alias: text('the name, whatever its case'),
  note: optionalText('what else to know'),
};

/** `data/check_exceptions.csv`: cells that are right although a law of the check says otherwise. */
export const checkExceptionColumns = {
  file: text('table'),
  row: text('id of the row'),
  column: text('which cell'),
  reason: text('why it is right'),
};
