import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * What axe finds wrong with the page by WCAG 2.2 AA and its best practices.
 *
 * @param rules those that are asked alone, by axe's names; all by default
 */
export async function accessibilityFaults(
  page: Page,
  rules?: readonly string[],
): Promise<string[]> {
  // The page's policy forbids script tags of others; the browser's own door is open to a test.
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source);
  // What passes is not asked for: telling it takes a tenth of the time.
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${JSON.stringify(options)}).then((result) => result.violations)`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}

const HEIGHT = 900;
/** What another theme changes; all else axe finds in either. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Light and dark at each width, one after the other in the page as it stands: nothing is wider than the page, and axe
 * finds nothing.
 *
 * @param widths in px
 */
export async function expectSound(page: Page, widths: readonly number[] = [320, 1280]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT });
    for (const colorScheme of ['light', 'dark'] as const) {
      await test.step(`${width} px, ${colorScheme}`, async () => {
        // Colours that are on their way to the other scheme are neither's.
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond).toBeLessThanOrEqual(0);
        const rules = colorScheme === 'dark' ? OF_COLOURS : undefined;
        expect(await accessibilityFaults(page, rules)).toEqual([]);
      });
    }
  }
}
