import type { Page } from '@playwright/test';
import { expect, headlineKg, openCalculator, pressSearch, test } from './page.ts';

const hardware = (page: Page, name = 'Hardware') =>
  page.getByRole('combobox', { name, exact: true });

/** All that the sentence of the form says, by its fields. */
const sentence = (page: Page) =>
  page
    .locator('.sentence')
    .locator('input, select')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((one) => [one.id, (one as HTMLInputElement).value])),
    );

/** Pastes a text as a person does: all at once. */
async function paste(page: Page, text: string, name = 'Hardware'): Promise<void> {
  await pressSearch(hardware(page, name));
  await hardware(page, name).fill(text);
}

test('a whole sentence is shown as understood, taken at once, and taken back at once', async ({
  page,
}) => {
  await openCalculator(page);
  const before = await sentence(page);
  const kg = await headlineKg(page);
  await pressSearch(hardware(page));
  await expect(page.locator('.choices')).toContainText('Or the whole run');
  await paste(page, 'We fine-tuned llama 3 8B on 8 x A100 SXM4 80GB for 3 days in Sweden');
  const option = page.locator('.choices').getByRole('option');
  await expect(option).toHaveCount(1);
  await expect(option).toContainText(
    'I trained a fine-tuned language model · 8B parameters · 8 × NVIDIA A100 SXM4 80GB · 72 hours · Sweden',
  );
  await expect(option).toContainText('Not read: llama 3.');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Hours', { exact: true })).toHaveValue('72');
  expect(await sentence(page)).toMatchObject({
    'field-verb': 'trained',
    'field-work': 'llm-fine-tuning',
    'field-count': '8',
    'field-accelerator': 'NVIDIA A100 SXM4 80GB',
    'field-provider': 'grid',
    'field-zone': 'Sweden',
  });
  await expect(hardware(page)).toBeFocused();
  await expect(page.getByTestId('share-said')).toContainText('Taken: I trained a fine-tuned');
  await expect(page.locator('#field-accelerator-left')).toHaveText('Not read: llama 3.');
  await expect(hardware(page)).toHaveAccessibleDescription(/Not read: llama 3\./);
  expect(await headlineKg(page)).not.toBe(kg);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(() => sentence(page)).toEqual(before);
  expect(await headlineKg(page)).toBe(kg);
  await expect(page.locator('#field-accelerator-left')).toHaveCount(0);
});

test('typed and left before any table is there, it is one step too', async ({ page }) => {
  await page.goto('./');
  const before = await sentence(page);
  await hardware(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('served 2M requests a day of a 70B model on 4 L4 in Norway for a month');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Requests answered')).toHaveValue('2M');
  expect(await sentence(page)).toMatchObject({
    'field-verb': 'serve',
    'field-parameters': '70B',
    'field-served': 'requests',
    'field-per': 'day',
    'field-count': '4',
    'field-accelerator': 'NVIDIA L4',
    'field-zone': 'Norway',
  });
  await expect(page.getByTestId('share-said')).toContainText('Not read: for a month');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(() => sentence(page)).toEqual(before);
});

test('without hardware it changes what it says; a place of two is asked at its field', async ({
  page,
}) => {
  await openCalculator(page);
  await paste(page, 'for 3 days in Georgia');
  await expect(page.locator('.choices').getByRole('option')).toContainText('Georgia\u00a0?');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Hours', { exact: true })).toHaveValue('72');
  await expect(hardware(page)).toHaveValue('NVIDIA A100 SXM4 80GB');
  await expect(page.getByLabel('Number of chips')).toHaveValue('8');
  const zone = page.getByRole('combobox', { name: 'Country or grid', exact: true });
  await expect(zone).toHaveValue('Georgia');
  await page.locator('#field-zone-problem').getByRole('button', { name: 'US-GA' }).click();
  await expect(zone).toHaveValue('Georgia');
  await expect(page.locator('#field-zone-problem')).toHaveCount(0);
});

test('a machine leaves its box behind, which takes a sentence too', async ({ page }) => {
  await openCalculator(page);
  await paste(page, 'p4d.24xlarge for 10 days in us-east-1');
  await page.locator('.choices').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(hardware(page, 'Instance type')).toHaveValue('p4d.24xlarge');
  await expect(hardware(page, 'Instance type')).toBeFocused();
  await expect(page.getByLabel('Hours', { exact: true })).toHaveValue('240');
  await expect(hardware(page, 'Region')).toHaveValue('us-east-1');
  await paste(page, '2 T4 for 5 h in France', 'Instance type');
  await page.locator('.choices').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(hardware(page)).toHaveValue('NVIDIA T4');
  await expect(page.getByLabel('Hours', { exact: true })).toHaveValue('5');
});

test('in French, a number that may be two is offered both ways', async ({ page }) => {
  await page.goto('./fr/');
  await page.keyboard.press('Shift');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await paste(page, '1,000 GPU-hours of T4', 'Matériel');
  const options = page.locator('.choices').getByRole('option');
  await expect(options).toHaveText([/1000 GPU-hours/, /1\.000 GPU-hours/]);
  await paste(
    page,
    'j’ai entraîné un modèle de vision sur 4 RTX 3090 pendant 36,5 h en France avec un chapeau',
    'Matériel',
  );
  await expect(options).toContainText(
    /J’ai entraîné un modèle de vision · 4 × NVIDIA GeForce RTX 3090 · 36,5 heures · France/,
  );
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Heures', { exact: true })).toHaveValue('36,5');
  await expect(page.locator('#field-accelerator-left')).toHaveText(
    'Pas lu\u00a0: avec un chapeau.',
  );
  await expect(page.getByTestId('share-said')).toContainText('Pris\u00a0: J’ai entraîné');
});

test('what nobody understands stays in the box as it was typed, marks of HTML and all', async ({
  page,
}) => {
  await openCalculator(page);
  const text = `<img src=x onerror=alert(1)> ${'nothing of a run '.repeat(200)}`.trim();
  await paste(page, text);
  await page.keyboard.press('Tab');
  await expect(hardware(page)).toHaveValue(text);
  await expect(hardware(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.sentence img')).toHaveCount(0);
});
