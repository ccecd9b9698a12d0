import { expectSound } from './axe.ts';
import { awaken, choose, expect, headlineKg, openCalculator, test } from './page.ts';

test('the run of the calculator is what is published, in every format, without a fault', async ({
  page,
}) => {
  await openCalculator(page);
  await choose(page, 'Hardware', 'H100 SXM5 80GB');
  const kg = await headlineKg(page);
  await page.getByRole('link', { name: 'Publish' }).click();
  await awaken(page);
  const format = page.getByLabel('Format');
  const preview = page.getByTestId('preview');
  await expect(preview).toHaveValue(/NVIDIA H100 SXM5 80GB[\s\S]*\\cite\{lacoste2019quantifying\}/);
  for (const value of await format
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))) {
    await format.selectOption(value);
    await expect(preview).not.toHaveValue(/NaN|undefined/);
  }
  await format.selectOption('json');
  expect(JSON.parse(await preview.inputValue()).operational.kgCo2e.value).toBe(kg);
});

test('the text is downloaded as shown', async ({ page }) => {
  await page.goto('./publish/');
  await awaken(page);
  await page.getByLabel('Format').selectOption('markdown');
  const shown = await page.getByTestId('preview').inputValue();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download/ }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('ml-emissions.md');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8')).toBe(shown);
});

test('publish: nothing overflows and axe finds nothing, narrow and wide, light and dark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('./publish/');
  await awaken(page);
  await expectSound(page);
});

test('a dark theme that was chosen is there before the first paint', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Theme').selectOption('dark');
  await page.reload({ waitUntil: 'commit' });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});
