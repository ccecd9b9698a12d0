// First: the build names what is fetched ahead by going through imports in order, and leaves out what a part that
// comes later (the calculator) was seen to need before.
import '$lib/text/say.ts';
import '$lib/text/format.ts';
import { session } from '$lib/state/session.svelte.ts';
import { languageOf } from '$lib/text/languages.ts';
import { WORDS } from '$lib/text/load.ts';

// Every page is written to a file when the site is built; there is no server.
export const prerender = true;
export const trailingSlash = 'always';

interface Given {
  readonly params: { readonly lang?: string };
  readonly route: { readonly id: string | null };
}

export const load = async ({ params, route }: Given) => {
  // The calculator's own page opens with a finished answer, and a ledger is asked elsewhere; all others compute at once.
  const isAnswered = route.id === '/[[lang=lang]]' || route.id === '/[[lang=lang]]/ledger';
  const [{ words: shell }] = await Promise.all([
    WORDS.shell(languageOf(params.lang)),
    isAnswered ? undefined : session.wake(),
  ]);
  return { shell };
};
