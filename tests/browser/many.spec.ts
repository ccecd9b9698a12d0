import type { Page } from '@playwright/test';
import { expect, headlineKg, openCalculator, test } from './page.ts';

const RUNS = 700;
const CHIPS = ['A100 SXM4 80GB', 'T4', 'L4'];
const PLACES = ['France', 'Germany', 'Poland'];
const hours = (page: Page) => page.getByLabel('Hours', { exact: true });

const table = (runs: number) =>
  ['Run,GPU,GPUs,Time (h),Country']
    .concat(
      Array.from({ length: runs }, (_, at) =>
        [`run ${at}`, CHIPS[at % 3], 1 + (at % 2), 1 + at, PLACES[at % 3]].join(','),
      ),
    )
    .join('\n');

const choose = (page: Page, name: string, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('hundreds of runs of a table: added up, changed, and there after a reload', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openCalculator(page);
  await choose(page, 'runs.csv', table(RUNS));
  // How far they are is seen from the first moment, and the page answers meanwhile.
  await expect(page.getByRole('progressbar', { name: `of ${RUNS} runs` })).toBeVisible();
  await expect(hours(page)).toHaveValue('1');
  const rows = page.getByRole('table', { name: `${RUNS} runs as a table` });
  await expect(page.getByTestId('runs-total')).toContainText('–', { timeout: 60_000 });
  // A few lines stand in the page, whatever there is.
  expect(await rows.locator('tbody tr').count()).toBeLessThanOrEqual(50);
  const before = await headlineKg(page);
  await hours(page).fill('10001');
  await expect.poll(() => headlineKg(page)).toBeGreaterThan(before);
  await test.step('a step back and forth keeps what it does not change', async () => {
    await expect(page.getByTestId('runs-total')).toContainText('–');
    await page.waitForTimeout(800);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => headlineKg(page)).toBe(before);
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(hours(page)).toHaveValue('10001');
  });
  const after = await headlineKg(page);
  expect(after).toBeGreaterThan(before);
  // At once: what waits to be written is written when the page goes.
  await page.reload();
  await expect(hours(page)).toHaveValue('10001');
  await expect.poll(() => headlineKg(page), { timeout: 60_000 }).toBe(after);
  await expect(page.getByTestId('runs-total')).toContainText('–');
  await test.step('what a file holds that others do not read is said', async () => {
    await page.getByText('Save, open, print', { exact: true }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as file' }).click();
    await saved;
    await expect(page.getByTestId('share-said')).toContainText('500 runs a project');
  });
  await test.step('more than the page takes changes nothing, and is said', async () => {
    await choose(page, 'more.csv', table(10_001));
    await expect(page.getByTestId('share-said')).toContainText('10001 runs; the page takes 10,000');
    await expect(hours(page)).toHaveValue('10001');
  });
});

test('what is more than a browser keeps through a reload is said, and stands among the projects', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (text.length > 3000) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, text);
    };
  });
  await openCalculator(page);
  await choose(page, 'runs.csv', table(60));
  await expect(page.getByText('more than this browser keeps through a reload')).toBeVisible();
  await page.getByText('Your projects', { exact: true }).click();
  const shelf = page.getByRole('list', { name: 'Projects of this browser' });
  await expect(shelf).toContainText('60 runs');
});
