/** The languages of the site; the first is the one without a name in the address. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each calls itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** The language that an address names. */
export const languageOf = (param: string | undefined): Language => (param === 'fr' ? 'fr' : 'en');
