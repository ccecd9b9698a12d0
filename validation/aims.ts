import type { Score } from './meter.ts';
import type { Told } from './power-case.ts';
import type { ClassScore, PowerClasses } from './power-classes.ts';
import { percent } from './text.ts';

/** What is aimed at for a class of metered runs. */
interface Aim {
  readonly name: string;
  readonly told: Told;
  /** Null where the middle is not asked for. */
  readonly meanError: number | null;
  /** Least share inside the 90 % range. */
  readonly covered: number;
}

/** Each with the least that was to be told, and with all that is known of the machine. */
const AIMS: readonly Aim[] = [
  { name: 'GPU server, batched', told: 'without-nodes', meanError: null, covered: 0.9 },
  { name: 'GPU server, single-stream', told: 'without-nodes', meanError: null, covered: 0.88 },
  { name: 'GPU server, batched', told: 'scenario', meanError: 0.18, covered: 0.9 },
  { name: 'GPU server, batched', told: 'processors', meanError: 0.18, covered: 0.9 },
  { name: 'GPU server, single-stream', told: 'scenario', meanError: 0.25, covered: 0.88 },
  { name: 'GPU server, single-stream', told: 'processors', meanError: 0.25, covered: 0.88 },
  { name: 'Cloud AI 100 server, all', told: 'scenario', meanError: 0.2, covered: 0.88 },
  { name: 'Cloud AI 100 server, all', told: 'processors', meanError: 0.2, covered: 0.88 },
  { name: 'workstation, all', told: 'processors', meanError: 0.2, covered: 0.85 },
  { name: 'chip in training, all', told: 'work', meanError: 0.18, covered: 0.9 },
  { name: 'chip in training, all', told: 'size', meanError: 0.18, covered: 0.9 },
  { name: 'chip under a limit, all', told: 'size', meanError: 0.18, covered: 0.9 },
];

/** What was found of a figure that something is asked of. */
export interface Finding {
  readonly name: string;
  readonly isMet: boolean;
  readonly detail: string;
}

/** A mean error beside the best that a rule could do, where that is known. */
export function errorFinding(
  score: Score & { readonly bound?: number | null },
  most: number,
  name = score.name,
): Finding {
  const { meanError, floor, bound = null } = score;
  return {
    name: `${name}: mean error at most ${percent(most)}`,
    isMet: meanError <= most,
    detail: [
      percent(meanError),
      ...(floor === null ? [] : [`the best constant in hindsight has ${percent(floor)}`]),
      ...(bound === null ? [] : [`the best rule that is told the same ${percent(bound)}`]),
    ].join('; '),
  };
}

/** A share inside the range. */
export const coveredFinding = (score: Score, least: number, name = score.name): Finding => ({
  name: `${name}: at least ${percent(least)} inside the range`,
  isMet: score.covered >= least,
  detail: percent(score.covered),
});

/** A widest range. */
export const widestFinding = (score: Score, most: number): Finding => ({
  name: `${score.name}: high / low at most ${most}`,
  isMet: score.widest <= most,
  detail: score.widest.toFixed(2),
});

/** What is aimed at for metered power, and what was found. */
export function powerFindings(
  { byKind }: PowerClasses,
  tell: (score: ClassScore) => string,
): Finding[] {
  return AIMS.flatMap(({ name, told, meanError, covered }) => {
    const score = byKind.find((one) => one.name === name && one.told === told);
    if (!score) return [];
    const as = `${name} (${tell(score)})`;
    return [
      ...(meanError === null ? [] : [errorFinding(score, meanError, as)]),
      coveredFinding(score, covered, as),
    ];
  });
}
