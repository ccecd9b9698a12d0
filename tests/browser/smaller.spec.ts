import type { Page } from '@playwright/test';
import { expectSound } from './axe.ts';
import { choose, expect, headlineKg, openCalculator, test } from './page.ts';

const advice = (page: Page) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'What would make it smaller' }) });

test('advice is on the whole footprint and never larger, where manufacture is most of it too', async ({
  page,
}) => {
  await openCalculator(page);
  await choose(page, 'Region', 'europe-north2');
  const section = advice(page);
  await section.scrollIntoViewIfNeeded();
  await expect(section).toContainText(
    '34.3 kg in all: 7.58 kg for electricity, 26.7 kg for making',
  );
  await expect(section).toContainText('77.9 % of it is making the hardware');
  const rows = section.locator('li', { hasText: 'instead of' });
  await expect(rows.first()).toBeVisible({ timeout: 15_000 });
  for (const text of await rows.allTextContents()) {
    const [, there, now] = /: ([\d.]+)\skg instead of ([\d.]+)\skg in all/.exec(text) ?? [];
    expect(Number(there)).toBeLessThan(Number(now));
    expect(text).toContain('making the hardware');
    expect(text).not.toMatch(/,\s*(?:\n|$)/);
  }
  await section.getByRole('button', { name: 'Say what share of its life' }).click();
  await expect(page.getByLabel('Share of its life in use')).toBeFocused();
  await expectSound(page);
});

test('a figure of one’s own that is lower than any place gets no move that multiplies it', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByLabel('Provider').selectOption({ label: 'my machines, g/kWh known' });
  await page.getByLabel('Carbon intensity of your electricity').fill('6');
  const kg = await headlineKg(page);
  expect(kg).toBeLessThan(5);
  const section = advice(page);
  for (const text of await section.locator('li').allTextContents()) {
    expect(text).not.toContain('not less than here');
  }
});

test('on paper, what the advice compares with stands beside it', async ({ page }) => {
  await openCalculator(page);
  const section = advice(page);
  await section.scrollIntoViewIfNeeded();
  await expect(section.getByText('instead of 217 kg in all').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(section.getByText('Now 217 kg in all: 190 kg for electricity')).toBeVisible();
});
