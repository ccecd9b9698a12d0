import { expect, test } from 'vitest';
import { counts } from './footprints.ts';
import { kindsOf } from './kinds.ts';
import data from './validation.json';

const row = (name: string, covered = 1, runs = 10) => ({ name, runs, covered });

test('a total is no kind, nor is a part of another; of one name the last counts', () => {
  const kinds = kindsOf([
    row('vision-inference, cpu'),
    row('vision-inference, cpu, load told'),
    row('all'),
    row('components metered'),
    row('edge device, batched', 0.5),
    row('edge device, batched', 0.9),
    row('edge device, all'),
    row('workstation, all', 1, 1),
  ]);
  expect(kinds).toEqual([
    row('vision-inference, cpu'),
    row('edge device, batched', 0.9),
    row('workstation', 1, 1),
  ]);
});

test('of the validation each run is of one kind', () => {
  const kinds = kindsOf([...data.meters, ...data.classes]);
  expect(kinds.filter(({ name }) => /\ball\b|told|components/.test(name))).toEqual([]);
  // The desktop: CPU, GPU, LLM.
  const desktop = kindsOf(data.meters).filter(({ name }) => !name.startsWith('servers'));
  expect(desktop.reduce((sum, { runs }) => sum + runs, 0)).toBe(
    data.meters.find(({ name }) => name === 'all')?.runs,
  );
});

test('footprints, those of a second method and energies are all that was recomputed', () => {
  const { footprints, again, energies, all } = counts;
  expect(footprints + again + energies).toBe(all);
  expect(all).toBe(data.published.length);
});
