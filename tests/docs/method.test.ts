import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { command } from '../../packages/cli/src/testing.ts';

/** What a reviewer writes down. */
const DIGITS = 7;
/** Lines of a receipt that the examples work out. */
const STEPS = [
  'planned-hours',
  'service-energy',
  'service-hours',
  'idle-capacity-energy',
  'utilisation',
  'accelerator-energy',
  'host-energy',
  'cpu-energy',
  'memory-power',
  'memory-energy',
  'base-energy',
  'components-energy',
  'facility-energy',
  'operational-emissions',
];
/** Of metered energy. */
const METERED_STEPS = ['facility-energy', 'operational-emissions'];

const method = readFileSync('docs/method.md', 'utf8');
const chapters = method.split(/^## /m);
const examples = (chapters.find((one) => one.startsWith('9.')) ?? '').split(/^### /m).slice(1);
const written = (value: number) => String(Number(value.toPrecision(DIGITS)));

/** The commands under an example. */
const commandsOf = (text: string): string[][] =>
  [...text.matchAll(/^ {4}npx ml-emissions (.*)$/gm)].map(([, line = '']) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );

test.each(examples.map((text) => [text.split('\n')[0] ?? '', text] as const))(
  'the example "%s" is what its command prints',
  async (_, text) => {
    const commands = commandsOf(text);
    expect(commands).not.toHaveLength(0);
    for (const args of commands) {
      const { exit, out } = await command([...args, '--json']);
      expect(exit, out).toBe(0);
      const result = JSON.parse(out);
      const steps = args.includes('--energy-kwh') ? METERED_STEPS : STEPS;
      for (const { step, value } of result.receipt ?? []) {
        if (steps.includes(step)) expect(text, step).toContain(` ${written(value)}`);
      }
      const { low, high, mean } = result.operational.kgCo2e;
      if (mean === undefined) continue;
      for (const end of [low, high, mean]) expect(text).toContain(` ${written(end)}`);
    }
  },
);

test('the range of the coarse place is what its command prints', async () => {
  const text = examples.find((one) => one.startsWith('A coarse place')) ?? '';
  const [args = []] = commandsOf(text);
  const { carbonIntensityGPerKwh } = JSON.parse((await command([...args, '--json'])).out);
  const { value, low, high } = carbonIntensityGPerKwh;
  for (const one of [value, low, high]) expect(text).toContain(` ${written(one)}`);
});

/** Our own files of some kinds in a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(ts|md|svelte)$/.test(one.name))
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .filter((file) => !/node_modules|\/dist\//.test(file));
}

const texts = () =>
  ['packages', 'apps/web/src', 'docs', 'validation', 'tests']
    .flatMap(filesIn)
    .concat('README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'data/README.md')
    .map((file) => [file, readFileSync(file, 'utf8')] as const);

test('sections and headings of the method that are named somewhere are there', () => {
  const titles = [...method.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title);
  const anchors = new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
  for (const [file, text] of texts()) {
    for (const [, number] of text.matchAll(/method\.md, section (\d+)/g))
      expect(
        titles.some((title) => title.startsWith(`${number}. `)),
        `${file}: ${number}`,
      ).toBe(true);
    for (const [, anchor = ''] of text.matchAll(/method\.md#([\w-]+)/g))
      expect(anchors.has(anchor), `${file}: #${anchor}`).toBe(true);
    for (const [, title = ''] of text.matchAll(/method\.md, "([^"]+)"/g))
      expect(
        titles.some((one) => one.endsWith(title)),
        `${file}: ${title}`,
      ).toBe(true);
  }
});

test('files and rows of the tables that the method names are there', () => {
  const ids = ['defaults', 'coefficients']
    .flatMap((table) => readFileSync(`data/${table}.csv`, 'utf8').split('\n'))
    .map((line) => line.split(',')[0] ?? '');
  for (const [, name = ''] of method.matchAll(/`([\w/.*-]+)`/g)) {
    if (/^[\w-]+\/.*\.\w+$/.test(name)) expect(existsSync(name), name).toBe(true);
    else if (/^[a-z]+(-[a-z0-9]+)*\.[a-z][a-z0-9*-]*$/.test(name) && !FIELDS.has(name)) {
      const start = name.replace(/\*$/, '');
      expect(
        ids.some((id) => (name.endsWith('*') ? id.startsWith(start) : id === name)),
        name,
      ).toBe(true);
    }
  }
});

/** What has a dot and is a field of a run. */
const FIELDS = new Set(['model.name', 'model.parameters', 'host.power', 'idle.power']);
