import type { EstimateResult } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { takenWords } from './service-words.ts';

const SERVICE = { rung: 'energy-by-size', acceleratorsPerModel: 4 } as EstimateResult['service'];
const number = (step: string, value: number) => ({
  code: 'assumed' as const,
  step,
  value,
  gsd: null,
  ofExcess: false,
  what: { code: 'default' as const, id: step },
});

test('names what nobody told of a model in use, and nothing else that was assumed', () => {
  const assumed = [
    number('pue', 1.3),
    number('output-tokens', 400),
    { code: 'taken-in-16-bits' },
    { code: 'taken-on-h100' },
  ] as const;
  expect(takenWords({ service: SERVICE, run: {} as EstimateResult['run'], assumed })).toEqual([
    '400 tokens written',
    '4 chips a copy',
    '16 bits',
    'chips as H100',
  ]);
});

test('is empty where all is told, and where energy or time is', () => {
  const run = { service: { acceleratorsPerModel: 4 } } as EstimateResult['run'];
  expect(takenWords({ service: SERVICE, run, assumed: [number('pue', 1.3)] })).toEqual([]);
  const metered = { ...SERVICE, rung: 'metered-energy' } as EstimateResult['service'];
  expect(takenWords({ service: metered, run, assumed: [number('output-tokens', 4)] })).toEqual([]);
});
