import {
  type Amount,
  amountOf,
  type EstimateResult,
  type Phase,
  runsOf,
  timesRun,
  type UsedChip,
  type WorkKind,
} from '@ml-emissions/model';
import { DIGITS, given, shown } from './figure.ts';
import { english } from './wording/index.ts';

/** A kind of chip, its number where that is known, and its rated power where a text says it. */
type Kind = Pick<UsedChip, 'name' | 'count'> & { readonly tdpW?: number | null };

/** A kind of chip with its number, where that is known. */
export const chipWords = ({ name, count: chips }: Kind, words = english): string =>
  chips === null ? name : `${words.figure(given(chips))} ${name}`;

/** The same with the rated power of one. */
const ratedWords = (kind: Kind, words = english): string =>
  `${chipWords(kind, words)}${typeof kind.tdpW === 'number' ? words.runs.rated(words.figure(given(kind.tdpW))) : ''}`;

/** Chips of one kind counted together, whatever else is told of them; in the order of the first of each. */
function kindsOf({ machine }: EstimateResult): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { name, count, tdpW } of machine.accelerators) {
    const known = kinds.get(name);
    const isKnown = known?.count !== null && count !== null;
    kinds.set(name, { name, count: isKnown ? (known?.count ?? 0) + count : null, tdpW });
  }
  return [...kinds.values()];
}

/** `8 NVIDIA A100 SXM4 80GB`, or what else ran; '' where nothing is known. */
export function hardwareWords(run: EstimateResult, words = english): string {
  return wordsOf(run, chipWords, words);
}

function wordsOf(run: EstimateResult, set: typeof ratedWords, words: typeof english): string {
  const { accelerators, cpu, instance } = run.machine;
  if (accelerators.length > 0) {
    return kindsOf(run)
      .map((kind) => set(kind, words))
      .join(', ');
  }
  if (cpu) return `${words.figure(given(cpu.count))} ${cpu.name}`;
  return instance ?? '';
}

/**
 * The hardware of several runs, each kind once with the fewest and the most that a run had of it; of one run as it is.
 *
 * @example hardwareOf(runs) // ['1 to 90 NVIDIA A100 SXM4 80GB', '8 NVIDIA V100 SXM2 16GB']
 */
export function hardwareOf(runs: readonly EstimateResult[], words = english): string[] {
  return kindsTogether(runs, chipWords, words);
}

/** The same with what each kind of chip is rated at. */
export function ratedHardwareOf(runs: readonly EstimateResult[], words = english): string[] {
  return kindsTogether(runs, ratedWords, words);
}

function kindsTogether(
  runs: readonly EstimateResult[],
  set: typeof ratedWords,
  words: typeof english,
): string[] {
  const same = each(runs, (run) => wordsOf(run, set, words));
  if (same.length < 2) return same;
  const kinds = new Map<string, (number | null)[]>();
  for (const kind of runs.flatMap(kindsIn)) {
    const name = set({ ...kind, count: null }, words);
    kinds.set(name, [...(kinds.get(name) ?? []), kind.count]);
  }
  return [...kinds].map(([name, counts]) => {
    const known = counts.filter((one) => one !== null);
    if (known.length < counts.length) return name;
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const [from, to] = [words.figure(given(least)), words.figure(given(most))];
    return `${least === most ? to : words.runs.fromTo(from, to)} ${name}`;
  });
}

/** Chips by kind, or what else ran. */
function kindsIn(run: EstimateResult): Kind[] {
  const { accelerators, cpu, instance } = run.machine;
  if (accelerators.length > 0) return kindsOf(run);
  if (cpu) return [{ name: cpu.name, count: cpu.count }];
  return instance ? [{ name: instance, count: null }] : [];
}

/** What is planned is told in no more digits than it is sure by. */
export const asSure = (value: number): number => Number(value.toPrecision(DIGITS));

/** What kinds of work are for. */
const PHASE_OF_WORK: Readonly<Partial<Record<WorkKind, Phase>>> = {
  'llm-training': 'training',
  'vision-training': 'training',
  'recommender-training': 'training',
  'llm-fine-tuning': 'fine-tuning',
  'llm-inference': 'inference',
  'vision-inference': 'inference',
  inference: 'inference',
};

/** What a run was for, as it is told, or as its kind of work tells; undefined where neither does. */
export const phaseOf = ({ run: { phase, work } }: EstimateResult): Phase | undefined =>
  phase ?? (work && PHASE_OF_WORK[work]);

/** Wall-clock hours of one run, planned ones too; null where only energy was given. */
export function hoursOf({ run, plan }: EstimateResult): number | null {
  if (plan) return plan.hours && asSure(plan.hours.value);
  return run.hours === undefined ? null : amountOf(run.hours);
}

/** `training`, `training, planned`; what stands for it where it is not told. */
export function phaseWords(run: EstimateResult, untold: string, { runs } = english): string {
  const phase = phaseOf(run);
  const told = phase === undefined ? untold : runs.phase(phase);
  return run.plan ? runs.planned(told) : told;
}

/** How often the whole was run. */
export function repeatsOf({ run }: EstimateResult): number {
  return amountOf(timesRun(run));
}

/** What led to a run or went wrong beside it and is counted with it, in whole runs; '' where nothing is told. */
export function developmentWords(
  { run }: Pick<EstimateResult, 'run'>,
  { figure, runs: words } = english,
): string {
  const { development } = run;
  if (!development) return '';
  const { repeats, search, ablations, failed } = runsOf(run);
  const { trials, strategy = 'random' } = development;
  const some = (amount: Amount, of: (times: string) => string) =>
    amountOf(amount) > 0 ? [of(figure(shown(amountOf(amount))))] : [];
  return [
    ...some(repeats, words.itself),
    ...(trials === undefined
      ? []
      : some(search, (times) => words.search(times, figure(given(amountOf(trials))), strategy))),
    ...some(ablations, words.ablations),
    ...some(failed, words.failed),
  ].join(', ');
}

/** Chip-hours over all chips and repeats; null where there are none. */
export function chipHoursOf(result: EstimateResult): number | null {
  const hours = hoursOf(result);
  if (result.plan) return asSure(result.plan.deviceHours.value * repeatsOf(result));
  const { deviceHours } = result.run;
  if (hours === null && deviceHours !== undefined) return amountOf(deviceHours) * repeatsOf(result);
  const chips = result.machine.accelerators.reduce((sum, one) => sum + (one.count ?? 0), 0);
  return hours === null || chips === 0 ? null : hours * chips * repeatsOf(result);
}

/** Chip-hours of several runs; null where none has any. */
export function allChipHours(runs: readonly EstimateResult[]): number | null {
  const known = runs.map(chipHoursOf).filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/**
 * Chip-hours of several runs; of how many, where some tell none. null where none does.
 *
 * @example '1,600 chip-hours', '1,089.25 chip-hours in 3 of 4 runs'
 */
export function chipHoursWords(runs: readonly EstimateResult[], words = english): string | null {
  const all = allChipHours(runs);
  return all === null
    ? null
    : `${words.runs.chipHours(words.figure(given(all)), all)}${ofSome(runs, words)}`;
}

/** ` in 3 of 4 runs`: those that have chip-hours; '' where all have. */
export function ofSome(runs: readonly EstimateResult[], words = english): string {
  const known = runs.filter((run) => chipHoursOf(run) !== null).length;
  return known === runs.length ? '' : words.runs.inSome(known, runs.length);
}

/** `Google Cloud us-central1 (Council Bluffs, United States)`, `Jean Zay (Orsay, France)`; '' where nothing is known. */
export function placeWords({ location }: EstimateResult, words = english): string {
  const { site, provider, region, city, name, zone, country } = location;
  const where = [...new Set([city, words.runs.country(name, country)].filter(Boolean))].join(', ');
  const whose = site ?? [provider, region].filter(Boolean).join(' ');
  if (whose) return `${whose}${where ? ` (${where})` : ''}`;
  return where || zone || '';
}

/** `Google Cloud`, `Jean Zay`, `Google Colab (Google Cloud)`; '' where nobody is named. */
export function hostWords({ location: { site, provider } }: EstimateResult): string {
  if (!site) return provider ?? '';
  return provider && !site.startsWith(provider) ? `${site} (${provider})` : site;
}

/** The same, or what kind of machines they are; '' where neither is told. */
export function ownerWords(run: EstimateResult, words = english): string {
  const { site } = run.run;
  return hostWords(run) || (site === undefined ? '' : words.unknown.sites[site]);
}

/** The grid that the intensity is of, by its name; null where the intensity was given. */
export function gridName(
  { carbonIntensityGPerKwh: { zone }, factors }: EstimateResult,
  { runs } = english,
): string | null {
  const said = factors.find(({ name }) => name === 'carbon-intensity')?.said;
  const place = said?.code === 'grid' ? said.place : null;
  return runs.country(place?.code === 'quoted' ? place.text : zone, zone);
}

/** `Council Bluffs, United States`; 'unknown' where nothing is known. */
export function geography({ location: { city, name, zone } }: EstimateResult): string {
  return [...new Set([city, name].filter(Boolean))].join(', ') || zone || 'unknown';
}

/** Each distinct wording of several runs, in their order. */
export function each(
  runs: readonly EstimateResult[],
  words: (run: EstimateResult) => string,
): string[] {
  return [...new Set(runs.map((run) => words(run)).filter((one) => one !== ''))];
}

/**
 * Words of several runs, each once, with how many tell none.
 */
export function eachOrUnknown(
  runs: readonly EstimateResult[],
  told: (run: EstimateResult) => string,
  { forms, ofSome }: Pick<typeof english, 'forms' | 'ofSome'> = english,
): string[] {
  const known = each(runs, told);
  const untold = runs.filter((run) => told(run) === '').length;
  if (known.length === 0) return [forms.notKnown];
  return untold === 0 ? known : [...known, ofSome(forms.notKnown, untold, runs.length)];
}

/** A duration in hours for people. */
export const hoursWords = (hours: number): string => `${given(hours)} h`;

/** PUE that the energy was multiplied by; null where the method has none or the meter had seen it. */
export function pueOf({ pue }: EstimateResult): number | null {
  return pue && !pue.isInEnergy ? pue.value : null;
}
