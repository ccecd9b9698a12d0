import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { engineOf } from '../state/engine.ts';
import { paperPlaces } from './paper.ts';
import { regionSpots } from './places.ts';

// The page's parts ask the calculator that is held: here that over all tables.
engineOf(calculator);

test('every region of the paper lies in some part of the world', async () => {
  const paper = paperPlaces(await regionSpots());
  // As the paper's table lists them: 19 of these in the USA, which no table of ours calls so first.
  expect(paper).toHaveLength(calculator.catalogue('2019-paper').regions.length);
  expect(paper.filter(({ continent }) => continent === null)).toEqual([]);
  expect(paper.filter(({ continent }) => continent === 'NORTH-AMERICA')).toHaveLength(23);
});
