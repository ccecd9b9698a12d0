import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';
import type { Run, RunInput } from '../../packages/calculator/src/index.ts';
import { command } from '../../packages/cli/src/testing.ts';
import {
  FORMATS,
  type FormatName,
  formatted,
  htmlReport,
  reportOf,
} from '../../packages/report/src/index.ts';
import { exampleInput, OPTIONS } from './example-report.ts';

const { estimate, estimateProject, parseRun } = calculator;

const names = Object.keys(FORMATS) as FormatName[];

function parsed(input: unknown): Run {
  const answer = parseRun(input as RunInput);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.run;
}

const A100 = { accelerator: 'A100-SXM4-80GB', count: 8 };
const V100 = { accelerator: 'Tesla V100-SXM2-16GB', count: 4 };
const HERE = { hours: 100, place: { country: 'FR' }, year: 2024, pue: 1.3 };
const TWO_KINDS = parsed({
  ...HERE,
  name: 'two kinds',
  hardware: [
    { ...A100, utilisation: 0.7 },
    { ...V100, powerW: 210 },
  ],
});
const AGREEING = parsed({ ...HERE, hardware: [A100, V100], work: 'llm-training' });
const ONE_KIND = parsed({ ...HERE, name: 'one kind', hardware: [A100], work: 'llm-training' });
const FACILITY = parsed({ ...HERE, hours: 10, energyKwh: 260, energyScope: 'facility' });

const textOf = (run: Run, format: FormatName, receipt = true) =>
  formatted(reportOf(estimate(run, { receipt }), OPTIONS), format);

describe('two kinds of chips', () => {
  const each =
    '8 NVIDIA A100 SXM4 80GB at a given 70 % of rated power, 4 Tesla V100-SXM2-16GB at a measured 210 W';
  const plain = (text: string) => text.replaceAll('\\,\\%', ' %').replaceAll('~', ' ');

  test.each(['latex', 'markdown', 'text', 'model-card'] as const)(
    '%s names each with its own share',
    (format) => {
      const { machine } = estimate(TWO_KINDS);
      const named = each.replace('Tesla V100-SXM2-16GB', machine.accelerators[1]?.name ?? '');
      expect(plain(textOf(TWO_KINDS, format))).toContain(named);
    },
  );

  test('the printed page names each too', () => {
    const html = htmlReport(reportOf(estimate(TWO_KINDS), OPTIONS));
    expect(html).toContain('8 NVIDIA A100 SXM4 80GB at a given 70 % of rated power, 4 ');
    expect(html).toContain(' at a measured 210 W');
  });

  test('those that agree are said once', () => {
    for (const format of ['latex', 'markdown', 'text', 'model-card'] as const) {
      const text = textOf(AGREEING, format);
      expect(text, format).toMatch(/a usual mean power of 88.{1,3}% of rated power/);
      expect(text, format).not.toContain('a part of');
    }
  });

  test('three kinds, two of them alike: the two stand together', () => {
    const run = parsed({
      ...HERE,
      hardware: [
        { ...A100, utilisation: 0.7 },
        { ...V100, powerW: 210 },
        { accelerator: 'L4', count: 2, utilisation: 0.7 },
      ],
    });
    expect(textOf(run, 'text')).toMatch(
      /from 8 NVIDIA A100 SXM4 80GB and 2 [^,]*L4 at a given 70 % of rated power, 4 [^,]*V100[^,]* at a measured 210 W,/,
    );
  });

  test('the form of the EU names every way that power was found', () => {
    expect(textOf(TWO_KINDS, 'eu-ai')).toContain(
      'It rests on 8 NVIDIA A100 SXM4 80GB at a given 70 % of rated power, 4 NVIDIA V100 SXM2 16GB at a measured 210 W.',
    );
    expect(textOf(TWO_KINDS, 'eu-ai')).toContain('measured in part');
  });
});

describe('a result without receipt', () => {
  const runs = { TWO_KINDS, AGREEING, ONE_KIND, FACILITY };
  /** The titles of sources stand beside the receipt: without it the form of SCI names them by their ids. */
  const withoutSources = (text: string) =>
    text.replaceAll(/^(\|.*\|) [^|]+ (\| (?:sourced|judged) \|)$/gm, '$1 $2');
  const bare = (text: string) => {
    const { receipt: _, sources: __, runs: some, ...rest } = JSON.parse(text);
    return { ...rest, ...(some && { runs: some.map((one: object) => bare(JSON.stringify(one))) }) };
  };

  test.each(names)('gives the same %s, its trailer included', async (format) => {
    for (const [name, run] of Object.entries(runs)) {
      const [told, untold] = [textOf(run, format), textOf(run, format, false)];
      // The whole result holds the receipt itself; all else of it is the same.
      if (format === 'json') expect(bare(untold), name).toEqual(bare(told));
      else expect(withoutSources(untold), name).toBe(withoutSources(told));
    }
  });

  test.each(['fine-tune', 'bloom', 'three-phases'])(
    'examples/good/%s.yaml too',
    async (example) => {
      const input = await exampleInput(example);
      const result = (receipt: boolean) =>
        input.kind === 'run'
          ? estimate(input.run, { receipt })
          : estimateProject(input.project, { receipt });
      for (const format of names) {
        const [told, untold] = [true, false].map((receipt) =>
          formatted(reportOf(result(receipt), OPTIONS), format),
        ) as [string, string];
        if (format === 'json') expect(bare(untold)).toEqual(bare(told));
        else expect(withoutSources(untold), format).toBe(withoutSources(told));
      }
    },
  );
});

describe('CodeCarbon', () => {
  const row = (run: Run, receipt: boolean): Record<string, string> => {
    const [first = {}] = parseCsv(textOf(run, 'codecarbon', receipt), { columns: true }) as Record<
      string,
      string
    >[];
    return first;
  };

  test.each([true, false])('a given PUE stands in its column, receipt: %s', (receipt) => {
    expect(row(ONE_KIND, receipt)).toMatchObject({ pue: '1.3' });
    expect(Number(row(ONE_KIND, receipt).wue)).toBeGreaterThan(0);
  });

  test('power is before PUE', () => {
    const { gpu_power: watts, gpu_energy: kwh } = row(ONE_KIND, false);
    expect(Number(watts)).toBeCloseTo((Number(kwh) / 1.3 / 100) * 1000, 6);
  });

  test.each([true, false])(
    'metered energy of the facility holds its PUE, receipt: %s',
    (receipt) => {
      const { pue, cpu_power: watts, energy_consumed: kwh } = row(FACILITY, receipt);
      expect(pue).toBe('1.3');
      expect(Number(kwh)).toBe(260);
      expect(Number(watts)).toBeCloseTo(20_000, 6);
    },
  );
});

describe('what the meter of the facility saw', () => {
  test('no text multiplies it by a PUE', () => {
    expect(textOf(FACILITY, 'text')).toContain('metered energy of the facility');
    expect(textOf(FACILITY, 'text')).not.toContain('with a PUE');
    expect(textOf(FACILITY, 'eu-ai')).toContain('PUE: within the metered energy.');
  });

  test('a method without PUE does not say that a meter held it', () => {
    const run = parsed({ ...HERE, pue: undefined, hardware: [A100], method: 'lacoste-2019' });
    expect(textOf(run, 'eu-ai')).toContain('PUE: not counted.');
  });
});

describe('numbers of a report', () => {
  const project = (...runs: object[]) => {
    const answer = calculator.parseProject({ runs });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return reportOf(calculator.estimateProject(answer.project), OPTIONS);
  };

  test('are those of the command', async () => {
    const flags = ['--accelerator', 'Tesla V100-SXM2-16GB', '--count', '8', '--hours', '100'];
    const place = ['--provider', 'gcp', '--region', 'us-central1'];
    const { out } = await command(['estimate', ...flags, ...place]);
    const { out: text } = await command(['report', '--format', 'text', ...flags, ...place]);
    const [, kg, low, high] =
      /([\d.]+) kg CO2e \(between ([\d.]+) kg CO2e and ([\d.]+)/.exec(out) ?? [];
    expect(kg).toBe('142');
    expect(text).toContain(`are ${kg} kg CO2e (90 % range ${low} to ${high} kg)`);
  });

  test('what the user gave stays as given', () => {
    const many = parsed({ ...HERE, hours: 1335.5, hardware: [{ ...A100, count: 16_384 }] });
    expect(textOf(many, 'text')).toContain('ran on 16,384 NVIDIA');
    expect(textOf(many, 'text')).toContain('for 1,335.5 h');
    const hours = parsed({
      place: { country: 'FR' },
      hardware: [{ accelerator: 'L4' }],
      deviceHours: 16_020,
    });
    for (const format of ['latex', 'text', 'markdown', 'model-card', 'neurips'] as const)
      expect(textOf(hours, format), format).toContain('16,020 chip-hours');
    const metered = parsed({ place: { country: 'FR' }, energyKwh: 16_020, energyScope: 'it' });
    expect(textOf(metered, 'text')).toContain('energy metered at the wall (16,020 kWh)');
  });

  test('several sites: a PUE and a grid are said of the runs that they are of', () => {
    const run = { hours: 10, hardware: [A100], year: 2024 };
    const text = formatted(
      project(
        { ...run, place: { country: 'FR' }, pue: 1.2 },
        { ...run, place: { country: 'FR' }, pue: 1.2 },
        { ...run, place: { country: 'DE' }, energyKwh: 50, energyScope: 'facility' },
      ),
      'text',
    );
    expect(text).toContain('with a PUE of 1.2 in 2 of 3 runs;');
    expect(text).toMatch(/\(France, 2024, lifecycle\) in 2 of 3 runs and/);
    expect(text).toContain('metered energy of the facility (50 kWh) in 1 of 3 runs');
  });
});
