import { describe, expect, test } from 'vitest';
import { readCases } from './cases.ts';

describe('the cases of MLPerf inference', () => {
  const rows = readCases('mlperf-inference');

  test('are of versions that state a licence', () => {
    const versions = new Set(rows.map(({ source }) => source?.split(' ')[0]));
    expect([...versions].sort()).toEqual(
      ['v1.0', 'v1.1', 'v2.0', 'v2.1', 'v3.0'].map((one) => `mlcommons/inference_results_${one}`),
    );
  });

  test('name the run whose log they repeat', () => {
    const runs = new Map(
      rows.filter(({ repeats }) => repeats === '').map((row) => [row.case_id, row]),
    );
    for (const { repeats, hours, wall_kwh } of rows.filter((row) => row.repeats !== ''))
      expect(runs.get(repeats)).toMatchObject({ hours, wall_kwh });
  });

  test('count each log once', () => {
    const logs = rows
      .filter(({ repeats }) => repeats === '')
      .map(({ system, source, hours, wall_kwh }) => [system, source, hours, wall_kwh].join(' '));
    expect(new Set(logs).size).toBe(logs.length);
  });
});

test('every network in training is known, with a source for its parameters', () => {
  const networks = new Map(readCases('networks').map((row) => [row.network, row]));
  for (const { benchmark } of readCases('chip-training'))
    expect(networks.has(benchmark)).toBe(true);
  for (const { parameters, source, place, note } of networks.values())
    expect(parameters === '' ? note : source && place).toBeTruthy();
});

test('every table of metered runs is credited', () => {
  const files = readCases('meters').map(({ file }) => file?.split(' ')[0]);
  expect(new Set(files)).toEqual(
    new Set(
      ['wall-meter', 'server-meter', 'mlperf-inference', 'chip-training', 'cpu-servers'].map(
        (name) => `${name}.csv`,
      ),
    ),
  );
});
