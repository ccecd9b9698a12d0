import type { Page } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import { choose, expect, headlineKg, more, openCalculator, test } from './page.ts';

const hours = (page: Page) => page.getByLabel('Hours', { exact: true });

test('hours that are wrong, one, a range, or very many', async ({ page }) => {
  await openCalculator(page);
  await test.step('what is wrong is said as it was typed, at its field', async () => {
    for (const [typed, said] of [
      ['1e999', 'This number is too large.'],
      ['3..2..1', '“3..2..1” does not fit here: low..value..high in rising order'],
      ['1..x..3', '“x” does not fit here'],
    ] as const) {
      await hours(page).fill(typed);
      await expect(page.locator('.sentence .problem')).toContainText(said);
    }
  });
  await test.step('one hour is an hour, and a range says what it is', async () => {
    await hours(page).fill('1h');
    await expect(page.locator('.sentence')).toContainText('= 1 hour');
    await expect(page.locator('.sentence')).not.toContainText('1 hours');
    await hours(page).fill('7.18..12.5..21.7');
    await expect(page.locator('.sentence')).toContainText('hours: 12.5, between 7.18 and 21.7');
  });
  await test.step('too small to picture, and beyond the ruler, are said', async () => {
    await hours(page).fill('0.000001');
    await expect(page.locator('dl').first()).toContainText('< 0.1');
    await expect(page.locator('dl').first()).not.toContainText('E-');
    await hours(page).fill('100');
    await page.getByLabel('Number of chips').fill('99999');
    await hours(page).fill('99999');
    const kg = await headlineKg(page);
    expect(kg).toBeGreaterThan(1e7);
    await expect(page.locator('.ruler .beyond')).toBeVisible();
    await expect(page.locator('.ruler .here-name')).toContainText(/this run: [\d.,]+\s+(t|kt|Mt)/);
  });
});

test('chips of other makers, and of none', async ({ page }) => {
  await openCalculator(page);
  await test.step('each maker’s own meter is named', async () => {
    await expect(
      page.getByRole('button', { name: /mean power that nvidia-smi/ }).first(),
    ).toBeVisible();
    await choose(page, 'Hardware', 'AMD Instinct MI250X');
    await expect(
      page.getByRole('button', { name: /mean power that rocm-smi/ }).first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: /nvidia-smi/ })).toHaveCount(0);
    await choose(page, 'Hardware', 'TPU v3');
    await expect(page.getByRole('button', { name: /-smi showed/ })).toHaveCount(0);
  });
  await test.step('a list in which nothing is found is sound', async () => {
    const hardware = page.getByRole('combobox', { name: 'Hardware', exact: true });
    await hardware.click();
    await hardware.fill('zzzz');
    await expect(page.getByRole('option', { name: 'Nothing by that name.' })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

test('a machine of another cloud moves the run there', async ({ page }) => {
  await openCalculator(page);
  await more(page, 'What hardware is it, exactly?');
  await page.getByLabel('The hardware is told by').selectOption('instance');
  await page.getByLabel('Instance type').fill('p4d.24xlarge');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Provider')).toHaveValue('aws');
  await expect(page.getByRole('combobox', { name: 'Region', exact: true })).toHaveValue(/^us-/);
});

for (const path of ['./', './fr/']) {
  test(`nothing leaves the sentence’s column, and nothing a phone at 200 % text, on ${path}`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.keyboard.press('Shift');
    await page.locator('[data-ready]').waitFor({ state: 'attached' });
    for (const width of [1000, 1280, 1920, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const isPhone = width < 500;
      await page.evaluate(
        (size) => {
          document.documentElement.style.fontSize = size;
        },
        isPhone ? '200%' : '',
      );
      for (const provider of ['gcp', 'own', 'grid', 'site']) {
        await page.locator('#field-provider').selectOption(provider);
        const beyond = await page.evaluate(() => {
          const { right } = document.querySelector('.ask')?.getBoundingClientRect() ?? { right: 0 };
          const all = [...document.querySelectorAll('.sentence :is(select, input, .unit, .about)')];
          const ends = all
            .map((one) => one.getBoundingClientRect())
            .map((box) => box.right - right);
          return Math.max(document.documentElement.scrollWidth - innerWidth, ...ends);
        });
        expect(beyond, `${provider} at ${width} px`).toBeLessThanOrEqual(1);
      }
    }
  });
}
