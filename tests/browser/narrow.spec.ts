import type { Locator, Page } from '@playwright/test';
import { awaken, expect, test } from './page.ts';

const SMALL = { width: 320, height: 800 };
const PHONE = { width: 390, height: 844 };

/** What is wrong with the letters of a picture: out of the window, or one on another. */
const lettersOf = (chart: Locator) =>
  chart.evaluate((svg) => {
    const texts = [...svg.querySelectorAll('text')].flatMap((text) => {
      const said = text.textContent?.trim() ?? '';
      return said === '' ? [] : [{ said, box: text.getBoundingClientRect() }];
    });
    const own = svg.getBoundingClientRect();
    const beyond = texts.filter(({ box }) => box.left < own.left - 2 || box.right > own.right + 2);
    const met = texts.flatMap((one, index) =>
      texts.slice(index + 1).filter(({ box }) => {
        const x = Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left);
        const y = Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top);
        return x > 2 && y > 4;
      }),
    );
    return [...beyond, ...met].map(({ said }) => said);
  });

const chartOf = (page: Page) => page.locator('.chart > svg, .chart figure > svg').last();

for (const { width, least } of [
  { width: 320, least: 150 },
  { width: 768, least: 250 },
]) {
  test(`the levers are named in French at ${width} px, and their bars have room`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./fr/?view=what-if');
    await awaken(page);
    const chart = chartOf(page);
    await expect(chart).toBeVisible();
    expect(await lettersOf(chart)).toEqual([]);
    const bar = await chart.locator('rect').first().boundingBox();
    expect(bar?.width).toBeGreaterThan(least);
  });
}

test('pictures of places and chips can be read at 320 px', async ({ page }) => {
  await page.setViewportSize(SMALL);
  await page.goto('./fr/?view=where');
  await awaken(page);
  await page.getByRole('button', { name: 'Par partie du monde' }).click();
  const chart = chartOf(page);
  await expect(chart).toBeVisible();
  expect(await lettersOf(chart)).toEqual([]);
  // An axis with one number on it is none.
  expect(await chart.locator('text').filter({ hasText: /^\d+$/ }).count()).toBeGreaterThan(2);

  await page.goto('./fr/?view=hardware');
  await awaken(page);
  await page.getByRole('button', { name: 'Comme dans l’article' }).click();
  await expect(page.getByText('AGX Xavier').first()).toBeVisible();
  expect(await lettersOf(chartOf(page))).toEqual([]);

  await page.getByRole('button', { name: 'Par année' }).click();
  const named = page.locator('.chart text', { hasText: 'NVIDIA A100 SXM4 80GB' });
  await expect(named).toBeVisible();
  expect(await lettersOf(chartOf(page))).toEqual([]);
  // The name of a chip lies on no other chip.
  const under = await named.evaluate((text) => {
    const box = text.getBoundingClientRect();
    const dots = [
      ...(text.closest('svg')?.querySelectorAll('[aria-label=dot] *, circle, path') ?? []),
    ];
    return dots.filter((dot) => {
      const { left, right, top, bottom, width } = dot.getBoundingClientRect();
      const isDot = width > 0 && width < 12;
      return (
        isDot &&
        right > box.left &&
        left < box.right &&
        bottom > box.top + 3 &&
        top < box.bottom - 3
      );
    }).length;
  });
  expect(under).toBe(0);
});

test('marks on the map of a phone keep apart, and each is large enough for a finger', async ({
  page,
}) => {
  await page.setViewportSize(SMALL);
  await page.goto('./?view=where');
  await awaken(page);
  await page.locator('.mark').first().waitFor();
  const marks = await page.locator('.mark .reach').evaluateAll((all) =>
    all.map((one) => ({
      x: Number(one.getAttribute('cx')),
      y: Number(one.getAttribute('cy')),
      r: Number(one.getAttribute('r')),
    })),
  );
  const gaps = marks.flatMap((one, index) =>
    marks.slice(index + 1).map((two) => Math.hypot(one.x - two.x, one.y - two.y)),
  );
  expect(Math.min(...marks.map(({ r }) => r))).toBeGreaterThanOrEqual(12);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(24);
});

test('the equations of the method are all there, and on a phone no sign lies on another', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await page.goto('./method/');
  const tags = await page.locator('#computed .equation').allTextContents();
  const numbers = tags.flatMap((text) =>
    [...text.matchAll(/\((\d+)\)/g)].map(([, one]) => Number(one)),
  );
  expect([...new Set(numbers)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const met = await page.locator('.equation').evaluateAll((all) =>
    all.flatMap((equation) => {
      const boxes = [...equation.querySelectorAll('math')].map((math) => {
        const parts = [...math.querySelectorAll('mi, mn, mo')].map((one) =>
          one.getBoundingClientRect(),
        );
        return {
          top: Math.min(...parts.map(({ top }) => top)),
          bottom: Math.max(...parts.map(({ bottom }) => bottom)),
          left: Math.min(...parts.map(({ left }) => left)),
        };
      });
      return boxes.flatMap((one, index) =>
        boxes.slice(index + 1).filter((two) => two.left < one.left + 40 && two.top < one.bottom),
      );
    }),
  );
  expect(met).toEqual([]);
});
