import type { Language } from './languages.ts';

const isFrench = (language: Language) => language === 'fr';

/** Words of pages and parts that are fetched with them, as in load.ts; the first page does not carry their list. */
export const PAGE_WORDS = {
  learn: (l: Language) => (isFrench(l) ? import('./fr/learn.ts') : import('./en/learn.ts')),
  lessons: (l: Language) => (isFrench(l) ? import('./fr/lessons.ts') : import('./en/lessons.ts')),
  classSheet: (l: Language) =>
    isFrench(l) ? import('./fr/class-sheet.ts') : import('./en/class-sheet.ts'),
  notions: (l: Language) => (isFrench(l) ? import('./fr/notions.ts') : import('./en/notions.ts')),
  act: (l: Language) => (isFrench(l) ? import('./fr/act.ts') : import('./en/act.ts')),
  publish: (l: Language) => (isFrench(l) ? import('./fr/publish.ts') : import('./en/publish.ts')),
  data: (l: Language) => (isFrench(l) ? import('./fr/data.ts') : import('./en/data.ts')),
  method: (l: Language) => (isFrench(l) ? import('./fr/method.ts') : import('./en/method.ts')),
  about: (l: Language) => (isFrench(l) ? import('./fr/about.ts') : import('./en/about.ts')),
};
