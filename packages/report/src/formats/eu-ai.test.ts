import { expect, test } from 'vitest';
import { A100, METERED, reportWith, resultOf, SERVED } from '../testing.ts';
import { euAiFormat } from './eu-ai.ts';

type Results = Parameters<typeof reportWith>[0];
const write = (results: Results, more: Parameters<typeof reportWith>[1] = {}) =>
  euAiFormat.write(reportWith(results, more));

/** The text of one row of the form. */
function row(item: string, ...results: Results): string {
  const found = write(results)
    .split('\n')
    .find((line) => line.startsWith(`| ${item} |`));
  if (found === undefined) throw new Error(`no row ${item}`);
  return found.slice(`| ${item} | `.length, -' |'.length);
}

const lasting = (hours: number, repeats?: number) => resultOf({ run: { hours, repeats } });
const serving = (more: Parameters<typeof resultOf>[0] = {}) =>
  resultOf({ ...more, run: { phase: 'inference', ...more.run } });

test.each([
  [30 * 24, '\\< 1 month'],
  [30.44 * 24, '1-3 months'],
  [3 * 30.44 * 24, '1-3 months'],
  [3.01 * 30.44 * 24, '3-6 months'],
  [6 * 30.44 * 24, '3-6 months'],
  [6.01 * 30.44 * 24, '\\> 6 months'],
])('%d hours are in the range %s of the form', (hours, range) => {
  expect(row('Training time, range', lasting(hours))).toBe(range);
});

test('wall-clock days are those of all trainings, with their repeats', () => {
  expect(row('Training time, wall-clock', lasting(48), lasting(24, 3))).toBe('5.0 days');
});

test('one training without hours leaves the time unknown, its chip-hours apart', () => {
  const untimed = resultOf({ run: { hours: undefined, deviceHours: 240 } });
  expect(row('Training time, range', lasting(48), untimed)).toBe('not known');
  expect(row('Training time, wall-clock', lasting(48), untimed)).toBe('not known');
  expect(row('Training time, hardware-days', lasting(48), untimed)).toBe('26 chip-days (8 A100)');
  expect(row('Training time, hardware-days', lasting(48), resultOf(METERED))).toMatch(
    /^16 chip-days in 1 of 2 runs /,
  );
});

test('chip-days name the hardware of trainings alone', () => {
  const machine = { accelerators: [{ ...A100, name: 'T4' }] };
  expect(row('Training time, hardware-days', lasting(48), serving({ machine }))).toBe(
    '16 chip-days (8 A100)',
  );
  expect(row('Training time, hardware-days', resultOf(METERED))).toBe('not known');
  expect(row('Training time, hardware-days', lasting(100))).toBe('33.3 chip-days (8 A100)');
});

test('computation is said where every training tells it', () => {
  const of = (flop?: number) => resultOf({ run: { model: flop === undefined ? {} : { flop } } });
  expect(row('Computation used for training', of(1e23), of(2e23))).toBe('3.0e+23 FLOP');
  expect(row('Method of the computation', of(1e23))).toBe('as stated for the model');
  expect(row('Computation used for training', of(1e23), of())).toBe('not known');
  expect(row('Method of the computation', of(1e23), of())).toBe('not known');
  expect(row('Benchmarked computation for inference', of(1e23))).toBe('N/A');
  const run = { model: { flop: 4e20 } };
  expect(row('Benchmarked computation for inference', of(1e23), serving({ run }))).toBe(
    '4.0e+20 FLOP',
  );
});

test('energy of training alone, in MWh', () => {
  expect(row('Energy used for training', resultOf())).toBe('0.600 MWh');
  expect(row('Energy used for training', resultOf(), resultOf(METERED), serving())).toBe(
    '0.860 MWh',
  );
  expect(row('Energy used for training', serving())).toBe('N/A');
  expect(write([resultOf(), resultOf()], { energyKwh: { value: 1234 } })).toContain('1.23 MWh |');
});

test('whether anything of it was measured', () => {
  expect(row('Measured or estimated', resultOf())).toBe('estimated');
  expect(row('Measured or estimated', resultOf(), resultOf(METERED))).toBe(
    'measured in part; what was not is estimated',
  );
  expect(row('Measured or estimated', resultOf(), serving(METERED))).toBe('estimated');
  expect(row('Measured or estimated', serving())).toBe('N/A');
});

test('how the energy was found', () => {
  const method = row('Method of the energy', resultOf());
  expect(method).toContain(
    'Energy is that of accelerators, host, idle time, losses, facility. It rests on a given mean power of 75 % of rated power. PUE: 1.2.',
  );
  expect(method).toContain(
    'Restarts, failed and search runs are not listed; idle time is not listed.',
  );
  expect(method).toContain('The 90 % range is 0.500 to 0.750 MWh.');
  expect(method).toContain('Made with the ML Emissions Calculator 0.1.0, method full');
});

test('the PUE of a meter, and of none', () => {
  expect(row('Method of the energy', resultOf(METERED))).toContain(
    'PUE: within the metered energy.',
  );
  expect(row('Method of the energy', resultOf({ pue: null }))).toContain('PUE: not counted.');
});

test('restarts and several runs are counted as listed, idle time where it was told', () => {
  const idle = resultOf({ run: { repeats: 2, idle: { hours: 5 } } });
  expect(row('Method of the energy', idle)).toContain(
    'Restarts, failed and search runs are counted as listed; idle time is counted.',
  );
  expect(row('Method of the energy', resultOf(), resultOf())).toContain('counted as listed');
});

test('what led to a run is told by its parts', () => {
  const run = { repeats: 2, development: { trials: 40, trialShare: 0.1, failed: 1 } };
  expect(row('Method of the energy', resultOf({ run }))).toContain(
    'Restarts, failed and search runs are counted, in whole runs: 2 of the run itself, 4 of a search (40 trials at random), 1 of failed runs; idle',
  );
});

test('how it was measured, each once', () => {
  const measured = resultOf({
    run: { measurement: { method: 'in-band', tool: 'nvml', version: '12' } },
  });
  const other = resultOf({ run: { measurement: { tool: 'a meter' } } });
  expect(row('Method of the energy', measured, measured, other)).toContain(
    '75 % of rated power (in-band nvml 12; a meter). PUE',
  );
});

test('energy without a range has none', () => {
  expect(write([resultOf()], { energyKwh: { value: 1 } })).not.toContain('90 % range is');
});

test('what serves, and on what', () => {
  const item = 'Task and hardware of the benchmark';
  expect(row(item, resultOf())).toBe('N/A');
  const functionalUnit = { name: 'answers', count: 20_000 };
  expect(row(item, serving({ run: { functionalUnit } }), serving(METERED))).toBe(
    '20,000 answers on 8 A100; task not told on hardware not known',
  );
  expect(row(item, serving({ run: { phase: 'deployment' } }))).toBe('task not told on 8 A100');
});

test('parameters are those of the first model that tells them', () => {
  const run = { model: { parameters: 7e9 } };
  expect(row('Total parameters', resultOf(), resultOf({ run }))).toBe('7.0e+9');
  expect(row('Total parameters', resultOf())).toBe('not known');
});

test('serving alone has no training time', () => {
  expect(row('Training time, range', serving())).toBe('N/A');
  expect(row('Training time, wall-clock', serving())).toBe('N/A');
  expect(row('Training time, hardware-days', serving())).toBe('N/A');
  expect(row('Computation used for training', serving())).toBe('N/A');
});

test('one way of measuring, of which not all is told', () => {
  const run = { measurement: { method: 'in-band', version: '12' } };
  expect(row('Method of the energy', resultOf({ run }))).toContain(' (in-band 12). PUE');
  expect(row('Method of the energy', resultOf({ run: { measurement: {} } }))).toContain(
    '75 % of rated power. PUE',
  );
});

test('half of a range is none', () => {
  expect(write([resultOf()], { energyKwh: { value: 1, low: 0.5 } })).not.toContain('90 % range is');
});

test('what a model uses in use is none of its training: energy, range, parts and power are of the trainings', () => {
  const trained = resultOf({ run: { phase: 'training' } });
  const used = serving(SERVED);
  const alone = row('Method of the energy', trained);
  expect(row('Method of the energy', trained, used)).toBe(alone);
  expect(alone).toContain('The 90 % range is 0.500 to 0.750 MWh.');
  expect(row('Method of the energy', trained, trained, used)).not.toContain('90 % range');
  expect(row('Method of the energy', used)).toBe('N/A');
});
