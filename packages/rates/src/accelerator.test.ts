import { Z_90 } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { current, editionWith, paper, resolved } from './testing.ts';

const one = (accelerator: string, edition = current) =>
  resolved({ hardware: [{ accelerator, count: 1 }] }, edition).accelerators[0];

describe('rated power', () => {
  test('as its vendor says, exact where nobody says otherwise', () => {
    expect(one('nvidia-v100-sxm2-16gb')?.ratedPowerW).toEqual({
      value: 300,
      kind: 'sourced',
      sourceId: 'nv-v100-ds',
      year: 2017,
      confidence: 'stated',
      said: { code: 'tdp' },
      gsd: 1,
      spreadOf: 'value',
      key: 'tdp:nvidia-v100-sxm2-16gb',
    });
  });

  test.each([
    // 500 / 400 up
    ['nvidia-a100-sxm4-80gb', 1, 1.25],
    // 300 / 150 down
    ['nvidia-a10g', 2, 1],
  ])('%s is used between two ratings: these are its 90 %% range', (id, down, up) => {
    const rated = one(id)?.ratedPowerW;
    expect((rated?.gsd ?? 0) ** Z_90).toBeCloseTo(down, 12);
    expect((rated?.gsdUp ?? 0) ** Z_90).toBeCloseTo(up, 12);
  });

  test('what was not read at its vendor is less sure by the usual amount', () => {
    // 560 / 500 up and 1.03 for a table of others; 1.15 where it was estimated
    const both = Math.hypot(Math.log(1.12) / Z_90, Math.log(1.03));
    expect(one('amd-mi250x')?.ratedPowerW?.gsd).toBeCloseTo(1.03, 12);
    expect(one('amd-mi250x')?.ratedPowerW?.gsdUp).toBeCloseTo(Math.exp(both), 12);
    expect(one('tpu-v5e')?.ratedPowerW?.gsd).toBeCloseTo(1.15, 12);
    expect(one('tpu-v3')?.ratedPowerW?.gsd).toBeCloseTo(1.03, 12);
  });

  test('none where none is published, and none of a chip that the edition lacks', () => {
    expect(one('graphcore-gc200')?.ratedPowerW).toBeNull();
    expect(one('no-such-chip')).toMatchObject({
      id: null,
      label: 'no-such-chip',
      ratedPowerW: null,
    });
  });

  test('of one’s own hardware as given, with its range', () => {
    const accelerator = { name: 'mine', tdpW: { value: 200, low: 160, high: 220 } };
    const [mine] = resolved({ hardware: [{ accelerator, count: 1 }] }).accelerators;
    expect(mine).toMatchObject({ id: null, label: 'mine' });
    expect(mine?.ratedPowerW).toMatchObject({
      value: 200,
      kind: 'given',
      said: { code: 'tdp-given' },
      confidence: null,
      key: 'given:/hardware/0/accelerator/tdpW',
    });
    expect((mine?.ratedPowerW?.gsd ?? 0) ** Z_90).toBeCloseTo(1.25, 12);
  });
});

describe('its count and names', () => {
  test('one kind has plain names, several are numbered', () => {
    const hardware = [
      { accelerator: 'nvidia-t4', count: 1 },
      { accelerator: { name: 'mine', tdpW: 100 }, count: 3 },
    ];
    const [single] = resolved({ hardware: hardware.slice(0, 1) }).accelerators;
    expect(single).toMatchObject({ id: 'nvidia-t4', label: 'NVIDIA T4', at: '' });
    expect(single?.count).toMatchObject({ name: 'count', unit: 'chip', inline: true });
    const [first, second] = resolved({ hardware }).accelerators;
    expect([first?.at, second?.at]).toEqual(['-1', '-2']);
    expect(second?.count).toMatchObject({
      unit: 'chips',
      field: '/hardware/1/count',
      quantity: { of: '/hardware/1/count', per: 1 },
      factor: { value: 3, key: 'given:/hardware/1/count', gsd: 1 },
    });
    expect(second?.ratedPowerW?.key).toBe('given:/hardware/1/accelerator/tdpW');
  });

  test('a count with a range has a line of its own', () => {
    const count = { value: 8, low: 4, high: 16 };
    const [one] = resolved({ hardware: [{ accelerator: 'nvidia-t4', count }] }).accelerators;
    expect(one?.count.inline).toBe(false);
    expect((one?.count.factor.gsd ?? 0) ** Z_90).toBeCloseTo(2, 12);
  });

  test('the paper’s edition rates its own chips', () => {
    const id = paper.accelerators[0]?.id ?? '';
    expect(one(id, paper)?.ratedPowerW).toMatchObject({ sourceId: 'lacoste2019', gsd: 1 });
  });

  test('a rating that is not sure by an unknown amount stays so', () => {
    const row = current.accelerators.find(({ id }) => id === 'tpu-v5e');
    const edition = editionWith({ accelerators: row ? [row] : [], defaults: [] });
    expect(one('tpu-v5e', edition)?.ratedPowerW?.gsd).toBe(1);
  });
});
