import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { importFile } from '../import-file.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readCarbontracker } from './carbontracker.ts';

/** What the tool wrote on a machine whose NVML was stood in for: two accelerators of 300 and 301 W, later 60 and 61 W. */
const SAMPLES = 'packages/ledger/src/importers/samples/carbontracker';
const read = (path: string) => allOf(readCarbontracker(path, mappingOf({})));
const sample = (name: string) => read(join(SAMPLES, `${name}_carbontracker.log`));
const J_PER_KWH = 3.6e6;

test('1.2.5 writes the watts of each accelerator: they add up, over all four epochs', async () => {
  const { jobs, parts, rejects } = await sample('1.2.5');
  expect([parts, rejects]).toEqual([3, []]);
  expect(jobs).toMatchObject([
    {
      energy: {
        kWh: expect.closeTo(((2 * 601 + 2 * 121) * 3) / J_PER_KWH, 12),
        scope: 'accelerators',
      },
      hours: expect.closeTo(12 / 3600, 12),
      chips: [{ name: 'NVIDIA A100-SXM4-80GB', count: 2 }],
      startMs: Date.UTC(2026, 10, 30, 3, 56, 25),
      notes: [],
    },
  ]);
});

test('2.4.7 writes the mean of the accelerators as if it were all of them: it is taken times their number', async () => {
  const { jobs } = await sample('2.4.7');
  const chips = 2 * (300.5 * 3.08 + (180.5 + 60.5 + 60.5) * 3);
  const processor = 60 * (3.08 + 9);
  expect(jobs).toMatchObject([
    { energy: { kWh: expect.closeTo((chips + processor) / J_PER_KWH, 12), scope: 'components' } },
  ]);
});

test('its PUE is in its kWh and not here; epochs that it only predicted are taken as those it measured, which is said', async () => {
  const { jobs } = await sample('2.4.7-one-of-four');
  const joules = (2 * 300.5 + 60) * 3.01;
  expect(jobs).toMatchObject([
    {
      energy: { kWh: expect.closeTo((4 * joules) / J_PER_KWH, 12), from: '1 of 4 epochs' },
      hours: expect.closeTo((4 * 3.01) / 3600, 12),
      pue: null,
      endMs: null,
      notes: ['extrapolated'],
    },
  ]);
  // Without the output log beside it nobody knows of more epochs.
  const alone = join(folder(), '1_carbontracker.log');
  copyFileSync(join(SAMPLES, '2.4.7-one-of-four_carbontracker.log'), alone);
  expect((await read(alone)).jobs[0]).toMatchObject({ notes: [], energy: { from: 'epochs' } });
});

test('the output log is no log of energy without a PUE: the one beside it is asked for', async () => {
  await expect(read(join(SAMPLES, '2.4.7_carbontracker_output.log'))).rejects.toMatchObject({
    remedy: expect.stringContaining('_carbontracker.log'),
  });
});

test('an epoch that was not measured is rejected with its line', async () => {
  const path = join(folder(), '1_carbontracker.log');
  const at = '2026-03-01 10:00:00 - ';
  const epoch = (number: number, watts: string) => [
    `${at}Epoch ${number}:`,
    `${at}Duration: 0:00:02.00`,
    `${at}Average power usage (W) for gpu: ${watts}`,
  ];
  writeFileSync(
    path,
    [`${at}carbontracker version 2.4.7`, ...epoch(1, 'None'), ...epoch(2, '50')].join('\n'),
  );
  const { jobs, rejects } = await read(path);
  expect([jobs.length, rejects.map(({ line }) => line)]).toEqual([1, [2]]);
});

test('read again it adds nothing', async () => {
  const ledger = await ledgerInMemory();
  const mapping = mappingOf({ defaults: { place: { country: 'PL' } } });
  const path = join(SAMPLES, '2.4.7_carbontracker.log');
  expect(await importFile(ledger, calculator, path, { mapping })).toMatchObject({
    source: 'carbontracker',
    rows: 4,
    added: 1,
    parts: 3,
  });
  expect(await importFile(ledger, calculator, path, { mapping })).toMatchObject({
    added: 0,
    same: 1,
  });
});
