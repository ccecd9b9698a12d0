import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

// Every page is written to a file when the site is built; there is no server.
export const prerender = true;
export const trailingSlash = 'always';

export const load = async ({ params }: { params: { lang?: string } }) => ({
  shell: (await WORDS.shell(languageOf(params.lang))).words,
});
