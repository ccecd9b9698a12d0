import { quoted } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { coefficient, coefficientFactor, constantFactor, knownCoefficient } from './coefficient.ts';
import { defaultFactor, defaultGsd, derived, hasDefaults, needed } from './default.ts';
import { current, defaultsBut, editionWith, paper } from './testing.ts';

test('a default has the spread, the first source and the key of its row', () => {
  expect(defaultFactor(current, 'host.sxm')).toEqual({
    value: 0.27,
    kind: 'sourced',
    sourceId: 'latif-2025',
    year: null,
    confidence: 'derived',
    said: { code: 'default', id: 'host.sxm' },
    gsd: 1.4,
    spreadOf: 'value',
    key: 'host.sxm',
  });
  expect(defaultFactor(current, 'overhead.server', quoted('losses'))).toMatchObject({
    said: quoted('losses'),
    spreadOf: 'excess',
  });
  const unsourced = editionWith({
    defaults: current.defaults.map((row) => ({ ...row, sourceIds: [] })),
  });
  expect(defaultFactor(unsourced, 'host.sxm')?.sourceId).toBeNull();
});

test('an edition without it has none; what must be there is asked for by name', () => {
  expect(defaultFactor(current, 'host.abacus')).toBeNull();
  expect(() => needed(current, 'host.abacus')).toThrow(
    `defaults.csv of edition ${current.id} has no host.abacus`,
  );
  expect(needed(current, 'host.sxm', quoted('n'))).toEqual(
    defaultFactor(current, 'host.sxm', quoted('n')),
  );
  expect(defaultGsd(current, 'host.sxm')).toBe(1.4);
  expect(defaultGsd(current, 'host.abacus')).toBe(1);
  const { defaults } = defaultsBut({ 'host.sxm': {} });
  const unsure = defaults.map((row) => (row.id === 'host.sxm' ? { ...row, gsd: null } : row));
  expect(defaultGsd(editionWith({ defaults: unsure }), 'host.sxm')).toBe(1);
  expect([current, paper].map(hasDefaults)).toEqual([true, false]);
  expect(hasDefaults(editionWith({ defaults: current.defaults.slice(0, 1) }))).toBe(true);
});

test('a derived number keeps where it comes from', () => {
  const from = needed(current, 'host.sxm');
  expect(derived(5, from, quoted('n'))).toEqual({ ...from, value: 5, said: quoted('n') });
});

test('a coefficient is exact; the same constant of one source is the same unknown', () => {
  expect(coefficient(current, 'server.sockets')).toBe(2);
  expect(knownCoefficient(current, 'server.sockets')).toBe(2);
  expect(knownCoefficient(current, 'server.wheels')).toBeUndefined();
  expect(() => coefficient(current, 'server.wheels')).toThrow(
    `coefficients.csv of edition ${current.id} has no server.wheels`,
  );
  expect(coefficientFactor(current, 'sci.lifespan-years', { code: 'server-lifespan' })).toEqual(
    constantFactor(4, 'gsf-if', { code: 'server-lifespan' }),
  );
  expect(constantFactor(4, 'gsf-if', { code: 'server-lifespan' })).toEqual({
    value: 4,
    kind: 'sourced',
    sourceId: 'gsf-if',
    year: null,
    confidence: 'stated',
    said: { code: 'server-lifespan' },
    gsd: 1,
    spreadOf: 'value',
    key: 'gsf-if:server-lifespan:4',
  });
});
