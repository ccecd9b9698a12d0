import { besidePage, choose, expect, headlineKg, openCalculator, test } from './page.ts';

test('a run that is added counts once it is whole, and is no mistake before', async ({ page }) => {
  await openCalculator(page);
  const kg = await headlineKg(page);
  await page.getByRole('button', { name: 'Add another run' }).click();
  await expect(page.locator('.pick').nth(1)).toContainText('not counted yet');
  expect(await headlineKg(page)).toBe(kg);
  await expect(page.getByText('This is the last good figure')).toHaveCount(0);
  await choose(page, 'Hardware', 'NVIDIA T4');
  await page.getByLabel('Number of chips').fill('1');
  expect(await headlineKg(page)).toBe(kg);
  await page.getByLabel('Hours').fill('10');
  await expect.poll(() => headlineKg(page)).toBeGreaterThan(kg);
  await expect(page.getByText('not counted yet')).toHaveCount(0);
  // From now on it is part of the sum, also while a fault is typed into it.
  const both = await headlineKg(page);
  await page.getByLabel('Hours').fill('x');
  expect(await headlineKg(page)).toBe(both);
  await expect(page.getByText('This is the last good figure')).toBeVisible();
});

test('runs of the total keep their names where one before them does not count', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByRole('button', { name: 'Add another run' }).click();
  await page.getByRole('button', { name: 'Add another run' }).click();
  await choose(page, 'Hardware', 'NVIDIA T4');
  await page.getByLabel('Number of chips').fill('1');
  await page.getByLabel('Hours').fill('10');
  const together = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'All runs together' }) });
  const first = together.getByRole('list').first();
  await expect(first).toContainText('Run 1');
  await expect(first).toContainText('Run 3');
  await expect(first).not.toContainText('Run 2');
  // The run in hand has no figure of its own: what stands there is that of another, by that one's name.
  await page.locator('.pick').nth(1).click();
  await expect(page.getByText(/^Run 2: /)).toHaveCount(0);
});

test('a run that was never whole is kept through a reload, and is no part of a link', async ({
  page,
}) => {
  await openCalculator(page);
  const kg = await headlineKg(page);
  await page.getByRole('button', { name: 'Add another run' }).click();
  await page.getByLabel('Hours').fill('12');
  await page.waitForTimeout(900);
  await page.reload();
  await expect(page.getByLabel('Hours')).toHaveValue('12');
  await expect.poll(() => headlineKg(page)).toBe(kg);
  await besidePage(page);
  await page.evaluate(() => sessionStorage.clear());
  await page.evaluate(() => localStorage.clear());
  await openCalculator(page);
  await expect(page.locator('.pick')).toHaveCount(0);
  await expect.poll(() => headlineKg(page)).toBe(kg);
});

for (const isSlow of [false, true]) {
  test(`a provider chosen before the page computes gets its region${isSlow ? ', on a slow network too' : ''}`, async ({
    page,
  }) => {
    if (isSlow) {
      await page.route('**/*.js', async (route) => {
        await new Promise((done) => setTimeout(done, 300));
        await route.continue();
      });
    }
    await page.goto('./');
    const before = await headlineKg(page);
    await page.getByLabel('Provider').focus();
    await page.keyboard.type('aws');
    await expect(page.getByLabel('Provider')).toHaveValue('aws');
    await expect(page.getByRole('combobox', { name: 'Region', exact: true })).toHaveValue(/^us-/, {
      timeout: 20_000,
    });
    await expect.poll(() => headlineKg(page)).not.toBe(before);
    await expect(page.locator('.problem')).toHaveCount(0);
  });
}
