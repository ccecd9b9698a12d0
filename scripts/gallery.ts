import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './built.ts';
import { startChromium } from './chromium.ts';
import { serveSite } from './serve.ts';

/** `npm run gallery`: PNGs of every page, both themes, four widths, into `gallery/`. */

const FOLDER = 'gallery';
const PAGES = ['', 'fr/', 'learn/', 'act/', 'publish/', 'ledger/', 'data/', 'method/', 'about/'];
const WIDTHS = [390, 820, 1280, 1920];
const THEMES = ['light', 'dark'] as const;
const HEIGHT = 900;
/** What is loaded when it is looked at has come by then. */
const SETTLE_MS = 600;

const built = await buildIfStale();
if (built !== 0) process.exit(built);
mkdirSync(FOLDER, { recursive: true });
const { server, port } = await serveSite(0, true);
const browser = await startChromium();
for (const colorScheme of THEMES) {
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme });
    for (const path of PAGES) {
      await page.goto(`http://127.0.0.1:${port}/${path}`);
      // The page stays asleep until somebody touches it.
      await page.keyboard.press('Shift');
      await page.locator('[data-ready]').waitFor({ state: 'attached' });
      const bottom = await page.evaluate(() => document.body.scrollHeight);
      for (let y = 0; y < bottom; y += HEIGHT) {
        await page.evaluate((top) => scrollTo(0, top), y);
        await page.waitForTimeout(SETTLE_MS / 4);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(SETTLE_MS);
      const name = `${path.replaceAll('/', '') || 'calculate'}-${colorScheme}-${width}.png`;
      await page.screenshot({ path: join(FOLDER, name), fullPage: true });
      console.log(name);
    }
    await page.close();
  }
}
await browser.close();
server.close();
server.closeAllConnections();
