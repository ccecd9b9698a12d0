import type { Plugin } from 'vite';

/**
 * Each door for `require`, which takes modules from Node 20.19 on: one line that does, so that Node does not warn of it in
 * the user's own code; and for modules the types, which are written for CommonJS.
 *
 * @param doors their names
 */
export function commonJs(doors: readonly string[]): Plugin {
  return {
    name: 'ml-emissions-common-js',
    buildStart() {
      for (const door of doors) {
        const required = `module.exports = require('./${door}.js');\n`;
        this.emitFile({ type: 'asset', fileName: `${door}.cjs`, source: required });
        const types = `export * from './${door}.cjs';\n`;
        this.emitFile({ type: 'asset', fileName: `${door}.d.ts`, source: types });
      }
    },
  };
}
