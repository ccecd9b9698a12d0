import { describe, expect, test } from 'vitest';
import { exclusionsOf } from './exclusions.ts';
import { methods } from './methods/index.ts';
import type { MethodName } from './methods/names.ts';
import { listed } from './named-factor.ts';
import { lackOf } from './needs.ts';
import type { ResolvedRun } from './resolved-run.ts';
import { quoted, type Said } from './said.ts';
import { accelerator, emptyRun, factor, told } from './testing.ts';

const chip = accelerator(300);
const withoutPower = accelerator(300, 1, { label: 'X', power: null });
const unrated = accelerator(300, 1, { label: 'X', ratedPowerW: null });
const cpuLoad = { name: 'cpu', said: quoted('cpu'), isEnergy: false, product: [] };
const processor = { cpu: { name: 'P', count: 1 }, memoryGb: null };

const lack = (name: MethodName, run: Partial<ResolvedRun>) =>
  lackOf(methods[name], { ...emptyRun, ...run });

describe('what a method lacks', () => {
  test.each([
    ['full', {}, { code: 'lacks-load' }],
    ['full', { accelerators: [withoutPower] }, { code: 'lacks-power', chip: 'X' }],
    ['full', { accelerators: [chip, withoutPower] }, { code: 'lacks-power', chip: 'X' }],
    ['full', { accelerators: [withoutPower], energyScope: 'it' }, null],
    ['full', { energyScope: 'it' }, null],
    ['full', { hostLoads: [cpuLoad] }, null],
    ['full', { accelerators: [chip] }, null],
    ['lacoste-2019', { hours: null, accelerators: [chip] }, { code: 'lacks-time' }],
    ['lacoste-2019', { accelerators: [unrated] }, { code: 'lacks-tdp', chip: 'X' }],
    ['lacoste-2019', {}, { code: 'lacks-accelerator' }],
    ['lacoste-2019', { accelerators: [chip] }, null],
    ['green-algorithms-2021', {}, { code: 'lacks-processor' }],
    ['green-algorithms-2021', { host: processor }, null],
    ['green-algorithms-2021', { accelerators: [chip] }, null],
    ['cloud-carbon-footprint', {}, { code: 'lacks-virtual-processor' }],
    [
      'cloud-carbon-footprint',
      { hostLoads: [{ ...cpuLoad, name: 'memory' }] },
      { code: 'lacks-virtual-processor' },
    ],
    ['cloud-carbon-footprint', { hostLoads: [cpuLoad] }, null],
    [
      'cloud-carbon-footprint',
      { accelerators: [withoutPower] },
      { code: 'lacks-figures', chip: 'X' },
    ],
    ['cloud-carbon-footprint', { accelerators: [chip] }, null],
    ['patterson-2021', {}, { code: 'lacks-measurement' }],
    [
      'patterson-2021',
      { accelerators: [withoutPower] },
      { code: 'lacks-measured-power', chip: 'X' },
    ],
    ['patterson-2021', { accelerators: [chip] }, null],
    ['patterson-2021', { energyScope: 'facility' }, null],
  ] as readonly (readonly [MethodName, Partial<ResolvedRun>, Said | null])[])(
    '%s, %j: %s',
    (name, run, said) => {
      expect(lack(name, run)).toEqual(said);
    },
  );
});

describe('what a method leaves out', () => {
  const items = (name: MethodName, run: Partial<ResolvedRun> = {}) =>
    exclusionsOf(methods[name], { ...emptyRun, ...run }).map(({ item }) => item);
  const water = listed('w', 'L/kWh', factor(1));
  const part = { name: 'chip', said: quoted('chip'), product: [] };

  test('full: what nothing is known of', () => {
    const always = ['network', 'storage', 'buildings'];
    expect(items('full')).toEqual([
      'host',
      'embodied',
      'water-on-site',
      'water-of-the-grid',
      'development',
      ...always,
    ]);
    const whole = {
      hostLoads: [cpuLoad],
      embodiedParts: [part],
      wue: water,
      gridWater: water,
      repeats: told('repeats', 'repeats', 3),
    };
    expect(items('full', whole)).toEqual(always);
    expect(items('full', { ...whole, hours: null })).toEqual(['embodied', ...always]);
    expect(items('full', { ...whole, repeats: told('repeats', 'repeats', 1) })).toEqual([
      'development',
      ...always,
    ]);
  });

  test('the host is within what a meter of the machine saw', () => {
    for (const energyScope of ['components', 'it', 'facility'] as const) {
      expect(items('full', { energyScope })).not.toContain('host');
    }
    expect(items('full', { energyScope: 'accelerators' })).toContain('host');
  });

  test('others, by what is told', () => {
    expect(items('green-algorithms-2021')).toEqual(['processors', 'memory', 'embodied']);
    expect(items('green-algorithms-2021', { host: { ...processor, memoryGb: 0 } })).toEqual([
      'embodied',
    ]);
    expect(items('codecarbon-constant')).toEqual(['overhead', 'memory', 'facility', 'embodied']);
    expect(items('codecarbon-constant', { pue: water })).not.toContain('facility');
    expect(items('cloud-carbon-footprint')).toEqual(['processors', 'memory', 'network']);
    expect(items('cloud-carbon-footprint', { hostLoads: [cpuLoad] })).toEqual([
      'memory',
      'network',
    ]);
    expect(items('lacoste-2019')).toEqual(['host', 'facility', 'embodied']);
    expect(items('mlco2-compat')).toEqual(['host', 'facility', 'embodied', 'precision']);
    expect(items('patterson-2021')).toEqual(['host', 'embodied']);
    expect(items('sci')).toEqual([...items('full'), 'offsets-and-contracts']);
  });

  test('each says why', () => {
    for (const method of Object.values(methods)) {
      for (const { reason } of exclusionsOf(method, emptyRun)) expect(reason).not.toBe('');
    }
  });
});
