import { languageOf } from '$lib/text/languages.ts';
import { PAGE_WORDS } from '$lib/text/load-pages.ts';

interface Given {
  readonly params: { readonly lang?: string };
  /** What `+page.server.ts` has set. */
  readonly data: { readonly equations: Readonly<Record<string, string>> };
}

export const load = async ({ params, data: { equations } }: Given) => ({
  equations,
  words: (await PAGE_WORDS.method(languageOf(params.lang))).words,
});
