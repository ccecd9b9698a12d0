import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { parseRun } = calculator;

const hostOf = (host: object) => {
  const parsed = parseRun({
    hardware: [{ accelerator: 'T4' }],
    hours: 1,
    carbonIntensityGPerKwh: 100,
    host,
  });
  return parsed.ok ? parsed.run.host : `${parsed.problems[0].field} ${parsed.problems[0].code}`;
};

const EPYC = { cpu: 'amd-epyc-7742' };

test.each([
  ['AMD EPYC 7742', EPYC],
  ['AMD EPYC 7742 64-Core Processor', EPYC],
  ['AMD EPYC 7742 (64 cores)', EPYC],
  // Two sockets of 64, or the threads of one: what was written stands.
  ['AMD EPYC 7742 (128 cores)', { ...EPYC, cores: 128 }],
  ['2x AMD EPYC 7742', { ...EPYC, cpuCount: 2 }],
  ['2 x AMD EPYC 7742 64-Core Processor', { ...EPYC, cpuCount: 2 }],
  ['2 AMD EPYC 7742 CPUs', { ...EPYC, cpuCount: 2 }],
  ['AMD EPYC 7742 x2', { ...EPYC, cpuCount: 2 }],
  ['Dual AMD EPYC 7742', { ...EPYC, cpuCount: 2 }],
  ['Dual-socket AMD EPYC 7742', { ...EPYC, cpuCount: 2 }],
  ['AMD EPYC 7742, 2 sockets', { ...EPYC, cpuCount: 2 }],
  ['2 x Intel Xeon Gold 6148 (40 cores)', { cpu: 'intel-xeon-gold-6148', cpuCount: 2 }],
  // Desktops show threads there.
  ['AMD Ryzen 7 3700X × 16', { cpu: 'amd-ryzen-7-3700x' }],
  ['AMD Ryzen 7 3700X × 2', '/host/cpu unknown-cpu'],
  ['AMD EPYC 7742 × 100', '/host/cpu unknown-cpu'],
  ['2x Intel Xeon E5-2680v4', { cpu: 'intel-xeon-e5-2680-v4', cpuCount: 2 }],
  // A desktop part has one socket.
  ['AMD Ryzen 9 5950X (32 cores)', '/host/cores out-of-range'],
  ['2x Intel Xeon Gold 6148 (7 cores)', '/host/cpu unknown-cpu'],
  ['2x nonsense', '/host/cpu unknown-cpu'],
])('%s', (cpu, expected) => {
  expect(hostOf({ cpu })).toEqual(expected);
});

test.each(['2x AMD EPYC 7742', '2 x Intel Xeon Gold 6148 (40 cores)', 'AMD EPYC 7742 (128 cores)'])(
  '%s, read again, is the same run',
  (cpu) => {
    const first = parseRun({ hours: 1, carbonIntensityGPerKwh: 100, host: { cpu } });
    expect(first.ok && parseRun(first.run)).toEqual(first);
  },
);

test('a number that is told twice must be the same', () => {
  expect(hostOf({ cpu: '2x AMD EPYC 7742', cpuCount: 2 })).toEqual({ ...EPYC, cpuCount: 2 });
  expect(hostOf({ cpu: '2x AMD EPYC 7742', cpuCount: 4 })).toBe('/host/cpuCount conflict');
  expect(hostOf({ cpu: 'AMD EPYC 7742 (128 cores)', cores: 64 })).toBe('/host/cores conflict');
});
