import { type Page, test as plain } from '@playwright/test';
import { awaken, besidePage, expect, headlineKg, openCalculator, openView, test } from './page.ts';

const PHONE = { width: 390, height: 844 };
const VIEWS = [
  ['number', 'Number', 'Where it comes from'],
  ['where', 'Where', 'Where it could run'],
  ['hardware', 'Hardware', 'The same work on other hardware'],
  ['what-if', 'What if', 'What each lever would do'],
  ['methods', 'Methods', 'What other methods say'],
  ['sources', 'Sources', 'Not counted'],
] as const;

const addressOf = (view: string) => (view === 'number' ? './' : `./?view=${view}`);
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) });

test('each view has an address, stands alone, and keeps the run and its figure', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByLabel('Hours').fill('50');
  const kg = await headlineKg(page);
  for (const [view, tab, title] of VIEWS) {
    await openView(page, tab);
    await expect(heading(page, title)).toBeVisible();
    for (const [other, , hidden] of VIEWS) {
      if (other !== view) await expect(heading(page, hidden)).toBeHidden();
    }
    await expect(page.getByRole('link', { name: tab, exact: true })).toHaveAttribute(
      'aria-current',
      'true',
    );
    // The address names the view, and goes on holding the run.
    await expect(page).toHaveURL(view === 'number' ? /\/#1\./ : new RegExp(`\\?view=${view}#1\\.`));
    expect(await headlineKg(page)).toBe(kg);
  }
  await page.goBack();
  // A tab is no step in the history.
  expect(page.url()).toBe('about:blank');
});

test('a link opens its view with its run; another language keeps the view', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('Hours').fill('50');
  const kg = await headlineKg(page);
  await openView(page, 'Methods');
  await expect(page).toHaveURL(/\?view=methods#1\./);
  const link = page.url();
  await besidePage(page);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto(link);
  await expect(heading(page, 'What other methods say')).toBeVisible();
  expect(await headlineKg(page)).toBe(kg);
  await page.getByRole('link', { name: 'Français' }).click();
  await awaken(page);
  await expect(
    page.getByRole('heading', { name: 'Ce que disent d’autres méthodes' }),
  ).toBeVisible();
  expect(await headlineKg(page)).toBe(kg);
  // Another page, and back: the calculator opens as it does.
  await page.getByRole('link', { name: 'Comprendre', exact: true }).click();
  await page.getByRole('link', { name: 'Calculer', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Le reçu' })).toBeVisible();
});

plain('the view that an address asks for is there from the first paint on', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('./?view=sources', { waitUntil: 'commit' });
  await expect(heading(page, 'Not counted')).toBeVisible();
  await expect(heading(page, 'Where it comes from')).toBeHidden();
  await page.goto('./?view=nonsense');
  await expect(heading(page, 'Where it comes from')).toBeVisible();
});

test('on a phone no view is longer than three screens, nor has it more than sixty stops', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(PHONE);
  const measure = () =>
    page.evaluate(() => {
      const answer = document.querySelector('.answer');
      const groups = new Set<string>();
      const stops = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
        const isControl = element.matches(
          'a[href], button, input, select, summary, [tabindex="0"]',
        );
        if (!isControl || element.tabIndex < 0 || !element.checkVisibility()) return false;
        if (element.matches(':disabled')) return false;
        if (!element.matches('[type=radio]')) return true;
        const name = element.getAttribute('name') ?? '';
        return groups.has(name) ? false : groups.add(name);
      });
      return { height: answer?.clientHeight ?? 0, stops: stops.length };
    });
  const expectShort = async (name: string) => {
    await expect(page.locator('[data-lazy], .lazy > .soft')).toHaveCount(0);
    await expect
      .poll(async () => (await measure()).height, { message: name })
      .toBeLessThanOrEqual(3 * PHONE.height);
    expect((await measure()).stops, name).toBeLessThanOrEqual(60);
  };
  await page.goto('./fr/');
  await awaken(page);
  await expect(page.getByRole('heading', { name: 'Le reçu' })).toBeVisible();
  await expectShort('in French');
  for (const [view, , title] of VIEWS) {
    await page.goto(addressOf(view));
    await awaken(page);
    await expect(heading(page, title)).toBeVisible();
    await expectShort(view);
    const ways = page.locator('.segments button');
    for (let index = 1; index < (await ways.count()); index += 1) {
      await ways.nth(index).click();
      await expectShort(`${view}, ${await ways.nth(index).textContent()}`);
    }
  }
});

test('a view begins at its beginning, and the tabs stay in sight', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openCalculator(page);
  const tabs = page.getByRole('navigation', { name: 'Views of this run' });
  const slim = page.locator('.slim');
  /** At the lower edge of a phone, under the figure. */
  const expectAtHand = async () => {
    const box = await tabs.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(PHONE.height, 0);
    if (!(await slim.isVisible())) return;
    const above = await slim.boundingBox();
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeCloseTo(box?.y ?? 0, 0);
  };
  await expectAtHand();
  // From the form a tab leads to its view.
  await openView(page, 'Number');
  await expect(page.locator('.ruler')).toBeInViewport();
  await page.getByRole('heading', { name: 'Beside it, never subtracted' }).scrollIntoViewIfNeeded();
  await expectAtHand();
  await openView(page, 'Methods');
  await expect(heading(page, 'Coming from ML CO2 Impact')).toBeInViewport();
  await expectAtHand();
  // The figure is in sight too, whatever view is open.
  await expect(slim).toContainText('190 kg CO2e');
  // A wider window has them over the view.
  await page.setViewportSize({ width: 800, height: 900 });
  await page.locator('.answer').evaluate((answer) => {
    answer.scrollIntoView();
    scrollBy(0, 200);
  });
  await expect.poll(async () => (await tabs.boundingBox())?.y ?? Number.NaN).toBeCloseTo(0, 0);
});

test('in a wide window the sentence and its figure stay in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('./?view=where');
  await awaken(page);
  await expect(heading(page, 'Where it could run')).toBeVisible();
  // The panel is drawn once more when all tables are there.
  await expect(async () => {
    await page.getByText('Power plants consume').scrollIntoViewIfNeeded({ timeout: 2000 });
  }).toPass();
  await expect(page.getByTestId('headline')).toBeInViewport({ ratio: 1 });
  await expect(page.getByLabel('Hours')).toBeInViewport({ ratio: 1 });
});

test('the receipt is folded to the lines that matter, and what asks for its source opens it', async ({
  page,
}) => {
  await openCalculator(page);
  const lines = page.locator('.receipt li:visible');
  await expect(lines).toHaveCount(5);
  await page.getByRole('button', { name: /^All \d+ lines/ }).click();
  await expect.poll(() => lines.count()).toBeGreaterThan(15);
  await page.getByRole('button', { name: 'The main lines alone' }).click();
  await expect(lines).toHaveCount(5);
  await openView(page, 'Hardware');
  await page.getByRole('button', { name: /^501 g CO2e\/kWh/ }).click();
  await expect(page.locator('details[data-step="carbon-intensity"]')).toHaveAttribute('open');
  await expect(page.locator('details[data-step="carbon-intensity"] > summary')).toBeFocused();
});

test('a view is printed over the whole sheet, behind what it belongs to', async ({ page }) => {
  await page.goto('./fr/?view=where');
  await awaken(page);
  await expect(page.getByRole('heading', { name: /^Où il pourrait tourner/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const widthOf = (part: string) =>
    page.locator(part).evaluate((element) => element.getBoundingClientRect().width);
  await expect
    .poll(async () => (await widthOf('.later')) / (await widthOf('.sheet')))
    .toBeGreaterThan(0.95);
});
