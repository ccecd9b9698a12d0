import { calculator } from '@ml-emissions/calculator/full';
import { expect, test } from 'vitest';
import { PIECES } from './pieces.ts';
import { ratesOfShape } from './rate-table.ts';
import { createShapes } from './shapes.ts';

const PLACES = [
  { country: 'FR' },
  { country: 'DE' },
  { country: 'US' },
  { country: 'BR' },
  { zone: 'US-CAL-CISO' },
  { provider: 'gcp', region: 'us-central1' },
];

/** How many stretches of hours up to four weeks have ranges that no polynomial follows. */
function openOf(place: object, edition: string): number {
  const shapes = createShapes(calculator, { edition });
  const run = JSON.stringify({
    hardware: [{ accelerator: 'A100 SXM4 80GB', count: 1 }],
    place,
    year: 2025,
    hours: 1,
  });
  const frame = shapes.frameOf(0, run);
  if ('problem' in frame) throw new Error(frame.problem);
  const shape = shapes.shapeOf(frame, run, 1);
  if ('problem' in shape) throw new Error(shape.problem);
  const all = PIECES.filter(({ hoursAt }) => hoursAt(0) < 672).map(({ index }) => index);
  return ratesOfShape(shape, all).filter(({ isClosed }) => !isClosed).length;
}

test.each(['2026.1', calculator.editions.current])(
  'ranges of jobs of one kind of chip follow from their hours, edition %s',
  (edition) => {
    for (const place of PLACES) expect([place, openOf(place, edition)]).toEqual([place, 0]);
  },
);

test('where the areas of a country bound its range, only the hours at which they begin to do so are left to the model', () => {
  expect(openOf({ country: 'JP' }, '2026.2')).toBe(2);
});
