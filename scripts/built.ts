import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ROOT, run } from './command.ts';
import { packSite, SITE } from './site.ts';

const CACHE = join(ROOT, 'node_modules/.cache/ml-emissions');
const STAMP = join(CACHE, 'built');
/** Is there while a process builds. */
const BUILDING = join(CACHE, 'building');
const LONGEST_BUILD_MS = 600_000;
const ASK_AGAIN_MS = 200;
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
  mkdirSync(CACHE, { recursive: true });
  if (!begun()) return built(hash);
  try {
    return await build(hash);
  } finally {
    rmSync(BUILDING, { recursive: true, force: true });
  }
}

/** Whether this process is the one to build: tests in several workers may ask at once. */
function begun(): boolean {
  if (isLeft()) rmSync(BUILDING, { recursive: true, force: true });
  try {
    mkdirSync(BUILDING);
    writeFileSync(join(BUILDING, String(process.pid)), '');
    return true;
  } catch {
    return false;
  }
}

/** Whether what says that a process builds was left behind: it has ended since, or takes longer than any. */
function isLeft(): boolean {
  try {
    if (Date.now() - statSync(BUILDING).mtimeMs > LONGEST_BUILD_MS) return true;
    const [builder] = readdirSync(BUILDING);
    return builder !== undefined && !isAlive(Number(builder));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits for the build of another process; builds where that ended without one. */
async function built(hash: string): Promise<number> {
  while (existsSync(BUILDING)) {
    if (isLeft()) return buildIfStale();
    await setTimeout(ASK_AGAIN_MS);
  }
  return isBuilt(hash) ? 0 : 1;
}

async function build(hash: string): Promise<number> {
  for (const room of ['ml-emissions', '@ml-emissions/web']) {
    console.log(`Building ${room} …`);
    // Who asks may be a test, whose own environment would build the page as for developers: a fifth larger.
    const env = { NODE_ENV: 'production' };
    const status = await run('npm', ['run', 'build', '--silent', '--workspace', room], env);
    if (status !== 0) return status;
  }
  packSite();
  writeFileSync(STAMP, hash);
  return 0;
}
