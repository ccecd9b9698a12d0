import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtCommand } from './terminal.ts';

const KILLS = process.env.TEST_DEPTH === 'deep' ? 50 : 3;
/** Three batches. */
const JOBS = 60_000;
const MINUTES = 600_000;
const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-kill-'));
const log = join(folder, 'sacct.txt');
const ledger = join(folder, 'jobs.duckdb');
let main = '';

beforeAll(async () => {
  main = await builtCommand();
  const rows = Array.from({ length: JOBS }, (_, at) => {
    // One in a thousand is rejected.
    const state = at % 1000 === 7 ? 'FINE' : 'COMPLETED';
    return `${at}|${state}|2026-03-01T10:00:00|2026-03-01T10:00:00|${60 + (at % 5000)}|gres/gpu:t4=${1 + (at % 4)}`;
  });
  writeFileSync(log, `JobIDRaw|State|Submit|Start|ElapsedRaw|AllocTRES\n${rows.join('\n')}\n`);
}, MINUTES);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Imports the log; is killed after some time, where one is told. */
function importLog(killAfterMs: number | null): Promise<{ exit: number | null; took: number }> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [main, 'ledger', 'import', log, '--country', 'FR', '--ledger', ledger],
    {
      stdio: 'ignore',
    },
  );
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve) => {
    child.on('exit', (exit) => {
      if (timer) clearTimeout(timer);
      resolve({ exit, took: performance.now() - started });
    });
  });
}

/** What is in the ledger: jobs, how many of them are one job, rejected rows and their lines. */
async function counted(): Promise<Record<string, number>> {
  const instance = await DuckDBInstance.create(ledger);
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(
      `SELECT (SELECT count(*) FROM job) AS jobs, (SELECT count(DISTINCT key) FROM job) AS keys,
         (SELECT count(*) FROM reject) AS rejects, (SELECT count(DISTINCT line) FROM reject) AS lines`,
    );
    const [row = {}] = reader.getRowObjectsJS();
    return Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)]));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test(
  'killed at any moment it loses nothing that was safe and doubles nothing; run again it is whole',
  async () => {
    // How long it takes from start to end, on this machine and now.
    const { exit, took } = await importLog(null);
    expect(exit).toBe(2);
    const whole = await counted();
    expect(whole).toEqual({ jobs: 59_940, keys: 59_940, rejects: 60, lines: 60 });
    for (const isWhole of [false, true]) {
      if (!isWhole) rmSync(ledger);
      let safe = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        await importLog((took * (kill + 0.5 * Math.random())) / KILLS);
        const found = await counted().catch(() => null);
        // Before its first moment there is no ledger.
        if (!found) continue;
        expect(found.keys).toBe(found.jobs);
        expect(found.lines).toBe(found.rejects);
        expect(found.jobs).toBeGreaterThanOrEqual(isWhole ? (whole.jobs ?? 0) : safe);
        safe = found.jobs ?? 0;
      }
      await importLog(null);
      expect(await counted()).toEqual(whole);
    }
  },
  MINUTES,
);
