import type { Browser, Page } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import { awaken, besidePage, expect, headlineKg, openCalculator, test } from './page.ts';

const hours = (page: Page) => page.getByLabel('Hours', { exact: true });

/** Types hours, and waits until that is a step and the address says it. */
async function typeHours(page: Page, text: string): Promise<void> {
  const before = page.url();
  await hours(page).fill(text);
  await expect.poll(() => page.url()).not.toBe(before);
  await expect.poll(() => page.url()).toContain('#1.');
}

/** What a link of another person's says: made in a browser of its own. */
async function linkOf(browser: Browser, page: Page, text: string): Promise<string> {
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url().split('#')[0] ?? '');
  await awaken(other);
  await typeHours(other, text);
  const link = other.url();
  await other.context().close();
  return link;
}

async function openShelf(page: Page): Promise<void> {
  await page.getByText('Your projects', { exact: true }).click();
  await expect(page.getByRole('list', { name: 'Projects of this browser' })).toBeVisible();
}
const shelf = (page: Page) => page.getByRole('list', { name: 'Projects of this browser' });

test('the address holds what is typed; the example needs none', async ({ page, browser }) => {
  await openCalculator(page);
  expect(page.url()).not.toContain('#');
  await typeHours(page, '77');
  const kg = await headlineKg(page);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(page.url());
  await expect(hours(elsewhere)).toHaveValue('77');
  await expect.poll(() => headlineKg(elsewhere)).toBe(kg);
  await elsewhere.context().close();
  await hours(page).fill('100');
  await expect.poll(() => page.url()).not.toContain('#');
});

test('undo survives a reload, of the address too', async ({ page }) => {
  await openCalculator(page);
  await typeHours(page, '7');
  await typeHours(page, '77');
  await page.reload();
  await awaken(page);
  await expect(hours(page)).toHaveValue('77');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(hours(page)).toHaveValue('7');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(hours(page)).toHaveValue('77');
  await page.reload();
  await awaken(page);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(hours(page)).toHaveValue('100');
});

test('what is typed last is there after a reload a moment later', async ({ page }) => {
  await openCalculator(page);
  await typeHours(page, '7');
  await hours(page).fill('78');
  await page.reload();
  await awaken(page);
  await expect(hours(page)).toHaveValue('78');
  await expect(page.getByTestId('share-said')).toHaveText('');
});

test('a link opens beside one’s own work, which is there after a reload and in a new tab', async ({
  page,
  context,
  browser,
}) => {
  await openCalculator(page);
  await typeHours(page, '77');
  const link = await linkOf(browser, page, '33');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(hours(page)).toHaveValue('33');
  await expect(page.getByTestId('share-said')).toContainText('beside your own work');
  await page.reload();
  await awaken(page);
  await expect(hours(page)).toHaveValue('33');
  // A new tab begins with one's own work, not with what somebody sent.
  const fresh = await context.newPage();
  await fresh.goto(page.url().split('#')[0] ?? '');
  await awaken(fresh);
  await expect(hours(fresh)).toHaveValue('77');
  await fresh.close();
  await openShelf(page);
  await shelf(page)
    .getByRole('button', { name: /^Open NVIDIA A100/ })
    .click();
  await expect(hours(page)).toHaveValue('77');
  await page.goBack();
  await expect(hours(page)).toHaveValue('77');
});

test('the way back from a link is one press, and a changed link is a project of its own', async ({
  page,
  browser,
}) => {
  await openCalculator(page);
  await typeHours(page, '77');
  await page.waitForTimeout(1000);
  const link = await linkOf(browser, page, '33');
  await page.goto(link);
  await expect(hours(page)).toHaveValue('33');
  await page.getByRole('button', { name: 'Back to my own' }).click();
  await expect(hours(page)).toHaveValue('77');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(hours(page)).toHaveValue('33');
  await hours(page).fill('34');
  await page.waitForTimeout(1500);
  await openShelf(page);
  await expect(shelf(page).locator('> li')).toHaveCount(2);
});

test('starting over keeps what was here', async ({ page }) => {
  await openCalculator(page);
  await typeHours(page, '77');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(hours(page)).toHaveValue('100');
  await expect(page.getByTestId('share-said')).toContainText('Your projects');
  await page.reload();
  await awaken(page);
  await expect(hours(page)).toHaveValue('100');
  await openShelf(page);
  await shelf(page)
    .getByRole('button', { name: /^Open NVIDIA A100/ })
    .click();
  await expect(hours(page)).toHaveValue('77');
});

test('projects are named, kept in versions, gone back in, removed and put back', async ({
  page,
}) => {
  await openCalculator(page);
  await typeHours(page, '77');
  await openShelf(page);
  await page.getByLabel('Name of this project').fill('Thesis');
  await page.getByRole('button', { name: 'Keep a version' }).click();
  await expect(page.getByTestId('share-said')).toContainText('is kept');
  await typeHours(page, '88');
  await expect(shelf(page).locator('> li')).toHaveCount(1);
  await expect(shelf(page)).toContainText('Thesis');
  await shelf(page).getByText('Earlier versions').click();
  await shelf(page)
    .getByRole('button', { name: /^Go back to it ?: Thesis of/ })
    .first()
    .click();
  await expect(hours(page)).toHaveValue('77');
  // What stood here is a version too.
  await expect(
    shelf(page).getByRole('button', { name: /^Go back to it ?: Thesis of/ }),
  ).toHaveCount(2);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start over' }).click();
  await shelf(page).getByRole('button', { name: 'Remove Thesis' }).click();
  await expect(shelf(page)).not.toContainText('Thesis');
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(shelf(page)).toContainText('Thesis');
});

test('two tabs show the same project as it is, and neither loses its own', async ({
  page,
  context,
}) => {
  await openCalculator(page);
  await typeHours(page, '77');
  const second = await context.newPage();
  await second.goto(page.url().split('#')[0] ?? '');
  await awaken(second);
  await expect(hours(second)).toHaveValue('77');
  await hours(second).fill('78');
  await expect(hours(page)).toHaveValue('78');
  await expect(page.getByTestId('share-said')).toContainText('Another tab');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(hours(second)).toHaveValue('77');
  // A tab that starts over has a project of its own.
  await second.getByRole('button', { name: 'Start over' }).click();
  await hours(second).fill('5');
  await second.waitForTimeout(700);
  await expect(hours(page)).toHaveValue('77');
  await page.reload();
  await awaken(page);
  await expect(hours(page)).toHaveValue('77');
  await second.close();
});

test('what was kept and cannot be read is said and saved, never dropped in silence', async ({
  page,
}) => {
  await besidePage(page);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.setItem(
      'ml-emissions.project.2',
      '17:{"runs":[{"hours":7}],"from":"a later page"}',
    );
  });
  await openCalculator(page);
  await expect(page.getByRole('alert')).toContainText('cannot read');
  expect(await headlineKg(page)).toBeGreaterThan(0);
  await hours(page).fill('5');
  await page.reload();
  await awaken(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it as a file' }).click();
  expect((await waiting).suggestedFilename()).toBe('ml-emissions-kept.txt');
  await page.getByRole('button', { name: 'Drop it' }).click();
  await page.reload();
  await awaken(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(hours(page)).toHaveValue('5');
});

test('what the page kept before it had projects is taken over', async ({ page }) => {
  await besidePage(page);
  await page.evaluate(() => {
    localStorage.setItem(
      'ml-emissions.project.1',
      '{"name":"","runs":[{"accelerator":"NVIDIA T4","count":"2","hours":"9","provider":"gcp","region":"us-central1","chip":"listed","method":"full","edition":"2026.2"}],"active":0,"rest":""}',
    );
    sessionStorage.clear();
  });
  await openCalculator(page);
  await expect(hours(page)).toHaveValue('9');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a wrong value and a reload leave the page whole', async ({ page, context }) => {
  await openCalculator(page);
  await typeHours(page, '50');
  const kg = await headlineKg(page);
  await hours(page).fill('5x');
  await page.waitForTimeout(900);
  await page.reload();
  await awaken(page);
  await expect(hours(page)).toHaveValue('5x');
  await expect.poll(() => headlineKg(page)).toBe(kg);
  await expect(page.locator('.receipt')).toBeVisible();
  const fresh = await context.newPage();
  await fresh.goto(page.url().split('#')[0] ?? '');
  await awaken(fresh);
  await expect(hours(fresh)).toHaveValue('5x');
  await expect.poll(() => headlineKg(fresh)).toBe(kg);
  await fresh.close();
});

test('a browser that keeps nothing says so, and the page works', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  await openCalculator(page);
  const said = page.getByText('what you type is gone once it is closed. Save it as a file');
  await expect(said).toBeVisible();
  await typeHours(page, '77');
  await expect(said).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByText('Your projects', { exact: true }).click();
  await expect(page.locator('.refused')).toBeVisible();
});

for (const [hash, path] of [
  ['#compute', '/'],
  ['#learn', '/learn/'],
  ['#act', '/act/'],
  ['#publish', '/publish/'],
  ['#about', '/about/'],
] as const) {
  test(`the 2019 site’s address ${hash} leads to its place`, async ({ page }) => {
    await page.goto(`./${hash}`);
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).hash).toBe(path);
    await expect(page.getByRole('main')).toBeVisible();
  });
}
