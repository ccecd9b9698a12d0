import type { Factor, HostLoad, NamedFactor } from '@ml-emissions/model';
import { derived, needed } from '../default.ts';
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

/**
 * Memory by its size; nothing where that is not known.
 *
 * Source: Lannelongue et al. 2021 and others, W a GB (`data/defaults.csv`, `memory.dram`).
 */
export function memoryLoads(
  { edition }: Question,
  memoryGb: Factor | null,
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
        hostFactor('memory-power', 'W/GB', needed(edition, 'memory.dram')),
      ],
    },
  ];
}
