import { ASPECTS, type Aspect } from '../method.ts';
import { type Account, figureOf, figuresIn, type Step, stepValue } from './account.ts';

/** One named part of the difference between two accounts of one run, kg CO2e. */
export interface DifferencePart {
  readonly aspect: (typeof ASPECTS)[number] | 'rounding-removed' | 'rounding';
  readonly kgCo2e: number;
}

type Bare = Omit<Step, 'value'>;

/**
 * The difference between two methods on one run, one part taken from the other at a time, in a fixed order.
 *
 * @param from where to start
 * @param to where to arrive
 * @returns one part for each aspect that changes anything; they sum to the difference of the totals
 * Errors: none.
 */
export function differenceOf(from: Account, to: Account): DifferencePart[] {
  const parts: DifferencePart[] = [];
  let before = totalOf(from);
  const tell = (aspect: DifferencePart['aspect'], after: number) => {
    if (after !== before) parts.push({ aspect, kgCo2e: after - before });
    before = after;
  };
  const unrounded = (steps: readonly Step[]) =>
    steps.map((step): Bare => ({ ...step, rounding: null }));
  let now = unrounded(from.steps);
  const target = unrounded(to.steps);
  tell('rounding-removed', totalOf(evaluated(now)));
  for (const aspect of ASPECTS) {
    now = exchanged(now, target, aspect);
    tell(aspect, totalOf(evaluated(now)));
  }
  tell('rounding', totalOf(to));
  return parts;
}

/** Operational and embodied together, kg CO2e. */
export const totalOf = (account: Account): number => figureOf(account, 'totalKgCo2e') ?? 0;

/** Steps with those of one aspect taken from another account, in the order of the chain. */
function exchanged(now: readonly Bare[], target: readonly Bare[], aspect: Aspect): Bare[] {
  const taken = target.filter((step) => step.aspect === aspect);
  // A link of the chain gives way only to its like; summands go with their aspect.
  const kept = now.filter(
    ({ name, family, aspect: own }) =>
      !taken.some((step) => step.name === name) && !(family && own === aspect),
  );
  const all = [...kept, ...taken];
  // Summands first, then the chain: a step stands on those before it.
  const rank = ({ name, family, aspect: of }: Bare) =>
    family ? (ASPECTS as readonly Aspect[]).indexOf(of) - ASPECTS.length : CHAIN.indexOf(name);
  return all.toSorted((a, b) => rank(a) - rank(b));
}

/** The steps that every method has, in their order. */
const CHAIN = [
  'components-energy',
  'it-energy',
  'facility-energy',
  'operational-emissions',
  'offset-claimed',
  'market-based-emissions',
  'embodied-emissions',
  'total-emissions',
  'water-on-site',
  'water-off-site',
];

/** The same steps with what they sum found anew, and their values. */
function evaluated(steps: readonly Bare[]): Account {
  const done: Step[] = [];
  for (const step of steps) {
    const of = step.name in FAMILY_SUMS ? familyOf(step.name, done) : step.of;
    const there = of.filter((name) => done.some((one) => one.name === name));
    if (step.of.length > 0 && there.length === 0) continue;
    const whole = { ...step, of: there };
    done.push({ ...whole, value: stepValue(whole, done) });
  }
  return { hasRange: false, steps: done, figures: figuresIn(done) };
}

const FAMILY_SUMS: Readonly<Record<string, Step['family']>> = {
  'components-energy': 'energy',
  'embodied-emissions': 'embodied',
};

function familyOf(name: string, done: readonly Step[]): string[] {
  return done.flatMap((step) => (step.family === FAMILY_SUMS[name] ? [step.name] : []));
}
