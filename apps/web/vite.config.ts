import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { commons } from '../../packages/data/vite/commons.ts';

export default defineConfig({
  plugins: [commons(), sveltekit()],
  build: { target: 'es2022' },
  server: { fs: { allow: ['../..'] } },
});
