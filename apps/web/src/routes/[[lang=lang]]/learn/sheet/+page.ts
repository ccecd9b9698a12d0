import type { Facts } from '$lib/learn/sheet/facts.ts';
import { languageOf } from '$lib/text/languages.ts';
import { PAGE_WORDS } from '$lib/text/load-pages.ts';

interface Given {
  readonly params: { readonly lang?: string };
  /** What `+page.server.ts` has read from the tables. */
  readonly data: { readonly facts: Facts };
}

export const load = async ({ params, data: { facts } }: Given) => {
  const language = languageOf(params.lang);
  const [{ words }, { words: lessons }] = await Promise.all([
    PAGE_WORDS.classSheet(language),
    PAGE_WORDS.lessons(language),
  ]);
  return { words, lessons, facts };
};
