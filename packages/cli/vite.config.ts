import { defineConfig } from 'vite';
import { commons } from '../data/vite/commons.ts';

// The private rooms are bundled in; what users install beside the package stays outside.
export default defineConfig({
  plugins: [commons({ tableFiles: true })],
  build: {
    ssr: true,
    // The tables' files.
    ssrEmitAssets: true,
    target: 'node20',
    outDir: 'dist',
    rollupOptions: {
      input: { index: 'src/index.ts', main: 'src/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@ml-emissions\//] },
});
