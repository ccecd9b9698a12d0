import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { estimate, parseRun } from './calculator.ts';
import { runCommand } from './program.ts';
import { command } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RUN = {
  name: 'a',
  hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};
const lineOf = (...runs: readonly unknown[]) =>
  `${runs.map((run) => JSON.stringify(run)).join('\n')}\n`;
const ndjson = (input: string, ...flags: string[]) =>
  command(['estimate', '--ndjson', ...flags], input);
const answersIn = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

function wholeOf(run: unknown) {
  const parsed = parseRun(run);
  if (!parsed.ok) throw new Error('refused');
  return estimate(parsed.run);
}

describe('an answer', () => {
  test('has the line and the name first, of a run, a project and a problem, slim or whole', async () => {
    const run = { energyKwh: 3, place: { country: 'FR' } };
    const lines = [{ ...run, name: 'r' }, { name: 'p', runs: [run, run] }, run, { runs: [run] }];
    const all = [...lines, { name: 'bad' }].map((one) => JSON.stringify(one)).join('\n');
    for (const flags of [[], ['--full']]) {
      const { out } = await command(['estimate', '--ndjson', ...flags], all);
      for (const answer of answersIn(out))
        expect(Object.keys(answer).slice(0, 2)).toEqual(['line', 'name']);
      expect(answersIn(out).map(({ name }) => name)).toEqual(['r', 'p', null, null, 'bad']);
    }
  });

  test('is slim: what ran, where, and each figure with its range', async () => {
    const { exit, out, err } = await ndjson(lineOf(RUN));
    const { energyKwh, operational, embodied, total, water } = wholeOf(RUN);
    expect(exit).toBe(0);
    expect(Object.keys(answersIn(out)[0]).slice(0, 2)).toEqual(['line', 'name']);
    const near = ({ value = 0, low = 0, high = 0 }) => ({
      value: expect.closeTo(value, 8),
      low: expect.closeTo(low, 8),
      high: expect.closeTo(high, 8),
    });
    expect(answersIn(out)).toEqual([
      {
        line: 1,
        name: 'a',
        runs: 1,
        accelerator: 'nvidia-v100-sxm2-16gb',
        count: 8,
        deviceHours: 800,
        zone: 'US-MIDW-MISO',
        method: 'full',
        edition: wholeOf(RUN).edition.id,
        scope: 'lifecycle',
        energyKwh: near(energyKwh),
        operational: { kgCo2e: near(operational.kgCo2e) },
        embodied: { kgCo2e: near(embodied.kgCo2e ?? { value: 0 }) },
        total: { kgCo2e: near(total.kgCo2e) },
        water: {
          onSiteL: near(water.onSiteL ?? { value: 0 }),
          offSiteL: near(water.offSiteL ?? { value: 0 }),
        },
        warnings: [],
      },
    ]);
    expect(err).toMatch(/^1 line: 1 answered; \d+\.\d s\n$/);
  });

  test('is the whole result with --full, its line and name first', async () => {
    const { name: _, ...unnamed } = RUN;
    const project = { name: 'both', runs: [RUN, RUN] };
    const { out } = await ndjson(lineOf(RUN, unnamed, project), '--full');
    const [first, second, third] = answersIn(out);
    expect(first).toEqual(JSON.parse(JSON.stringify({ line: 1, name: 'a', ...wholeOf(RUN) })));
    expect([second.line, second.name, second.run.hours]).toEqual([2, null, 100]);
    expect([third.line, third.name, third.runs.length]).toEqual([3, 'both', 2]);
  });

  test('of a project is one line with its sums', async () => {
    const { out } = await ndjson(lineOf({ name: 'both', runs: [RUN, RUN] }));
    expect(answersIn(out)).toMatchObject([{ line: 1, name: 'both', runs: 2, accelerator: null }]);
  });

  test('follows flags, which change each line and each run of a project', async () => {
    const project = { runs: [RUN, RUN] };
    const { out } = await ndjson(lineOf(RUN, project), '--hours', '10', '--country', 'FR');
    const [run, both] = answersIn(out);
    const value = wholeOf({ ...RUN, hours: 10, place: { country: 'FR' } }).operational.kgCo2e.value;
    expect(run).toMatchObject({ deviceHours: 80, zone: 'FR' });
    expect(run.operational.kgCo2e.value).toBeCloseTo(value, 9);
    expect(both.operational.kgCo2e.value).toBeCloseTo(2 * value, 9);
  });

  test('of flags that say something twice is a problem of each line', async () => {
    const { exit, out } = await ndjson(lineOf(RUN), '--accelerator', '2xL4', '--count', '3');
    expect(exit).toBe(2);
    expect(answersIn(out)).toMatchObject([
      { line: 1, name: 'a', problems: [{ code: 'conflict' }] },
    ]);
  });
});

describe('a line', () => {
  test('that is wrong is answered by its problems, its number and its name, and stops nothing', async () => {
    const input = `${lineOf(RUN, { name: 'b', hours: -1 })}not json\n\n  \r\n[]\n7\n${lineOf(RUN)}`;
    const { exit, out, err } = await ndjson(input);
    const answers = answersIn(out);
    expect(exit).toBe(2);
    expect(answers.map(({ line, name }) => [line, name])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, null],
      [6, null],
      [7, null],
      [8, 'a'],
    ]);
    expect(answers.map(({ problems }) => problems?.length > 0)).toEqual([
      ...[false, true, true, true, true, false],
    ]);
    expect(err).toMatch(/^8 lines: 2 answered, 4 with problems, 2 blank; /);
    const alone = parseRun({ name: 'b', hours: -1 });
    expect(answers[1].problems).toEqual(alone.ok ? [] : alone.problems);
  });

  test('may end as on Windows, begin with a mark, and lack its end at the last', async () => {
    const { exit, out } = await ndjson(`\ufeff${JSON.stringify(RUN)}\r\n${JSON.stringify(RUN)}`);
    expect([exit, answersIn(out).length]).toEqual([0, 2]);
  });

  test('that is too long is refused with its number, and what comes after is answered', async () => {
    const long = JSON.stringify({ ...RUN, name: 'x'.repeat(1_100_000) });
    const { exit, out } = await ndjson(`${long}\n${lineOf(RUN)}`);
    expect(exit).toBe(2);
    expect(answersIn(out)).toMatchObject([
      { line: 1, name: null, problems: [{ code: 'too-long' }] },
      { line: 2, name: 'a' },
    ]);
  });

  test('of another encoding is refused', async () => {
    const path = join(folder, 'utf16.ndjson');
    writeFileSync(path, Buffer.from(lineOf(RUN), 'utf16le'));
    const { exit, out } = await command(['estimate', path, '--ndjson']);
    expect(exit).toBe(2);
    expect(answersIn(out)[0].problems[0].message).toMatch(/JSON|UTF-8/);
  });
});

describe('a table', () => {
  test('has the columns of the answers in snake case, with units; problems stand in the last one', async () => {
    const { exit, out } = await ndjson(
      lineOf({ ...RUN, name: '=cmd, "x"' }, { name: 'b', hours: -1 }),
      '--csv',
    );
    const [first, second] = parse(out, { columns: true }) as Record<string, string>[];
    expect(exit).toBe(2);
    const { total, energyKwh } = wholeOf(RUN);
    expect(first).toMatchObject({
      line: '1',
      name: `'=cmd, "x"`,
      accelerator: 'nvidia-v100-sxm2-16gb',
      device_hours: '800',
      problem: '',
    });
    expect(Number(first?.energy_kwh)).toBeCloseTo(energyKwh.value, 8);
    expect(Number(first?.total_kg_co2e_high)).toBeCloseTo(total.kgCo2e.high ?? 0, 8);
    expect(second).toMatchObject({ line: '2', name: 'b', energy_kwh: '' });
    expect(second?.problem).toMatch(/^\/hours: .*; \/hardware: /);
    expect(Object.keys(first ?? {}).at(-1)).toBe('problem');
  });

  test('of no lines is its header', async () => {
    const { exit, out } = await ndjson('', '--csv');
    expect(exit).toBe(0);
    expect(out).toMatch(/^line,name,runs,[^\n]*,warnings,problem\n$/);
  });
});

describe('a file', () => {
  test.each([
    ['that is not there', 'nowhere.ndjson', /^input: cannot read '.*': no such file\n$/],
    ['that is a folder', '.', /^input: cannot read '.*': it is a folder\n$/],
  ])('%s is told in one line', async (_, name, message) => {
    const { exit, out, err } = await command(['estimate', join(folder, name), '--ndjson']);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

/** Runs the command on endless lines, to a reader and a terminal of its own. */
async function endless(stdout: Writable, most: number, isTerminal = false) {
  const said: string[] = [];
  let lines = 0;
  const text = lineOf(...Array.from({ length: 20 }, () => RUN));
  const stdin = Readable.from(
    (async function* () {
      for (; lines < most; lines += 20) {
        yield text;
        if (isTerminal) await new Promise((done) => setTimeout(done, 60));
      }
    })(),
  );
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      said.push(String(chunk));
      done();
    },
  });
  const columns = { stdout: null, stderr: isTerminal ? 80 : null };
  const exit = await runCommand(['estimate', '--ndjson'], {
    stdin,
    stdout,
    stderr,
    color: false,
    columns,
  });
  return { exit, lines, said };
}

test('a reader that has enough ends it without a word', async () => {
  const full = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  let writes = 0;
  const reader = new Writable({
    write(_chunk, _encoding, done) {
      writes += 1;
      done(writes > 2 ? full : null);
    },
  });
  reader.on('error', () => undefined);
  const { exit, lines, said } = await endless(reader, 1e6);
  expect([exit, said]).toEqual([0, []]);
  expect(lines).toBeLessThan(10_000);
});

test('a slow reader is waited for', async () => {
  let waiting = 0;
  const reader = new Writable({
    highWaterMark: 1000,
    write(chunk, _encoding, done) {
      waiting = Math.max(waiting, reader.writableLength - chunk.length);
      setTimeout(done, 1);
    },
  });
  const { exit } = await endless(reader, 600);
  expect(exit).toBe(0);
  expect(waiting).toBeLessThan(100_000);
});

test('a terminal is told how far it has come, and nothing of it stays', async () => {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const { said } = await endless(nowhere, 600, true);
  const text = said.join('');
  expect(text).toMatch(/^\r\d+ lines/);
  expect(text).toMatch(/\r +\r600 lines: 600 answered; \d\.\d s\n$/);
});

describe('lines that are like earlier ones', () => {
  const line = (hours: string, name = 'a') =>
    JSON.stringify({ ...RUN, name, hours: 0 }).replace('"hours":0', `"hours":${hours}`);
  const many = [
    line('100'),
    line('200', 'b'),
    line('0.125', 'Größe'),
    line('01'),
    line('1e2'),
    line('44.199999999999996', 'say \\u0022'),
    line('-3'),
    line('"3"'),
    line('8760', 'x'.repeat(1001)),
    line('7', 'quo\\"ted'),
  ];

  test('are answered as each of them alone is', async () => {
    const { out } = await ndjson(`${many.join('\n')}\n`);
    const alone = await Promise.all(
      many.map(async (one, at) => {
        const [answer] = answersIn((await ndjson(`${one}\n`)).out);
        return { ...answer, line: at + 1 };
      }),
    );
    // The quick way may differ from the long one in the last of twelve digits.
    const near = (text: string) =>
      text.replaceAll(/\d+\.\d{6,}/g, (one) => Number(one).toPrecision(9));
    expect(answersIn(near(out))).toEqual(alone.map((one) => JSON.parse(near(JSON.stringify(one)))));
  });

  test('are changed by flags as others are', async () => {
    const { out } = await ndjson(`${many.slice(0, 3).join('\n')}\n`, '--hours', '50');
    expect(answersIn(out).map(({ deviceHours }) => deviceHours)).toEqual([400, 400, 400]);
  });
});
