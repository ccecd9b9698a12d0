import { calculator } from '@ml-emissions/calculator/full';
import { expect, test, vi } from 'vitest';
import { engineOf } from '../../state/engine.ts';
import { gridOf, gridsOf } from './grids.ts';

vi.mock('../../text/places.ts', () => ({ placeName: (_: string, english: string) => english }));

// The page's parts ask the calculator that is held: here that over all tables.
engineOf(calculator);

function runOf(input: object) {
  const parsed = calculator.parseRun({
    hardware: [{ accelerator: 'T4' }],
    hours: 10,
    place: { provider: 'gcp', region: 'us-central1' },
    ...input,
  });
  if (!parsed.ok) throw new Error('the run of this test is wrong');
  return parsed.run;
}

test('a grid has the figure that a whole run there would have', () => {
  for (const zone of ['CA-QC', 'CN-GD', 'JP-TK', 'US-VA', 'FR', 'SG']) {
    const there = calculator.estimate(runOf({ place: { zone } }));
    const { value, year, scope, sourceId } = there.carbonIntensityGPerKwh;
    // How sure it is depends on how long the run took; a grid is looked at over a year.
    expect(gridOf(runOf({}), zone, 'now')).toMatchObject({ value, year, scope, sourceId });
  }
});

test('scope, edition and time are those of the run, the year that which is looked at', () => {
  const direct = gridOf(runOf({ scope: 'direct' }), 'DE', 'now');
  expect(direct?.scope).toBe('direct');
  expect(gridOf(runOf({ year: 2020 }), 'DE', 'now')?.year).toBe(2020);
  expect(gridOf(runOf({ start: '2022-05-01', end: '2022-05-02' }), 'DE', 2019)?.year).toBe(2019);
});

test('the paper has no grids, and an edition without them knows none', () => {
  expect(gridOf(runOf({}), 'DE', 'paper')).toBeNull();
  expect(gridOf({ ...runOf({}), edition: '2019-paper' }, 'DE', 'now')).toBeNull();
});

test('many are asked for at once, until nobody waits any more', async () => {
  const grids = await gridsOf(runOf({}), ['FR', 'DE', 'nowhere'], 'now', () => false);
  expect([...(grids?.keys() ?? [])]).toEqual(['FR', 'DE']);
  expect(await gridsOf(runOf({}), ['FR'], 'now', () => true)).toBeNull();
});
