import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import { commons } from '../data/vite/commons.ts';

const KEPT = fileURLToPath(new URL('src/ranked.ts', import.meta.url));
const WORKED_OUT = fileURLToPath(new URL('ranked-now.ts', import.meta.url));

/**
 * Works out the ranking of places that nearly every estimate ends with, by the code that would do so at each start, and
 * puts it into the build.
 */
export function rankedOnce(): Plugin {
  return {
    name: 'ml-emissions-ranked',
    enforce: 'pre',
    async load(id) {
      if (id !== KEPT) return null;
      const { module } = await runnerImport<typeof import('./ranked-now.ts')>(WORKED_OUT, {
        configFile: false,
        plugins: [commons()],
      });
      return `export const RANKED = ${JSON.stringify(module.ranked)};`;
    },
  };
}
