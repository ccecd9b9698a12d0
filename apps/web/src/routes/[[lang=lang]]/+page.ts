import type { First } from '$lib/state/first.ts';
import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

interface Given {
  readonly params: { readonly lang?: string };
  /** What `+page.server.ts` has worked out. */
  readonly data: { readonly first: First };
}

export const load = async ({ params, data: { first } }: Given) => ({
  first,
  calculate: (await WORDS.calculate(languageOf(params.lang))).words,
  sheet: import.meta.env.SSR ? (await WORDS.sheet(languageOf(params.lang))).words : undefined,
});
