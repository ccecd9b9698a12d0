import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rowsOf } from './engine/rows.ts';
import { importFile } from './import-file.ts';
import { priceLedger } from './price/price.ts';
import { rejectsOf } from './rejects.ts';
import { type Ledger, openLedger } from './store/ledger.ts';
import { folder, ledgerInMemory, mappingOf } from './testing.ts';

const MAPPING = {
  defaults: { place: { country: 'FR' } },
  accelerators: { a100: 'A100 SXM4 80GB' },
  energyScope: 'it',
};
const HEADER =
  'JobIDRaw|State|Submit|Start|End|ElapsedRaw|AllocTRES|NNodes|NodeList|ConsumedEnergyRaw';

interface Told {
  readonly id?: number | string;
  readonly state?: string;
  readonly hour?: number;
  readonly tres?: string;
  readonly node?: string;
  readonly joules?: number | '';
}
const row = ({
  id = 1,
  state = 'COMPLETED',
  hour = 10,
  tres = 'gres/gpu:a100=2',
  node = 'n1',
  joules = '',
}: Told = {}) =>
  `${id}|${state}|2026-03-01T0${hour % 10}:00:00|2026-03-01T${hour}:00:00|2026-03-01T${hour + 1}:00:00|3600|${tres}|1|${node}|${joules}`;

async function importRows(ledger: Ledger, rows: readonly string[], mapping: object = MAPPING) {
  const path = join(folder(), 'sacct.txt');
  writeFileSync(path, [HEADER, ...rows, ''].join('\n'));
  return importFile(ledger, calculator, path, { mapping: mappingOf(mapping) });
}

const countOf = async ({ connection }: Ledger, what: string) =>
  Number((await rowsOf(connection, `SELECT count(*) AS n FROM ${what}`))[0]?.n);

describe('a file', () => {
  test('that is read again, and one that overlaps with it, add nothing that is there', async () => {
    const ledger = await ledgerInMemory();
    const first = [row({ id: 1 }), row({ id: 2 })];
    expect(await importRows(ledger, first)).toMatchObject({ rows: 2, added: 2, same: 0 });
    expect(await importRows(ledger, first)).toMatchObject({ rows: 2, added: 0, same: 2 });
    const overlap = [row({ id: 2 }), row({ id: 3 }), row({ id: 3 })];
    expect(await importRows(ledger, overlap)).toMatchObject({
      rows: 3,
      added: 1,
      same: 2,
      changed: 0,
    });
    expect(await countOf(ledger, 'job')).toBe(3);
  });

  test('in which a job has ended changes it; an older one in which it ran changes it back by nothing', async () => {
    const ledger = await ledgerInMemory();
    const running = [row({ state: 'RUNNING' })];
    await importRows(ledger, running);
    expect(await importRows(ledger, [row()])).toMatchObject({ added: 0, changed: 1, same: 0 });
    expect(await importRows(ledger, running)).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(await rowsOf(ledger.connection, 'SELECT state FROM job')).toEqual([
      { state: 'completed' },
    ]);
  });

  test('with another mapping changes its jobs', async () => {
    const ledger = await ledgerInMemory();
    await importRows(ledger, [row()]);
    const elsewhere = { ...MAPPING, defaults: { place: { country: 'PL' } } };
    expect(await importRows(ledger, [row()], elsewhere)).toMatchObject({ added: 0, changed: 1 });
  });

  test('whose rows are rejected tells each once, however often it is read, and none once they are mended', async () => {
    const ledger = await ledgerInMemory();
    const path = join(folder(), 'sacct.txt');
    writeFileSync(path, [HEADER, row({ tres: 'gres/gpu:v9=1' }), row({ id: 2 }), ''].join('\n'));
    const read = (mapping: object) =>
      importFile(ledger, calculator, path, { mapping: mappingOf(mapping) });
    for (let times = 0; times < 2; times++)
      expect(await read(MAPPING)).toMatchObject({ rows: 2, jobs: 1, rejected: 1 });
    expect(await rejectsOf(ledger)).toMatchObject([
      {
        line: 2,
        field: 'accelerator',
        value: 'v9',
        remedy: "mapping: accelerators: { v9: 'its name' }",
      },
    ]);
    const mended = { ...MAPPING, accelerators: { a100: 'A100 SXM4 80GB', v9: 'T4' } };
    expect(await read(mended)).toMatchObject({ added: 1, same: 1, rejected: 0 });
    expect(await rejectsOf(ledger)).toEqual([]);
  });

  test('of which nothing can be read is told row by row, however many there are', async () => {
    const ledger = await openLedger(join(folder(), 'jobs.duckdb'));
    onTestFinished(() => ledger.close());
    const rows = Array.from({ length: 60_000 }, (_, at) => row({ id: at, state: 'FINE' }));
    expect(await importRows(ledger, rows)).toMatchObject({ rows: 60_000, rejected: 60_000 });
    expect(await countOf(ledger, 'reject')).toBe(60_000);
  });

  test('that says less than is needed has its rows rejected with what to say', async () => {
    const remedies = async (rows: string[], mapping: object) => {
      const ledger = await ledgerInMemory();
      await importRows(ledger, rows, mapping);
      return (await rejectsOf(ledger)).map(({ remedy }) => remedy).at(-1);
    };
    expect(await remedies([row()], { accelerators: MAPPING.accelerators })).toContain('place');
    expect(await remedies([row({ tres: 'gres/gpu=2' })], MAPPING)).toContain(
      'accelerators: { gpu:',
    );
    expect(await remedies([row({ tres: 'cpu=2' })], MAPPING)).toContain('host: { cpu:');
    expect(
      await remedies([row({ tres: 'gres/gpu:a100=2' })], {
        defaults: MAPPING.defaults,
        accelerators: { a100: 'a100' },
      }),
    ).toContain('NVIDIA A100');
  });
});

describe('a table with one id in two rows', () => {
  const read = async (ledger: Ledger, rows: readonly string[], options: object = {}) => {
    const path = join(folder(), 'jobs.csv');
    writeFileSync(path, ['id,cluster,user,accelerator,hours', ...rows, ''].join('\n'));
    const asked = { mapping: mappingOf({ defaults: MAPPING.defaults }), as: 'table' } as const;
    const first = await importFile(ledger, calculator, path, { ...asked, ...options });
    const again = await importFile(ledger, calculator, path, { ...asked, ...options });
    expect(again).toMatchObject({ rows: first.rows, rejected: first.rejected, added: 0 });
    expect(again).toMatchObject({ changed: 0, same: first.jobs });
    return first;
  };
  const ROWS = ['7,a,ann,T4,1', '8,a,ann,T4,1', '7,a,ben,T4,90', '7,b,ben,T4,2', '8,a,ann,T4,1'];

  test('has the later ones rejected with their lines, and the counts add up', async () => {
    const ledger = await ledgerInMemory();
    expect(await read(ledger, ROWS)).toMatchObject({ rows: 5, jobs: 3, added: 3, rejected: 2 });
    expect(await rejectsOf(ledger)).toMatchObject([
      { line: 4, field: 'id', value: '7', remedy: expect.stringContaining('columns') },
      { line: 6, field: 'id', value: '8' },
    ]);
    expect(
      await rowsOf(ledger.connection, 'SELECT user_name, hours FROM job ORDER BY hours'),
    ).toEqual([
      { user_name: 'ann', hours: 1 },
      { user_name: 'ann', hours: 1 },
      { user_name: 'ben', hours: 2 },
    ]);
  });

  test('however far apart they stand', async () => {
    const ledger = await ledgerInMemory();
    const many = Array.from({ length: 3000 }, (_, at) => `${at % 2000},a,ann,T4,${1 + at}`);
    const counts = await read(ledger, many, { rows: 500 });
    expect(counts).toMatchObject({ rows: 3000, jobs: 2000, added: 2000, rejected: 1000 });
    expect(await countOf(ledger, 'job WHERE hours > 2000')).toBe(0);
  });
});

describe('joules of nodes', () => {
  const batch = (id: number, joules: number) => row({ id: `${id}.batch`, joules });
  const priced = async (rows: string[], mapping: object = MAPPING) => {
    const ledger = await ledgerInMemory();
    await importRows(ledger, rows, mapping);
    const { notes } = await priceLedger(ledger.engine, calculator);
    const jobs = await rowsOf(
      ledger.connection,
      `SELECT job_id, rung FROM priced JOIN shape ON priced.template = shape.template AND priced.kind = shape.kind ORDER BY job_id`,
    );
    return { rungs: jobs.map(({ rung }) => rung), notes };
  };

  test('count where somebody says what the meter saw, and else not, which is said', async () => {
    const rows = [row(), batch(1, 3_600_000)];
    expect(await priced(rows)).toMatchObject({ rungs: ['metered-energy'], notes: [] });
    const { rungs, notes } = await priced(rows, { ...MAPPING, energyScope: undefined });
    expect(rungs).toEqual(['typical']);
    expect(notes).toMatchObject([{ jobs: 1, about: expect.stringContaining('nobody said') }]);
  });

  test('of jobs that were on a node at one time are those of all of them: none is used, which is said', async () => {
    const beside = [row({ id: 1 }), batch(1, 6042), row({ id: 2 }), batch(2, 5957)];
    expect(await priced(beside)).toMatchObject({
      rungs: ['typical', 'typical'],
      notes: [{ jobs: 2, about: expect.stringContaining('other jobs ran on its nodes') }],
    });
    // One after another, or on another node: each is its own.
    const after = [row({ id: 1 }), batch(1, 6042), row({ id: 2, hour: 11 }), batch(2, 5957)];
    expect((await priced(after)).rungs).toEqual(['metered-energy', 'metered-energy']);
    const elsewhere = [row({ id: 1 }), batch(1, 6042), row({ id: 2, node: 'n2' }), batch(2, 5957)];
    expect((await priced(elsewhere)).rungs).toEqual(['metered-energy', 'metered-energy']);
    // A job without a meter of its own is beside it too.
    const unmetered = [row({ id: 1 }), batch(1, 6042), row({ id: 2, node: 'n[1-2]' })];
    expect((await priced(unmetered)).rungs).toEqual(['typical', 'typical']);
  });
});

test('another edition prices the jobs anew without reading them', async () => {
  const ledger = await ledgerInMemory();
  await importRows(ledger, [row()]);
  const kgOf = async (edition?: string) => {
    await priceLedger(ledger.engine, calculator, { edition });
    return Number((await rowsOf(ledger.connection, 'SELECT kg_co2e FROM priced'))[0]?.kg_co2e);
  };
  const run = {
    hardware: [{ accelerator: 'A100 SXM4 80GB', count: 2 }],
    hours: 1,
    place: { country: 'FR' },
    year: 2026,
  };
  for (const edition of ['2026.1', undefined]) {
    const parsed = calculator.parseRun({ ...run, ...(edition ? { edition } : {}) });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const wanted = calculator.estimate(parsed.run).operational.kgCo2e.value;
    expect((await kgOf(edition)) / wanted).toBeCloseTo(1, 12);
  }
});
