import type { Language } from './languages.ts';
import type { PAGE_WORDS } from './load-pages.ts';

const isFrench = (language: Language) => language === 'fr';

/** Words by room: each comes with the page or picture that says them, in one language only. */
export const WORDS = {
  shell: (l: Language) => (isFrench(l) ? import('./fr/shell.ts') : import('./en/shell.ts')),
  calculate: (l: Language) =>
    isFrench(l) ? import('./fr/calculate.ts') : import('./en/calculate.ts'),
  fields: (l: Language) => (isFrench(l) ? import('./fr/fields.ts') : import('./en/fields.ts')),
  sheet: (l: Language) => (isFrench(l) ? import('./fr/sheet.ts') : import('./en/sheet.ts')),
  shelf: (l: Language) => (isFrench(l) ? import('./fr/shelf.ts') : import('./en/shelf.ts')),
  compare: (l: Language) => (isFrench(l) ? import('./fr/compare.ts') : import('./en/compare.ts')),
  trust: (l: Language) => (isFrench(l) ? import('./fr/trust.ts') : import('./en/trust.ts')),
  runs: (l: Language) => (isFrench(l) ? import('./fr/runs.ts') : import('./en/runs.ts')),
};

type Rooms = typeof WORDS & typeof PAGE_WORDS;
/** The words of one room. */
export type WordsOf<R extends keyof Rooms> = Awaited<ReturnType<Rooms[R]>>['words'];
