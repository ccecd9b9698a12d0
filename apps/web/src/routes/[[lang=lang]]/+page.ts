import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

export const load = async ({ params }: { params: { lang?: string } }) => ({
  calculate: (await WORDS.calculate(languageOf(params.lang))).words,
});
