import type { Commons } from '@ml-emissions/data';
import { type Factor, given, type HostCpu, type Run } from '@ml-emissions/model';
import { amountFactor, derived, type KeyOf, needed } from './factors.ts';
import type { Machine } from './machine.ts';

type Cpu = NonNullable<Machine['cpu']>;

/** Loads at which a processor's power is known, as in the ids of the defaults. */
const LOADS = [0, 10, 50, 100] as const;
const PERCENT = 100;
/** Half of the 90 % range of a normal distribution, in standard deviations. */
const Z_90 = 1.6448536269514722;

/** Power / full power at a load, between the points of the table. */
function shareAtLoad(commons: Commons, load: Factor): Factor {
  const percent = load.value * PERCENT;
  const after = Math.max(
    1,
    LOADS.findIndex((point) => percent <= point),
  );
  const low = LOADS[after - 1] ?? 0;
  const high = LOADS[after] ?? PERCENT;
  const from = needed(commons, `cpu.power-at-${low}`);
  const to = needed(commons, `cpu.power-at-${high}`);
  const part = (percent - low) / (high - low);
  const value = from.value + part * (to.value - from.value);
  return derived(value, part < 1 ? from : to, `share of full power at ${percent} % load`);
}

/** The power of a processor as a share of its full power: by load, or by what the machine does. */
export function powerShare(commons: Commons, load: Factor | null, isFeeding: boolean): Factor {
  if (load) return shareAtLoad(commons, load);
  return isFeeding
    ? needed(commons, 'cpu.feeding', 'usual while accelerators do the work')
    : needed(
        commons,
        'cpu.working',
        'usual where the processor does the work; its load is not told',
      );
}

/** A power of a processor, with the source of its row. */
export function ratedOf(cpu: Cpu, value: number, note: string): Factor {
  const { sourceId, year, confidence, id } = cpu;
  const base = given(value, `tdp:${id}`, note);
  return { ...base, kind: 'sourced', sourceId, year, confidence };
}

/**
 * Power under full load: the rated power, or, where a turbo limit is published, anything from one to the other, as
 * boards set it: their geometric mean, both ends being the 90 % range.
 */
function fullPower(cpu: Cpu, tdpW: number): Factor {
  const turbo = cpu.maxTurboPowerW ?? tdpW;
  if (turbo <= tdpW) return ratedOf(cpu, tdpW, `${cpu.name}; TDP`);
  const note = `${cpu.name}; between its TDP of ${tdpW} W and its turbo limit of ${turbo} W`;
  return {
    ...ratedOf(cpu, Math.sqrt(tdpW * turbo), note),
    gsd: (turbo / tdpW) ** (1 / (2 * Z_90)),
    confidence: 'derived',
  };
}

/** The processors that a run names, with their power. */
export function hostCpu(
  commons: Commons,
  run: Run,
  machine: Machine,
  keyOf: KeyOf,
): HostCpu | null {
  const { cpu } = machine;
  const { host } = run;
  if (!cpu || !host || cpu.tdpW === null) return null;
  const load =
    host.utilisation === undefined
      ? null
      : amountFactor(host.utilisation, keyOf('/host/utilisation'));
  const ofCores = host.cores !== undefined && cpu.cores !== null ? host.cores / cpu.cores : null;
  const count = ofCores ?? host.cpuCount ?? 1;
  const note = ofCores === null ? '' : `${host.cores} of ${cpu.cores} cores`;
  return {
    name: cpu.name,
    count: given(count, keyOf('/host/cpuCount'), note),
    tdpW: ratedOf(cpu, cpu.tdpW, `${cpu.name}; TDP`),
    fullW: fullPower(cpu, cpu.tdpW),
    powerShare: powerShare(commons, load, machine.chips.length > 0),
    load,
    cores: cpu.cores,
    threads: cpu.threads,
  };
}

/** Memory that a host is taken to have where it is not told; null where a server's cores are not known either. */
export function usualMemory(
  commons: Commons,
  run: Run,
  machine: Machine,
  cpu: HostCpu,
): Factor | null {
  if (machine.site === 'desktop') return needed(commons, 'memory.desktop');
  if (machine.site === 'laptop') return needed(commons, 'memory.laptop');
  if (cpu.cores === null) return null;
  const perCore = needed(commons, 'memory.per-core');
  const cores = run.host?.cores ?? cpu.cores * cpu.count.value;
  return derived(perCore.value * cores, perCore, `${perCore.value} GB for each of ${cores} cores`);
}
