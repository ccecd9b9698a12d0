import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPublished } from '../../vite/check-published.ts';
import { DATA } from '../../vite/folder.ts';
import { keepPublished, releaseCurrent } from '../../vite/freeze.ts';
import { VIRTUAL_MODULES } from '../../vite/modules.ts';
import { editionHashes, type Manifest } from '../../vite/published.ts';
import { findingLine } from './finding.ts';

const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-editions-'));
const data = join(folder, 'data');

// A copy of the commons whose history does not grow with ours: one published edition, and the paper's.
beforeEach(() => {
  rmSync(data, { recursive: true, force: true });
  cpSync(DATA, data, { recursive: true });
  for (const id of readdirSync(join(data, 'editions'))) {
    if (id !== '2019-paper') rmSync(join(data, 'editions', id), { recursive: true });
  }
  write('EDITION', '2026.1\n');
  releaseCurrent(data, '2026-11-25');
  write('EDITION', '2026.2\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(data, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(data, file), text);
const faults = () => checkPublished(data).map(findingLine);

function changeManifest(id: string, change: Partial<Manifest>): void {
  const file = `editions/${id}/edition.json`;
  write(file, JSON.stringify({ ...JSON.parse(read(file)), ...change }));
}

/** The copy as a repository with all of it committed. */
function commit(): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: data,
    });
  if (!existsSync(join(data, '.git'))) git('init', '--quiet');
  git('add', '--all');
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'The tables as they are');
}

/** Changes a table by one byte after its edition was published. */
const changeZones = () => appendFileSync(join(data, 'zones.csv'), '\n');

test('the editions as released are sound', () => {
  expect(checkPublished(DATA)).toEqual([]);
  expect(faults()).toEqual([]);
});

describe('what moved is refused', () => {
  test('one byte of a table that a published edition shares with the current one', () => {
    changeZones();
    expect(faults().length).toBe(1);
    const [fault] = faults();
    expect(fault).toContain('data/zones.csv');
    expect(fault).toContain('edition 2026.1');
    expect(fault).toContain('run npm run data:freeze');
    expect(() => VIRTUAL_MODULES['virtual:ml-emissions/editions']?.(data)).toThrow('zones.csv');
  });

  test('one byte of a published edition’s own copy', () => {
    commit();
    changeZones();
    keepPublished(data);
    appendFileSync(join(data, 'editions/2026.1/zones.csv'), '\n');
    expect(faults()).toEqual([expect.stringContaining('a published table never changes')]);
    expect(keepPublished(data)).toEqual([]);
  });

  test('one byte of the paper’s tables', () => {
    write('editions/2019-paper/regions.csv', `${read('editions/2019-paper/regions.csv')}\n`);
    expect(faults()).toEqual([expect.stringContaining('data/editions/2019-paper/regions.csv')]);
  });

  test('a table that is gone', () => {
    rmSync(join(data, 'zone_mix.csv'));
    expect(faults()).toEqual([expect.stringContaining('data/zone_mix.csv')]);
  });

  test('another hash under an old id', () => {
    changeManifest('2026.1', { hash: `sha256-${'0'.repeat(64)}` });
    expect(faults()).toEqual([expect.stringContaining('data/editions/2026.1/edition.json:0 hash')]);
  });

  test('a table that no manifest names', () => {
    write('editions/2026.1/stray.csv', 'id\n');
    expect(faults()).toEqual([expect.stringContaining('data/editions/2026.1/stray.csv')]);
  });

  test('an id used twice', () => {
    cpSync(join(data, 'editions/2026.1'), join(data, 'editions/2025.9'), { recursive: true });
    expect(faults()).toEqual([expect.stringContaining('an id that no other edition has')]);
  });

  test('an id that is not its folder’s name', () => {
    changeManifest('2026.1', { id: '2026.0' });
    expect(faults()).toEqual([expect.stringContaining('its folder’s name')]);
  });

  test('a published id for the current edition, whose tables have changed', () => {
    write('EDITION', '2026.1\n');
    expect(faults()).toEqual([]);
    commit();
    changeZones();
    keepPublished(data);
    expect(faults()).toEqual([expect.stringContaining('2026.1 is published')]);
  });

  test('an id without year and number', () => {
    write('EDITION', 'next\n');
    expect(faults()).toEqual([expect.stringContaining('year and number')]);
  });

  test('a manifest that is none', () => {
    write('editions/2026.1/edition.json', '{}');
    expect(faults).toThrow('data/editions/2026.1/edition.json');
  });
});

describe('data:freeze', () => {
  test('keeps a table that has changed since, as a commit has it, and no other', () => {
    const before = read('zones.csv');
    const hashes = editionHashes(data);
    commit();
    changeZones();
    expect(keepPublished(data)).toEqual(['editions/2026.1/zones.csv']);
    expect(read('editions/2026.1/zones.csv')).toBe(before);
    expect(faults()).toEqual([]);
    expect(editionHashes(data).get('2026.1')).toBe(hashes.get('2026.1'));
    expect(editionHashes(data).get('2026.2')).not.toBe(hashes.get('2026.2'));
    expect(keepPublished(data)).toEqual([]);
  });

  test('finds it where the change is committed already, also in a folder below', () => {
    const before = read('odbl/embodied.csv');
    commit();
    appendFileSync(join(data, 'odbl/embodied.csv'), '\n');
    commit();
    expect(keepPublished(data)).toEqual(['editions/2026.1/odbl/embodied.csv']);
    expect(read('editions/2026.1/odbl/embodied.csv')).toBe(before);
  });

  test('says so where nothing has it', () => {
    write('zones.csv', 'id\n');
    expect(() => keepPublished(data)).toThrow('data/zones.csv: no commit has it');
  });

  test('publishes the current edition once, and keeps it from then on', () => {
    const { hash, files } = releaseCurrent(data, '2027-01-02');
    expect(hash).toBe(editionHashes(data).get('2026.2'));
    expect(Object.keys(files)).toContain('odbl/zone_intensity.csv');
    expect(Object.keys(files).some((file) => file.startsWith('editions/'))).toBe(false);
    expect(faults()).toEqual([]);
    expect(() => releaseCurrent(data, '2027-01-02')).toThrow('2026.2 is published already');
    commit();
    write('EDITION', '2026.3\n');
    changeZones();
    expect(keepPublished(data)).toEqual(['editions/2026.2/zones.csv', 'editions/2026.1/zones.csv']);
    expect([...editionHashes(data).keys()]).toEqual(['2026.3', '2026.2', '2026.1', '2019-paper']);
    expect(faults()).toEqual([]);
  });
});

describe('the tables of all editions as a module', () => {
  const moduleText = () => VIRTUAL_MODULES['virtual:ml-emissions/tables']?.(data) ?? '';
  const imports = (file: string) => moduleText().split(`/${file}?table`).length - 1;

  test('a table in common is one import, one that differs is two', () => {
    expect(imports('cpus.csv')).toBe(1);
    expect(imports('zones.csv')).toBe(1);
    commit();
    changeZones();
    keepPublished(data);
    expect(imports('zones.csv')).toBe(2);
    expect(imports('zone_mix.csv')).toBe(0);
  });

  test('a copy that two older editions have in common is one import', () => {
    commit();
    releaseCurrent(data, '2027-01-02');
    write('EDITION', '2026.3\n');
    changeZones();
    keepPublished(data);
    expect(imports('zones.csv')).toBe(2);
  });

  test('a table that came with a later edition is empty in an older one', () => {
    const { 'zone_variation.csv': _, ...files } = JSON.parse(
      read('editions/2026.1/edition.json'),
    ).files;
    changeManifest('2026.1', { files });
    expect(moduleText()).toMatch(/zoneVariation: \[noTable, table\d+\]/);
  });
});
