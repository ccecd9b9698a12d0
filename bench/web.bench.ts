import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { startChromium } from '../scripts/chromium.ts';
import { keys } from './web-keys.ts';
import { lighthouse } from './web-lighthouse.ts';
import { many } from './web-many.ts';
import { host } from './web-site.ts';

/**
 * `npm run bench:web [-- [FOLDER] [--lighthouse]]`: the page on a slow phone, beside a copy of the 2019 site in FOLDER,
 * and what Lighthouse says of it (fetched by npx).
 */

const PHONE = { width: 412, height: 823 };
/** Slow 4G and a processor four times as slow, as Lighthouse's mobile settings simulate them. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 93_750,
};
const CPU_SLOWDOWN = 4;
const SETTLE_MS = 5000;
const INPUTS = 200;
const FIELD = '#field-hours';
const KB = 1000;

/** Runs in the page before anything else; text, so that no build step puts its helpers into it. */
const WATCH = `
  globalThis.seen = { lcp: 0, cls: 0, blocked: 0 };
  const watch = (type, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => { seen.lcp = startTime; });
  watch('layout-shift', ({ value }) => { seen.cls += value; });
  watch('longtask', ({ duration }) => { seen.blocked += Math.max(0, duration - 50); });
`;

interface Seen {
  readonly lcp: number;
  readonly cls: number;
  readonly blocked: number;
}

interface Loaded {
  readonly initialKb: number;
  readonly htmlKb: number;
  readonly lcpMs: number;
  readonly cls: number;
  readonly blockedMs: number;
  /** From the first key on, with which the page comes alive and fetches what computes; null without such a field. */
  readonly touchedBlockedMs: number | null;
  readonly touchedKb: number | null;
  readonly firstKeyMs: number | null;
}

async function phone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
  return context.newPage();
}

/** What a first visit fetches before anything is touched, gzipped, and how it feels on a slow phone. */
async function firstLoad(browser: Browser, address: string): Promise<Loaded> {
  const page = await phone(browser);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', SLOW);
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  let initial = 0;
  let html = 0;
  const sizes: Promise<void>[] = [];
  page.on('response', (response) => {
    sizes.push(
      response.body().then(
        (body) => {
          const { length } = gzipSync(body, { level: 9 });
          if (response.request().resourceType() === 'document') html += length;
          else initial += length;
        },
        () => undefined,
      ),
    );
  });
  await page.addInitScript(WATCH);
  await page.goto(address);
  await page.waitForTimeout(SETTLE_MS);
  await Promise.all(sizes);
  const look = async () => (await page.evaluate('({ ...globalThis.seen })')) as Seen;
  const seen = await look();
  const initialKb = initial / KB;
  const firstKeyMs = (await page.locator(FIELD).count()) ? await firstKey(page) : null;
  await page.waitForTimeout(SETTLE_MS);
  await Promise.all(sizes);
  const { blocked } = await look();
  await page.context().close();
  return {
    initialKb,
    touchedKb: firstKeyMs === null ? null : initial / KB,
    firstKeyMs,
    touchedBlockedMs: firstKeyMs === null ? null : blocked - seen.blocked,
    htmlKb: html / KB,
    lcpMs: seen.lcp,
    cls: seen.cls,
    blockedMs: seen.blocked,
  };
}

/** From the first key of a visit to its result, milliseconds: nothing that computes is there yet. */
const firstKey = async (page: Page): Promise<number> => (await keys(page, 1))[0] ?? Number.NaN;

/** From a key in the hours field to the new headline, milliseconds at the 95th percentile. */
async function inputP95(browser: Browser, address: string): Promise<number> {
  const page = await phone(browser);
  await page.goto(address);
  await firstKey(page);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  const times = await keys(page, INPUTS);
  await page.context().close();
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

const browser = await startChromium();
const own = await host(resolve('apps/web/build'));
const ours = await firstLoad(browser, own.address);
const p95 = await inputP95(browser, own.address);
const MANY = [500, 10_000];
const ofMany = [];
for (const runs of MANY) ofMany.push({ runs, ...(await many(browser, own.address, runs)) });
const words = process.argv.slice(2);
const folder = words.find((word) => !word.startsWith('--'));
const other = folder ? await host(resolve(folder)) : null;
const theirs = other ? await firstLoad(browser, other.address) : null;
const shown = (value: number) => value.toFixed(value < 1 ? 3 : 1);
function row(name: string, value: number | null, aim: string, baseline?: number): void {
  const ratio = baseline && value !== null ? `; ratio ${(value / baseline).toFixed(2)}` : '';
  const beside = baseline === undefined ? '' : `2019 site ${shown(baseline)}${ratio}`;
  const own = value === null ? 'not known' : shown(value);
  console.log(`${name.padEnd(44)}${own.padStart(10)}  aim ${aim.padEnd(10)}${beside}`);
}
row('first load: JS, CSS and data, gzip, kB', ours.initialKb, '<= 90', theirs?.initialKb);
row('first load: HTML with its example, gzip, kB', ours.htmlKb, '', theirs?.htmlKb);
row('largest paint, slow phone, ms', ours.lcpMs, '<= 1000', theirs?.lcpMs);
row('layout shift', ours.cls, '0', theirs?.cls);
row('blocked by long tasks, slow phone, ms', ours.blockedMs, '<= 200', theirs?.blockedMs);
row('key to result, p95, ms', p95, '<= 16');
for (const { runs, takenMs, keyMs, paintMs } of ofMany) {
  row(`${runs} runs: pasted to summed up, ms`, takenMs, '');
  row(`${runs} runs: key to result, p95, ms`, keyMs, runs === 500 ? '<= 50' : '');
  row(`${runs} runs: first paint after a reload, ms`, paintMs, '<= 300');
}
row('first key to result, slow phone, ms', ours.firstKeyMs, '');
row('blocked by long tasks after it, ms', ours.touchedBlockedMs, '');
row('JS, CSS and data after that, gzip, kB', ours.touchedKb, '');
await browser.close();
if (words.includes('--lighthouse')) {
  const PAGES = ['', 'learn/', 'act/', 'publish/', 'method/', 'data/', 'about/', 'ledger/'];
  for (const page of PAGES) {
    for (const [name, score] of Object.entries(await lighthouse(`${own.address}${page}`))) {
      const aim = page !== '' && name === 'performance' ? '>= 95' : '100';
      row(`Lighthouse, mobile, /${page} ${name}`, score, aim);
    }
  }
}
for (const { server } of [own, other].filter((one) => one !== null)) {
  server.close();
  server.closeAllConnections();
}
