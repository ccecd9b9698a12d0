import { expect, test } from 'vitest';
import { METERED, PLAN, reportWith, resultOf } from '../testing.ts';
import { bibtexFormat, latexFormat, setLatex } from './latex.ts';

test('numbers are bound to their units, in groups by siunitx without', () => {
  expect(setLatex('from 16,020 kWh and 1.5 t CO2e at 75 %')).toBe(
    'from 16,020~kWh and 1.5~t CO\\textsubscript{2}e at 75\\,\\%',
  );
  expect(setLatex('16,020 kWh, 5 mg', { siunitx: true })).toBe(
    '\\qty{16020}{\\kilo\\watt\\hour}, \\qty{5}{\\milli\\gram}',
  );
  expect(setLatex('400 gCO2e/kWh, 3 runs, 5 hosts, 7 t/a', { siunitx: true })).toBe(
    '400 gCO\\textsubscript{2}e/kWh, 3 runs, 5 hosts, 7 t/a',
  );
});

test.each([
  ['t', '\\tonne'],
  ['kg', '\\kilogram'],
  ['g', '\\gram'],
  ['mg', '\\milli\\gram'],
  ['GWh', '\\giga\\watt\\hour'],
  ['MWh', '\\mega\\watt\\hour'],
  ['kWh', '\\kilo\\watt\\hour'],
  ['Wh', '\\watt\\hour'],
  ['W', '\\watt'],
  ['L', '\\litre'],
  ['h', '\\hour'],
])('siunitx spells %s as %s', (unit, spelled) => {
  expect(setLatex(`2 ${unit}`, { siunitx: true })).toBe(`\\qty{2}{${spelled}}`);
});

type Results = Parameters<typeof reportWith>[0];
const linesOf = (results: Results, options = {}, more: Parameters<typeof reportWith>[1] = {}) =>
  latexFormat.write(reportWith(results, more), options).split('\n');

test('a paragraph needs nothing in the preamble; what it cites stands below', () => {
  const lines = linesOf([resultOf()]);
  expect(lines[0]).toMatch(/^The work ran on 8 A100 \(rated 400~W\) for 100~h/);
  expect(lines.find((line) => line.startsWith('Estimated with'))).toBe(
    'Estimated with the ML Emissions Calculator 0.1.0, method full, data edition 2026-11, 2026-11-30~\\cite{mlemissions}, which grows out of~\\cite{lacoste2019quantifying}.',
  );
  const text = lines.join('\n');
  expect(text).not.toContain('preamble');
  expect(text).not.toContain('\\begin{table');
  expect(text).toContain('% BibTeX:\n% @article{lacoste2019quantifying,\n');
  expect(text).toContain('% }\n%\n% @misc{mlemissions,');
  expect(text).toMatch(/% ml-emissions:1:[\w-]+\n$/);
});

test('what options need is said first', () => {
  const first = (options: object) => linesOf([resultOf()], options)[0];
  expect(first({ long: true })).toBe('% needs booktabs in the preamble');
  expect(first({ siunitx: true })).toBe('% needs siunitx (version 3) in the preamble');
  expect(first({ long: true, siunitx: true })).toBe(
    '% needs booktabs and siunitx (version 3) in the preamble',
  );
});

/** Both tables of a report, without what no figure is in. */
const tablesOf = (results: Results, more: Parameters<typeof reportWith>[1] = {}) => {
  const lines = linesOf(results, { long: true }, more);
  const rows = lines.filter((line) => line.endsWith('\\\\') || line.startsWith('\\caption'));
  const second = rows.findIndex((line) => line.includes('by where it goes'));
  return [rows.slice(0, second), rows.slice(second)] as const;
};

test('a run by its figures in the units of the whole', () => {
  const [runs, parts] = tablesOf([resultOf({ run: { name: 'first', phase: 'search' } })]);
  expect(runs).toEqual([
    '\\caption{Energy and operational emissions (location-based, lifecycle grid) by run, with 90\\,\\% ranges; together 240~kg CO\\textsubscript{2}e.}',
    'Run, phase & Hardware & Chip-hours & kWh & kg CO\\textsubscript{2}e \\\\',
    '\\raggedright first, search & \\raggedright 8 A100 & 800 & 600 (500--750) & 240 (200--300) \\\\',
  ]);
  expect(parts).toEqual([
    '\\caption{Energy by where it goes.}',
    'Part & kWh & Share \\\\',
    'Accelerators & 240 & 40\\,\\% \\\\',
    'Host & 100 & 16.7\\,\\% \\\\',
    'Idle time & 60 & 10\\,\\% \\\\',
    'Supply losses and fans & 100 & 16.7\\,\\% \\\\',
    'Facility (PUE) & 100 & 16.7\\,\\% \\\\',
  ]);
});

test('several runs have a total, and are named by their places', () => {
  const [runs, parts] = tablesOf([resultOf(), resultOf(METERED)], {
    energyKwh: { value: 8600, low: 8600, high: 8600 },
    operational: { value: 4800, low: 4000 },
  });
  expect(runs.slice(1)).toEqual([
    'Run, phase & Hardware & Chip-hours & MWh & t CO\\textsubscript{2}e \\\\',
    '\\raggedright run 1, phase not known & \\raggedright 8 A100 & 800 & 600~kWh (500--750) & 240~kg (200--300) \\\\',
    '\\raggedright run 2, phase not known & \\raggedright not known & not known & 260~kWh & 240~kg (200--300) \\\\',
    '\\midrule Total &  & 800 & 8.6 & 4.8 \\\\',
  ]);
  expect(parts).toContain('As metered & 200 & 2.33\\,\\% \\\\');
  expect(parts).toContain('Facility (PUE) & 160 & 1.86\\,\\% \\\\');
});

test('shares of no energy are none', () => {
  expect(tablesOf([resultOf()], { energyKwh: { value: 0 } })[1]).toContain(
    'Host & 100 & 0\\,\\% \\\\',
  );
});

test('words of more than ten letters may be broken', () => {
  const [runs] = tablesOf([resultOf({ run: { name: 'abcdefghij abcdefghijklm_n' } })]);
  expect(runs.at(-1)).toContain(
    '\\raggedright abcdefghij abcdefghij\\allowbreak{}klm\\_n, phase not known',
  );
});

test('forty lines fit a page, twenty rows of two; more go on in a further table', () => {
  const many = (runs: number) =>
    linesOf([resultOf(), ...Array.from({ length: runs - 1 }, () => resultOf())], { long: true });
  const floats = (runs: number) => many(runs).filter((line) => line === '\\begin{table*}[tp]');
  expect(floats(19)).toHaveLength(1);
  expect(floats(20)).toHaveLength(2);
  const lines = many(50);
  expect(floats(50)).toHaveLength(3);
  expect(lines.filter((line) => line.includes('(continued)'))).toHaveLength(2);
  const rows = lines.filter((line) => line.includes('raggedright run'));
  expect(rows.map((line) => Number(/run (\d+)/.exec(line)?.[1]))).toEqual(
    Array.from({ length: 50 }, (_, at) => at + 1),
  );
  const ends = lines.flatMap((line, at) => (line === '\\end{table*}' ? [at] : []));
  expect(ends.slice(0, 2).map((at) => lines.slice(at + 1, at + 3))).toEqual([
    ['', '\\begin{table*}[tp]'],
    ['', '\\begin{table*}[tp]'],
  ]);
});

test('a plan says so in its table', () => {
  const [runs] = tablesOf([resultOf({ plan: PLAN })]);
  expect(runs.at(-1)).toContain('planned & \\raggedright 8 A100 & 1,600 &');
});

test('BibTeX alone is the file', () => {
  expect(bibtexFormat.write(reportWith([resultOf()]))).toMatch(/^@article\{.*\n}\n$/s);
});

test('the paragraph says all that a report does', () => {
  const [ran, emits, made, ghg, market, claim, water, left] = linesOf([resultOf()]);
  expect(ran).toMatch(/^The work ran/);
  expect(emits).toMatch(/^Electricity is estimated at 600~kWh/);
  expect(made).toMatch(/^The share of manufacturing the hardware is 60~kg/);
  expect(ghg).toMatch(/^By the GHG Protocol/);
  expect(market).toMatch(/^Market-based emissions are 30~kg/);
  expect(claim).toMatch(/^Google Cloud states that 50\\,\\%/);
  expect(water).toBe('Water: 900~L on site, 1,200~L at power plants.');
  expect(left).toBe('Left out: development and network.');
});

test('a share of less than a kWh is one; no energy at all is an empty table', () => {
  const parts = { accelerators: 0.2, host: 0, idle: 0, metered: 0, overhead: 0, facility: 0.3 };
  const small = resultOf({ energyKwh: { value: 0.5, parts } });
  expect(tablesOf([small], { energyKwh: { value: 0.5 } })[1].slice(2)).toEqual([
    'Accelerators & 0.2 & 40\\,\\% \\\\',
    'Facility (PUE) & 0.3 & 60\\,\\% \\\\',
  ]);
  const none = { ...parts, accelerators: 0, facility: 0 };
  const nothing = resultOf({ energyKwh: { value: 0, parts: none } });
  expect(tablesOf([nothing])[1]).toEqual([
    '\\caption{Energy by where it goes.}',
    'Part & kWh & Share \\\\',
  ]);
});

test('spaces in a name stay spaces', () => {
  expect(tablesOf([resultOf({ run: { name: 'a  b' } })])[0].at(-1)).toContain('a  b, phase');
});

test('siunitx groups every number of a document, with a unit or without', () => {
  const options = { siunitx: true };
  expect(setLatex('16,020 A100 for 16,020 h (90 % range 59,223 to 2,649,155 L)', options)).toBe(
    '\\num{16020} A100 for \\qty{16020}{\\hour} (90\\,\\% range \\num{59223} to \\qty{2649155}{\\litre})',
  );
  expect(setLatex('1,234.5 chips, 300, 400 and 1,23', options)).toBe(
    '\\num{1234.5} chips, 300, 400 and 1,23',
  );
  expect(setLatex('16,020 A100')).toBe('16,020 A100');
  const run = { name: 'batch 1,024', hours: 2500 };
  const long = latexFormat.write(reportWith([resultOf({ run }), resultOf()]), {
    ...options,
    long: true,
  });
  expect(long).toContain('batch 1,024');
  expect(long.replace('batch 1,024', '').match(/(?<![\d,])\d{1,3}(?:,\d{3})+/g)).toBeNull();
  expect(long).toContain('\\num{20800}');
});

test('a short form says what ran, its energy and emissions, what is not known, and the tool', () => {
  const [ran = '', emitted = '', unknown, made = '', empty] = linesOf([resultOf()], {
    short: true,
  });
  expect(ran).toMatch(/^The work ran on 8 A100 \(rated 400~W\) for 100~h/);
  expect(emitted).toMatch(
    /^Its electricity is estimated at [\d,.]+~kWh and its emissions \(location-based, lifecycle grid\) at [\d.]+~kg CO\\textsubscript\{2\}e \(90\\,\\% range [\d.]+ to [\d.]+~kg\)\.$/,
  );
  expect(unknown).toBe('Not known: other runs (searches, ablations, failed ones).');
  expect(made).toMatch(/^Estimated with the ML Emissions Calculator/);
  expect(empty).toBe('');
});
