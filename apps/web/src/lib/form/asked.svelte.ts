import type { FieldName } from '../state/fields.ts';

/** The field that another part of the page asks for: the form opens it and moves there. */
export const asked = $state<{ field: FieldName | null }>({ field: null });
