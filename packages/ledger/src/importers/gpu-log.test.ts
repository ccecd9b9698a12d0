import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, test } from 'vitest';
import { importFile } from '../import-file.ts';
import { rejectsOf } from '../rejects.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readGpuLog } from './gpu-log.ts';

const J_PER_KWH = 3.6e6;
const NVIDIA = 'timestamp, index, uuid, name, power.draw [W]';
/** A row as nvidia-smi prints it: local time, cells with blanks before them. */
const row = (seconds: number, watts: string, index = 0) => {
  const time = new Date(Date.UTC(2026, 2, 1, 10) + seconds * 1000).toISOString();
  return `${time.replaceAll('-', '/').replace('T', ' ').replace('Z', '')}, ${index}, GPU-0000000${index}, NVIDIA H100 80GB HBM3, ${watts}`;
};

function written(lines: readonly string[], name = 'gpu.csv'): string {
  const path = join(folder(), name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
const read = (lines: readonly string[], mapping: object = {}) =>
  allOf(readGpuLog(written(lines), mappingOf(mapping)));

describe('nvidia-smi', () => {
  test('power is integrated over time, chip by chip', async () => {
    const rows = [0, 1, 2].flatMap((at) => [
      row(at, `${100 + 100 * at}.00 W`),
      row(at, '50.00 W', 1),
    ]);
    const { jobs, parts, rejects } = await read([NVIDIA, ...rows]);
    expect([parts, rejects]).toEqual([5, []]);
    expect(jobs).toMatchObject([
      {
        // 150 W and 250 W for a second each, beside 50 W for two.
        energy: { kWh: 500 / J_PER_KWH, scope: 'accelerators' },
        hours: 2 / 3600,
        chips: [{ name: 'NVIDIA H100 80GB HBM3', count: 2 }],
        startMs: Date.UTC(2026, 2, 1, 10),
        endMs: Date.UTC(2026, 2, 1, 10, 0, 2),
        notes: [],
      },
    ]);
  });

  test('a gap is told, and neither its time nor what was drawn in it is in a figure', async () => {
    const seconds = [0, 1, 2, 3, 4, 3604, 3605];
    const { jobs } = await read([NVIDIA, ...seconds.map((at) => row(at, '100.00 W'))]);
    expect(jobs).toMatchObject([
      { hours: 5 / 3600, energy: { kWh: 500 / J_PER_KWH }, notes: ['gaps'] },
    ]);
  });

  test('the share of time in which chips had work to do is their mean over time', async () => {
    const head = 'timestamp, index, power.draw [W], utilization.gpu [%]';
    const of = (chip: number, cells: readonly string[]) =>
      cells.map((cell, at) => `2026/03/01 10:00:0${at}.000, ${chip}, 100.00 W, ${cell}`);
    const rows = [...of(0, ['0 %', '100 %', '100 %']), ...of(1, ['[N/A]', '[N/A]', '[N/A]'])];
    const { jobs } = await read([head, ...rows]);
    expect(jobs).toMatchObject([{ busy: 0.75, chips: [{ count: 2 }] }]);
    expect((await read([NVIDIA, row(0, '1 W'), row(1, '1 W')])).jobs).toMatchObject([
      { busy: null },
    ]);
  });

  test('times are of the zone that the mapping says', async () => {
    const { jobs } = await read([NVIDIA, row(0, '1 W'), row(1, '1 W')], {
      timeZone: 'Europe/Paris',
    });
    expect(jobs[0]?.startMs).toBe(Date.UTC(2026, 2, 1, 9));
  });

  test('without units, without names, and written on under a first line of its own', async () => {
    const head = 'timestamp, index, power.draw [W]';
    const rows = ['2026/03/01 10:00:00.000, 0, 100.00', '2026/03/01 10:00:01.000, 0, 100.00'];
    const { jobs, parts } = await read([head, ...rows, head]);
    expect([jobs.length, parts]).toEqual([1, 1]);
    expect(jobs[0]).toMatchObject({ chips: [{ name: null, count: 1 }], nodes: null });
  });

  test('a reading that is none is rejected with its line; the rest goes on', async () => {
    const { jobs, rejects, parts } = await read([
      NVIDIA,
      row(0, '[N/A]'),
      row(1, '100.00 W'),
      row(2, '100.00 W').replace('2026/03/01', 'yesterday'),
      row(3, '100.00 W'),
    ]);
    expect(rejects.map(({ line, field }) => [line, field])).toEqual([
      [2, 'power'],
      [4, 'timestamp'],
    ]);
    expect([jobs.length, parts]).toEqual([1, 1]);
  });

  test('one reading lasts no time', async () => {
    const { jobs, rejects } = await read([NVIDIA, row(0, '100.00 W')]);
    expect([jobs.length, rejects.length]).toEqual([0, 1]);
  });

  test('that does not tell chips apart is told what to ask for', async () => {
    await expect(
      read(['timestamp, power.draw [W]', '2026/03/01 10:00:00.000, 1 W']),
    ).rejects.toThrow('which accelerator');
  });
});

describe('logs without times', () => {
  const DCGMI = ['#Entity   POWER   GPUTL', 'ID         W           '];
  const reading = (watts: number, chip = 0) => `GPU ${chip}     ${watts}.000     99`;

  test('of dcgmi: how far readings are apart is asked once', async () => {
    const lines = [
      ...DCGMI,
      reading(100),
      reading(60, 1),
      reading(200),
      reading(60, 1),
      ...DCGMI,
      reading(300),
    ];
    await expect(read(lines)).rejects.toMatchObject({ remedy: expect.stringContaining('gpuLog') });
    const said = { intervalSeconds: 10, start: '2026-03-01T10:00:00Z', project: 'vision' };
    const { jobs, parts } = await read(lines, { gpuLog: said });
    expect(parts).toBe(4);
    expect(jobs).toMatchObject([
      {
        energy: { kWh: (1500 + 2500 + 600) / J_PER_KWH },
        hours: 20 / 3600,
        chips: [{ name: null, count: 2 }],
        project: 'vision',
        busy: 0.99,
        startMs: Date.UTC(2026, 2, 1, 10),
      },
    ]);
  });

  test('of dcgmi with times before each line, as `ts` writes them, need none', async () => {
    const lines = DCGMI.map((line) => `2026-03-01T10:00:00.5 ${line}`);
    const at = (second: number) => `2026-03-01T10:00:0${second}.5 ${reading(100)}`;
    const { jobs } = await read([...lines, at(1), at(2), at(3)]);
    expect(jobs).toMatchObject([{ hours: 2 / 3600, energy: { kWh: 200 / J_PER_KWH } }]);
  });

  test('of rocm-smi: the second die of a module has its power in the first one', async () => {
    const path = 'packages/ledger/src/importers/samples/rocm-smi-5.2.3.csv';
    const { jobs, parts, rejects } = await allOf(
      readGpuLog(path, mappingOf({ gpuLog: { intervalSeconds: 2 } })),
    );
    expect([parts, rejects]).toEqual([7, []]);
    expect(jobs).toMatchObject([
      {
        chips: [{ name: 'AMD INSTINCT MI250X', count: 1 }],
        energy: { kWh: (((93 + 430) / 2 + 412 + 455) * 2) / J_PER_KWH },
        startMs: null,
      },
    ]);
  });
});

describe('amd-smi', () => {
  // As amdsmi_cli of 24.7 writes it: seconds since 1970, numbers without units.
  const HEAD = 'timestamp,gpu,power_usage,gfx,gfx_clock';
  const at = (second: number, chip: number, watts: number | 'N/A', use = 50) =>
    `${1_772_359_200 + second},${chip},${watts},${use},1700`;

  test('on a terminal each second has a first line of its own', async () => {
    const lines = [0, 1, 2].flatMap((second) => [
      HEAD,
      at(second, 0, 300 + 100 * second, 100),
      at(second, 1, 100, 0),
      '',
    ]);
    const { jobs, rejects, parts } = await read(lines);
    expect([rejects, parts]).toEqual([[], 5]);
    expect(jobs).toMatchObject([
      {
        energy: { kWh: (800 + 200) / J_PER_KWH },
        hours: 2 / 3600,
        chips: [{ name: null, count: 2 }],
        busy: 0.5,
        startMs: 1_772_359_200_000,
      },
    ]);
  });

  test('in a file one, and a power that is not told is rejected with its line', async () => {
    const { jobs, rejects } = await read([HEAD, at(0, 0, 300), at(1, 0, 'N/A'), at(2, 0, 300)]);
    expect(jobs).toMatchObject([{ energy: { kWh: 600 / J_PER_KWH } }]);
    expect(rejects).toMatchObject([{ line: 3, field: 'power', value: 'N/A' }]);
  });
});

test('a log that grew is the same job; one of the same chips at the same time is rejected', async () => {
  const ledger = await ledgerInMemory();
  const mapping = mappingOf({ defaults: { place: { country: 'FR' } } });
  const rows = [0, 1, 2, 3, 4, 5].map((at) => row(at, '100.00 W'));
  const put = (lines: readonly string[]) =>
    importFile(ledger, calculator, written([NVIDIA, ...lines]), { mapping });
  const done = await put(rows.slice(0, 4));
  expect(done).toMatchObject({ source: 'gpu-log', rows: 4, jobs: 1, parts: 3, added: 1 });
  expect(await put(rows.slice(0, 4))).toMatchObject({ added: 0, same: 1 });
  expect(await put(rows)).toMatchObject({ added: 0, changed: 1 });
  expect(await put(rows.slice(2))).toMatchObject({ jobs: 0, rejected: 1, rows: 4 });
  expect(await rejectsOf(ledger)).toMatchObject([{ reason: expect.stringContaining('same time') }]);
});

/** Bytes that are held, without what nobody holds any more and no collector has been by for. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

test('half a day of readings is one job, which keeps none of them', async () => {
  const path = join(folder(), 'long.csv');
  const lines = [NVIDIA];
  for (let at = 0; at < 50_000; at += 1) lines.push(row(at, '100.00 W'));
  writeFileSync(path, lines.join('\n'));
  const before = heldBytes();
  const { jobs, parts } = await allOf(readGpuLog(path, mappingOf({})));
  expect([jobs.length, parts]).toEqual([1, 49_999]);
  // 50,000 rows of text are 6 MB.
  expect(heldBytes() - before).toBeLessThan(3e6);
});
