import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';

/** Time for one answer of the network, and how fast it comes. */
const SLOW = {
  offline: false,
  latency: 400,
  downloadThroughput: 60_000,
  uploadThroughput: 50_000,
};
test.setTimeout(60_000);

/** Opens the page as it comes over a slow network to a slow machine, and types from the first paint on. */
async function typeSlow(page: Page, keys: readonly string[], delayMs = 90): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', SLOW);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 2 });
  await page.goto('./');
  await page.getByLabel('Provider', { exact: true }).waitFor();
  for (const key of keys) {
    if (key.startsWith('#')) await page.locator(key).focus();
    else if (key.length > 1 && key[0] === '"') {
      for (const letter of key.slice(1)) {
        await page.keyboard.press(letter);
        await page.waitForTimeout(delayMs);
      }
    } else await page.keyboard.press(key);
    await page.waitForTimeout(delayMs);
  }
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.locator('[data-ready]').waitFor({ state: 'attached', timeout: 30_000 });
  await expect(page.locator('#result[aria-busy]')).toHaveCount(0, { timeout: 30_000 });
}

test('a country typed before its field is there', async ({ page }) => {
  await typeSlow(page, ['#field-accelerator', 'Tab', 'm', 'Tab', 'Tab', '"france', 'Tab']);
  await expect(page.getByRole('combobox', { name: 'Country or grid', exact: true })).toHaveValue(
    'France',
    { timeout: 20_000 },
  );
});

test('a region typed before its list is there', async ({ page }) => {
  await typeSlow(page, ['#field-accelerator', 'Tab', '"aws', 'Tab', '"ireland', 'Enter']);
  await expect(page.getByLabel('Provider', { exact: true })).toHaveValue('aws');
  await expect(page.getByRole('combobox', { name: 'Region', exact: true })).toHaveValue(
    'eu-west-1',
    { timeout: 20_000 },
  );
});

test('hardware typed before its list is there', async ({ page }) => {
  await typeSlow(page, ['#field-count', 'Tab', '"h100', 'Tab']);
  await expect(page.getByRole('combobox', { name: 'Hardware', exact: true })).toHaveValue(
    'NVIDIA H100 SXM5 80GB',
    { timeout: 20_000 },
  );
});

test('letters of a provider typed while the calculator starts', async ({ page }) => {
  await typeSlow(page, ['#field-provider', '"aws'], 400);
  await expect(page.getByLabel('Provider', { exact: true })).toHaveValue('aws');
});
