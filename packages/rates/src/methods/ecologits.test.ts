import { accountOf, energyParts, figureOf, methods, type Run } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { ownKeys } from '../question.ts';
import { resolve } from '../resolve.ts';
import { servedRun } from '../serve/served.ts';
import { current, runOf } from '../testing.ts';

const LLAMA: Partial<Run> = {
  model: { parameters: 70e9 },
  service: { outputTokens: 1000 },
  carbonIntensityGPerKwh: 383.55,
  pue: 1.2,
  method: 'ecologits-2026',
};

function accountFor(run: Partial<Run>) {
  const whole = runOf(run);
  const served = servedRun(current, whole, ownKeys);
  if (!served || 'field' in served) throw new Error('not served');
  const method = methods['ecologits-2026'];
  const { run: resolved } = resolve(current, served.run, method, ownKeys, { served });
  return accountOf(method, resolved);
}

test('70 billion parameters in 16 bits, 1,000 tokens: four chips, as its own calculator says', () => {
  const account = accountFor(LLAMA);
  expect(figureOf(account, 'energyKwh')).toBeCloseTo(0.6575e-3, 7);
  expect(figureOf(account, 'operationalKgCo2e')).toBeCloseTo(0.2522e-3, 7);
  expect(figureOf(account, 'embodiedKgCo2e')).toBeCloseTo(0.0503e-3, 7);
  // 4 x (1.16653e-6 x e^(-0.0112059 x 64) x 70 + 4.05293e-5) W h
  expect(energyParts(account).accelerators).toBeCloseTo(0.32155e-3, 7);
});

test('what is in use for a token decides the time, all of it the chips', () => {
  const model = { parameters: 70e9, activeParameters: 7e9 };
  const sparse = accountFor({ ...LLAMA, model });
  const dense = accountFor({ ...LLAMA, model: { parameters: 7e9 } });
  const parts = [sparse, dense].map((account) => energyParts(account).accelerators);
  expect((parts[0] ?? 0) / (parts[1] ?? 1)).toBeCloseTo(4, 9);
});

test('in proportion to the tokens, the grid and the PUE', () => {
  const kg = (changed: Partial<Run>) =>
    figureOf(accountFor({ ...LLAMA, ...changed }), 'operationalKgCo2e') ?? 0;
  const one = kg({});
  expect(kg({ service: { outputTokens: 3000 } })).toBeCloseTo(3 * one, 12);
  expect(kg({ carbonIntensityGPerKwh: 767.1 })).toBeCloseTo(2 * one, 12);
  expect(kg({ pue: 1.8 })).toBeCloseTo(1.5 * one, 12);
  expect(kg({ repeats: 2 })).toBeCloseTo(2 * one, 12);
});

test('tells nothing of what writes no tokens', () => {
  const service = { images: 5 };
  expect(figureOf(accountFor({ ...LLAMA, service }), 'operationalKgCo2e')).toBeNull();
});
