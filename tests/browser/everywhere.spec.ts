import { accessibilityFaults } from './axe.ts';
import { expect, headlineKg, openCalculator, test } from './page.ts';

test('after the first visit it works without a network', async ({ page, context }) => {
  await openCalculator(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await context.setOffline(true);
  await page.reload();
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await page.getByLabel('Hours').fill('50');
  expect(await headlineKg(page)).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Publish' }).click();
  await expect(page.getByTestId('preview')).toHaveValue(/A100/);
  await context.setOffline(false);
});

test('French is whole: words, numbers, decimal commas, faults', async ({ page }) => {
  await openCalculator(page);
  const kg = await headlineKg(page);
  await page.getByRole('link', { name: 'Français' }).click();
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  expect(await headlineKg(page)).toBe(kg);
  await expect(page.getByRole('heading', { name: 'D’où cela vient' })).toBeVisible();
  await page.getByLabel('Heures').fill('2,5');
  expect(await headlineKg(page)).toBeCloseTo(kg / 40, 9);
  await expect(page.getByTestId('headline')).toContainText('4,75');
  await page.getByLabel('Nombre de puces').fill('-1');
  await expect(page.locator('.problem')).toHaveText('« -1 » est hors des limites.');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('the printed page is one sheet of A4 without controls', async ({ page }) => {
  await openCalculator(page);
  // Comparisons that were looked at are not printed with it.
  await page.getByText('Water of power plants', { exact: true }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('heading', { name: 'Where it could run' })).toBeVisible();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.getByTestId('headline')).toBeVisible();
});
