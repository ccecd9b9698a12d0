import { expect, test } from 'vitest';
import { reportWith, resultOf } from '../testing.ts';
import { l1801Format } from './l1801.ts';

type Changed = Parameters<typeof resultOf>[0];
type Results = Parameters<typeof reportWith>[0];
type More = Parameters<typeof reportWith>[1];
const write = (results: Results, more: More = {}) => l1801Format.write(reportWith(results, more));

const serving = (count: number, name = 'answer', more: Changed = {}) =>
  resultOf({ ...more, run: { phase: 'inference', functionalUnit: { name, count } } });
const phased = (phase: 'inference' | 'deployment' | 'search') => resultOf({ run: { phase } });

const ONE =
  '600 kWh (90 % range 500 to 750 kWh) | 240 kg CO2e (90 % range 200 to 300 kg), operational';

test('one run: its own stage with its ranges, the other not in the report', () => {
  const text = write([resultOf()]);
  expect(text).toContain(`| Design, development and training | ${ONE} | 900 L | 1,200 L |`);
  expect(text).toContain('| Deployment and inference | not in this report | | | |');
  const served = write([phased('deployment')]);
  expect(served).toContain('| Design, development and training | not in this report | | | |');
  expect(served).toContain(`| Deployment and inference | ${ONE} | 900 L | 1,200 L |`);
});

test('several runs of a stage add up, without a range', () => {
  const text = write([resultOf(), phased('search'), phased('inference')]);
  expect(text).toContain(
    '| Design, development and training | 1.2 MWh | 480 kg CO2e, operational | 1,800 L | 2,400 L |',
  );
  expect(text).toContain(`| Deployment and inference | ${ONE} | 900 L | 1,200 L |`);
});

test('a phase that nobody told is said to be counted as training', () => {
  const said = 'Not known: what it was for. What is not known to be of another phase is counted';
  expect(write([resultOf()])).toContain(said);
  expect(write([phased('search')])).not.toContain('counted as training');
});

test('what one run does not know, its stage does not', () => {
  const dry = resultOf({ water: { onSiteL: null, offSiteL: { value: 300 } } });
  expect(write([resultOf(), dry])).toContain('| not known | 1,500 L |');
});

test('manufacture, contracts and claims', () => {
  const text = write([resultOf()]);
  expect(text).toContain(
    'the share of this work | | 60 kg CO2e (90 % range 40 to 90 kg), embodied | not known | not known |',
  );
  expect(text).toContain('market-based 30 kg CO2e; offsets claimed 120 kg CO2e, not subtracted');
  expect(text).toContain('- **Scopes:** By the GHG Protocol');
  const nothing = write([resultOf()], { embodied: null, market: null, offsetKg: null });
  expect(nothing).toContain('the share of this work | | not known | not known | not known |');
  expect(nothing).toContain('market-based not known; offsets claimed not known');
});

test('a unit: what falls on one, with the range of the whole', () => {
  expect(write([serving(1000)])).toContain(
    '- **Functional unit:** answer (1,000): 300 g CO2e (90 % range 250 to 380 g) each, manufacture included',
  );
  expect(write([resultOf()])).toContain('- **Functional unit:** not known');
});

test('units of several runs: of all by the sum, of one by its own, of some without a range', () => {
  const total = { value: 900, low: 600, high: 1800 };
  expect(write([serving(500), serving(500)], { total })).toContain(
    'answer (1,000): 900 g CO2e (90 % range 600 to 1,800 g) each',
  );
  expect(write([serving(1000), resultOf()], { total })).toContain(
    'answer (1,000): 300 g CO2e (90 % range 250 to 380 g) each',
  );
  expect(write([serving(500), serving(500), resultOf()], { total })).toContain(
    'answer (1,000): 600 g CO2e each',
  );
  expect(write([serving(1000)], { total: { value: 900, low: 600 } })).toContain(
    'answer (1,000): 900 g CO2e each',
  );
});

/** 300 kg of training over 10,000 answers are 30 g each. */
test('training spread over the uses', () => {
  expect(write([resultOf(), serving(10_000)])).toContain(
    '- **Training spread over uses:** 30 g CO2e per answer, its own line, over 10,000 uses',
  );
  expect(write([resultOf(), resultOf(), serving(4000), serving(6000)])).toContain(
    '60 g CO2e per answer, its own line, over 10,000 uses',
  );
});

test('no uses, no training, or uses of two kinds: no single figure', () => {
  const untold = '- **Training spread over uses:** the uses of its lifetime are not known';
  expect(write([resultOf()])).toContain(untold);
  expect(write([serving(10)])).toContain(untold);
  expect(write([resultOf(), phased('inference')])).toContain(untold);
  expect(write([resultOf(), serving(10), serving(5, 'image')])).toContain(
    'the uses are counted in different units (answer; image), so that there is no single figure',
  );
});

test('a unit that training counts is no use', () => {
  const run = { functionalUnit: { name: 'epoch', count: 3 } };
  expect(write([resultOf({ run })])).toContain('uses:** the uses of its lifetime are not known');
});

test('what is left out, each once, and what the user adds', () => {
  const text = write([resultOf(), resultOf()], { notCounted: 'trials' });
  expect(text.match(/- network: traffic is outside/g)).toHaveLength(1);
  expect(text).toContain('\n- trials\n');
  expect(write([resultOf()])).not.toContain('- trials');
});

test('what it was made with', () => {
  expect(write([resultOf()])).toContain(
    '\nMade with the ML Emissions Calculator 0.1.0, method full',
  );
});
