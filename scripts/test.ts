import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { buildIfStale } from './built.ts';
import { ROOT, run } from './command.ts';

/**
 * `npm test`: what a change of ours may break, in under five minutes on two cores. `npm test -- --all`, as CI runs it: the
 * rest too.
 */
const isAll = process.argv.includes('--all');

const reports = mkdtempSync(join(tmpdir(), 'ml-emissions-test-'));

interface Counts {
  passed: number;
  failed: number;
}

/** The page's main ways: every page there is, with a network and without, and a run from its sentence to a link. */
const FIRST = ['everywhere', 'early', 'calculate', 'result', 'runs', 'act', 'share'];
const firstSpecs = () =>
  FIRST.map((name) => {
    const file = `tests/browser/${name}.spec.ts`;
    if (!existsSync(join(ROOT, file)))
      throw new Error(`${file}, named in scripts/test.ts, is gone`);
    return file;
  });

const LEFT =
  'Left to `npm test -- --all`, as CI runs it: laws over many random runs, every figure of a report changed in turn, the package as it is installed, processes that are killed, Slurm, Trino and Spark where they are there, and most browser tests.';

const total: Counts = { passed: 0, failed: 0 };
const failures: string[] = [];

/** One step of the whole: its name, what it does, and how many tests it counted. */
async function step(
  name: string,
  work: () => Promise<number>,
  count: () => Counts = once,
): Promise<void> {
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const status = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { passed, failed } = status === 0 ? count() : countOrOne(count);
  total.passed += passed;
  total.failed += failed;
  if (status !== 0) failures.push(name);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
}

/** A step without tests of its own counts as one. */
function once(): Counts {
  return { passed: 1, failed: 0 };
}

function countOrOne(count: () => Counts): Counts {
  try {
    const counted = count === once ? { passed: 0, failed: 1 } : count();
    return counted.failed > 0 ? counted : { ...counted, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function vitestCounts(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** What was not run, by group: a test that needs something which is not here says so in its name. */
function skippedLine(file: string): string {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as {
    testResults: {
      assertionResults: { status: string; title: string; ancestorTitles: string[] }[];
    }[];
  };
  const counts = new Map<string, number>();
  for (const { status, title, ancestorTitles } of testResults.flatMap(
    (one) => one.assertionResults,
  )) {
    if (status === 'passed' || status === 'failed') continue;
    const name = ancestorTitles.join(', ') || title;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  return `Not run: ${[...counts].map(([name, count]) => `${name} (${count})`).join('; ')}`;
}

function playwrightCounts(file: string): Counts {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

const unit = join(reports, 'unit.json');
const cluster = join(reports, 'cluster.json');
const browser = join(reports, 'browser.json');

await step('build', () => buildIfStale());
const script = (name: string) => run('npm', ['run', '--silent', name]);
/** What the sources say of themselves, one after the other, on what the tests beside it leave of the machine. */
async function checks(): Promise<void> {
  await step('types', () => script('check:types'));
  await step('lint', () => script('check:lint'));
  await step('data', () => script('data:check'));
}
await Promise.all([
  checks(),
  step(
    'unit, property, golden and package tests',
    () =>
      run('npx', [
        'vitest',
        'run',
        ...(isAll ? ['--exclude=tests/trino/**'] : ['--mode', 'first']),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unit}`,
      ]),
    () => vitestCounts(unit),
  ),
]);
/** A server of its own takes what the others are timed by. */
const onCluster = () =>
  step(
    'ledger on the engine of a cluster',
    () =>
      run('npx', [
        'vitest',
        'run',
        'tests/trino',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${cluster}`,
      ]),
    () => vitestCounts(cluster),
  );
if (isAll) await onCluster();
await step(
  'browser tests',
  async () => {
    const path = await findBrowser();
    const which = isAll ? [] : firstSpecs();
    return run('npx', ['playwright', 'test', '--reporter=list,json', ...which], {
      CHROMIUM_PATH: path,
      PLAYWRIGHT_JSON_OUTPUT_NAME: browser,
    });
  },
  () => playwrightCounts(browser),
);

for (const file of [unit, cluster]) {
  const skipped = existsSync(file) ? skippedLine(file) : '';
  if (skipped !== '') console.log(`\n${skipped}`);
}
if (!isAll) console.log(`\n${LEFT}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
