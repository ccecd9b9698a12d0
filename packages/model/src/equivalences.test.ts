import { expect, test } from 'vitest';
import { equivalences } from './equivalences.ts';

test('100 kg in the units of the 2019 calculator', () => {
  // EPA 2019: 3.98e-4 t a mile, 9.05e-4 t a pound of coal, 0.060 t a seedling; 1 mile = 1.609344 km.
  const factors = [
    { id: 'car-km', name: '', unit: 'km', kgCo2ePerUnit: 0.398 / 1.609344, sourceId: '' },
    { id: 'coal-kg', name: '', unit: 'kg', kgCo2ePerUnit: 0.905 / 0.45359237, sourceId: '' },
    { id: 'seedling-10yr', name: '', unit: 'seedling', kgCo2ePerUnit: 60, sourceId: '' },
  ];
  const [car, coal, seedling] = equivalences(100, factors);
  expect(car?.value).toBeCloseTo(404.36, 2);
  expect(coal?.value).toBeCloseTo(50.121, 3);
  expect(seedling?.value).toBeCloseTo(1.6667, 4);
});

test('nothing emitted is nothing driven', () => {
  const factors = [{ id: 'car-km', name: '', unit: 'km', kgCo2ePerUnit: 0.25, sourceId: '' }];
  expect(equivalences(0, factors)[0]?.value).toBe(0);
});
