import { expect, test } from 'vitest';
import { METERED, PLAN, reportWith, resultOf } from '../testing.ts';
import { markdownFormat, runTable, textFormat } from './markdown.ts';

test('plain text: sentences, then the inputs', () => {
  const text = textFormat.write(reportWith([resultOf()]));
  expect(text).toMatch(/^The work ran on 8 A100 .* Electricity is .* The share of .* Left out: /);
  expect(text).toMatch(/Grown from Lacoste.*\n\[ml-emissions:1:[\w-]+\]\n$/);
});

test('one run has no table', () => {
  const [words, gap, trailer, end] = markdownFormat.write(reportWith([resultOf()])).split('\n');
  expect(words).toMatch(/^The work ran/);
  expect([gap, end]).toEqual(['', '']);
  expect(trailer).toMatch(/^<!-- ml-emissions:1:[\w-]+ -->$/);
});

test('several runs stand in a table, with their total', () => {
  const plan = resultOf({ plan: PLAN, run: { name: 'a|b', phase: 'search' } });
  const report = reportWith([resultOf(), resultOf(METERED), plan], {
    energyKwh: { value: 1460 },
    operational: { value: 720 },
  });
  const rows = [
    '| run | phase | hardware | chip-hours | energy | emissions |',
    '| --- | --- | --- | ---: | ---: | ---: |',
    '| run 1 | not known | 8 A100 | 800 | 600 kWh (90 % range 500 to 750 kWh) | 240 kg CO2e (90 % range 200 to 300 kg) |',
    '| run 2 | not known | not known | not known | 260 kWh | 240 kg CO2e (90 % range 200 to 300 kg) |',
    '| a\\|b | search, planned | 8 A100 | 1,600 | 600 kWh (90 % range 500 to 750 kWh) | 240 kg CO2e (90 % range 200 to 300 kg) |',
    '| total |  |  |  | 1.46 MWh | 720 kg CO2e |',
  ];
  expect(runTable(report)).toEqual(rows);
  expect(markdownFormat.write(report)).toContain(`\n\n${rows.join('\n')}\n\n<!-- `);
});
