import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectSound } from './axe.ts';
import { awaken, expect, headlineKg, test } from './page.ts';

/** Opens places, shown as its buttons name it. */
async function openPlaces(page: Page, way = 'On a map'): Promise<void> {
  await page.goto('./?view=where');
  await awaken(page);
  await page.getByRole('heading', { name: 'Where it could run' }).waitFor();
  await showWay(page, way);
}

const showWay = (page: Page, way: string) =>
  page.getByRole('button', { name: way, exact: true }).click();

/** Opens the comparison of chips, as its buttons name it. */
async function openChips(page: Page, way = 'This run'): Promise<void> {
  await page.goto('./?view=hardware');
  await awaken(page);
  await showWay(page, way);
}

const partOfTheWorld = (page: Page, name: string) =>
  page.getByLabel('Part of the world').selectOption(name);

const panel = (page: Page) => page.getByRole('region', { name: 'The place looked at' });

test('map, strip, lists, panel and sentence share one place', async ({ page }) => {
  await openPlaces(page);
  const before = await headlineKg(page);
  await expect(panel(page)).toContainText('us-central1');
  await partOfTheWorld(page, 'Europe');
  await page.locator('path[data-zone=FR]').dispatchEvent('click');
  await expect(page.getByRole('option', { name: /^France/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await panel(page)
    .getByRole('button', { name: /Google Cloud europe-west9/ })
    .click();
  // Looked at, and not yet moved.
  await expect(panel(page)).toContainText('Google Cloud, europe-west9');
  expect(await headlineKg(page)).toBe(before);
  await showWay(page, 'Ranked');
  const listed = page.getByRole('button', {
    name: 'Google Cloud, europe-west9',
    exact: true,
  });
  await expect(listed).toHaveAttribute('aria-pressed', 'true');
  await showWay(page, 'By part of the world');
  await expect(page.getByRole('slider', { name: /Regions by intensity/ })).toHaveAttribute(
    'aria-valuetext',
    /europe-west9/,
  );
  await panel(page)
    .getByRole('button', { name: 'Move it there: Google Cloud, europe-west9' })
    .click();
  await expect(page.getByRole('combobox', { name: 'Region', exact: true })).toHaveValue(
    'europe-west9',
  );
  await expect(panel(page)).toContainText('The run is here.');
  expect(await headlineKg(page)).toBeLessThan(before);
  await showWay(page, 'Ranked');
  await partOfTheWorld(page, 'World');
  await page.getByLabel('Search places').fill('council bluffs');
  await page.getByRole('button', { name: 'Move it there: Google Cloud us-central1' }).click();
  expect(await headlineKg(page)).toBe(before);
  await expect(panel(page)).toContainText('us-central1');
});

test('a grid that is looked at says its figure, and the run moves onto it', async ({ page }) => {
  await openPlaces(page);
  const grid = page.getByRole('listbox', { name: /^Grids by intensity/ });
  await page.getByLabel('Search grids').fill('québec');
  await grid.getByRole('option', { name: /Québec/ }).click();
  await expect(panel(page)).toContainText('a grid in Canada');
  await expect(panel(page)).toContainText('lifecycle, as consumed');
  await expect(panel(page).getByRole('button', { name: /northamerica-northeast1/ })).toBeVisible();
  await expect(panel(page).locator('a[href^="https://"]').first()).toBeVisible();
  const said = (await panel(page).locator('.kg').textContent())?.replace(' CO2e', '');
  await panel(page).getByRole('button', { name: 'Move it there: Québec' }).click();
  await expect(page.getByTestId('headline')).toHaveText(
    new RegExp(said?.match(/[\d.,]+/)?.[0] ?? 'nothing'),
  );
  await expect(panel(page)).toContainText('The run is here.');
});

test('a day of the grid, with the run laid over it', async ({ page }) => {
  test.slow();
  await openPlaces(page);
  const grid = page.getByRole('listbox', { name: /^Grids by intensity/ });
  const lookAt = async (name: string) => {
    await page.getByLabel('Search grids').fill(name);
    await grid.getByRole('option', { name }).first().click();
  };
  await lookAt('Germany');
  const day = panel(page).getByRole('figure', { name: /^A day here: from 0\.804 times/ });
  await test.step('when a run begins is not told, and an hour may be tried', async () => {
    await expect(day).toContainText('When the run begins is not told');
    await page.getByLabel('Hours', { exact: true }).fill('3');
    const begin = day.getByRole('slider', { name: 'The run begins at' });
    await begin.fill('11');
    await begin.press('ArrowRight');
    await expect(begin).toHaveAttribute('aria-valuetext', '12:00');
    // As docs/method.md says of three hours from 11:00 UTC.
    await expect(day).toContainText('3 h from 12:00 (11:00 UTC): 0.82 times the mean of the year.');
    await expect(day.getByRole('img')).toHaveAttribute('aria-label', /0\.82 times/);
  });
  await test.step('the same as a table, by both clocks', async () => {
    await day.getByRole('button', { name: 'Table' }).click();
    await expect(day.getByRole('row')).toHaveCount(25);
    await expect(day.getByRole('row', { name: /^12:00 11:00 0\.804/ })).toBeVisible();
    await day.getByRole('button', { name: 'Chart' }).click();
  });
  await test.step('a grid without one says so', async () => {
    await lookAt('France');
    await expect(panel(page)).toContainText('How this grid goes through a day is not known');
    await lookAt('Germany');
    await expect(day).toBeVisible();
  });
  await expectSound(page, [390]);
});

test('what is drawn is what is listed, in each year, and what is not known has no colour', async ({
  page,
}) => {
  await openPlaces(page);
  const slider = page.getByRole('slider', { name: /^When the grids/ });
  await expect(slider).toBeEnabled();
  /** How many grids are drawn with another figure than they are listed with. */
  const differences = () =>
    page.evaluate(() => {
      const listed = new Map(
        [...document.querySelectorAll('[role=option][data-zone]')].map((row) => [
          row.getAttribute('data-zone'),
          row.getAttribute('data-g'),
        ]),
      );
      const drawn = [...document.querySelectorAll('path[data-zone]')];
      const wrong = drawn.filter(
        (path) => listed.get(path.getAttribute('data-zone')) !== path.getAttribute('data-g'),
      );
      const uncoloured = drawn.filter(
        (path) => path.hasAttribute('data-g') !== /step-\d/.test(path.getAttribute('class') ?? ''),
      );
      return { drawn: drawn.length, wrong: wrong.length + uncoloured.length };
    });
  await page
    .getByRole('button', { name: /^Show all 4\d\d$/ })
    .first()
    .click();
  const franceIn = () => page.locator('path[data-zone=FR]').getAttribute('data-g');
  await expect.poll(franceIn).not.toBeNull();
  await expect.poll(async () => (await differences()).drawn).toBeGreaterThan(250);
  expect((await differences()).wrong).toBe(0);
  const now = await franceIn();
  await slider.press('ArrowLeft');
  await slider.press('ArrowLeft');
  await expect.poll(franceIn).not.toBe(now);
  expect((await differences()).wrong).toBe(0);
  await page.getByRole('button', { name: 'as in the paper, 2019' }).click();
  await expect.poll(franceIn).toBeNull();
  await expect(
    page.getByText('The paper prints figures of providers’ regions alone'),
  ).toBeVisible();
});

test('one stop for the tab key: arrow keys go through the map, Enter goes nearer, Escape back', async ({
  page,
}) => {
  await openPlaces(page);
  const map = page.getByRole('listbox', { name: /Regions on the map/ });
  const several = map.getByRole('option', { name: /\d+ regions, .* press to go nearer/ });
  await map.focus();
  const before = await several.count();
  expect(before).toBeGreaterThan(5);
  await page.keyboard.press('Home');
  for (let pressed = 0; pressed < 40; pressed += 1) {
    const at = await map.getAttribute('aria-activedescendant');
    const name = await page.locator(`[id="${at}"]`).getAttribute('aria-label');
    if (name?.includes('press to go nearer')) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => several.count()).toBeLessThan(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => several.count()).toBe(before);
  await page.keyboard.press('Tab');
  await expect(map).not.toBeFocused();
  await expect(map.locator(':focus')).toHaveCount(0);
});

test('regions on one spot are spread, and each can be looked at', async ({ page }) => {
  await openPlaces(page);
  await partOfTheWorld(page, 'Asia');
  const map = page.getByRole('listbox', { name: /Regions on the map/ });
  const singapore = map.getByRole('option', { name: /Google Cloud asia-southeast1/ });
  const several = map.getByRole('option', { name: /press to go nearer/ });
  for (let pressed = 0; pressed < 8 && (await singapore.count()) === 0; pressed += 1) {
    const marks = await several.evaluateAll((all) =>
      all.map((one) => one.id.replace(/^[^-]*-/, '')),
    );
    const at = marks.findIndex((key) => /southeast|singapore|sgp|sin$|batam/.test(key));
    await several.nth(Math.max(at, 0)).dispatchEvent('click');
  }
  await singapore.dispatchEvent('click');
  await expect(panel(page)).toContainText('asia-southeast1');
});

test('the slider goes from the paper’s grids to today’s, for map and strip', async ({ page }) => {
  await openPlaces(page, 'By part of the world');
  const slider = page.getByRole('slider', { name: /^When the grids/ });
  const here = page.getByRole('slider', { name: /Regions by intensity/ });
  await expect(slider).toBeEnabled();
  const now = await here.getAttribute('aria-valuetext');
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', 'as in the paper, 2019');
  await expect(here).toHaveAttribute('aria-valuetext', /us-central1.*566 g CO2e\/kWh/);
  // On paper it is said beside the map too.
  const said = page.getByText('Shown: as in the paper, 2019.').filter({ visible: true });
  await expect(said.first()).toBeVisible();
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '2019');
  await expect(here).toHaveAttribute('aria-valuetext', /us-central1.*479 g CO2e\/kWh/);
  await expect(panel(page)).toContainText('479');
  await slider.press('End');
  await expect(here).toHaveAttribute('aria-valuetext', now ?? '');
});

test('the slider moves the list of places too', async ({ page }) => {
  await openPlaces(page);
  await page.getByText(/^\d+ are on the map; where the other \d+ stand is not known/).waitFor();
  await showWay(page, 'Ranked');
  const list = page.getByRole('figure', { name: /^From .* in .* to .* in / });
  const now = await list.locator('li').allTextContents();
  await page.getByRole('button', { name: 'as in the paper, 2019' }).click();
  await expect(list).toContainText('Shown: as in the paper, 2019.');
  await expect(list.locator('li').first()).toContainText('g/kWh');
  expect(await list.locator('li').allTextContents()).not.toEqual(now);
});

test('Figure 1 goes by arrow keys too, in both editions', async ({ page }) => {
  await openPlaces(page, 'By part of the world');
  await page.getByRole('button', { name: 'as in the paper, 2019' }).click();
  const strip = page.getByRole('slider', { name: /Regions by intensity/ });
  await strip.focus();
  await page.keyboard.press('ArrowRight');
  await expect(strip).toHaveAttribute('aria-valuetext', /g CO2e\/kWh/);
});

test('Figure 1 draws every region that it lists, in both editions, and says how many in each row', async ({
  page,
}) => {
  await openPlaces(page, 'By part of the world');
  const strip = page.getByRole('slider', { name: /Regions by intensity/ });
  const drawn = () =>
    strip.locator('line[stroke^="var(--intensity"], path[stroke^="var(--intensity"]').count();
  const listed = async () =>
    Number(
      (await page.getByRole('heading', { name: /^Where it could run/ }).textContent())?.match(
        /(\d+) regions/,
      )?.[1],
    );
  const named = async () => {
    const texts = await strip.locator('svg text').allTextContents();
    return texts.reduce((sum, text) => sum + Number(text.match(/\((\d+)\)$/)?.[1] ?? 0), 0);
  };
  for (const edition of ['as in the paper, 2019', 'today']) {
    await page.getByRole('button', { name: edition }).click();
    const count = await listed();
    expect(count).toBeGreaterThan(60);
    await expect.poll(drawn).toBe(count);
    expect(await named()).toBe(count);
  }
  await page.getByRole('button', { name: 'as in the paper, 2019' }).click();
  await expect(strip.locator('svg text', { hasText: 'North America (23)' })).toHaveCount(1);
});

test('other hardware: ranked, with ranges, and one press away', async ({ page }) => {
  await openChips(page);
  const use = page.getByRole('button', { name: /^Use it: NVIDIA/ }).first();
  await use.scrollIntoViewIfNeeded();
  const name = (await use.getAttribute('aria-label'))?.replace('Use it: ', '') ?? '';
  await use.click();
  await expect(page.getByRole('combobox', { name: 'Hardware', exact: true })).toHaveValue(name);
  await expect(page.locator(':focus')).not.toHaveCount(0);
});

test('levers follow the user’s own numbers', async ({ page }) => {
  await page.goto('./?view=what-if');
  await awaken(page);
  await page.getByLabel('Best of its own regions').uncheck();
  await page.getByLabel('Best region of all').uncheck();
  await page.getByLabel('Best hardware').uncheck();
  await page.getByLabel('Fewer trials in a search').check();
  await page.getByLabel('trials now').fill('100');
  await page.getByLabel('instead').fill('50');
  await expect(page.getByText('−108 kg, by your numbers')).toBeVisible();
  await page.getByLabel('instead').fill('x');
  await expect(page.getByText('would change nothing')).toBeVisible();
});

test('what a chart draws is in its table and in its files, with sources', async ({ page }) => {
  await openPlaces(page, 'By part of the world');
  const strip = page.getByRole('figure', { name: /^Half of these regions lie between/ });
  await strip.scrollIntoViewIfNeeded();
  await strip.getByText('4 sources').click();
  await expect(strip.locator('.foot a').first()).toBeVisible();
  const regions = Number(
    (await page.getByRole('heading', { name: /^Where it could run/ }).textContent())?.match(
      /(\d+) regions/,
    )?.[1],
  );
  await strip.getByRole('button', { name: 'Table' }).click();
  await expect(strip.getByRole('row')).toHaveCount(regions + 1);
  const saved = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      strip.getByRole('button', { name }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  const [header, ...lines] = (await saved('Figures (CSV)')).trim().split('\n');
  expect(header).toBe('provider,region,place,Part of the world,g CO2e/kWh,source,licence');
  expect(lines).toHaveLength(regions);
  expect(lines[0]).toMatch(/Electricity Maps.*ODbL/);
  await strip.getByRole('button', { name: 'Chart' }).click();
  const picture = await saved('Picture (SVG)');
  expect(picture).toMatch(/^<svg[^>]+xmlns/);
  expect(picture).not.toContain('var(');
});

test('Table 4 of the paper: as printed, as our tables have it, and what follows', async ({
  page,
}) => {
  await openChips(page, 'As in the paper');
  const table = page.getByRole('figure', { name: /as much as the CPU in the paper’s table/ });
  await table.scrollIntoViewIfNeeded();
  await expect(table.getByRole('row', { name: /^CPUs compute about 10 times less/ })).toContainText(
    '8.01 to 12.3 times',
  );
  await expect(table.getByRole('row', { name: /^TPU v3 computes 4 to 8/ })).toContainText(
    '3.78 to 5.82 times',
  );
  await table.getByLabel('Precision').selectOption({ label: '16 bits' });
  await expect(table.getByRole('row', { name: /^TPU v3 computes 4 to 8/ })).toContainText(
    /11\.6 times.*0\.62/,
  );
  await table.getByRole('button', { name: 'Table' }).click();
  await expect(table.getByRole('row', { name: /^Intel Xeon E5-2699/ })).toContainText('4.83');
});

test('chips that are chosen are named in the chart', async ({ page }) => {
  await openChips(page, 'By year');
  const chart = page.getByRole('figure', { name: /computes the most for a watt/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.getByLabel('Name a chip in the chart').selectOption({ label: 'AMD Instinct MI300X' });
  await expect(chart.locator('svg text', { hasText: 'AMD Instinct MI300X' })).toHaveCount(1);
  await chart.getByRole('button', { name: 'Do not name it: AMD Instinct MI300X' }).click();
  await expect(chart.locator('svg text', { hasText: 'AMD Instinct MI300X' })).toHaveCount(0);
});

for (const [view, ready] of [
  ['where', 'Power plants consume'],
  ['hardware', 'other chips the same work'],
  ['what-if', 'Best of its own regions'],
  ['methods', 'What its tables had wrong'],
  ['sources', 'Not counted'],
] as const) {
  test(`${view}: nothing overflows and axe finds nothing, narrow and wide, light and dark`, async ({
    page,
  }) => {
    await page.goto(`./?view=${view}`);
    await awaken(page);
    await page.getByText(ready).first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await expectSound(page);
  });
}
