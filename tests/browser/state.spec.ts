import type { Page } from '@playwright/test';
import { awaken, expect, headlineKg, openCalculator, openView, test } from './page.ts';

const hours = (page: Page) => page.getByLabel('Hours', { exact: true });
const provider = (page: Page) => page.getByLabel('Provider', { exact: true });

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

test('Where stands there after a reload of a run on a country’s grid', async ({ page }) => {
  await openCalculator(page);
  await provider(page).selectOption('grid');
  await openView(page, 'Where');
  await expect(page.locator('.where')).toBeVisible();
  await page.reload();
  await awaken(page);
  await expect(page.locator('.where')).toBeVisible();
});

test('while grids are looked up, none is said to be not known', async ({ page }) => {
  await openCalculator(page);
  // Noted from within: it lasts a second or two.
  await page.evaluate(() => {
    const seen = { most: 0 };
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('.answer')?.textContent ?? '';
      seen.most = Math.max(seen.most, text.match(/not known/g)?.length ?? 0);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await openView(page, 'Where');
  await expect(page.locator('[data-zone][data-g]').first()).toBeVisible();
  const last = await page.locator('.answer').evaluate((answer) => answer.textContent);
  const inTheEnd = last?.match(/not known/g)?.length ?? 0;
  const most = await page.evaluate(
    () => (globalThis as unknown as { seen: { most: number } }).seen.most,
  );
  expect(most).toBeLessThanOrEqual(inTheEnd);
});

test('the open tab stays open through a reload of a run that needs all tables', async ({
  page,
}) => {
  await openCalculator(page);
  await provider(page).selectOption('site');
  const site = page.getByRole('combobox', { name: 'Research computer or service' });
  await site.focus();
  await page.keyboard.type('jean zay', { delay: 30 });
  await page.locator('.choices').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => headlineKg(page)).toBeGreaterThan(0);
  await openView(page, 'Hardware');
  await expect(page).toHaveURL(/view=hardware/);
  await page.waitForTimeout(700);
  await page.reload();
  await awaken(page);
  const tab = page
    .getByRole('navigation', { name: 'Views of this run' })
    .getByRole('link', { name: 'Hardware', exact: true });
  await expect(tab).toHaveAttribute('aria-current', 'true');
});

test('what is half typed into a search field is there after a reload', async ({ page }) => {
  await openCalculator(page);
  const region = page.getByRole('combobox', { name: 'Region', exact: true });
  await region.focus();
  await page.keyboard.type('eu-w', { delay: 40 });
  await expect(region).toHaveValue('eu-w');
  await page.reload();
  await awaken(page);
  await expect(region).toHaveValue('eu-w');
});

/** Takes stores from the page, as a policy or a private window does. */
async function block(page: Page, stores: readonly string[]): Promise<void> {
  await page.context().addInitScript((names) => {
    for (const name of names)
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  }, stores);
  await openCalculator(page);
  await hours(page).fill('77');
  await page.waitForTimeout(700);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(hours(page)).toHaveValue('100');
}

test('starting over keeps what was here where the browser has no shelf', async ({
  page,
  context,
}) => {
  await block(page, ['indexedDB']);
  await expect(page.getByTestId('share-said')).toContainText('kept under “Your projects”');
  await hours(page).fill('5');
  await page.waitForTimeout(1500);
  await page.close();
  const fresh = await context.newPage();
  await fresh.goto('/');
  await awaken(fresh);
  await expect(hours(fresh)).toHaveValue('5');
  await fresh.getByText('Your projects', { exact: true }).click();
  await fresh.getByRole('button', { name: /^Open NVIDIA A100/ }).click();
  await expect(hours(fresh)).toHaveValue('77');
  await fresh.close();
});

test('nothing is said to be kept where the browser keeps nothing', async ({ page }) => {
  await block(page, ['indexedDB', 'localStorage', 'sessionStorage']);
  await expect(page.getByTestId('share-said')).toContainText('This browser keeps nothing');
  await page.getByRole('button', { name: 'Back to my own' }).click();
  await expect(hours(page)).toHaveValue('77');
});

test('a file with a fault has no figure of something else beside it', async ({ page }) => {
  await openCalculator(page);
  await drop(
    page,
    'neg.json',
    '{"hardware":[{"accelerator":"T4"}],"hours":-3,"place":{"zone":"FR"}}',
  );
  await expect(hours(page)).toHaveValue('-3');
  await expect(page.getByTestId('headline')).toHaveCount(0);
  await page.reload();
  await awaken(page);
  await expect(hours(page)).toHaveValue('-3');
  await expect(page.getByTestId('headline')).toHaveCount(0);
});

test('what is still being typed is no good figure', async ({ page }) => {
  await openCalculator(page);
  const before = await headlineKg(page);
  // From within: letters that come a long time one after the other are no longer one word.
  await hours(page).evaluate(async (field: HTMLInputElement) => {
    for (const typed of ['', '1', '1e', '1e3', '1e30', '1e308', '1e3089']) {
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  });
  await page.waitForTimeout(800);
  expect(await headlineKg(page)).toBe(before);
});

test('a table with other columns is told what its first line holds', async ({ page }) => {
  await openCalculator(page);
  await drop(page, 'other.csv', 'colour,size\nred,3\n');
  await expect(page.getByTestId('share-said')).toContainText('colour, size');
});

test('a country that stands for a region is said to do so', async ({ page }) => {
  await openCalculator(page);
  await provider(page).selectOption('scaleway');
  const region = page.getByRole('combobox', { name: 'Region', exact: true });
  await region.focus();
  await page.keyboard.type('ireland', { delay: 30 });
  await page.keyboard.press('Tab');
  await expect(page.locator('.sentence')).toContainText(
    'no such region: the grid of Ireland counts',
  );
});

test('whoever prints Where has the map on paper', async ({ page }) => {
  await openCalculator(page);
  await openView(page, 'Where');
  await expect(page.locator('.where')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.where .picture')).toBeVisible();
  await expect(page.locator('.receipt')).toBeVisible();
});
