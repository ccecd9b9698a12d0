import { expect, test } from 'vitest';
import { bestSinceFirst, chips, gflopsPerWatt, PEAKS } from './chips.ts';

test('no chip in the picture computes more for a watt than the one that its title names', async () => {
  const all = await chips();
  for (const peak of PEAKS) {
    const shown = all.flatMap((chip) => {
      const gflops = gflopsPerWatt(chip, peak);
      return gflops === null ? [] : [{ ...chip, gflops }];
    });
    const rise = bestSinceFirst(shown);
    expect(rise, peak).not.toBeNull();
    if (!rise) continue;
    const { first, best, times } = rise;
    expect(shown.filter(({ gflops }) => gflops > best.gflops)).toEqual([]);
    expect(shown.filter(({ year }) => year < first.year)).toEqual([]);
    expect(
      shown.filter(({ year, gflops }) => year === first.year && gflops > first.gflops),
    ).toEqual([]);
    expect(times).toBeGreaterThan(1);
  }
});

test('where nothing came after, nothing is claimed', () => {
  expect(bestSinceFirst([{ name: 'a', year: 2010, gflops: 3 }])).toBeNull();
  expect(bestSinceFirst([])).toBeNull();
});
