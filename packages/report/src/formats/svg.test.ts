import { expect, test } from 'vitest';
import { METERED, reportWith, resultOf } from '../testing.ts';
import { badgeFormat, cardFormat } from './svg.ts';

type Report = Parameters<typeof badgeFormat.write>[0];
const report = reportWith([resultOf()], { title: 'mine & <yours>' });

/** `training emissions` of 18 and `240 kg CO2e` of 11 letters, 6.6 px each, with 8 px on either side. */
test('a badge is as wide as its words', () => {
  const text = badgeFormat.write(report);
  expect(text).toContain('width="224" height="20"');
  expect(text).toContain('<rect width="135" height="20" fill="#3b362f"/>');
  expect(text).toContain('<rect x="135" width="89" height="20" fill="#0b6168"/>');
  expect(text).toContain('<text x="67.5" y="14" textLength="119">training emissions</text>');
  expect(text).toContain('<text x="179.5" y="14" textLength="73">240 kg CO2e</text>');
  expect(text).toContain(
    '<title>training emissions: 240 kg CO2e (90 % range 200 to 300 kg), location-based, lifecycle grid. ML Emissions',
  );
});

test('a badge of a model in use calls it no training, and of both neither', () => {
  const inUse = resultOf({ service: {} as NonNullable<ReturnType<typeof resultOf>['service']> });
  const labelOf = (runs: Parameters<typeof reportWith>[0]) =>
    /<title>([a-z ]+):/.exec(badgeFormat.write(reportWith(runs)))?.[1];
  expect(labelOf([inUse])).toBe('emissions in use');
  expect(labelOf([inUse, resultOf()])).toBe('emissions');
});

/** The lines of a card below its figure, with the height of each. */
const linesOf = (of: Report) =>
  [...cardFormat.write(of).matchAll(/y="(\d+)" font-size="15"[^>]*>([^<]*)</g)].map(
    ([, y, line]) => [Number(y), line],
  );

test('a card says what ran, where, from how much, and what stands beside', () => {
  expect(linesOf(report)).toEqual([
    [204, '8 A100'],
    [228, 'Google Cloud us-central1 (Council Bluffs, United States)'],
    [252, 'from 600 kWh (90 % range 500 to 750 kWh) of electricity'],
    [276, 'manufacture of the hardware 60 kg CO2e (90 % range 40 to 90 kg)'],
  ]);
  const text = cardFormat.write(report);
  expect(text).toContain('>240<tspan');
  expect(text).toContain('> kg CO2e</tspan>');
  expect(text).toContain('>between 200 and 300 kg, operational, location-based, lifecycle grid<');
  expect(text).toContain('fill="#5c574e">mine &amp; &lt;yours&gt;</text>');
  expect(text).toMatch(/<desc>mine &amp; &lt;yours&gt;\. 8 A100\. Google Cloud/);
});

test('a card of what is not told', () => {
  const location = { provider: null, region: null, city: null, name: null, zone: null };
  const bare = reportWith([resultOf({ ...METERED, location })], {
    embodied: null,
    operational: { value: 240, low: 200 },
  });
  expect(linesOf(bare).map(([, line]) => line)).toEqual([
    'hardware not known',
    'place not known',
    'from 260 kWh of electricity',
    'manufacture of the hardware not known',
  ]);
  const text = cardFormat.write(bare);
  expect(text).toContain('fill="#5c574e">ML Emissions Calculator</text>');
  expect(text).toContain('font-size="18">operational, location-based, lifecycle grid<');
  expect(text).toContain('<desc>hardware not known. place');
});

test('74 letters fit a line, longer ones are cut there', () => {
  const titled = (title: string) => cardFormat.write(reportWith([resultOf()], { title }));
  expect(titled('a'.repeat(74))).toContain(`fill="#5c574e">${'a'.repeat(74)}</text>`);
  expect(titled('a'.repeat(75))).toContain(`fill="#5c574e">${'a'.repeat(73)}…</text>`);
});

test('a card says to those who hear it what it was made with', () => {
  expect(cardFormat.write(report)).toMatch(
    /<desc>.*\. ML Emissions Calculator 0\.1\.0, method full, data edition 2026-11, 2026-11-30<\/desc>/,
  );
});
