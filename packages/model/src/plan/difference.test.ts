import { expect, test } from 'vitest';
import { methods } from '../methods/index.ts';
import type { MethodName } from '../methods/names.ts';
import { listed } from '../named-factor.ts';
import type { ResolvedRun } from '../resolved-run.ts';
import { quoted } from '../said.ts';
import { accelerator, emptyRun, factor, intensityOf, told } from '../testing.ts';
import { accountOf } from './account.ts';
import { differenceOf, totalOf } from './difference.ts';

const bare: ResolvedRun = {
  ...emptyRun,
  accelerators: [accelerator(1000, 1, { idlePower: listed('idle', 'W', factor(100)) })],
  hours: told('hours', 'h', 10),
  carbonIntensity: intensityOf(100),
};
const account = (run: Partial<ResolvedRun>, name: MethodName = 'full') =>
  accountOf(methods[name], { ...bare, ...run });
const parts = (from: Partial<ResolvedRun>, to: Partial<ResolvedRun>) =>
  differenceOf(account(from), account(to)).map(({ aspect, kgCo2e }) => [
    aspect,
    Number(kgCo2e.toFixed(9)),
  ]);

const host = [
  { name: 'host', said: quoted('host'), isEnergy: false, product: [listed('h', 'W', factor(500))] },
];
const life = {
  serviceLife: listed('l', 'years', factor(5)),
  averageUse: listed('u', '1', factor(1)),
};
const embodiedParts = [
  { name: 'chip', said: quoted('chip'), product: [listed('made', 'kg CO2e', factor(4380))] },
];

test('the same account differs in nothing', () => {
  expect(parts({}, {})).toEqual([]);
});

test('one part after the other, in a fixed order, each on what came before', () => {
  expect(
    parts(
      {},
      {
        accelerators: [accelerator(2000, 1, { idlePower: listed('idle', 'W', factor(100)) })],
        hostLoads: host,
        idleHours: told('idle-hours', 'h', 10),
        overhead: listed('o', '1', factor(1.1)),
        pue: listed('pue', '1', factor(2)),
        carbonIntensity: intensityOf(200),
        embodiedParts,
        ...life,
      },
    ),
  ).toEqual([
    // 10 more kWh at 100 g
    ['power', 1],
    // 5 kWh of the host
    ['host', 0.5],
    // 1 kWh of idle chips, 5 of the host
    ['idle', 0.6],
    // 10 % of 31 kWh
    ['overhead', 0.31],
    // 34.1 kWh once more
    ['pue', 3.41],
    // 68.2 kWh at 100 g more
    ['intensity', 6.82],
    // 4380 kg x (10 + 10) h / (5 x 8760 h)
    ['embodied', 2],
  ]);
});

test('and back again, each with its sign', () => {
  const more = { hostLoads: host, pue: listed('pue', '1', factor(2)), embodiedParts, ...life };
  expect(parts(more, {})).toEqual([
    ['host', -1],
    ['pue', -1],
    ['embodied', -1],
  ]);
});

test('nothing is left between one that counts chips only and one that counts a host only', () => {
  // 10 kWh of the chip go, 5 of the host come
  expect(parts({}, { accelerators: [], hostLoads: host })).toEqual([
    ['power', -1],
    ['host', 0.5],
  ]);
});

test('rounding is taken away first and put on last', () => {
  const run = { hours: told('hours', 'h', 0.0123), carbonIntensity: intensityOf(444.4) };
  const from = account(run, 'mlco2-compat');
  const to = account(run, 'lacoste-2019');
  // 0.0123 kWh -> 0.01 x 0.44 = 0.0044 -> 0 kg; exactly 0.0123 x 0.4444 = 0.00546612 kg
  expect(differenceOf(from, to)).toEqual([
    { aspect: 'rounding-removed', kgCo2e: expect.closeTo(0.00546612, 12) },
  ]);
  expect(differenceOf(to, from)).toEqual([
    { aspect: 'rounding', kgCo2e: expect.closeTo(-0.00546612, 12) },
  ]);
});

test('a method of a meter against one without: the energy is another, and so is what stands on it', () => {
  const to = {
    energyScope: 'facility' as const,
    energy: listed('energy', 'kWh', factor(60)),
    pue: listed('pue', '1', factor(1.5)),
  };
  const found = differenceOf(account({ pue: listed('pue', '1', factor(1.2)) }), account(to));
  const sum = found.reduce((all, { kgCo2e }) => all + kgCo2e, 0);
  expect(sum).toBeCloseTo(totalOf(account(to)) - 1.2, 12);
  expect(found.map(({ aspect }) => aspect)).toEqual(['power', 'pue']);
});

test('the total of an account of nothing is 0', () => {
  expect(totalOf(accountOf(methods.full, emptyRun))).toBe(0);
});
