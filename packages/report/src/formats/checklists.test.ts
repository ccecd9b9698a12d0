import { expect, test } from 'vitest';
import { A100, METERED, reportWith, resultOf } from '../testing.ts';
import { aclFormat, cvprFormat, neuripsFormat } from './checklists.ts';

type Results = Parameters<typeof reportWith>[0];
type More = Parameters<typeof reportWith>[1];
const ofPhase = (phase: NonNullable<ReturnType<typeof resultOf>['run']['phase']>) =>
  resultOf({ run: { phase } });

const neurips = (results: Results, more: More = {}) =>
  neuripsFormat.write(reportWith(results, more)).split('\n');
const acl = (results: Results, more: More = {}) =>
  aclFormat.write(reportWith(results, more)).split('\n');
const cvpr = (results: Results, more: More = {}) =>
  cvprFormat.write(reportWith(results, more)).split('\n');

test('NeurIPS: the answer, then what it asks for', () => {
  const lines = neurips([resultOf({ run: { repeats: 3 } })]);
  expect(lines.slice(0, 3)).toEqual([
    '\\item {\\bf Experiments compute resources}',
    '\\item[] Answer: \\answerYes{}',
    '\\item[] Justification:',
  ]);
  expect(lines.slice(3, 10)).toEqual([
    'Compute workers: GPU or other accelerator; Google Cloud.',
    'Hardware: 8 A100 (rated 400~W).',
    'Memory: 80 GB on each A100, 1,024 GB of the machine.',
    'Storage: not known.',
    'Compute of each run: run 1: 100~h wall-clock a run, 3 runs, 2,400 chip-hours.',
    'Total: 2,400 chip-hours, 600~kWh (90\\,\\% range 500 to 750~kWh), 240~kg CO\\textsubscript{2}e (90\\,\\% range 200 to 300~kg) (location-based, lifecycle grid).',
    'Preliminary and failed runs: Whether other runs led to it (searches, ablations, failed ones), and whether the whole project took more, is not known.',
  ]);
  expect(lines[10]).toMatch(/^Made with: ML Emissions Calculator 0\.1\.0/);
  expect(lines[11]).toMatch(/^% ml-emissions:1:/);
});

test('NeurIPS: a run with nothing but energy', () => {
  const location = { provider: null };
  const text = neurips([resultOf({ ...METERED, location, run: { hours: undefined } })]).join('\n');
  expect(text).toContain('Compute workers: not known; whose they are is not known.');
  expect(text).toContain('Hardware: not known.\nMemory: not known for the machine.');
  expect(text).toContain('Compute of each run: run 1: time not known.');
  expect(text).toContain('Total: chip-hours not known, ');
});

test('NeurIPS: processors alone; runs by their names or places in the list', () => {
  const cpu = resultOf({ machine: { accelerators: [] }, run: { name: 'tables' } });
  const text = neurips([resultOf(), resultOf(), cpu]).join('\n');
  expect(text).toContain('GPU or other accelerator; CPU; Google Cloud.');
  expect(text).toContain('; run 2: 100~h wall-clock a run, 800 chip-hours; tables: 100~h');
});

test.each(['search', 'ablation', 'failed', 'evaluation', 'validation'] as const)(
  'NeurIPS: runs of %s are preliminary ones',
  (phase) => {
    expect(neurips([resultOf(), ofPhase(phase)]).join('\n')).toContain(
      'Preliminary, search, evaluation and failed runs are listed (1 of 2).',
    );
  },
);

test.each([
  [{ complete: true }, 'The list is complete.'],
  [{ complete: false }, 'The whole project took more than is listed.'],
  [
    { complete: false, notCounted: 'trials' },
    'The whole project took more than is listed: trials.',
  ],
  [{ complete: null, notCounted: 'trials' }, 'is not known; not counted: trials.'],
])('whether there was more: %o', (more, words) => {
  expect(neurips([resultOf()], more).join('\n')).toContain(words);
});

test('ACL: parameters in billions, budget, infrastructure', () => {
  const lines = acl([
    resultOf({ run: { model: { name: 'mine', parameters: 7e9 } } }),
    resultOf({ run: { model: { parameters: 1.3e9 } } }),
    resultOf(METERED),
  ]);
  expect(lines.slice(0, 2)).toEqual(['## C1. Model size, budget and infrastructure', '']);
  expect(lines[2]).toBe(
    '- **Number of parameters:** mine: 7 billion; 1.3 billion; not known in 1 of 3 runs',
  );
  expect(lines[3]).toMatch(
    /^- \*\*Total computational budget:\*\* 1,600 chip-hours in 2 of 3 runs, 600 kWh/,
  );
  expect(lines[4]).toBe(
    '- **Computing infrastructure:** 8 A100 (rated 400 W), Google Cloud us-central1 (Council Bluffs, United States); hardware not known, Google Cloud us-central1 (Council Bluffs, United States)',
  );
  expect(lines[5]).toMatch(/^- \*\*Not in the budget:\*\* Whether other runs led to it/);
  expect(lines[6]).toBe(
    '- Not known: the parameters of the model in 1 of 3 runs and the hardware in 1 of 3 runs.',
  );
  expect(lines[8]).toBe('');
  expect(lines[9]).toMatch(/^<!-- ml-emissions:1:[\w-]+ -->$/);
});

test('ACL: no model told', () => {
  expect(acl([resultOf()])[2]).toBe('- **Number of parameters:** not known');
});

test('CVPR: hardware, host and dates', () => {
  const start = '2026-01-02';
  const run = { start, end: '2026-01-09' };
  expect(cvpr([resultOf({ run, machine: { instance: 'a2' } })]).slice(2, 10)).toEqual([
    '- **CPU:** 2 EPYC 7742',
    '- **GPU or other accelerator:** 8 A100 (rated 400 W)',
    '- **RAM:** 1,024 GB',
    '- **Storage type:** not known',
    '- **Own or cloud:** Google Cloud',
    '- **Instance:** a2',
    expect.stringMatching(/^- \*\*Total:\*\* 800 chip-hours/),
    '- **Dates:** 2026-01-02 to 2026-01-09',
  ]);
  expect(cvpr([resultOf({ run: { start } })])[9]).toBe('- **Dates:** 2026-01-02');
  const bare = cvpr([resultOf({ ...METERED, location: { provider: null } })]);
  expect(bare[2]).toBe('- **CPU:** not known');
  expect(bare[6]).toBe('- **Own or cloud:** not known');
  expect(bare[7]).toBe('- **Instance:** not known');
  expect(bare[9]).toBe('- **Dates:** not known');
});

/** Phases of the calculator by the rows of the form. */
test.each([
  ['training', 'training'],
  ['pre-training', 'training'],
  ['data', 'training'],
  ['fine-tuning', 'fine-tuning'],
  ['distillation', 'distillation'],
  ['search', 'hyper-parameter search'],
  ['ablation', 'ablation'],
  ['inference', 'inference'],
  ['deployment', 'inference'],
  ['evaluation', 'inference'],
  ['validation', 'inference'],
  ['failed', 'failed'],
  ['other', 'other'],
] as const)('CVPR: %s is counted under %s', (phase, kind) => {
  const lines = cvpr([ofPhase(phase)]);
  expect(lines).toContain(`| ${kind} | 1 | 800 | 600 |`);
  expect(
    lines.filter((line) => line.endsWith('| not known | not known | not known |')),
  ).toHaveLength(7);
  expect(lines.join('\n')).not.toContain('| 0 |');
});

test('CVPR: a phase that nobody told is a kind that is not known; kinds add up', () => {
  const many = [{ ...A100, count: null }];
  const uncounted = resultOf({ machine: { accelerators: many } });
  const lines = cvpr([resultOf(), resultOf(), ofPhase('search')]);
  expect(lines).toContain('| kind not known | 2 | 1,600 | 1,200 |');
  expect(lines).toContain('| hyper-parameter search | 1 | 800 | 600 |');
  expect(cvpr([uncounted])).toContain('| kind not known | 1 | not known | 600 |');
  expect(lines).toContain('| run | phase | hardware | chip-hours | energy | emissions |');
});

test('CVPR: what led to a run is of its own kinds of work, in whole runs', () => {
  const development = { trials: 40, trialShare: 0.05, ablations: 0.5, failed: 0.5 };
  const lines = cvpr([resultOf({ run: { phase: 'training', repeats: 2, development } })]);
  expect(lines).toEqual(
    expect.arrayContaining([
      '| training | 2 | 1,600 | 240 |',
      '| hyper-parameter search | 2 | 1,600 | 240 |',
      '| ablation | 0.5 | 400 | 60 |',
      '| failed | 0.5 | 400 | 60 |',
      '| other | not known | not known | not known |',
    ]),
  );
});

test('CVPR: work is told to be none where the list is whole, or the run says that it had none', () => {
  const whole = cvpr([ofPhase('training')], { complete: true });
  expect(whole).toContain('| failed | 0 | 0 | 0 |');
  expect(whole).toContain('| inference | 0 | 0 | 0 |');
  const kind = cvpr([resultOf()], { complete: true });
  expect(kind).toContain('| training | not known | not known | not known |');
  const development = { failed: 0 };
  const said = cvpr([resultOf({ run: { phase: 'training', development } })]);
  expect(said).toContain('| failed | 0 | 0 | 0 |');
  expect(said).toContain('| ablation | not known | not known | not known |');
});

test('CVPR: a kind of work tells what a run was for', () => {
  const lines = cvpr([resultOf({ run: { work: 'llm-fine-tuning' } })]);
  expect(lines).toContain('| fine-tuning | 1 | 800 | 600 |');
  expect(lines.join('\n')).not.toContain('kind not known');
});

test('whose machines: what is told of them, where nobody is named', () => {
  const own = resultOf({ location: { provider: null }, run: { site: 'own-cluster' } });
  expect(cvpr([own])[6]).toBe('- **Own or cloud:** own cluster');
  expect(neurips([own]).join('\n')).toContain('accelerator; own cluster.');
});

test('NeurIPS: memory of the chips does not hide that that of the machine is not known', () => {
  const bare = resultOf({ machine: { memoryGb: null } });
  expect(neurips([bare])[5]).toBe('Memory: 80 GB on each A100; not known for the machine.');
  expect(neurips([resultOf(), bare])[5]).toContain('; not known for the machine in 1 of 2 runs.');
});

test('CVPR: of runs that tell different things, what is told', () => {
  const lines = cvpr([resultOf(METERED), resultOf({ machine: { instance: 'a2' } })]);
  expect(lines[2]).toBe('- **CPU:** 2 EPYC 7742; not known in 1 of 2 runs');
  expect(lines[4]).toBe('- **RAM:** 1,024 GB; not known in 1 of 2 runs');
  expect(lines[7]).toBe('- **Instance:** a2; not known in 1 of 2 runs');
});

test('each ends with what it was made with, and its inputs', () => {
  const made = 'ML Emissions Calculator 0.1.0, method full, data edition 2026-11, 2026-11-30';
  expect(acl([resultOf()])[6]).toBe(`- **Made with:** ${made}`);
  const [words, gap, trailer, end] = cvpr([resultOf()]).slice(-4);
  expect(words).toBe(
    `Whether other runs led to it (searches, ablations, failed ones), and whether the whole project took more, is not known. Made with the ${made}.`,
  );
  expect([gap, end]).toEqual(['', '']);
  expect(trailer).toMatch(/^<!-- ml-emissions:1:[\w-]+ -->$/);
});

test('NeurIPS: kinds of workers and whose they are, each once', () => {
  const own = resultOf({ location: { provider: null } });
  const cpu = resultOf({ machine: { accelerators: [] } });
  const text = neuripsFormat.write(reportWith([resultOf(), own, resultOf(), cpu]));
  expect(text).toContain(
    '\nCompute workers: GPU or other accelerator; CPU; Google Cloud; whose they are is not known.\n',
  );
});
