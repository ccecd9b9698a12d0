import type { CpuRow } from '@ml-emissions/data';
import { type Factor, given, type HostLoad, pow, Z_90 } from '@ml-emissions/model';
import { needed } from '../default.ts';
import type { Question } from '../question.ts';
import { hasCardRule, hostFactor, number, type Placed, rentedShare } from '../servers.ts';
import { baseLoads } from './base.ts';
import { loadOf, powerShare, ratedOf } from './cpu.ts';
import { memoryLoads } from './memory.ts';

/** Power per virtual processor of one processor that may be in the host, W. */
interface PerThread {
  readonly cpu: CpuRow;
  readonly tdpW: number;
  readonly threads: number;
  readonly watts: number;
}

/**
 * W of one virtual processor at full use: the rated power of the host’s processors over its virtual processors, or
 * over the threads of one where the whole host is not known; of several that may be in it the mean, all of them within
 * the 90 % range; else the usual one.
 *
 * Source: `data/instance_families.csv`, `data/cpus.csv`; `data/defaults.csv`, `cpu.per-vcpu`.
 */
function perVirtualProcessor(question: Question): Factor {
  const { edition, machine } = question;
  const usual = needed(edition, 'cpu.per-vcpu', { code: 'virtual-processor-at-full-use' });
  const { instance } = machine;
  if (!instance) return usual;
  const ids = instance.family?.cpuIds ?? [instance.cpuId ?? ''];
  const known = ids.flatMap((id) => perThread(question, id) ?? []);
  const [first] = known;
  if (!first) return usual;
  const { cpu, tdpW, threads, watts } = first;
  if (known.length === 1) {
    const rated = ratedOf(cpu, watts, { code: 'tdp-over-threads', cpu: cpu.name, tdpW, threads });
    // Somebody’s assumption is no surer than the usual figure.
    return cpu.tdpW === null
      ? { ...rated, sourceId: instance.family?.powerSourceId ?? null, gsd: usual.gsd }
      : rated;
  }
  const all = known.map((one) => one.watts);
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return {
    ...ratedOf(cpu, mean, {
      code: 'one-of-processors',
      cpus: known.map((one) => one.cpu.name),
      lowW: least,
      highW: most,
    }),
    gsd: Math.max(
      pow(Math.max(mean / least, most / mean), 1 / Z_90),
      known.some((one) => one.cpu.tdpW === null) ? (usual.gsd ?? 1) : 1,
    ),
    confidence: 'derived',
    key: `tdp:${known.map((one) => one.cpu.id).join(' ')}`,
  };
}

function perThread({ edition, machine }: Question, id: string): PerThread | null {
  const cpu = edition.names.cpus.byId(id);
  const family = machine.instance?.family;
  const tdpW = cpu?.tdpW ?? family?.cpuPowerW ?? null;
  if (!cpu || tdpW === null) return null;
  const { hostVcpu, hostProcessors, threadsPerCore } = family ?? {};
  const ofHost = hostVcpu && hostProcessors ? hostVcpu / hostProcessors : null;
  const cores = cpu.cores && (threadsPerCore ?? 2) * cpu.cores;
  const threads = ofHost ?? (threadsPerCore ? cores : (cpu.threads ?? cores));
  return threads ? { cpu, tdpW, threads, watts: tdpW / threads } : null;
}

/**
 * Whether the rented machine of a run says what its host is: by its virtual processors. One that has chips and does not
 * say them has the usual host of the chips, but in editions from before, which count no processors then.
 */
export function tellsHost({ edition, machine: { accelerators, instance } }: Question): boolean {
  if (!instance) return false;
  return instance.vcpu !== null || accelerators.length === 0 || !hasCardRule(edition);
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
              hostFactor('cpu-share', '1', powerShare(question, loadOf(question), null)),
            ],
          },
        ];
  return {
    loads: [
      ...processors,
      ...memoryLoads(question, memoryGb, rentedShare(question) ?? instanceCount, memoryQuantity),
      ...baseLoads(question, all),
    ],
    virtualProcessors,
    memoryGb,
  };
}
