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
import { createLiveProject, type LiveOptions, type LiveProject } from './estimate/live-project.ts';
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
  /** Its editions: all published ones of `ml-emissions`, or those that it was made with. */
  readonly editions: Editions;
  /**
   * A run as somebody writes it -> the run as it is understood, whose ids resolve in its edition and whose method can answer; or
   * every problem at once.
   *
   * @param input its fields in their units (kWh, W, h, g CO2e/kWh, …); numbers may be texts with a unit. At run time anything is
   * taken, a decoded file or a run that was parsed before, and what is wrong with it is told.
   * @returns `{ ok: true, run }` or `{ ok: false, problems }`, frozen to the last field
   * Errors: none for any input; throws where a page asks for tables that it has not loaded.
   * @example
   * import { parseRun } from 'ml-emissions';
   *
   * const parsed = parseRun({
   *   hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
   *   hours: 100,
   *   place: { provider: 'gcp', region: 'us-central1' },
   * });
   * if (parsed.ok) console.log(parsed.run.hardware); // [{ accelerator: 'nvidia-a100-sxm4-80gb', count: 8 }]
   * else for (const { field, message } of parsed.problems) console.error(field, message);
   */
  readonly parseRun: (input: RunInput | Run) => ParsedRun;
  /**
   * The same for a project: several runs that belong together, and what they share.
   *
   * @param input its runs and the defaults of all
   * @returns `{ ok: true, project }` or `{ ok: false, problems }`, frozen; problems name their field in the project
   * Errors: none for any input; throws where a page asks for tables that it has not loaded.
   * @example
   * import { parseProject } from 'ml-emissions';
   *
   * const parsed = parseProject({
   *   defaults: { hardware: [{ accelerator: 'T4' }], place: { country: 'FR' } },
   *   runs: [{ hours: 20 }, { hours: 3, phase: 'evaluation' }],
   * });
   * if (parsed.ok) console.log(parsed.project.runs.length); // 2
   */
  readonly parseProject: (input: ProjectInput | Project) => ParsedProject;
  /**
   * What a run emits, how sure that is, how it came about and what stands beside it.
   *
   * @param run from `parseRun`, or any copy of it: the result depends on the value alone
   * @param options what may be left out, for speed
   * @returns the result at full precision: kg CO2e, kWh, L, g CO2e/kWh, each with its 90 % range where the method has one
   * Errors: none for a run from `parseRun`; throws `InvalidRun` for any other object that is no run.
   * Source: the run's method (docs/method.md).
   * @example
   * import { estimate, parseRun } from 'ml-emissions';
   *
   * const parsed = parseRun({
   *   hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
   *   hours: 100,
   *   place: { provider: 'gcp', region: 'us-central1' },
   * });
   * if (parsed.ok) console.log(estimate(parsed.run).operational.kgCo2e); // { value, low, high }
   */
  readonly estimate: (run: Run, options?: EstimateOptions) => EstimateResult;
  /**
   * The sum of a project's runs, with ranges that carry what the runs share.
   *
   * @param project from `parseProject`, or any copy of it
   * @param options what may be left out, for speed
   * @returns sums, by phase, place and hardware, and the result of each run, in the units of `estimate`
   * Errors: none for a project from `parseProject`; throws `InvalidRun` for any other object.
   * Source: docs/method.md, section 6.
   * @example
   * import { estimateProject, parseProject } from 'ml-emissions';
   *
   * const parsed = parseProject({
   *   defaults: { hardware: [{ accelerator: 'T4' }], place: { country: 'FR' } },
   *   runs: [{ hours: 20 }, { hours: 3, phase: 'evaluation' }],
   * });
   * if (parsed.ok) console.log(estimateProject(parsed.project).total.kgCo2e);
   */
  readonly estimateProject: (project: Project, options?: EstimateOptions) => ProjectResult;
  /**
   * A project that somebody is working on, asked after every change: parses and estimates anew only what has changed.
   *
   * @param options what may be left out, for speed, and how many runs there may be
   * @returns a function of the project as written: `{ ok: true, project, result }`, the same as `parseProject` and
   * `estimateProject` give, or `{ ok: false, problems }`. Results share parts with those before them: read only.
   * Errors: none for any input; throws where a page asks for tables that it has not loaded.
   * Source: docs/method.md, section 6.
   * @example
   * import { liveProject } from 'ml-emissions';
   *
   * const ask = liveProject();
   * const runs = [{ hours: 20 }, { hours: 3 }];
   * const defaults = { hardware: [{ accelerator: 'T4' }], place: { country: 'FR' } };
   * for (const hours of [4, 5]) {
   *   const answer = ask({ defaults, runs: [...runs, { hours }] });
   *   if (answer.ok) console.log(answer.result.total.kgCo2e);
   * }
   */
  readonly liveProject: (options?: LiveOptions) => LiveProject;
  /**
   * What a run would emit elsewhere, on other hardware, at another utilisation or with fewer trials.
   *
   * @param run from `parseRun`
   * @param options what may change, at most 500 names or values a list; all regions where it is not told
   * @returns `{ ok: true, comparison }`, the options by their kg CO2e; or `{ ok: false, problems }` where there are no such options
   * Errors: none for a run from `parseRun`; throws `InvalidRun` for any other object.
   * Source: docs/method.md, section 7.
   * @example
   * import { compare, parseRun } from 'ml-emissions';
   *
   * const parsed = parseRun({
   *   hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
   *   hours: 100,
   *   place: { provider: 'gcp', region: 'us-central1' },
   * });
   * const answer = parsed.ok && compare(parsed.run, { regions: { provider: 'gcp' } });
   * if (answer && answer.ok) console.log(answer.comparison.options[0]?.name);
   */
  readonly compare: (run: Run, options?: CompareOptions) => Compare;
  /**
   * The same for a project, each of whose runs changes alike: at most 100,000 times one of its runs under one option.
   *
   * @param project from `parseProject`
   * @param options what may change; all regions where it is not told
   * @returns as `compare`, with the project as it would be in each option
   * Errors: none for a project from `parseProject`; throws `InvalidRun` for any other object.
   * Source: docs/method.md, section 7.
   * @example
   * import { compareProject, parseProject } from 'ml-emissions';
   *
   * const parsed = parseProject({
   *   defaults: { hardware: [{ accelerator: 'T4' }], place: { country: 'FR' } },
   *   runs: [{ hours: 20 }, { hours: 3, phase: 'evaluation' }],
   * });
   * const answer = parsed.ok && compareProject(parsed.project, { accelerators: ['L4'] });
   * if (answer && answer.ok) console.log(answer.comparison.options[0]?.kgCo2e);
   */
  readonly compareProject: (project: Project, options?: CompareOptions) => CompareProject;
  /**
   * What each method says of a run, and what makes each differ from the run's own.
   *
   * @param run from `parseRun`
   * @returns kg CO2e by method, or why it cannot answer; and the steps between two methods, which sum to their difference
   * Errors: none for a run from `parseRun`; throws `InvalidRun` for any other object.
   * Source: each method names its own.
   * @example
   * import { explain, parseRun } from 'ml-emissions';
   *
   * const parsed = parseRun({
   *   hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
   *   hours: 100,
   *   place: { provider: 'gcp', region: 'us-central1' },
   * });
   * if (parsed.ok)
   *   for (const { method, operationalKgCo2e, lacks } of explain(parsed.run).methods)
   *     console.log(method, operationalKgCo2e?.value ?? lacks);
   */
  readonly explain: (run: Run) => Explanation;
  /**
   * The same for the sum of a project's runs.
   *
   * @param project from `parseProject`
   * @returns as `explain`
   * Errors: none for a project from `parseProject`; throws `InvalidRun` for any other object.
   * Source: each method names its own.
   * @example
   * import { explainProject, parseProject } from 'ml-emissions';
   *
   * const parsed = parseProject({
   *   defaults: { hardware: [{ accelerator: 'T4' }], place: { country: 'FR' } },
   *   runs: [{ hours: 20 }, { hours: 3, phase: 'evaluation' }],
   * });
   * if (parsed.ok) console.log(explainProject(parsed.project).methods.length);
   */
  readonly explainProject: (project: Project) => ProjectExplanation;
  /**
   * Whether a published figure can be right for a run.
   *
   * @param run from `parseRun`
   * @param claim what somebody says it emitted, kg CO2e, with both ends where a range is claimed
   * @returns whether it cannot be excluded, what it implies for grid, power and count, and the slips that would explain it
   * Errors: none for a run from `parseRun`; throws `InvalidRun` for any other object.
   * Source: docs/method.md, section 8.
   * @example
   * import { check, parseRun } from 'ml-emissions';
   *
   * const parsed = parseRun({
   *   hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
   *   hours: 100,
   *   place: { provider: 'gcp', region: 'us-central1' },
   * });
   * if (parsed.ok) console.log(check(parsed.run, { kgCo2e: 131 }).holds);
   */
  readonly check: (run: Run, claim: Claim) => Checked;
  /**
   * The same for all runs of a project together.
   *
   * @param project from `parseProject`
   * @param claim what somebody says they emitted together, kg CO2e
   * @returns as `check`
   * Errors: none for a project from `parseProject`; throws `InvalidRun` for any other object.
   * @example
   * import { checkProject, parseProject } from 'ml-emissions';
   *
   * const parsed = parseProject({
   *   defaults: { hardware: [{ accelerator: 'T4' }], place: { country: 'FR' } },
   *   runs: [{ hours: 20 }, { hours: 3, phase: 'evaluation' }],
   * });
   * if (parsed.ok) console.log(checkProject(parsed.project, { kgCo2e: 2 }).findings);
   */
  readonly checkProject: (project: Project, claim: Claim) => CheckedProject;
  /** Other values for one line of a receipt, and what each would make of the run. */
  readonly otherValues: (run: Run, step: string) => OtherValue[];
  /**
   * The rates of all runs that differ in time, counts and measured values only: one row, to store, send or join.
   *
   * @param shape of `shapeOf`
   * @returns the row; null for a method that rounds on its way
   * Errors: throws where the shape's edition is not at hand.
   * @example
   * import { parseRun, pricerOf, quantitiesOf, ratesOf, shapeOf } from 'ml-emissions';
   *
   * const parsed = parseRun({
   *   hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
   *   hours: 100,
   *   place: { provider: 'gcp', region: 'us-central1' },
   * });
   * const rates = parsed.ok && ratesOf(shapeOf(parsed.run));
   * if (rates) console.log(pricerOf(rates)(quantitiesOf(parsed.run), 'operationalKgCo2e'));
   */
  readonly ratesOf: (shape: Shape) => RateRow | null;
  /**
   * A run with its factors (`resolved`) and the steps of its method (`account`), both plain and frozen, for loops that
   * need nothing around them; `edition` and `sums` hold functions, so that the whole cannot be cloned.
   *
   * @param run from `parseRun`
   * @returns what `kgCo2eOf` and `headlineOf` take
   * Errors: none for a run from `parseRun`; throws `InvalidRun` for any other object.
   * @example
   * import { kgCo2eOf, parseRun, prepare } from 'ml-emissions';
   *
   * const parsed = parseRun({
   *   hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
   *   hours: 100,
   *   place: { provider: 'gcp', region: 'us-central1' },
   * });
   * if (parsed.ok) console.log(kgCo2eOf(prepare(parsed.run)));
   */
  readonly prepare: (run: Run) => PreparedRun;
  /**
   * What can be chosen in an edition, searchable as one types.
   *
   * @param edition its id; the current one where it is not told
   * @returns accelerators, providers and regions, with searches
   * Errors: throws where there is no such edition.
   * @example
   * import { catalogue } from 'ml-emissions';
   *
   * console.log(catalogue().searchAccelerators('a100', 3).map(({ name, tdpW }) => [name, tdpW]));
   */
  readonly catalogue: (edition?: string) => Catalogue;
  /**
   * The rows of one table of the current edition.
   *
   * @param name which table
   * @param search words that a row's names must begin with, in any order
   * @returns rows of that table, best match first; `null` is "not known", units stand in the names
   * Errors: none.
   * @example
   * import { list } from 'ml-emissions';
   *
   * for (const { id, tdpW } of list('accelerators', 'a100 80gb')) console.log(id, tdpW);
   */
  readonly list: <Name extends ListName>(name: Name, search?: string) => ListRow<Name>[];
  /**
   * Everything known of all things that a text names.
   *
   * @param text an id, a name or an alias of anything: `h100`, `p4d.24xlarge`, `v3-8`, `Frankfurt`
   * @returns one entry a thing, with its `kind`, row, what belongs to it and sources; several where the name is ambiguous, none
   * where nothing has it
   * Errors: none.
   * @example
   * import { show } from 'ml-emissions';
   *
   * for (const one of show('h100 sxm')) if (one.kind === 'accelerator') console.log(one.row.tdpW);
   */
  readonly show: (text: string) => Shown[];
  /** Names that come nearest to a text that names nothing. */
  readonly nearestNames: (text: string, most: number) => string[];
}

/**
 * A calculator over some editions of the data. The same input gives the same answer, whatever was asked before.
 *
 * @param of one edition, or several: runs that name none are of the current one
 * @returns its functions; each may be taken out and called alone
 * Errors: none.
 * @example
 * import { createCalculator } from 'ml-emissions/core';
 * import { editions } from 'ml-emissions/tables';
 *
 * const { estimate, parseRun } = createCalculator(editions);
 * const parsed = parseRun({ energyKwh: 320, place: { country: 'FR' } });
 * if (parsed.ok) console.log(estimate(parsed.run).operational.kgCo2e.value);
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
    liveProject: (options) => createLiveProject(editions, options),
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
      const { run: read, edition, method, machine, resolved, plan, served } = whole;
      const { account, sums, warnings } = whole;
      for (const part of [resolved, account, warnings]) frozen(part);
      const found = { edition, method, machine, resolved, plan, served, account, sums, warnings };
      return { run: read, ...found };
    },
    catalogue: (edition) => catalogue(editions, edition),
    list: (name, search) => list(editions, name, search),
    show: (text) => show(editions, text),
    nearestNames: (text, most) => nearestNames(editions, text, most),
  };
}
