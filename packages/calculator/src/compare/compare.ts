import { type Editions, regionKey } from '@ml-emissions/data';
import {
  amountOf,
  type EstimateResult,
  type Figure,
  figureOf,
  type IntensityScope,
  type Precision,
  type Problem,
  type Project,
  placeSum,
  type Quantity,
  type Run,
  type Said,
  type Sum,
} from '@ml-emissions/model';
import { quantityLater } from '../estimate/figures.ts';
import { inEnglish } from '../estimate/worded.ts';
import { projectKeys } from '../parse/project.ts';
import { isLack, type PreparedRun, prepare, prepareVariant } from '../prepare.ts';
import { figureOfWhole, quantityOfWhole, sumOfWhole, type Whole, wholeOf } from '../whole.ts';
import { type Candidate, candidates, type Question, questionOf } from './candidates.ts';
import { type Compared, comparedPlaces, comparedWholes, prepareIn } from './elsewhere.ts';
import { listProblems, sizeProblem } from './limits.ts';
import type { Offered } from './offered.ts';
import { apartByHours, type OptionGroup, optionGroups } from './option-groups.ts';
import type { RegionFilter } from './regions.ts';
import { type Skipped, skip } from './skipped.ts';

/** What of a run may change. */
export interface CompareOptions {
  /** Other regions: all (true), or some. */
  readonly regions?: boolean | RegionFilter;
  /** Other accelerators: all (true), or some by name. */
  readonly accelerators?: boolean | readonly string[];
  /** The precision whose peak FLOP/s scale the time; the first that both have by default. */
  readonly precision?: Precision;
  /** Other mean power / TDP for the accelerators, 0..1. */
  readonly utilisation?: readonly number[];
  /** Other numbers of trials, restarts or seeds. */
  readonly repeats?: readonly number[];
  /** Of a planned training: other multiples of its tokens. */
  readonly tokens?: readonly number[];
}

/** The same work under another choice. */
interface AnyOption extends Compared {
  readonly lever: 'region' | 'accelerator' | 'utilisation' | 'repeats' | 'tokens';
  /** What was chosen instead. */
  readonly name: string;
  /** Where; null where it stays where it is. */
  readonly region: {
    readonly provider: string;
    readonly region: string;
    readonly country: string;
  } | null;
  readonly kgCo2e: Quantity;
  /** Of the grid there. */
  readonly carbonIntensityGPerKwh: number;
  /** Water on site and at power plants there; null where the method counts none or it is not known. */
  readonly water: Water;
  readonly hours: number | null;
  /** kg CO2e less than here; below 0 where it would be more. */
  readonly savingKgCo2e: Quantity;
  readonly note: string;
  /** The note as a code; null where it is ''. */
  readonly said: Said | null;
  /**
   * Whether it is told apart from the lowest of its lever: their difference lies outside of what is unsure between
   * them. Null where that is not known, or the lever is the user's own number.
   */
  readonly isToldApart: boolean | null;
}

/** Water of a run or a project, L. */
type Water = EstimateResult['water'];

/** A run under another choice. */
export interface Option extends AnyOption {
  /** The run as it would be: give it to `estimate` for the whole result. */
  readonly run: Run;
}

/** A project under another choice, each of its runs alike. */
export interface ProjectOption extends AnyOption {
  /** The project as it would be: give it to `estimateProject` for the whole result. */
  readonly project: Project;
}

/** The run or project as it is. */
interface Here {
  readonly kgCo2e: Quantity;
  /** What of the grid counts, here and in every option; null where it is not known. */
  readonly scope: IntensityScope;
  readonly water: Water;
}

/** A run beside what it would be otherwise, the least emitting first. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly run: Run;
  readonly here: Here;
  readonly options: readonly Option[];
  /** By lever, the options that are not told apart from the lowest. */
  readonly groups: readonly OptionGroup[];
  /** What could not be compared, and why. */
  readonly skipped: readonly Skipped[];
  /** Who offers what the run is on; null where that was not asked. */
  readonly offered: Offered | null;
}

/** A project beside what it would be otherwise, the least emitting first. */
export interface ProjectComparison {
  readonly schemaVersion: 1;
  readonly project: Project;
  readonly here: Here;
  readonly options: readonly ProjectOption[];
  readonly groups: readonly OptionGroup[];
  readonly skipped: readonly Skipped[];
  readonly offered: Offered | null;
}

/** The answer, or what is wrong with the question. */
type Answer<Of> =
  | { readonly ok: true; readonly comparison: Of }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };
export type Compare = Answer<Comparison>;
export type CompareProject = Answer<ProjectComparison>;

/**
 * What a run would emit elsewhere, on other hardware, at another utilisation or with fewer trials.
 *
 * A saving is likely where the whole 90 % range of the ratio is below 1; what both sides share cancels in it. Options
 * are told apart from the lowest in the same way.
 *
 * @param editions those at hand
 * @param run from `parseRun`
 * @param options what may change; regions by default; at most 500 names or values a list
 * @returns the options sorted by emissions, or what is wrong with them
 * Errors: none for a run from `parseRun`.
 * Source: docs/method.md, section 7.
 */
export function compare(
  editions: Editions,
  run: Run,
  options: CompareOptions = { regions: true },
): Compare {
  const found = compared(editions, [prepare(editions, run)], options, ([first = run]) => ({
    run: first,
  }));
  if (!found.ok) return found;
  return { ok: true, comparison: { schemaVersion: 1, run, ...found.comparison } };
}

/**
 * The same for a project, each of whose runs changes alike: all in one region, all on one chip. Options times runs may
 * be 100,000 at most.
 *
 * @param project from `parseProject`
 * Errors: none for a project from `parseProject`.
 */
export function compareProject(
  editions: Editions,
  project: Project,
  options: CompareOptions = { regions: true },
): CompareProject {
  const found = compared(editions, wholeOf(editions, project), options, (runs) => ({
    project: { ...project, runs: runs as Project['runs'] },
  }));
  if (!found.ok) return found;
  return { ok: true, comparison: { schemaVersion: 1, project, ...found.comparison } };
}

/** What an option is about, so that it can be estimated. */
type AsAsked<Of> = (runs: readonly Run[]) => Of;

function compared<Of>(
  editions: Editions,
  here: Whole,
  options: CompareOptions,
  asAsked: AsAsked<Of>,
): Answer<{
  readonly here: Here;
  readonly options: readonly (AnyOption & Of)[];
  readonly groups: readonly OptionGroup[];
  readonly skipped: readonly Skipped[];
  readonly offered: Offered | null;
}> {
  const question = questionOf(editions, here, options);
  const tooLong = listProblems(options);
  const asked = tooLong.length > 0 ? [] : candidates(question, options);
  const tooMany = sizeProblem(asked.length, here.length);
  const [first, ...rest] = [...tooLong, ...question.problems, ...(tooMany ? [tooMany] : [])];
  if (first) return { ok: false, problems: [first, ...rest] };
  const kgHere = figureOfWhole(here, 'operationalKgCo2e');
  const list = asked.flatMap((one) => changeTo(question, one, kgHere) ?? []);
  list.sort((a, b) => a.option.kgCo2e.value - b.option.kgCo2e.value);
  const { groups, isToldApart } = optionGroups(list);
  return {
    ok: true,
    comparison: {
      here: {
        kgCo2e: quantityOfWhole(here, 'operationalKgCo2e'),
        scope: scopeOfWhole(here),
        water: waterOf(here),
      },
      options: list.map(({ option, candidate }, index) => ({
        ...option,
        isToldApart: isToldApart[index] ?? null,
        ...asAsked(candidate.runs),
      })),
      groups,
      skipped: question.skipped,
      offered: question.offered,
    },
  };
}

/** An option before it is set beside the others, and what its range is made of. */
export interface Changed {
  readonly candidate: Candidate;
  readonly option: Omit<AnyOption, 'isToldApart'>;
  readonly sum: Sum;
}

function changeTo(
  { here, skipped }: Question,
  candidate: Candidate,
  kgHere: number,
): Changed | null {
  const { lever, name, said, region } = candidate;
  const there = wholeThere(here, candidate);
  if (!there) {
    skipped.push(skip(name, { code: 'power-not-known' }));
    return null;
  }
  const value = figureOfWhole(there, 'operationalKgCo2e');
  const isOne = here.length === 1;
  const comparison = (region && isOne
    ? comparedPlaces(here[0], there[0])
    : comparedWholes(here, there)) ?? {
    ratio: { value: 1 },
    isLikelyLower: false,
    isSameGrid: false,
  };
  const { ratio } = comparison;
  const saving = (one: number) => kgHere * (1 - one);
  const isPlace = region && isOne && here[0].method.hasRange;
  const whole = isPlace ? placeSum(there[0].account) : sumOfWhole(there, 'operationalKgCo2e');
  const sum = lever === 'accelerator' ? apartByHours(whole, name) : whole;
  return {
    candidate,
    sum,
    option: {
      lever,
      name,
      region: region && {
        provider: region.provider,
        region: region.region,
        country: region.country,
      },
      kgCo2e: quantityThere(there, 'operationalKgCo2e') ?? { value },
      carbonIntensityGPerKwh: meanIntensity(there),
      water: waterOf(there),
      hours: isOne ? hoursThere(there[0]) : null,
      savingKgCo2e: {
        value: kgHere - value,
        ...(ratio.low === undefined || ratio.high === undefined
          ? {}
          : { low: saving(ratio.high), high: saving(ratio.low) }),
      },
      ...comparison,
      note: inEnglish(said),
      said,
    },
  };
}

/** By the clock; null where the run does not say, or its chips are not counted. */
function hoursThere({ run, plan }: PreparedRun): number | null {
  if (plan) return plan.hours?.value ?? null;
  return run.hours === undefined ? null : amountOf(run.hours);
}

/** The runs as they would be, with their factors; null where the method of any cannot answer there. */
function wholeThere(here: Whole, { region, runs }: Candidate): Whole | null {
  const there: PreparedRun[] = [];
  for (const [index, own] of here.entries()) {
    const run = runs[index] ?? own.run;
    const keyOf = here.length === 1 ? undefined : projectKeys(index, run);
    if (region && !own.edition.regionByKey.has(regionKey(region.provider, region.region)))
      return null;
    const one = region ? prepareIn(own, region, keyOf) : prepareVariant(own.edition, run, keyOf);
    if (!one || isLack(one)) return null;
    there.push(one);
  }
  const [first, ...rest] = there;
  return first ? [first, ...rest] : null;
}

/** A figure of all runs; null where any run does not count it. */
function quantityThere(whole: Whole, figure: Figure): Quantity | null {
  const [first, ...rest] = whole;
  if (rest.length === 0) return quantityLater(first, figure);
  const isCounted = whole.every(({ account }) => figureOf(account, figure) !== null);
  return isCounted ? quantityOfWhole(whole, figure) : null;
}

/** Water of all runs; of each kind null where any run does not count it. */
function waterOf(whole: Whole): Water {
  const of = (figure: 'onSiteL' | 'offSiteL') => quantityThere(whole, figure);
  return { onSiteL: of('onSiteL'), offSiteL: of('offSiteL') };
}

/** The scope of the grids of all runs; null where it is not known, or they differ. */
function scopeOfWhole(whole: Whole): IntensityScope {
  const scopes = new Set(whole.map(({ resolved }) => resolved.carbonIntensity.factor.scope));
  const [only = null] = scopes;
  return scopes.size === 1 ? only : null;
}

/** Of the grids there, by energy; that of the first where there is none. */
function meanIntensity(there: Whole): number {
  const grams = ({ resolved }: PreparedRun) => resolved.carbonIntensity.factor.value;
  const kwh = figureOfWhole(there, 'energyKwh');
  if (there.length === 1 || !(kwh > 0)) return grams(there[0]);
  return there.reduce(
    (sum, one) => sum + (grams(one) * figureOfWhole([one], 'energyKwh')) / kwh,
    0,
  );
}
