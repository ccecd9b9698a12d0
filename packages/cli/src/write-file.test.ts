import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-write-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);
const RUN = 'examples/good/eight-v100.yaml';
const out = (path: string) => command(['report', RUN, '--format', 'text', '--out', path]);
const into = (path: string) => command(['report', RUN, '--format', 'model-card', '--into', path]);
const isRoot = process.getuid?.() === 0;

describe('a report goes where it is sent', () => {
  test('through a link into the file that it names; the link stays', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/card.md'), '# Mine\n', { mode: 0o640 });
    symlinkSync('real/card.md', at('link.md'));
    symlinkSync('link.md', at('link-of-link.md'));
    expect((await into(at('link-of-link.md'))).exit).toBe(0);
    expect(readlinkSync(at('link.md'))).toBe('real/card.md');
    expect(lstatSync(at('link-of-link.md')).isSymbolicLink()).toBe(true);
    const text = readFileSync(at('real/card.md'), 'utf8');
    expect(text).toContain('# Mine');
    expect(text).toContain('co2_eq_emissions');
    expect(statSync(at('real/card.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(at('real'))).toEqual(['card.md']);
    expect((await out(at('link.md'))).exit).toBe(0);
    expect(lstatSync(at('link.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('real/card.md'), 'utf8')).not.toContain('# Mine');
  });

  test('through a link to what is not there yet', async () => {
    symlinkSync('real/new.txt', at('to-be.txt'));
    expect((await out(at('to-be.txt'))).exit).toBe(0);
    expect(lstatSync(at('to-be.txt')).isSymbolicLink()).toBe(true);
    expect(existsSync(at('real/new.txt'))).toBe(true);
  });

  test('into a device, which stays one', async () => {
    expect((await out('/dev/null')).exit).toBe(0);
    expect((await into('/dev/null')).exit).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('into a pipe with a name, which stays one', async () => {
    const pipe = at('pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe]);
    let text = '';
    reader.stdout.on('data', (chunk) => {
      text += chunk;
    });
    const ended = new Promise((resolve) => reader.on('close', resolve));
    expect((await out(pipe)).exit).toBe(0);
    await ended;
    expect(text).toMatch(/kg CO2e/);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  test('/dev/stdout is standard output, and is not told of on standard error', async () => {
    const told = await out('/dev/stdout');
    expect([told.exit, told.err]).toEqual([0, '']);
    expect(told.out).toBe((await command(['report', RUN, '--format', 'text'])).out);
  });
});

describe('what cannot be written is one line at its flag', () => {
  test.each([
    [
      'nowhere/report.txt',
      2,
      /^--out: cannot write '.*nowhere\/report\.txt': there is no folder '.*nowhere'\n$/,
    ],
    ['', 2, /^--out: cannot write '.*': it is a folder\n$/],
    ['file/report.txt', 2, /^--out: cannot write '.*': '.*file' is no folder\n$/],
  ])('%j', async (name, exit, line) => {
    writeFileSync(at('file'), '');
    const ran = await out(at(name));
    expect([ran.exit, ran.out]).toEqual([exit, '']);
    expect(ran.err).toMatch(line);
  });

  test('a full disk', async () => {
    const ran = await out('/dev/full');
    expect(ran.exit).toBe(1);
    expect(ran.err).toBe("--out: cannot write '/dev/full': there is no room left\n");
  });

  test('links in a ring', async () => {
    symlinkSync('ring-b', at('ring-a'));
    symlinkSync('ring-a', at('ring-b'));
    const ran = await out(at('ring-a'));
    expect(ran.exit).toBe(2);
    expect(ran.err).toMatch(/^--out: cannot write .*: its links lead in a circle\n$/);
  });

  test.skipIf(isRoot)('what one may not write', async () => {
    mkdirSync(at('closed'));
    chmodSync(at('closed'), 0o500);
    const ran = await out(at('closed', 'report.txt'));
    chmodSync(at('closed'), 0o700);
    expect(ran.exit).toBe(1);
    expect(ran.err).toMatch(/^--out: cannot write .*: it may not be written\n$/);
  });

  test('--into a folder', async () => {
    const ran = await into(folder);
    expect(ran.exit).toBe(2);
    expect(ran.err).toMatch(/^--into: cannot write '.*': it is a folder\n$/);
  });

  test('--into and --out at once: neither is written', async () => {
    const [card, other] = [at('one-card.md'), at('other.md')];
    const args = ['report', RUN, '--format', 'model-card', '--into', card, '--out', other];
    const ran = await command(args);
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^--out: --into puts the report into '.*', --out .*; one of them\n$/);
    expect([existsSync(card), existsSync(other)]).toEqual([false, false]);
  });

  test('nothing is left behind, and a file of the same content by another name is as it was', async () => {
    writeFileSync(at('one.txt'), 'before');
    linkSync(at('one.txt'), at('two.txt'));
    expect((await out(at('one.txt'))).exit).toBe(0);
    expect(readFileSync(at('two.txt'), 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
