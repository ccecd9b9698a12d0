import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** Of the browser itself, where the test allows no service worker. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** What no page may do: write an error, break its own policy, ask another host for anything. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.text() === BLOCKED) return;
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      const isOwn = url.startsWith(baseURL ?? '') || url.startsWith('data:');
      if (!isOwn) faults.push(`asked for ${url}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };

/** The unrounded figure behind the headline, once it is worked out. */
export async function headlineKg(page: Page): Promise<number> {
  await expect(page.locator('#result[aria-busy]')).toHaveCount(0);
  return Number(await page.getByTestId('headline').getAttribute('data-kg'));
}

/** Types a name into a search field and takes what stands first in the list. */
export async function choose(page: Page, field: string, text: string): Promise<void> {
  const input = page.getByRole('combobox', { name: field, exact: true });
  await input.click();
  await input.fill(text);
  await page.locator('.choices').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

/** Leaves the page for a text beside it, where nothing of the page runs: what is stored is changed there in peace. */
export async function besidePage(page: Page): Promise<void> {
  await page.goto('./robots.txt');
}

/** Touches the page, as somebody would, and waits until it answers to the keyboard. */
export async function awaken(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
}

/** Opens the calculator and waits until it answers to the keyboard. */
export async function openCalculator(page: Page): Promise<void> {
  await page.goto('./');
  await awaken(page);
}

/** Opens one of the views of the run by its tab. */
export async function openView(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views of this run' })
    .getByRole('link', { name, exact: true })
    .click();
}

/**
 * Presses a search field once its list's own field is there, as a hand that is no quicker than the page would: one
 * that is replaced under the press is pressed twice by the test, and a second press sets a cursor.
 */
export async function pressSearch(input: Locator): Promise<void> {
  await input.hover();
  await expect(input).toHaveAttribute('data-combobox-input');
  await input.click();
}

/** Opens one question of the form's second part. */
export async function more(page: Page, question: string): Promise<void> {
  const group = page.locator('details.group > summary', { hasText: question });
  if (!(await group.isVisible())) await page.getByText('More about this run').click();
  await group.click();
}
