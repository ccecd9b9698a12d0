import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LoggedJob, type ReadBatch, secondsOf } from '@ml-emissions/logs';
import { expect, test } from 'vitest';
import { folder, mappingOf } from '../testing.ts';
import { readSacct } from './sacct.ts';

const HEADER =
  'JobIDRaw|JobID|Cluster|User|Account|Partition|State|Submit|Start|End|ElapsedRaw|Suspended|AllocTRES|AllocCPUS|NNodes|NodeList|ConsumedEnergyRaw';
const row = (over: Readonly<Record<string, string | number>> = {}) => {
  const cells: Readonly<Record<string, string | number>> = {
    JobIDRaw: 21,
    JobID: '7_0',
    Cluster: 'lab',
    User: 'ann',
    Account: 'vision',
    Partition: 'gpu',
    State: 'COMPLETED',
    Submit: '2026-11-28T05:38:00',
    Start: '2026-11-28T05:39:00',
    End: '2026-11-28T05:59:00',
    ElapsedRaw: 1200,
    Suspended: '00:00:00',
    AllocTRES: 'billing=2,cpu=2,gres/gpu:a100=2,gres/gpu=2,mem=200M,node=1',
    AllocCPUS: 2,
    NNodes: 1,
    NodeList: 'n1',
    ConsumedEnergyRaw: '',
    ...over,
  };
  return HEADER.split('|')
    .map((name) => cells[name])
    .join('|');
};

async function read(text: string, mapping: object = {}): Promise<ReadBatch> {
  const path = join(folder(), 'sacct.txt');
  writeFileSync(path, text);
  const all = {
    jobs: [] as ReadBatch['jobs'][number][],
    rejects: [] as ReadBatch['rejects'][number][],
    parts: 0,
    leftOut: 0,
  };
  for await (const batch of readSacct(path, mappingOf(mapping))) {
    all.jobs.push(...batch.jobs);
    all.rejects.push(...batch.rejects);
    all.parts += batch.parts;
    all.leftOut += batch.leftOut;
  }
  return all;
}

async function jobsOf(rows: readonly string[], mapping: object = {}): Promise<LoggedJob[]> {
  const { jobs } = await read([HEADER, ...rows, ''].join('\n'), mapping);
  return jobs.map(({ job }) => job);
}

test('a job with its steps is one job: theirs are parts of it', async () => {
  const steps = [
    row({ JobIDRaw: '21.batch', State: 'COMPLETED', ConsumedEnergyRaw: 6121 }),
    row({ JobIDRaw: '21.0', ConsumedEnergyRaw: 6036 }),
    row({ JobIDRaw: '21.1', ConsumedEnergyRaw: 6036 }),
  ];
  const batch = await read([HEADER, row({ ConsumedEnergyRaw: 12072 }), ...steps].join('\n'));
  expect(batch).toMatchObject({ parts: 3, leftOut: 0, rejects: [] });
  expect(batch.jobs.map(({ line, job }) => [line, job.energy])).toEqual([
    [2, { kWh: 6121 / 3.6e6, scope: null, from: 'batch' }],
  ]);
  expect(batch.jobs[0]?.job).toMatchObject({
    jobId: '7_0',
    user: 'ann',
    project: 'vision',
    state: 'completed',
    hours: 1 / 3,
    chips: [{ name: 'a100', count: 2 }],
    startMs: Date.UTC(2026, 10, 28, 5, 39),
  });
});

test('columns may stand in any order, with -p at the end of each row, and with another separator', async () => {
  const names = ['AllocTRES', 'State', 'ElapsedRaw', 'Submit', 'JobIDRaw'];
  const cells = ['gres/gpu=4', 'TIMEOUT', '60', '2026-11-28T05:38:00', '9'];
  for (const [separator, end] of [
    ['|', ''],
    ['|', '|'],
    ['@@', ''],
    ['^', ''],
  ] as const) {
    const text = [names, cells].map((line) => line.join(separator) + end).join('\n');
    const { jobs } = await read(text);
    expect(jobs.map(({ job }) => [job.jobId, job.state, job.chips])).toEqual([
      ['9', 'timeout', [{ name: null, count: 4 }]],
    ]);
  }
});

test('a separator in a name adds a field: it is put together where only one column can hold it', async () => {
  const header = 'JobIDRaw|JobName|State|Submit|ElapsedRaw|AllocTRES';
  const named = `${header}\n9|pipe|name|COMPLETED|2026-11-28T05:38:00|60|gres/gpu=1`;
  expect((await read(named)).jobs[0]?.job.name).toBe('pipe|name');
  const { jobs, rejects } = await read(`${HEADER}\n${row()}|more`);
  expect(jobs).toEqual([]);
  expect(rejects).toEqual([
    expect.objectContaining({ line: 2, reason: 'it has 18 fields, the first line 17' }),
  ]);
});

test('tries of a requeued job are jobs: they share the number, not the time of submission', async () => {
  const [first, second] = await jobsOf([
    row({ JobIDRaw: 13, State: 'REQUEUED', Submit: '2026-11-28T05:00:00' }),
    row({ JobIDRaw: 13, Submit: '2026-11-28T05:30:00' }),
  ]);
  expect(first?.identity).not.toBe(second?.identity);
  expect(first?.state).toBe('requeued');
});

test('what never ran is left out, and counted', async () => {
  const batch = await read(
    [
      HEADER,
      row({ State: 'PENDING', Start: 'Unknown', End: 'Unknown', ElapsedRaw: 0, AllocTRES: '' }),
      row({ State: 'CANCELLED by 0', Start: 'None', ElapsedRaw: 0 }),
    ].join('\n'),
  );
  expect(batch).toEqual({ jobs: [], rejects: [], parts: 0, leftOut: 2 });
});

test('hours are those that it ran: neither end less start, nor what it was suspended for', async () => {
  const [job] = await jobsOf([
    row({ Start: '2026-10-25T02:30:00', End: '2026-10-25T02:30:00', ElapsedRaw: 3600 }),
  ]);
  expect(job?.hours).toBe(1);
  const [suspended] = await jobsOf([row({ ElapsedRaw: 10, Suspended: '00:00:10' })]);
  expect(suspended).toMatchObject({ hours: 10 / 3600, notes: ['suspended'] });
});

test('times are of the zone that the mapping says, and the first of two hours in autumn', async () => {
  const startOf = async (start: string, timeZone?: string) => {
    const [job] = await jobsOf([row({ Start: start })], timeZone ? { timeZone } : {});
    return job?.startMs;
  };
  expect(await startOf('2026-07-01T12:00:00')).toBe(Date.UTC(2026, 6, 1, 12));
  expect(await startOf('2026-07-01T12:00:00', 'Europe/Warsaw')).toBe(Date.UTC(2026, 6, 1, 10));
  expect(await startOf('2026-01-01T12:00:00', 'Europe/Warsaw')).toBe(Date.UTC(2026, 0, 1, 11));
  expect(await startOf('2026-10-25T02:30:00', 'Europe/Warsaw')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  expect(await startOf('2026-10-25T03:30:00', 'Europe/Warsaw')).toBe(Date.UTC(2026, 9, 25, 2, 30));
  expect(await startOf('2026-01-01T12:00:00', 'Asia/Kolkata')).toBe(Date.UTC(2026, 0, 1, 6, 30));
  expect(await startOf('1795845540')).toBe(1_795_845_540_000);
});

test('energy near 2^64 in any row makes that of the job unknown, and says so', async () => {
  const [job] = await jobsOf([
    row({ ConsumedEnergyRaw: 6036 }),
    row({ JobIDRaw: '21.batch', ConsumedEnergyRaw: '18446744073709538975' }),
    row({ JobIDRaw: '21.0', ConsumedEnergyRaw: 6036 }),
  ]);
  expect(job).toMatchObject({ energy: null, notes: ['energy-unknown'] });
});

test('a row that cannot be read is rejected with its line and what would mend it; the rest goes on', async () => {
  const batch = await read(
    [HEADER, row({ State: 'FINE' }), row({ ElapsedRaw: 'x' }), row(), 'x'].join('\n'),
  );
  expect(batch.jobs).toHaveLength(1);
  expect(batch.rejects.map(({ line, field }) => [line, field])).toEqual([
    [2, 'State'],
    [3, 'ElapsedRaw'],
    [5, ''],
  ]);
});

test('a column that is missing is told with the command that prints it', async () => {
  await expect(read('JobID|State|Submit|Elapsed\n')).rejects.toMatchObject({
    message: 'the file has no column AllocTRES',
    remedy: expect.stringContaining('TZ=UTC sacct'),
  });
});

test('lengths of time as Elapsed prints them', () => {
  expect(['3600', '01:00:00', '1-02:03:04', '00:10', '', 'x'].map(secondsOf)).toEqual([
    3600,
    3600,
    93784,
    10,
    null,
    null,
  ]);
});
