import type { Commons } from '@ml-emissions/data';
import { type Device, type Factor, given, type HostLoad, type Run } from '@ml-emissions/model';
import { baseLoads } from './base-load.ts';
import { powerShare, ratedOf } from './cpu.ts';
import { needed } from './factors.ts';
import { load, memoryLoads, number } from './load.ts';
import { cpuById, type Machine } from './machine.ts';

/** W of one virtual processor at full use: of its processor where that is known, else the usual one. */
function perVcpu(commons: Commons, machine: Machine): Factor {
  const cpu = machine.instance?.cpuId ? cpuById(machine.instance.cpuId) : null;
  const threads = cpu && (cpu.threads ?? (cpu.cores === null ? null : cpu.cores * 2));
  if (!cpu || !threads || cpu.tdpW === null)
    return needed(commons, 'cpu.per-vcpu', 'a virtual processor at full use');
  return ratedOf(cpu, cpu.tdpW / threads, `${cpu.name}: ${cpu.tdpW} W over ${threads} threads`);
}

/** What a provider says of an instance: its virtual processors, its memory, and a share of the board. */
export function instanceHost(
  commons: Commons,
  run: Run,
  machine: Machine,
  devices: readonly Device[],
  described: Factor | null,
): {
  readonly loads: readonly HostLoad[];
  readonly vcpu: number | null;
  readonly memoryGb: Factor | null;
} {
  const { instance, instanceCount } = machine;
  const vcpu = instance?.vcpu ? instance.vcpu * instanceCount : null;
  const ofInstance = instance?.memoryGb
    ? given(
        instance.memoryGb * instanceCount,
        `memory:${instance.id}`,
        `memory of ${instance.instance}`,
      )
    : null;
  const memoryGb = described ?? ofInstance;
  const processors =
    vcpu === null
      ? []
      : [
          load('cpu', 'virtual processors', [
            number(vcpu, 'vcpu', 'vCPU'),
            { step: 'cpu-power', unit: 'W', factor: perVcpu(commons, machine) },
            {
              step: 'cpu-share',
              unit: '1',
              factor: powerShare(commons, null, machine.chips.length > 0),
            },
          ]),
        ];
  return {
    loads: [
      ...processors,
      ...memoryLoads(commons, memoryGb),
      ...baseLoads(commons, run, machine, devices),
    ],
    vcpu,
    memoryGb,
  };
}
