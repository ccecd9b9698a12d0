import { expect, test } from 'vitest';
import { METERED, reportWith, resultOf } from '../testing.ts';
import { cyclonedxFormat } from './cyclonedx.ts';

type Changed = Parameters<typeof resultOf>[0];
type More = Parameters<typeof reportWith>[1];
const bomOf = (changed: Changed = {}, more: More = {}) =>
  JSON.parse(cyclonedxFormat.write(reportWith([resultOf(changed)], more)));
const useOf = (changed: Changed = {}) =>
  bomOf(changed).components[0].modelCard.considerations.environmentalConsiderations
    .energyConsumptions[0];
const propertiesOf = (changed: Changed = {}): Record<string, string> =>
  Object.fromEntries(
    useOf(changed).properties.map(({ name, value }: Record<string, string>) => [name, value]),
  );

test.each([
  ['data', 'data-preparation'],
  ['pre-training', 'training'],
  ['training', 'training'],
  ['fine-tuning', 'fine-tuning'],
  ['search', 'training'],
  ['failed', 'training'],
  ['validation', 'validation'],
  ['evaluation', 'validation'],
  ['deployment', 'deployment'],
  ['inference', 'inference'],
  ['distillation', 'other'],
  [undefined, 'other'],
] as const)('the activity of %s is %s', (phase, activity) => {
  expect(useOf({ run: { phase } }).activity).toBe(activity);
});

test('energy in kWh, emissions and claims in tonnes', () => {
  const kwh = { value: 600, unit: 'kWh' };
  expect(useOf()).toMatchObject({
    energyProviders: [{ organization: { name: 'Google Cloud' }, energyProvided: kwh }],
    activityEnergyCost: kwh,
    co2CostEquivalent: { value: 0.24, unit: 'tCO2eq' },
    co2CostOffset: { value: 0.12, unit: 'tCO2eq' },
  });
  const offset = { fraction: null, kgCo2e: null, sourceId: null, year: null };
  expect(useOf({ offset })).not.toHaveProperty('co2CostOffset');
});

test('who provides: the cloud, else the site, else unknown', () => {
  const who = (location: object) => useOf({ location }).energyProviders[0].organization.name;
  expect(who({ provider: null, site: 'Jean Zay' })).toBe('Jean Zay');
  expect(who({ provider: null })).toBe('unknown');
});

test('everything else stands in properties', () => {
  expect(propertiesOf({ run: { phase: 'search' } })).toEqual({
    'ml-emissions:phase': 'search',
    'ml-emissions:hardware': '8 A100',
    'ml-emissions:region': 'us-central1',
    'ml-emissions:energyKwh.low': '500',
    'ml-emissions:energyKwh.high': '750',
    'ml-emissions:operationalKgCo2e.low': '200',
    'ml-emissions:operationalKgCo2e.high': '300',
    'ml-emissions:embodiedKgCo2e': '60',
    'ml-emissions:water.onSiteL': '900',
    'ml-emissions:water.offSiteL': '1200',
    'ml-emissions:pue': '1.2',
    'ml-emissions:carbonIntensityGPerKwh': '400',
    'ml-emissions:carbonIntensityScope': 'lifecycle',
    'ml-emissions:scope2KgCo2e': '180',
    'ml-emissions:scope3Category3KgCo2e': '60',
    'ml-emissions:method': 'full',
    'ml-emissions:edition': '2026-11 sha256-abc',
  });
});

test('what is not known is not there; a region stands before its zone', () => {
  const properties = propertiesOf({
    ...METERED,
    location: { region: null },
    embodied: { kgCo2e: null, parts: [], sensitivity: [] },
  });
  expect(Object.keys(properties)).not.toContain('ml-emissions:hardware');
  expect(Object.keys(properties)).not.toContain('ml-emissions:phase');
  expect(Object.keys(properties)).not.toContain('ml-emissions:embodiedKgCo2e');
  expect(Object.keys(properties)).not.toContain('ml-emissions:pue');
  expect(properties['ml-emissions:region']).toBe('US-MIDW');
});

test('the model has its name, else that of the report', () => {
  const name = (...asked: Parameters<typeof bomOf>) => bomOf(...asked).components[0].name;
  expect(name({ run: { model: { name: 'mine' } } }, { title: 'a run' })).toBe('mine');
  expect(name({}, { title: 'a run' })).toBe('a run');
  expect(name()).toBe('model');
});

test('when and by what it was made', () => {
  const { metadata } = bomOf({}, { operational: { value: 512 } });
  expect(metadata.timestamp).toBe('2026-11-30T00:00:00Z');
  expect(metadata.tools.components).toEqual([
    { type: 'application', name: 'ml-emissions', version: '0.1.0' },
  ]);
  expect(metadata.properties[0]).toEqual({
    name: 'ml-emissions:operationalKgCo2e',
    value: '512',
  });
  expect(metadata.properties[1]).toEqual({
    name: 'ml-emissions:notKnown',
    value: 'Not known: what it was for.',
  });
  expect(metadata.properties[2].name).toBe('ml-emissions:trailer');
});
