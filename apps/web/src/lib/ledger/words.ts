import type { Language } from '../text/languages.ts';

/** The words of a ledger's page; apart from those of the rooms, which the first load knows the names of. */
export const ledgerWords = (language: Language) =>
  language === 'fr' ? import('../text/fr/ledger.ts') : import('../text/en/ledger.ts');
/** What they are. */
export type LedgerWords = Awaited<ReturnType<typeof ledgerWords>>['words'];
