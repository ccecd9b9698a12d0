import type { Asked } from '@ml-emissions/report';
import type { AskedField } from '../form/asked.svelte.ts';
import { fieldAt } from '../form/groups.ts';
import { GRID, OWN, type RunForm, SITE } from '../state/fields.ts';

/** Where a place is told, by who has the machines. */
function placeField({ provider }: Readonly<RunForm>): AskedField {
  if (provider === OWN) return 'provider';
  if (provider === GRID) return 'zone';
  return provider === SITE ? 'namedSite' : 'region';
}

/**
 * The field of the calculator's page that answers what a form asks; null where none does.
 *
 * @param asked of `askedOf`
 * @param form the run that lacks it
 */
export function fieldFor(
  { field }: Pick<Asked, 'field'>,
  form: Readonly<RunForm>,
): AskedField | null {
  if (field === null) return null;
  if (field === '/place/region') return placeField(form);
  const found = fieldAt(field, form);
  if (found) return found;
  // What the run is told by otherwise: chips, or the energy that a meter told.
  if (field.startsWith('/hardware')) return 'chip';
  return field === '/hours' ? 'energyKwh' : null;
}
