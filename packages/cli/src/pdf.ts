import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const TIMEOUT_MS = 60_000;

/** A browser that can print; undefined where none is found. */
function browser(): string | undefined {
  const given = process.env.CHROME_PATH;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...(given ? [given] : []), ...onPath, ...ELSEWHERE].find((path) => existsSync(path));
}

/** A printed page; or why there is none. */
export type Printed =
  | { readonly ok: true; readonly pdf: Buffer }
  | { readonly ok: false; readonly reason: string };

/** Prints a page by the browser that is there. */
export async function printed(html: string): Promise<Printed> {
  const path = browser();
  if (!path) {
    return {
      ok: false,
      reason:
        'no browser was found to print with; install Chromium or Chrome, or set CHROME_PATH to one',
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'ml-emissions-'));
  try {
    const page = join(folder, 'page.html');
    const out = join(folder, 'page.pdf');
    await writeFile(page, html);
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const flags = ['--headless', '--disable-gpu', '--no-pdf-header-footer', ...asRoot];
    await promisify(execFile)(path, [...flags, `--print-to-pdf=${out}`, `file://${page}`], {
      timeout: TIMEOUT_MS,
    });
    return { ok: true, pdf: await readFile(out) };
  } catch (error) {
    const [first = ''] = (error as Error).message.split('\n');
    return { ok: false, reason: `${path} could not print: ${first}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
