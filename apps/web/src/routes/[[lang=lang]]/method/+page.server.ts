import katex from 'katex';
import { EQUATIONS, inLanguage } from '$lib/method/equations.ts';
import { languageOf } from '$lib/text/languages.ts';
import type { PageServerLoad } from './$types';

const set = (tex: string) =>
  katex.renderToString(tex, { output: 'mathml', displayMode: true, strict: 'error' });

/** The equations as MathML, set when the site is built: the browser gets no code for it. */
export const load: PageServerLoad = ({ params }) => ({
  equations: Object.fromEntries(
    Object.entries(EQUATIONS).map(([id, tex]) => [
      id,
      [tex]
        .flat()
        .map((one) => set(inLanguage(one, languageOf(params.lang))))
        .join(''),
    ]),
  ),
});
