import { expect, test } from 'vitest';
import { operationalKgCo2e } from './operational.ts';

// As printed in each paper; `digit` is one unit of the last digit printed.
const printed = [
  {
    work: 'BLOOM-176B (Luccioni et al. 2022)',
    energyKwh: 433_196,
    carbonIntensityGPerKwh: 57,
    tCo2e: 24.69,
    digit: 0.01,
  },
  {
    work: 'LLaMA-33B (Touvron et al. 2023)',
    energyKwh: 233_000,
    carbonIntensityGPerKwh: 385,
    tCo2e: 90,
    digit: 1,
  },
];

test.each(printed)('$work: $tCo2e t as printed', ({ tCo2e, digit, ...use }) => {
  expect(Math.abs(operationalKgCo2e(use) / 1000 - tCo2e)).toBeLessThanOrEqual(digit / 2);
});
