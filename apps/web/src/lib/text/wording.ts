import { language } from './format.ts';

/** How a fault is worded, with its words: a page opens with nothing wrong, and fetches neither. */
export async function fetchWording() {
  const [{ problemParts, problemText }, { words }] = await Promise.all([
    import('./problems.ts'),
    language() === 'fr' ? import('./fr/problems.ts') : import('./en/problems.ts'),
  ]);
  return { problemParts, problemText, words };
}
/** The same, fetched. */
export type Wording = Awaited<ReturnType<typeof fetchWording>>;
