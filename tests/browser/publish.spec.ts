import { test as anywhere, type Page } from '@playwright/test';
import { accessibilityFaults, expectSound } from './axe.ts';
import { awaken, choose, expect, headlineKg, openCalculator, test } from './page.ts';

async function openPublish(page: Page, path = './publish/'): Promise<void> {
  await page.goto(path);
  await awaken(page);
}
const source = (page: Page) => page.getByTestId('source');
const preview = (page: Page) => page.getByTestId('preview');
const others = (page: Page) => page.getByLabel('Other form');

test('the run of the calculator is what is published, in every form, without a fault', async ({
  page,
}) => {
  await openCalculator(page);
  await choose(page, 'Hardware', 'H100 SXM5 80GB');
  const kg = await headlineKg(page);
  await page.getByRole('link', { name: 'Publish' }).click();
  await awaken(page);
  await expect(source(page)).toHaveValue(
    /NVIDIA H100 SXM5 80GB \(rated 700~W\)[\s\S]*\\cite\{lacoste2019quantifying\}/,
  );
  await page.getByRole('radio', { name: 'A model card' }).check();
  await expect(source(page)).toHaveValue(/co2_eq_emissions/);
  for (const value of await others(page)
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))) {
    await others(page).selectOption(value);
    await expect(source(page)).not.toHaveValue(/NaN|undefined/);
    await expect(preview(page).locator('p, li, table, img').first()).toBeVisible();
    await expect(preview(page)).not.toContainText(/undefined|\[object|ml-emissions:1:[\w-]{200}/);
  }
  await others(page).selectOption('json');
  expect(JSON.parse(await source(page).inputValue()).operational.kgCo2e.value).toBe(kg);
});

test('a form is shown as its reader will see it', async ({ page }) => {
  await openPublish(page);
  await expect(preview(page)).toContainText('kg CO2e (90 % range');
  await expect(preview(page)).not.toContainText('\\');
  await expect(preview(page).getByRole('listitem')).toHaveText([
    /^ML Emissions Calculator developers/,
    /^Alexandre Lacoste.*arxiv\.org\/abs\/1910\.09700$/,
  ]);
  await page.getByLabel('with tables by run and by part').check();
  await expect(preview(page).getByRole('columnheader', { name: 'Chip-hours' })).toBeVisible();
  await others(page).selectOption('eu-ai');
  await expect(preview(page).getByRole('row', { name: /^Energy used for training/ })).toBeVisible();
  await others(page).selectOption('csv');
  await expect(preview(page).getByRole('row', { name: /^pue 1\.09/ })).toBeVisible();
  await others(page).selectOption('svg');
  await expect(preview(page).getByRole('img')).toBeVisible();
});

test('what a form asks for and lacks leads to its field, and is there once it is told', async ({
  page,
}) => {
  await openPublish(page);
  await others(page).selectOption('acl');
  const asked = page.locator('.asked li').first();
  await expect(asked).toContainText('Parameters of the model');
  await expect(asked).toContainText('missing');
  await asked.getByRole('link', { name: /^enter it.*Parameters of the model/ }).click();
  const field = page.getByRole('textbox', { name: 'Parameters of the model' });
  await expect(field).toBeFocused();
  await field.fill('7B');
  await page.getByRole('link', { name: 'For a paper' }).click();
  await others(page).selectOption('acl');
  await expect(page.locator('.asked li', { hasText: 'Parameters' })).toContainText('told');
  await expect(source(page)).toHaveValue(/\*\*Number of parameters:\*\* 7 billion/);
});

test('what one of several runs lacks leads to that run', async ({ page }) => {
  await openCalculator(page);
  await page.getByRole('button', { name: 'Duplicate this run' }).click();
  await page.getByRole('link', { name: 'For a paper' }).click();
  await others(page).selectOption('acl');
  const asked = page.locator('.asked li', { hasText: 'Parameters of the model' });
  await asked.getByRole('link').click();
  const field = page.getByRole('textbox', { name: 'Parameters of the model' });
  await field.fill('7B');
  await page.getByRole('link', { name: 'For a paper' }).click();
  await others(page).selectOption('acl');
  await expect(asked).toContainText('missing in one run');
  await expect(source(page)).toHaveValue(/7 billion; not known in 1 of 2 runs/);
  await asked.getByRole('link').click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
});

test('what the sentence says was trained stands under training, what nobody told is not known', async ({
  page,
}) => {
  await openPublish(page);
  await others(page).selectOption('cvpr');
  await expect(source(page)).toHaveValue(/\| training \| 1 \| 800 \| \d+ \|/);
  await expect(source(page)).toHaveValue(/\| failed \| not known \| not known \| not known \|/);
  await expect(page.locator('.asked li', { hasText: 'What it was for' })).toContainText('told');
  await others(page).selectOption('sci');
  await expect(source(page)).toHaveValue(/by the method sci: time reserved over a life of 4 years/);
  await others(page).selectOption('codecarbon');
  await expect(page.locator('.asked')).toContainText(/cells are empty/);
});

test('on paper stands the preview, without what is pressed and without a box that cuts its text', async ({
  page,
}) => {
  await openPublish(page);
  await page.emulateMedia({ media: 'print' });
  await expect(preview(page)).toBeVisible();
  await expect(source(page)).toBeHidden();
  await expect(page.getByTestId('bibtex')).toBeHidden();
  await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  await expect(page.locator('main').getByRole('radio')).toHaveCount(0);
});

for (const [label, testid, file] of [
  ['Source', 'source', 'ml-emissions.tex'],
  ['BibTeX', 'bibtex', 'ml-emissions.bib'],
] as const) {
  test(`${label} is downloaded and copied as shown`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPublish(page);
    const shown = await page.getByTestId(testid).inputValue();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download ${file}` }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(file);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString('utf8')).toBe(shown);
    await page.getByRole('button', { name: `Copy: ${label}` }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  });
}

anywhere(
  'from an address that others reach, texts link to it and to the run',
  async ({ page, baseURL }) => {
    const site = 'http://calculator.example/';
    // The same files under a name of the internet.
    await page.route(`${site}**`, async (route) => {
      const url = route.request().url().replace(site, `${baseURL}/`);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    await openPublish(page, `${site}publish/`);
    await expect(source(page)).toHaveValue(
      /\\href\{http:\/\/calculator\.example\/\}\{ML Emissions Calculator\}/,
    );
    const run = await preview(page).getByRole('link', { name: 'This run' }).getAttribute('href');
    expect(run).toMatch(/^http:\/\/calculator\.example\/#1\./);
    await expect(page.getByTestId('bibtex')).toHaveValue(
      /url {4}= \{http:\/\/calculator\.example\/\}/,
    );
    const mail = await page.getByRole('link', { name: /by e-mail/ }).getAttribute('href');
    const body = new URL(mail ?? '').searchParams.get('body');
    expect(body).toMatch(/^This run: \d+\skg CO2e, between \d+\skg and \d+\skg\.\nhttp:/);
    expect(body?.split('\n')[1]).toBe(run);
    await page.goto(run ?? '');
    await awaken(page);
    await expect(page.getByRole('combobox', { name: 'Hardware', exact: true })).toHaveValue(
      /a100/i,
    );
    await page.unrouteAll({ behavior: 'wait' });
  },
);

test('on one’s own machine no address is invented', async ({ page }) => {
  await openPublish(page);
  await expect(page.getByText('stands on your own machine')).toBeVisible();
  const mail = await page.getByRole('link', { name: /by e-mail/ }).getAttribute('href');
  expect(new URL(mail ?? '').searchParams.get('body')).toMatch(/^This run: .* CO2e, .*\.$/);
  await expect(source(page)).not.toHaveValue(/href|127\.0\.0\.1/);
});

test('publish in French writes in French what there is in French, and says what is in English', async ({
  page,
}) => {
  await openPublish(page, './fr/publish/');
  await expect(source(page)).toHaveValue(/La consommation d’électricité est estimée à \d/);
  await expect(preview(page)).toContainText(/intervalle à 90\u202f%\u00a0: de \d+,\d/);
  await expect(preview(page)).not.toContainText('\\');
  await expect(preview(page)).toHaveAttribute('lang', 'fr');
  await expect(source(page)).toHaveAttribute('lang', 'fr');
  await page.getByLabel('grandeurs par siunitx').check();
  await expect(source(page)).toHaveValue(/sisetup\{locale = FR\}/);
  await expect(preview(page)).toContainText(/\d,\d+\u00a0kg CO2e/);
  await page.getByRole('radio', { name: 'Une fiche de modèle' }).check();
  await expect(source(page)).toHaveValue(
    /\*\*Carbon Emitted:\*\* [\d,]+\u00a0kg CO2e \(intervalle/,
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Autre format').selectOption('neurips');
  await expect(page.getByText('ne le demande dans aucune autre langue')).toBeVisible();
  await expect(preview(page)).toHaveAttribute('lang', 'en');
  await expect(source(page)).toHaveValue(/Answer: \\answerYes/);
  await page.getByLabel('Autre format').selectOption('eu-ai');
  await expect(page.getByText('aucune formulation française officielle')).toBeVisible();
});

test('the language of the text is chosen apart from the page’s, and remembered', async ({
  page,
}) => {
  await openPublish(page, './fr/publish/');
  const told = page.getByRole('group', { name: 'Langue du texte' });
  await expect(told.getByRole('radio', { name: 'français' })).toBeChecked();
  await told.getByRole('radio', { name: 'anglais' }).check();
  await expect(source(page)).toHaveValue(/Electricity is estimated at/);
  await page.reload();
  await awaken(page);
  await expect(told.getByRole('radio', { name: 'anglais' })).toBeChecked();
  await expect(source(page)).toHaveValue(/Electricity is estimated at/);
  await openPublish(page);
  const english = page.getByRole('group', { name: 'Language of the text' });
  await expect(english.getByRole('radio', { name: 'English' })).toBeChecked();
  await english.getByRole('radio', { name: 'French' }).focus();
  await page.keyboard.press('Space');
  await expect(source(page)).toHaveValue(/La consommation d’électricité est estimée/);
  await expectSound(page);
});

for (const form of ['latex', 'model-card', 'eu-ai', 'csv', 'json', 'svg']) {
  test(`publish, ${form}: nothing overflows and axe finds nothing, narrow and wide, light and dark`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await openPublish(page);
    if (form === 'model-card') await page.getByRole('radio', { name: 'A model card' }).check();
    else if (form === 'latex') await page.getByLabel('with tables by run and by part').check();
    else await others(page).selectOption(form);
    await expectSound(page);
  });
}

test('a dark theme that was chosen is there before the first paint', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Theme').selectOption('dark');
  await page.reload({ waitUntil: 'commit' });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});
