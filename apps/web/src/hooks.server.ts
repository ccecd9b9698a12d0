import type { Handle } from '@sveltejs/kit';
import { languageOf } from '$lib/text/languages.ts';

/** Says the language of each page where screen readers and browsers look for it. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('<html lang="en"', `<html lang="${languageOf(event.params.lang)}"`),
  });
