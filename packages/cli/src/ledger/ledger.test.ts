import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-command-'));
const at = (name: string) => join(folder, name);
const ledger = (...args: readonly string[]) =>
  command(['ledger', ...args, '--ledger', at('jobs.duckdb')]);

async function rowsOfParquet(path: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll('SELECT * FROM read_parquet($path)', { path });
  connection.closeSync();
  return reader.getRowObjectsJS();
}

beforeAll(async () => {
  const rows = [
    'id,user,accelerator,count,hours,state',
    '=1+1,ann,T4,2,100,completed',
    'b,ben,H100 SXM5 80GB,8,10,failed',
    'c,ben,nothing,8,10,failed',
  ];
  writeFileSync(at('jobs.csv'), `${rows.join('\n')}\n`);
  const imported = await ledger('import', at('jobs.csv'), '--as', 'table', '--country', 'FR');
  // A row was rejected.
  expect(imported.exit).toBe(2);
  expect(imported.out).toContain('3 rows: 2 jobs, 1 rejected');
  expect((await ledger('price')).out).toContain('2 of 2 jobs priced');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ledger', () => {
  test('summary, failed and top as text, JSON and CSV', async () => {
    const { out } = await ledger('summary', '--by', 'user');
    expect(out.split('\n')[0]).toMatch(/^user +jobs +chip-hours +kWh +CO2e +measured$/);
    const rows = JSON.parse((await ledger('summary', '--by', 'user,state', '--json')).out);
    expect(rows).toMatchObject([
      { user: 'ben', state: 'failed', jobs: 1, deviceHours: 80 },
      { user: 'ann', state: 'completed', jobs: 1, deviceHours: 200 },
    ]);
    expect(rows[0].kgCo2e).toMatchObject({ value: expect.any(Number), low: expect.any(Number) });
    expect((await ledger('summary', '--csv')).out).toMatch(/^jobs,deviceHours,energyKwh,/);
    expect(JSON.parse((await ledger('failed', '--json')).out)).toMatchObject([{ jobs: 1 }]);
    const top = JSON.parse((await ledger('top', '--limit', '1', '--json')).out);
    expect(top).toMatchObject([{ jobId: 'b', user: 'ben', count: 8 }]);
  });

  test('jobs: one row each under its public names, and no formula for a spreadsheet', async () => {
    const { out } = await ledger('jobs');
    const [header, ...rows] = out.trim().split('\n');
    expect(header).toBe(
      'jobId,source,user,project,start,end,state,accelerator,count,deviceHours,energyKwh,energyKwhLow,energyKwhHigh,kgCo2e,kgCo2eLow,kgCo2eHigh,embodiedKgCo2e,zone,rung',
    );
    expect(rows).toHaveLength(2);
    expect(out).toContain("'=1+1,table,ann");
    await ledger('jobs', '--format', 'ndjson', '--out', at('jobs.ndjson'));
    const lines = readFileSync(at('jobs.ndjson'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).jobId).sort()).toEqual(['=1+1', 'b']);
  });

  test('where: some jobs alone, the same key again for another value', async () => {
    const ids = async (...where: readonly string[]) =>
      JSON.parse(
        (await ledger('top', '--json', ...where.flatMap((one) => ['--where', one]))).out,
      ).map(({ jobId }: { jobId: string }) => jobId);
    expect(await ids('state=failed')).toEqual(['b']);
    expect((await ids('state=failed', 'state=completed')).sort()).toEqual(['=1+1', 'b']);
    expect(await ids('state=failed', 'user=ann')).toEqual([]);
    expect(await ids('project=')).toHaveLength(2);
    expect((await ledger('jobs', '--where', 'user=ben')).out.trim().split('\n')).toHaveLength(2);
    const [group] = JSON.parse((await ledger('summary', '--where', 'user=ben', '--json')).out);
    expect(group.jobs).toBe(1);
  });

  test('where: as it is meant, and what no job has is told with what jobs have', async () => {
    const jobsOf = async (...where: readonly string[]) => {
      const ran = await ledger('summary', '--json', ...where.flatMap((one) => ['--where', one]));
      return [JSON.parse(ran.out)[0]?.jobs, ran.err];
    };
    expect(await jobsOf('state=FAILED', 'user=BEN')).toEqual([1, '']);
    expect(await jobsOf('accelerator=T4', 'accelerator=H100 SXM5 80GB')).toEqual([2, '']);
    expect(await jobsOf('accelerator=H100')).toEqual([
      undefined,
      "no job has accelerator 'H100': jobs have nvidia-h100-sxm5-80gb, nvidia-t4\n",
    ]);
    const { out, err } = await ledger('jobs', '--where', 'user=Ann', '--where', 'user=dan');
    expect([out.trim().split('\n').length, err]).toEqual([
      2,
      "no job has user 'dan': jobs have ann, ben\n",
    ]);
  });

  test('on a narrow terminal a row is told as what its cells are, and no line is broken', async () => {
    const shown = (columns: number, ...args: readonly string[]) =>
      command(['ledger', ...args, '--ledger', at('jobs.duckdb')], '', columns);
    const by = ['summary', '--by', 'user,state'];
    expect((await shown(200, ...by)).out).toBe((await ledger(...by)).out);
    const { out } = await shown(60, ...by);
    expect(out).toMatch(/^ben, failed\n {2}jobs 1, {2}chip-hours 80, {2}kWh [\d.]+\n {2}CO2e /);
    for (const args of [by, ['summary'], ['top'], ['trend'], ['what-if', '--country', 'NO']])
      for (const line of (await shown(60, ...args)).out.split('\n')) {
        expect(line.length, line).toBeLessThanOrEqual(60);
        expect((line.match(/\[/g) ?? []).length).toBe((line.match(/\]/g) ?? []).length);
      }
  });

  test('one job is one job', async () => {
    const one = ['--where', 'user=ben'];
    expect((await ledger('ask', ...one)).out).toMatch(/^1 job: .*\n1\. .* \(of 1 job\)/);
    expect((await ledger('jobs', '--out', at('one.csv'), ...one)).err).toBe('1 job\n');
    const same = await ledger('what-if', '--country', 'FR', ...one);
    expect(same.err).toBe('1 job not, or not in all: it runs there already\n');
  });

  test('answers as Parquet: numbers are numbers, and what is not told is null', async () => {
    for (const [name, ...more] of [
      ['summary', '--by', 'user,project'],
      ['failed'],
      ['trend', '--by', 'user'],
      ['what-if', '--country', 'NO', '--by', 'user'],
      ['top'],
      ['ask'],
      ['rejects'],
    ] as const) {
      const path = at(`${name}.parquet`);
      const ran = await ledger(name, ...more, '--parquet', path);
      expect([ran.exit, ran.out, ran.err], name).toEqual([
        0,
        '',
        expect.stringMatching(/^\d rows?\n$/),
      ]);
      const csv: object[] = parse((await ledger(name, ...more, '--csv')).out, { columns: true });
      // Threads add in another order each time, and a formula has a quote before it in CSV alone.
      const plain = (cell: unknown) =>
        Number(cell ?? '') ? Number(cell).toPrecision(12) : String(cell ?? '').replace(/^'=/, '=');
      const cellsOf = (rows: readonly object[]) => rows.map((row) => Object.values(row).map(plain));
      expect(cellsOf(await rowsOfParquet(path)), name).toEqual(cellsOf(csv));
    }
    expect((await rowsOfParquet(at('summary.parquet')))[0]).toMatchObject({
      user: 'ben',
      project: null,
      jobs: 1n,
      deviceHours: 80,
    });
    const none = await ledger('idle', '--parquet', at('idle.parquet'));
    expect([none.exit, none.err]).toEqual([0, 'no row: nothing was written\n']);
  });

  test('trend, idle and ask as text, JSON and CSV', async () => {
    const { out } = await ledger('trend', '--every', 'year', '--by', 'user');
    expect(out.split('\n')[0]).toMatch(/^year +user +jobs +chip-hours +kWh +CO2e +a chip-hour/);
    const [ben] = JSON.parse((await ledger('trend', '--where', 'user=ben', '--json')).out);
    expect(ben).toMatchObject({ month: null, jobs: 1, lostShare: 1 });
    expect((await ledger('trend', '--csv')).out).toMatch(/^month,jobs,.*lostShare\n/);
    expect((await ledger('idle')).out).toContain('of 0 of 280 chip-hours');
    expect(JSON.parse((await ledger('idle', '--json')).out)).toMatchObject({
      rows: [],
      untold: { jobs: 2, deviceHours: 280 },
    });
    expect((await ledger('ask')).out).toMatch(/^2 jobs: .*\n1\. /);
    const { questions } = JSON.parse((await ledger('ask', '--json')).out);
    expect(questions[0]).toMatchObject({ jobs: 2, kgCo2eThen: { low: expect.any(Number) } });
    expect((await ledger('ask', '--csv')).out).toMatch(/^id,what,how,jobs,kgCo2e,/);
  });

  test('what-if: what it was beside what it would be, and what stays', async () => {
    const { out, exit } = await ledger('what-if', '--country', 'NO', '--by', 'user');
    expect([exit, out.split('\n').length]).toEqual([0, 5]);
    expect(out).toMatch(/^user +jobs +CO2e +would be +change +with manufacture\n/);
    expect(out).toMatch(/^all .*(less|more)/m);
    const { all, rows } = JSON.parse(
      (await ledger('what-if', '--power-limit-w', '40', '--by', 'user', '--json')).out,
    );
    expect(all.here.kgCo2e.value).toBeGreaterThan(all.there.kgCo2e.value);
    expect(rows).toMatchObject([{ user: 'ben', ratio: { value: expect.any(Number) } }, {}]);
    expect((await ledger('what-if', '--pue', '1.1', '--csv')).out).toMatch(
      /^jobs,deviceHours,.*kgCo2eThere,.*totalRatioHigh\n/,
    );
  });

  test('where no job is asked for, or there is none, that is said', async () => {
    for (const name of ['summary', 'top', 'failed', 'trend', 'idle', 'ask'])
      expect((await ledger(name, '--where', 'user=nobody')).out, name).toBe('no jobs\n');
    const none = await ledger('what-if', '--country', 'SE', '--where', 'user=nobody');
    expect([none.exit, none.out]).toEqual([0, 'no jobs\n']);
    const path = ['--ledger', at('bare.duckdb')];
    writeFileSync(at('bare.csv'), 'id,accelerator,hours\n');
    await command(['ledger', 'import', at('bare.csv'), '--as', 'table', ...path]);
    const priced = await command(['ledger', 'price', ...path]);
    expect([priced.exit, priced.err]).toEqual([0, '']);
    expect((await command(['ledger', 'summary', ...path])).out).toBe('no jobs\n');
  });

  test('project: a file that report and estimate read', async () => {
    const { out } = await ledger('project', '--where', 'user=ben', '--name', 'lab');
    expect(JSON.parse(out)).toMatchObject({ name: 'lab', runs: [{ name: '1 job', hours: 10 }] });
    writeFileSync(at('lab.json'), out);
    const report = await command(['report', at('lab.json'), '--format', 'markdown']);
    expect(report.err).toBe('');
    const result = JSON.parse((await command(['estimate', at('lab.json'), '--json'])).out);
    const [group] = JSON.parse((await ledger('summary', '--where', 'user=ben', '--json')).out);
    expect(result.operational.kgCo2e.value / group.kgCo2e.value).toBeCloseTo(1, 9);
    expect((await ledger('project', '--where', 'user=nobody')).exit).toBe(2);
  });

  test('rejects say what would mend them', async () => {
    const { out } = await ledger('rejects', '--json');
    expect(JSON.parse(out)).toMatchObject([
      {
        line: 4,
        field: 'accelerator',
        value: 'nothing',
        remedy: expect.stringContaining('mapping'),
      },
    ]);
    expect((await ledger('rejects')).out).toContain("jobs.csv:4 accelerator 'nothing'");
  });

  test.each([
    [['summary', '--by', 'nobody'], 2, 'is none of user'],
    [['top', '--limit', '0'], 2, 'whole number'],
    [['top', '--where', 'user'], 2, 'no key=value'],
    [['top', '--where', 'boss=me'], 2, "'boss' is none of user"],
    [['trend', '--every', 'week'], 2, 'day, month, quarter, year'],
    [['what-if'], 2, 'nothing is asked to be otherwise'],
    [['what-if', '--country', 'XX'], 2, "no country 'XX'"],
    [['what-if', '--pue', '0.5'], 2, 'pue cannot be 0.5\n  facility energy / IT energy, from'],
    [['summary', '--where', 'state=lost'], 2, "no state is 'lost'\n  one of completed, failed"],
    [['jobs', '--where', 'month=5'], 2, 'a month, as 2025-03'],
    [['summary', '--parquet', '/nowhere/at/all.parquet'], 2, 'cannot be written'],
    [['what-if', '--power-limit-w', 'x'], 2, 'it is a number'],
    [['what-if', '--accelerator', 'H100'], 2, 'did you mean'],
    [['import', '/nowhere/at/all.csv'], 2, 'there is no file'],
    [['import', 'README.md'], 2, 'no log whose kind can be told'],
    [['jobs', '--out', '/nowhere/at/all.csv'], 2, 'cannot be written'],
  ])('%j ends with %i', async (args, exit, said) => {
    const ran = await ledger(...args);
    expect(ran.err).toContain(said);
    expect(ran.exit).toBe(exit);
  });

  test('a ledger that is not there, and a file that is none, are told', async () => {
    const none = await command(['ledger', 'summary', '--ledger', at('none.duckdb')]);
    expect([none.exit, none.err.includes('there is no ledger')]).toEqual([2, true]);
    const other = await command(['ledger', 'summary', '--ledger', at('jobs.csv')]);
    expect([other.exit, other.err.includes('is no ledger')]).toEqual([2, true]);
  });

  test('a mapping that cannot be used is told with the field', async () => {
    writeFileSync(at('mapping.yaml'), 'defaults: { hours: 3 }\n');
    const ran = await ledger(
      'import',
      at('jobs.csv'),
      '--as',
      'table',
      '--mapping',
      at('mapping.yaml'),
    );
    expect([ran.exit, ran.err.includes('/defaults/hours')]).toEqual([2, true]);
  });
});

test('an import in vain leaves no ledger behind, and one that was there stays', async () => {
  writeFileSync(at('odd.txt'), 'what is this\n');
  writeFileSync(at('bad.yaml'), 'defaults: 3\n');
  for (const [index, args] of [
    [at('nofile.csv')],
    [at('odd.txt')],
    [at('jobs.csv'), '--as', 'table', '--mapping', at('bad.yaml')],
    [at('jobs.csv'), '--as', 'table', '--mapping', at('nofile.yaml')],
  ].entries()) {
    const path = at(`in-vain-${index}.duckdb`);
    const ran = await command(['ledger', 'import', ...args, '--ledger', path]);
    expect(ran.exit, args.join(' ')).toBe(2);
    expect(readdirSync(folder).filter((name) => name.startsWith('in-vain'))).toEqual([]);
    expect((await ledger('import', ...args)).exit).toBe(2);
  }
  expect((await ledger('summary')).exit).toBe(0);
  const [path, files] = [at('half.duckdb'), [at('jobs.csv'), at('nofile.csv')]];
  const half = ['ledger', 'import', ...files, '--as', 'table', '--country', 'FR'];
  expect((await command([...half, '--ledger', path])).exit).toBe(2);
  expect(readdirSync(folder)).toContain('half.duckdb');
});
