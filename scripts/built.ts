import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './command.ts';
import { packSite, SITE } from './site.ts';

const STAMP = join(ROOT, 'node_modules/.cache/ml-emissions/built');
const INPUTS = ['data', 'packages', 'apps'];
const PASSED_OVER = new Set(['node_modules', 'dist', 'build', '.svelte-kit', 'site']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !PASSED_OVER.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** A hash of all that goes into the build. */
function inputsHash(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const folder of INPUTS) {
    for (const file of filesBelow(join(ROOT, folder))) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function isBuilt(hash: string): boolean {
  const there =
    existsSync(join(ROOT, 'packages/cli/site/index.html.br')) &&
    existsSync(join(SITE, 'index.html')) &&
    existsSync(join(ROOT, 'packages/cli/dist/main.js'));
  return there && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

/**
 * Builds the command and the page where their sources changed since the last build.
 *
 * @param how `force`: build in any case
 * @returns 0, or the status of the build that failed
 */
export async function buildIfStale({ force = false } = {}): Promise<number> {
  const hash = inputsHash();
  if (!force && isBuilt(hash)) return 0;
  for (const room of ['ml-emissions', '@ml-emissions/web']) {
    console.log(`Building ${room} …`);
    const status = await run('npm', ['run', 'build', '--silent', '--workspace', room]);
    if (status !== 0) return status;
  }
  packSite();
  mkdirSync(join(ROOT, 'node_modules/.cache/ml-emissions'), { recursive: true });
  writeFileSync(STAMP, hash);
  return 0;
}
