import { test as anywhere } from '@playwright/test';
import { accessibilityFaults, expectSound } from './axe.ts';
import {
  awaken,
  besidePage,
  choose,
  expect,
  headlineKg,
  openCalculator,
  openView,
  test,
} from './page.ts';

const PAGES = ['', 'learn/', 'act/', 'publish/', 'data/', 'method/', 'about/', 'fr/', 'fr/about/'];

test('every page says in its head what it is, in which languages, and with what icons', async ({
  page,
  request,
}) => {
  const titles = new Set<string>();
  for (const path of PAGES) {
    await page.goto(`./${path}`);
    titles.add(await page.title());
    await expect(page.locator('meta[name=description]')).toHaveCount(1);
    const isFrench = path.startsWith('fr/');
    const other = page.getByRole('banner').locator('a[hreflang]');
    await expect(other).toHaveAttribute('hreflang', isFrench ? 'en' : 'fr');
    const address = new URL((await other.getAttribute('href')) ?? '', page.url());
    expect(address.pathname).toBe(isFrench ? `/${path.replace('fr/', '')}` : `/fr/${path}`);
    // There is no public address: none is made up. Search engines take whole addresses only.
    const told = 'link[rel=canonical], link[rel=alternate], meta[property="og:image"]';
    await expect(page.locator(told)).toHaveCount(0);
    for (const name of ['Corrections', 'Licences']) {
      await expect(page.getByRole('contentinfo').getByRole('link', { name })).toBeVisible();
    }
  }
  expect(titles.size).toBe(PAGES.length - 1);
  const manifest = await (await request.get('./manifest.webmanifest')).json();
  for (const { src } of manifest.icons) expect((await request.get(`./${src}`)).status()).toBe(200);
  expect((await request.get('./icon-180.png')).status()).toBe(200);
  expect((await request.get('./card.png')).status()).toBe(200);
});

test('the first page says what it is, and that it shows an example until it is one’s own', async ({
  page,
}) => {
  await openCalculator(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^How much CO2e/);
  const example = page.getByText('An example: change anything');
  await expect(example).toBeVisible();
  await page.getByLabel('Hours', { exact: true }).fill('77');
  await expect(example).toHaveCount(0);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(example).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a doubt about the result is a report with the figure and an address that gives it again', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCalculator(page);
  await page.getByLabel('Hours', { exact: true }).fill('77');
  const kg = await headlineKg(page);
  const shown = (await page.getByTestId('headline').locator('strong').textContent()) ?? '';
  await page.locator('.share').getByRole('button', { name: 'Wrong? Tell us' }).click();
  await expect(page.getByTestId('share-said')).toContainText('is copied');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.replaceAll('\u00a0', ' ')).toContain(`Figure: ${shown} kg CO2e`);
  const [, run = ''] = /^Run: (\S+)$/m.exec(text) ?? [];
  await besidePage(page);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto(run);
  await awaken(page);
  await expect.poll(() => headlineKg(page)).toBe(kg);
});

test('a doubt about a line of the receipt names the line and its source', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCalculator(page);
  const line = page.locator('details[data-step="carbon-intensity"]');
  await line.locator('summary').click();
  await line.getByRole('button', { name: /Wrong\? Tell us/ }).click();
  await expect(page.getByTestId('share-said')).toContainText('is copied');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Figure: Carbon intensity of the grid: [\d.]+/m);
  expect(text).toMatch(/^Source: \S/m);
});

test('whoever comes from ML CO2 Impact sees why the number is another, for the run in hand', async ({
  page,
}) => {
  await openCalculator(page);
  await choose(page, 'Hardware', 'V100 SXM2 16GB');
  await page.getByLabel('Number of chips').fill('1');
  await openView(page, 'Methods');
  const table = page.locator('#impact table');
  await table.scrollIntoViewIfNeeded();
  // 0.25 kW, 100 h, 0.57 kg/kWh: what the site of 2019 prints.
  await expect(table.getByRole('row').nth(1)).toHaveText(/ML CO2 Impact, 2019\s*14\.3.kg CO2e/);
  await expect(table).toContainText('Rated power of the chip: 300 W, 250 W there');
  await expect(table).toContainText('Host');
  const shown = (await page.getByTestId('headline').locator('strong').textContent()) ?? '';
  await expect(table.getByRole('row', { name: /^This calculator, electricity/ })).toContainText(
    shown,
  );
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('about: people, and the run in hand by each edition', async ({ page }) => {
  await page.goto('./about/');
  await awaken(page);
  await expect(page.getByRole('link', { name: 'Alexandra Luccioni' })).toHaveAttribute(
    'href',
    /^https:\/\/arxiv\.org\//,
  );
  await expect(page.locator('#validation')).toContainText('lie inside the range');
  await page.getByRole('button', { name: 'The run in hand by each edition' }).click();
  const table = page.locator('#corrections table');
  await expect(table).toBeFocused();
  await expect(table.getByRole('row', { name: /^2026\.1/ })).toContainText('kg CO2e');
  await expectSound(page);
});

anywhere.describe('without JavaScript', () => {
  anywhere.use({ javaScriptEnabled: false });
  for (const [path, said, figure] of [
    ['./', 'Your browser runs no JavaScript', 'kg CO2e'],
    ['./fr/', 'n’exécute pas JavaScript', 'kg CO2e'],
  ] as const) {
    anywhere(`${path}: the example stands there, with what to do`, async ({ page }) => {
      await page.goto(path);
      const note = page.locator('.no-script');
      await expect(note).toBeVisible();
      await expect(note.locator('p')).toContainText(said);
      await expect(note.locator('pre')).toContainText('npx ml-emissions estimate');
      await expect(page.getByTestId('headline')).toContainText(figure);
      await expect(page.locator('.receipt li').first()).toBeVisible();
    });
  }
  anywhere('every other page says so too', async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(`./${path}`);
      await expect(page.locator('.no-script')).toBeVisible();
    }
    await page.goto('./method/');
    await expect(page.locator('math').first()).toBeVisible();
    await page.goto('./learn/');
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  });
});
