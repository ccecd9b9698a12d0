import { type Factor, type HostLoad, log2, type NamedFactor, pow } from '@ml-emissions/model';
import { defaultFactor, derived, needed } from '../default.ts';
import { ownMachine } from '../machine.ts';
import type { Question } from '../question.ts';
import { hostFactor } from '../servers.ts';
import type { HostCpu } from './cpu.ts';

/** Memory that a host is taken to have where it is not told; null where a server's cores are not known either. */
export function usualMemory({ edition, run, machine }: Question, cpu: HostCpu): Factor | null {
  const own = ownMachine(machine);
  if (own) return needed(edition, `memory.${own}`);
  if (cpu.cores === null) return null;
  const perCore = needed(edition, 'memory.per-core');
  const cores = run.host?.cores ?? cpu.cores * cpu.count.value;
  return derived(perCore.value * cores, perCore, {
    code: 'memory-for-cores',
    gbEach: perCore.value,
    cores,
  });
}

/** Memory of a server for which the usual power of a GB is given, GB. */
const AT_GB = 128;
/** Smaller servers have modules of the smallest size. */
const LEAST_GB = 8;

/**
 * W a GB: a large module draws little more than a small one, so that each doubling of a server's memory lowers it.
 *
 *     W/GB = usual x per-doubling ^ log2(GB in one server / 128)
 */
function wattsPerGb({ edition, machine }: Question, memoryGb: number, servers: number): Factor {
  const usual = ownMachine(machine) ? null : defaultFactor(edition, 'memory.server');
  const doubling = edition.defaultById.get('memory.per-doubling');
  if (!usual || !doubling) return needed(edition, 'memory.dram');
  const gb = Math.max(memoryGb / servers, LEAST_GB);
  const value = usual.value * pow(doubling.value, log2(gb / AT_GB));
  return derived(value, usual, { code: 'memory-power-at', gb });
}

/**
 * Memory by its size; nothing where that is not known.
 *
 * Source: servers metered by SPECpower_ssj2008 and MLPerf; else Lannelongue et al. 2021 and others, W a GB
 * (`data/defaults.csv`, `memory.*`).
 *
 * @param servers how many machines the memory is in
 */
export function memoryLoads(
  question: Question,
  memoryGb: Factor | null,
  servers: number,
  quantity: NamedFactor['quantity'] = null,
): HostLoad[] {
  if (!memoryGb) return [];
  return [
    {
      name: 'memory',
      said: { code: 'memory' },
      isEnergy: false,
      product: [
        hostFactor('memory', 'GB', memoryGb, quantity),
        hostFactor('memory-power', 'W/GB', wattsPerGb(question, memoryGb.value, servers)),
      ],
    },
  ];
}
