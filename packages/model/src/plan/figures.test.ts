import { expect, test } from 'vitest';
import { methods } from '../methods/index.ts';
import { listed } from '../named-factor.ts';
import { quoted } from '../said.ts';
import { accelerator, emptyRun, factor, told } from '../testing.ts';
import { accountOf } from './account.ts';
import { energyKwh, energyParts, operationalKgCo2e } from './figures.ts';

const run = {
  ...emptyRun,
  accelerators: [accelerator(1000, 1, { idlePower: listed('idle', 'W', factor(100)) })],
  hostLoads: [
    {
      name: 'host',
      said: quoted('host'),
      isEnergy: false,
      product: [listed('h', 'W', factor(500))],
    },
  ],
  hours: told('hours', 'h', 10),
  idleHours: told('idle-hours', 'h', 5),
  overhead: listed('overhead', '1', factor(1.1)),
  pue: listed('pue', '1', factor(1.2)),
};

test('energy by where it goes', () => {
  // 10 + 5 + (0.5 + 2.5) = 18 kWh of components; 10 % of them; 20 % of 19.8
  const parts = energyParts(accountOf(methods.full, run));
  expect(parts).toEqual({
    accelerators: 10,
    host: 5,
    idle: 3,
    metered: 0,
    overhead: expect.closeTo(1.8, 12),
    facility: expect.closeTo(3.96, 12),
  });
});

test('links that are not there take nothing', () => {
  const bare = accountOf(methods.full, { ...run, overhead: null, pue: null });
  expect(energyParts(bare)).toMatchObject({ overhead: 0, facility: 0 });
  expect(energyKwh(bare)).toBe(18);
  expect(operationalKgCo2e(bare)).toBe(1.8);
});

test('an account of nothing has no energy and no emissions', () => {
  const none = accountOf(methods.full, emptyRun);
  expect([energyKwh(none), operationalKgCo2e(none)]).toEqual([0, 0]);
  expect(Object.values(energyParts(none))).toEqual([0, 0, 0, 0, 0, 0]);
});
