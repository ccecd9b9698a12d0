import {
  type EmbodiedPart,
  type HostLoad,
  listed,
  type NamedFactor,
  named,
} from '@ml-emissions/model';
import {
  coefficient,
  coefficientFactor,
  constantFactor,
  knownCoefficient,
} from '../coefficient.ts';
import type { Embodied } from '../embodied-share.ts';
import type { Host } from '../host/host.ts';
import type { MachineAccelerator } from '../machine.ts';
import { cloudPlace } from '../place.ts';
import type { Question } from '../question.ts';
import { countOf, type Placed } from '../servers.ts';

const NAME = 'cloud-carbon-footprint';
const SOURCE = 'ccf-method';
/** A provider that the method has no figures for is counted as this one. */
const OTHER_PROVIDER = 'aws';

const at = ({ edition }: Question, id: string) => coefficient(edition, `${NAME}.${id}`);

/**
 * W of one accelerator between rest and full use:
 *
 *     W = min + use x (max - min)
 *
 * Source: Cloud Carbon Footprint, coefficients (`ccf-aws`), in `data/coefficients.csv`.
 *
 * @returns null where the method has no figures for it
 */
export function minimumMaximum(
  question: Question,
  { hardware }: MachineAccelerator,
  known: { readonly at: string; readonly label: string },
): NamedFactor[] | null {
  const figures = figuresOf(question, known.label);
  if (!figures) return null;
  const { min, max } = figures;
  const told = hardware.utilisation;
  const use =
    told === undefined ? at(question, 'usual-use') : typeof told === 'number' ? told : told.value;
  const watts = constantFactor(min + use * (max - min), SOURCE, {
    code: 'between-rest-and-full',
    chip: known.label,
    minW: min,
    maxW: max,
    use,
  });
  return [listed(`power${known.at}`, 'W', watts)];
}

/** The figures of the model that a name holds as a word of its own. */
function figuresOf({ edition }: Question, label: string) {
  for (const word of label.toLowerCase().split(/[^a-z0-9_]+/)) {
    const min = knownCoefficient(edition, `${NAME}.accelerator-min-w.${word}`);
    const max = knownCoefficient(edition, `${NAME}.accelerator-max-w.${word}`);
    if (min !== undefined && max !== undefined) return { min, max };
  }
  return null;
}

/** Threads that were rented, or those of the processors. */
function threadsOf({ virtualProcessors, cpu }: Host): number | null {
  if (virtualProcessors !== null) return virtualProcessors;
  const threads = cpu && (cpu.threads ?? (cpu.cores === null ? null : cpu.cores * 2));
  return threads && cpu ? threads * cpu.count.value : null;
}

/** Virtual processors between rest and full use, and memory by its size. */
export function virtualProcessorLoads(question: Question, host: Host): HostLoad[] {
  const { edition, run } = question;
  const threads = threadsOf(host);
  const loads: HostLoad[] = [];
  if (threads !== null) {
    const own = cloudPlace(edition, run)?.provider ?? '';
    const provider = edition.coefficientById.has(`${NAME}.vcpu-min-w.${own}`)
      ? own
      : OTHER_PROVIDER;
    const min = at(question, `vcpu-min-w.${provider}`);
    const max = at(question, `vcpu-max-w.${provider}`);
    const use = host.cpu?.load?.value ?? at(question, 'usual-use');
    const watts = constantFactor(min + use * (max - min), SOURCE, { code: 'at-use', use });
    loads.push({
      name: 'cpu',
      said: { code: 'virtual-processors' },
      isEnergy: false,
      product: [
        named('vcpu', 'vCPU', constantFactor(threads, SOURCE, { code: 'virtual-processors' })),
        listed('vcpu-power', 'W', watts),
      ],
    });
  }
  if (host.memoryGb) {
    loads.push({
      name: 'memory',
      said: { code: 'memory' },
      isEnergy: true,
      product: [
        listed('memory', 'GB', host.memoryGb, { field: '/host/memoryGb' }),
        listed(
          'memory-energy-rate',
          'kWh/GBh',
          coefficientFactor(edition, `${NAME}.memory-kwh-per-gb-hour`, { code: 'memory' }),
        ),
      ],
    });
  }
  return loads;
}

/**
 * A server's manufacture by its sockets, memory and accelerators, spread over four years of hours:
 *
 *     kg = 1000 + 100 x (sockets - 1) + 1.388 x (GB - 16) + 150 x accelerators
 *
 * Source: Cloud Carbon Footprint, methodology, embodied emissions; coefficients in `data/coefficients.csv`.
 */
export function serverByFormula(
  question: Question,
  all: readonly Placed[],
  { cpu, memoryGb }: Host,
): Embodied {
  const sockets = cpu?.count.value ?? 1;
  const memory = memoryGb
    ? at(question, 'embodied-kg-per-gb') *
      Math.max(0, memoryGb.value - at(question, 'embodied-free-gb'))
    : 0;
  const kg =
    at(question, 'embodied-kg-server') +
    at(question, 'embodied-kg-per-socket') * Math.max(0, sockets - 1) +
    memory +
    at(question, 'embodied-kg-per-accelerator') * countOf(all);
  const made = constantFactor(kg, SOURCE, { code: 'server-made' });
  const parts: EmbodiedPart[] = [
    {
      name: 'server',
      said: { code: 'machine', machine: 'server' },
      product: [listed('server-made', 'kg CO2e', made)],
    },
  ];
  const life = coefficientFactor(question.edition, `${NAME}.server-life-hours`, {
    code: 'four-years',
  });
  return { parts, serviceLife: listed('server-life', 'h', life), averageUse: null };
}
