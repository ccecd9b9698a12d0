import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
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
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test.each(['/dev/stdout', '-'])('%s is standard output, and is not told of', async (path) => {
    const told = await out(path);
    expect([told.exit, told.err]).toEqual([0, '']);
    expect(told.out).toBe((await command(['report', RUN, '--format', 'text'])).out);
  });
});

const NOBODY = ['--reuid', '65534', '--regid', '65534', '--clear-groups'];

/** The command's writer as somebody else, who owns nothing here; an exit code and what was thrown. */
function asNobody(path: string): { readonly status: number | null; readonly told: string } {
  const writer = pathToFileURL(join(process.cwd(), 'packages/cli/src/write-file.ts')).href;
  const tsx = import.meta.resolve('tsx');
  const code = `const { writeWhole } = await import(${JSON.stringify(writer)});
    await writeWhole(${JSON.stringify(path)}, 'new').catch((error) => { console.log(error.code); process.exitCode = 1; });`;
  const node = [process.execPath, '--import', tsx, '--input-type=module', '--eval', code];
  const { status, stdout, stderr } = spawnSync('setpriv', [...NOBODY, ...node], {
    encoding: 'utf8',
  });
  return { status, told: `${stdout}${stderr}`.trim() };
}

// A clone in a private folder of root's cannot be read by anybody else, and so neither can the code to try.
const loader = fileURLToPath(import.meta.resolve('tsx'));
const isNobodyHere = spawnSync('setpriv', [...NOBODY, 'test', '-r', loader]).status === 0;

describe.skipIf(!isRoot || !isNobodyHere)('the permission of the file itself counts', () => {
  /** A file in a folder of its own, with their modes and owners. */
  function laid(name: string, folderMode: number, mode: number, owner: number): string {
    mkdirSync(at(name));
    const path = at(name, 'report.txt');
    writeFileSync(path, 'a longer old text');
    chownSync(path, owner, owner);
    chmodSync(path, mode);
    chmodSync(at(name), folderMode);
    return path;
  }
  beforeAll(() => chmodSync(folder, 0o755));

  test.each([
    ['read only, their own', 0o777, 0o444, 65_534],
    ["another's, for all to read", 0o777, 0o644, 0],
  ])('%s: refused', (name, folderMode, mode, owner) => {
    const path = laid(name, folderMode, mode, owner);
    expect(asNobody(path)).toEqual({ status: 1, told: 'EACCES' });
    expect(readFileSync(path, 'utf8')).toBe('a longer old text');
    expect(readdirSync(at(name))).toEqual(['report.txt']);
  });

  test.each([
    ['their own, in a folder that is closed', 0o755, 0o644, 65_534],
    ["another's, for all to write, in a closed folder", 0o755, 0o666, 0],
    ["another's, for all to write, in an open folder", 0o777, 0o666, 0],
    ["another's, where only owners may rename", 0o1777, 0o666, 0],
    ['their own, in an open folder', 0o777, 0o600, 65_534],
  ])('%s: written, and whose it was', (name, folderMode, mode, owner) => {
    const path = laid(name, folderMode, mode, owner);
    expect(asNobody(path)).toEqual({ status: 0, told: '' });
    expect(readFileSync(path, 'utf8')).toBe('new');
    const { uid, gid, mode: now } = statSync(path);
    expect([uid, gid, now & 0o777]).toEqual([owner, owner, mode]);
    expect(readdirSync(at(name))).toEqual(['report.txt']);
  });

  test('what root writes stays whose it was', async () => {
    const path = laid("somebody's", 0o755, 0o640, 65_534);
    expect((await out(path)).exit).toBe(0);
    const { uid, gid, mode } = statSync(path);
    expect([uid, gid, mode & 0o777]).toEqual([65_534, 65_534, 0o640]);
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

  test('the folder that is told is where links lead', async () => {
    symlinkSync('gone/report.txt', at('dangling'));
    symlinkSync('file/report.txt', at('into-file'));
    expect((await out(at('dangling'))).err).toMatch(/there is no folder '.*\/gone'\n$/);
    expect((await out(at('into-file'))).err).toMatch(/'.*\/file' is no folder\n$/);
    expect((await into(at('dangling'))).err).toMatch(/there is no folder '.*\/gone'\n$/);
  });

  test('a folder that is not there, by a name that ends as one', async () => {
    const ran = await out(`${at('not-there')}/`);
    expect([ran.exit, ran.err]).toEqual([
      2,
      expect.stringMatching(/there is no folder '.*not-there\/'\n$/),
    ]);
  });

  test('no name', async () => {
    const ran = await out('');
    expect([ran.exit, ran.err]).toEqual([2, "--out: cannot write '': that is no name of a file\n"]);
    expect((await into('')).err).toBe("--into: cannot write '': that is no name of a file\n");
  });

  test('what only the system writes', async () => {
    const ran = await out('/proc/version');
    expect([ran.exit, ran.err]).toEqual([
      1,
      "--out: cannot write '/proc/version': it may not be written\n",
    ]);
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
