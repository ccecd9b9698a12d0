import katex from 'katex';
import { EQUATIONS } from '$lib/method/equations.ts';

const set = (tex: string) =>
  katex.renderToString(tex, { output: 'mathml', displayMode: true, strict: 'error' });

/** The equations as MathML, set when the site is built: the browser gets no code for it. */
export const load = () => ({
  equations: Object.fromEntries(
    Object.entries(EQUATIONS).map(([id, tex]) => [id, [tex].flat().map(set).join('')]),
  ),
});
