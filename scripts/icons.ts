import { readFileSync, writeFileSync } from 'node:fs';
import { startChromium } from './chromium.ts';

/** `npm run icons`: the PNGs of `apps/web/static`, drawn from its `icon.svg`: home screens, and the card of shared links. */

const FOLDER = 'apps/web/static';
const CARD = { width: 1200, height: 630 };
/** Of a maskable icon a phone may cut off all but the middle four fifths. */
const SAFE = 0.8;

const svg = readFileSync(`${FOLDER}/icon.svg`, 'utf8').replace('<svg ', '<svg width="100%" ');
const square = (share: number) =>
  `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${share < 1 ? '#0b6b73' : 'transparent'}"><div style="width:${share * 100}vw">${svg}</div>`;
const card = `<body style="margin:0;height:100vh;box-sizing:border-box;padding:80px;display:grid;align-content:space-between;background:#fcfaf6;color:#1d1b18;font-family:system-ui,sans-serif">
  <div style="display:flex;gap:32px;align-items:center;font-size:44px;font-weight:650"><div style="width:96px">${svg}</div>ML Emissions Calculator</div>
  <div style="font-size:56px;line-height:1.2;font-weight:650">How much CO2e does a machine-learning run emit, how sure is that, and what would lower it?</div>
  <div style="font-size:32px;color:#5c574e">A range on every figure, a source behind every number. Computed in your browser.</div>`;

const PICTURES = [
  { name: 'icon-180', width: 180, height: 180, html: square(SAFE) },
  { name: 'icon-192', width: 192, height: 192, html: square(1) },
  { name: 'icon-512', width: 512, height: 512, html: square(1) },
  { name: 'icon-maskable', width: 512, height: 512, html: square(SAFE) },
  { name: 'card', ...CARD, html: card },
];

const browser = await startChromium();
for (const { name, width, height, html } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(html);
  writeFileSync(`${FOLDER}/${name}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
