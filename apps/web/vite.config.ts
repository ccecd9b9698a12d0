import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { commons } from '../../packages/data/vite/commons.ts';

export default defineConfig({
  // The other build of the same library needs Node's Buffer.
  resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
  plugins: [commons(), sveltekit()],
  build: { target: 'es2022' },
  server: { fs: { allow: ['../..'] } },
});
