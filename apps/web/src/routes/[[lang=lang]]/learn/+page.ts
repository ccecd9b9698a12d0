import { fetchGridNames } from '$lib/text/grid-names.ts';
import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

export const load = async ({ params }: { params: { lang?: string } }) => {
  const language = languageOf(params.lang);
  const [{ words }] = await Promise.all([WORDS.learn(language), fetchGridNames(language)]);
  return { words };
};
