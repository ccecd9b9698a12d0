import { type Edition, type Editions, editionsFrom, frozen } from '@ml-emissions/data';
import type { EstimateResult, Project, ProjectResult, Run } from '@ml-emissions/model';
import { type RateRow, ratesOf, type Shape } from '@ml-emissions/rates';
import type { ProjectInput, RunInput } from '@ml-emissions/schema';
import { type Catalogue, catalogue } from './catalogue.ts';
import {
  type Checked,
  type CheckedProject,
  type Claim,
  check,
  checkProject,
} from './check/check.ts';
import {
  type Compare,
  type CompareOptions,
  type CompareProject,
  compare,
  compareProject,
} from './compare/compare.ts';
import { type OtherValue, otherValues } from './compare/other-values.ts';
import { type EstimateOptions, resultOf } from './estimate/estimate.ts';
import { estimateProject } from './estimate/project.ts';
import { type Explanation, explain, explainProject, type ProjectExplanation } from './explain.ts';
import { type ListName, type ListRow, list } from './list.ts';
import { createMemo } from './memo.ts';
import { type ParsedProject, parseProject } from './parse/project.ts';
import type { ParsedRun } from './parse/run.ts';
import { type PreparedRun, prepare, prepareInput } from './prepare.ts';
import { nearestNames, type Shown, show } from './show.ts';

/** Everything that can be asked of the editions that it was made with. Several live side by side. */
export interface Calculator {
  readonly editions: Editions;
  /**
   * Anything at all -> a run, frozen, whose ids resolve in its edition and whose method can answer; or every problem.
   *
   * Errors: none for any input; throws where a page asks for tables that it has not imported.
   * @example calculator.parseRun({ hardware: [{ accelerator: 'T4' }], hours: 2, place: { country: 'FR' } })
   */
  readonly parseRun: (input: RunInput | Run) => ParsedRun;
  /** The same for a project: several runs that belong together. */
  readonly parseProject: (input: ProjectInput | Project) => ParsedProject;
  /**
   * What a run emits, how sure that is, how it came about and what stands beside it.
   *
   * @param run from `parseRun`, or any copy of it: the result depends on the value alone
   * @returns the result at full precision
   * Errors: none for a run from `parseRun`; throws `InvalidRun` for any other object that is no run.
   * Source: the run's method (docs/method.md).
   */
  readonly estimate: (run: Run, options?: EstimateOptions) => EstimateResult;
  /** The sum of a project's runs, with ranges that carry what the runs share. */
  readonly estimateProject: (project: Project, options?: EstimateOptions) => ProjectResult;
  /** What a run would emit elsewhere, on other hardware, at another utilisation or with fewer trials. */
  readonly compare: (run: Run, options?: CompareOptions) => Compare;
  /** The same for a project, each of whose runs changes alike. */
  readonly compareProject: (project: Project, options?: CompareOptions) => CompareProject;
  /** What each method says of a run, and what makes each differ from the run's own. */
  readonly explain: (run: Run) => Explanation;
  /** The same for the sum of a project's runs. */
  readonly explainProject: (project: Project) => ProjectExplanation;
  /** Whether a published figure can be right for a run. */
  readonly check: (run: Run, claim: Claim) => Checked;
  /** The same for all runs of a project together. */
  readonly checkProject: (project: Project, claim: Claim) => CheckedProject;
  /** Other values for one line of a receipt, and what each would make of the run. */
  readonly otherValues: (run: Run, step: string) => OtherValue[];
  /**
   * The rates of all runs that differ in time, counts and measured values only: one row, to store, send or join.
   *
   * @param shape of `shapeOf`
   * @returns null for a method that rounds on its way
   * @example const price = pricerOf(calculator.ratesOf(shapeOf(run)))
   */
  readonly ratesOf: (shape: Shape) => RateRow | null;
  /**
   * A run with its factors (`resolved`) and the steps of its method (`account`), both plain and frozen, for loops that
   * need nothing around them; `edition` and `sums` hold functions, so that the whole cannot be cloned.
   */
  readonly prepare: (run: Run) => PreparedRun;
  readonly catalogue: (edition?: string) => Catalogue;
  readonly list: <Name extends ListName>(name: Name, search?: string) => ListRow<Name>[];
  readonly show: (text: string) => Shown[];
  readonly nearestNames: (text: string, most: number) => string[];
}

/**
 * A calculator over some editions of the data. The same input gives the same answer, whatever was asked before.
 *
 * @param of one edition, or several: runs that name none are of the current one
 * @returns its functions; each may be taken out and called alone
 * @example const { parseRun, estimate } = createCalculator(edition)
 */
export function createCalculator(of: Edition | Editions): Calculator {
  const editions = 'get' in of ? of : editionsFrom({ [of.id]: () => of });
  const memo = createMemo();
  const prepared = (run: Run) => memo.take(run) ?? prepare(editions, run);
  return {
    editions,
    parseRun(input) {
      const found = prepareInput(editions, input);
      if (!found.ok) return frozen(found);
      memo.keep(found.prepared);
      return frozen({ ok: true, run: found.prepared.run });
    },
    parseProject: (input) => frozen(parseProject(editions, input)),
    estimate: (run, options) => resultOf(prepared(run), options),
    estimateProject: (project, options) => estimateProject(editions, project, options),
    compare: (run, options) => compare(editions, run, options),
    compareProject: (project, options) => compareProject(editions, project, options),
    explain: (run) => explain(editions, run),
    explainProject: (project) => explainProject(editions, project),
    check: (run, claim) => check(editions, run, claim),
    checkProject: (project, claim) => checkProject(editions, project, claim),
    otherValues: (run, step) => otherValues(editions, run, step),
    ratesOf(shape) {
      const edition = editions.get(shape.unit.edition);
      if (!edition) throw new Error(`ratesOf(): no edition '${shape.unit.edition}'`);
      return ratesOf(edition, shape);
    },
    // A copy holds the steps themselves; they are worked out once here, not at each use.
    prepare(run) {
      const whole = prepared(run);
      const { edition, method, machine, resolved, account, sums, warnings } = whole;
      for (const part of [resolved, account, warnings]) frozen(part);
      return { run: whole.run, edition, method, machine, resolved, account, sums, warnings };
    },
    catalogue: (edition) => catalogue(editions, edition),
    list: (name, search) => list(editions, name, search),
    show: (text) => show(editions, text),
    nearestNames: (text, most) => nearestNames(editions, text, most),
  };
}
