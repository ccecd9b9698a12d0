import { expect, test } from 'vitest';
import { Batcher } from './batcher.ts';
import type { Cells } from './row-reader.ts';
import { createWandbReader, isWandb } from './wandb.ts';

function read(rows: readonly (Cells | null)[], file = 'export') {
  const batch = new Batcher();
  const reader = createWandbReader(batch, file);
  for (const [at, row] of rows.entries()) reader.add(at + 1, row);
  const open = reader.open();
  for (const { line, job } of reader.rest()) batch.job(line, job);
  return { ...batch.take(), open };
}

test('a row of the run table is a job at once; what is no run is told with its row', () => {
  const told = { Name: 'a', State: 'crashed', Created: '2026-11-30T03:40:00.000Z', ID: 'x' };
  const { jobs, rejects, leftOut, open } = read([
    { ...told, Runtime: '1800', 'GPU Type': 'NVIDIA L4', 'GPU Count': '2' },
    { ...told, Runtime: '0' },
    { ...told, Created: 'yesterday' },
    { ...told, State: 'thinking', Runtime: '5' },
    null,
  ]);
  expect(open).toBe(0);
  expect(leftOut).toBe(1);
  expect(rejects.map(({ line, field }) => [line, field])).toEqual([
    [3, 'created'],
    [4, 'state'],
    [5, ''],
  ]);
  expect(jobs).toMatchObject([
    { line: 1, job: { hours: 0.5, state: 'failed', chips: [{ name: 'NVIDIA L4', count: 2 }] } },
  ]);
});

test('system metrics of a run are whole at the end; without an id it is called as its file', () => {
  const at = (second: number, watts: number) => ({
    _timestamp: 1_796_010_000 + second,
    _runtime: second,
    'system.gpu.0.powerWatts': watts,
  });
  const { jobs, parts, open } = read([at(0, 100), at(10, 300), at(20, 300)], 'mine');
  expect([open, parts]).toEqual([1, 2]);
  expect(jobs).toMatchObject([{ job: { jobId: 'mine', powerW: 250, hours: 20 / 3600 } }]);
});

test('how its exports begin', () => {
  expect(isWandb('"Name","State","Notes","User","Tags","Created","Runtime","Sweep"')).toBe(true);
  expect(isWandb('[{"displayName": "a", "createdAt": "2026-11-30T03:40:00Z"}]')).toBe(true);
  expect(isWandb('name,gpu,hours')).toBe(false);
});
