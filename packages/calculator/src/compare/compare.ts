import type { Accelerator, Edition, Editions, Region } from '@ml-emissions/data';
import {
  amountOf,
  type Hardware,
  operationalKgCo2e,
  type Problem,
  type Quantity,
  quoted,
  type Run,
  type Said,
} from '@ml-emissions/model';
import { regionIntensity, yearOf } from '@ml-emissions/rates';
import { knownQuantity } from '../estimate/figures.ts';
import { inEnglish } from '../estimate/worded.ts';
import { lookUpName } from '../parse/look-up-name.ts';
import { isLack, type PreparedRun, prepare, prepareVariant } from '../prepare.ts';
import { type Compared, comparedPlaces, comparedTo, prepareIn, runIn } from './elsewhere.ts';
import { chipOfRun, type Precision, timeOn } from './other-hardware.ts';
import { type Skipped, skip } from './skipped.ts';

/** What of a run may change. */
export interface CompareOptions {
  /** Other regions: all (true), or those of one provider. */
  readonly regions?: boolean | { readonly provider: string };
  /** Other accelerators: all (true), or some by name. */
  readonly accelerators?: boolean | readonly string[];
  /** The precision whose peak FLOP/s scale the time; the first that both have by default. */
  readonly precision?: Precision;
  /** Other mean power / TDP for the accelerators, 0..1. */
  readonly utilisation?: readonly number[];
  /** Other numbers of trials, restarts or seeds. */
  readonly repeats?: readonly number[];
}

/** The same work under another choice. */
export interface Option extends Compared {
  readonly lever: 'region' | 'accelerator' | 'utilisation' | 'repeats';
  /** What was chosen instead. */
  readonly name: string;
  /** The run as it would be: give it to `estimate` for the whole result. */
  readonly run: Run;
  readonly kgCo2e: Quantity;
  /** Of the grid there. */
  readonly carbonIntensityGPerKwh: number;
  readonly hours: number | null;
  /** kg CO2e less than here; below 0 where it would be more. */
  readonly savingKgCo2e: Quantity;
  readonly note: string;
  /** The note as a code; null where it is ''. */
  readonly said: Said | null;
}

/** A run beside what it would be otherwise, the least emitting first. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly run: Run;
  readonly here: { readonly kgCo2e: Quantity };
  readonly options: readonly Option[];
  /** What could not be compared, and why. */
  readonly skipped: readonly Skipped[];
}

/** The answer, or what is wrong with the question. */
export type Compare =
  | { readonly ok: true; readonly comparison: Comparison }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

const PERCENT = 100;

interface Candidate {
  readonly lever: Option['lever'];
  readonly name: string;
  readonly run: Run;
  readonly said: Said | null;
  /** Where it would run; null where it stays where it is. */
  readonly region: Region | null;
}

interface Question {
  readonly here: PreparedRun;
  /** The edition that the run names, for messages; '' where it names none. */
  readonly editionName: string;
  readonly problems: Problem[];
  readonly skipped: Skipped[];
}

/**
 * What a run would emit elsewhere, on other hardware, at another utilisation or with fewer trials.
 *
 * A saving is likely where the whole 90 % range of the ratio is below 1; what both sides share cancels in it.
 *
 * @param editions those at hand
 * @param run from `parseRun`
 * @param options what may change; regions by default
 * @returns the options sorted by emissions, or what is wrong with them
 * Errors: none for a run from `parseRun`.
 * Source: docs/method.md, section 7.
 */
export function compare(
  editions: Editions,
  run: Run,
  options: CompareOptions = { regions: true },
): Compare {
  const here = prepare(editions, run);
  const { id } = here.edition;
  const editionName = id === editions.current ? '' : id;
  const question: Question = { here, editionName, problems: [], skipped: [] };
  const candidates = [
    ...regions(question, options.regions ?? false),
    ...accelerators(question, options),
    ...(options.utilisation ?? []).map((share) => atUtilisation(run, share)),
    ...(options.repeats ?? []).map(
      (repeats): Candidate => ({
        lever: 'repeats',
        name: inEnglish({ code: 'times-run', times: repeats }),
        run: { ...run, repeats },
        said: null,
        region: null,
      }),
    ),
  ];
  const [first, ...rest] = question.problems;
  if (first) return { ok: false, problems: [first, ...rest] };
  const kg = operationalKgCo2e(here.account);
  const list = candidates.flatMap((one) => optionOf(question, one, kg) ?? []);
  list.sort((a, b) => a.kgCo2e.value - b.kgCo2e.value);
  return {
    ok: true,
    comparison: {
      schemaVersion: 1,
      run,
      here: { kgCo2e: knownQuantity(here, 'operationalKgCo2e') },
      options: list,
      skipped: question.skipped,
    },
  };
}

function optionOf(
  { here, skipped }: Question,
  candidate: Candidate,
  kgHere: number,
): Option | null {
  const { lever, name, run, said, region } = candidate;
  const there = region ? prepareIn(here, region) : prepareVariant(here.edition, run);
  if (!there || isLack(there)) {
    skipped.push(skip(name, { code: 'power-not-known' }));
    return null;
  }
  const value = operationalKgCo2e(there.account);
  const compared = (region ? comparedPlaces : comparedTo)(here, there) ?? {
    ratio: { value: 1 },
    isLikelyLower: false,
    isSameGrid: false,
  };
  const { ratio } = compared;
  const saving = (one: number) => kgHere * (1 - one);
  return {
    lever,
    name,
    run,
    kgCo2e: knownQuantity(there, 'operationalKgCo2e'),
    carbonIntensityGPerKwh: there.resolved.carbonIntensity.factor.value,
    hours: run.hours === undefined ? null : amountOf(run.hours),
    savingKgCo2e: {
      value: kgHere - value,
      ...(ratio.low === undefined || ratio.high === undefined
        ? {}
        : { low: saving(ratio.high), high: saving(ratio.low) }),
    },
    ...compared,
    note: inEnglish(said),
    said,
  };
}

/** Regions that anybody may use now and whose intensity is of one scope. */
function regions(
  { here, skipped }: Question,
  which: NonNullable<CompareOptions['regions']>,
): Candidate[] {
  if (which === false) return [];
  const { edition, run } = here;
  return edition.regions.flatMap((region): Candidate[] => {
    if (typeof which === 'object' && region.provider !== which.provider) return [];
    if (region.status !== 'open' || region.kind !== 'commercial') return [];
    const name = `${region.provider} ${region.region}`;
    const chosen = regionIntensity(edition, region, { year: yearOf(run), hours: 8760 });
    if (!chosen) {
      skipped.push(skip(name, { code: 'no-intensity' }));
      return [];
    }
    const called = region.name || region.city;
    const said = called ? quoted(called) : null;
    return [{ lever: 'region', name, run: runIn(run, region), said, region }];
  });
}

function accelerators(question: Question, options: CompareOptions): Candidate[] {
  const { accelerators: which = false, precision } = options;
  if (which === false) return [];
  const { here, skipped } = question;
  const { edition } = here;
  const chip = chipOfRun(here);
  if (!chip.ok) {
    skipped.push(skip(inEnglish({ code: 'other-accelerators' }), chip.reason));
    return [];
  }
  const rows =
    which === true ? edition.accelerators : which.flatMap((name) => named(question, edition, name));
  return rows.flatMap((row): Candidate[] => {
    if (row.id === chip.id) return [];
    const there = timeOn(here, chip, row, precision ?? null);
    if (!there.ok) {
      if (which !== true) skipped.push(skip(row.name, there.reason));
      return [];
    }
    return [
      { lever: 'accelerator', name: row.name, run: there.run, said: there.said, region: null },
    ];
  });
}

function named({ problems, editionName }: Question, edition: Edition, text: string): Accelerator[] {
  const found = lookUpName({
    index: edition.names.accelerators,
    text,
    field: '/accelerators',
    what: 'accelerator',
    edition: editionName,
    expected: 'an id or a name',
    unknown: 'unknown-accelerator',
    ambiguous: 'ambiguous-accelerator',
    label: (row) => row.name,
  });
  if (found.ok) return [found.item];
  problems.push(found.problem);
  return [];
}

function atUtilisation(run: Run, utilisation: number): Candidate {
  const hardware = run.hardware.map(
    ({ powerW: _, ...rest }): Hardware => ({ ...rest, utilisation }),
  );
  return {
    lever: 'utilisation',
    name: inEnglish({ code: 'percent-of-tdp', percent: utilisation * PERCENT }),
    run: { ...run, hardware },
    said: { code: 'same-hours' },
    region: null,
  };
}
