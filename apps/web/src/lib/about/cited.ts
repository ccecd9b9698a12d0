import { version } from '../../../package.json';
import { session } from '../state/session.svelte.ts';

/**
 * The two entries that a text on the run in hand cites, as BibTeX; nothing before its figures are there.
 *
 * @param site where this copy stands; null where others cannot reach it
 */
export async function cited(site: string | null = null): Promise<string> {
  const { result } = session;
  if (!result) return '';
  const { bibtex, reportOf } = await import('@ml-emissions/report');
  const date = new Date().toISOString().slice(0, 10);
  return bibtex(reportOf(result, { date, version, site }));
}
