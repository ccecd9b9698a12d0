import { describe, expect, test } from 'vitest';
import { methods } from '../methods/index.ts';
import type { MethodName } from '../methods/names.ts';
import { listed } from '../named-factor.ts';
import type { ResolvedRun } from '../resolved-run.ts';
import { quoted } from '../said.ts';
import { accelerator, emptyRun, factor, intensityOf, told } from '../testing.ts';
import { accountOf } from './account.ts';
import { offsetFactor, receiptOf } from './receipt.ts';

const run: ResolvedRun = {
  ...emptyRun,
  accelerators: [accelerator(300, 8)],
  hours: told('hours', 'h', 10),
  pue: listed('pue', '1', factor(1.2, 1.1, 'pue', 'excess')),
  carbonIntensity: intensityOf(400, 1.3),
};
const receipt = (more: Partial<ResolvedRun> = {}, method: MethodName = 'full') =>
  receiptOf(accountOf(methods[method], { ...run, ...more }));
const lines = (more: Partial<ResolvedRun> = {}, method: MethodName = 'full') =>
  receipt(more, method).map(({ step, formula }) => [step, formula]);

test('each factor before the first step that uses it; what is passed on unchanged has no line', () => {
  expect(lines()).toEqual([
    ['tdp', ''],
    ['accelerator-energy', '8 chips x 300 W x 10 h / 1000'],
    ['pue', ''],
    ['facility-energy', '24 kWh x 1.2'],
    ['carbon-intensity', ''],
    ['operational-emissions', '28.799999999999997 kWh x 400 g CO2e/kWh / 1000'],
  ]);
});

test('a line names those that it stands on, through what was passed on', () => {
  const from = Object.fromEntries(receipt().map((line) => [line.step, line.from]));
  expect(from).toEqual({
    tdp: [],
    'accelerator-energy': ['tdp'],
    pue: [],
    'facility-energy': ['accelerator-energy', 'pue'],
    'carbon-intensity': [],
    'operational-emissions': ['facility-energy', 'carbon-intensity'],
  });
});

test('a factor’s line has all that is known of it, a computed one its arithmetic as data', () => {
  const pue = receipt().find(({ step }) => step === 'pue');
  expect(pue).toEqual({
    step: 'pue',
    value: 1.2,
    unit: '1',
    formula: '',
    operands: [],
    rounded: null,
    kind: 'sourced',
    from: [],
    sourceId: null,
    year: null,
    confidence: null,
    said: null,
    gsd: 1.1,
  });
  const energy = receipt().find(({ step }) => step === 'accelerator-energy');
  expect(energy).toEqual({
    step: 'accelerator-energy',
    value: 24,
    unit: 'kWh',
    formula: '8 chips x 300 W x 10 h / 1000',
    operands: [
      { by: 'times', value: 8, unit: 'chips', of: null },
      { by: 'times', value: 300, unit: 'W', of: null },
      { by: 'times', value: 10, unit: 'h', of: null },
      { by: 'over', value: 1000, unit: '1', of: null },
    ],
    rounded: null,
    kind: 'modeled',
    from: ['tdp'],
    sourceId: null,
    year: null,
    confidence: null,
    said: quoted('chip'),
    gsd: null,
  });
});

test('a sum alone names its steps; a sum with a factor shows what they come to', () => {
  const two = {
    accelerators: [accelerator(300, 8, { at: '-1' }), accelerator(100, 1, { at: '-2' })],
    pue: null,
  };
  expect(lines(two)).toContainEqual([
    'components-energy',
    'accelerator-energy-1 + accelerator-energy-2',
  ]);
  const components = receipt(two).find(({ step }) => step === 'components-energy');
  expect(components?.operands).toEqual([
    { by: 'plus', value: 24, unit: 'kWh', of: 'accelerator-energy-1' },
    { by: 'plus', value: 1, unit: 'kWh', of: 'accelerator-energy-2' },
  ]);
  expect(lines(two).at(-1)).toEqual(['operational-emissions', '25 kWh x 400 g CO2e/kWh / 1000']);
  expect(receipt(two).at(-1)?.from).toEqual(['components-energy', 'carbon-intensity']);
});

test('one factor up and one down change a figure: it has a line', () => {
  const account = accountOf(methods.full, { ...run, pue: null });
  const steps = account.steps.map((step) =>
    step.name === 'it-energy'
      ? {
          ...step,
          times: [listed('up', '1', factor(2))],
          over: [listed('down', '1', factor(2))],
        }
      : step,
  );
  expect(
    receiptOf({ ...account, steps }).map(({ step, formula }) => [step, formula]),
  ).toContainEqual(['it-energy', '24 kWh x 2 / 2']);
});

test('a factor that several steps use is listed once', () => {
  const hours = listed('hours', 'h', factor(10, 1.2, 'hours'));
  const two = {
    accelerators: [accelerator(300, 8, { at: '-1' }), accelerator(100, 1, { at: '-2' })],
    hours,
  };
  expect(receipt(two).filter(({ step }) => step === 'hours')).toHaveLength(1);
  expect(receipt(two).find(({ step }) => step === 'accelerator-energy-2')?.from).toEqual([
    'tdp',
    'hours',
  ]);
});

test('what divides is over: a PUE that the meter saw, a service life', () => {
  const metered = {
    accelerators: [],
    energyScope: 'facility' as const,
    energy: listed('energy', 'kWh', factor(60)),
    embodiedParts: [
      {
        name: 'chip',
        said: quoted('chip'),
        product: [listed('chip-made', 'kg CO2e', factor(100))],
      },
    ],
    serviceLife: listed('service-life', 'years', factor(5)),
    averageUse: listed('average-use', '1', factor(0.5)),
  };
  expect(lines(metered)).toEqual([
    ['energy', ''],
    ['metered-energy', '60 kWh'],
    ['pue', ''],
    ['it-energy', '60 kWh / 1.2'],
    ['carbon-intensity', ''],
    ['operational-emissions', '60 kWh x 400 g CO2e/kWh / 1000'],
    ['chip-made', ''],
    ['service-life', ''],
    ['average-use', ''],
    ['chip-embodied', '100 kg CO2e x 10 h / 5 years / 0.5 / 8760'],
    ['total-emissions', 'operational-emissions + chip-embodied'],
  ]);
  expect(
    receipt(metered)
      .at(-1)
      ?.operands.map(({ of }) => of),
  ).toEqual(['operational-emissions', 'chip-embodied']);
});

describe('rounded steps', () => {
  const rounded = (kind: 'sourced' | 'given') =>
    receipt(
      { pue: null, hours: told('hours', 'h', 0.017), carbonIntensity: intensityOf(569.9, 1, kind) },
      'mlco2-compat',
    );

  test('have lines of their own, which say how', () => {
    expect(
      rounded('sourced').map(({ step, value, formula, rounded: by }) => [
        step,
        value,
        by?.code ?? formula,
      ]),
    ).toEqual([
      ['tdp', 300, ''],
      ['accelerator-energy', 0.0408, '8 chips x 300 W x 0.017 h / 1000'],
      ['rounded-energy', 0.04, 'to-hundredths'],
      ['carbon-intensity', 569.9, ''],
      ['rounded-intensity', 0.57, 'cut-to-grams'],
      ['operational-emissions', 0.02, '0.04 kWh x 0.57 kg CO2e/kWh'],
    ]);
    expect(rounded('sourced').map(({ from }) => from)).toEqual([
      [],
      ['tdp'],
      ['accelerator-energy'],
      [],
      ['carbon-intensity'],
      ['rounded-energy', 'rounded-intensity'],
    ]);
    expect(rounded('sourced')[4]).toMatchObject({
      unit: 'kg CO2e/kWh',
      kind: 'modeled',
      operands: [],
    });
  });

  test('an intensity that was typed in is not rounded', () => {
    expect(rounded('given').find(({ step }) => step === 'rounded-intensity')).toMatchObject({
      value: 0.5699,
      formula: '',
      rounded: { code: 'kg-as-typed' },
    });
  });
});

test('a claim is a factor of unknown spread; none where nothing is claimed', () => {
  const claim = {
    fraction: 0.5,
    kind: 'sourced',
    sourceId: 's',
    year: 2020,
    said: quoted('n'),
  } as const;
  expect(offsetFactor(claim)).toEqual({
    name: 'offset-fraction',
    unit: '1',
    inline: false,
    field: '/offsetFraction',
    quantity: null,
    factor: {
      value: 0.5,
      kind: 'sourced',
      sourceId: 's',
      year: 2020,
      confidence: null,
      said: quoted('n'),
      gsd: null,
      spreadOf: 'value',
      key: 'offset',
    },
  });
  expect(offsetFactor({ ...claim, fraction: null })).toBeNull();
  expect(offsetFactor({ ...claim, fraction: 0 })?.factor.value).toBe(0);
});
