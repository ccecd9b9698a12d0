import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const A100 = { accelerator: 'A100-SXM4-80GB', count: 8 };
const run = { hardware: [A100], hours: 100, carbonIntensityGPerKwh: 50 };

function told(input: object): Record<string, string> {
  const parsed = calculator.parseRun({ ...run, ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { warnings } = calculator.estimate(parsed.run);
  return Object.fromEntries(warnings.map(({ code, message }) => [code, message]));
}
const problemsOf = (input: object) => {
  const parsed = calculator.parseRun({ ...run, ...input });
  return parsed.ok ? [] : parsed.problems;
};

describe('values that can hardly be meant are told with what may be', () => {
  test.each([
    [{ hardware: [{ ...A100, powerW: 0.3 }] }, 'power-unlikely', /kW may be meant, 300 W/],
    [
      { hardware: [{ ...A100, powerW: 2500 }] },
      'power-unlikely',
      /all chips together may be meant, 313 W each/,
    ],
    [{ hardware: [{ ...A100, powerW: 9000 }] }, 'power-unlikely', /above its limit/],
    [
      { hardware: [{ ...A100, powerLimitW: 20 }] },
      'limit-below-rest',
      /limit of 20 W is below what NVIDIA A100 SXM4 80GB draws at rest, about 60 W/,
    ],
    [
      { hardware: [{ ...A100, powerLimitW: 0.25 }] },
      'limit-below-rest',
      /if kW are meant, give 250 W/,
    ],
    [
      { hardware: [{ ...A100, powerW: 20 }] },
      'power-below-rest',
      /20 W on average is far below the 60 W or so that one NVIDIA A100 SXM4 80GB draws/,
    ],
    [{ hardware: [{ ...A100, utilisation: 0.05 }] }, 'power-below-rest', /20 W on average/],
    // Nobody has metered it at rest: the usual share of its 250 W, which is also what the estimate takes.
    [
      { hardware: [{ accelerator: 'Tesla P100 PCIe 16GB', powerLimitW: 10 }] },
      'limit-below-rest',
      /below what NVIDIA Tesla P100 PCIe 16GB draws at rest, about 27.5 W/,
    ],
    [
      { hardware: [{ ...A100, powerLimitW: 3200 }] },
      'limit-above-rating',
      /limit of 3,200 W is above the 500 W .* if it is of all chips together, give 400 W/,
    ],
    [
      { hardware: [{ accelerator: { name: 'X', tdpW: 100 }, powerLimitW: 300 }] },
      'limit-above-rating',
      /limit of 300 W is above the 100 W that X is rated for/,
    ],
    [
      { hardware: [{ ...A100, powerLimitW: 250, powerW: 312 }] },
      'limit-exceeded',
      /312 W on average is above the limit of 250 W .* the power is taken as measured/,
    ],
    [
      { hardware: [{ ...A100, powerLimitW: 250, utilisation: 0.8 }] },
      'limit-exceeded',
      /320 W on average is above the limit of 250 W/,
    ],
    [
      { phase: 'inference', work: 'vision-training' },
      'work-against-phase',
      /phase is inference and work is vision-training: .* by the work, reports by the phase/,
    ],
    [{ phase: 'deployment', work: 'llm-fine-tuning' }, 'work-against-phase', /deployment/],
    [{ phase: 'training', work: 'llm-inference' }, 'work-against-phase', /work is llm-inference/],
    [{ phase: 'pre-training', scenario: 'offline' }, 'work-against-phase', /work is inference/],
    [{ energyKwh: 300_000 }, 'energy-unlikely', /300,000 Wh may be meant, 300 kWh/],
    [{ energyKwh: 0.3 }, 'energy-below-rest', /0\.3 MWh may be meant, 300 kWh/],
    [{ energyKwh: 0.00001 }, 'energy-below-rest', /with nothing to do, about [\d.]+ kWh$/],
    [
      { energyKwh: 400, energyScope: 'accelerators' },
      'energy-unlikely',
      /more than the hardware can draw/,
    ],
    [
      { energyKwh: 10, energyScope: 'facility', hardware: [{ ...A100, powerW: 300 }] },
      'energy-against-power',
      /10 kWh were metered, but .* 240 kWh/,
    ],
    [
      { energyKwh: 300, energyScope: 'accelerators', hardware: [{ ...A100, powerW: 300 }] },
      'energy-against-power',
      /300 kWh were metered/,
    ],
    [{ carbonIntensityGPerKwh: 0.4 }, 'intensity-unlikely', /kg may be meant, 400 g/],
    [{ carbonIntensityGPerKwh: 4000 }, 'intensity-unlikely', /outside what grids emit/],
    [{ nodes: 100 }, 'nodes-exceed-chips', /100 nodes for 8 chips.*800 may be meant/],
    [{ year: 2015 }, 'year-before-chip', /of 2015, and NVIDIA A100 SXM4 80GB is of 2020/],
    [
      { start: '2024-03-01T00:00:00Z', end: '2024-03-02T00:00:00Z' },
      'hours-disagree',
      /100 hours are told, and 24 lie/,
    ],
    [{ start: '2024-03-01', end: '2024-03-02' }, 'hours-disagree', /and 48 lie/],
    [
      { start: '2024-03-01T00:00:00Z', end: '2024-03-31T00:00:00Z' },
      'hours-disagree',
      /and 720 lie/,
    ],
    [{ host: { memoryGb: 64 } }, 'memory-not-used', /64 GB of memory are not counted/],
    [
      { host: { cpu: 'EPYC 7742', cores: 128 } },
      'cores-of-several',
      /as 2 AMD EPYC 7742 of 64 cores; if threads are meant, give 64/,
    ],
  ])('%j', (input, code, message) => {
    expect(told(input)[code]).toMatch(message);
  });

  test.each([
    [{ hardware: [{ ...A100, powerW: 310 }] }],
    [{ hardware: [{ ...A100, powerLimitW: 100 }] }],
    [{ hardware: [{ ...A100, powerLimitW: 500 }] }],
    [{ hardware: [{ ...A100, powerLimitW: 300, powerW: 312 }] }],
    [{ hardware: [{ ...A100, powerLimitW: 320, utilisation: 0.8 }] }],
    // Boards of partners may be set well above the chip's own rating.
    [{ hardware: [{ accelerator: 'RTX 4090', powerLimitW: 600 }] }],
    [{ phase: 'inference', work: 'llm-inference' }],
    [{ phase: 'evaluation', work: 'llm-inference' }],
    [{ phase: 'distillation', work: 'llm-inference' }],
    [{ phase: 'inference', work: 'other' }],
    [{ phase: 'fine-tuning', work: 'llm-training' }],
    [{ energyKwh: 250, energyScope: 'accelerators' }],
    [{ energyKwh: 600 }],
    [{ energyKwh: 235, energyScope: 'accelerators', hardware: [{ ...A100, powerW: 300 }] }],
    [{ energyKwh: 400, hardware: [{ ...A100, powerW: 300 }] }],
    [{ energyKwh: 10, hours: undefined, hardware: [{ ...A100, powerW: 300 }] }],
    [{ carbonIntensityGPerKwh: 0 }],
    [{ marketBasedIntensityGPerKwh: 0.5 }],
    [{ nodes: 1 }],
    [{ year: 2024 }],
    [{ start: '2024-03-01', end: '2024-03-31' }],
    [{ start: '2024-03-01T00:00:00Z', end: '2024-03-05T04:00:00Z' }],
    [{ host: { cpu: 'EPYC 7742', memoryGb: 64, cores: 64 } }],
  ])('%j is as it may be', (input) => {
    const codes = Object.keys(told(input));
    expect(
      codes.filter((code) =>
        /unlikely|exceed|limit|against|before-chip|disagree|memory|several/.test(code),
      ),
    ).toEqual([]);
  });
});

test('a day that does not exist is no day', () => {
  expect(problemsOf({ start: '2024-02-30' })).toMatchObject([
    { field: '/start', suggestions: ['2024-02-29'], message: expect.stringMatching(/no such day/) },
  ]);
});

test('threads of a part that stands alone are no second processor', () => {
  expect(problemsOf({ hardware: [], host: { cpu: 'Core i7-1250U', cores: 12 } })).toMatchObject([
    {
      field: '/host/cores',
      suggestions: ['10'],
      message: expect.stringMatching(/10 cores and 12 threads; if threads are meant, give 10/),
    },
  ]);
  expect(problemsOf({ hardware: [], host: { cpu: 'Core i7-1250U', cores: 10 } })).toEqual([]);
});

test('what stands in the other table is sent there, with what to write', () => {
  expect(
    problemsOf({ hardware: [{ accelerator: 'T4' }], host: { cpu: 'Apple M1' } })[0]?.message,
  ).toMatch(/--accelerator "Apple M1", in a file hardware: \[\{ accelerator: "Apple M1" \}\]/);
  const input = { hardware: [{ accelerator: 'EPYC 7742' }] };
  const parsed = calculator.parseRun({ ...run, ...input });
  expect(parsed.ok && parsed.run).toMatchObject({ hardware: [], host: { cpu: 'amd-epyc-7742' } });
  expect(told(input)['read-as-processor']).toBe(
    "'EPYC 7742' is the processor AMD EPYC 7742, taken as that of the host",
  );
});
