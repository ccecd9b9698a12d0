import type { Page } from '@playwright/test';
import { expect, headlineKg, openCalculator, test } from './page.ts';

const MOST_KEYS = 20;

const hardware = (page: Page) => page.getByRole('combobox', { name: 'Hardware', exact: true });
const region = (page: Page) => page.getByRole('combobox', { name: 'Region', exact: true });
const zone = (page: Page) => page.getByRole('combobox', { name: 'Country or grid', exact: true });
const provider = (page: Page) => page.getByLabel('Provider', { exact: true });

/** Presses keys one by one as a person does: what is typed stands between quotes. Says how many they were. */
async function press(page: Page, keys: string): Promise<number> {
  const all = [...keys.matchAll(/"([^"]*)"|(\S+)/g)].flatMap(([, typed, key]) =>
    typed === undefined ? [key ?? ''] : [...typed],
  );
  for (const key of all) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  return all.length;
}

test.describe('a first visit comes to its own figure in few keys', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./');
    // Nobody types before having read a little.
    await page.waitForTimeout(1000);
  });

  test('8 x H100, 120 h, AWS in Ireland', async ({ page }) => {
    const keys = await press(
      page,
      'Tab Enter Tab Tab "120" Tab Tab "h100" Tab "a" Tab "ire" Enter',
    );
    await expect(page.getByLabel('Hours', { exact: true })).toHaveValue('120');
    await expect(hardware(page)).toHaveValue('NVIDIA H100 SXM5 80GB');
    await expect(provider(page)).toHaveValue('aws');
    await expect(region(page)).toHaveValue('eu-west-1');
    expect(await headlineKg(page)).toBeGreaterThan(0);
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
  });

  test('4 x A100, 48 h, own machines in France', async ({ page }) => {
    const keys = await press(page, 'Tab Enter Tab Tab "48" Tab "4" Tab Tab "m" Tab Tab "fr" Enter');
    await expect(page.getByLabel('Hours', { exact: true })).toHaveValue('48');
    await expect(page.getByLabel('Number of chips')).toHaveValue('4');
    await expect(provider(page)).toHaveValue('grid');
    await expect(zone(page)).toHaveValue('France');
    expect(await headlineKg(page)).toBeGreaterThan(0);
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
  });

  test('an RTX 4090, 30 h, at home in Spain', async ({ page }) => {
    const keys = await press(
      page,
      'Tab Enter Tab Tab "30" Tab "1" Tab "4090" Tab "m" Tab Tab "sp" Enter',
    );
    await expect(page.getByLabel('Number of chips')).toHaveValue('1');
    await expect(hardware(page)).toHaveValue(/RTX 4090/);
    await expect(zone(page)).toHaveValue('Spain');
    expect(await headlineKg(page)).toBeGreaterThan(0);
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
  });
});

test('a provider is found by what people call it, and by nothing else', async ({ page }) => {
  await openCalculator(page);
  const typed = async (text: string) => {
    await provider(page).selectOption('hetzner');
    await provider(page).focus();
    await page.keyboard.type(text, { delay: 40 });
    await page.keyboard.press('Tab');
    return provider(page).inputValue();
  };
  const found: Record<string, string> = {};
  for (const text of [
    'a',
    'aws',
    'amazon',
    'amazon web services',
    'microsoft',
    'ms azure',
    'azure',
    'google',
    'gcp',
    'oracle',
    'alibaba',
    'ibm',
    'private',
    'my own',
    'ovh',
    'zzz',
  ]) {
    found[text] = await typed(text);
  }
  expect(found).toEqual({
    a: 'aws',
    aws: 'aws',
    amazon: 'aws',
    'amazon web services': 'aws',
    microsoft: 'azure',
    'ms azure': 'azure',
    azure: 'azure',
    google: 'gcp',
    gcp: 'gcp',
    oracle: 'oci',
    alibaba: 'alibaba',
    ibm: 'ibm',
    private: 'grid',
    'my own': 'grid',
    ovh: 'ovh',
    zzz: 'hetzner',
  });
});

test('a region without a figure is not offered before those that have one', async ({ page }) => {
  await openCalculator(page);
  await provider(page).selectOption('aws');
  await region(page).focus();
  await page.keyboard.type('i', { delay: 60 });
  await page.locator('.choices').getByRole('option').first().waitFor();
  const all = await page.locator('.choices').getByRole('option').allTextContents();
  const at = all.findIndex((text) => text.includes('isoe'));
  expect(all[0]).not.toContain('isoe');
  expect(at === -1 || at === all.length - 1).toBe(true);
});

test('several things typed into one field are read; what is not read is said', async ({ page }) => {
  await openCalculator(page);
  await hardware(page).focus();
  await page.keyboard.type('4 h100 for 120 hours in ireland', { delay: 20 });
  await page.keyboard.press('Tab');
  await expect(hardware(page)).toHaveValue('NVIDIA H100 SXM5 80GB');
  await expect(page.getByLabel('Number of chips')).toHaveValue('4');
  await expect(page.getByLabel('Hours', { exact: true })).toHaveValue('120');
  await expect(zone(page)).toHaveValue('Ireland');
  await hardware(page).focus();
  await page.keyboard.type('2 x A100 SXM4 80GB with a hat', { delay: 20 });
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Number of chips')).toHaveValue('2');
  await expect(hardware(page)).toHaveValue('NVIDIA A100 SXM4 80GB');
  await expect(page.getByTestId('share-said')).toContainText('a hat');
  await page.getByLabel('Number of chips').fill('16 x V100 SXM2 16GB');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Number of chips')).toHaveValue('16');
  await expect(hardware(page)).toHaveValue(/V100/);
});

test('a number with a comma is asked back, and one press takes it', async ({ page }) => {
  await openCalculator(page);
  const hours = page.getByLabel('Hours', { exact: true });
  await hours.fill('12,5');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '12.5', exact: true }).click();
  await expect(hours).toHaveValue('12.5');
  await expect(hours).toBeFocused();
});

test('a button that takes itself away hands the focus to its field', async ({ page }) => {
  await openCalculator(page);
  await provider(page).selectOption('own');
  const intensity = page.getByLabel('Carbon intensity of your electricity');
  await intensity.fill('0.5');
  const use = page.getByRole('button', { name: /^Use 500/ });
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(intensity).toHaveValue('500');
  await expect(intensity).toBeFocused();
  await page.getByText('Where do I find this figure?').click();
  await page.getByRole('button', { name: /figure of the country/ }).focus();
  await page.keyboard.press('Enter');
  await expect(zone(page)).toBeFocused();
  await page.locator('input[type=file]').setInputFiles({
    name: 'run.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('gpu,count,hours,country\nA100,8,10,FR\n'),
  });
  await page.getByRole('button', { name: 'NVIDIA A100 SXM4 80GB' }).focus();
  await page.keyboard.press('Enter');
  await expect(hardware(page)).toHaveValue('NVIDIA A100 SXM4 80GB');
  await expect(hardware(page)).toBeFocused();
});

test('after the last step back the focus stays with the form', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Hours', { exact: true }).fill('7');
  const undo = page.locator('.ask').getByRole('button', { name: 'Undo' }).first();
  await expect(undo).toBeEnabled();
  await page.waitForTimeout(700);
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(undo).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Redo' })).toBeFocused();
});
