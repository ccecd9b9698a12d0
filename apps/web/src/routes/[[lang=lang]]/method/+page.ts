import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

interface Given {
  readonly params: { readonly lang?: string };
  /** What `+page.server.ts` has set. */
  readonly data: { readonly equations: Readonly<Record<string, string>> };
}

export const load = async ({ params, data: { equations } }: Given) => ({
  equations,
  words: (await WORDS.method(languageOf(params.lang))).words,
});
