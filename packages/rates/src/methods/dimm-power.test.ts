import { expect, test } from 'vitest';
import { current } from '../testing.ts';
import { dimmPowerW } from './dimm-power.ts';

// Modules that the rule takes, at 5 W for each of the first 4, 4.5 to the 8th, 4 to the 16th, 3.5 beyond.
const table = [
  { gb: 2, modules: 1, watts: 10 },
  { gb: 16, modules: 2, watts: 10 },
  { gb: 64, modules: 4, watts: 20 },
  { gb: 128, modules: 8, watts: 38 },
  { gb: 129, modules: 9, watts: 42 },
  { gb: 256, modules: 8, watts: 38 },
  { gb: 1024, modules: 8, watts: 38 },
  { gb: 2048, modules: 16, watts: 70 },
  { gb: 8192, modules: 32, watts: 126 },
];

test.each(table)('$gb GB: $modules modules, $watts W', ({ gb, watts }) => {
  expect(dimmPowerW(current, gb)).toBeCloseTo(watts, 10);
});
