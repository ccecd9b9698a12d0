import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOf } from '../engine/rows.ts';
import { folder } from '../testing.ts';
import { openLedger } from './ledger.ts';

test('a ledger that is open elsewhere is told as such, and opens once that has ended', async () => {
  const path = join(folder(), 'jobs.duckdb');
  const ledger = await openLedger(path);
  expect(ledger.isNew).toBe(true);
  const other = `import { DuckDBInstance } from '@duckdb/node-api';
    try { await DuckDBInstance.create(${JSON.stringify(path)}); } catch ({ message }) { process.stdout.write(message); }`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', other], {
    encoding: 'utf8',
  });
  // What the engine says to another process: by this it is told from a file that is none.
  expect(stdout).toMatch(/(set|conflicting) lock/i);
  ledger.close();
  const again = await openLedger(path, { mustExist: true });
  expect(again.isNew).toBe(false);
  again.close();
});

test('a ledger of the first format is taken on with its jobs', async () => {
  const path = join(folder(), 'jobs.duckdb');
  const before = await openLedger(path);
  for (const column of ['chip_w', 'busy'])
    await before.connection.run(`ALTER TABLE job DROP COLUMN ${column}`);
  await before.connection.run('ALTER TABLE job ADD COLUMN content UHUGEINT');
  await before.connection.run("INSERT INTO job (job_id, hours) VALUES ('a', 2)");
  await before.connection.run('UPDATE ledger_format SET format = 1');
  before.close();
  // Also where it is only read.
  for (const isReadOnly of [true, false]) {
    const now = await openLedger(path, { mustExist: true, isReadOnly });
    const [job, ...others] = await now.engine.rows('SELECT * FROM job');
    expect(others).toEqual([]);
    expect(job).toMatchObject({ job_id: 'a', hours: 2, chip_w: null, busy: null });
    expect(Object.keys(job ?? {})).not.toContain('content');
    now.close();
  }
});

test('a file that is no ledger, one of another program and one of a later version are refused', async () => {
  const path = join(folder(), 'some.csv');
  writeFileSync(path, 'a,b\n1,2\n');
  await expect(openLedger(path)).rejects.toThrow('is no ledger that can be opened');
  const other = join(folder(), 'other.duckdb');
  const made = await openLedger(other);
  await made.connection.run('UPDATE ledger_format SET format = 99');
  made.close();
  await expect(openLedger(other)).rejects.toThrow('was made by another version (format 99');
  const foreign = await openLedger(':memory:');
  expect(
    await rowsOf(foreign.connection, 'SELECT $a AS a', { a: "'; DROP TABLE job; --" }),
  ).toEqual([{ a: "'; DROP TABLE job; --" }]);
  foreign.close();
});
