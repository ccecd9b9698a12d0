import { expect, test } from 'vitest';
import { A100, METERED, reportWith, resultOf } from '../testing.ts';
import { boampsFormat } from './boamps.ts';

type Changed = Parameters<typeof resultOf>[0];
const parsed = (changed: Changed = {}, more: Parameters<typeof reportWith>[1] = {}) =>
  JSON.parse(boampsFormat.write(reportWith([resultOf(changed)], more)));

test('the header says when, and for which project', () => {
  expect(parsed().header).toEqual({
    licensing: 'unknown',
    formatVersion: '1.1.0',
    reportDatetime: '2026-11-30 00:00:00',
    reportStatus: 'final',
    publisher: { confidentialityLevel: 'public' },
  });
  expect(parsed({}, { title: 'mine' }).header.publisher.projectName).toBe('mine');
});

test.each([
  ['data', 'datacreation'],
  ['fine-tuning', 'finetuning'],
  ['inference', 'inference'],
  ['deployment', 'inference'],
  ['search', 'training'],
  [undefined, 'training'],
] as const)('the stage of %s is %s', (phase, stage) => {
  expect(parsed({ run: { phase } }).task.taskStage).toBe(stage);
});

test('the model with its size in billions; what is not told is not there', () => {
  const model = { name: 'mine', uri: 'https://a.example/', baseModel: 'base', parameters: 7e9 };
  const { task } = parsed({ run: { model, work: 'llm-training' } });
  expect(task.taskFamily).toBe('llm-training');
  expect(task.algorithms).toEqual([
    {
      algorithmName: 'mine',
      algorithmUri: 'https://a.example/',
      foundationModelName: 'base',
      parametersNumber: 7,
    },
  ]);
  expect(parsed().task.algorithms).toEqual([{ algorithmName: 'unknown' }]);
  expect(parsed().task.taskFamily).toBe('unknown');
  expect(parsed().task).not.toHaveProperty('nbRequest');
});

test('requests are the count of the functional unit', () => {
  const run = { functionalUnit: { name: 'answers', count: 500 } };
  expect(parsed({ run }).task.nbRequest).toBe(500);
});

test('the description: name, phase, figure, inputs', () => {
  const { taskDescription } = parsed({ run: { name: 'first', phase: 'search' } }).task;
  expect(taskDescription).toMatch(
    /^first; phase search; Not known: the parameters of the model; operational emissions of the whole report 240 kg CO2e; ml-emissions:1:[\w-]+$/,
  );
  const accelerators = [A100, { ...A100, count: null }];
  expect(parsed({ machine: { accelerators } }).task.taskDescription).toMatch(
    /^phase not known, so that it stands under training; the number of chips is not known; Not known: the parameters of the model; operational/,
  );
});

test('energy in kWh, time in seconds with its repeats', () => {
  const [measure] = parsed({ run: { hours: 10, repeats: 3 } }).measures;
  expect(measure.powerConsumption).toBe(600);
  expect(measure.measurementDuration).toBe(108_000);
  expect(measure.measurementMethod).toMatch(/^estimated: ML Emissions Calculator 0\.1\.0/);
  expect(measure).not.toHaveProperty('manufacturer');
  expect(parsed({ run: { hours: undefined } }).measures[0]).not.toHaveProperty(
    'measurementDuration',
  );
});

test('a meter by its name', () => {
  const measurement = { method: 'in-band', tool: 'nvml', version: '12' };
  expect(parsed({ run: { measurement } }).measures[0]).toMatchObject({
    measurementMethod: 'in-band',
    manufacturer: 'nvml',
    version: '12',
  });
});

test.each([
  [1, 1, undefined],
  [8, 8, undefined],
  [0.5, 1, 0.5],
  [1.5, 2, 0.75],
  [null, 1, undefined],
])('%s chips are %s whole parts, each with a share of %s', (count, nbComponent, share) => {
  const accelerators = [{ ...A100, count }];
  const [part] = parsed({ machine: { accelerators } }).infrastructure.components;
  expect(part).toEqual({
    componentName: 'A100',
    componentType: 'gpu',
    nbComponent,
    ...(share !== undefined && { share }),
  });
});

test('processors in whole ones, memory in GB; nothing known is one unknown part', () => {
  const cpu = { name: 'EPYC 7742', count: 0.3 };
  const parts = parsed({ machine: { cpu } }).infrastructure.components;
  expect(parts[1]).toEqual({
    componentName: 'EPYC 7742',
    componentType: 'cpu',
    nbComponent: 1,
  });
  expect(parts[2]).toEqual({ componentType: 'ram', nbComponent: 1, memorySize: 1024 });
  const more = { ...cpu, count: 1.2 };
  expect(parsed({ machine: { cpu: more } }).infrastructure.components[1].nbComponent).toBe(2);
  expect(parsed(METERED).infrastructure.components).toEqual([
    { componentType: 'unknown', nbComponent: 1 },
  ]);
});

test('a cloud, a cluster of one’s own, and something else', () => {
  const machine = { instance: 'a2-highgpu-8g' };
  expect(parsed({ machine }).infrastructure).toMatchObject({
    infraType: 'publicCloud',
    cloudProvider: 'Google Cloud',
    cloudInstance: 'a2-highgpu-8g',
  });
  const location = { provider: null };
  const own = parsed({ location, run: { site: 'own-cluster' } }).infrastructure;
  expect(own.infraType).toBe('onPremise');
  expect(own).not.toHaveProperty('cloudProvider');
  expect(own).not.toHaveProperty('cloudInstance');
  expect(parsed({ location, run: { site: 'laptop' } }).infrastructure.infraType).toBe('other');
});

test('the place with its grid, where the country is known', () => {
  expect(parsed().environment).toEqual({
    country: 'United States',
    location: 'Council Bluffs',
    powerSourceCarbonIntensity: 400,
  });
  expect(parsed({ location: { city: null } }).environment).not.toHaveProperty('location');
  expect(parsed({ location: { name: null } })).not.toHaveProperty('environment');
});

test.each([
  [95, 115, 'high'],
  [90, 110, 'high'],
  [89, 111, 'medium'],
  [75, 125, 'medium'],
  [74, 126, 'low'],
  [50, 150, 'low'],
  [49, 151, undefined],
])('a range of %d to %d around 100 is of quality %s', (low, high, quality) => {
  const energyKwh = { ...resultOf().energyKwh, value: 100, low, high };
  expect(parsed({ energyKwh }).quality).toBe(quality);
});

test('no range or no energy: no word for the quality', () => {
  const { parts } = resultOf().energyKwh;
  expect(parsed({ energyKwh: { value: 100, parts } })).not.toHaveProperty('quality');
  expect(parsed({ energyKwh: { value: 100, low: 99, parts } })).not.toHaveProperty('quality');
  expect(parsed({ energyKwh: { value: 0, low: 0, high: 0, parts } })).not.toHaveProperty('quality');
});

test('several runs are a list', () => {
  const text = boampsFormat.write(reportWith([resultOf(), resultOf()]));
  expect(JSON.parse(text)).toHaveLength(2);
  expect(Array.isArray(parsed())).toBe(false);
});

test('one part alone stands alone', () => {
  const accelerators = [A100];
  const alone = parsed({ machine: { accelerators, cpu: null, memoryGb: null } }).infrastructure;
  expect(alone.components).toEqual([
    { componentName: 'A100', componentType: 'gpu', nbComponent: 8 },
  ]);
});
