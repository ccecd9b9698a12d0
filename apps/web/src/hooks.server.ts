import type { Handle } from '@sveltejs/kit';
import { languageOf } from '$lib/text/languages.ts';
import firstPaint from './first-paint.js?raw';

/** Says the language of each page where screen readers and browsers look for it, and puts the theme before the first paint. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('<html lang="en"', `<html lang="${languageOf(event.params.lang)}"`)
        .replace('<!--first-paint-->', () => `<script>${firstPaint}</script>`),
  });
