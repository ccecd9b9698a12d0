import type { ProjectResult, Run } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { runFileOf } from './run-file.ts';
import { resultOf } from './testing.ts';

type Project = Parameters<typeof runFileOf>[0] & ProjectResult;
type Changed = Partial<Run>;

/** What of a project a run file follows from. */
const projectOf = (shared: readonly string[], runs: readonly Changed[], more = {}) =>
  ({
    ...{ name: null, complete: null, notCounted: null, shared, ...more },
    runs: runs.map((run) => resultOf({ run })),
  }) as unknown as Project;

const RUN = { schemaVersion: 1, method: 'full', edition: '2026-11' };
const HARDWARE = { hardware: [{ accelerator: 'a100', count: 8 }] };

test('a run is itself, without an empty list of hardware', () => {
  expect(runFileOf(resultOf())).toEqual({ ...RUN, ...HARDWARE, hours: 100 });
  expect(runFileOf(resultOf({ run: { hardware: [] } }))).toEqual({ ...RUN, hours: 100 });
});

test('what all runs took from the defaults goes back there, once', () => {
  const runs = [
    { pue: 1.2, hours: 1, shared: ['pue'] },
    { pue: 1.2, hours: 2, shared: ['pue'] },
  ];
  expect(runFileOf(projectOf(['pue'], runs))).toEqual({
    schemaVersion: 1,
    defaults: { pue: 1.2 },
    runs: [
      { ...RUN, ...HARDWARE, hours: 1 },
      { ...RUN, ...HARDWARE, hours: 2 },
    ],
  });
});

test('fields that a run shares otherwise stay with it; a default that no run has is none', () => {
  const runs = [{ hours: 1, shared: ['pue', 'hours'] }, { hours: 1 }];
  expect(runFileOf(projectOf(['pue'], runs))).toEqual({
    schemaVersion: 1,
    runs: [
      { ...RUN, ...HARDWARE, hours: 1, shared: ['hours'] },
      { ...RUN, ...HARDWARE, hours: 1 },
    ],
  });
});

test('name, wholeness and what is not counted, where they are told', () => {
  const more = { name: 'mine', complete: false, notCounted: 'trials' };
  expect(runFileOf(projectOf([], [{}], more))).toMatchObject(more);
  const bare = runFileOf(projectOf([], [{}]));
  expect(Object.keys(bare)).toEqual(['schemaVersion', 'runs']);
});
