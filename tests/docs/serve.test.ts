import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { command } from '../../packages/cli/src/testing.ts';
import { STYLE } from '../../packages/server/src/docs/style.ts';
import { LIMITS } from '../../packages/server/src/limits.ts';
import { ROUTES } from '../../packages/server/src/routes/index.ts';

const docs = readFileSync('docs/serve.md', 'utf8');
const read = (file: string) => readFileSync(file, 'utf8');
const number = (value: number) => value.toLocaleString('en');

test('the limits of docs/serve.md are those of the server', () => {
  const { bodyBytes, arrayItems, depth, lineBytes, linesBytes, headerBytes, inFlight, perMinute } =
    LIMITS;
  for (const [row, value] of [
    ['a body of JSON', `${number(bodyBytes)} bytes, within ${LIMITS.bodyMs / 1000} s`],
    ['brackets', String(depth)],
    ['items', number(arrayItems)],
    ['a line', `${number(lineBytes)} and ${number(linesBytes)} bytes`],
    ['headers', `${number(headerBytes)} bytes, within ${LIMITS.headersMs / 1000} s`],
    ['a connection', `${LIMITS.idleMs / 1000} s`],
    ['requests in hand', String(inFlight)],
    ['requests of a client', `${perMinute} a minute`],
  ] as const) {
    const line = docs.split('\n').find((one) => one.startsWith(`| ${row}`));
    expect(line, row).toContain(`| ${value}`);
  }
  expect(docs).toContain(`for ${LIMITS.closeMs / 1000} s at most`);
});

test('it names every address', () => {
  for (const { path } of ROUTES) {
    const shown = path.replace(
      /^\/v1\/(?:accelerators|cpus|instances|slices|providers|regions|sites|zones|sources)/,
      '/v1/{table}',
    );
    expect(docs, path).toContain(shown);
  }
});

test('the API has the colours of the site', () => {
  const tokens = read('apps/web/src/lib/style/tokens.css');
  const own = [...STYLE.matchAll(/^ {2}(--[\w-]+: .*;)$/gm)].map(([, token]) => token ?? '');
  expect(own.length).toBeGreaterThan(5);
  for (const token of own) expect(tokens).toContain(token);
});

/** What a lint of container files would ask of a few lines. */
test('the Dockerfile copies what is there, runs a command that is there, and not as root', async () => {
  const file = read('examples/deploy/Dockerfile');
  const files: readonly string[] = JSON.parse(read('packages/cli/package.json')).files;
  const copied = [...file.matchAll(/^COPY --from=build \/src\/packages\/cli\/(\S+) /gm)].map(
    ([, name]) => name ?? '',
  );
  // The package is what the container has, but for its README.
  expect(copied.sort()).toEqual(
    ['package.json', ...files.filter((name) => name !== 'README.md')].sort(),
  );
  for (const name of copied.filter((one) => one !== 'dist' && one !== 'site'))
    expect(existsSync(`packages/cli/${name}`), name).toBe(true);
  const stages = file.split(/^FROM /m).slice(1);
  for (const stage of stages) expect(stage).toMatch(/^node:\d+-slim/);
  expect(stages.at(-1)).toMatch(/^USER node$/m);
  const [, typed = '[]'] = /^CMD (\[.*\])$/m.exec(file) ?? [];
  const [program, script, ...args] = JSON.parse(typed);
  expect([program, script]).toEqual(['node', 'bin/ml-emissions.js']);
  await everyFlagIsThere(args);
  expect(read('.dockerignore')).toMatch(/node_modules$/m);
});

test('the unit of systemd runs a command that is there and waits for its end', async () => {
  const unit = read('examples/deploy/ml-emissions.service');
  const [, typed = ''] = /^ExecStart=.* ml-emissions (.*)$/m.exec(unit) ?? [];
  await everyFlagIsThere(typed.split(' '));
  const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? [];
  expect(Number(seconds) * 1000).toBeGreaterThan(LIMITS.closeMs + LIMITS.drainMs);
});

async function everyFlagIsThere([name = '', ...args]: readonly string[]): Promise<void> {
  const { exit, out } = await command([name, '--help']);
  expect(exit).toBe(0);
  const flags = args.filter((one) => one.startsWith('--'));
  expect(flags.length).toBeGreaterThan(0);
  for (const flag of flags) expect(out).toContain(flag);
}
