import type { Language } from './languages.ts';

const isFrench = (language: Language) => language === 'fr';

/** Words by room: each comes with the page or picture that says them, in one language only. */
export const WORDS = {
  shell: (l: Language) => (isFrench(l) ? import('./fr/shell.ts') : import('./en/shell.ts')),
  calculate: (l: Language) =>
    isFrench(l) ? import('./fr/calculate.ts') : import('./en/calculate.ts'),
  fields: (l: Language) => (isFrench(l) ? import('./fr/fields.ts') : import('./en/fields.ts')),
  sheet: (l: Language) => (isFrench(l) ? import('./fr/sheet.ts') : import('./en/sheet.ts')),
  shelf: (l: Language) => (isFrench(l) ? import('./fr/shelf.ts') : import('./en/shelf.ts')),
  publish: (l: Language) => (isFrench(l) ? import('./fr/publish.ts') : import('./en/publish.ts')),
  compare: (l: Language) => (isFrench(l) ? import('./fr/compare.ts') : import('./en/compare.ts')),
  learn: (l: Language) => (isFrench(l) ? import('./fr/learn.ts') : import('./en/learn.ts')),
  act: (l: Language) => (isFrench(l) ? import('./fr/act.ts') : import('./en/act.ts')),
  data: (l: Language) => (isFrench(l) ? import('./fr/data.ts') : import('./en/data.ts')),
  method: (l: Language) => (isFrench(l) ? import('./fr/method.ts') : import('./en/method.ts')),
  trust: (l: Language) => (isFrench(l) ? import('./fr/trust.ts') : import('./en/trust.ts')),
  about: (l: Language) => (isFrench(l) ? import('./fr/about.ts') : import('./en/about.ts')),
  runs: (l: Language) => (isFrench(l) ? import('./fr/runs.ts') : import('./en/runs.ts')),
};

type Room = keyof typeof WORDS;
/** The words of one room. */
export type WordsOf<R extends Room> = Awaited<ReturnType<(typeof WORDS)[R]>>['words'];
