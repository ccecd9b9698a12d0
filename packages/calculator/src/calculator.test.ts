import { createEdition, type Edition, type Facts } from '@ml-emissions/data';
import { editions as published } from '@ml-emissions/data/full';
import { describe, expect, test } from 'vitest';
import { createCalculator } from './calculator.ts';
import { calculator } from './full.ts';

const current = published.get(published.current);
if (!current) throw new Error('no current edition');

/** The current edition under another id, with some of its facts exchanged. */
function editionWith(base: Edition, id: string, facts: Partial<Facts>): Edition {
  return createEdition({
    id,
    hash: `hash of ${id}`,
    hasPastYears: true,
    facts: { ...base, ...facts },
    machines: () => base.machines,
  });
}

const TEST = '2026.0-test';
const other = editionWith(current, TEST, {
  defaults: current.defaults.map((row) => (row.id === 'host.sxm' ? { ...row, value: 0.5 } : row)),
  zoneIntensity: current.zoneIntensity.map((row) =>
    row.zone === 'US-MIDW-MISO' ? { ...row, carbonIntensityGPerKwh: 10 } : row,
  ),
  regionEnergy: current.regionEnergy.map((row) =>
    row.provider === 'gcp' && row.pue !== null ? { ...row, pue: 2 } : row,
  ),
});

const { estimate, parseRun } = createCalculator({
  current: current.id,
  ids: [current.id, TEST],
  get: (id) => ({ [current.id]: current, [TEST]: other })[id],
});

const input = {
  hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};

function answered(edition?: string) {
  const parsed = parseRun({ ...input, ...(edition && { edition }) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return estimate(parsed.run);
}

describe('two editions in one process', () => {
  test('each answers its own numbers, in any order', () => {
    const first = answered();
    const tested = answered(TEST);
    expect(tested.edition).toEqual({ id: TEST, hash: `hash of ${TEST}` });
    expect(tested.pue?.value).toBe(2);
    expect(tested.carbonIntensityGPerKwh.value).toBe(10);
    // 8 x 400 W x (0.7 usual use + 0.5 host) x 100 h = 384 kWh; x 1.12 overhead x 2 PUE; x 10 g/kWh
    expect(tested.energyKwh.value).toBeCloseTo(860.16, 9);
    expect(tested.operational.kgCo2e.value).toBeCloseTo(8.6016, 9);
    expect(first.edition.id).toBe(current.id);
    expect(first.operational.kgCo2e.value).toBeGreaterThan(100);
    expect(answered()).toEqual(first);
    expect(answered(TEST)).toEqual(tested);
  });

  test('beside the calculator of all editions, which does not know the other one', () => {
    const { parseRun: parse, estimate: answer } = calculator;
    const parsed = parse(input);
    if (!parsed.ok) throw new Error('refused');
    expect(answer(parsed.run)).toEqual(answered());
    const refused = parse({ ...input, edition: TEST });
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['unknown-edition']);
  });

  test('a calculator of one edition takes it for the current one', () => {
    const own = createCalculator(other);
    expect(own.catalogue().edition).toEqual({ id: TEST, hash: other.hash });
    const parsed = own.parseRun(input);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.run.edition).toBe(TEST);
    expect(own.estimate(parsed.run)).toEqual(answered(TEST));
  });
});

test('a reason for doubt keeps its upper side where that is another', () => {
  const parsed = calculator.parseRun({
    energyKwh: 10,
    energyScope: 'it',
    place: { country: 'JP' },
  });
  if (!parsed.ok) throw new Error('no run');
  const { doubts } = calculator.estimate(parsed.run).carbonIntensityGPerKwh;
  const [coarse] = doubts.filter(({ cause }) => cause === 'coarse-place');
  expect(coarse?.gsdUp).toBeGreaterThan(1);
  expect(coarse?.gsdUp).not.toBe(coarse?.gsd);
});
