import { awaken, expect, headlineKg, more, openCalculator, test } from './page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('generation alone is asked for in the form, named at the figure, and travels with a link', async ({
  page,
  browser,
  baseURL,
}) => {
  await openCalculator(page);
  const result = page.locator('#result');
  const lifecycle = await headlineKg(page);
  await expect(result).toContainText('operational, location-based, lifecycle grid');
  const scopes = page.getByTestId('scopes');
  const told = await scopes.textContent();
  expect(told).toMatch(/Scope 2: [\d.]+.*Scope 3, category 3/);
  await more(page, 'What building, what electricity?');
  await page.getByLabel('What of the grid counts').selectOption('direct');
  await expect(result).toContainText('operational, location-based, direct grid');
  // Of 501 g/kWh lifecycle, 72.8 / (72.8 + 501) is upstream.
  await expect.poll(() => headlineKg(page)).toBeCloseTo((501 / 573.8) * lifecycle, 6);
  // The split is the same whatever counts.
  await expect(scopes).toHaveText(told ?? '');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByTestId('share-said')).toContainText('copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const elsewhere = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  await elsewhere.goto(link);
  await awaken(elsewhere);
  await expect(elsewhere.locator('#result')).toContainText('direct grid');
  expect(await headlineKg(elsewhere)).toBe(await headlineKg(page));
  await elsewhere.context().close();
});

test('where a run may move, its water is told', async ({ page }) => {
  await openCalculator(page);
  await page.goto('./act/');
  await awaken(page);
  await expect(page.locator('#region')).toContainText(/Water: [\d,]+\sL there, [\d,.]+\sL here/);
});
