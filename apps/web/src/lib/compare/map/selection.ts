import { otherProvider } from '../../form/another-place.ts';
import { GRID, type RunForm } from '../../state/fields.ts';
import type { Session } from '../../state/session.svelte.ts';

/** What is looked at: a provider's region by its key, or a grid by its id. One for map, lists and strip. */
export type Selection = { readonly place: string } | { readonly zone: string };

/** The fields of the run in hand on a grid, as somebody would choose it in the sentence. */
export const fieldsOn = (session: Session, zone: string): Partial<RunForm> => ({
  ...otherProvider(session, GRID),
  zone,
});
