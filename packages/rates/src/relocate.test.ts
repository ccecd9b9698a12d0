import { methods } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { relocate } from './relocate.ts';
import { resolve } from './resolve.ts';
import { current, runOf, type Told } from './testing.ts';

const HERE = { provider: 'gcp', region: 'us-central1' };
const here = (more: Told = {}) =>
  runOf({ hardware: [{ accelerator: 'nvidia-t4', count: 2 }], hours: 10, place: HERE, ...more });

const OF_PLACE = ['pue', 'carbonIntensity', 'wue', 'gridWater', 'site', 'provider'] as const;

const OF_SCOPES = ['directIntensity', 'lifecycleIntensity', 'upstreamShare'] as const;

function moved(more: Told, back: Told = {}) {
  const from = here(back);
  const found = resolve(current, from, methods.full);
  const run = here({ ...back, ...more });
  return { ...relocate(current, found.run, run, found.machine, methods.full), run };
}

test.each([
  [{ place: { provider: 'aws', region: 'us-east-1' } }, 'hyperscale', 'aws'],
  [{ place: { country: 'FR' } }, null, null],
  [{ place: HERE }, 'hyperscale', 'gcp'],
] as const)(
  'to %j: what belongs to the place is as if the run had been there',
  (more, site, provider) => {
    const { run, ...there } = moved(more);
    const anew = resolve(current, run, methods.full).run;
    for (const name of OF_PLACE) {
      expect(there[name]).toEqual(anew[name]);
    }
    expect(there).toMatchObject({ site, provider });
  },
);

test('what belongs to the machine stays', () => {
  const from = resolve(current, here(), methods.full).run;
  const { run: _, ...there } = moved({ place: { country: 'FR' } });
  for (const name of OF_PLACE) expect([name, there[name]]).not.toEqual([name, from[name]]);
  expect([there.site, there.provider]).toEqual([null, null]);
  const ofMachine = (run: object) =>
    Object.entries(run).filter(([name]) => ![...OF_PLACE, ...OF_SCOPES].some((of) => of === name));
  expect(ofMachine(there)).toEqual(ofMachine(from));
});

test('how the grid there splits into scopes is not asked', () => {
  const { run: _, ...there } = moved({ place: { provider: 'aws', region: 'us-east-1' } });
  for (const name of OF_SCOPES) expect(there[name]).toBeNull();
});

test('where the method counts no PUE there is none there either', () => {
  const method = methods['lacoste-2019'];
  const found = resolve(current, here(), method);
  expect(found.run.pue).toBeNull();
  const run = here({ place: { country: 'FR' } });
  expect(relocate(current, found.run, run, found.machine, method).pue).toBeNull();
});

test('a provider that nobody lists is a cloud', () => {
  const there = moved({ place: { provider: 'nobody', region: 'x' }, carbonIntensityGPerKwh: 1 });
  expect(there).toMatchObject({ site: 'cloud', provider: 'nobody' });
});
