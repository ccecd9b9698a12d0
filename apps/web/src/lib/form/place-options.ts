import type { Named } from '../state/engine.ts';
import { GRID, OWN, SITE } from '../state/fields.ts';
import type { Session } from '../state/session.svelte.ts';
import { placeName } from '../text/places.ts';
import { calculate } from '../text/words.ts';

/** What a zone is called in the language of the page; '' where it is no zone of the tables. */
export function zoneNameOf({ engine }: Session, id: string): string {
  const row = engine?.list('zones', id).find((one) => one.id === id);
  return row ? placeName(id, row.name) : '';
}

/** Providers that have regions, named sites, and the user's own machines; one that is gone is kept to be seen. */
export function providerOptions(
  providers: readonly Named[],
  chosen: string,
): { readonly value: string; readonly label: string }[] {
  const words = calculate();
  const own = [
    { value: GRID, label: words.ownGrid },
    { value: OWN, label: words.ownMachines },
    { value: SITE, label: words.namedSites },
  ];
  const options = providers.map(({ id, name }) => ({ value: id, label: name }));
  const all = [...own, ...options];
  const isThere = all.some(({ value }) => value === chosen);
  return isThere ? all : [...all, { value: chosen, label: chosen }];
}
