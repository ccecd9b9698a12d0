import { LANGUAGES } from '$lib/text/languages.ts';

/** A first part of the address that names a language; English has none. */
export const match = (param: string): boolean =>
  LANGUAGES.some((id) => id !== 'en' && id === param);
