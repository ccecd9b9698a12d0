import { describe, expect, test } from 'vitest';
import { exclusionsOf } from './exclusions.ts';
import { methods } from './methods/index.ts';
import type { MethodName } from './methods/names.ts';
import { listed } from './named-factor.ts';
import { lackOf } from './needs.ts';
import type { ResolvedRun } from './resolved-run.ts';
import { accelerator, emptyRun, factor, told } from './testing.ts';

const chip = accelerator(300);
const withoutPower = accelerator(300, 1, { label: 'X', power: null });
const unrated = accelerator(300, 1, { label: 'X', ratedPowerW: null });
const cpuLoad = { name: 'cpu', label: 'cpu', isEnergy: false, product: [] };
const processor = { cpu: { name: 'P', count: 1 }, memoryGb: null };

const lack = (name: MethodName, run: Partial<ResolvedRun>) =>
  lackOf(methods[name], { ...emptyRun, ...run });

describe('what a method lacks, in words', () => {
  test.each([
    ['full', {}, 'there is nothing that draws power'],
    ['full', { accelerators: [withoutPower] }, 'the power of X is not known'],
    ['full', { accelerators: [chip, withoutPower] }, 'the power of X is not known'],
    ['full', { accelerators: [withoutPower], energyScope: 'it' }, null],
    ['full', { energyScope: 'it' }, null],
    ['full', { hostLoads: [cpuLoad] }, null],
    ['full', { accelerators: [chip] }, null],
    [
      'lacoste-2019',
      { hours: null, accelerators: [chip] },
      'the method starts from hardware and hours, and only energy is given',
    ],
    ['lacoste-2019', { accelerators: [unrated] }, 'the TDP of X is not published'],
    ['lacoste-2019', {}, 'the method counts accelerators, and the run has none'],
    ['lacoste-2019', { accelerators: [chip] }, null],
    ['green-algorithms-2021', {}, 'the method needs a chip or a processor'],
    ['green-algorithms-2021', { host: processor }, null],
    ['green-algorithms-2021', { accelerators: [chip] }, null],
    ['cloud-carbon-footprint', {}, 'the method needs chips or virtual processors'],
    [
      'cloud-carbon-footprint',
      { hostLoads: [{ ...cpuLoad, name: 'memory' }] },
      'the method needs chips or virtual processors',
    ],
    ['cloud-carbon-footprint', { hostLoads: [cpuLoad] }, null],
    ['cloud-carbon-footprint', { accelerators: [withoutPower] }, 'the method has no figures for X'],
    ['cloud-carbon-footprint', { accelerators: [chip] }, null],
    ['patterson-2021', {}, 'the method needs metered power or energy'],
    [
      'patterson-2021',
      { accelerators: [withoutPower] },
      'the method needs the metered mean power of X (powerW)',
    ],
    ['patterson-2021', { accelerators: [chip] }, null],
    ['patterson-2021', { energyScope: 'facility' }, null],
  ] as readonly (readonly [MethodName, Partial<ResolvedRun>, string | null])[])(
    '%s, %j: %s',
    (name, run, words) => {
      expect(lack(name, run)).toBe(words);
    },
  );
});

describe('what a method leaves out', () => {
  const items = (name: MethodName, run: Partial<ResolvedRun> = {}) =>
    exclusionsOf(methods[name], { ...emptyRun, ...run }).map(({ item }) => item);
  const water = listed('w', 'L/kWh', factor(1));
  const part = { name: 'chip', label: 'chip', product: [] };

  test('full: what nothing is known of', () => {
    const always = ['network', 'storage', 'buildings'];
    expect(items('full')).toEqual([
      'host',
      'embodied',
      'water on site',
      'water of the grid',
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
    expect(items('sci')).toEqual([...items('full'), 'offsets and contracts']);
  });

  test('each says why', () => {
    for (const method of Object.values(methods)) {
      for (const { reason } of exclusionsOf(method, emptyRun)) expect(reason).not.toBe('');
    }
  });
});
