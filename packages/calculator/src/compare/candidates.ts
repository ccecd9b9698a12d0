import type { Accelerator, Edition, Editions, Region } from '@ml-emissions/data';
import type { Amount, Hardware, Problem, Run, Said } from '@ml-emissions/model';
import { inEnglish } from '../estimate/worded.ts';
import { lookUpName } from '../parse/look-up-name.ts';
import type { Whole } from '../whole.ts';
import type { CompareOptions, Option } from './compare.ts';
import { type Offered, offeredFor } from './offered.ts';
import { chipOfRun, type OwnChip, timeOn } from './other-hardware.ts';
import { regionCandidates } from './regions.ts';
import { type Skipped, skip } from './skipped.ts';

/** Another choice, with the runs as they would be. */
export interface Candidate {
  readonly lever: Option['lever'];
  readonly name: string;
  readonly runs: readonly Run[];
  readonly said: Said | null;
  /** Where it would run; null where it stays where it is. */
  readonly region: Region | null;
}

/** What is asked, of one run or of all runs of a project, and what is found wrong with it. */
export interface Question {
  readonly here: Whole;
  /** The edition that the run names, for messages; '' where it names none. */
  readonly editionName: string;
  readonly problems: Problem[];
  readonly skipped: Skipped[];
  /** Who offers what the runs are on; null where that was not asked. */
  readonly offered: Offered | null;
}

const PERCENT = 100;

export function questionOf(editions: Editions, here: Whole, { regions }: CompareOptions): Question {
  const { id } = here[0].edition;
  const isOffered = typeof regions === 'object' && regions.offered === true;
  return {
    here,
    editionName: id === editions.current ? '' : id,
    problems: [],
    skipped: [],
    offered: isOffered ? offeredFor(here) : null,
  };
}

/** All that could be chosen instead. */
export function candidates(question: Question, options: CompareOptions): readonly Candidate[] {
  const { here } = question;
  const runs = here.map(({ run }) => run);
  return [
    ...regionCandidates(question, options.regions ?? false),
    ...accelerators(question, options),
    ...(options.utilisation ?? []).map((share) => atUtilisation(runs, share)),
    ...(options.repeats ?? []).map(
      (repeats): Candidate => ({
        lever: 'repeats',
        name: inEnglish({ code: 'times-run', times: repeats }),
        runs: runs.map((run) => ({ ...run, repeats })),
        said: null,
        region: null,
      }),
    ),
    ...(options.tokens ?? []).flatMap((times) => atTokens(question, times)),
  ];
}

/** The same training on more or fewer tokens, where it is planned by them. */
function atTokens({ here, skipped }: Question, times: number): Candidate[] {
  const name = inEnglish({ code: 'tokens-times', times });
  const runs: Run[] = [];
  for (const { run, plan } of here) {
    const tokens = run.model?.tokens;
    if (!plan || tokens === undefined || run.model?.flop !== undefined) {
      skipped.push(skip(name, { code: 'no-tokens-to-change' }));
      return [];
    }
    runs.push({ ...run, model: { ...run.model, tokens: scaled(tokens, times) } });
  }
  return [{ lever: 'tokens', name, runs, said: null, region: null }];
}

const scaled = (amount: Amount, by: number): Amount =>
  typeof amount === 'number'
    ? amount * by
    : { value: amount.value * by, low: amount.low * by, high: amount.high * by };

/** Segments of chips that no two of train together: no choice for a training that is planned on others. */
const OF_ONE: ReadonlySet<string | undefined> = new Set(['edge', 'laptop']);

function accelerators(question: Question, options: CompareOptions): Candidate[] {
  const { accelerators: which = false, precision } = options;
  if (which === false) return [];
  const { here, skipped } = question;
  const [{ edition }] = here;
  const chips: OwnChip[] = [];
  for (const one of here) {
    const chip = chipOfRun(one);
    if (!chip.ok) {
      skipped.push(skip(inEnglish({ code: 'other-accelerators' }), chip.reason));
      return [];
    }
    chips.push(chip);
  }
  const segments = new Set(chips.map(({ row }) => row?.segment));
  const isTraining = here.some(({ plan }) => plan !== null);
  const rows =
    which === true
      ? edition.accelerators.filter(
          ({ segment }) => !isTraining || !OF_ONE.has(segment) || segments.has(segment),
        )
      : which.flatMap((name) => named(question, edition, name));
  return rows.flatMap((row): Candidate[] => {
    if (chips.every(({ id }) => id === row.id)) return [];
    const runs: Run[] = [];
    let said: Said | null = null;
    for (const [index, chip] of chips.entries()) {
      const own = here[index];
      if (!own) continue;
      if (chip.id === row.id) {
        runs.push(own.run);
        continue;
      }
      const there = timeOn(own, chip, row, precision ?? null);
      if (!there.ok) {
        if (which !== true) skipped.push(skip(row.name, there.reason));
        return [];
      }
      runs.push(there.run);
      said ??= there.said;
    }
    // Runs on different chips are scaled each by its own.
    const isOne = new Set(chips.map(({ id }) => id)).size === 1;
    return [
      { lever: 'accelerator', name: row.name, runs, said: isOne ? said : null, region: null },
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

function atUtilisation(runs: readonly Run[], utilisation: number): Candidate {
  const at = ({ powerW: _, ...rest }: Hardware): Hardware => ({ ...rest, utilisation });
  return {
    lever: 'utilisation',
    name: inEnglish({ code: 'percent-of-tdp', percent: utilisation * PERCENT }),
    runs: runs.map((run) => ({ ...run, hardware: run.hardware.map(at) })),
    said: { code: 'same-hours' },
    region: null,
  };
}
