import { describe, expect, test } from 'vitest';
import type { MethodSpec } from '../method.ts';
import { methods } from '../methods/index.ts';
import type { MethodName } from '../methods/names.ts';
import { listed, type NamedFactor } from '../named-factor.ts';
import type { ResolvedRun } from '../resolved-run.ts';
import { quoted } from '../said.ts';
import { accelerator, emptyRun, factor, intensityOf, told } from '../testing.ts';
import { accountOf, figureOf, stepOfFigure } from './account.ts';

const line = (name: string, unit: string, value: number): NamedFactor =>
  listed(name, unit, factor(value, 1, name));

/** Two kinds of chips, a host, idle time, manufacture and everything beside. */
const whole: ResolvedRun = {
  ...emptyRun,
  accelerators: [
    accelerator(300, 8, { at: '-1', label: 'A', idlePower: line('idle-power-1', 'W', 50) }),
    accelerator(100, 2, { at: '-2', label: 'B', idlePower: line('idle-power-2', 'W', 10) }),
  ],
  hostLoads: [
    {
      name: 'cpu',
      said: quoted('processor'),
      isEnergy: false,
      product: [line('cpu-power', 'W', 200)],
    },
    {
      name: 'memory',
      said: quoted('memory'),
      isEnergy: false,
      product: [line('memory', 'GB', 10), line('rate', 'W/GB', 4)],
    },
  ],
  embodiedParts: [
    {
      name: 'chip',
      said: quoted('A'),
      product: [told('count', 'chips', 8), line('chip-made', 'kg CO2e', 100)],
    },
    { name: 'server', said: quoted('server'), product: [line('server-made', 'kg CO2e', 2000)] },
  ],
  hours: told('hours', 'h', 10),
  repeats: told('repeats', 'repeats', 3),
  idleHours: told('idle-hours', 'h', 5),
  hostIdleShare: line('host-idle-share', '1', 0.5),
  overhead: line('overhead', '1', 1.1),
  pue: line('pue', '1', 1.2),
  carbonIntensity: intensityOf(400),
  marketIntensity: line('market-intensity', 'g CO2e/kWh', 50),
  offset: line('offset-fraction', '1', 0.25),
  serviceLife: line('service-life', 'years', 5),
  averageUse: line('average-use', '1', 0.5),
  wue: line('wue', 'L/kWh', 0.4),
  gridWater: line('grid-water', 'L/kWh', 3),
};

const account = (run: ResolvedRun, name: MethodName = 'full') => accountOf(methods[name], run);
const values = (run: ResolvedRun, name: MethodName = 'full') =>
  Object.fromEntries(account(run, name).steps.map((step) => [step.name, step.value]));

describe('full, step by step', () => {
  test('in their order: what a member does comes together, then the chain', () => {
    expect(account(whole).steps.map(({ name }) => name)).toEqual([
      'accelerator-energy-1',
      'accelerator-energy-2',
      'cpu-energy',
      'memory-energy',
      'idle-energy-1',
      'idle-energy-2',
      'cpu-idle-energy',
      'memory-idle-energy',
      'components-energy',
      'it-energy',
      'facility-energy',
      'operational-emissions',
      'offset-claimed',
      'market-based-emissions',
      'chip-embodied',
      'chip-embodied-idle',
      'server-embodied',
      'server-embodied-idle',
      'embodied-emissions',
      'total-emissions',
      'water-on-site',
      'water-off-site',
    ]);
  });

  test('each by hand', () => {
    const expected = {
      // 8 x 300 W x 10 h x 3 / 1000
      'accelerator-energy-1': 72,
      'accelerator-energy-2': 6,
      // 200 W x 10 h x 3 / 1000
      'cpu-energy': 6,
      'memory-energy': 1.2,
      // 8 x 50 W x 5 h x 3 / 1000
      'idle-energy-1': 6,
      'idle-energy-2': 0.3,
      // 200 W x 0.5 x 5 h x 3 / 1000
      'cpu-idle-energy': 1.5,
      'memory-idle-energy': 0.3,
      'components-energy': 93.3,
      // x 1.1
      'it-energy': 102.63,
      // x 1.2
      'facility-energy': 123.156,
      // x 400 / 1000
      'operational-emissions': 49.2624,
      // x 0.25
      'offset-claimed': 12.3156,
      // 123.156 x 50 / 1000
      'market-based-emissions': 6.1578,
      // 8 x 100 kg x 10 h x 3 / (5 x 8760 x 0.5)
      'chip-embodied': 24_000 / 21_900,
      'chip-embodied-idle': 12_000 / 21_900,
      'server-embodied': 60_000 / 21_900,
      'server-embodied-idle': 30_000 / 21_900,
      'embodied-emissions': 126_000 / 21_900,
      'total-emissions': 49.2624 + 126_000 / 21_900,
      // 102.63 x 0.4, 123.156 x 3
      'water-on-site': 41.052,
      'water-off-site': 369.468,
    };
    const got = values(whole);
    expect(Object.keys(got).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, value] of Object.entries(expected))
      expect(got[name], name).toBeCloseTo(value, 9);
  });

  test('a step says what it is, of what, by what and over what', () => {
    const [first] = account(whole).steps;
    expect(first).toMatchObject({
      said: quoted('A'),
      unit: 'kWh',
      aspect: 'power',
      family: 'energy',
      part: 'accelerators',
      figure: null,
      rounding: null,
      of: [],
      over: [],
      per: 1000,
    });
    expect(first?.times.map(({ name }) => name)).toEqual(['count', 'tdp', 'hours', 'repeats']);
    const step = (name: string) => account(whole).steps.find((one) => one.name === name);
    expect(step('idle-energy-2')).toMatchObject({
      said: { code: 'idle-time-of', what: quoted('B') },
      aspect: 'idle',
      part: 'idle',
    });
    expect(step('components-energy')?.of).toHaveLength(8);
    expect(step('it-energy')).toMatchObject({
      of: ['components-energy'],
      per: 1,
      part: null,
      family: null,
      said: null,
    });
    expect(step('chip-embodied')?.over.map(({ name }) => name)).toEqual([
      'service-life',
      'average-use',
    ]);
    expect(step('operational-emissions')?.said).toEqual({ code: 'location-based' });
    expect(step('total-emissions')).toMatchObject({
      of: ['operational-emissions', 'embodied-emissions'],
      figure: 'totalKgCo2e',
      said: { code: 'operational-and-embodied' },
    });
  });
});

describe('what is not there', () => {
  test('passes a link of the chain on, or takes its step away', () => {
    const bare = {
      ...whole,
      repeats: null,
      idleHours: null,
      overhead: null,
      pue: null,
      marketIntensity: null,
      offset: null,
      wue: null,
      gridWater: null,
      embodiedParts: [],
    };
    const got = values(bare);
    expect(got['it-energy']).toBe(got['components-energy']);
    expect(got['facility-energy']).toBe(got['components-energy']);
    expect(got['total-emissions']).toBe(got['operational-emissions']);
    for (const name of [
      'idle-energy-1',
      'offset-claimed',
      'market-based-emissions',
      'embodied-emissions',
      'water-on-site',
      'water-off-site',
    ]) {
      expect(got).not.toHaveProperty(name);
    }
    expect(figureOf(account(bare), 'embodiedKgCo2e')).toBeNull();
    expect(stepOfFigure(account(bare), 'embodiedKgCo2e')).toBeUndefined();
    expect(figureOf(account(bare), 'energyKwh')).toBe(got['facility-energy']);
  });

  test('an accelerator without a power has no energy; nothing that draws any, no figure', () => {
    const [, second] = whole.accelerators;
    const without = {
      ...whole,
      accelerators: [accelerator(300, 8, { power: null }), ...(second ? [second] : [])],
    };
    expect(Object.keys(values(without))).not.toContain('accelerator-energy');
    expect(values(without)['accelerator-energy-2']).toBe(6);
    const nothing = values({ ...emptyRun, embodiedParts: whole.embodiedParts });
    expect(nothing).toEqual({});
  });

  test('idle hosts without an idle share draw what they draw', () => {
    expect(values({ ...whole, hostIdleShare: null })['cpu-idle-energy']).toBeCloseTo(3, 12);
  });
});

describe('beside a meter', () => {
  const metered = (energyScope: ResolvedRun['energyScope'], name: MethodName = 'full') =>
    account({ ...whole, energyScope, energy: line('energy', 'kWh', 50) }, name);
  const energies = (scope: ResolvedRun['energyScope'], name: MethodName = 'full') =>
    Object.fromEntries(
      metered(scope, name)
        .steps.filter(({ family }) => family === 'energy')
        .map(({ name: step, part, value }) => [step, `${part} ${Number(value.toFixed(6))}`]),
    );
  // 50 kWh x 3
  const HOST = { 'cpu-energy': 'host 6', 'memory-energy': 'host 1.2' };
  const IDLE = {
    'idle-energy-1': 'idle 6',
    'idle-energy-2': 'idle 0.3',
    'cpu-idle-energy': 'idle 1.5',
    'memory-idle-energy': 'idle 0.3',
  };

  test.each([
    ['accelerators', { 'metered-energy': 'accelerators 150', ...HOST, ...IDLE }],
    ['components', { 'metered-energy': 'metered 150', ...HOST }],
    ['it', { 'metered-energy': 'metered 150' }],
    ['facility', { 'metered-energy': 'metered 150' }],
  ] as const)('of %s: what it saw, and what it left out', (scope, expected) => {
    expect(energies(scope)).toEqual(expected);
  });

  test('codecarbon-constant adds a host to accelerators only; patterson-2021 nothing', () => {
    expect(energies('accelerators', 'codecarbon-constant')).toEqual({
      'metered-energy': 'accelerators 150',
      ...HOST,
    });
    expect(energies('components', 'codecarbon-constant')).toEqual({
      'metered-energy': 'metered 150',
    });
    expect(energies('accelerators', 'patterson-2021')).toEqual({ 'metered-energy': 'metered 150' });
  });

  test('of the facility: its PUE is in it, and the machine’s energy without it', () => {
    const figures = (scope: ResolvedRun['energyScope']) =>
      (['componentsKwh', 'itEnergyKwh', 'energyKwh'] as const).map((one) =>
        figureOf(metered(scope), one),
      );
    const [components, it, facility] = figures('facility');
    expect([components, facility]).toEqual([150, 150]);
    expect(it).toBeCloseTo(125, 12);
    // x 1.1, x 1.2
    const [, itOfMachine, ofMachine] = figures('it');
    expect(itOfMachine).toBeCloseTo(165, 12);
    expect(ofMachine).toBeCloseTo(198, 12);
  });

  test('energy that a host follows from is energy already', () => {
    const run = {
      ...whole,
      hours: null,
      idleHours: null,
      energyScope: 'accelerators' as const,
      energy: line('energy', 'kWh', 50),
      hostLoads: [
        {
          name: 'host',
          said: quoted('host'),
          isEnergy: true,
          product: [line('energy', 'kWh', 50), line('host-share', '1', 0.4)],
        },
      ],
    };
    // 50 kWh x 0.4 x 3
    expect(values(run)['host-energy']).toBeCloseTo(60, 12);
  });
});

describe('other methods', () => {
  test('lacoste-2019 and mlco2-compat count accelerators only', () => {
    const names = account(
      { ...whole, overhead: null, pue: null, embodiedParts: [] },
      'lacoste-2019',
    ).steps.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual([
      'accelerator-energy-1',
      'accelerator-energy-2',
      'components-energy',
    ]);
    expect(account(whole, 'lacoste-2019').hasRange).toBe(false);
    expect(account(whole).hasRange).toBe(true);
  });

  test('cloud-carbon-footprint has memory as energy of a GB and hour, and one server over hours', () => {
    const run: ResolvedRun = {
      ...emptyRun,
      hours: told('hours', 'h', 10),
      repeats: told('repeats', 'repeats', 2),
      hostLoads: [
        { name: 'cpu', said: quoted('cpu'), isEnergy: false, product: [line('cpu', 'W', 100)] },
        {
          name: 'memory',
          said: quoted('memory'),
          isEnergy: true,
          product: [line('memory', 'GB', 50), line('rate', 'kWh/GBh', 0.0004)],
        },
      ],
      embodiedParts: [
        { name: 'server', said: quoted('server'), product: [line('server-made', 'kg CO2e', 1000)] },
      ],
      serviceLife: line('server-life', 'h', 40_000),
    };
    const got = values(run, 'cloud-carbon-footprint');
    // 100 W x 10 h x 2 / 1000; 50 x 0.0004 x 10 h x 2; 1000 kg x 10 h x 2 / 40,000 h
    expect(got).toMatchObject({ 'cpu-energy': 2, 'memory-energy': 0.4, 'server-embodied': 0.5 });
  });

  test('mlco2-compat rounds energy, intensity and emissions', () => {
    const run = {
      ...emptyRun,
      accelerators: [accelerator(283)],
      hours: told('hours', 'h', 40.005),
      carbonIntensity: intensityOf(569.9),
      offset: line('offset-fraction', '1', 0.333),
    };
    // 11.321415 -> 11.32 kWh; 569.9 -> 569 -> 0.57 kg/kWh; 6.4524 -> 6.45 kg; x 0.333 = 2.14785 -> 2.15
    expect(values(run, 'mlco2-compat')).toMatchObject({
      'accelerator-energy': 11.321415,
      'facility-energy': 11.32,
      'operational-emissions': 6.45,
      'offset-claimed': 2.15,
    });
    const typed = { ...run, carbonIntensity: intensityOf(569.9, 1, 'given') };
    // 11.32 x 0.5699 = 6.451268
    expect(values(typed, 'mlco2-compat')['operational-emissions']).toBe(6.45);
    expect(
      values({ ...typed, carbonIntensity: intensityOf(564.9, 1, 'given') }, 'mlco2-compat')[
        'operational-emissions'
      ],
    ).toBe(6.39);
  });
});

test('a step of a method that sums no earlier one is not taken', () => {
  const spec: MethodSpec<MethodName> = {
    ...methods.full,
    steps: [{ name: 'alone', unit: 'kWh', aspect: 'power', of: ['nothing'], times: ['hours'] }],
  };
  expect(accountOf(spec, whole).steps).toEqual([]);
});
