import { expect, test } from 'vitest';
import {
  howItWasMade,
  whatIsLeftOut,
  whatItEmits,
  whatRan,
  whatStandsBeside,
} from './sentences.ts';
import { A100, METERED, PLAN, reportWith, resultOf, SERVED } from './testing.ts';

const PLACE = 'Google Cloud us-central1 (Council Bluffs, United States)';
const FRANCE = { location: { provider: null, region: null, city: null, name: 'France' } };
const METERED_IN_FRANCE = { ...METERED, ...FRANCE };
const grid = resultOf().carbonIntensityGPerKwh;

test('what ran, for how long and where', () => {
  expect(whatRan(reportWith([resultOf()]))).toBe(
    `The work ran on 8 A100 (rated 400 W) for 100 h (800 chip-hours) in ${PLACE}.`,
  );
  expect(whatRan(reportWith([resultOf({ run: { repeats: 3 } })]))).toBe(
    `The work ran on 8 A100 (rated 400 W) for 100 h, 3 times (2,400 chip-hours) in ${PLACE}.`,
  );
});

test('chip-hours alone, and no time at all', () => {
  const untimed = { hours: undefined };
  expect(whatRan(reportWith([resultOf({ run: { ...untimed, deviceHours: 16_020 } })]))).toBe(
    `The work ran on 8 A100 (rated 400 W) for 16,020 chip-hours in ${PLACE}.`,
  );
  expect(whatRan(reportWith([resultOf({ run: untimed })]))).toBe(
    `The work ran on 8 A100 (rated 400 W) in ${PLACE}.`,
  );
  expect(whatRan(reportWith([resultOf({ machine: { accelerators: [], cpu: null } })]))).toBe(
    `The work ran on hardware that is not known for 100 h in ${PLACE}.`,
  );
});

test('several runs: each hardware and place once, the last after `and`', () => {
  const elsewhere = resultOf({
    ...FRANCE,
    machine: { accelerators: [{ ...A100, name: 'V100', count: 1 }] },
  });
  const third = resultOf({ machine: { accelerators: [{ ...A100, name: 'T4', count: 2 }] } });
  expect(whatRan(reportWith([resultOf(), elsewhere, third, resultOf()]))).toBe(
    `The work ran on 8 A100 (rated 400 W), 1 V100 (rated 400 W) and 2 T4 (rated 400 W) in 4 runs (1,900 chip-hours) in ${PLACE} and France.`,
  );
});

test('a place that nobody told', () => {
  const location = { provider: null, region: null, city: null, zone: null, name: null };
  expect(whatRan(reportWith([resultOf({ location })]))).toContain('in a place that is not known.');
});

test('a plan says how its time follows, and from what', () => {
  expect(whatRan(reportWith([resultOf({ plan: PLAN })]))).toBe(
    `The work is planned on 8 A100 (rated 400 W) for 200 h (1,600 chip-hours) in ${PLACE}. It has not run yet: its 1,600 chip-hours (90 % range 1,200 to 2,000), 1.50e+22 FLOP at 40 % of 312 TFLOP/s a chip follow from a model FLOP utilisation as given.`,
  );
});

test.each([
  ['speed-seen', 'follow from the speed of a trial run.'],
  ['mfu-usual', 'follow from the usual model FLOP utilisation of published trainings.'],
] as const)('a plan by %s without arithmetic', (rung, words) => {
  const plan = { ...PLAN, rung, flop: null, mfu: null, deviceHours: { value: 1600 } };
  expect(whatRan(reportWith([resultOf({ plan })]))).toContain(
    `It has not run yet: its 1,600 chip-hours ${words}`,
  );
});

test('without the peak of the chips no speed is said, nor a range with one end', () => {
  const plan = { ...PLAN, peakTflops: null, deviceHours: { value: 1600, low: 1200 } };
  expect(whatRan(reportWith([resultOf({ plan })]))).toContain(
    'its 1,600 chip-hours, 1.50e+22 FLOP follow from',
  );
  const other = { ...PLAN, deviceHours: { value: 1600, high: 2000 } };
  expect(whatRan(reportWith([resultOf({ plan: other })]))).toContain('its 1,600 chip-hours, 1.50');
});

test('plans among runs are counted and named', () => {
  const planned = resultOf({ plan: PLAN, run: { name: 'next year' } });
  const words = whatRan(reportWith([resultOf(), planned, resultOf({ plan: PLAN })]));
  expect(words).toContain('The work ran, or in 2 of 3 runs is planned, on 8 A100');
  expect(words).toContain(' Next year has not run yet: ');
  expect(words).toContain(' A planned run has not run yet: ');
  const all = whatRan(reportWith([planned, planned]));
  expect(all).toContain('The work is planned on 8 A100');
  expect(all.match(/Next year has not run yet/g)).toHaveLength(1);
});

test('a plan alone is `It`, whatever its name', () => {
  const planned = resultOf({ plan: PLAN, run: { name: 'next year' } });
  expect(whatRan(reportWith([planned]))).toContain(' It has not run yet');
});

test('energy and emissions with their ranges, and what they hold', () => {
  expect(whatItEmits(reportWith([resultOf()]))).toBe(
    'Electricity is estimated at 600 kWh (90 % range 500 to 750 kWh) from a given mean power of 75 % of rated power, counting accelerators, host, idle time, supply and fan losses and data centre with a PUE of 1.2; the operational emissions (location-based, lifecycle grid) are 240 kg CO2e (90 % range 200 to 300 kg), from 400 g CO2e/kWh (US-MIDW, 2024, lifecycle).',
  );
});

test('what differs between runs stands with how many it is of', () => {
  const metered = resultOf({
    ...METERED_IN_FRANCE,
    boundary: { ...resultOf().boundary, includedParts: [] },
  });
  const words = whatItEmits(reportWith([resultOf(), resultOf(), metered]));
  expect(words).toContain(
    'from a given mean power of 75 % of rated power in 2 of 3 runs and energy metered at the wall in 1 of 3 runs',
  );
  expect(words).toContain('with a PUE of 1.2 in 2 of 3 runs;');
  expect(words).toContain(', from 400 g CO2e/kWh (US-MIDW, 2024, lifecycle).');
});

test('nothing but a meter: no PUE, no parts; an intensity as given', () => {
  const given = { ...grid, zone: null, year: null, scope: null };
  const boundary = { ...resultOf().boundary, includedParts: [] };
  expect(
    whatItEmits(reportWith([resultOf({ ...METERED, boundary, carbonIntensityGPerKwh: given })])),
  ).toContain(
    'from energy metered at the wall, as metered; the operational emissions (location-based) are 240 kg CO2e (90 % range 200 to 300 kg), from 400 g CO2e/kWh (as given).',
  );
});

test('a part alone, and two of them', () => {
  const holding = (...includedParts: ('accelerators' | 'host')[]) =>
    whatItEmits(reportWith([resultOf({ boundary: { ...resultOf().boundary, includedParts } })]));
  expect(holding('accelerators')).toContain(', counting accelerators with a PUE');
  expect(holding('host', 'accelerators')).toContain(', counting accelerators and host with');
});

test('the expected sum stands beside middle figures that it exceeds', () => {
  const operational = { value: 240, low: 200, high: 300, mean: 260 };
  expect(whatItEmits(reportWith([resultOf()], { operational }))).toMatch(
    / That is the sum of the runs’ middle figures; the expected sum is 260 kg\.$/,
  );
});

test('what stands beside: manufacture, scopes, contracts, claims, water', () => {
  expect(whatStandsBeside(reportWith([resultOf()]))).toEqual([
    'The share of manufacturing the hardware is 60 kg CO2e (90 % range 40 to 90 kg).',
    expect.stringContaining('Scope 2, location-based: 180 kg CO2e'),
    'Market-based emissions are 30 kg CO2e.',
    'Google Cloud states that 50 % of this is offset or matched; it is not subtracted.',
    'Water: 900 L on site, 1,200 L at power plants.',
  ]);
});

test('what is not known of them is said', () => {
  const nothing = { embodied: null, market: null, offsetKg: null, onSiteL: null, offSiteL: null };
  const [made, , market, claim, water] = whatStandsBeside(reportWith([resultOf()], nothing));
  expect(made).toBe('Manufacture of the hardware is not known.');
  expect(market).toBe('Market-based emissions are not known.');
  expect(claim).toBe('What is offset is not known.');
  expect(water).toBe('Water is not known.');
});

test('one of both waters', () => {
  const water = (more: object) => whatStandsBeside(reportWith([resultOf()], more)).at(-1);
  expect(water({ onSiteL: null })).toBe('Water: on site not known, 1,200 L at power plants.');
  expect(water({ offSiteL: null })).toBe('Water: 900 L on site, at power plants not known.');
});

test('who claims: all providers, or the operator where none is named', () => {
  const claim = (...runs: Parameters<typeof reportWith>[0]) =>
    whatStandsBeside(reportWith(runs))[3];
  const azure = resultOf({ location: { provider: 'Azure' } });
  expect(claim(resultOf(), azure)).toMatch(/^Google Cloud and Azure state that 50 %/);
  expect(claim(resultOf({ location: { provider: null } }))).toMatch(/^The operator states that/);
});

test('a claim on emissions of nothing is of all', () => {
  const report = reportWith([resultOf()], { operational: { value: 0 }, offsetKg: 0 });
  expect(whatStandsBeside(report)[3]).toContain('states that all of this is offset');
});

test('what is left out, each once, and what the user says', () => {
  expect(whatIsLeftOut(reportWith([resultOf(), resultOf()]))).toBe(
    'Left out: development and network.',
  );
  expect(whatIsLeftOut(reportWith([resultOf()], { notCounted: 'a trial' }))).toBe(
    'Left out: development and network. Not counted, as told: a trial.',
  );
});

test.each(['search', 'ablation', 'failed'] as const)(
  'development is not left out where runs of %s are listed',
  (phase) => {
    const report = reportWith([resultOf(), resultOf({ run: { phase } })]);
    expect(whatIsLeftOut(report)).toBe('Left out: network.');
  },
);

test('nor where the list is whole', () => {
  expect(whatIsLeftOut(reportWith([resultOf()], { complete: true }))).toBe('Left out: network.');
  expect(whatIsLeftOut(reportWith([resultOf()], { complete: false }))).toContain('development');
});

test('what is left out of some runs alone says of how many: it is counted in the others', () => {
  const { boundary } = resultOf();
  const embodied = { ...boundary.excluded[1], item: 'embodied' };
  const metered = resultOf({
    boundary: { ...boundary, excluded: [...boundary.excluded, embodied as never] },
  });
  expect(whatIsLeftOut(reportWith([metered, resultOf()]))).toBe(
    'Left out: development, network and embodied in 1 of 2 runs.',
  );
  expect(whatIsLeftOut(reportWith([metered]))).toBe('Left out: development, network and embodied.');
});

test('with which version, method and data', () => {
  expect(howItWasMade(reportWith([resultOf()]))).toBe(
    'Estimated with the ML Emissions Calculator 0.1.0, method full, data edition 2026-11, 2026-11-30.',
  );
});

test('energy that no chip drew and no meter saw', () => {
  const nothing = resultOf({ machine: { accelerators: [] } });
  expect(whatItEmits(reportWith([nothing]))).toContain('750 kWh), counting accelerators');
});

test('a claim on emissions of less than a kilogram', () => {
  const report = reportWith([resultOf()], { operational: { value: 0.5 }, offsetKg: 0.25 });
  expect(whatStandsBeside(report)[3]).toContain('states that 50 % of this');
});

test('one thing left out', () => {
  const { boundary } = resultOf();
  const excluded = boundary.excluded.slice(0, 1);
  expect(whatIsLeftOut(reportWith([resultOf({ boundary: { ...boundary, excluded } })]))).toBe(
    'Left out: development.',
  );
});

test('what a service answers', () => {
  expect(whatRan(reportWith([resultOf(SERVED)]))).toBe(
    `The work ran on 8 A100 (rated 400 W) in ${PLACE}. It answers 365,000,000 requests a year.`,
  );
  expect(whatItEmits(reportWith([resultOf(SERVED)]))).toContain(
    'from what the service answers, at an estimated 0.5 J a token written at the chips',
  );
});
