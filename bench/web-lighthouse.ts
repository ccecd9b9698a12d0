import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

/** Not installed with the project: 185 MB for four numbers. The last that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const RUNS = 3;
const MOST_BYTES = 64e6;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

async function once(address: string): Promise<Scores> {
  const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : '';
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      address,
      '--quiet',
      '--output=json',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=--headless=new${sandbox}`,
    ],
    {
      env: { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH ?? chromium.executablePath() },
      maxBuffer: MOST_BYTES,
    },
  );
  const { categories } = JSON.parse(stdout) as {
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  };
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, 100 * (categories[name]?.score ?? 0)]),
  ) as unknown as Scores;
}

/**
 * Lighthouse's scores with its mobile settings, 0 to 100: the median of three runs each.
 *
 * @param address where the page is served
 * Errors: rejects where Lighthouse can be neither found nor fetched, or cannot start Chromium.
 */
export async function lighthouse(address: string): Promise<Scores> {
  const runs: Scores[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await once(address));
  const median = (name: keyof Scores) =>
    runs.map((scores) => scores[name]).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return Object.fromEntries(CATEGORIES.map((name) => [name, median(name)])) as unknown as Scores;
}
