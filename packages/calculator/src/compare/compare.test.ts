import type { RunInput } from '@ml-emissions/schema';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';
import type { CompareOptions } from './compare.ts';

const { compare, compareProject, estimate, estimateProject, parseProject, parseRun } = calculator;

const iowa = {
  hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
  repeats: 10,
};

function runOf(input: unknown) {
  const parsed = parseRun(input as RunInput);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.run;
}

function comparison(options: CompareOptions, input: unknown = iowa) {
  const compared = compare(runOf(input), options);
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
  return compared.comparison;
}

describe('regions', () => {
  const { options, here } = comparison({ regions: true });

  test('are sorted, and each is what an estimate there says, to the last bit', () => {
    const kg = options.map(({ kgCo2e }) => kgCo2e.value);
    expect(kg).toEqual(kg.toSorted((a, b) => a - b));
    for (const option of options.filter((_, index) => index % 40 === 0)) {
      expect(estimate(runOf(option.run)).operational.kgCo2e).toEqual(option.kgCo2e);
    }
  });

  test('a range that nobody has looked at yet is in a copy and in JSON', () => {
    const [first] = comparison({ regions: { provider: 'gcp' } }).options;
    const kg = estimate(runOf(first?.run)).operational.kgCo2e;
    expect(JSON.parse(JSON.stringify(first)).kgCo2e).toEqual(kg);
    expect({ ...first?.kgCo2e }).toEqual(kg);
  });

  test('the place itself is no better than itself, exactly', () => {
    const own = options.find(({ name }) => name === 'gcp us-central1');
    expect(own?.ratio).toMatchObject({ value: 1, low: 1, high: 1 });
    expect(own?.isLikelyLower).toBe(false);
    expect(own?.kgCo2e).toEqual(here.kgCo2e);
  });

  test('a saving is likely only where the whole range of the ratio is below 1', () => {
    for (const { ratio, isLikelyLower, savingKgCo2e } of options) {
      expect(isLikelyLower).toBe((ratio.high ?? 1) < 1);
      expect(savingKgCo2e.value).toBeCloseTo(here.kgCo2e.value * (1 - ratio.value), 6);
    }
    expect(options[0]?.isLikelyLower).toBe(true);
  });

  test('of one provider only, where asked', () => {
    const some = comparison({ regions: { provider: 'aws' } }).options;
    expect(some.length).toBeGreaterThan(10);
    expect(some.every(({ name }) => name.startsWith('aws '))).toBe(true);
  });

  test('in one country only, where asked, with the group of its lowest', () => {
    const { options: some, groups } = comparison({ regions: { countries: ['US'] } });
    expect(some.length).toBeGreaterThan(20);
    expect(some.length).toBeLessThan(options.length);
    expect(groups).toMatchObject([{ lever: 'region' }]);
    expect(groups[0]?.names[0]).toBe(some[0]?.name);
    // The lowest of all is in another country, and so is its group.
    expect(groups[0]?.names).not.toContain(options[0]?.name);
  });
});

describe('hardware', () => {
  test('time goes with the ratio of peaks, its range with it, and what is skipped says why', () => {
    const { options } = comparison({ accelerators: ['H100 SXM5 80GB'] });
    const [h100] = options;
    expect(h100?.hours).toBeCloseTo((100 * 312) / 989.4, 6);
    expect(h100?.note).toContain('bf16');
    expect(h100?.ratio.high ?? 0).toBeGreaterThan(h100?.ratio.value ?? 1);
  });

  const on = (here: string, there: string) =>
    comparison({ accelerators: [there] }, { ...iowa, hardware: [{ accelerator: here, count: 1 }] })
      .options[0];

  test('a newer card of the same kind is faster: all FP16 rates are summed in FP32', () => {
    const newer = on('RTX 2080 Ti', 'RTX 3090');
    expect(newer?.hours).toBeCloseTo((100 * 53.8) / 71.16, 6);
    expect(newer?.note).toContain('fp16');
  });

  test('a chip without bf16 is not said to have it', () => {
    const volta = on('Google TPU v3', 'Tesla V100-SXM2-16GB');
    expect(volta?.note).toContain('bf16: 123 against 125 TFLOP/s in fp16');
    const pascal = on('A100-SXM4-80GB', 'GTX 1080 Ti');
    expect(pascal?.note).toMatch(/^tf32: 156 against [\d.]+ TFLOP\/s in fp32/);
  });

  test('a name that is none is a problem with its suggestions', () => {
    const compared = compare(runOf(iowa), { accelerators: ['H1000'] });
    expect(compared.ok).toBe(false);
    if (!compared.ok) expect(compared.problems[0].code).toBe('unknown-accelerator');
  });

  test('a run without an accelerator says that there is none to replace', () => {
    const cpu = { host: { cpu: 'EPYC 7742' }, hours: 1, place: { country: 'FR' } };
    expect(comparison({ accelerators: true }, cpu).skipped[0]?.reason).toContain('no accelerator');
  });
});

test('half of the trials emit half, and that is all but sure: everything is shared', () => {
  const [fewer] = comparison({ repeats: [5] }).options;
  expect(fewer?.ratio.value).toBeCloseTo(0.5, 12);
  // A shorter run sees less of the grid's year, so that its intensity is a little less sure.
  expect(fewer?.ratio.low).toBeCloseTo(0.5, 2);
  expect(fewer?.ratio.high).toBeCloseTo(0.5, 2);
  expect(fewer?.isLikelyLower).toBe(true);
});

test('a grid of 0 g/kWh has nothing to compare with, and says no NaN', () => {
  const zero = { ...iowa, place: undefined, carbonIntensityGPerKwh: 0 };
  const text = JSON.stringify(comparison({ regions: true }, zero));
  expect(text).not.toMatch(/NaN|Infinity/);
  expect(text).toContain('"isLikelyLower":false');
});

describe('what is not told apart', () => {
  const { options, groups } = comparison({ regions: true });
  const [group] = groups;
  const members = options.filter(({ isToldApart }) => isToldApart === false);

  test('the lowest is one of a group, and the group is told by places', () => {
    expect(group?.lever).toBe('region');
    expect(members.map(({ name }) => name)).toEqual(group?.names);
    expect(members[0]).toBe(options[0]);
    expect(members.length).toBeGreaterThan(3);
    expect(group?.cities).toContain('Stockholm');
    expect(new Set(group?.cities).size).toBe(group?.cities.length);
    expect(group?.kgCo2e).toEqual({
      low: options[0]?.kgCo2e.value,
      high: members.at(-1)?.kgCo2e.value,
    });
  });

  test('is what lies inside of the range of the ratio, here as elsewhere', () => {
    // From the lowest region all others are compared with it: the same ranges, and the same group.
    const [lowest] = options;
    if (!lowest) throw new Error('no region');
    const there = comparison({ regions: true }, lowest.run).options;
    for (const { name, ratio, isToldApart } of there) {
      const { low = 1, high = 1 } = ratio;
      const own = options.find((one) => one.name === name);
      expect(own?.isToldApart, name).toBe(low > 1 || high < 1);
      expect(isToldApart, name).toBe(own?.isToldApart);
    }
  });

  test('an estimate tells the same group', () => {
    const { anywhere, sameProvider } = estimate(runOf(iowa)).alternatives;
    const names = anywhere?.notToldApart?.places.map(
      ({ provider, region }) => `${provider} ${region}`,
    );
    expect(names).toEqual(group?.names);
    expect(anywhere?.notToldApart?.cities).toEqual(group?.cities);
    expect(anywhere?.notToldApart?.kgCo2e.high).toBeCloseTo(group?.kgCo2e.high ?? 0, 9);
    expect(sameProvider?.notToldApart?.providers).toBe(1);
  });

  describe('those of it that may be called lower', () => {
    const france = { ...iowa, place: { country: 'FR' } };
    const { options: others, groups: ofFrance } = comparison({ regions: true }, france);
    const [whole] = ofFrance;
    const { anywhere } = estimate(runOf(france)).alternatives;
    const here = estimate(runOf(france)).operational.kgCo2e.value;

    test('have a lower middle figure, on another grid', () => {
      expect(whole?.kgCo2e.high).toBeGreaterThan(here);
      expect(whole?.cities).toContain('Paris');
      expect(whole?.lower?.cities).toContain('Stockholm');
      expect(whole?.lower?.cities).not.toContain('Paris');
      expect(whole?.lower?.kgCo2e.high).toBeLessThan(here);
      for (const { name, ratio, isSameGrid, isToldApart } of others) {
        const isCalled = isToldApart === false && !isSameGrid && ratio.value < 1;
        expect(whole?.lower?.names.includes(name), name).toBe(isCalled);
      }
    });

    test('are the same in an estimate', () => {
      const { cities, providers, kgCo2e } = anywhere?.notToldApart?.lower ?? {};
      expect(cities).toEqual(whole?.lower?.cities);
      expect(providers).toBe(whole?.lower?.providers);
      expect(kgCo2e?.high).toBeCloseTo(whole?.lower?.kgCo2e.high ?? 0, 9);
    });

    test('follow the hours, whatever was asked before', () => {
      const all = (hours: number) => {
        const { alternatives } = estimate(runOf({ ...france, hours, repeats: 1 }));
        return alternatives.anywhere?.notToldApart?.cities;
      };
      const [hour, year] = [all(1), all(8760)];
      expect(hour?.length).toBeGreaterThan(year?.length ?? 0);
      // Chips and counts differ, hours do not.
      expect(
        estimate(runOf({ ...iowa, hours: 8760, repeats: 1 })).alternatives.anywhere?.notToldApart
          ?.cities,
      ).toEqual(year);
      expect(all(1)).toEqual(hour);
    });

    test('are all of it far above, and none from the lowest', () => {
      const { lower, cities } = group ?? {};
      expect(lower?.cities).toEqual(cities);
      const [lowest] = others;
      if (!lowest) throw new Error('no region');
      const there = estimate(lowest.run).alternatives.anywhere;
      expect(there?.notToldApart?.places.length).toBeGreaterThan(1);
      expect(there?.notToldApart?.lower).toBeNull();
      expect(comparison({ regions: true }, lowest.run).groups[0]?.lower).toBeNull();
    });
  });

  test('a method without ranges tells nothing apart, and groups nothing', () => {
    const old = { ...iowa, method: 'lacoste-2019' };
    expect(comparison({ regions: true }, old).groups).toEqual([]);
    expect(comparison({ regions: true }, old).options[0]?.isToldApart).toBeNull();
    expect(estimate(runOf(old)).alternatives.anywhere?.notToldApart).toBeNull();
  });

  test('numbers of the user’s own are no group', () => {
    const { groups, options } = comparison({ utilisation: [0.5, 0.6], repeats: [2] });
    expect(groups).toEqual([]);
    expect(options.every(({ isToldApart }) => isToldApart === null)).toBe(true);
  });

  test('each chip has a speed of its own: what scales the hours of one says nothing of another', () => {
    const names = ['H100 SXM5 80GB', 'H100 PCIe 80GB', 'Tesla K40'];
    const found = comparison({ accelerators: names });
    const h100 = found.options.filter(({ name }) => name.includes('H100'));
    expect(h100.map(({ isToldApart }) => isToldApart)).toEqual([false, false]);
    expect(found.options.at(-1)?.isToldApart).toBe(true);
  });
});

describe('a project', () => {
  const projectOf = (runs: readonly unknown[]) => {
    const parsed = parseProject({ runs: runs as RunInput[] });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.project;
  };
  const compared = (runs: readonly unknown[], options: CompareOptions) => {
    const found = compareProject(projectOf(runs), options);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return found.comparison;
  };

  test('of many runs under many options is refused by the number of both', () => {
    const project = projectOf(Array(201).fill(iowa));
    const repeats = Array(500).fill(5);
    const found = compareProject(project, { repeats });
    expect(found).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'too-long',
          message: '500 options of 201 runs are 100500 estimates; at most 100000 at once',
        },
      ],
    });
  });

  test('of one run compares as that run', () => {
    const asked = { regions: { provider: 'gcp' }, accelerators: ['L40S'], repeats: [5] } as const;
    const one = comparison(asked);
    const whole = compared([iowa], asked);
    expect(whole.here).toEqual(one.here);
    expect(whole.groups).toEqual(one.groups);
    expect(whole.options.map(({ project: _, ...rest }) => rest)).toEqual(
      one.options.map(({ run: _, ...rest }) => rest),
    );
  });

  test('each option is what an estimate of the project there says', () => {
    const runs = [iowa, { ...iowa, hours: 5, place: { country: 'FR' } }];
    const { options, here, groups } = compared(runs, {
      regions: { provider: 'gcp' },
      accelerators: ['L40S'],
    });
    expect(here.kgCo2e).toEqual(estimateProject(projectOf(runs)).operational.kgCo2e);
    for (const option of options.filter((_, index) => index % 9 === 0)) {
      const { kgCo2e } = estimateProject(option.project).operational;
      expect(option.kgCo2e.value).toBeCloseTo(kgCo2e.value, 9);
      expect(option.kgCo2e.high).toBeCloseTo(kgCo2e.high ?? 0, 9);
    }
    expect(groups.map(({ lever }) => lever)).toEqual(['region', 'accelerator']);
    expect(options.some(({ lever }) => lever === 'accelerator')).toBe(true);
  });
});
