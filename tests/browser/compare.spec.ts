import type { Page } from '@playwright/test';
import { expectSound } from './axe.ts';
import { expect, headlineKg, openCalculator, test } from './page.ts';

/** Opens the comparisons: they come when they are looked at. */
async function openCompare(page: Page): Promise<void> {
  await openCalculator(page);
  await page.getByRole('region', { name: 'Comparisons' }).scrollIntoViewIfNeeded();
  await page.getByRole('heading', { name: 'Where it could run' }).waitFor();
}

test('the map moves the run', async ({ page }) => {
  await openCompare(page);
  await test.step('map, list and sentence share one place', async () => {
    const before = await headlineKg(page);
    await page.getByRole('option', { name: /Google Cloud europe-west9/ }).dispatchEvent('click');
    await expect(page.getByRole('combobox', { name: 'Region', exact: true })).toHaveValue(
      'europe-west9',
    );
    const there = await headlineKg(page);
    expect(there).toBeLessThan(before);
    await page.getByLabel('Search places').fill('council bluffs');
    await page.getByRole('button', { name: 'Move it there: Google Cloud us-central1' }).click();
    expect(await headlineKg(page)).toBe(before);
  });
  await test.step('the arrow keys go through the map, Enter moves the run', async () => {
    const map = page.getByRole('listbox', { name: /Regions on the map/ });
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Region', exact: true })).not.toHaveValue(
      'us-central1',
    );
  });
});

test('the slider moves map, strip and list', async ({ page }) => {
  await openCompare(page);
  await test.step('the slider goes from the paper’s grids to today’s, for map and strip', async () => {
    const slider = page.getByRole('slider', { name: /^When the grids/ });
    const here = page.getByRole('option', { name: /us-central1/ }).first();
    await expect(slider).toBeEnabled();
    const now = await here.getAttribute('aria-label');
    await slider.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', 'as in the paper, 2019');
    await expect(here).toHaveAttribute('aria-label', /566 g CO2e\/kWh/);
    await expect(page.getByText('Shown: as in the paper, 2019.').first()).toBeVisible();
    await slider.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', '2019');
    await expect(here).toHaveAttribute('aria-label', /479 g CO2e\/kWh/);
    await slider.press('End');
    await expect(here).toHaveAttribute('aria-label', now ?? '');
  });
  await test.step('the slider moves the list of places too, and chips taken hand the focus on', async () => {
    await page.getByText(/^\d+ are on the map; where the other \d+ stand is not known/).waitFor();
    const list = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'All regions for this run' }) })
      .last();
    const now = await list.locator('li').allTextContents();
    await page.getByRole('button', { name: 'as in the paper, 2019' }).click();
    await expect(list).toContainText('Shown: as in the paper, 2019.');
    await expect(list.locator('li').first()).toContainText('g/kWh');
    expect(await list.locator('li').allTextContents()).not.toEqual(now);
    const use = page.getByRole('button', { name: /^Use it: NVIDIA/ }).first();
    await use.scrollIntoViewIfNeeded();
    await use.click();
    await expect(page.locator(':focus')).not.toHaveCount(0);
  });
});

test('Figure 1 of the paper, alive', async ({ page }) => {
  await openCompare(page);
  await test.step('Figure 1 draws every region that it lists, in both editions, and says how many in each row', async () => {
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
  await test.step('Figure 1 goes by arrow keys too, in both editions', async () => {
    await page.getByRole('button', { name: 'as in the paper, 2019' }).click();
    const strip = page.getByRole('slider', { name: /Regions by intensity/ });
    await strip.focus();
    await page.keyboard.press('ArrowRight');
    await expect(strip).toHaveAttribute('aria-valuetext', /g CO2e\/kWh/);
  });
});

test('levers and other hardware', async ({ page }) => {
  await openCompare(page);
  await test.step('levers follow the user’s own numbers', async () => {
    await page.getByLabel('Best of its own regions').uncheck();
    await page.getByLabel('Best region of all').uncheck();
    await page.getByLabel('Best hardware').uncheck();
    await page.getByLabel('Fewer trials in a search').check();
    await page.getByLabel('trials now').fill('100');
    await page.getByLabel('instead').fill('50');
    await expect(page.getByText('−94.9 kg, by your numbers')).toBeVisible();
    await page.getByLabel('instead').fill('x');
    await expect(page.getByText('would change nothing')).toBeVisible();
  });
  await test.step('other hardware: ranked, with ranges, and one press away', async () => {
    const use = page.getByRole('button', { name: /^Use it: NVIDIA/ }).first();
    await use.scrollIntoViewIfNeeded();
    const name = (await use.getAttribute('aria-label'))?.replace('Use it: ', '') ?? '';
    await use.click();
    await expect(page.getByRole('combobox', { name: 'Hardware', exact: true })).toHaveValue(name);
  });
});

test('compare: nothing overflows and axe finds nothing, narrow and wide, light and dark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openCompare(page);
  await page
    .getByRole('button', { name: /^Use it: NVIDIA/ })
    .first()
    .waitFor();
  await expectSound(page);
});
