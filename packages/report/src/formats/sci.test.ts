import type { UsedFactor } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { METERED, reportWith, resultOf } from '../testing.ts';
import { sciFormat } from './sci.ts';

type Changed = Parameters<typeof resultOf>[0];
type Results = Parameters<typeof reportWith>[0];
const write = (...results: Results) => sciFormat.write(reportWith(results));

/** A result that counts so many units; its score is only looked at for whether it is there and whose it is. */
function scored(
  count: number,
  more: Changed = {},
  persona: 'provider' | 'consumer' = 'provider',
  name = 'token',
) {
  const sci = { persona, o: 0, m: 0, r: name, basis: null, value: 0, unit: 'gCO2eq' } as const;
  return resultOf({ sci, ...more, run: { functionalUnit: { name, count }, ...more.run } });
}

const none: UsedFactor = {
  name: 'pue',
  part: 'facility',
  value: 1.2,
  unit: '1',
  kind: 'sourced',
  sourceId: 'google',
  note: 'of the region',
  said: null,
};

/** SCI = (O + M) / R: 240 kg and 60 kg over 1000 tokens are 300 g a token; E 0.6 kWh, I 400 g/kWh. */
test('one run is one score: grams over units', () => {
  const run = {
    functionalUnit: { name: 'token', count: 1000, basis: 'gross', rationale: 'asked' },
  };
  const text = write(scored(1000, { run } as Changed));
  expect(text).toContain('### Provider: 300 gCO2eq per token\n');
  expect(text).toContain('| E, energy | 0.6000 | kWh per token | modeled |');
  expect(text).toContain(
    '| I, intensity | 400.0 | gCO2eq/kWh, location-based, lifecycle grid, yearly average | sourced |',
  );
  expect(text).toContain('| O = E x I | 240.0 | gCO2eq | modeled |');
  expect(text).toContain('| M, manufacture | 60.00 | gCO2eq | modeled |');
  expect(text).toContain('| R | 1,000 | token, counted gross | given |');
  expect(text).toContain('Why this unit: asked.');
});

test('runs of one unit are one score, over their units together', () => {
  const text = write(scored(1000), scored(500));
  expect(text).toContain('### Provider: 400 gCO2eq per token\n');
  expect(text).toContain('| E, energy | 0.8000 | kWh per token | modeled |');
  expect(text).toContain('| O = E x I | 320.0 | gCO2eq | modeled |');
  expect(text).toContain('| M, manufacture | 80.00 | gCO2eq | modeled |');
  expect(text).toContain('counted not told');
  expect(text).toContain('Why this unit: not told.');
  expect(text).not.toContain('no single score');
});

test('provider and consumer are never one', () => {
  const text = write(scored(1000), scored(1000, {}, 'consumer'));
  expect(text).toContain('### Provider: 300 gCO2eq per token\n');
  expect(text).toContain('### Consumer: 300 gCO2eq per token\n');
});

test('different units have no single score', () => {
  const text = write(scored(1000), scored(100, {}, 'provider', 'image'));
  expect(text).toContain(
    'Provider: there is no single score, as the runs count by different units (token; image).',
  );
  expect(text).toContain('### Provider: 3,000 gCO2eq per image\n');
  expect(text).not.toContain('Consumer');
});

test('runs without a unit are in no score, and are counted', () => {
  expect(write(scored(1000), resultOf())).toContain(
    '1 of 2 runs names no functional unit and is in no score.',
  );
  expect(write(scored(1000), resultOf(), resultOf())).toContain(
    '2 of 3 runs name no functional unit and are in no score.',
  );
  expect(write(scored(1000))).not.toContain('in no score');
  expect(write(resultOf())).toContain(
    'The functional unit is not known, so that there is no score',
  );
});

test('manufacture of one run not known: the sum is not known in full', () => {
  const embodied = { kgCo2e: null, parts: [], sensitivity: [] };
  expect(write(scored(1000), scored(1000, { embodied }))).toContain(
    '| M, manufacture | not known in full |',
  );
});

test('intensity without energy is that of the grid, where runs agree', () => {
  const { parts } = resultOf().energyKwh;
  const nothing = {
    energyKwh: { value: 0, parts },
    operational: { kgCo2e: { value: 0 } },
  };
  const grid = resultOf().carbonIntensityGPerKwh;
  const other = { ...nothing, carbonIntensityGPerKwh: { ...grid, value: 50 } };
  expect(write(scored(1, nothing), scored(1, nothing))).toContain('| I, intensity | 400.0 |');
  expect(write(scored(1, nothing), scored(1, other))).toContain(
    '| I, intensity | no energy to weigh |',
  );
});

test('energy of which a part was measured', () => {
  const factors = [none, { ...none, kind: 'measured' }] as const;
  expect(write(scored(1000, { factors }))).toContain('kWh per token | measured in part, modeled |');
});

test('embodied emissions stand beside the operational ones, with the method and the life that share them', () => {
  expect(write(resultOf())).toContain(
    'Embodied emissions in all: 60 kg CO2e (90 % range 40 to 90 kg), by the method full: time reserved over a life of 5 years, in use for 60 % of it. The standard sets no lifespan.',
  );
  const own = resultOf({
    method: 'sci',
    serviceLifeYears: { value: 4, sourceId: 'gsf-if' },
    averageUse: { value: 1, sourceId: null },
  });
  expect(write(own)).toContain(', by the method sci: time reserved over a life of 4 years. The');
  const embodied = { kgCo2e: null, parts: [], sensitivity: [] };
  const bare = resultOf({
    method: 'lacoste-2019',
    embodied,
    serviceLifeYears: null,
    averageUse: null,
  });
  expect(sciFormat.write(reportWith([bare], { embodied: null }))).toContain(
    'Embodied emissions in all: not known, by the method lacoste-2019.',
  );
});

test('coefficients, each once, without what stands beside the score', () => {
  const factors: UsedFactor[] = [
    none,
    none,
    { ...none, value: 1.3, sourceId: null },
    { ...none, name: 'given', kind: 'given', sourceId: null, note: 'a|b' },
    { ...none, name: 'average-use', value: 0.600_000_1, sourceId: 'judgement' },
    { ...none, name: 'contract', part: 'market' },
    { ...none, name: 'direct', part: 'scopes' },
  ];
  const sources = [
    {
      id: 'google',
      title: 'Efficiency of data centres',
      publisher: '',
      year: 2025,
      url: '',
      licence: '',
    },
  ];
  const rows = write(resultOf({ factors, sources }))
    .split('\n')
    .filter((line) => /\| (sourced|judged|given) \|$/.test(line));
  expect(rows).toEqual([
    '| PUE | of the region | 1.2 | 1 | Efficiency of data centres | sourced |',
    '| PUE | of the region | 1.3 | 1 | not known | sourced |',
    '| given | a\\|b | 1.2 | 1 | given | given |',
    '| share of its life in use | of the region | 0.6 | 1 | judgement | judged |',
  ]);
});

test('the boundary of all runs, and what is left out of any', () => {
  const boundary = { ...resultOf().boundary, included: ['memory'] };
  const text = write(resultOf(), resultOf({ ...METERED, boundary }));
  expect(text).toContain(
    'Boundary: accelerators, host, idle time, losses, facility, manufacture, memory. Location-based;',
  );
  expect(text.match(/- network: traffic is outside/g)).toHaveLength(1);
  expect(text).toContain('Operational emissions in all: 240 kg CO2e (90 % range 200 to 300 kg).');
});

test('a score of little, and of manufacture that is known in part', () => {
  const { parts } = resultOf().energyKwh;
  const little = {
    energyKwh: { value: 0.005, parts },
    operational: { kgCo2e: { value: 0.002 } },
    embodied: { kgCo2e: { value: 0.001 }, parts: [], sensitivity: [] },
  };
  const text = write(scored(1, little));
  expect(text).toContain('### Provider: 3.00 gCO2eq per token');
  expect(text).toContain('| E, energy | 0.005000 |');
  expect(text).toContain('| I, intensity | 400.0 |');
  expect(text).toContain('| O = E x I | 2.000 |');
  expect(text).toContain('| M, manufacture | 1.000 |');
  const unknown = { ...little, embodied: { kgCo2e: null, parts: [], sensitivity: [] } };
  expect(write(scored(1, little), scored(1, unknown))).toContain('### Provider: 2.50 gCO2eq per');
});

test('sourced factors are no measurement', () => {
  expect(write(scored(1000, { factors: [none] }))).toContain('kWh per token | modeled |');
});

test('what it was made with', () => {
  expect(write(resultOf())).toContain('\nMade with the ML Emissions Calculator 0.1.0, method full');
});
