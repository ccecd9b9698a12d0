import { accessibilityFaults } from './axe.ts';
import { awaken, expect, more, openCalculator, test } from './page.ts';

test('a term of the figure opens in place, leads to where it is drawn, and the keyboard comes back', async ({
  page,
}) => {
  await openCalculator(page);
  const range = page.locator('#result').getByRole('button', { name: /^between/ });
  const meaning = page.locator('.meaning:popover-open');
  await test.step('opened by the keyboard', async () => {
    await range.focus();
    await page.keyboard.press('Enter');
    await expect(meaning).toContainText('nine in ten');
    await expect(meaning).toContainText('kg CO2e');
    await expect(meaning.getByRole('link')).toHaveAttribute('href', /learn\/#range$/);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
  await test.step('Escape closes it, and the focus is on the term', async () => {
    await page.keyboard.press('Tab');
    await expect(meaning.getByRole('link')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(meaning).toHaveCount(0);
    await expect(range).toBeFocused();
  });
  await test.step('a second press opens it, a third closes it', async () => {
    await range.press('Enter');
    await expect(meaning).toHaveCount(1);
    await range.press('Enter');
    await expect(meaning).toHaveCount(0);
  });
  await test.step('only one is open at a time', async () => {
    const result = page.locator('#result');
    await result.getByRole('button', { name: /CO2e$/ }).first().click();
    await expect(meaning).toContainText('mass of CO2');
    await result.getByRole('button', { name: /location-based/ }).click();
    await expect(meaning).toContainText('Operational');
    await expect(meaning).toHaveCount(1);
  });
  await test.step('its link leads to the section', async () => {
    await meaning.getByRole('link').click();
    await expect(page).toHaveURL(/learn\/#market$/);
    await expect(page.locator('#market-title')).toBeInViewport();
  });
});

test('a meaning follows the figure that it is about', async ({ page }) => {
  await openCalculator(page);
  const result = page.locator('#result');
  const range = result.getByRole('button', { name: /^between/ });
  const meaning = page.locator('.meaning:popover-open');
  await range.click();
  const before = await meaning.textContent();
  await page.keyboard.press('Escape');
  await page.getByLabel('Hours', { exact: true }).fill('250');
  await expect(result.getByTestId('before')).toBeVisible();
  await range.click();
  await expect(meaning).toContainText('nine in ten');
  await expect(meaning).not.toHaveText(before ?? '');
});

test('fields, lines of the receipt and what stands beside the figure have theirs', async ({
  page,
}) => {
  await openCalculator(page);
  const meaning = page.locator('.meaning:popover-open');
  const opens = async (name: string, text: RegExp) => {
    const button = page.getByRole('button', { name: `What does “${name}” mean?` }).first();
    await button.click();
    await expect(meaning).toContainText(text);
    await page.keyboard.press('Escape');
    await expect(meaning).toHaveCount(0);
    await expect(button).toBeFocused();
  };
  await more(page, 'What building, what electricity?');
  await opens('PUE', /whole building/);
  await opens('lifecycle', /chimneys/);
  await opens('market-based', /contract/);
  await more(page, 'How hard did the chips work?');
  await opens('utilisation', /GPU-Util/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.locator('details[data-step="carbon-intensity"] > summary').click();
  await opens('carbon intensity', /kilowatt-hour/);
  await page.getByRole('button', { name: /Manufacture, contracts/ }).click();
  for (const [name, text] of [
    ['offset', /taken from it/],
    ['embodied', /twice as long/],
    ['market-based', /Reports give both/],
    ['water', /evaporate/],
    ['Scope 2 and 3', /GHG Protocol/],
  ] as const) {
    await opens(name, text);
  }
});

test('the French page explains in French, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./fr/');
  await awaken(page);
  await page
    .locator('#result')
    .getByRole('button', { name: /^entre/ })
    .click();
  const meaning = page.locator('.meaning:popover-open');
  await expect(meaning).toContainText('neuf calculs');
  const box = await meaning.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  expect(await accessibilityFaults(page)).toEqual([]);
});
