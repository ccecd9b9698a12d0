import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// The scripts within the pages (src/hooks.server.ts): the policy knows them by their hashes.
const inline = ['theme', 'early', 'held', 'entry'].map((name) => {
  const text = readFileSync(new URL(`./src/inline/${name}.js`, import.meta.url));
  return /** @type {const} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`);
});

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter(),
    // Within the page, so that the first paint waits for no second answer.
    inlineStyleThreshold: 40_000,
    // Relative paths: the build can be served under any path prefix.
    paths: { relative: true },
    version: { pollInterval: 0 },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', ...inline],
        'style-src': ['self'],
        // The one style attribute of the page: the router's announcer for screen readers.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
      },
    },
  },
};
