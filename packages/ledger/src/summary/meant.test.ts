import { beforeAll, expect, test } from 'vitest';
import type { Ledger } from '../store/ledger.ts';
import { pricedTable } from '../testing.ts';
import type { SummaryKey, Where } from './keys.ts';
import { meantWhere } from './meant.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await pricedTable(
    [
      'id,user,accelerator,count,hours,start,state,powerW',
      'a,ann,H100 SXM5 80GB,8,10,2025-03-02T07:00:00Z,completed,90',
      'b,Ben,T4,8,10,2025-01-02T17:00:00Z,out-of-memory,70',
      'c,ben,T4,8,10,,failed,',
    ],
    { defaults: { place: { country: 'FR' } } },
  );
  return () => ledger.close();
});
const NAMES = new Map([['H100 SXM5', 'nvidia-h100-sxm5-80gb']]);
const meant = (where: Where) =>
  meantWhere(ledger.engine, where, (_, value) => NAMES.get(value) ?? null);

test.each([
  ['state', 'FAILED', 'failed'],
  ['state', 'OUT_OF_MEMORY', 'out-of-memory'],
  ['state', 'TIMEOUT', 'timeout'],
  ['hour', '7', '07'],
  ['hour', '12', '12'],
  ['quarter', '2025-q1', '2025-Q1'],
  ['load', 'At rest', 'at rest'],
  ['user', 'ANN', 'ann'],
  ['user', 'Ben', 'Ben'],
  ['zone', 'fr', 'FR'],
  ['accelerator', 'NVIDIA T4', 'nvidia-t4'],
  ['accelerator', 'H100 SXM5', 'nvidia-h100-sxm5-80gb'],
] satisfies [SummaryKey, string, string][])('%s=%s is %s', async (key, typed, wanted) => {
  expect(await meant({ [key]: [typed, null] })).toEqual({
    where: { [key]: [wanted, null] },
    missing: [],
  });
});

test.each([
  ['state', 'finished', 'completed, failed'],
  ['hour', '24', '00, 01'],
  ['weekday', 'Monday', '1, 2'],
  ['load', 'busy', 'at rest, low, usual'],
  ['month', '2025-3', 'as 2025-03'],
  ['day', '1.3.2025', 'as 2025-03-01'],
] satisfies [SummaryKey, string, string][])(
  '%s=%s is refused with what it can be',
  async (key, typed, remedy) => {
    await expect(meant({ [key]: [typed] })).rejects.toMatchObject({
      message: `no ${key} is '${typed}'`,
      remedy: expect.stringContaining(remedy),
    });
  },
);

test('what no job has is told with what jobs have, those first that hold it', async () => {
  const { where, missing } = await meant({ accelerator: ['H100'], user: ['BEN', 'ann'] });
  expect(where).toEqual({ accelerator: ['H100'], user: ['BEN', 'ann'] });
  expect(missing).toEqual([
    {
      key: 'accelerator',
      value: 'H100',
      known: ['nvidia-h100-sxm5-80gb', 'nvidia-t4'],
      more: 0,
    },
    // Of two that are written nearly so nobody knows which one is meant.
    { key: 'user', value: 'BEN', known: ['Ben', 'ben', 'ann'], more: 0 },
  ]);
});
