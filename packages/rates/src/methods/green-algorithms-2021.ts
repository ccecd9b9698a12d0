import { type HostLoad, listed, named, quoted } from '@ml-emissions/model';
import { coefficientFactor } from '../coefficient.ts';
import type { Host } from '../host/host.ts';
import type { Question } from '../question.ts';

/**
 * Cores in use at the processor's rated power, all cores where no number is given; memory by its size.
 *
 * Source: Lannelongue, Grealey, Inouye (2021), Advanced Science 8, 2100707.
 */
export function ratedParts({ edition }: Question, { cpu, memoryGb }: Host): HostLoad[] {
  const loads: HostLoad[] = [];
  if (cpu) {
    const { name, count, tdpW, load } = cpu;
    loads.push({
      name: 'cpu',
      said: quoted(name),
      isEnergy: false,
      product: [
        named('cpu-count', 'processors', count),
        listed('cpu-tdp', 'W', tdpW),
        ...(load ? [listed('cpu-utilisation', '1', load, { field: '/host/utilisation' })] : []),
      ],
    });
  }
  if (memoryGb) {
    const perGb = coefficientFactor(edition, 'green-algorithms-2021.memory-w-per-gb', {
      code: 'memory',
    });
    loads.push({
      name: 'memory',
      said: { code: 'memory' },
      isEnergy: false,
      product: [
        listed('memory', 'GB', memoryGb, { field: '/host/memoryGb' }),
        listed('memory-power', 'W/GB', perGb),
      ],
    });
  }
  return loads;
}
