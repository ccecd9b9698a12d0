import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { METERED, reportWith, resultOf } from '../testing.ts';
import { modelCardFormat } from './model-card.ts';

type Results = Parameters<typeof reportWith>[0];
type More = Parameters<typeof reportWith>[1];
const write = (results: Results = [resultOf()], more: More = {}) =>
  modelCardFormat.write(reportWith(results, more));
const frontOf = (text: string) =>
  parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '').co2_eq_emissions;
const linesOf = (text: string) => text.split('\n').filter((line) => line.startsWith('- **'));
const ofPhase = (phase: 'fine-tuning' | 'training' | 'pre-training' | 'search') =>
  resultOf({ run: { phase } });

test('the front matter: grams, with their range and what they are', () => {
  expect(frontOf(write([ofPhase('training')]))).toEqual({
    emissions: 240_000,
    source:
      'ML Emissions Calculator 0.1.0, method full, data edition 2026-11, 2026-11-30; estimated, location-based, lifecycle grid, 90 % range 200,000 to 300,000 g',
    training_type: 'pre-training',
    geographical_location: 'Council Bluffs, United States',
    hardware_used: '8 A100',
  });
});

test('grams in three digits; none at all are none; a range is not always known', () => {
  expect(frontOf(write([resultOf()], { operational: { value: 0.123_456 } }))).toMatchObject({
    emissions: 123,
    source: expect.stringMatching(/90 % range not known$/),
  });
  expect(frontOf(write([resultOf()], { operational: { value: 0 } })).emissions).toBe(0);
  expect(frontOf(write([resultOf()], { operational: { value: 1, low: 0.5 } })).source).toMatch(
    /not known$/,
  );
});

test.each([
  [['fine-tuning'], 'fine-tuning'],
  [['training', 'pre-training'], 'pre-training'],
  [['search'], undefined],
  [['fine-tuning', 'training'], undefined],
  [['fine-tuning', 'search'], undefined],
] as const)('runs of %o are %s', (phases, type) => {
  const [first, ...rest] = phases.map(ofPhase) as [ReturnType<typeof ofPhase>];
  expect(frontOf(write([first, ...rest])).training_type).toBe(type);
});

test('a meter behind all of it, or a part', () => {
  const metered = resultOf(METERED);
  expect(frontOf(write([metered])).source).toContain('; measured, location');
  expect(frontOf(write([resultOf(), metered])).source).toContain('; measured in part,');
  expect(frontOf(write([metered])).hardware_used).toBe('unknown');
});

test('the section has the fields of the hub', () => {
  expect(linesOf(write())).toEqual([
    '- **Hardware Type:** 8 A100 (rated 400 W)',
    '- **Hours used:** 100 h wall-clock, 800 chip-hours',
    '- **Cloud Provider:** Google Cloud',
    '- **Compute Region:** us-central1',
    '- **Carbon Emitted:** 240 kg CO2e (90 % range 200 to 300 kg), location-based, lifecycle grid, from 600 kWh (90 % range 500 to 750 kWh) of electricity',
  ]);
  expect(write()).toMatch(
    /\n\nElectricity is .* The share of .* Left out: .*\n\nMade with the ML .*, grown from Lacoste.*\n\n<!-- ml-emissions:1:[\w-]+ -->\n<!-- ml-emissions: end -->\n$/,
  );
});

test('hours of repeats, of several runs, and of none', () => {
  const hours = (...runs: Results) => linesOf(write(runs))[1];
  expect(hours(resultOf({ run: { repeats: 3 } }))).toBe(
    '- **Hours used:** 100 h wall-clock, 3 times, 2,400 chip-hours',
  );
  expect(hours(resultOf(), resultOf())).toBe('- **Hours used:** see the runs, 1,600 chip-hours');
  expect(hours(resultOf({ ...METERED, run: { hours: undefined } }))).toBe(
    '- **Hours used:** wall-clock time not known, chip-hours not known',
  );
});

test('what is not told', () => {
  const location = { provider: null, region: null, city: null, name: null };
  const bare = { ...METERED, location };
  expect(linesOf(write([resultOf(bare)])).slice(2, 4)).toEqual([
    '- **Cloud Provider:** not known',
    '- **Compute Region:** US-MIDW',
  ]);
  const nowhere = { ...bare, location: { ...location, zone: null } };
  expect(linesOf(write([resultOf(nowhere)]))[3]).toBe('- **Compute Region:** not known');
  expect(linesOf(write([resultOf(nowhere)]))[0]).toBe('- **Hardware Type:** not known');
  expect(linesOf(write([resultOf(nowhere), resultOf()]))[3]).toBe(
    '- **Compute Region:** us-central1',
  );
});

const OLD = `---
co2_eq_emissions:
  emissions: 5
  energy_consumed: 1
  hours_used: 1
  on_cloud: null
  source: codecarbon
---
`;
const merge = (card: string, results: Results = [resultOf()], replace = false) => {
  const merged = modelCardFormat.merge(card, reportWith(results), { replace });
  return merged.ok ? merged.text : `refused: ${merged.reason}`;
};

test('an estimate does not replace a metered figure without a word', () => {
  expect(merge(OLD)).toMatch(
    /^refused: the card has a metered figure, 5 g from 1 kWh by codecarbon, and the report is an estimate;.* --replace$/,
  );
  expect(merge(OLD, [resultOf(METERED)])).not.toContain('refused');
  expect(merge(OLD, [resultOf(), resultOf(METERED)])).not.toContain('refused');
});

test('what others write beside is filled in; what is not known goes', () => {
  expect(frontOf(merge(OLD, [resultOf({ run: { repeats: 3 } })], true))).toMatchObject({
    energy_consumed: 600,
    hours_used: 300,
    on_cloud: true,
  });
  const untimed = resultOf({ run: { hours: undefined }, location: { provider: null } });
  const front = frontOf(merge(OLD, [resultOf(), untimed], true));
  expect(front).not.toHaveProperty('hours_used');
  expect(front.on_cloud).toBe(false);
  expect(frontOf(merge(OLD, [resultOf(), resultOf()], true)).hours_used).toBe(200);
});

test('another figure in the section is named', () => {
  expect(merge('## Environmental Impact\n\nIt took 5 kWh.\n')).toBe(
    'refused: its section on environmental impact says "It took 5 kWh.", a second answer; take it out first',
  );
});

test('front matter that cannot be read is told', () => {
  expect(merge('---\n- a\n---\n')).toBe('refused: the front matter is not a list of fields');
});

test('the byte order mark, line ends and the rest of a card stay', () => {
  const text = merge('\ufeff---\r\na: 1\r\n---\r\n# T\r\n');
  expect(text.startsWith('\ufeff---\r\na: 1\r\nco2_eq_emissions:\r\n')).toBe(true);
  expect(text).toContain('\r\n---\r\n# T\r\n\r\n## Environmental Impact\r\n');
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test('a card without front matter gets one', () => {
  expect(merge('# T\n')).toMatch(/^---\nco2_eq_emissions:\n[\s\S]*\n---\n# T\n\n## Env/);
  expect(merge('---\n---\n# T\n')).toMatch(/^---\nco2_eq_emissions:\n[\s\S]*?\n---\n# T\n/);
  expect(merge('---\na: 1\n---')).toMatch(/^---\na: 1\nco2_eq[\s\S]*\n---/);
});
