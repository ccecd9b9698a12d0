import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { forbiddenImports, isHeld, ROOMS } from '../../scripts/rooms/arrows.ts';

const PACKAGES = ['valibot', '@stdlib/math-base-special-exp', '@types/topojson-client'];

/** What is said of a file of a room that holds only this. */
const refused = (room: string, code: string, file = 'planted.ts') =>
  forbiddenImports(`${room}/src/${file}`, code, PACKAGES);

const ALL = [
  'model',
  'schema',
  'data',
  'words',
  'rates',
  'calculator',
  'logs',
  'report',
  'answers',
  'server',
  'ledger',
  'cli',
  'web',
];
const nameOf = (room: string) => room.split('/')[1] ?? '';

test('there are no other rooms', () => {
  expect(Object.keys(ROOMS).map(nameOf)).toEqual(ALL);
});

/** Every way to import, of a room by its package name. */
const WAYS: readonly ((of: string) => string)[] = [
  (of) => `import { x } from '${of}';`,
  (of) => `import x from '${of}';`,
  (of) => `import * as x from "${of}";`,
  (of) => `import '${of}';`,
  (of) => `import { x } from '${of}/full';`,
  (of) => `import data from '${of}/x.json' with { type: 'json' };`,
  (of) => `export { x } from '${of}';`,
  (of) => `export * from '${of}';`,
  (of) => `export * as x from '${of}';`,
  (of) => `import type { X } from '${of}';`,
  (of) => `import { type X } from '${of}';`,
  (of) => `export type { X } from '${of}';`,
  (of) => `export type Y = import('${of}').X;`,
  (of) => `export type Y = typeof import('${of}');`,
  (of) => `import x = require('${of}');`,
  (of) => `export const y = import('${of}');`,
  (of) => `export const y = async () => (await import(\`${of}\`)).x;`,
  (of) => `export const y = import('${of}'.trim());`,
  (of) => `export const y = import(['${of}'][0]);`,
  (of) => `export const y = require('${of}');`,
  (of) => `export const y = import.meta.resolve('${of}');`,
  () => `import { createRequire } from 'node:module';`,
  () => `export const y = import.meta.glob('../../*/src/*.ts');`,
];

test.each(Object.entries(ROOMS))(
  '%s may import the rooms of its arrows and no other',
  (room, at) => {
    for (const other of ALL.filter((one) => one !== nameOf(room))) {
      const isAllowed = at.rooms.includes(other);
      for (const way of WAYS.slice(0, 17)) {
        const code = way(`@ml-emissions/${other}`);
        expect(refused(room, code), code).toHaveLength(isAllowed ? 0 : 1);
      }
      for (const way of WAYS.slice(17)) {
        const code = way(`@ml-emissions/${other}`);
        expect(refused(room, code), code).not.toEqual([]);
      }
    }
  },
);

test.each(Object.keys(ROOMS))('%s may not go round its arrows', (room) => {
  const other = room === 'packages/model' ? 'rates' : 'model';
  const modules = [
    `../../${other}/src/index.ts`,
    `./../../${other}/src/index.ts`,
    `./a/../../../${other}/src/index.ts`,
    `../../../packages/${other}/src/index.ts`,
    `../../${other}/dist/index.js`,
    `../../../node_modules/@ml-emissions/${other}/src/index.ts`,
    '../../../scripts/command.ts',
    `/repository/packages/${other}/src/index.ts`,
    `file:///repository/packages/${other}/src/index.ts`,
    `data:text/javascript,export const x = 1`,
    `#${other}`,
    '@ml-emissions/nothing',
    'ml-emissions',
    'ml-emissions/core',
    'vitest',
    'fast-check',
    './testing.ts',
    './other.test.ts',
  ];
  for (const module of modules) {
    for (const code of [`import { x } from '${module}';`, `type Y = import('${module}').X;`])
      expect(refused(room, code), code).toHaveLength(1);
  }
  expect(refused(room, `/// <reference path="../../${other}/src/index.ts" />`)).toHaveLength(1);
  expect(
    refused(room, `import { x } from '../../../${other}/src/index.ts';`, 'a/b.ts'),
  ).toHaveLength(1);
});

test.each(Object.entries(ROOMS))('%s and the modules of Node', (room, { isNode }) => {
  for (const module of ['node:fs', 'fs', 'fs/promises', 'node:fs/promises', 'path']) {
    for (const code of [`import { x } from '${module}';`, `const x = import('${module}');`])
      expect(refused(room, code), code).toHaveLength(isNode ? 0 : 1);
  }
  expect(refused(room, `const fs = process.getBuiltinModule('fs');`)).toHaveLength(1);
});

test.each(Object.entries(ROOMS))('%s may not reach files of others', (room, { isNode, rooms }) => {
  const next = room === 'packages/rates' ? 'model' : 'rates';
  const away = ['../../../data/zones.csv', `../../${next}/src/index.ts`, '/data/zones.csv'];
  for (const file of [...away, 'file:///repository/data/zones.csv', '../../../data/']) {
    for (const code of [
      `const text = new URL('${file}', import.meta.url);`,
      `const text = new URL(\`${file}\`, import.meta.url);`,
      `const one = new Worker('${file}');`,
      `const one = new Worker(new URL('${file}', import.meta.url), { type: 'module' });`,
      `const one = new SharedWorker("${file}");`,
    ])
      expect(refused(room, code), code).toHaveLength(1);
  }
  const put = 'const text = new URL(`../../../data/$' + '{name}.csv`, import.meta.url);';
  expect(refused(room, put)).toHaveLength(1);
  for (const code of ['new Worker(name)', 'new URL(name, import.meta.url)'])
    expect(refused(room, `const one = ${code};`), code).toHaveLength(isNode ? 0 : 1);
  for (const code of [
    `const own = new Worker(new URL('./worker.ts', import.meta.url));`,
    `const own = new URL('../schema/run.json', import.meta.url);`,
    `const page = new URL('https://example.org/', import.meta.url);`,
    `const page = new URL('/x', location.href);`,
  ])
    expect(refused(room, code), code).toEqual([]);
  const [other = 'data'] = rooms;
  for (const file of ['src/x.ts', 'a/b', '../rates/src/x.ts'])
    expect(refused(room, `import { x } from '@ml-emissions/${other}/${file}';`), file).toHaveLength(
      1,
    );
});

test.each(['mts', 'cts', 'tsx', 'jsx', 'mjs', 'cjs', 'js', 'd.ts'])(
  'a file .%s is held',
  (ending) => {
    expect(isHeld(`packages/model/src/planted.${ending}`)).toBe(true);
    expect(isHeld(`packages/model/src/planted.test.${ending}`)).toBe(ending === 'd.ts');
    const code = `import { x } from '@ml-emissions/rates';\n${/x$/.test(ending) ? 'const y = <p>a</p>;' : ''}`;
    expect(refused('packages/model', code, `planted.${ending}`)).toHaveLength(1);
  },
);

test('what a room may import beside', () => {
  expect(refused('packages/model', `import { a } from './run.ts';`)).toEqual([]);
  expect(refused('packages/model', `import { a } from '../run.ts';`, 'plan/plan.ts')).toEqual([]);
  expect(refused('packages/model', `import e from '@stdlib/math-base-special-exp';`)).toEqual([]);
  expect(refused('packages/model', `import e from '@stdlib/math-base-special-sin';`)).toHaveLength(
    1,
  );
  expect(refused('packages/data', `import t from '../../../data/zones.csv?table';`)).toEqual([]);
  expect(refused('packages/rates', `import t from '../../../data/zones.csv?table';`)).toHaveLength(
    1,
  );
  expect(refused('apps/web', `import { a } from '$lib/a.ts';`)).toEqual([]);
  expect(refused('apps/web', `import type { T } from 'topojson-client';`)).toEqual([]);
  expect(
    refused('apps/web', `import { a } from '$lib/../../../../packages/model/src/a.ts';`),
  ).toHaveLength(1);
  expect(
    refused('apps/web', `import { createHash } from 'node:crypto';`, 'hooks.server.ts'),
  ).toEqual([]);
});

test('a component is read by its scripts', () => {
  const component = (of: string) =>
    `<script module lang="ts">\nimport x from '${of}';\n</script>\n<p>import y from '@ml-emissions/data'</p>`;
  expect(refused('apps/web', component('@ml-emissions/data'), 'A.svelte')).toHaveLength(1);
  expect(refused('apps/web', component('@ml-emissions/report'), 'A.svelte')).toEqual([]);
});

test('tests may import what they like, and all else of a room is held', () => {
  expect(isHeld('packages/model/src/run.test.ts')).toBe(false);
  expect(isHeld('packages/model/src/testing.ts')).toBe(false);
  expect(isHeld('packages/model/src/run.ts')).toBe(true);
  expect(isHeld('apps/web/src/lib/A.svelte')).toBe(true);
  expect(isHeld('packages/data/vite/commons.ts')).toBe(false);
});

test('the check is a part of the linter', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts['check:lint']).toContain('scripts/rooms.ts');
});

test('a circle is refused', () => {
  // Beside a copy of the rules, never among the sources: a test that is cut off leaves nothing there.
  const folder = mkdtempSync(join(tmpdir(), 'circle-'));
  for (const file of ['biome.json', '.gitignore']) copyFileSync(file, join(folder, file));
  writeFileSync(join(folder, 'a.ts'), "import { b } from './b.ts';\n\nexport const a = b;\n");
  writeFileSync(join(folder, 'b.ts'), "import { a } from './a.ts';\n\nexport const b = a;\n");
  const { stdout, stderr } = spawnSync(resolve('node_modules/.bin/biome'), ['lint', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect(stdout + stderr).toContain('noImportCycles');
});
