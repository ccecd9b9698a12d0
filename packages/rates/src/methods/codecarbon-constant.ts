import { type HostLoad, listed, type NamedFactor, named } from '@ml-emissions/model';
import { coefficient, coefficientFactor, constantFactor } from '../coefficient.ts';
import type { Host } from '../host/host.ts';
import type { Question } from '../question.ts';
import { dimmPowerW } from './dimm-power.ts';

const NAME = 'codecarbon-constant';

/**
 * Half of the rated power; by load where one is given; a guess where the processor is not known.
 *
 *     share = 0.1 + 0.9 x load^3
 *
 * Source: CodeCarbon 3.x, documentation and code (`codecarbon-cpu-power`); coefficients in `data/coefficients.csv`.
 */
function processorPower({ edition }: Question, { cpu, virtualProcessors }: Host): NamedFactor[] {
  const at = (id: string) => `${NAME}.${id}`;
  if (cpu) {
    const idle = coefficient(edition, at('cpu-idle-share'));
    const share = cpu.load
      ? constantFactor(
          idle + (1 - idle) * cpu.load.value ** 3,
          'codecarbon-cpu-power',
          'share of TDP: 0.1 + 0.9 x load^3',
        )
      : coefficientFactor(edition, at('cpu-share'), 'share of TDP where the load is not known');
    return [
      named('cpu-count', 'processors', cpu.count),
      listed('cpu-tdp', 'W', cpu.tdpW),
      listed('cpu-share', '1', share),
    ];
  }
  if (virtualProcessors !== null) {
    const threads = constantFactor(
      virtualProcessors,
      'codecarbon-method',
      'threads of the instance',
    );
    return [
      listed('threads', 'threads', threads),
      listed('thread-power', 'W', coefficientFactor(edition, at('thread-w'), 'a thread')),
    ];
  }
  const unknown = coefficientFactor(edition, at('unknown-cpu-w'), 'processor not known');
  return [listed('cpu-power', 'W', unknown)];
}

/** Processors and memory as CodeCarbon counts them where it cannot measure. */
export function codecarbonLoads(question: Question, host: Host): HostLoad[] {
  const { memoryGb, cpu } = host;
  const processors: HostLoad = {
    name: 'cpu',
    label: cpu?.name ?? 'processor',
    isEnergy: false,
    product: processorPower(question, host),
  };
  if (!memoryGb) return [processors];
  const watts = constantFactor(
    dimmPowerW(question.edition, memoryGb.value),
    'codecarbon-ram',
    `memory of ${memoryGb.value} GB`,
  );
  const product = [listed('memory-power', 'W', watts)];
  return [processors, { name: 'memory', label: 'memory', isEnergy: false, product }];
}
