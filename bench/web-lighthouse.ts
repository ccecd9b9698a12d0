import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

/** Not installed with the project: 185 MB for four numbers. The last that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const RUNS = 3;
const MOST_BYTES = 64e6;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * Lighthouse takes a phone for four times as slow as where it runs; a slow machine's phone would be slower than any. So
 * that a phone is a phone, the machine's own index (which Lighthouse measures) is set against that of its low-end phone.
 * Source: the calibration in Chromium's DevTools of 2025 (`lowScore`, a Moto G Power of 2022).
 */
const PHONE_INDEX = 264;
const MOST_SLOWDOWN = 4;

type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

interface Run {
  readonly scores: Scores;
  /** How fast the machine was, by Lighthouse's own benchmark. */
  readonly index: number;
}

async function once(address: string, slowdown: number): Promise<Run> {
  const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : '';
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      address,
      '--quiet',
      '--output=json',
      `--throttling.cpuSlowdownMultiplier=${slowdown}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=--headless=new${sandbox}`,
    ],
    {
      env: { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH ?? chromium.executablePath() },
      maxBuffer: MOST_BYTES,
    },
  );
  const { categories, environment } = JSON.parse(stdout) as {
    readonly environment: { readonly benchmarkIndex: number };
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  };
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, 100 * (categories[name]?.score ?? 0)]),
  ) as unknown as Scores;
  return { scores, index: environment.benchmarkIndex };
}

const slowdownAt = (index: number) => Math.min(MOST_SLOWDOWN, Math.max(1, index / PHONE_INDEX));

/**
 * Lighthouse's scores with its mobile settings, 0 to 100: the median of three runs each, after one that says how fast the
 * machine is.
 *
 * @param address where the page is served
 * Errors: rejects where Lighthouse can be neither found nor fetched, or cannot start Chromium.
 */
export async function lighthouse(address: string): Promise<Scores> {
  const runs: Scores[] = [];
  let { index } = await once(address, MOST_SLOWDOWN);
  for (let run = 0; run < RUNS; run += 1) {
    const found = await once(address, slowdownAt(index));
    index = found.index;
    runs.push(found.scores);
  }
  const median = (name: keyof Scores) =>
    runs.map((scores) => scores[name]).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return Object.fromEntries(CATEGORIES.map((name) => [name, median(name)])) as unknown as Scores;
}
