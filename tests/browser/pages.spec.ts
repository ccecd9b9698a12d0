import { expectSound } from './axe.ts';
import { awaken, expect, test } from './page.ts';

test('data: searched, sorted, kept in the address, downloaded, with what changed', async ({
  page,
}) => {
  await page.goto('./data/?table=equivalences');
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue('equivalences');
  await page.getByLabel('Table', { exact: true }).selectOption('accelerators');
  await expect(page).toHaveURL(/table=accelerators/);
  await page.getByLabel('Search the table').fill('h100 sxm');
  await expect(page.getByText(/^\d of \d+ rows/)).toBeVisible();
  await page.getByLabel('Search the table').fill('');
  await page.getByRole('button', { name: 'tdp_w' }).click();
  await page.getByRole('button', { name: 'tdp_w' }).click();
  await expect(page.getByRole('columnheader', { name: 'tdp_w' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await waiting).suggestedFilename()).toBe('accelerators.csv');
  await page
    .getByRole('heading', { name: 'What changed against the paper' })
    .scrollIntoViewIfNeeded();
  await expect(page.getByText(/Carbon intensity of \d+ regions/).first()).toBeVisible();
});

test('method: equations, and the validation', async ({ page }) => {
  await page.goto('./method/');
  await test.step('method: equations stand in the page as MathML, the validation comes when looked at', async () => {
    expect(await page.locator('math').count()).toBeGreaterThan(10);
    await page.locator('#validation').scrollIntoViewIfNeeded();
    await expect(
      page.getByRole('img', { name: /footprint as published and as its own inputs/ }),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: /vision in use, with a GPU/ })).toBeVisible();
  });
  await test.step('method: every published training that is planned is drawn and listed, and who lies inside is counted', async () => {
    await page.locator('#validation').scrollIntoViewIfNeeded();
    const chart = page.getByRole('img', { name: /published trainings, planned by/ });
    await chart.scrollIntoViewIfNeeded();
    const figure = page.getByRole('figure', { name: /trainings lie in the range/ });
    const [, inside, all] =
      /(\d+) of (\d+) published/.exec((await figure.textContent()) ?? '') ?? [];
    const dots = chart.locator('g[fill="var(--paper)"] > path');
    await expect(dots).toHaveCount(Number(all));
    await figure.getByRole('button', { name: 'Table', exact: true }).click();
    const rows = figure.locator('tbody tr');
    const hours = await rows.evaluateAll((found) =>
      found.map((row) =>
        [...row.querySelectorAll('.figure')].map((cell) =>
          Number(cell.textContent?.replaceAll(',', '')),
        ),
      ),
    );
    expect(hours).toHaveLength(Number(all));
    const held = hours.filter(
      ([measured = 0, , low = 0, high = 0]) => low <= measured && measured <= high,
    );
    expect(held).toHaveLength(Number(inside));
  });
});

test('method: on a phone every section is one tap away, wherever one is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./method/');
  const index = page.getByRole('navigation', { name: 'On this page' });
  await page.locator('#moving').scrollIntoViewIfNeeded();
  await index.getByRole('link', { name: 'How sure the result is' }).click();
  const [bar, heading] = await Promise.all(
    [index, page.getByRole('heading', { name: 'How sure the result is' })].map((part) =>
      part.boundingBox(),
    ),
  );
  expect(bar?.y).toBeCloseTo(0, 0);
  expect(bar?.height).toBeLessThan(64);
  // Its heading is below the index, in sight.
  expect(heading?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  expect(heading?.y).toBeLessThan(200);
});

test('method: no name in the chart of meters is cut off on a phone', async ({ page }) => {
  const width = 320;
  await page.setViewportSize({ width, height: 800 });
  await page.goto('./method/');
  await page.locator('#validation').scrollIntoViewIfNeeded();
  const chart = page.getByRole('img', { name: /inside the predicted 90 % range/ });
  const names = chart.getByText(/\(\d+\)$/);
  await names.first().scrollIntoViewIfNeeded();
  expect(await names.count()).toBeGreaterThan(15);
  for (const name of await names.all()) {
    const box = await name.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
  }
});

test('about: both are cited', async ({ page }) => {
  await page.goto('./about/');
  await expect(page.getByTestId('bibtex')).toContainText('lacoste2019quantifying');
  await expect(page.getByTestId('bibtex')).toContainText('mlemissions');
});

const FRENCH = { data: 'Données', method: 'Méthode', about: 'À propos' } as const;
for (const [name, title] of Object.entries(FRENCH)) {
  test(`${name} in French`, async ({ page }) => {
    await page.goto(`./fr/${name}/`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });
  test(`${name}: nothing overflows and axe finds nothing, narrow and wide, light and dark`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(`./${name}/`);
    await awaken(page);
    // What comes when it is looked at must be sound too.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
    await expectSound(page);
  });
}
