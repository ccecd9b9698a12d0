import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { estimate, parseRun } from './calculator.ts';
import { command } from './testing.ts';
import { fit } from './text/fit.ts';

const V100 = ['--accelerator', 'Tesla V100-SXM2-16GB', '--count', '8', '--hours', '100'];
const IOWA = ['--provider', 'gcp', '--region', 'us-central1'];

const PROJECT = 'examples/good/three-phases.yaml';

const json = async (...args: string[]) =>
  JSON.parse((await command(['estimate', ...args, '--json'])).out);

describe('for people', () => {
  test('only what may be called lower is: neither places above the run nor those on its grid', async () => {
    const { out } = await command(['estimate', ...V100, '--country', 'FR']);
    const [line = ''] = /^Lower.*$/m.exec(out) ?? [];
    expect(line).toMatch(
      /^Lower +Stockholm, .*not told apart; perhaps [\d.]+ % less at the lowest/,
    );
    expect(line).not.toMatch(/Paris|Marseille/);
    const high = Number(/ to ([\d.]+) kg CO2e, not told apart/.exec(line)?.[1]);
    expect(high).toBeLessThan(Number(/^([\d.]+) kg CO2e/.exec(out)?.[1]));
  });

  test('a short answer: the figure, its range, what it rests on and what would change it most', async () => {
    const { exit, out, err } = await command(['estimate', ...V100, ...IOWA]);
    expect([exit, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(lines[0]).toMatch(
      /^\d+ kg CO2e \(between .*\) operational, location-based, lifecycle grid, from .* kWh .* of electricity$/,
    );
    expect(out).toMatch(/^Rests on +8 NVIDIA V100 SXM2 16GB for 100 h, .*70 % of rated power/m);
    expect(out).toMatch(/^Rests on .* PUE 1\.09 of the region, \d+ g CO2e\/kWh \(.*2025\)$/m);
    expect(out).toMatch(/^Surer +\d+\.\d % of the uncertainty: /m);
    expect(out).toMatch(/^Lower +Stockholm, .*not told apart; \d+ % less/m);
    expect(out).toMatch(/Offset claimed: 100 %/);
    expect(out).toMatch(/edition 2026/);
    expect(out).not.toMatch(/Sources|NaN|undefined|Infinity/);
    expect(out).not.toContain('\u001b');
  });

  test('a warning is in the short answer', async () => {
    const { out } = await command(['estimate', ...V100, ...IOWA, '--power-w', '700']);
    expect(out).toMatch(/^Warning +.*700 W/m);
  });

  test('where nothing but energy and grid is told, two doubts are what would change it', async () => {
    const flags = ['--energy-kwh', '90..100..120', '--pue', '1.1..1.2..1.3'];
    const { out } = await command(['estimate', ...flags, '--carbon-intensity', '1..2..3']);
    expect(out).toMatch(/^Rests on +energy metered at the wall \(100 kWh\), /m);
    expect(out.match(/ of the uncertainty: /g)).toHaveLength(2);
  });

  const examples = readdirSync('examples/good').map((name) => `examples/good/${name}`);
  test.each(examples)('%s: the figure first, and on a screen of 24 lines', async (path) => {
    const { out } = await command(['estimate', path]);
    const lines = fit(out, 80).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^[\d.,]+ (?:g|kg|t) CO2e (?:\(between |operational)/);
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(out).not.toContain('GHG Protocol');
    expect((await command(['estimate', path, '--receipt'])).out).toContain('GHG Protocol');
  });

  test('--receipt adds each step, what was assumed, what is not counted, and the sources', async () => {
    const short = (await command(['estimate', ...V100, ...IOWA])).out;
    const { exit, out } = await command(['estimate', ...V100, ...IOWA, '--receipt']);
    expect(exit).toBe(0);
    expect(out.startsWith(short.slice(0, short.indexOf('--receipt')))).toBe(true);
    for (const part of [
      /Scope 2: 124 kg CO2e \(between .*; Scope 3, category 3: 18.1 kg CO2e/,
      /km driven by an average passenger car/,
      /kg of coal burned/,
      /tree seedlings grown for ten years/,
      /Lowest of the provider +Stockholm, Paris, .*not told apart\n +the lowest figure: gcp europe-north2/,
      /Lowest of all/,
      /Receipt/,
      /8 chips × 300 W × 0.7 × 100 h/,
      /Assumed/,
      /Not counted/,
      /Sources/,
    ])
      expect(out).toMatch(part);
  });

  test('explain has the receipt too, before what each method says', async () => {
    const { out } = await command(['explain', ...V100, ...IOWA]);
    expect(out).toMatch(/8 chips × 300 W × 0.7 × 100 h[\s\S]*What each method says/);
    const one = await command(['explain', ...V100, ...IOWA, '--from', 'lacoste-2019']);
    expect(one.out).not.toContain('Receipt');
  });

  test('--brief is one line', async () => {
    const { out } = await command(['estimate', ...V100, ...IOWA, '--brief']);
    expect(out).toMatch(/^\d+ kg CO2e \(between \S+ kg CO2e and \d+ kg CO2e\), [\d.]+ kWh\n$/);
    const project = await command(['estimate', PROJECT, '--brief']);
    expect(project.out).toMatch(/^[^\n]+, [^\n]*MWh\n$/);
  });

  test.each([
    ['--brief', '--receipt'],
    ['--brief', '--json'],
    ['--brief', '--csv'],
    ['--receipt', '--ndjson'],
    ['--receipt', '--csv'],
  ])('%s and %s are two forms of one answer', async (...two) => {
    const { exit, out, err } = await command(['estimate', ...V100, ...IOWA, ...two]);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(two[0]);
    expect(err).toContain(two[1]);
  });

  test('a project: what it rests on, its largest run, and its receipts where asked', async () => {
    const { out } = await command(['estimate', PROJECT]);
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(14);
    expect(out).toMatch(/^Rests on +\d+ runs: /m);
    expect(out).toMatch(/^Largest +.*: .* CO2e\), \d+(\.\d+)? % of it$/m);
    const all = await command(['estimate', PROJECT, '--receipt']);
    expect(all.out).toMatch(/^By phase$/m);
    expect(all.out.match(/^Receipt/gm)?.length).toBeGreaterThan(1);
  });

  test('help has examples', async () => {
    const { exit, out } = await command(['estimate', '--help']);
    expect(exit).toBe(0);
    expect(out).toMatch(/Examples:/);
    expect(out).toMatch(/--accelerator "Tesla V100-SXM2-16GB" --count 8/);
  });

  test('a control character in a name does not reach the terminal', async () => {
    const { exit, err } = await command(['estimate', ...V100, '--zone', 'FR\u001b[31m']);
    expect(exit).toBe(2);
    expect(err).not.toContain('\u001b');
  });
});

describe('for programs', () => {
  test('the same run gives the same number to the last bit in library and command', async () => {
    const parsed = parseRun({
      hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
      hours: 100,
      place: { provider: 'gcp', region: 'us-central1' },
    });
    if (!parsed.ok) throw new Error('refused');
    expect(await json(...V100, ...IOWA)).toEqual(JSON.parse(JSON.stringify(estimate(parsed.run))));
  });

  test('CSV has a header and a row', async () => {
    const { out } = await command(['estimate', ...V100, ...IOWA, '--csv']);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('operational_kg_co2e');
  });
});

describe('flags', () => {
  test.each([
    ['--hours', '2d4h', 52],
    ['--hours', '90m', 1.5],
    ['--hours', '1:30:00', 1.5],
  ])('%s %s', async (flag, text, hours) => {
    const { run } = await json('--accelerator', 'Tesla V100-SXM2-16GB', flag, text, ...IOWA);
    expect(run.hours).toBe(hours);
  });

  test.each([['50%'], ['0.5']])('--offset %s', async (text) => {
    const { offset } = await json(...V100, '--carbon-intensity', '100', '--offset', text);
    expect(offset.fraction).toBe(0.5);
  });

  test('8xNAME is count and name, and several kinds go in one run', async () => {
    const args = [
      '--accelerator',
      '8xTesla V100-SXM2-16GB',
      '--accelerator',
      '0.5xT4',
      '--hours',
      '1',
      ...IOWA,
    ];
    const { run } = await json(...args);
    expect(run.hardware.map((kind: { count: number }) => kind.count)).toEqual([8, 0.5]);
  });

  test('flags override a file', async () => {
    const { run } = await json('examples/good/eight-v100.yaml', '--hours', '7', '--country', 'FR');
    expect(run).toMatchObject({ hours: 7, place: { country: 'FR' }, name: 'eight V100' });
  });

  test.each([
    [
      ['--accelerator', 'v10', '--hours', '1', ...IOWA],
      /^--accelerator: no accelerator 'v10'; did you mean .*V100/,
    ],
    [[...V100.slice(0, 4), '--hours', '1,5', ...IOWA], /^--hours: .*'1,5'.*1\.5/],
    [[...V100, ...IOWA, '--offset', '250%'], /^--offset: .*2\.5/],
    [[...V100, ...IOWA, '--carbon-intensity', '-3'], /^--carbon-intensity: .*-3/],
    [[...V100.slice(0, 2), '--count', '1e12', '--hours', '1', ...IOWA], /^--count: /],
    [['--hours', '1'], /^--accelerator: hardware is missing/],
    [[...V100, '--provider', 'gcp'], /^--region: /],
    [[...V100, ...IOWA, '--colour', 'red'], /unknown option/],
    [['nowhere.yaml'], /nowhere\.yaml.*no such file/],
  ])('bad input %j ends with 2 and one line', async (args, line) => {
    const { exit, out, err } = await command(['estimate', ...args]);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(line);
  });
});

test('a receipt tells the 90 % range of a factor, PUE of what exceeds 1, and no noise of last bits', async () => {
  const flags = ['--accelerator', 'Tesla V100-SXM2-16GB', '--count', '8', '--hours', '100'];
  const { out } = await command([
    'estimate',
    ...flags,
    ...['--provider', 'gcp', '--region', 'us-central1', '--edition', '2026.1', '--receipt'],
  ]);
  const lineOf = (name: string) =>
    out.split('\n').find((line) => line.startsWith(`  ${name} `)) ?? '';
  // 1 + 0.09 / 1.15^1.644854 and x 1.15^1.644854.
  expect(lineOf('PUE')).toContain('1.07 to 1.11 (90 %)');
  expect(out).not.toMatch(/x\/÷ [\d.]+, /);
  expect(out.slice(out.indexOf('Receipt'), out.indexOf('Assumed'))).not.toMatch(/\d\.\d{7}/);
});

test('explain has one figure of a method for both of its lists', async () => {
  const flags = ['--accelerator', 'A100-SXM4-80GB', '--hours', '100', '--country', 'FR'];
  const { out } = await command(['explain', ...flags, '--from', 'lacoste-2019']);
  const [, all = ''] = /^ {2}full .* ([\d.]+ kg CO2e) in all$/m.exec(out) ?? [];
  expect(all).not.toBe('');
  expect(out).toMatch(new RegExp(`^ {2}full, in all +${all}$`, 'm'));
});
