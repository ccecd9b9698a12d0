import type { WordsOf } from '../text/load.ts';
import { isUntold } from './asks.ts';
import type { Taken } from './from-table.ts';

const MOST_NAMED = 5;

/** What of a table became no run, and what of its runs is still asked, in words; '' where all is told. */
export function leftOf(
  { forms, unread, rejected, leftOut }: Taken,
  words: WordsOf<'runs'>['paste'],
): string {
  const some = rejected.slice(0, MOST_NAMED).map(({ row, column }) => words.row(row, column));
  const more = rejected.length - some.length;
  const rows = [...some, ...(more > 0 ? [words.andMore(more)] : [])].join(', ');
  const untold = forms.filter(isUntold).length;
  return [
    unread.length > 0 ? words.unread(unread.join(', ')) : '',
    rejected.length > 0 ? words.rejected(rejected.length, rows) : '',
    leftOut > 0 ? words.leftOut(leftOut) : '',
    untold > 1 ? words.untold(untold) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
