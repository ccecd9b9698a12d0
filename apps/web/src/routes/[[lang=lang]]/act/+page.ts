import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

export const load = async ({ params }: { params: { lang?: string } }) => ({
  words: (await WORDS.act(languageOf(params.lang))).words,
});
