import type { ClientInit } from '@sveltejs/kit';
import { detachFields, firstSign } from '$lib/early.ts';
import { isAnythingKept } from '$lib/state/kept.ts';
import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

/** What the words of the first page need: fetched while it is read. */
async function fetchWords(): Promise<void> {
  const language = languageOf(document.documentElement.lang);
  await Promise.all([
    WORDS.shell(language),
    WORDS.calculate(language),
    // The receipt's ranges need a part that the build takes for the calculator's own, and leaves out.
    import('$lib/text/range.ts'),
  ]).catch(() => undefined);
}

/**
 * A page that stands finished in its HTML, and shows what is wanted, stays as it is until somebody does something:
 * most who come read first, and a slow phone is deaf while a page comes alive. What is missing then is said where
 * it is needed, so no failure is told here.
 */
export const init: ClientInit = async () => {
  const finished = document.querySelector<HTMLElement>('[data-finished]');
  const isElsewhere =
    location.hash !== '' ||
    location.search !== '' ||
    document.documentElement.dataset.view !== undefined;
  if (!finished || isElsewhere || isAnythingKept()) return detachFields();
  if (finished.dataset.finished === 'calculate') void fetchWords();
  await firstSign();
  detachFields();
  // The calculator comes while the page comes alive.
  void import('$lib/state/engine.ts').catch(() => undefined);
};
