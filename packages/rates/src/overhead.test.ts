import { type MethodName, type Run, Z_90 } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { current, defaultsBut, editionWith, paper, resolved } from './testing.ts';

const T4 = [{ accelerator: 'nvidia-t4', count: 1 }];
const overhead = (run: Partial<Run> = {}, method: MethodName = 'full', edition = current) =>
  resolved({ hardware: T4, ...run }, edition, { method }).overhead;

test('the usual one of the machine: server, desktop, laptop', () => {
  expect(overhead()).toEqual({
    name: 'overhead',
    unit: '1',
    inline: false,
    field: '/overheadFactor',
    quantity: null,
    factor: expect.objectContaining({
      value: 1.12,
      gsd: 1.5,
      spreadOf: 'excess',
      key: 'overhead.server',
      said: { code: 'losses-of', machine: 'server' },
    }),
  });
  for (const site of ['desktop', 'laptop'] as const) {
    expect(overhead({ site })?.factor).toMatchObject({ key: `overhead.${site}`, gsd: 1.35 });
  }
});

test('as given before that, its range of the excess', () => {
  const given = overhead({ overheadFactor: { value: 1.2, low: 1.1, high: 1.4 } })?.factor;
  expect(given).toMatchObject({ value: 1.2, spreadOf: 'excess', key: 'given:/overheadFactor' });
  // 0.2 / 0.1 = 0.4 / 0.2
  expect((given?.gsd ?? 0) ** Z_90).toBeCloseTo(2, 12);
  expect(overhead({ overheadFactor: 1.05 })?.factor.value).toBe(1.05);
});

test('a given 1 adds nothing; with a range it may', () => {
  expect(overhead({ overheadFactor: 1 })).toBeNull();
  expect(overhead({ overheadFactor: { value: 1, low: 1, high: 1.2 } })?.factor.value).toBe(1);
});

test.each([
  [undefined, false],
  ['accelerators', true],
  ['components', true],
  ['it', false],
  ['facility', false],
] as const)('metered energy of scope %s: counted is %s', (energyScope, isCounted) => {
  const run = { energyKwh: 5, ...(energyScope && { energyScope }) };
  expect(overhead(run) !== null).toBe(isCounted);
  expect(overhead({ ...run, overheadFactor: 1.3 }) !== null).toBe(isCounted);
});

test('the figures hold it: power of the host as given, a whole machine, an edition without defaults', () => {
  expect(overhead({ host: { powerW: 100 } })).toBeNull();
  expect(overhead({ hardware: [{ accelerator: 'apple-m2-max', count: 1 }] })).toBeNull();
  const hardware = [{ accelerator: paper.accelerators[0]?.id ?? '', count: 1 }];
  expect(overhead({ hardware }, 'full', paper)).toBeNull();
  expect(overhead({}, 'full', editionWith(defaultsBut({ 'overhead.server': null })))).toBeNull();
});

test('methods that count none', () => {
  expect(overhead({ overheadFactor: 1.3 }, 'lacoste-2019')).toBeNull();
  expect(overhead({ overheadFactor: 1.3 }, 'sci')?.factor.value).toBe(1.3);
});
