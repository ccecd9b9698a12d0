import type { Browser } from '@playwright/test';
import { keys } from './web-keys.ts';

const CHIPS = ['A100 SXM4 80GB', 'H100 SXM5 80GB', 'T4', 'L4', 'A10', 'L40S'];
const PLACES = ['France', 'Germany', 'United States', 'Sweden', 'Poland', 'India'];
const KEYS = 30;
const READY_MS = 120_000;
/** What follows once nothing is typed is no part of a key. */
const PAUSE_MS = 700;

/** As many runs on a few machines and grids, each of another length, as a table to paste. */
function tableOf(runs: number): string {
  const rows = Array.from({ length: runs }, (_, at) =>
    [
      `run ${at}`,
      CHIPS[at % CHIPS.length],
      1 + (at % 8),
      (1 + at * 0.37).toFixed(2),
      PLACES[(at * 7) % PLACES.length],
      'training',
    ].join('\t'),
  );
  return ['Run\tGPU\tGPUs\tTime (h)\tCountry\tPhase', ...rows].join('\n');
}

/** How a project of many runs feels. */
export interface Many {
  /** From pasted rows to the sum. */
  readonly takenMs: number;
  /** From a key in the hours field to the new headline, at the 95th percentile. */
  readonly keyMs: number;
  /** From a reload to the first paint. */
  readonly paintMs: number;
}

/**
 * The page with many runs in hand.
 *
 * @param address where the page is served
 * @param runs how many are pasted
 * Errors: rejects where the page does not take them.
 */
export async function many(browser: Browser, address: string, runs: number): Promise<Many> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address);
  await page.keyboard.press('Shift');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await page.getByText('Runs from a table').click();
  // As a paste does: typed letter by letter, a browser takes its time for thousands of lines.
  await page.getByLabel('Rows with their first line').evaluate((field, text) => {
    (field as HTMLTextAreaElement).value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, tableOf(runs));
  const start = Date.now();
  await page.getByRole('button', { name: 'Take the runs' }).click();
  await page.locator('.pick').nth(1).waitFor({ timeout: READY_MS });
  await page.locator('#result:not([aria-busy])').waitFor({ timeout: READY_MS });
  await page.locator('progress').waitFor({ state: 'detached', timeout: READY_MS });
  const takenMs = Date.now() - start;
  await page.waitForTimeout(PAUSE_MS);
  const times = await keys(page, KEYS, PAUSE_MS);
  await page.reload();
  // The browser notes it a moment after it has painted.
  await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
  const paintMs = await page.evaluate(
    () => performance.getEntriesByType('paint')[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  const keyMs = times.toSorted((a, b) => a - b)[Math.floor(KEYS * 0.95)] ?? Number.NaN;
  return { takenMs, keyMs, paintMs };
}
