import { type Factor, given, type HostLoad } from '@ml-emissions/model';
import { needed } from '../default.ts';
import type { Question } from '../question.ts';
import { hostFactor, number, type Placed } from '../servers.ts';
import { baseLoads } from './base.ts';
import { powerShare, ratedOf } from './cpu.ts';
import { memoryLoads } from './memory.ts';

/** W of one virtual processor at full use: of its processor where that is known, else the usual one. */
function perVirtualProcessor({ edition, machine }: Question): Factor {
  const id = machine.instance?.cpuId;
  const cpu = id ? (edition.names.cpus.byId(id) ?? null) : null;
  const threads = cpu && (cpu.threads ?? (cpu.cores === null ? null : cpu.cores * 2));
  if (!cpu || !threads || cpu.tdpW === null)
    return needed(edition, 'cpu.per-vcpu', { code: 'virtual-processor-at-full-use' });
  return ratedOf(cpu, cpu.tdpW / threads, {
    code: 'tdp-over-threads',
    cpu: cpu.name,
    tdpW: cpu.tdpW,
    threads,
  });
}

/** What a provider says of an instance: its virtual processors, its memory, and a share of the board. */
export function instanceHost(
  question: Question,
  all: readonly Placed[],
  described: Factor | null,
): {
  readonly loads: readonly HostLoad[];
  readonly virtualProcessors: number | null;
  readonly memoryGb: Factor | null;
} {
  const { instance, instanceCount } = question.machine;
  const of = '/instanceCount';
  const virtualProcessors = instance?.vcpu ? instance.vcpu * instanceCount : null;
  const ofInstance = instance?.memoryGb
    ? given(instance.memoryGb * instanceCount, `memory:${instance.id}`, {
        code: 'memory-of-instance',
        instance: instance.instance,
      })
    : null;
  const memoryGb = described ?? ofInstance;
  const memoryQuantity = !described && instance?.memoryGb ? { of, per: instance.memoryGb } : null;
  const processors: HostLoad[] =
    virtualProcessors === null
      ? []
      : [
          {
            name: 'cpu',
            said: { code: 'virtual-processors' },
            isEnergy: false,
            product: [
              number(virtualProcessors, 'vcpu', 'vCPU', { of, per: instance?.vcpu ?? 1 }),
              hostFactor('cpu-power', 'W', perVirtualProcessor(question)),
              hostFactor('cpu-share', '1', powerShare(question, null)),
            ],
          },
        ];
  return {
    loads: [
      ...processors,
      ...memoryLoads(question, memoryGb, memoryQuantity),
      ...baseLoads(question, all),
    ],
    virtualProcessors,
    memoryGb,
  };
}
