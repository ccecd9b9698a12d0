import { type HostLoad, listed, type NamedFactor, named, pow, quoted } from '@ml-emissions/model';
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
      ? constantFactor(idle + (1 - idle) * pow(cpu.load.value, 3), 'codecarbon-cpu-power', {
          code: 'share-by-load',
        })
      : coefficientFactor(edition, at('cpu-share'), { code: 'share-of-unknown-load' });
    return [
      named('cpu-count', 'processors', cpu.count),
      listed('cpu-tdp', 'W', cpu.tdpW),
      listed('cpu-share', '1', share),
    ];
  }
  if (virtualProcessors !== null) {
    const threads = constantFactor(virtualProcessors, 'codecarbon-method', {
      code: 'threads-of-instance',
    });
    return [
      listed('threads', 'threads', threads),
      listed(
        'thread-power',
        'W',
        coefficientFactor(edition, at('thread-w'), { code: 'one-thread' }),
      ),
    ];
  }
  const unknown = coefficientFactor(edition, at('unknown-cpu-w'), { code: 'processor-not-known' });
  return [listed('cpu-power', 'W', unknown)];
}

/** Processors and memory as CodeCarbon counts them where it cannot measure. */
export function codecarbonLoads(question: Question, host: Host): HostLoad[] {
  const { memoryGb, cpu } = host;
  const processors: HostLoad = {
    name: 'cpu',
    said: cpu ? quoted(cpu.name) : { code: 'processor' },
    isEnergy: false,
    product: processorPower(question, host),
  };
  if (!memoryGb) return [processors];
  const power = dimmPowerW(question.edition, memoryGb.value);
  const watts = constantFactor(power, 'codecarbon-ram', {
    code: 'memory-of-size',
    gb: memoryGb.value,
  });
  const product = [listed('memory-power', 'W', watts)];
  return [processors, { name: 'memory', said: { code: 'memory' }, isEnergy: false, product }];
}
