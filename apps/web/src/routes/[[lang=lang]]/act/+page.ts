import { languageOf } from '$lib/text/languages.ts';
import { PAGE_WORDS } from '$lib/text/load-pages.ts';

export const load = async ({ params }: { params: { lang?: string } }) => ({
  words: (await PAGE_WORDS.act(languageOf(params.lang))).words,
});
