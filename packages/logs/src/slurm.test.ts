import { describe, expect, test } from 'vitest';
import { chipsOf, energyOf, joulesOf, nodesOf, type SlurmStep, stateOf, tresOf } from './slurm.ts';

// What Slurm 22.05.8 wrote with counters of 300 W a node: seconds of work, and the joules of its rows.

const J_PER_KWH = 3.6e6;
const step = (name: string, joules: number | null, startMs = 0, endMs = 20_000): SlurmStep => ({
  name,
  joules,
  startMs,
  endMs,
});
const joules = (nodeCount: number, ...steps: SlurmStep[]) => {
  const found = energyOf({ nodeCount, steps });
  return found === null || found === 'unclear' ? found : Math.round(found.kWh * J_PER_KWH);
};

describe('energy of a job', () => {
  test('whose work is in the script: its own row says 0, the batch step all', () => {
    expect(joules(1, step('batch', 7214), step('0', 0))).toBe(7214);
  });

  test('half of whose work is in the script', () => {
    expect(joules(1, step('batch', 7214), step('0', 1757))).toBe(7214);
  });

  test('of two steps one after another on one node: the batch step has seen both', () => {
    expect(
      joules(1, step('batch', 6121), step('0', 2972, 0, 10_000), step('1', 3064, 10_000)),
    ).toBe(6121);
  });

  test('of two steps side by side on one node: each is told the whole node, and their sum is twice the truth', () => {
    expect(joules(1, step('batch', 6121), step('0', 6036), step('1', 6036))).toBe(6121);
  });

  test('of one step on two nodes: the batch step has seen the first node only', () => {
    expect(joules(2, step('batch', 6187), step('0', 11_993))).toBe(11_993);
  });

  test('of steps one after another on two nodes adds up', () => {
    const steps = [step('0', 5000, 0, 10_000), step('1', 7000, 10_000, 20_000)];
    expect(joules(2, step('batch', 6100), ...steps)).toBe(12_000);
  });

  test('of overlapping steps on several nodes is unclear: they may or may not share nodes', () => {
    expect(joules(2, step('0', 5000), step('1', 7000))).toBe('unclear');
  });

  test('of a script alone on several nodes is unclear: only the first node was read', () => {
    expect(joules(2, step('batch', 6042))).toBe('unclear');
    expect(joules(2, step('batch', 9000), step('0', 5000))).toBe('unclear');
  });

  test('is not known where no meter ran: steps say 0, or nothing', () => {
    expect(joules(1, step('batch', 0), step('0', 0))).toBeNull();
    expect(joules(1, step('batch', null))).toBeNull();
  });

  test('that ran backwards is no number: it shows near 2^64', () => {
    expect(joulesOf('18446744073709538975')).toBe('broken');
    expect(joulesOf('10000000000')).toBe(10_000_000_000);
    expect(joulesOf('')).toBeNull();
  });
});

describe('chips of an allocation', () => {
  test.each([
    // AccountingStorageTRES=gres/gpu,gres/gpu:a100,gres/gpu:h100: the untyped entry is the sum.
    [
      'billing=2,cpu=2,gres/gpu:a100=2,gres/gpu:h100=1,gres/gpu=3,mem=200M,node=1',
      [
        { name: 'a100', count: 2 },
        { name: 'h100', count: 1 },
      ],
    ],
    ['billing=2,cpu=2,energy=5970,gres/gpu:a100=2,gres/gpu=2', [{ name: 'a100', count: 2 }]],
    // =gres/gpu
    ['cpu=2,gres/gpu=2,node=1', [{ name: null, count: 2 }]],
    // =gres/gpu:a100
    ['cpu=2,gres/gpu:a100=2,node=1', [{ name: 'a100', count: 2 }]],
    // =gres/gpu,gres/gpu:a100, on a node with both
    [
      'cpu=2,gres/gpu:a100=4,gres/gpu=5',
      [
        { name: 'a100', count: 4 },
        { name: null, count: 1 },
      ],
    ],
    // none: it is not recorded
    ['billing=2,cpu=2,mem=200M,node=1', []],
    ['', []],
  ])('%s', (text, chips) => {
    expect(chipsOf(tresOf(text))).toEqual(chips);
  });
});

test('a state may have trailing words, and one that nobody knows is none', () => {
  expect(stateOf('CANCELLED by 1001')).toBe('cancelled');
  expect(stateOf('CANCELLED')).toBe('cancelled');
  expect(stateOf('PENDING')).toBeNull();
  expect(stateOf('FINE')).toBeUndefined();
  expect(stateOf('constructor')).toBeUndefined();
});

test('nodes are written out, so that those on one are found', () => {
  expect(nodesOf('n[1-3,07],gpu1')).toBe('n1,n2,n3,n07,gpu1');
  expect(nodesOf('node08')).toBe('node08');
  expect(nodesOf('n[001-002]')).toBe('n001,n002');
  expect(nodesOf('None assigned')).toBeNull();
  expect(nodesOf('n[1-100000]')).toBe('n[1-100000]');
});
