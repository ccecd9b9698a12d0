import type { Editions } from '@ml-emissions/data';
import {
  type Account,
  type DifferenceCode,
  differenceOf,
  figureOf,
  METHODS,
  type MethodName,
  methods,
  type Project,
  type Quantity,
  type Run,
  type Said,
  type SaidOf,
  totalOf,
} from '@ml-emissions/model';
import { inEnglish } from './estimate/worded.ts';
import { projectKeys } from './parse/project.ts';
import { isLack, type PreparedRun, prepare, prepareVariant } from './prepare.ts';
import { quantityOfWhole, type Whole, wholeOf } from './whole.ts';

/** What one method says of a run, or why it cannot. */
export interface MethodAnswer {
  readonly method: MethodName;
  readonly sourceId: string;
  /** Operational emissions; null where the method cannot answer. */
  readonly operationalKgCo2e: Quantity | null;
  /** null where the method does not count them. */
  readonly embodiedKgCo2e: number | null;
  /** Why it cannot answer; null where it can. */
  readonly lacks: string | null;
  /** The same as a code. */
  readonly said: Said | null;
}

/** One named part of the difference between two methods, kg CO2e. */
export interface DifferenceStep {
  readonly step: string;
  readonly kgCo2e: number;
  /** The step as a code. */
  readonly said: SaidOf<DifferenceCode>;
}

/** How one method comes from another, step by step; the steps sum to the difference. */
export interface Difference {
  readonly from: MethodName;
  readonly to: MethodName;
  readonly fromKgCo2e: number;
  readonly toKgCo2e: number;
  readonly steps: readonly DifferenceStep[];
}

/** All methods on one run. */
export interface Explanation {
  readonly schemaVersion: 1;
  readonly run: Run;
  readonly methods: readonly MethodAnswer[];
  /** From each other method that answers to the run's own. */
  readonly differences: readonly Difference[];
}

/** All methods on a project. */
export interface ProjectExplanation {
  readonly schemaVersion: 1;
  readonly project: Project;
  /** Sums over the runs; a method that cannot answer for one of them has none, and says why. */
  readonly methods: readonly MethodAnswer[];
  /** From each other method that answers to the runs' own; [] where these differ among the runs. */
  readonly differences: readonly Difference[];
}

/**
 * What each method says of a run, and what makes each differ from the run's own method.
 *
 * @param editions those at hand
 * @param run from `parseRun`
 * Errors: none for a run from `parseRun`.
 */
export function explain(editions: Editions, run: Run): Explanation {
  return { schemaVersion: 1, run, ...explained([prepare(editions, run)]) };
}

/**
 * The same for a project: the sums over its runs, and of what makes them differ.
 *
 * @param project from `parseProject`
 * Errors: none for a project from `parseProject`.
 */
export function explainProject(editions: Editions, project: Project): ProjectExplanation {
  return { schemaVersion: 1, project, ...explained(wholeOf(editions, project)) };
}

function explained(whole: Whole): Pick<Explanation, 'methods' | 'differences'> {
  const accounts = new Map<MethodName, readonly Account[]>();
  const answers = METHODS.map((name): MethodAnswer => {
    const { source: sourceId } = methods[name];
    const by = wholeBy(whole, name);
    if ('code' in by) {
      return {
        method: name,
        sourceId,
        operationalKgCo2e: null,
        embodiedKgCo2e: null,
        lacks: inEnglish(by),
        said: by,
      };
    }
    accounts.set(
      name,
      by.map(({ account }) => account),
    );
    return {
      method: name,
      sourceId,
      operationalKgCo2e: quantityOfWhole(by, 'operationalKgCo2e'),
      embodiedKgCo2e: embodiedOf(by),
      lacks: null,
      said: null,
    };
  });
  const names = new Set(whole.map(({ method }) => method.name));
  const [ownName] = names;
  const own = names.size === 1 && ownName ? accounts.get(ownName) : undefined;
  if (!own || !ownName) return { methods: answers, differences: [] };
  const others = [...accounts].filter(([name]) => name !== ownName);
  return {
    methods: answers,
    differences: others.map(
      ([name, from]): Difference => ({
        from: name,
        to: ownName,
        fromKgCo2e: sumOf(from.map(totalOf)),
        toKgCo2e: sumOf(own.map(totalOf)),
        steps: stepsBetween(from, own),
      }),
    ),
  };
}

/** The runs by another method; the first lack where it cannot answer for one. */
function wholeBy(whole: Whole, name: MethodName): Whole | Said {
  const others: PreparedRun[] = [];
  for (const [index, { edition, run }] of whole.entries()) {
    const keyOf = whole.length === 1 ? undefined : projectKeys(index, run);
    const other = prepareVariant(edition, run, keyOf, methods[name]);
    if (isLack(other)) return other;
    others.push(other);
  }
  const [first, ...rest] = others;
  return first ? [first, ...rest] : whole;
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);

/** Of the runs whose manufacture is counted; null where none is. */
function embodiedOf(whole: Whole): number | null {
  const known = whole.flatMap(({ account }) => figureOf(account, 'embodiedKgCo2e') ?? []);
  return known.length > 0 ? sumOf(known) : null;
}

/** Each named part of the difference, summed over the runs, in the order of the parts. */
function stepsBetween(from: readonly Account[], to: readonly Account[]): DifferenceStep[] {
  const byAspect = new Map<string, DifferenceStep>();
  const aspects: string[] = [];
  for (const [index, account] of from.entries()) {
    const other = to[index];
    if (!other) continue;
    for (const { aspect, kgCo2e } of differenceOf(account, other)) {
      const said = { code: `differs-${aspect}` } as const;
      const known = byAspect.get(aspect);
      if (!known) aspects.push(aspect);
      byAspect.set(aspect, {
        step: inEnglish(said),
        kgCo2e: (known?.kgCo2e ?? 0) + kgCo2e,
        said,
      });
    }
  }
  return aspects.flatMap((aspect) => byAspect.get(aspect) ?? []);
}
