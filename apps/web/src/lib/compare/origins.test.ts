import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import { originsOf } from './origins.ts';
import { paperPlaces } from './paper.ts';
import { placesOf, regionSpots } from './places.ts';

// The page's parts ask the calculator that is held: here that over all tables.
engineOf(calculator);

const parsed = calculator.parseRun({
  hardware: [{ accelerator: 'T4' }],
  hours: 10,
  place: { provider: 'gcp', region: 'us-central1' },
});
if (!parsed.ok) throw new Error('the run of this test is wrong');
const compared = calculator.compare(parsed.run, { regions: { provider: 'gcp' } });
if (!compared.ok) throw new Error('nothing to compare');

test('every source of a figure is named, the most used first, and the paper’s are the paper', async () => {
  const spots = await regionSpots();
  const places = placesOf(compared.comparison.options, spots);
  const origins = await originsOf(places, () => false);
  expect(origins?.[0]).toBe('em-annual-odbl');
  for (const id of origins ?? []) expect(calculator.catalogue().source(id)).toBeDefined();
  expect(await originsOf(paperPlaces(spots), () => false)).toEqual(['lacoste2019']);
  expect(await originsOf(places, () => true)).toBeNull();
});
