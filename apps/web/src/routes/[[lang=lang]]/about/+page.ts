import { languageOf } from '$lib/text/languages.ts';
import { PAGE_WORDS } from '$lib/text/load-pages.ts';
import type { PageLoadEvent } from './$types';

export const load = async ({ params, data }: PageLoadEvent) => ({
  ...data,
  words: (await PAGE_WORDS.about(languageOf(params.lang))).words,
});
