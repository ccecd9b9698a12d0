import {
  exp,
  hypot,
  ln,
  type Phase,
  type Quantity,
  type Run,
  type Service,
  TRAINING_PHASES,
} from '@ml-emissions/model';
import { over } from './per-unit.ts';

/** Phases that make a model; a run that does not say its phase and has no service is taken to train. */
const MAKING: ReadonlySet<Phase | undefined> = new Set([
  undefined,
  'data',
  ...TRAINING_PHASES,
  'validation',
  'evaluation',
] as const);

/** Whether a run belongs to the making of a model, whose emissions its uses share. */
export const isMaking = ({ phase, service }: Pick<Run, 'phase' | 'service'>): boolean =>
  service === undefined && MAKING.has(phase);

/** Whether a run answers users, who share the making of the model; who evaluates it is still making it. */
export const isInUse = ({ phase, service }: Pick<Run, 'phase' | 'service'>): boolean =>
  service !== undefined && !MAKING.has(phase ?? 'inference');

/**
 * A service with its share of training:
 *
 *     share      = kg CO2e of the training runs / uses of all services, where they count in one unit
 *     break-even = kg CO2e of the training runs / kg CO2e of one use
 *
 * Source: ITU-T L.1801 (2026): training over the uses of a model's life, as a line of its own; never in the total.
 *
 * @param service of one run of a project; null for another run
 * @param training kg CO2e of its training runs, manufacture among them where known
 * @param services all of the project
 * @returns null for a run without a service
 */
export function withTrainingShare(
  service: Service | null,
  training: Quantity,
  services: readonly Service[],
): Service | null {
  if (!service) return null;
  // Training is spread once: uses of several kinds have no common measure.
  if (services.some(({ use }) => use !== service.use)) return service;
  const uses = services.reduce((sum, { uses: some }) => sum + some, 0);
  return {
    ...service,
    trainingShareKgCo2ePerUse: over(training, uses),
    breakEvenUses: ratio(training, service.kgCo2ePerUse),
  };
}

/** Of two figures, as if nothing tied them: what both share would make it surer. Null where a use emits nothing. */
function ratio(one: Quantity, other: Quantity): Quantity | null {
  if (!(other.value > 0) || !(one.value > 0)) return null;
  const value = one.value / other.value;
  const [a, b] = [ends(one), ends(other)];
  if (!a || !b) return { value };
  return {
    value,
    low: value * exp(-hypot(ln(one.value / a.low), ln(b.high / other.value))),
    high: value * exp(hypot(ln(a.high / one.value), ln(other.value / b.low))),
  };
}

function ends({ low, high }: Quantity): { readonly low: number; readonly high: number } | null {
  if (low === undefined || high === undefined || !(low > 0)) return null;
  return { low, high };
}
