import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from './testing.ts';

const T4 = 'hardware: [{ accelerator: Tesla T4, count: 2 }]\nhours: 3\nplace: { country: FR }\n';
const CHIP = ['--accelerator', 'Tesla T4', '--country', 'FR'];
const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const json = async (args: readonly string[], input = '') => {
  const { out, err } = await command(['estimate', ...args, '--json'], input);
  expect(err).toBe('');
  return JSON.parse(out);
};
const refusal = async (args: readonly string[], input = '') => {
  const { exit, out, err } = await command(['estimate', ...args], input);
  expect([exit, out]).toEqual([2, '']);
  return err;
};

describe('a file that cannot be read', () => {
  const commands = [
    ['estimate', []],
    ['check', ['--claim', '1kg']],
    ['verify', []],
  ] as const;
  test.each(commands)('%s says why, in one line', async (name, args) => {
    const told = async (path: string) => {
      const { exit, out, err } = await command([name, path, ...args]);
      expect([exit, out]).toEqual([2, '']);
      return err.replace(`input: cannot read '${path}': `, '');
    };
    expect(await told(join(folder, 'nowhere.yaml'))).toBe('no such file\n');
    expect(await told(folder)).toBe('it is a folder\n');
    expect(await told(join(file('plain.yaml', T4), 'below'))).toBe(
      'a part of its path is no folder\n',
    );
    expect(await told(join(folder, 'x'.repeat(300)))).toBe('its name is too long\n');
  });
});

describe('standard input', () => {
  test.each([
    ['estimate', []],
    ['compare', []],
    ['explain', []],
    ['check', ['--claim', '1kg']],
    ['report', ['--format', 'markdown']],
  ])('%s reads - and a pipe', async (name, args) => {
    const piped = await command([name, ...args], T4);
    expect(piped.err).toBe('');
    expect(piped).toEqual(await command([name, '-', ...args], T4));
    expect(piped.out).not.toBe('');
  });

  test('flags change what comes in by -', async () => {
    expect((await json(['-', '--hours', '7'], T4)).run.hours).toBe(7);
  });

  test('a report goes through verify', async () => {
    const { out } = await command(['report', '-', '--format', 'markdown'], T4);
    expect((await command(['verify', '-'], out)).exit).toBe(0);
  });

  test.each([
    ['a byte-order mark', `\ufeff${T4}`],
    ['lines of Windows', T4.replaceAll('\n', '\r\n')],
    [
      'JSON',
      '{ "hardware": [{ "accelerator": "Tesla T4" }],\n\t"hours": 3, "place": { "country": "FR" } }',
    ],
  ])('%s', async (_, text) => {
    expect((await json(['-'], text)).run.hours).toBe(3);
  });

  test('nothing at all is a run without anything', async () => {
    expect(await refusal([])).toMatch(/hardware is missing/);
  });
});

describe('files of another kind', () => {
  const run = '{"hardware":[{"accelerator":"Tesla T4"}],"hours":3,"place":{"country":"FR"}}';

  test('a list of runs is named with the command that reads it', async () => {
    const path = file('runs.ndjson', `${run}\n${run}\n`);
    expect(await refusal([path])).toContain(`ml-emissions estimate --ndjson < ${path}`);
    const { exit, out } = await command(['estimate', path, '--ndjson', '--full', '--hours', '5']);
    expect(exit).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).run.hours),
    ).toEqual([5, 5]);
  });

  test('a table is named', async () => {
    const table = 'timestamp,project_name,duration,emissions\n2024-01-01,x,3,4\n';
    expect(await refusal([file('emissions.csv', table)])).toMatch(/a table \(CSV\) of 4 columns/);
  });
});

describe('YAML', () => {
  test('anchors and merge keys', async () => {
    const text = `runs:\n  - &first\n    hardware: [{ accelerator: Tesla T4 }]\n    hours: 3\n    place: { country: FR }\n  - <<: *first\n    hours: 5\n`;
    const { runs } = await json(['-'], text);
    expect(runs.map((one: { run: { hours: number } }) => one.run.hours)).toEqual([3, 5]);
  });

  const laughs = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let at = 1; at < 9; at++)
    laughs.push(
      `b${at}: &a${at} [${Array(10)
        .fill(`*a${at - 1}`)
        .join(', ')}]`,
    );

  test.each([
    ['hours: 3\nhours: 4\n', /line 2: a field stands there for the second time/],
    ['hardware:\n\t- accelerator: T4\n', /line 2: a tab stands where spaces belong/],
    ['hours: "3\n', /not YAML: line \d+: /],
    ['hours: 3\n---\nhours: 4\n', /a second document begins/],
    ['<<: *none\nhours: 3\n', /what << takes in is not there/],
    ['hours: *none\n', /\*none refers to nothing/],
    [laughs.join('\n'), /refers to its own parts too often/],
    [
      `a: &a "${'x'.repeat(900_000)}"\nb: [${Array(50).fill('*a').join(', ')}]\n`,
      /refers to its own parts too often/,
    ],
  ])('a fault is told by its line and in our words', async (text, message) => {
    const err = await refusal(['-'], text);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/token|scalar|mapping|implicit|flow|alias|sequence/i);
  });

  test('so is a fault of JSON', async () => {
    expect(await refusal([file('run.json', '{\n  "hours": 3,\n}')])).toMatch(
      /not JSON: line 3, column 1: "}" does not belong there/,
    );
  });
});

describe('nothing is dropped without a word', () => {
  test.each([
    [[...CHIP, '--hours', '10', '--hours', '20'], /^--hours: it is given twice: 10 and 20/],
    [[...CHIP, '--hours=10', '--hours', '20'], /^--hours: it is given twice/],
    [
      ['--accelerator', '2xL4', '--count', '3', '--hours', '1', '--country', 'FR'],
      /^--count: count is told twice/,
    ],
    [['--ndjson', '--json'], /--json writes JSON, --ndjson one JSON object a line/],
    [['--full'], /^--full: --full is for the answers of --ndjson/],
    [['--ndjson', '--full', '--csv'], /^--full: --full writes whole results/],
    [[...CHIP, '--hours', '1', '--json', '--csv'], /^.*--json writes JSON, --csv a table/s],
  ])('%j', async (args, message) => {
    expect(await refusal(args)).toMatch(message);
  });

  test('a file’s count stays under another name of chip', async () => {
    const path = file('eight.yaml', T4.replace('count: 2', 'count: 8'));
    const { run } = await json([path, '--accelerator', 'L4']);
    expect(run.hardware).toMatchObject([{ accelerator: 'nvidia-l4', count: 8 }]);
  });

  test('a file’s counts of several kinds are asked for', async () => {
    const path = file('two.yaml', T4.replace('}]', '}, { accelerator: L4, count: 3 }]'));
    expect(await refusal([path, '--accelerator', 'L4'])).toMatch(/2 kinds of chip/);
    expect((await json([path, '--accelerator', '5xL4'])).run.hardware).toMatchObject([
      { count: 5 },
    ]);
  });

  test('what was measured on one chip is not taken for another', async () => {
    const path = file('measured.yaml', T4.replace('count: 2', 'count: 2, powerW: 60'));
    expect(await refusal([path, '--accelerator', 'L4'])).toMatch(
      /powerW was measured on its own chip/,
    );
    const { run } = await json([path, '--accelerator', 'L4', '--power-w', '50']);
    expect(run.hardware).toMatchObject([{ count: 2, powerW: 50 }]);
  });
});

test.each([
  ['--gpu', '--accelerator'],
  ['--gpus', '--accelerator'],
  ['--gpu-hours', '--device-hours'],
  ['--hour', '--hours'],
  ['--utilization', '--utilisation'],
  ['--location', '--region'],
  ['--energy', '--energy-kwh'],
  ['--memory', '--memory-gb'],
])('%s means %s', async (flag, meant) => {
  expect(await refusal([flag, '3'])).toBe(`${flag}: unknown option; did you mean ${meant}?\n`);
});

test('problems of what is piped in name its fields', async () => {
  expect(await refusal([], T4.replace('hours: 3', 'hours: x'))).toMatch(/^\/hours: /);
});
