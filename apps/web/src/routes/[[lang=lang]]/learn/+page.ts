import { fetchGridNames } from '$lib/text/grid-names.ts';
import { languageOf } from '$lib/text/languages.ts';
import { PAGE_WORDS } from '$lib/text/load-pages.ts';

export const load = async ({ params }: { params: { lang?: string } }) => {
  const language = languageOf(params.lang);
  const [{ words }, { words: lessons }] = await Promise.all([
    PAGE_WORDS.learn(language),
    PAGE_WORDS.lessons(language),
    fetchGridNames(language),
  ]);
  return { words, lessons };
};
