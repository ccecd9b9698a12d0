import type { Page } from '@playwright/test';
import { expectSound } from './axe.ts';
import { awaken, choose, expect, headlineKg, more, openCalculator, test } from './page.ts';

async function openAct(page: Page, path = './act/'): Promise<void> {
  await page.goto(path);
  await awaken(page);
  // The chips come last, with the larger tables.
  await expect(page.locator('#hardware button')).not.toHaveCount(0, { timeout: 15_000 });
}

test('a region is used at the press of a button, told, taken back, and kept for the calculator', async ({
  page,
}) => {
  await openAct(page);
  const inHand = page.getByTestId('in-hand');
  await expect(inHand).toContainText('us-central1');
  const use = page.locator('#region button').first();
  const place = (await use.getAttribute('aria-label')) ?? '';
  await use.click();
  await expect(inHand).not.toContainText('us-central1');
  await expect(page.getByRole('status').first()).toContainText('CO2e');
  await expect(page.locator('#region')).toContainText('the run is there already');
  const undo = page.getByRole('button', { name: 'Undo the last change' });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(inHand).toContainText('us-central1');
  await page.locator('#region button').first().click();
  await page.getByRole('link', { name: 'Calculate', exact: true }).click();
  await awaken(page);
  const region = /, ([\w-]+) \(/.exec(place)?.[1] ?? 'none';
  await expect(page.getByRole('combobox', { name: 'Region', exact: true })).toHaveValue(
    new RegExp(region),
  );
});

test('what is told of places and chips, and done', async ({ page }) => {
  await openAct(page);
  await test.step('each circle of places and of chips tells the group that is not told apart', async () => {
    for (const id of ['#region', '#hardware']) {
      const groups = page.locator(id).getByText('not told apart');
      await expect(groups).toHaveCount(2);
    }
  });
  await test.step('other chips bring the figure that was told for them', async () => {
    const hardware = page.locator('#hardware');
    const told = /([\d.,]+\sk?g) CO2e/.exec(
      (await hardware.getByRole('listitem').nth(1).textContent()) ?? '',
    )?.[1];
    await hardware.getByRole('button').first().click();
    await expect(page.getByTestId('in-hand')).toContainText(`${told} CO2e`);
  });
});

test('each step is of the whole footprint: electricity, and the making of the hardware', async ({
  page,
}) => {
  await openCalculator(page);
  const electricity = await headlineKg(page);
  await page.getByRole('radio', { name: 'with hardware' }).check();
  const whole = await headlineKg(page);
  expect(whole).toBeGreaterThan(electricity);
  await openAct(page);
  const shownKg = async (text: string | null) => Number(/([\d.]+)\skg CO2e/.exec(text ?? '')?.[1]);
  for (const id of ['#region', '#hardware', '#waste', '#keep']) {
    const part = page.locator(id);
    const [now, then] = await part
      .locator('.bar-rows')
      .first()
      .getByRole('listitem')
      .allTextContents();
    expect(await shownKg(now ?? '')).toBeCloseTo(whole, 0);
    expect(await shownKg(then ?? '')).toBeLessThan(whole);
    await expect(part.getByText('making the hardware', { exact: true }).first()).toBeVisible();
  }
  await test.step('of a method that does not know the making, the electricity alone, and says so', async () => {
    await page.goto('./');
    await awaken(page);
    await more(page, 'Which method and data?');
    await page.getByLabel('Method').selectOption('lacoste-2019');
    await openAct(page);
    await expect(page.locator('#region')).toContainText('The electricity alone');
    await expect(
      page.locator('#region').getByText('making the hardware', { exact: true }),
    ).toHaveCount(0);
  });
});

test('trials rise in step, and a wrong number is told at its field', async ({ page }) => {
  await openCalculator(page);
  await page.getByRole('radio', { name: 'with hardware' }).check();
  const kg = await headlineKg(page);
  await openAct(page);
  const search = page.locator('#search');
  await search.getByLabel('Trials of a grid search').fill('10');
  const grid = await search.getByRole('listitem').first().textContent();
  expect(Number(/([\d.]+)\st CO2e/.exec(grid ?? '')?.[1])).toBeCloseTo((10 * kg) / 1000, 2);
  await search.getByLabel('Trials of another search').fill('none');
  await expect(search.getByText('Give a number of trials above 0.')).toBeVisible();
});

test('where the run is in the lowest region already, that is said', async ({ page }) => {
  await openCalculator(page);
  await choose(page, 'Region', 'europe-north2');
  await page.getByRole('link', { name: 'Act', exact: true }).click();
  await expect(page.locator('#region')).toContainText(
    'Lowest region of the same provider · Lowest region in the same country · Lowest region of all on our list: the run is there already.',
  );
  await expect(page.locator('#defaults')).toContainText('already');
});

test('the French page speaks French', async ({ page }) => {
  await openAct(page, './fr/act/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agir');
  await expect(page.locator('#quantify')).toContainText('puissance moyenne des puces');
  await expect(page.locator('#hardware')).toContainText('environ');
  await expect(page.locator('main')).not.toContainText(/\bbetween\b|\bthe run\b|as it is/);
});

test('act: nothing overflows and axe finds nothing, narrow and wide, light and dark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openAct(page);
  await page.locator('#region button').first().click();
  await expectSound(page);
  await expect(page.locator('main')).not.toContainText(/NaN|undefined|null/);
});

test('an organisation and a home have levers of their own, and offsets are none', async ({
  page,
}) => {
  await openAct(page);
  const inHand = page.getByTestId('in-hand');
  await test.step('hardware that is kept longer is used at the press of a button, and taken back', async () => {
    const keep = page.locator('#keep');
    await expect(keep).toContainText(/less, a saving of/);
    await keep.getByRole('button').click();
    await page.getByRole('button', { name: 'Undo the last change' }).click();
    await expect(inHand).toContainText('us-central1');
  });
  await expect(page.locator('#electricity')).toContainText(
    /market-based figure of this run would be 0\. .* stays at [\d.,]+\sk?g CO2e/,
  );
  await expect(page.locator('#off')).toContainText(/adds [\d.,]+\s(k?g) CO2e, [\d.]+\s% of it/);
  const offsets = page.locator('#offsets');
  await expect(offsets).toContainText('most stood for no real reduction');
  await expect(offsets.getByRole('link', { name: /Probst/ })).toHaveAttribute('href', /doi\.org/);
  await expect(offsets.getByRole('button')).toHaveCount(0);
  await offsets.getByRole('link', { name: /kinds of offsets/ }).click();
  await expect(page).toHaveURL(/learn\/#offsets$/);
});
