import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';
import type { PageLoadEvent } from './$types';

export const load = async ({ params, data }: PageLoadEvent) => ({
  ...data,
  words: (await WORDS.about(languageOf(params.lang))).words,
});
