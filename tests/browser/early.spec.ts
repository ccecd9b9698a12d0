import { type Page, test } from '@playwright/test';
import { awaken, expect, headlineKg, openCalculator } from './page.ts';

test.describe('before the page is alive', () => {
  let letIn: () => void;

  test.beforeEach(async ({ page }) => {
    const held = new Promise<void>((done) => {
      letIn = done;
    });
    await page.route('**/entry/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
  });

  /** Asserts that the page was asleep until now, and lets it come alive. */
  async function comeAlive(page: Page): Promise<void> {
    await expect(page.locator('[data-ready]')).toHaveCount(0);
    letIn();
    await awaken(page);
  }

  test('what was typed, chosen and opened counts', async ({ page }) => {
    const fill = async () => {
      await page.getByLabel('Hours').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('50');
      await page.getByLabel('Provider').selectOption('my own machines');
      await page.getByLabel('Hours').focus();
      await page.getByText('More about this run').click();
    };
    await fill();
    await comeAlive(page);
    await expect(page.getByLabel('Hours', { exact: true })).toHaveValue('50');
    await expect(page.locator('details.group').first()).toBeVisible();
    const kg = await headlineKg(page);
    await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeEnabled();
    await page.evaluate(() => localStorage.clear());
    await openCalculator(page);
    await fill();
    await expect(page.locator('details.group').first()).toBeVisible();
    await expect.poll(() => headlineKg(page)).toBe(kg);
  });

  test('what is selected stays selected, to be typed over', async ({ page }) => {
    const hours = page.getByLabel('Hours');
    await hours.selectText();
    await comeAlive(page);
    // The value leaves the HTML once the browser has nothing else to do.
    await page.waitForTimeout(500);
    await page.keyboard.type('7');
    await expect(hours).toHaveValue('7');
  });

  test('a press is done once', async ({ page }) => {
    await page.getByRole('button', { name: 'Add another run' }).click();
    await comeAlive(page);
    await expect(page.locator('.pick')).toHaveCount(2);
  });

  test('a name typed into a search field finds its list, the cursor where it was', async ({
    page,
  }) => {
    const hardware = page.getByRole('combobox', { name: 'Hardware', exact: true });
    await hardware.fill('H100 SXM');
    await comeAlive(page);
    await expect(page.locator('.choices').getByRole('option').first()).toContainText('H100');
    await page.keyboard.type('5');
    await expect(hardware).toHaveValue('H100 SXM5');
    await page.keyboard.press('Enter');
    await expect(hardware).toHaveValue(/^NVIDIA H100 SXM5/);
  });
});

test.describe('a network that fails at first', () => {
  test('is asked again by what somebody does next', async ({ page }) => {
    await page.route('**/entry/*.js', (route) => route.abort());
    await page.goto('./');
    await page.getByRole('button', { name: 'Add another run' }).click();
    await page.waitForTimeout(300);
    await expect(page.locator('[data-ready]')).toHaveCount(0);
    await page.unroute('**/entry/*.js');
    await awaken(page);
    await expect(page.locator('.pick')).toHaveCount(2);
  });
});

for (const width of [390, 1440]) {
  test(`coming alive changes nothing to be seen at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./');
    await expect(page.locator('[data-ready]')).toHaveCount(0);
    const look = () => page.screenshot({ fullPage: true, animations: 'disabled' });
    const before = await look();
    await awaken(page);
    await page.waitForTimeout(300);
    // On a busy machine the last part wakes later than that.
    await expect.poll(async () => (await look()).equals(before)).toBe(true);
  });
}
