import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import type * as Library from '../../packages/cli/src/index.ts';

// The built package, as it would be in somebody's page: without a table until they are imported.
const DIST = resolve('packages/cli/dist');
const PAGE = `
import { createCalculator } from '${DIST}/core.js';
import { editions } from '${DIST}/tables.js';
globalThis.calculator = createCalculator(editions);
`;

/** Runs of every method and many kinds of machine, place, time and doubt: those that 0.1 was asked, and some more. */
function inputsOf({ catalogue, METHODS, WORK_KINDS }: typeof Library): Library.RunInput[] {
  const golden = 'packages/calculator/src/golden/2026.1.json';
  const asked: { readonly input: Library.RunInput }[] = JSON.parse(readFileSync(golden, 'utf8'));
  const { accelerators, regions } = catalogue();
  const open = regions.filter(({ status, kind }) => status === 'open' && kind === 'commercial');
  const more = accelerators
    .filter((_, index) => index % 5 === 0)
    .map(({ id }, index): Library.RunInput => {
      const { provider = '', region = '' } = open[(7 * index) % open.length] ?? {};
      const hours = 0.37 * (index + 1);
      return {
        hardware: [{ accelerator: id, count: 1 + (index % 9) }],
        hours: index % 2 === 0 ? hours : { value: hours, low: hours / 1.7, high: hours * 2.3 },
        place: { provider, region },
        work: WORK_KINDS[index % WORK_KINDS.length] ?? 'other',
        ...(index % 5 === 0 ? { method: METHODS[index % METHODS.length] ?? 'full' } : {}),
        ...(index % 7 === 0 ? { host: { cpu: 'EPYC 7763', memoryGb: 512 } } : {}),
      };
    });
  return [...asked.map(({ input }) => input), ...more];
}

function answersOf({ estimate, parseRun }: Pick<typeof Library, 'estimate' | 'parseRun'>) {
  return (inputs: readonly Library.RunInput[]): string[] =>
    inputs.map((input) => {
      const parsed = parseRun(input);
      return JSON.stringify(parsed.ok ? estimate(parsed.run) : parsed.problems);
    });
}

// It builds a page of its own first.
test.setTimeout(120_000);

test('the library gives the same results in a page as in Node, to the last bit', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-page-'));
  const entry = join(folder, 'page.js');
  writeFileSync(entry, PAGE);
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    build: {
      outDir: 'out',
      minify: false,
      lib: { entry, formats: ['iife'], name: 'page', fileName: 'page' },
    },
  });
  const library: typeof Library = await import(join(DIST, 'index.js'));
  const inputs = inputsOf(library);
  const here = answersOf(library)(inputs);
  await page.addScriptTag({ path: join(folder, 'out/page.iife.js') });
  rmSync(folder, { recursive: true });
  const there = await page.evaluate(
    ({ text, asked }) => {
      const calculator = Reflect.get(globalThis, 'calculator');
      return new Function(`return ${text}`)()(calculator)(asked);
    },
    { text: answersOf.toString(), asked: inputs },
  );
  expect(here.filter((one) => one.includes('"operational"')).length).toBeGreaterThan(100);
  expect(there).toHaveLength(here.length);
  for (const [index, answer] of here.entries()) expect(there[index]).toBe(answer);
});
