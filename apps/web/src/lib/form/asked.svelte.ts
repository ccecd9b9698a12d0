import type { FieldName } from '../state/fields.ts';

/** A field, or one of the choices that stand for several. */
export type AskedField = FieldName | 'chip' | 'provider';

/** The field that another part of the page asks for: the form opens it and moves there. */
export const asked = $state<{ field: AskedField | null }>({ field: null });
