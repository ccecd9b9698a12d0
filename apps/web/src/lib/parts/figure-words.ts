import { language } from '../text/format.ts';

/** The words around every chart; apart from those of the rooms, which the first load knows the names of. */
export const figureWords = () =>
  language() === 'fr' ? import('../text/fr/figure.ts') : import('../text/en/figure.ts');
/** What they are. */
export type FigureWords = Awaited<ReturnType<typeof figureWords>>['words'];
