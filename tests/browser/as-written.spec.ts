import type { Page } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import { expect, headlineKg, openCalculator, test } from './page.ts';

// What people write reaches the fields that say it, whatever the first tables know.

const box = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

/** Types as it stands and goes on to something else, without a choice from the list. */
async function leave(page: Page, name: string, text: string): Promise<void> {
  const field = box(page, name);
  await field.click();
  await field.fill(text);
  await page.keyboard.press('Escape');
  await field.fill(text);
  await page.locator('main').click({ position: { x: 2, y: 2 } });
}

/** Types and takes what stands first. */
async function enter(
  page: Page,
  name: string,
  text: string,
  first: string | RegExp,
): Promise<void> {
  const field = box(page, name);
  await field.click();
  await field.fill(text);
  await expect(page.locator('.choices').getByRole('option').first()).toContainText(first);
  await page.keyboard.press('Enter');
}

const CHIPS = [
  ['4x RTX 3090', '4 × NVIDIA GeForce RTX 3090', '4', 'NVIDIA GeForce RTX 3090'],
  ['2 v100 GPUs', '2 x NVIDIA V100 SXM2 16GB', '2', 'NVIDIA V100 SXM2 16GB'],
  ['TPU v3-8', '4 × Google TPU v3', '4', 'Google TPU v3'],
  ['A100-SXM4-40GB MIG 1g.5gb', '1/7 × NVIDIA A100 SXM4 40GB', '1/7', 'NVIDIA A100 SXM4 40GB'],
] as const;

test('so many of a chip, taken from the list', async ({ page }) => {
  await openCalculator(page);
  for (const [text, first, count, name] of CHIPS) {
    await test.step(text, async () => {
      await enter(page, 'Hardware', text, first);
      await expect(box(page, 'Hardware')).toHaveValue(name);
      await expect(page.getByLabel('Number of chips')).toHaveValue(count);
      await expect(page.locator('.sentence .problem')).toHaveCount(0);
      expect(await headlineKg(page)).toBeGreaterThan(0);
    });
  }
});

test('a rack of 72 is not one chip, though the first tables know no racks; a name of several is asked back also where all tables are there', async ({
  page,
}) => {
  await openCalculator(page);
  // All tables come with the first; the second must not become a cloud's machine of that name.
  await leave(page, 'Hardware', 'GB200 NVL72');
  await expect(page.getByLabel('Number of chips')).toHaveValue('72');
  await leave(page, 'Hardware', '2 v100 GPUs');
  await expect(page.locator('.sentence .problem')).toContainText('2 x NVIDIA V100 SXM2 16GB');
  await expect(box(page, 'Hardware')).toHaveValue('2 v100 GPUs');
});

test('a machine of a cloud goes to its own field', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption('aws');
  await leave(page, 'Hardware', '3 x p4d.24xlarge');
  await expect(box(page, 'Instance type')).toHaveValue('p4d.24xlarge');
  await expect(page.getByLabel('Number of instances')).toHaveValue('3');
  expect(await headlineKg(page)).toBeGreaterThan(0);
});

const PLACES = [
  ['Paris, France', 'France', /France/],
  ['uk', 'United Kingdom', /United Kingdom/],
  ['Canada (Alberta)', 'Alberta', /Alberta/],
] as const;

test('places as they are written', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption('grid');
  for (const [text, first, shown] of PLACES) {
    await test.step(text, async () => {
      await enter(page, 'Country or grid', text, first);
      await expect(box(page, 'Country or grid')).toHaveValue(shown);
      await expect(page.locator('.sentence .problem')).toHaveCount(0);
    });
  }
});

test('a region with its provider, and a site, change what is asked', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption('grid');
  await enter(page, 'Country or grid', 'Azure West Europe', 'westeurope');
  await expect(page.getByLabel('Provider')).toHaveValue('azure');
  await expect(box(page, 'Region')).toHaveValue('westeurope');
  await page.getByLabel('Provider').selectOption('grid');
  await leave(page, 'Country or grid', 'Jean Zay');
  await expect(page.getByLabel('Provider')).toHaveValue('site');
  await expect(box(page, 'Research computer or service')).toHaveValue('jean-zay');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a country stands for a region that is not known', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption('aws');
  await leave(page, 'Region', 'Germany');
  await expect(page.locator('.sentence .problem')).toHaveCount(0);
  await expect(page.locator('.sentence')).toContainText('Germany');
});
