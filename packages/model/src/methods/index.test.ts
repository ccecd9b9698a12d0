import { describe, expect, test } from 'vitest';
import { methods } from './index.ts';
import { METHODS } from './names.ts';

const all = Object.values(methods);

test('every name has its method, in the order in which they are shown', () => {
  expect(all.map(({ name }) => name)).toEqual([...METHODS]);
  expect(Object.keys(methods)).toEqual([...METHODS]);
});

describe.each(all)('$name', ({ name, steps, ladders }) => {
  test('its steps sum only steps that stand before them', () => {
    const before = new Set<string>();
    for (const { name: step, of = [] } of steps) {
      for (const one of of) {
        // A total has both of its parts or the one that is there.
        if (step !== 'total-emissions' || one !== 'embodied-emissions')
          expect(before).toContain(one);
      }
      before.add(step);
    }
  });

  test('it has a step for each figure of energy and emissions', () => {
    const figures = steps.map(({ figure }) => figure);
    for (const figure of [
      'componentsKwh',
      'itEnergyKwh',
      'energyKwh',
      'operationalKgCo2e',
      'totalKgCo2e',
    ]) {
      expect(figures).toContain(figure);
    }
  });

  test('it reads what its ladders find, and nothing else', () => {
    const reads = (part: 'energy' | 'wue') =>
      steps.some(({ times = [] }) => times.some((one) => one === part || one === `${part}?`));
    const loads = steps.some(({ each }) => each === 'hostLoads');
    const parts = steps.some(({ each }) => each === 'embodiedParts');
    expect(reads('energy')).toBe(ladders.meter);
    expect(reads('wue')).toBe(ladders.water);
    expect(loads).toBe(ladders.host !== 'none');
    expect(parts).toBe(ladders.embodied !== 'none');
  });

  test('only that of the 2019 site rounds', () => {
    const rounded = steps
      .filter(({ rounding }) => rounding)
      .map(({ name: step, rounding }) => [step, rounding]);
    expect(rounded).toEqual(
      name === 'mlco2-compat'
        ? [
            ['facility-energy', 'energy'],
            ['facility-energy', 'energy'],
            ['operational-emissions', 'emissions'],
            ['offset-claimed', 'figure'],
          ]
        : [],
    );
  });
});

// What each reads and needs, as its paper or code says.
test.each([
  [
    'full',
    ['measured', 'utilisation', 'typical', 'tdp'],
    ['given', 'published', 'site'],
    ['known-power', 'some-load'],
  ],
  ['lacoste-2019', ['tdp'], [], ['hours', 'rated-power', 'some-accelerator']],
  ['mlco2-compat', ['tdp'], [], ['hours', 'rated-power', 'some-accelerator']],
  [
    'green-algorithms-2021',
    ['utilisation', 'tdp'],
    ['given', 'own-computer', 'of-method'],
    ['hours', 'rated-power', 'accelerator-or-processor'],
  ],
  [
    'codecarbon-constant',
    ['measured', 'utilisation', 'typical', 'tdp'],
    ['given'],
    ['known-power', 'some-load'],
  ],
  [
    'cloud-carbon-footprint',
    ['minimum-maximum'],
    ['given', 'of-method'],
    ['hours', 'own-figures', 'accelerator-or-virtual-processor'],
  ],
  ['patterson-2021', ['measured'], ['given', 'published', 'site'], ['measured-power']],
  ['ecologits-2026', [], ['given', 'published', 'site'], ['answers']],
  [
    'sci',
    ['measured', 'utilisation', 'typical', 'tdp'],
    ['given', 'published', 'site'],
    ['known-power', 'some-load'],
  ],
] as const)('%s stands on its rungs', (name, power, pue, needs) => {
  expect(methods[name]).toMatchObject({ ladders: { power, pue }, needs });
});

test.each([
  ['full', 'described', 'parts'],
  ['lacoste-2019', 'none', 'none'],
  ['mlco2-compat', 'none', 'none'],
  ['green-algorithms-2021', 'rated-parts', 'none'],
  ['codecarbon-constant', 'codecarbon', 'none'],
  ['cloud-carbon-footprint', 'virtual-processors', 'server-formula'],
  ['patterson-2021', 'none', 'none'],
  ['ecologits-2026', 'none', 'none'],
  ['sci', 'described', 'parts-over-lifespan'],
] as const)('%s counts of the host: %s, of the manufacture: %s', (name, host, embodied) => {
  expect(methods[name].ladders).toMatchObject({ host, embodied });
});

test.each([
  ['full', 'lacoste2019'],
  ['lacoste-2019', 'lacoste2019'],
  ['mlco2-compat', 'mlco2-impact-head'],
  ['green-algorithms-2021', 'lannelongue-2021'],
  ['codecarbon-constant', 'codecarbon-method'],
  ['cloud-carbon-footprint', 'ccf-method'],
  ['patterson-2021', 'patterson-2021'],
  ['ecologits-2026', 'ecologits-llm'],
  ['sci', 'iso-21031'],
] as const)('%s is defined by %s', (name, source) => {
  expect(methods[name].source).toBe(source);
});
