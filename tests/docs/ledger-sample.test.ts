import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, onTestFinished, test } from 'vitest';
import { addressesOf } from '../../packages/cli/src/ledger/open/addresses.ts';
import {
  importFile,
  openLedger,
  parseMapping,
  priceLedger,
} from '../../packages/ledger/src/index.ts';
import { sampleLog } from '../../scripts/ledger-sample.ts';

/** What the page shows where no ledger is open: `WRITE=ledger-sample` writes it anew. */
const FILE = 'apps/web/src/lib/ledger/sample.json';
const QUESTIONS = [
  '',
  '/summary',
  ...['user', 'project', 'accelerator', 'state', 'month'].map((key) => `/summary?by=${key}`),
  '/sums?by=rung',
  '/sums?by=day',
  '/sums?by=weekday%2Chour',
  '/sums?by=state%2Cuser',
  '/sums?by=state%2Cproject',
  '/jobs?limit=20',
];
const DIGITS = 4;

/** Four digits are enough for a picture, and keep the file small. */
const rounded = (value: unknown): unknown => {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'mean')
      .map(([name, part]) => [name, name === 'jobs' ? part : rounded(part)]),
  );
};

/** The last of four digits may go the other way where a sum is made in another order. */
function expectNear(found: unknown, wanted: unknown, where: string): void {
  if (typeof wanted === 'number') {
    expect(Math.abs(Number(found) - wanted), where).toBeLessThanOrEqual(2e-3 * Math.abs(wanted));
  } else if (wanted === null || typeof wanted !== 'object') {
    expect(found, where).toBe(wanted);
  } else {
    const parts = found as Readonly<Record<string, unknown>>;
    expect(Object.keys(parts ?? {}), where).toEqual(Object.keys(wanted));
    for (const [name, part] of Object.entries(wanted))
      expectNear(parts[name], part, `${where} ${name}`);
  }
}

test('the sample of the page is what the ledger answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-sample-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const log = join(folder, 'sacct.txt');
  writeFileSync(log, `${[...sampleLog(10_000)].join('\n')}\n`);
  const ledger = await openLedger(join(folder, 'jobs.duckdb'));
  onTestFinished(() => ledger.close());
  const mapping = parseMapping({
    defaults: { place: { country: 'FR' }, pue: { value: 1.3, low: 1.2, high: 1.5 } },
    accelerators: { a100: 'A100 SXM4 80GB', h100: 'H100 SXM5 80GB' },
  });
  if (!mapping.ok) throw new Error('the mapping of the sample is none');
  await importFile(ledger, calculator, log, { mapping: mapping.mapping });
  await priceLedger(ledger.engine, calculator);
  const addresses = addressesOf(ledger, 'sample');
  const answers: Record<string, unknown> = {};
  for (const question of QUESTIONS) {
    const { pathname, searchParams } = new URL(`http://ledger/ledger/data${question}`);
    const address = addresses.find(({ path }) => path === pathname);
    const query = Object.fromEntries(
      [...searchParams].map(([name, text]) => [name, name === 'limit' ? Number(text) : text]),
    );
    const asked = { params: {}, query, body: { text: '' }, language: 'en' } as const;
    const answer = await address?.answer(asked, { calculator } as never);
    answers[question] = rounded(JSON.parse(String(answer?.body)));
  }
  if (process.env.WRITE === 'ledger-sample') writeFileSync(FILE, `${JSON.stringify(answers)}\n`);
  expectNear(answers, JSON.parse(readFileSync(FILE, 'utf8')), 'sample');
});
