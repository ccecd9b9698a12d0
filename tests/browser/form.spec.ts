import { test as plain } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import {
  awaken,
  choose,
  expect,
  headlineKg,
  more,
  openCalculator,
  openView,
  pressSearch,
  test,
} from './page.ts';

test('fields of numbers', async ({ page }) => {
  await openCalculator(page);
  await test.step('a first press into a field selects what stands there; a second sets the cursor', async () => {
    const count = page.getByLabel('Number of chips');
    await count.click();
    await page.keyboard.type('4');
    await expect(count).toHaveValue('4');
    await count.click();
    await page.keyboard.press('End');
    await page.keyboard.type('2');
    await expect(count).toHaveValue('42');
  });
  await test.step('leaving an empty field for something below it presses that at once', async () => {
    const hours = page.getByLabel('Hours', { exact: true });
    await hours.fill('');
    await page.getByText('More about this run').click();
    await expect(page.locator('details.group').first()).toBeVisible();
    await expect(page.locator('.sentence .problem')).toHaveCount(1);
    await hours.focus();
    await expect(page.locator('.sentence .problem')).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(page.locator('.sentence .problem')).toHaveCount(1);
  });
  await test.step('hours may be days, thousands may be apart', async () => {
    const kg = await headlineKg(page);
    const hours = page.getByLabel('Hours');
    for (const [text, times] of [
      ['12 days', 2.88],
      ['1 day and 6 hours', 0.3],
      ['1,000', 10],
      ['1 000', 10],
    ] as const) {
      await hours.fill(text);
      await expect.poll(() => headlineKg(page)).toBeCloseTo(times * kg, 9);
    }
    await hours.fill('12 days');
    await expect(page.locator('.sentence')).toContainText('= 288 hours');
  });
});

test('what the keyboard reaches in the column that stays is in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await openCalculator(page);
  await page.getByText('More about this run').click();
  await page.evaluate(() => scrollTo(0, 1200));
  await page.locator('.receipt summary').first().focus();
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('Shift+Tab');
  const { top, bottom } = await page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return { top: box?.top ?? -1, bottom: box?.bottom ?? -1 };
  });
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(700);
});

test('names of chips, whole and half', async ({ page }) => {
  await openCalculator(page);
  await test.step('a name that fits several things stands with the likeliest first', async () => {
    await choose(page, 'Hardware', 'h100');
    await expect(page.getByRole('combobox', { name: 'Hardware', exact: true })).toHaveValue(
      'NVIDIA H100 SXM5 80GB',
    );
  });
  await test.step('half a name counts for nothing; Tab takes what is marked; the very name comes first', async () => {
    const kg = await headlineKg(page);
    const hardware = page.getByRole('combobox', { name: 'Hardware', exact: true });
    await pressSearch(hardware);
    await page.keyboard.type('a10');
    await expect(page.locator('.choices').getByRole('option').first()).toContainText('A10');
    expect(await headlineKg(page)).toBe(kg);
    await hardware.fill('A100 PCIe 80');
    await expect(page.locator('.choices').getByRole('option').first()).toContainText('PCIe 80GB');
    await page.keyboard.press('Tab');
    await expect(hardware).toHaveValue('NVIDIA A100 PCIe 80GB');
    expect(await headlineKg(page)).toBeLessThan(kg);
    await page.getByLabel('Provider').selectOption({ label: 'my own machines' });
    await choose(page, 'Country or grid', 'Ireland');
    await expect(page.getByRole('combobox', { name: 'Country or grid' })).toHaveValue('Ireland');
  });
});

test('a list that comes while the pointer is down leaves the name selected', async ({ page }) => {
  await openCalculator(page);
  const hardware = page.getByRole('combobox', { name: 'Hardware', exact: true });
  const box = await hardware.boundingBox();
  // Straight down on it, so that the list is fetched with the button pressed.
  await page.mouse.move((box?.x ?? 0) + 120, (box?.y ?? 0) + 15);
  await page.mouse.down();
  await page.waitForTimeout(1500);
  await page.mouse.up();
  await page.keyboard.type('h100');
  await expect(page.locator('.choices').getByRole('option').first()).toContainText('H100 SXM5');
});

test('another provider, own machines, and back', async ({ page }) => {
  await openCalculator(page);
  await test.step('another provider gets its region on the same grid, and no mistake of ours', async () => {
    await page.getByLabel('Provider').selectOption('Azure');
    await expect(page.locator('.problem')).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: 'Region', exact: true })).toHaveValue(
      /central/,
    );
  });
  await test.step('own machines are asked for their building and their country', async () => {
    await choose(page, 'Hardware', 'RTX 3090');
    await page.getByLabel('Provider').selectOption({ label: 'my own machines' });
    await expect(page.getByLabel('Kind of site')).toHaveValue('desktop');
    await choose(page, 'Country or grid', 'fran');
    // By its name, as where it came from a table, and never by its code.
    await expect(page.getByRole('combobox', { name: 'Country or grid' })).toHaveValue('France');
    await expect(page.locator('.sentence .about')).toHaveCount(0);
    await page.getByLabel('Kind of site').selectOption({ label: 'a server room' });
    const cluster = await headlineKg(page);
    await page.getByLabel('Kind of site').selectOption({ label: 'a desktop' });
    expect(await headlineKg(page)).toBeLessThan(cluster);
    await page.getByLabel('Provider').selectOption('Google Cloud');
    await expect(page.getByLabel('Kind of site')).toHaveCount(0);
  });
});

test('other chips stay on offer after an edit, and take the hours that they promise', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByLabel('Hours').fill('50');
  const offer = page.locator('li', { hasText: 'lowest chip of the same maker' });
  await expect(offer).toBeVisible({ timeout: 15_000 });
  const kg = await headlineKg(page);
  const promised = Number((await offer.textContent())?.match(/−([\d.]+)\s+kg/)?.[1]);
  await offer.getByRole('button').click();
  await expect.poll(() => headlineKg(page)).toBeCloseTo(kg - promised, 0);
  expect((await page.getByLabel('Hours').inputValue()).length).toBeLessThan(24);
});

test('the page is whole when it is come to from another', async ({ page }) => {
  for (const from of ['./act/', './learn/']) {
    await page.goto(from);
    await page.getByRole('link', { name: 'Calculate', exact: true }).click();
    await expect(page.locator('.receipt')).toBeVisible();
    await expect(page.locator('.ruler')).toBeVisible();
    await openView(page, 'Sources');
    await expect(page.getByText('Not counted')).toBeVisible();
  }
});

test('nothing yet, and half a name, are no mistakes while somebody types', async ({ page }) => {
  await openCalculator(page);
  const hours = page.getByLabel('Hours');
  await hours.fill('');
  await expect(page.locator('.problem')).toHaveCount(0);
  await expect(page.getByText('This is the last good figure')).toHaveCount(0);
  await hours.blur();
  await expect(page.locator('.problem')).toHaveText('Enter the hours, such as 36 or 2d4h.');
  await expect(page.getByTestId('announcement')).toHaveText(
    'Hours: Enter the hours, such as 36 or 2d4h.',
  );
  await hours.fill('1');
  const hardware = page.getByRole('combobox', { name: 'Hardware', exact: true });
  await pressSearch(hardware);
  await page.keyboard.type('zzz');
  await expect(page.getByText('Nothing by that name.').first()).toBeAttached();
  await expect(page.getByText('This is the last good figure')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(hardware).toHaveValue('NVIDIA A100 SXM4 80GB');
});

test('French finds countries by their French names, without accents', async ({ page }) => {
  await page.goto('./fr/');
  await page.getByLabel('Fournisseur').selectOption({ label: 'mes propres machines' });
  await choose(page, 'Pays ou réseau', 'etats-unis');
  const field = page.getByRole('combobox', { name: 'Pays ou réseau' });
  await expect(field).toHaveValue('États-Unis');
  await choose(page, 'Pays ou réseau', 'Germany');
  await expect(field).toHaveValue('Allemagne');
});

test('what was told further down is said where it is folded, and what the last change did', async ({
  page,
}) => {
  await openCalculator(page);
  await more(page, 'How hard did the chips work?');
  await page.getByLabel('Mean power of one chip, measured').fill('310');
  await expect(page.getByTestId('before')).toContainText('190 kg');
  await page.getByText('More about this run').click();
  await expect(page.locator('details.more > summary')).toContainText(
    'Mean power of one chip, measured: 310 W',
  );
  await expect(page.getByRole('button', { name: /showed$/ })).toHaveCount(0);
});

test('another figure of the grid, another place', async ({ page }) => {
  await openCalculator(page);
  await test.step('the figure of the grid opens its line; another published one is no surer', async () => {
    const width = () =>
      page
        .getByRole('button', { name: /^between/ })
        .textContent()
        .then((text) => text?.match(/[\d.]+/g)?.map(Number) ?? [])
        .then(([low = 0, high = 0]) => high / low);
    const before = await width();
    await page.getByRole('button', { name: /^501 g CO2e\/kWh/ }).click();
    await page.getByRole('button', { name: /^Use 454/ }).click();
    await expect(page.getByTestId('headline')).toContainText('172');
    expect(Math.abs((await width()) / before - 1)).toBeLessThan(0.05);
  });
  await test.step('a button that is gone hands the focus to the result', async () => {
    await page
      .getByRole('button', { name: /^Move it there: Google Cloud/ })
      .first()
      .click();
    await expect(page.locator('#result')).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page.getByRole('button', { name: 'Redo' }).focus();
    await page.keyboard.press('Enter');
    // The way back stands beside the way forward that is gone.
    await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeFocused();
  });
});

test('moving from far down does not move the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./?view=where');
  await awaken(page);
  await page.getByRole('button', { name: 'Ranked', exact: true }).click();
  const move = page.getByRole('button', { name: /^Move it there: AWS/ }).first();
  await move.scrollIntoViewIfNeeded({ timeout: 15_000 });
  await move.click();
  await expect(page.locator('#result')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1500);
});

test('a run is named in the list, and what belongs to it says so', async ({ page }) => {
  await openCalculator(page);
  await page.getByRole('button', { name: 'Duplicate this run' }).click();
  await page.getByLabel('Name of run 2').fill('Tuning');
  await page.getByLabel('Hours').fill('50');
  await expect(page.locator('.which')).toHaveText('Tuning: 94.9 kg of 285 kg');
  await expect(page.getByTestId('announcement')).toHaveText(/285\skg/);
  await page.getByRole('button', { name: /^Run 1/ }).click();
  await expect(page.getByRole('button', { name: /^Tuning/ })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test.describe('a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('points on the map first; a button moves the run', async ({ page }) => {
    await openCalculator(page);
    const map = page.getByRole('listbox', { name: /^Regions on the map/ });
    await openView(page, 'Where');
    await expect(map.getByRole('option')).not.toHaveCount(0, { timeout: 15_000 });
    const kg = await headlineKg(page);
    await map
      .getByRole('option', { name: /sa-bogota-1/ })
      .first()
      .tap();
    const panel = page.getByRole('region', { name: 'The place looked at' });
    await expect(panel).toContainText('sa-bogota-1');
    expect(await headlineKg(page)).toBe(kg);
    await panel.getByRole('button', { name: /^Move it there/ }).click();
    await expect.poll(() => headlineKg(page)).toBeLessThan(kg);
  });
});

plain.describe('a network that fails further down', () => {
  plain('is said, with a button that asks again', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openCalculator(page);
    await headlineKg(page);
    await page.waitForLoadState('networkidle');
    await page.route('**/*.js', (route) => route.abort());
    await openView(page, 'Where');
    await expect(page.getByText('could not be fetched').first()).toBeVisible();
    await page.unroute('**/*.js');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    const map = page.getByRole('listbox', { name: /^Regions on the map/ });
    await expect(map).toBeVisible({ timeout: 15_000 });
  });
});
