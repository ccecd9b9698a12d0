import type { Page } from '@playwright/test';

/**
 * Types into the hours field and times each new headline.
 *
 * @param count how many keys
 * @param pauseMs between two of them
 * @returns milliseconds, key by key
 * Errors: rejects where the page has no such field or no headline.
 */
export function keys(page: Page, count: number, pauseMs = 20): Promise<number[]> {
  const typed = async ([count, pauseMs]: readonly [number, number]) => {
    const input = document.querySelector<HTMLInputElement>('#field-hours');
    const headline = document.querySelector('[data-testid=headline]');
    if (!input || !headline) throw new Error('the page has no hours field or no headline');
    const took: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const start = performance.now();
      const changed = new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          done();
        });
        observer.observe(headline, { attributes: true, attributeFilter: ['data-kg'] });
      });
      input.value = String(Number(input.value) + 1);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await changed;
      took.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, pauseMs));
    }
    return took;
  };
  return page.evaluate(typed, [count, pauseMs] as const);
}
