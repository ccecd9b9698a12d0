import type { Language } from './languages.ts';
import { nameInFrench } from './places.ts';

/** Fetches the names of grids for a language other than that of the tables; not for the first page, which lists none. */
export async function fetchGridNames(asked: Language): Promise<void> {
  if (asked === 'fr') nameInFrench((await import('./fr/grids.ts')).grids);
}
