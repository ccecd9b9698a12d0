import type { ProjectResult } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { editionsOf, methodsOf, reportOf } from './report.ts';
import { OPTIONS, resultOf } from './testing.ts';

const { energyKwh, operational, ghgProtocol, marketBased, embodied, water, total } = resultOf();

/** A project whose sums are its own, not those of a run. */
function projectOf(more: Partial<ProjectResult> = {}): ProjectResult {
  return {
    schemaVersion: 1,
    name: 'all of it',
    complete: false,
    notCounted: 'trials',
    shared: [],
    edition: null,
    energyKwh: { value: 1200 },
    operational: { kgCo2e: { value: 480 } },
    ghgProtocol,
    marketBased,
    offset: { kgCo2e: 7 },
    embodied: { kgCo2e: null },
    water,
    total,
    byPhase: [],
    byPlace: [],
    byHardware: [],
    interval: null,
    sensitivity: [],
    development: [],
    equivalences: [],
    warnings: [],
    runs: [resultOf({ run: { name: 'one' } }), resultOf()],
    ...more,
  };
}

test('a run is its own report', () => {
  const result = resultOf({ run: { name: 'one' } });
  expect(reportOf(result, OPTIONS)).toEqual({
    title: 'one',
    runs: [result],
    energyKwh,
    operational: operational.kgCo2e,
    embodied: embodied.kgCo2e,
    total: total.kgCo2e,
    scope2: { value: 180 },
    scope3Category3: { value: 60 },
    market: { value: 30 },
    offsetKg: 120,
    onSiteL: { value: 900 },
    offSiteL: { value: 1200 },
    complete: null,
    notCounted: null,
    result,
    ...OPTIONS,
    site: null,
    language: 'en',
  });
});

test('a project has its own name and sums, and says whether it is whole', () => {
  const report = reportOf(projectOf(), OPTIONS);
  expect(report).toMatchObject({
    title: 'all of it',
    energyKwh: { value: 1200 },
    operational: { value: 480 },
    embodied: null,
    offsetKg: 7,
    complete: false,
    notCounted: 'trials',
  });
  expect(report.runs).toHaveLength(2);
});

test('without a name there is no title', () => {
  expect(reportOf(projectOf({ name: null }), OPTIONS).title).toBe('');
  expect(reportOf(resultOf(), OPTIONS).title).toBe('');
});

test('a project without runs has no report', () => {
  expect(() => reportOf(projectOf({ runs: [] }), OPTIONS)).toThrow('a project without runs');
});

test('editions and methods of the runs, each once', () => {
  const older = resultOf({ edition: { id: '2026-05', hash: 'x' }, method: 'sci' });
  const report = reportOf(projectOf({ runs: [resultOf(), older, resultOf()] }), OPTIONS);
  expect(editionsOf(report)).toEqual(['2026-11', '2026-05']);
  expect(methodsOf(report)).toEqual(['full', 'sci']);
});
