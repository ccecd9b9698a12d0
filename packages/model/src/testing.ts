import fc from 'fast-check';
import { type Factor, given } from './factor.ts';
import type { Method } from './methods/index.ts';
import { listed, type NamedFactor, named } from './named-factor.ts';
import { offsetFactor } from './plan/receipt.ts';
import type { EmbodiedPart, HostLoad, ResolvedAccelerator, ResolvedRun } from './resolved-run.ts';
import { ENERGY_SCOPES } from './run.ts';
import { quoted } from './said.ts';

/** A factor of a test: its key is its own unless told. */
export function factor(
  value: number,
  gsd: number | null = 1,
  key = 'test',
  spreadOf: Factor['spreadOf'] = 'value',
): Factor {
  return { ...given(value, key), kind: 'sourced', gsd, spreadOf };
}

const line = (name: string, unit: string, value: number, gsd = 1, key = name): NamedFactor =>
  listed(name, unit, factor(value, gsd, key));

/** A factor whose deviation is of what it exceeds 1 by. */
const excess = (name: string, value: number, gsd: number): NamedFactor =>
  listed(name, '1', factor(value, gsd, name, 'excess'));

/** An exact number of the user's. */
export const told = (name: string, unit: string, value: number): NamedFactor =>
  named(name, unit, given(value, name));

/** A run with nothing in it but what a test adds. */
export const emptyRun: ResolvedRun = {
  method: 'full',
  accelerators: [],
  hostLoads: [],
  embodiedParts: [],
  energyScope: null,
  hours: told('hours', 'h', 1),
  repeats: null,
  idleHours: null,
  energy: null,
  servedEnergy: null,
  idleCapacity: null,
  answeredTokens: null,
  chipsKwhPerToken: null,
  serverKwhPerToken: null,
  madeKgPerToken: null,
  hostIdleShare: null,
  overhead: null,
  pue: null,
  carbonIntensity: intensityOf(100),
  directIntensity: null,
  lifecycleIntensity: null,
  upstreamShare: null,
  marketIntensity: null,
  offset: null,
  serviceLife: null,
  averageUse: null,
  wue: null,
  gridWater: null,
  offsetClaim: { fraction: null, kind: 'given', sourceId: null, year: null, said: null },
  host: { cpu: null, memoryGb: null },
  site: null,
  provider: null,
  rungs: { power: 'tdp', pue: 'site', intensity: 'zone', host: 'default' },
};

/** A grid of so many g/kWh. */
export function intensityOf(
  value: number,
  gsd: number | null = 1,
  kind: Factor['kind'] = 'sourced',
): ResolvedRun['carbonIntensity'] {
  return listed('carbon-intensity', 'g CO2e/kWh', {
    ...factor(value, 1, 'intensity'),
    gsd,
    kind,
    doubts: [],
    beside: [],
    zone: null,
    spatial: null,
    scope: null,
    basis: null,
  });
}

/** Chips at a power, W. */
export function accelerator(
  watts: number,
  count = 1,
  more: Partial<ResolvedAccelerator> = {},
): ResolvedAccelerator {
  return {
    id: null,
    label: 'chip',
    at: '',
    count: told('count', count === 1 ? 'chip' : 'chips', count),
    power: [line('tdp', 'W', watts)],
    powerRung: 'tdp',
    idlePower: null,
    ratedPowerW: factor(watts),
    ...more,
  };
}

const amount = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const watts = fc.double({ min: 1, max: 2000, noNaN: true });
const ratio = fc.double({ min: 1, max: 3, noNaN: true });
const share = fc.double({ min: 0.05, max: 1, noNaN: true });
const gsd = fc.double({ min: 1, max: 2, noNaN: true });
const intensity = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 2000, noNaN: true }));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const accelerators = fc
  .array(fc.record({ count: amount, watts, share: maybe(share), idle: watts, gsd }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) =>
    list.map((one, place): ResolvedAccelerator => {
      const at = list.length > 1 ? `-${place + 1}` : '';
      const rated = line(`tdp${at}`, 'W', one.watts, 1.05);
      const use = one.share === null ? [] : [line(`utilisation${at}`, '1', one.share, one.gsd)];
      return accelerator(one.watts, one.count, {
        at,
        label: `chip ${place + 1}`,
        power: [rated, ...use],
        idlePower: line(`idle-power${at}`, 'W', one.idle, one.gsd),
      });
    }),
  );

const loads = fc
  .array(fc.record({ watts, gsd, isEnergy: fc.boolean() }), { maxLength: 3 })
  .map((list) =>
    list.map((one, place): HostLoad => {
      const product = [line(`load-${place}-power`, 'W', one.watts, one.gsd)];
      return { name: `load-${place}`, said: quoted('load'), isEnergy: one.isEnergy, product };
    }),
  );

const parts = fc
  .array(fc.record({ count: amount, kg: amount, gsd }), { maxLength: 3 })
  .map((list) =>
    list.map((one, place): EmbodiedPart => {
      const made = line(`part-${place}-made`, 'kg CO2e', one.kg, one.gsd);
      return {
        name: `part-${place}`,
        said: quoted('part'),
        product: [told(`part-${place}-count`, 'parts', one.count), made],
      };
    }),
  );

const single = (name: string, unit: string, value: number | null, one = 1) =>
  value === null ? null : line(name, unit, value, one);

/** What a run can lead to, whatever the method reads of it. */
const anything = fc
  .record({
    accelerators,
    loads,
    parts,
    hours: amount,
    repeats: maybe(fc.double({ min: 1.5, max: 1000, noNaN: true })),
    idleHours: maybe(amount),
    metered: maybe(fc.record({ kwh: amount, scope: fc.constantFrom(...ENERGY_SCOPES), gsd })),
    overhead: maybe(ratio),
    pue: ratio,
    gsds: fc.record({ overhead: gsd, pue: gsd, intensity: gsd, life: gsd }),
    intensity,
    market: maybe(intensity),
    fraction: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    water: maybe(ratio),
  })
  .map((one): ResolvedRun => {
    const offsetClaim = { ...emptyRun.offsetClaim, fraction: one.fraction };
    return {
      ...emptyRun,
      accelerators: one.accelerators,
      hostLoads: one.loads,
      embodiedParts: one.parts,
      energyScope: one.metered?.scope ?? null,
      hours: told('hours', 'h', one.hours),
      repeats: one.repeats === null ? null : told('repeats', 'repeats', one.repeats),
      idleHours: one.idleHours === null ? null : told('idle-hours', 'h', one.idleHours),
      energy: one.metered && line('energy', 'kWh', one.metered.kwh, one.metered.gsd),
      hostIdleShare: line('host-idle-share', '1', 0.7, 1.3),
      overhead: one.overhead === null ? null : excess('overhead', one.overhead, one.gsds.overhead),
      pue: excess('pue', one.pue, one.gsds.pue),
      carbonIntensity: intensityOf(one.intensity, one.gsds.intensity),
      marketIntensity: single('market-intensity', 'g CO2e/kWh', one.market, 1.2),
      offset: offsetFactor(offsetClaim),
      offsetClaim,
      serviceLife: line('service-life', 'years', 5, one.gsds.life),
      averageUse: line('average-use', '1', 0.6, 1.4),
      wue: single('wue', 'L/kWh', one.water, 1.5),
      gridWater: single('grid-water', 'L/kWh', one.water, 1.4),
    };
  });

/** A million tokens by a formula. */
const answered = {
  answeredTokens: told('tokens-written', 'tokens', 1e6),
  chipsKwhPerToken: line('chips-kwh-per-token', 'kWh', 3e-7),
  serverKwhPerToken: line('server-kwh-per-token', 'kWh', 2e-7),
  madeKgPerToken: line('made-kg-per-token', 'kg CO2e', 5e-8),
} satisfies Partial<ResolvedRun>;

/** Runs of every shape that a method may be handed: what its ladders do not count is not there. */
export function anyRunFor({ name, ladders, needs }: Method): fc.Arbitrary<ResolvedRun> {
  return anything.map((run) => ({
    ...run,
    method: name,
    hostLoads: ladders.host === 'none' ? [] : run.hostLoads,
    embodiedParts: ladders.embodied === 'none' ? [] : run.embodiedParts,
    energyScope: ladders.meter ? run.energyScope : null,
    energy: ladders.meter ? run.energy : null,
    overhead: ladders.overhead ? run.overhead : null,
    pue: ladders.pue.length > 0 ? run.pue : null,
    marketIntensity: ladders.market ? run.marketIntensity : null,
    serviceLife: ladders.embodied === 'none' ? null : run.serviceLife,
    averageUse: ladders.embodied === 'server-formula' ? null : run.averageUse,
    wue: ladders.water ? run.wue : null,
    gridWater: ladders.water ? run.gridWater : null,
    ...(needs.includes('answers') ? answered : {}),
  }));
}

/** Numbers from 0 to 1, the same each time, so that a test cannot fail by luck: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
