import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { command } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-budget-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());
const at = (name: string) => join(folder, name);
// 142 kg, between 86 and 215; 27 kg of manufacture.
const RUN = 'examples/good/eight-v100.yaml';
// 1.15 t.
const PROJECT = 'examples/good/three-phases.yaml';
const check = (...args: string[]) => command(['check', ...args]);

describe('what is held against the budget', () => {
  test.each([
    [['--budget', '150kg'], 0, /^Within the budget: 142 kg CO2e/],
    [['--budget', '150kg', '--on', 'value'], 0, /^Within the budget/],
    [['--budget', '150kg', '--on', 'high'], 3, /^Over the budget: .*its upper end, 222 kg CO2e/],
    [['--budget', '250kg', '--on', 'high'], 0, /^Within the budget/],
    [['--budget', '150kg', '--of', 'total'], 3, /^Over the budget: 169 kg CO2e/],
    [['--budget', '300kg', '--of', 'total', '--on', 'high'], 0, /^Within the budget: 169 kg/],
  ])('%j', async (args, exit, words) => {
    const ran = await check(...args, RUN);
    expect(ran.err).toBe('');
    expect(ran.exit).toBe(exit);
    expect(ran.out).toMatch(words);
  });

  test('a method without a range has no upper end', async () => {
    const args = [
      '--accelerator',
      'Tesla V100-SXM2-16GB',
      '--hours',
      '9',
      '--carbon-intensity',
      '100',
    ];
    const ran = await check('--budget', '1t', '--on', 'high', ...args, '--method', 'lacoste-2019');
    expect(ran.exit).toBe(2);
    expect(ran.err).toMatch(/^--on: lacoste-2019 gives no range/);
  });

  test('more files than are read at once are refused by their number', async () => {
    const ran = await check('--budget', '1t', ...Array(1001).fill(RUN));
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toBe('input: 1001 files are given; expected at most 1000 files at once\n');
  });

  test.each([
    [['--budget', '1t', '--on', 'low'], /--on/],
    [['--budget', '1t', '--of', 'water'], /--of/],
    [['--claim', '1t', '--on', 'high'], /^--on: .*--budget/],
    [['--claim', '1t', RUN], /^--claim: .*one file/],
  ])('%j is bad input', async (args, message) => {
    const ran = await check(...args, RUN);
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(message);
  });
});

describe('several files', () => {
  test('each is held against it; one over is over', async () => {
    const ran = await check('--budget', '500kg', RUN, PROJECT);
    expect(ran.exit).toBe(3);
    expect(ran.out).toMatch(/^examples\/good\/eight-v100\.yaml {2}within the budget: 142 kg/m);
    expect(ran.out).toMatch(/^examples\/good\/three-phases\.yaml {2}over the budget: 1\.15 t/m);
    expect((await check('--budget', '2t', RUN, PROJECT)).exit).toBe(0);
  });

  test('what is wrong with one is told with its name, and the others are not dropped', async () => {
    const ran = await check('--budget', '2t', RUN, 'examples/bad/missing.yaml', 'nowhere.yaml');
    expect(ran.exit).toBe(2);
    expect(ran.err).toMatch(/^examples\/bad\/missing\.yaml: \/\w+.*: /m);
    expect(ran.err).toMatch(/cannot read 'nowhere\.yaml'/);
  });

  test('JSON of one is as it was and more, of several a list', async () => {
    const one = JSON.parse((await check('--budget', '150kg', '--json', RUN)).out);
    expect(one).toMatchObject({ budgetKgCo2e: 150, isKept: true, on: 'value', of: 'operational' });
    expect(one.kgCo2e.value).toBeCloseTo(142.385, 2);
    const two = JSON.parse((await check('--budget', '150kg', '--json', RUN, PROJECT)).out);
    expect(two).toMatchObject({
      isKept: false,
      files: [
        { file: RUN, isKept: true },
        { file: PROJECT, isKept: false },
      ],
    });
  });
});

describe('against the base branch', () => {
  const base = async (name: string, ...args: string[]) => {
    writeFileSync(at(name), (await command(['estimate', ...args, '--json'])).out);
    return at(name);
  };

  test('more than the base is over it, as much or less is not', async () => {
    const same = await base('same.json', RUN);
    const half = await base('half.json', RUN, '--hours', '50');
    expect((await check('--base', same, RUN)).exit).toBe(0);
    const more = await check('--base', half, RUN);
    expect(more.exit).toBe(3);
    expect(more.out).toMatch(
      /^Over the base: 142 kg CO2e .*, 100 % more than the 71\.2 kg CO2e of the base/,
    );
    expect((await check('--base', half, '--rise', '110%', RUN)).exit).toBe(0);
    expect((await check('--base', half, '--rise', '90%', RUN)).exit).toBe(3);
  });

  test('budget and base are both kept, or not', async () => {
    const same = await base('both.json', RUN);
    expect((await check('--base', same, '--budget', '150kg', RUN)).exit).toBe(0);
    const over = await check('--base', same, '--budget', '100kg', RUN);
    expect(over.exit).toBe(3);
    expect(over.out).toMatch(
      /^Over the budget: .*142 % of the budget of 100 kg CO2e, beside the 142 kg CO2e of the base/,
    );
  });

  test('a base for each file, a project among them', async () => {
    const [run, project] = [await base('r.json', RUN), await base('p.json', PROJECT)];
    expect((await check('--base', run, '--base', project, RUN, PROJECT)).exit).toBe(0);
    const one = await check('--base', run, RUN, PROJECT);
    expect(one.exit).toBe(2);
    expect(one.err).toMatch(/^--base: 1 for 2 files/);
  });

  test.each([
    ['nowhere.json', /^--base: cannot read '.*nowhere\.json': no such file\n$/],
    ['no.json', /^--base: '.*no\.json' is no result/],
  ])('%s is bad input', async (name, message) => {
    writeFileSync(at('no.json'), '{ "hours": 3 }');
    const ran = await check('--base', at(name), RUN);
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(message);
  });

  test('a rise without a base, and one that is none', async () => {
    expect((await check('--budget', '1t', '--rise', '5%', RUN)).err).toMatch(/^--rise: /);
    const same = await base('rise.json', RUN);
    expect((await check('--base', same, '--rise', 'much', RUN)).err).toMatch(/^--rise: 'much'/);
  });
});

describe('where CI reads it', () => {
  test('--github annotates the file, and adds to the summary of the step', async () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', at('summary.md'));
    writeFileSync(at('summary.md'), '# Before\n');
    const odd = at('a,b:100%.yaml');
    writeFileSync(odd, readFileSync(RUN, 'utf8'));
    const ran = await check('--budget', '100kg', '--github', odd);
    expect(ran.exit).toBe(3);
    expect(ran.out).toMatch(
      /^::error file=.*a%2Cb%3A100%25\.yaml,title=Over the budget::142 kg CO2e/m,
    );
    const summary = readFileSync(at('summary.md'), 'utf8');
    expect(summary).toMatch(/^# Before\n/);
    expect(summary).toMatch(/^\| .*100%\.yaml \| 142 kg CO2e .* \| 100 kg CO2e \| .* \| over \|$/m);
    const kept = await check('--budget', '1t', '--github', RUN);
    expect(kept.out).toMatch(
      /^::notice file=examples\/good\/eight-v100\.yaml,title=Within the budget::/m,
    );
  });

  test('without a summary to write to, annotations alone', async () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    expect((await check('--budget', '1t', '--github', RUN)).exit).toBe(0);
  });

  test('--junit writes a test a file', async () => {
    const ran = await check('--budget', '500kg', '--junit', at('junit.xml'), RUN, PROJECT);
    expect(ran.exit).toBe(3);
    const xml = readFileSync(at('junit.xml'), 'utf8');
    expect(xml).toContain('<testsuite name="emissions budget" tests="2" failures="1" errors="0">');
    expect(xml).toContain(`<testcase classname="emissions" name="${RUN}"/>`);
    expect(xml).toMatch(/<failure message="over the budget: 1\.15 t CO2e [^"]*"\/>/);
    const lost = await check('--budget', '500kg', '--junit', at('nowhere/j.xml'), RUN);
    expect(lost.exit).toBe(2);
    expect(lost.err).toMatch(/^--junit: cannot write/);
  });
});

describe('one bad file silences nothing', () => {
  const BAD = at('bad.yaml');
  const BROKEN = at('broken.yaml');
  const gated = async (...args: string[]) => {
    writeFileSync(BAD, 'hardware: [{ accelerator: T4 }]\nhours: -3\nplace: { country: FR }\n');
    writeFileSync(BROKEN, 'a: [1\n');
    return check('--budget', '150kg', ...args, RUN, PROJECT, BAD, BROKEN, 'nowhere.yaml');
  };

  test('people: the good ones are answered, each problem names its file', async () => {
    const ran = await gated();
    expect(ran.exit).toBe(2);
    expect(ran.out).toMatch(/eight-v100\.yaml {2}within the budget: 142 kg/);
    expect(ran.out).toMatch(/three-phases\.yaml {2}over the budget: 1\.15 t/);
    expect(ran.err).toContain(`${BAD}: /hours: `);
    expect(ran.err).toContain(`${BROKEN}: not YAML`);
    expect(ran.err).toContain("cannot read 'nowhere.yaml'");
  });

  test('JSON: what cannot be read is kept by none', async () => {
    const { isKept, files } = JSON.parse((await gated('--json')).out);
    expect(isKept).toBe(false);
    expect(files).toHaveLength(5);
    expect(files[2]).toMatchObject({
      file: BAD,
      isKept: false,
      problems: [{ field: '/hours' }],
    });
  });

  test('pipelines: annotations, the summary of the step and JUnit have all of them', async () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', at('bad-summary.md'));
    const ran = await gated('--github', '--junit', at('bad.xml'));
    expect(ran.exit).toBe(2);
    expect(ran.out).toMatch(/^::notice file=examples\/good\/eight-v100\.yaml,/m);
    expect(ran.out).toMatch(/^::error file=examples\/good\/three-phases\.yaml,title=Over/m);
    expect(ran.out).toMatch(/^::error file=\S*bad\.yaml,title=Bad input::\/hours: /m);
    expect(ran.out).toMatch(/^::error file=\S*broken\.yaml,title=Bad input::/m);
    const summary = readFileSync(at('bad-summary.md'), 'utf8');
    expect(summary).toMatch(/\| \S*bad\.yaml \| \/hours: .* \| bad input \|\n/);
    const junit = readFileSync(at('bad.xml'), 'utf8');
    expect(junit).toContain('tests="5" failures="1" errors="3">');
    expect(junit.match(/<error message="[^"]+"\/>/g)).toHaveLength(3);
  });

  test('one alone is an error there too', async () => {
    writeFileSync(BAD, 'hours: -3\n');
    const ran = await check('--budget', '1t', '--github', '--junit', at('alone.xml'), BAD);
    expect(ran.exit).toBe(2);
    expect(ran.out).toMatch(/^::error file=\S*bad\.yaml,title=Bad input::/);
    expect(readFileSync(at('alone.xml'), 'utf8')).toContain('tests="1" failures="0" errors="1"');
  });
});

test('a base of another scope is no limit', async () => {
  for (const [file, here] of [RUN, PROJECT].map((one, index) => [one, index] as const)) {
    const base = at(`direct-${here}.json`);
    const { out } = await command(['estimate', file, '--scope', 'direct', '--json']);
    writeFileSync(base, out);
    const ran = await check('--base', base, file);
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toBe(
      `--base: the scopes differ: the grid of '${base}' is direct, that of '${file}' lifecycle\n`,
    );
    expect((await check('--base', base, file, '--scope', 'direct')).exit).toBe(0);
  }
});
