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

test('a metered server is credited with the version that it is of', () => {
  const credits = readCases('meters').filter(({ file }) => file?.startsWith('server-meter.csv'));
  for (const { case_id: id = '', source = '' } of readCases('server-meter')) {
    const own = credits.filter(({ file = '' }) => {
      const [, pattern = ''] = /\((.*)\)/.exec(file) ?? [];
      return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
    });
    // The closest one counts.
    const [closest] = own.sort((a, b) => (b.file ?? '').length - (a.file ?? '').length);
    const [, version = ''] = /v(\d+\.\d+)/.exec(source) ?? [];
    const versions = [...(closest?.title ?? '').matchAll(/v(\d+\.\d+)/g)].map(([, one]) =>
      Number(one),
    );
    expect(closest, id).toBeDefined();
    expect(Number(version), id).toBeGreaterThanOrEqual(Math.min(...versions));
    expect(Number(version), id).toBeLessThanOrEqual(Math.max(...versions));
  }
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
