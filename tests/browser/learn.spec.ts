import type { Page } from '@playwright/test';
import { expectSound } from './axe.ts';
import { awaken, choose, expect, openCalculator, test } from './page.ts';

// Tables and charts are fetched as they are looked at; a busy machine takes its time.
const SLOW_MS = 15_000;

/** Opens the page and looks at all of it, so that every picture is drawn. */
async function openLearn(page: Page, path = './learn/'): Promise<void> {
  await page.goto(path);
  await awaken(page);
  await page.getByRole('button', { name: /every answer without|toutes les réponses sans/ }).click();
  for (const section of await page.locator('main section[id]').all()) {
    await section.scrollIntoViewIfNeeded();
    await expect(section.locator('.waiting')).toHaveCount(0, { timeout: SLOW_MS });
  }
  await expect(page.locator('.chart svg')).toHaveCount(2, { timeout: SLOW_MS });
}

test('notions, grids and charts', async ({ page }) => {
  await openLearn(page);
  await test.step('every notion has a section that the contents lead to', async () => {
    const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
    expect(await links.count()).toBe(18);
    for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
      await expect(page.locator(`section${href} h2`)).toBeVisible();
      await expect(
        page.locator(`section${href} figure, section${href} table`).first(),
      ).toBeVisible();
    }
    await expect(page.locator('main')).not.toContainText(/NaN|undefined|null/);
  });
  await test.step('a grid’s fuels are shown, of the run’s country until another grid is chosen', async () => {
    const mix = page.locator('#mix');
    await expect(mix.getByRole('figure')).toContainText('United States');
    await mix.getByLabel('Grid').selectOption({ label: 'France' });
    await expect(mix.getByRole('figure')).toContainText(/France.*nuclear 6\d/s);
  });
  await test.step('charts have a name and their numbers in a table', async () => {
    const space = page.locator('#space');
    await expect(space.getByRole('img', { name: /countries and territories/ })).toBeVisible();
    await expect(space.getByRole('figure')).toContainText(/^From [\d.]+ g CO2e\/kWh in \p{L}/u);
    await space.getByRole('button', { name: 'Table' }).click();
    const [, count] = /each of (\d+) countries/.exec((await space.textContent()) ?? '') ?? [];
    await expect(space.getByRole('row')).toHaveCount(Number(count) + 1);
    await expect(space.getByRole('img')).toHaveCount(0);
    await expect(page.locator('#time').getByRole('img', { name: /from 2000 to/ })).toBeVisible();
  });
  await test.step('a chart of countries shows those that its reader chooses', async () => {
    const time = page.locator('#time');
    const names = () => time.locator('svg text').allTextContents();
    await expect.poll(names).toContain('Poland');
    await time.getByRole('button', { name: 'Take away: Poland' }).click();
    await expect.poll(names).not.toContain('Poland');
    await expect(time.getByLabel('Add a country')).toBeFocused();
    await time.getByLabel('Add a country').selectOption({ label: 'Denmark' });
    await expect.poll(names).toContain('Denmark');
    await expect(time.getByRole('figure').first()).toContainText(
      'largest fall, as a share, of those shown: Denmark',
    );
  });
});

test('each picture says what it found, with its figures, sources and files', async ({ page }) => {
  await openLearn(page);
  const figures = page.locator('figure:has(.title)');
  // One a notion, two of time, three of the world; claims are a table. The lessons have theirs.
  await expect(figures).toHaveCount(21);
  for (const figure of await figures.all()) {
    const finding = (await figure.locator('.title').textContent()) ?? '';
    // What is bought changes nothing: the one finding without a figure.
    if (!/not with what is bought/.test(finding)) expect(finding, finding).toMatch(/\d/);
    expect(finding).not.toBe(await figure.locator('.about').textContent());
    // The day of the matching is made up, and says so.
    if (!/matched hour by hour/.test(finding))
      await expect(figure.getByText(/^Sources:|^\d+ sources$/).first()).toBeVisible();
    const drawn = await figure.locator('.bar-rows li').count();
    await figure.getByRole('button', { name: 'Table', exact: true }).click();
    const rows = figure.locator('tbody tr');
    expect(await rows.count(), finding).toBeGreaterThanOrEqual(Math.max(1, drawn));
    const file = page.waitForEvent('download');
    await figure.getByRole('button', { name: 'Figures (CSV)' }).click();
    expect((await file).suggestedFilename()).toMatch(/^[a-z-]+\.csv$/);
  }
});

test('a finding is that of what is chosen', async ({ page }) => {
  await openLearn(page);
  const title = (id: string) => page.locator(`#${id} .title`).last();
  await page.locator('#mix').getByLabel('Grid').selectOption({ label: 'France' });
  await expect(title('mix')).toHaveText(/^France: the largest part from nuclear, 6\d/);
  const before = (await title('embodied').textContent()) ?? '';
  await page.locator('#embodied').getByRole('slider').fill('10');
  await expect(title('embodied')).not.toHaveText(before);
  await expect(title('embodied')).toHaveAttribute('aria-live', 'polite');
  await page
    .locator('#market')
    .getByLabel(/contract/)
    .fill('1000');
  await expect(title('market')).toContainText(/market-based 379\s+kg/);
});

test('what is tried in a picture moves it as it should', async ({ page }) => {
  await openLearn(page);
  await test.step('a hundred times the tokens are a hundred times the chip-hours, on each chip', async () => {
    const compute = page.locator('#compute');
    const hours = async () =>
      (await compute.getByRole('listitem').allTextContents()).map((row) =>
        Number(/([\d,]+) chip-hours/.exec(row)?.[1]?.replaceAll(',', '')),
      );
    await compute
      .getByLabel('Tokens for each parameter')
      .selectOption({ label: '20: 140B tokens' });
    await expect(compute).toContainText('6 × 7B parameters × 140B tokens = 5.9E21 FLOP');
    const few = await hours();
    expect(few).toHaveLength(4);
    await compute
      .getByLabel('Tokens for each parameter')
      .selectOption({ label: '2,000: 14T tokens' });
    await expect(compute).toContainText('14T tokens =');
    for (const [at, many] of (await hours()).entries()) {
      expect(many / (few[at] ?? 0)).toBeCloseTo(100, -1);
    }
  });
  await test.step('many requests at a time take less each, and a larger model more', async () => {
    const use = page.locator('#use');
    const widths = () =>
      use.locator('rect').evaluateAll((all) => all.map((one) => Number(one.getAttribute('width'))));
    const rows = use.getByRole('listitem');
    await expect(rows).toHaveCount(4);
    await expect(rows.first()).toContainText(/one request at a time.*Wh each, .*CO2e a year/);
    const [one = 0, ...more] = await widths();
    expect(more).toHaveLength(3);
    for (const [at, width] of more.entries()) expect(width).toBeLessThan([one, ...more][at] ?? 0);
    const small = await rows.first().textContent();
    await use.getByLabel('Parameters of the model').selectOption({ label: '70B' });
    await expect(rows.first()).not.toHaveText(small ?? '');
  });
  await test.step('hardware kept twice as long carries half of its making', async () => {
    const embodied = page.locator('#embodied');
    const slider = embodied.getByRole('slider');
    const kg = async () =>
      Number(/hardware: ([\d.]+)\s+kg/.exec((await embodied.textContent()) ?? '')?.[1]);
    await slider.fill('5');
    const five = await kg();
    await slider.fill('10');
    await expect.poll(kg).toBeCloseTo(five / 2, 0);
  });
  await test.step('a measured power narrows the range, a contract changes the market-based figure alone', async () => {
    const range = page.locator('#range');
    const spreads = /lowest: ([\d.]+) now, ([\d.]+) with/.exec((await range.textContent()) ?? '');
    expect(Number(spreads?.[2])).toBeLessThan(Number(spreads?.[1]));
    await range.getByLabel(/Mean power/).fill('x');
    await expect(range.getByText('Give watts above 0.')).toBeVisible();

    const market = page.locator('#market');
    const location = market.getByRole('listitem').first();
    const before = await location.textContent();
    await market.getByLabel(/contract/).fill('1000');
    await expect(market).toContainText('379 kg');
    expect(await location.textContent()).toBe(before);
  });
});

test('the pictures are of the run on the Calculate page', async ({ page }) => {
  await openCalculator(page);
  await choose(page, 'Hardware', 'H100 SXM5 80GB');
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await expect(page.getByTestId('in-hand')).toContainText('H100 SXM5 80GB');
});

test('the French page speaks French', async ({ page }) => {
  await openLearn(page, './fr/learn/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comprendre');
  await expect(page.locator('#mix figure')).toContainText('États-Unis');
  await expect(page.locator('#water')).toContainText('hors site');
  await expect(page.locator('main')).not.toContainText(/\bbetween\b|\bthe run\b|In numbers/);
});

test('learn: nothing overflows and axe finds nothing, narrow and wide, light and dark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openLearn(page);
  await page.locator('#space').getByRole('button', { name: 'Table' }).click();
  await expectSound(page);
});
