import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import { languageOf } from '$lib/text/languages.ts';
import early from './inline/early.js?raw';
import entry from './inline/entry.js?raw';
import held from './inline/held.js?raw';
import theme from './inline/theme.js?raw';

const INLINE = [theme, early, held, entry].map((text) => `<script>${text}</script>`).join('');

/**
 * Says the language of each page where screen readers and browsers look for it, puts in what must come before the
 * first paint, and lets the rest come after it.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      afterPaint(html)
        .replace('<html lang="en"', `<html lang="${languageOf(event.params.lang)}"`)
        .replace('<!--inline-->', () => INLINE),
  });

/** Text first: the script that starts the page, and all that it needs, are fetched by `early.load`. */
function afterPaint(html: string): string {
  const [, script = ''] = /<script>(\s*\{\s*__sveltekit[\s\S]*?)<\/script>/.exec(html) ?? [];
  const [start = ''] = /Promise\.all\(\[[^\]]*\]\)/.exec(script) ?? [];
  if (start === '')
    throw new Error('The script that starts a page is not what hooks.server.ts knows.');
  const later = script.replace(start, () => `early.load(() => ${start})`);
  return html
    .replace(script, () => later)
    .replace(hashOf(script), hashOf(later))
    .replaceAll(/ rel="modulepreload"/g, ' data-later="modulepreload"');
}

/** A script as the page's policy names it. */
const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
