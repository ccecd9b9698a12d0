import { expect, test } from 'vitest';
import { RUN_FIELDS } from './fields/run.ts';
import { meantField } from './meant-field.ts';
import { parseProjectDraft } from './parse-project-draft.ts';
import { unknownFields } from './unknown-fields.ts';

const first = (input: object) => unknownFields(input)[0]?.suggestions[0];

test.each([
  ['hour', 'hours'],
  ['houres', 'hours'],
  ['duration', 'hours'],
  ['gpuHours', 'deviceHours'],
  ['gpu_hours', 'deviceHours'],
  ['GPU hours', 'deviceHours'],
  ['country', 'place'],
  ['countryCode', 'place/country'],
  ['region', 'place/region'],
  ['provider', 'place/provider'],
  ['utilization', 'hardware/utilisation'],
  ['utilisation', 'hardware/utilisation'],
  ['gpu', 'hardware'],
  ['count', 'hardware/count'],
  ['powerW', 'hardware/powerW'],
  ['cpu', 'host/cpu'],
  ['memoryGb', 'host/memoryGb'],
  ['tokens', 'model/tokens'],
  ['energy', 'energyKwh'],
  ['carbon_intensity', 'carbonIntensityGPerKwh'],
])('%s means %s', (word, field) => {
  expect(first({ [word]: 1 })).toBe(field);
});

test.each([
  [{ hardware: [{ gpu: 'T4' }] }, 'accelerator'],
  [{ hardware: [{ accelerator: 'T4', hours: 1 }] }, '/hours'],
  [{ hardware: [{ accelerator: 'T4', utilization: 1 }] }, 'utilisation'],
  [{ hardware: [{ accelerator: 'T4', quantity: 1 }] }, 'count'],
  [{ host: { ram: 1 } }, 'memoryGb'],
  [{ host: { processor: 1 } }, 'cpu'],
  [{ place: { contry: 'FR' } }, 'country'],
  [{ hardware: [{ accelerator: { name: 'x', tdp: 1 } }] }, 'tdpW'],
])('in an object what belongs there comes first: %j', (input, field) => {
  expect(first(input)).toBe(field);
});

test('a short word is not taken for any other short one', () => {
  expect(unknownFields({ foo: 1 })[0]?.suggestions).toEqual([]);
});

test('no known field is a word for another at its own place, and every word leads to a field', () => {
  for (const path of Object.keys(RUN_FIELDS)) {
    const meant = meantField(path.slice(1));
    if (meant !== null && path.lastIndexOf('/') === 0) expect(meant, path).toBe(path);
    if (meant !== null) expect(Object.keys(RUN_FIELDS)).toContain(meant);
  }
});

test.each([
  ['hours', 'defaults/hours'],
  ['country', 'defaults/place'],
  ['run', 'runs'],
])('in a project %s is %s', (word, field) => {
  const parsed = parseProjectDraft({ [word]: 1, runs: [{}] });
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ suggestions: [field] }]);
});
