import type { SourceRow } from '@ml-emissions/calculator';
import { calculator } from '../state/calculator.ts';

/** What is said of a source. */
type Source = Pick<SourceRow, 'id' | 'title' | 'publisher' | 'year' | 'url' | 'licence'>;

/** Those that no estimate of the first tables cites: fetched when one of them is asked for. */
let others = $state.raw<ReadonlyMap<string, Source> | null>(null);
let isOnItsWay = false;

async function fetchOthers(): Promise<void> {
  const { writtenTable } = await import('@ml-emissions/calculator/tables');
  const { columns, rows } = await writtenTable('sources');
  const sources = rows.map((row): Source => {
    const cell = (name: string) => row[columns.indexOf(name)] ?? '';
    const [id, title, publisher] = [cell('id'), cell('title'), cell('publisher')];
    const year = cell('year') === '' ? null : Number(cell('year'));
    return { id, title, publisher, year, url: cell('url'), licence: cell('licence') };
  });
  others = new Map(sources.map((source) => [source.id, source]));
}

/** The rows of the sources table, those that there are; one that is still to be fetched follows. */
export function sourcesBy(ids: readonly string[]): Source[] {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  // A ledger's page names none, and has no calculator to ask.
  if (wanted.length === 0) return [];
  const { source } = calculator().catalogue();
  const found = wanted.flatMap((id) => source(id) ?? others?.get(id) ?? []);
  const isShort = found.length < wanted.length && others === null;
  if (isShort && !isOnItsWay && !import.meta.env.SSR) {
    isOnItsWay = true;
    fetchOthers()
      // The page says what it has; what comes next may ask again.
      .catch(() => {})
      .finally(() => {
        isOnItsWay = false;
      });
  }
  return found;
}
