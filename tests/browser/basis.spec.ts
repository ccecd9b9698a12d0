import type { Page } from '@playwright/test';
import { awaken, expect, openCalculator, openView, test } from './page.ts';

// What a figure counts, of which run it is, and that its parts are told apart.

async function serve(page: Page): Promise<void> {
  await openCalculator(page);
  await page.getByLabel('What you did or will do').selectOption('I serve');
}

test('what all runs are as much as stands with all runs; what one run has beside it names it', async ({
  page,
}) => {
  await openCalculator(page);
  await page.getByRole('button', { name: 'Duplicate this run' }).click();
  await page.getByLabel('Hours', { exact: true }).fill('1');
  const heads = page.locator('.view[data-of=number]').getByRole('heading', { level: 2 });
  await expect(page.getByText(/^Run 2: 1\.9\skg of 192\skg$/)).toBeVisible();
  await expect(heads.filter({ hasText: 'As much as' })).toHaveCount(1);
  await expect(heads.filter({ hasText: 'Beside “Run 2” alone' })).toHaveCount(1);
  const order = await heads.allTextContents();
  expect(order.indexOf('As much as')).toBe(order.indexOf('All runs together') + 1);
  // With the making of the hardware, in the headline as in the shares of the runs.
  await page.getByRole('radio', { name: /^with hardware/ }).check();
  await expect(page.getByText(/^Run 2: 2\.17\skg of 219\skg$/)).toBeVisible();
});

test('places, chips and levers say which of the two they count', async ({ page }) => {
  await page.goto('./?view=where');
  await awaken(page);
  await expect(page.getByText('This run here, electricity alone')).toBeVisible();
  await page.getByRole('button', { name: 'Ranked', exact: true }).click();
  await expect(page.getByText('What the electricity of this run would emit')).toBeVisible();
  await expect(
    page.getByText(/^The lowest and \d+ more of these regions, in \d+ places, cannot/),
  ).toBeVisible();
  await openView(page, 'Hardware');
  await expect(page.getByText('Ranked by electricity alone')).toBeVisible();
  await expect(page.getByText(/^The lowest and \d+ more of these chips, whatever/)).toBeVisible();
  await openView(page, 'What if');
  await expect(page.getByText('Whether a provider has these chips')).toBeVisible();
  await expect(page.getByText('the same place as the line above')).toBeVisible();
});

test('the range of the run in hand is drawn whole among those of other chips', async ({ page }) => {
  await page.goto('./?view=hardware');
  await awaken(page);
  const ranges = page.locator('.bar-list .share-bar .range');
  await expect(ranges.first()).toBeAttached();
  const ends = await ranges.evaluateAll((all) =>
    all.map((line) => Number.parseFloat(line.getAttribute('x2') ?? '')),
  );
  const run = page.locator('.bar-list .here .share-bar .full');
  expect(Number.parseFloat((await run.getAttribute('width')) ?? '')).toBeLessThan(ends[0] ?? 0);
  expect(Math.max(...ends)).toBeLessThanOrEqual(100);
});

test('a service: each field that is needed asks, and every part of the energy has a tint', async ({
  page,
}) => {
  await serve(page);
  const sentence = page.locator('.sentence');
  const size = sentence.getByLabel('Parameters of the model', { exact: true });
  const requests = sentence.getByLabel('Requests answered');
  await expect(requests).toHaveAttribute('aria-describedby', /problem/);
  await expect(size).toHaveAttribute('aria-describedby', /problem/);
  await size.fill('70B');
  await expect(size).not.toHaveAttribute('aria-describedby', /problem/);
  await requests.fill('1M');
  await expect(requests).not.toHaveAttribute('aria-describedby', /problem/);
  await expect(page.locator('#result .lead')).toContainText(/between [\d.]+\st and [\d.]+\st/);
  const fills = await page
    .locator('section', { has: page.getByRole('heading', { name: 'Where it comes from' }) })
    .locator('svg.bar:not(.thin) rect')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
  expect(fills.length).toBeGreaterThan(3);
  expect(new Set(fills).size).toBe(fills.length);
});

test('a service on the site of 2019: its arithmetic answers, its form could not be asked', async ({
  page,
}) => {
  await serve(page);
  await page.locator('.sentence').getByLabel('Parameters of the model', { exact: true }).fill('7B');
  await page.locator('.sentence').getByLabel('Requests answered').fill('1M');
  await openView(page, 'Methods');
  const told = page.getByText('The calculator of 2019 could not be told this run');
  await expect(told).toContainText('is its arithmetic and its rounding');
  await expect(page.getByRole('row', { name: /^the site of 2019 mlco2-compat: / })).toBeVisible();
});

test('a planned time has its unit at both ends of its range', async ({ page }) => {
  await openCalculator(page);
  await page.getByLabel('What you did or will do').selectOption('I will train');
  await page.getByLabel('Parameters of the model', { exact: true }).fill('1B');
  await page.getByLabel('Tokens it will be trained on').fill('100B');
  await expect(page.getByTestId('planned')).toContainText(
    /\d h, [\d.]+ days \(between [\d,.]+ and [\d,.]+\sh\)/,
  );
});

test('no line of the headline begins with a sign', async ({ page }) => {
  for (const [width, path] of [
    [320, './'],
    [320, './fr/'],
    [390, './fr/'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    await awaken(page);
    const texts = await page
      .locator('#result > p')
      .evaluateAll((all) =>
        all.flatMap((line) =>
          [...line.childNodes].flatMap((node) =>
            node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [],
          ),
        ),
      );
    for (const text of texts) expect(text.trim()).not.toMatch(/^[,·;]/);
  }
});

test('ways to look at places stay where they are as one is chosen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('./fr/?view=where');
  await awaken(page);
  const ways = page.locator('.segments button');
  await expect(ways).toHaveCount(3);
  const places = () => ways.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
  const before = await places();
  const tops = await ways.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
  expect(new Set(tops).size).toBe(1);
  for (const index of [1, 2, 0]) {
    await ways.nth(index).click();
    expect(await places()).toEqual(before);
  }
});
