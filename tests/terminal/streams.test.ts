import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtCommand } from './terminal.ts';

const RUN = 'examples/good/eight-v100.yaml';
const LINES = '{"energyKwh":3,"place":{"country":"FR"}}\n'.repeat(3);
let main = '';
beforeAll(async () => {
  main = await builtCommand();
}, 300_000);

/** The command with its standard input, output or error replaced by a file. */
function ran(args: readonly string[], files: readonly (string | null)[], input = '') {
  const opened = files.map((path, at) => (path === null ? 'pipe' : openSync(path, at ? 'w' : 'r')));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    stdio: opened,
    input,
    encoding: 'utf8',
  });
  for (const one of opened) if (typeof one === 'number') closeSync(one);
  return { status, out: stdout ?? '', err: stderr ?? '' };
}

describe('where standard output has no room, that is one line', () => {
  test.each([
    [['list', 'accelerators']],
    [['--version']],
    [['--help']],
    [['estimate', RUN, '--brief']],
    [['estimate', RUN, '--json']],
    [['estimate', '--ndjson', '--csv']],
    [['estimate', '--ndjson', '--full']],
    [['report', RUN, '--format', 'text']],
  ])('%j', (args) => {
    const { status, err } = ran(args, [null, '/dev/full', null], LINES);
    expect(err).toBe('ml-emissions: cannot write to standard output: there is no room left\n');
    expect(status).toBe(1);
  });

  test('nor does a full standard error change the answer', () => {
    expect(ran(['estimate', 'nowhere.yaml'], [null, null, '/dev/full'])).toMatchObject({
      status: 2,
      out: '',
    });
  });
});

test('mcp ends well where nobody asks: no input, an empty pipe', () => {
  expect(ran(['mcp'], ['/dev/null', null, null])).toEqual({ status: 0, out: '', err: '' });
  expect(ran(['mcp'], [null, null, null])).toEqual({ status: 0, out: '', err: '' });
});
