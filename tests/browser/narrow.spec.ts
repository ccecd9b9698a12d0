import type { Locator, Page } from '@playwright/test';
import { awaken, expect, openCalculator, test } from './page.ts';

const SMALL = { width: 320, height: 800 };
const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 900 };

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

/** Controls whose text is wider than they are. */
const cutIn = (part: Locator) =>
  part.evaluate((root) => {
    const pen = document.createElement('canvas').getContext('2d');
    return [
      ...root.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input'),
    ].flatMap((field) => {
      if (!pen || !field.checkVisibility() || field.matches('[type=radio], [type=checkbox]'))
        return [];
      const style = getComputedStyle(field);
      // The short form is empty where letters have digits of one width.
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const text =
        field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? '') : field.value;
      const [start, end] = [style.paddingInlineStart, style.paddingInlineEnd].map(
        Number.parseFloat,
      );
      // The arrow of a list takes about its own height.
      const arrow = field instanceof HTMLSelectElement ? 16 : 0;
      const room = field.clientWidth - (start ?? 0) - (end ?? 0) - arrow;
      const { width } = pen.measureText(text);
      return width > room ? [`${text}: ${Math.round(width)} in ${Math.round(room)}`] : [];
    });
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

test('hours stay hours while they are wrong, beside their field on a phone too', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await openCalculator(page);
  const field = page.getByLabel('Hours', { exact: true });
  const unit = page.locator('.entry:has(#field-hours) .unit');
  await field.fill('-5');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(unit).toHaveText('hours');
  await page.setViewportSize(PHONE);
  const [entry, word] = [await field.boundingBox(), await unit.boundingBox()];
  expect(word?.y).toBeLessThan((entry?.y ?? 0) + (entry?.height ?? 0));
  expect(word?.height).toBeLessThanOrEqual(24);
});

test.describe('what a field says is not cut', () => {
  for (const [name, size, path] of [
    ['320 px, French', SMALL, './fr/'],
    ['320 px', SMALL, './'],
    ['390 px', PHONE, './'],
    ['1280 px', WIDE, './'],
  ] as const) {
    test(name, async ({ page }) => {
      await page.setViewportSize(size);
      await page.goto(path);
      await awaken(page);
      const sentence = page.locator('.sentence');
      expect(await cutIn(sentence)).toEqual([]);
      const cut: string[] = [];
      for (const field of ['work', 'verb', 'provider', 'site']) {
        const list = page.locator(`#field-${field}`);
        if (field === 'site') await page.locator('#field-provider').selectOption('own');
        const values = await list
          .locator('option')
          .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
        for (const value of values) {
          await list.selectOption(value);
          cut.push(...(await cutIn(list.locator('..'))));
        }
      }
      expect(cut).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  }

  test('with letters twice as large', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%';
      });
    });
    await openCalculator(page);
    // The name of a chip is half as long again as the window is wide.
    const short = page.locator('.sentence > :not(:has(#field-accelerator))');
    for (const field of await short.all()) expect(await cutIn(field)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  });
});

test('the words of a phone’s menu are whole, and it says that there is more', async ({ page }) => {
  await page.setViewportSize(SMALL);
  await page.goto('./fr/');
  const menu = page.locator('header nav');
  await expect(menu).toHaveCSS('background-attachment', /local.*scroll/);
  const heights = await menu.locator('a').evaluateAll((all) => all.map((one) => one.clientHeight));
  expect(new Set(heights).size).toBe(1);
});

test('on a phone a link to a view opens at it, with the tabs in sight and nothing moving by itself', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await page.addInitScript(() => {
    Object.assign(globalThis, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        (globalThis as unknown as { shifts: number }).shifts += (
          entry as unknown as { value: number }
        ).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('./?view=where');
  const tabs = page.getByRole('navigation', { name: 'Views of this run' });
  const title = page.getByRole('heading', { level: 2, name: /^Where it could run/ });
  await expect(title).toBeInViewport();
  await expect(tabs).toBeInViewport({ ratio: 1 });
  await expect(tabs.getByRole('link', { name: 'Where', exact: true })).toBeInViewport();
  await page.waitForLoadState('networkidle');
  await expect(title).toBeInViewport();
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts)).toBe(0);
  // Who has scrolled stays where they are, after a reload too.
  await awaken(page);
  await page.evaluate(() => scrollTo(0, 300));
  await page.waitForTimeout(300);
  await page.reload();
  await awaken(page);
  expect(await page.evaluate(() => scrollY)).toBe(300);
  await page.goto('./');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(tabs).toBeInViewport({ ratio: 1 });
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

test('a wide screen is used by the map and the ruler', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('./?view=where');
  await awaken(page);
  const map = page.locator('.map');
  await expect(map).toBeVisible();
  expect((await map.boundingBox())?.width).toBeGreaterThan(900);
  await page.goto('./');
  await awaken(page);
  const [ruler, answer] = [
    await page.locator('.ruler svg:visible').boundingBox(),
    await page.locator('.answer').boundingBox(),
  ];
  expect(ruler?.width).toBeCloseTo(answer?.width ?? 0, -1);
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

test('what can be pressed is large enough for a finger', async ({ page }) => {
  const smallIn = (part: Locator) =>
    part.evaluateAll((all) =>
      all.flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        return one.checkVisibility() && (width < 24 || height < 24)
          ? [one.outerHTML.slice(0, 80)]
          : [];
      }),
    );
  await page.goto('./?view=methods');
  await awaken(page);
  const wrong = page.getByRole('link', { name: 'What its tables had wrong, and how we know' });
  await wrong.waitFor();
  expect(await smallIn(wrong)).toEqual([]);
  await page.goto('./about/');
  expect(
    await smallIn(page.locator('main p:not(:has(br)) > a:only-child, main li > a:first-child')),
  ).toEqual([]);
  await page.goto('./publish/');
  await awaken(page);
  await page.getByLabel('Anything else').or(page.getByRole('radio').last()).first().waitFor();
  expect(await smallIn(page.locator('main input[type=radio]:not(label input)'))).toEqual([]);
});

test('a table that is wider than a phone says so, and rests at the end of a column', async ({
  page,
}) => {
  for (const size of [PHONE, SMALL]) {
    await page.setViewportSize(size);
    for (const [path, said] of [
      ['ledger/', 'More columns to the side'],
      ['fr/ledger/', 'D’autres colonnes sur le côté'],
      ['fr/learn/#claims', 'D’autres colonnes sur le côté'],
    ] as const) {
      await page.goto(`./${path}`);
      await awaken(page);
      const table = page.locator('.wide-table').last();
      await table.scrollIntoViewIfNeeded();
      await expect(page.getByText(said).last()).toBeVisible();
      const cut = () =>
        table.evaluate((scrolled) => {
          const end = scrolled.getBoundingClientRect().right;
          return [...scrolled.querySelectorAll('th, td')].filter((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            return left < end - 1 && right > end + 1;
          }).length;
        });
      await expect.poll(cut, { message: `${path} ${size.width}` }).toBe(0);
    }
  }
});
