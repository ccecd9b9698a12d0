import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { startChromium } from './chromium.ts';
import { run } from './command.ts';

/** The same engine without a window of its own: a test takes a quarter less of the processor. */
const SHELL = 'chromium-headless-shell';
const NAMES = [
  SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...ELSEWHERE].find(existsSync);
}

function isRootOnDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function fromDebian(): Promise<string | undefined> {
  console.log('Installing Chromium from Debian’s packages …');
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', SHELL], quiet);
  return installed();
}

/** Playwright starts its own where none is named. */
async function isPlaywrightsThere(): Promise<boolean> {
  try {
    await (await startChromium()).close();
    return true;
  } catch {
    return false;
  }
}

async function fromPlaywright(): Promise<boolean> {
  console.log('Installing Playwright’s Chromium …');
  await run('npx', ['playwright', 'install', '--only-shell', 'chromium']);
  return isPlaywrightsThere();
}

function runs(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * A Chromium for the browser tests: the one named by CHROMIUM_PATH, the one that is there, Debian's where
 * this is Debian and we are root, or else Playwright's own.
 *
 * @returns its path, or an empty one for Playwright's own
 * Errors: throws with what to do where none can be had.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM_PATH is '${named}', and that does not run.`);
  }
  const there = installed();
  if (there && runs(there)) return there;
  if (await isPlaywrightsThere()) return '';
  const got = isRootOnDebian() ? await fromDebian() : undefined;
  if (got && runs(got)) return got;
  if (await fromPlaywright()) return '';
  throw new Error(
    'No Chromium can be had: install Chromium or Chrome, or set CHROMIUM_PATH to one; then run npm test again.',
  );
}
