import type { RunInput } from '@ml-emissions/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { estimate, parseRun } = calculator;

const good = {
  hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};
const chip = (over: object) => ({ ...good, hardware: [{ ...good.hardware[0], ...over }] });

function problems(input: unknown) {
  const parsed = parseRun(input as RunInput);
  return parsed.ok ? [] : parsed.problems;
}

const bad: readonly [string, unknown, string, string][] = [
  [
    'an unknown accelerator',
    chip({ accelerator: 'v10' }),
    '/hardware/0/accelerator',
    'unknown-accelerator',
  ],
  [
    'an ambiguous accelerator',
    chip({ accelerator: 'a100' }),
    '/hardware/0/accelerator',
    'ambiguous-accelerator',
  ],
  ['an empty accelerator', chip({ accelerator: '' }), '/hardware/0/accelerator', 'out-of-range'],
  [
    'a very long accelerator',
    chip({ accelerator: 'x'.repeat(10_000_000) }),
    '/hardware/0/accelerator',
    'too-long',
  ],
  [
    'control characters',
    chip({ accelerator: 'A100\u001b[2J' }),
    '/hardware/0/accelerator',
    'control-character',
  ],
  [
    'HTML',
    chip({ accelerator: '<script>alert(1)</script>' }),
    '/hardware/0/accelerator',
    'unknown-accelerator',
  ],
  [
    'a prototype key as a name',
    chip({ accelerator: '__proto__' }),
    '/hardware/0/accelerator',
    'unknown-accelerator',
  ],
  [
    'a custom chip without power',
    chip({ accelerator: { name: 'mine' } }),
    '/hardware/0/accelerator/tdpW',
    'missing',
  ],
  ['count 0', chip({ count: 0 }), '/hardware/0/count', 'out-of-range'],
  ['count -1', chip({ count: -1 }), '/hardware/0/count', 'out-of-range'],
  ['count NaN', chip({ count: Number.NaN }), '/hardware/0/count', 'out-of-range'],
  ['count 1e12', chip({ count: 1e12 }), '/hardware/0/count', 'out-of-range'],
  ['count as a word', chip({ count: 'eight' }), '/hardware/0/count', 'wrong-type'],
  ['energy as power', { ...good, energyKwh: '3 kW' }, '/energyKwh', 'wrong-type'],
  ['hours 0', { ...good, hours: 0 }, '/hours', 'out-of-range'],
  ['hours -1', { ...good, hours: -1 }, '/hours', 'out-of-range'],
  ['hours Infinity', { ...good, hours: Number.POSITIVE_INFINITY }, '/hours', 'out-of-range'],
  ['hours 1e308', { ...good, hours: 1e308 }, '/hours', 'out-of-range'],
  ['hours 1,5', { ...good, hours: '1,5' }, '/hours', 'wrong-type'],
  ['empty hours', { ...good, hours: '' }, '/hours', 'wrong-type'],
  ['hours as a 10 MB text', { ...good, hours: '1'.repeat(10_000_000) }, '/hours', 'wrong-type'],
  ['no hours', { ...good, hours: undefined }, '/hours', 'missing'],
  ['hours null', { ...good, hours: null }, '/hours', 'missing'],
  ['no hardware', { ...good, hardware: [] }, '/hardware', 'missing'],
  ['hardware as text', { ...good, hardware: 'A100' }, '/hardware', 'wrong-type'],
  [
    'an unknown provider',
    { ...good, place: { provider: 'gpc', region: 'x' } },
    '/place/provider',
    'unknown-provider',
  ],
  [
    'an unknown region',
    { ...good, place: { provider: 'gcp', region: 'us-centrl1' } },
    '/place/region',
    'unknown-region',
  ],
  ['a region alone', { ...good, place: { region: 'us-central1' } }, '/place/provider', 'missing'],
  ['a provider alone', { ...good, place: { provider: 'gcp' } }, '/place/region', 'missing'],
  ['an empty place', { ...good, place: {} }, '/place', 'missing'],
  ['two places', { ...good, place: { zone: 'FR', country: 'FR' } }, '/place', 'conflict'],
  ['an unknown site', { ...good, place: { site: 'atlantis' } }, '/place/site', 'unknown-site'],
  ['a part of a site’s name', { ...good, place: { site: 'Jean' } }, '/place/site', 'unknown-site'],
  ['a site and a zone', { ...good, place: { site: 'lumi', zone: 'FI' } }, '/place', 'conflict'],
  [
    'a region and a country',
    { ...good, place: { provider: 'gcp', region: 'us-central1', country: 'US' } },
    '/place',
    'conflict',
  ],
  [
    'an unknown provider in a country',
    { ...good, place: { provider: 'gpc', country: 'US' } },
    '/place/provider',
    'unknown-provider',
  ],
  [
    'a provider in a country that is none',
    { ...good, place: { provider: 'gcp', country: 'Texas' } },
    '/place/country',
    'unknown-country',
  ],
  [
    'a provider without regions alone',
    { ...good, place: { provider: 'runpod' } },
    '/place/region',
    'missing',
  ],
  [
    'a site in an edition without sites',
    { ...good, place: { site: 'lumi' }, edition: '2026.1' },
    '/place/site',
    'unknown-site',
  ],
  ['an unknown zone', { ...good, place: { zone: 'XX-YY' } }, '/place/zone', 'unknown-zone'],
  [
    'an unknown country',
    { ...good, place: { country: 'XX' } },
    '/place/country',
    'unknown-country',
  ],
  ['no place', { ...good, place: undefined }, '/place', 'missing'],
  [
    'intensity -3',
    { ...good, carbonIntensityGPerKwh: -3 },
    '/carbonIntensityGPerKwh',
    'out-of-range',
  ],
  [
    'intensity 1e9',
    { ...good, carbonIntensityGPerKwh: 1e9 },
    '/carbonIntensityGPerKwh',
    'out-of-range',
  ],
  ['PUE below 1', { ...good, pue: 0.9 }, '/pue', 'out-of-range'],
  ['offset 250 %', { ...good, offsetFraction: 2.5 }, '/offsetFraction', 'out-of-range'],
  ['half a year', { ...good, year: 2020.5 }, '/year', 'out-of-range'],
  ['an unknown method', { ...good, method: 'guess' }, '/method', 'unknown-value'],
  ['an unknown edition', { ...good, edition: '1999' }, '/edition', 'unknown-edition'],
  ['hardware and a slice', { ...good, slice: 'v3-8' }, '/slice', 'conflict'],
  ['a misspelt field', { ...good, hour: 3 }, '/hour', 'unknown-field'],
  [
    'a prototype key as a field',
    JSON.parse('{"__proto__":1,"hours":1}'),
    '/__proto__',
    'unknown-field',
  ],
  ['an array', [], '', 'wrong-type'],
  ['nothing', undefined, '', 'wrong-type'],
];

describe('bad input', () => {
  test.each(bad)('%s is refused at its field', (_, input, field, code) => {
    const found = problems(input);
    expect(found.map((one) => [one.field, one.code])).toContainEqual([field, code]);
    for (const one of found) {
      expect(one.message).not.toBe('');
      expect(one.expected).not.toBe('');
      expect(JSON.stringify(one).length).toBeLessThan(5000);
    }
  });

  test('all problems are told at once', () => {
    const found = problems({
      hardware: [{ accelerator: 'v10', count: -1 }],
      hours: '1,5',
      place: { provider: 'gpc', region: 'x' },
      pue: 0,
      colour: 'red',
    });
    expect(found.map((one) => one.field).sort()).toEqual([
      '/colour',
      '/hardware/0/accelerator',
      '/hardware/0/count',
      '/hours',
      '/place/provider',
      '/pue',
    ]);
  });

  test('an empty run is told all that it lacks, in words', () => {
    const found = problems({});
    expect(found.map((one) => [one.field, one.code])).toEqual([
      ['/hardware', 'missing'],
      ['/hours', 'missing'],
      ['/place', 'missing'],
    ]);
    for (const { message, expected } of found) expect(`${message} ${expected}`).not.toMatch(/key/i);
  });

  test('an ambiguous name says what tells the candidates apart', () => {
    const [first] = problems(chip({ accelerator: 'h100' }));
    expect(first?.message).toContain('NVIDIA H100 PCIe 80GB (350 W)');
    expect(first?.suggestions).toContain('NVIDIA H100 PCIe 80GB');
  });

  test('a suggestion can be typed in as it stands', () => {
    const [first] = problems(chip({ accelerator: 'v10' }));
    expect(first?.suggestions.length).toBeGreaterThan(0);
    for (const accelerator of first?.suggestions ?? []) {
      expect(problems(chip({ accelerator }))).toEqual([]);
    }
  });
});

describe('good input', () => {
  test('zero intensity is legal and emits nothing', () => {
    const parsed = parseRun({ ...good, carbonIntensityGPerKwh: 0 });
    if (!parsed.ok) throw new Error('refused');
    expect(estimate(parsed.run).operational.kgCo2e.value).toBe(0);
  });

  test('a name of several chips that give the same figure is taken, with a warning', () => {
    const parsed = parseRun(chip({ accelerator: 'AGX Xavier' }) as RunInput);
    if (!parsed.ok) throw new Error('refused');
    expect(estimate(parsed.run).warnings.map(({ code }) => code)).toContain(
      'ambiguous-accelerator',
    );
  });

  test('a result names every source that its receipt uses, with its licence', () => {
    const parsed = parseRun(good);
    if (!parsed.ok) throw new Error('refused');
    const { receipt, sources } = estimate(parsed.run);
    const named = new Set(sources.map(({ id }) => id));
    for (const { sourceId } of receipt) if (sourceId) expect(named).toContain(sourceId);
    expect(sources.find(({ id }) => id === 'em-annual-odbl')?.licence).toBe('ODbL-1.0');
    expect(sources[0]?.id).toBe('lacoste2019');
  });

  const resultOf = (input: unknown) => {
    const parsed = parseRun(input as RunInput);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return estimate(parsed.run);
  };

  test('chip-hours are wall-clock hours times chips', () => {
    const { hours: _, ...timeless } = good;
    const byChips = resultOf({ ...timeless, deviceHours: 800 });
    expect(byChips.run.hours).toBe(100);
    expect(byChips.operational).toEqual(resultOf(good).operational);
    expect(problems({ ...good, deviceHours: 800 })).toEqual([]);
    expect(problems({ ...good, deviceHours: 100 })[0]).toMatchObject({
      code: 'conflict',
      field: '/deviceHours',
    });
    expect(problems(timeless)[0]).toMatchObject({ code: 'missing', field: '/hours' });
  });

  test('three repeats emit three times as much', () => {
    const [once, thrice] = [good, { ...good, repeats: 3 }].map(resultOf);
    expect(thrice?.energyKwh.value).toBeCloseTo(3 * (once?.energyKwh.value ?? 0), 9);
    const energy = thrice?.receipt.find(({ step }) => step === 'accelerator-energy');
    expect(energy?.formula).toContain('x 3 repeats');
    expect(problems({ ...good, repeats: 0 })[0]).toMatchObject({
      code: 'out-of-range',
      field: '/repeats',
    });
  });

  test('measured power beats utilisation beats TDP, and the rung says which it was', () => {
    const [tdp, share, watts] = [{}, { utilisation: 0.5 }, { powerW: 120 }].map((power) =>
      resultOf(chip(power)),
    );
    const chips = (of: typeof tdp) => of?.energyKwh.parts.accelerators ?? 0;
    expect(tdp?.rungs.power).toBe('typical');
    expect(share?.rungs.power).toBe('utilisation');
    expect(watts?.rungs.power).toBe('measured');
    expect(chips(tdp)).toBeCloseTo(8 * 300 * 0.7 * 0.1, 9);
    expect(chips(share)).toBeCloseTo(8 * 300 * 0.5 * 0.1, 9);
    expect(chips(watts)).toBeCloseTo(8 * 120 * 0.1, 9);
    expect(problems(chip({ utilisation: 0.5, powerW: 120 }))[0]).toMatchObject({
      code: 'conflict',
    });
    expect(problems(chip({ utilisation: 80 }))[0]).toMatchObject({ code: 'out-of-range' });
  });

  test('the paper’s method counts rated power only, and says that it left the measured one out', () => {
    const { operational, warnings } = resultOf({
      ...chip({ powerW: 120 }),
      method: 'lacoste-2019',
    });
    expect(operational).toEqual(resultOf({ ...good, method: 'lacoste-2019' }).operational);
    expect(warnings.map(({ code }) => code)).toContain('power-not-used');
  });

  test('a chip without a published TDP is answered where its power was measured', () => {
    const run = { ...good, hardware: [{ accelerator: 'graphcore-gc200', powerW: 200 }] };
    expect(resultOf(run).energyKwh.value).toBeGreaterThan(0);
    expect(problems({ ...good, hardware: [{ accelerator: 'graphcore-gc200' }] })[0]?.code).toBe(
      'no-tdp',
    );
  });

  test('a share of a chip is legal', () => {
    expect(problems(chip({ count: 0.5 }))).toEqual([]);
  });

  test('a given intensity needs no place', () => {
    expect(problems({ ...good, place: undefined, carbonIntensityGPerKwh: 35 })).toEqual([]);
  });

  test.each([{ zone: 'FR' }, { country: 'FR' }, { country: 'France' }, { country: 'fr' }])(
    'place %o',
    (place) => expect(problems({ ...good, place })).toEqual([]),
  );

  test('a run that was written out and read again gives the same result', () => {
    const first = parseRun(good);
    if (!first.ok) throw new Error('refused');
    const again = parseRun(JSON.parse(JSON.stringify(first.run)));
    if (!again.ok) throw new Error('refused');
    expect(again.run).toEqual(first.run);
    expect(estimate(again.run).operational).toEqual(estimate(first.run).operational);
  });
});

test('anything at all is answered or refused, never thrown at, never NaN', () => {
  const value = fc.oneof(
    fc.anything(),
    fc.double(),
    fc.string(),
    fc.constantFrom(...Object.values(good)),
  );
  const runs = fc.oneof(
    fc.anything(),
    fc.record(
      {
        hardware: fc.oneof(
          value,
          fc.array(fc.record({ accelerator: value, count: value }, { requiredKeys: [] })),
        ),
        hours: value,
        place: fc.oneof(
          value,
          fc.record(
            { provider: value, region: value, zone: value, country: value },
            { requiredKeys: [] },
          ),
        ),
        carbonIntensityGPerKwh: value,
        pue: value,
        offsetFraction: value,
        year: value,
        method: value,
        edition: value,
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(runs, (input) => {
      const parsed = parseRun(input as RunInput);
      if (!parsed.ok) return parsed.problems.length > 0;
      return Number.isFinite(estimate(parsed.run).operational.kgCo2e.value);
    }),
    { numRuns: 500 },
  );
});

test('no legal size of run overflows', () => {
  const parsed = parseRun({
    hardware: Array.from({ length: 100 }, () => ({
      accelerator: { name: 'x', tdpW: 100_000 },
      count: 1e8,
    })),
    hours: 1e10,
    carbonIntensityGPerKwh: 5000,
    pue: 10,
    repeats: 1e6,
  });
  if (!parsed.ok) throw new Error('refused');
  expect(Number.isFinite(estimate(parsed.run).operational.kgCo2e.value)).toBe(true);
});

test.each([
  ['8 v100 GPUs', '8 x NVIDIA V100 SXM2 16GB'],
  ['v100', 'NVIDIA V100 SXM2 16GB'],
  ['2 T4 + 3 L4', '2 x NVIDIA T4'],
  ['half an A100 40GB', '1/2 x NVIDIA A100 SXM4 40GB'],
  ['A100 3g.20gb', '3/7 x NVIDIA A100 SXM4 40GB'],
])('what is suggested for %s says how many too', (accelerator, suggestion) => {
  const [first] = problems({ ...good, hardware: [{ accelerator }] });
  expect(first?.suggestions?.[0]).toBe(suggestion);
  const again = parseRun({ ...good, hardware: [{ accelerator: suggestion }] });
  const [, over, under = '1'] = /^(\d+)(?:\/(\d+))? x /.exec(suggestion) ?? [];
  const count = Number(over) / Number(under);
  if (over) expect(again).toMatchObject({ run: { hardware: [{ count }] } });
});

test('how requests come is asked of inference alone', () => {
  const run = (more: object) =>
    parseRun({ hardware: [{ accelerator: 'T4' }], hours: 1, carbonIntensityGPerKwh: 100, ...more });
  expect(run({ work: 'llm-inference', scenario: 'single-stream' }).ok).toBe(true);
  expect(run({ scenario: 'offline' }).ok).toBe(true);
  expect(run({ work: 'llm-training', scenario: 'offline' })).toMatchObject({
    problems: [{ code: 'conflict', field: '/scenario' }],
  });
});
