import { expect, test } from 'vitest';
import { METERED, reportWith, resultOf } from '../testing.ts';
import { htmlReport } from './html.ts';

type Results = Parameters<typeof reportWith>[0];
const page = (results: Results, title = '') => htmlReport(reportWith(results, { title }));

test('the figure, and what it is', () => {
  const text = page([resultOf()], 'a < b');
  expect(text).toContain('<title>a &lt; b</title>');
  expect(text).toContain('<h1>a &lt; b</h1>');
  expect(text).toContain('<p class="figure">240 <small>kg CO2e</small></p>');
  expect(text).toContain(
    '<p>240 kg CO2e (90 % range 200 to 300 kg), operational, location-based, lifecycle grid</p>',
  );
  expect(text).toContain('<p>The work ran on 8 A100 (rated 400 W) for 100 h');
  expect(text).toContain('<p>Left out: development and network.</p>');
});

test('without a name it is called by what it holds', () => {
  expect(page([resultOf()])).toContain('<title>ML emissions</title>');
  expect(page([resultOf()])).toContain('<h1>ML emissions</h1>');
});

test('each run is a row', () => {
  const named = resultOf({ run: { name: 'a & b', phase: 'search' } });
  const text = page([named, resultOf(METERED)]);
  expect(text).toContain(
    '<tr><td>a &amp; b</td><td>search</td><td>8 A100</td><td>600 kWh (90 % range 500 to 750 kWh)</td><td>240 kg CO2e (90 % range 200 to 300 kg)</td></tr><tr><td>run 2</td><td>not known</td><td>not known</td><td>260 kWh</td>',
  );
  expect(text).not.toContain('more runs');
});

test('24 runs fit the page, of more the number is told', () => {
  const many = (runs: number) =>
    page([resultOf(), ...Array.from({ length: runs - 1 }, () => resultOf())]);
  expect(many(24).match(/<tr><td>/g)).toHaveLength(24);
  expect(many(24)).not.toContain('more runs');
  expect(many(27).match(/<tr><td>/g)).toHaveLength(24);
  expect(many(27)).toContain('<p>and 3 more runs</p>');
});

test('what it emits and what stands beside are paragraphs', () => {
  const text = page([resultOf()]);
  expect(text).toContain('<p>Electricity is estimated at 600 kWh');
  expect(text).toContain('<p>The share of manufacturing the hardware is 60 kg');
  expect(text).toContain('1,200 L at power plants.</p>');
});
