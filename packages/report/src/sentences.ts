import type { EstimateResult, Part, Phase, Plan, Quantity } from '@ml-emissions/model';
import { madeWith } from './cite.ts';
import { energy, given, mass, meanAside, shown, volume, withRange } from './figure.ts';
import { powerWords } from './power-words.ts';
import { type Report, wordsOf } from './report.ts';
import {
  asSure,
  chipHoursWords,
  developmentWords,
  each,
  gridName,
  hoursOf,
  phaseOf,
  placeWords,
  pueOf,
  ratedHardwareOf,
  repeatsOf,
} from './run-words.ts';
import { basisWords, ghgProtocolWords } from './scope-words.ts';
import { takenWords } from './service-words.ts';
import { answersOf, inUseWords } from './use-words.ts';
import type { Wording } from './wording/index.ts';

/** What ran, for how long, where; in plain words, one sentence a format can put anywhere. */
export function whatRan(report: Report): string {
  const { runs } = report;
  const words = wordsOf(report);
  const [first] = runs;
  const hours = hoursOf(first);
  const repeats = repeatsOf(first);
  const ran = words.ran({
    runs: runs.length,
    plans: runs.filter(({ plan }) => plan !== null).length,
    hardware: ratedHardwareOf(runs, words),
    places: each(runs, (run) => placeWords(run, words)),
    chipHours: chipHoursWords(runs, words),
    hours: hours === null ? null : words.figure(given(hours)),
    times: repeats === 1 ? null : words.figure(given(repeats)),
    parts: developmentWords(first, words),
  });
  return `${ran}${served(runs, words)}${planned(runs, words)}`;
}

/** What services answer in all, or in a year. */
function served(runs: readonly EstimateResult[], words: Wording): string {
  const all = answersOf(runs, words).map(({ answers, isYear }) =>
    isYear ? words.services.inYear(answers) : answers,
  );
  return all.length === 0 ? '' : words.answers(all);
}

/** How the time of plans was found: nothing of it has been seen. */
function planned(runs: readonly EstimateResult[], words: Wording): string {
  const isMixed = runs.some(({ plan }) => plan === null);
  const all = runs.flatMap(({ plan, run }) =>
    plan
      ? [planWords(plan, isMixed || runs.length > 1 ? (run.name ?? words.aPlannedRun) : '', words)]
      : [],
  );
  return all.length === 0 ? '' : ` ${[...new Set(all)].join(' ')}`;
}

function planWords(
  { deviceHours, flop, mfu, peakTflops, rung }: Plan,
  name: string,
  { figure, range, planned: said }: Wording,
): string {
  const { value, low, high } = deviceHours;
  const sure = (hours: number) => figure(given(asSure(hours)));
  return said({
    name,
    chipHours: sure(value),
    range: low === undefined || high === undefined ? '' : range(sure(low), sure(high), ''),
    flop: flop === null ? null : figure(flop.toExponential(2)),
    share: mfu && figure(shown(100 * mfu.value)),
    tflops: peakTflops === null ? null : figure(shown(peakTflops)),
    rung,
  });
}

/** Each distinct wording with the runs that it is true of, where it is not of all. */
function eachOften(
  runs: readonly EstimateResult[],
  told: (run: EstimateResult) => string,
  { ofSome }: Wording,
): string[] {
  const all = runs.map((run) => told(run));
  return each(runs, told).map((one) => {
    const many = all.filter((other) => other === one).length;
    return many === runs.length ? one : ofSome(one, many, runs.length);
  });
}

/** Energy and emissions with their ranges, and what they hold. */
export function whatItEmits(report: Report): string {
  const { energyKwh, operational, runs } = report;
  const words = wordsOf(report);
  const parts = new Set(runs.flatMap(({ boundary: { includedParts } }) => includedParts));
  const emitted = words.emitted({
    energy: withRange(energy(energyKwh), '', words),
    powers: eachOften(runs, (run) => powerWords(run, words), words),
    held: HELD.filter((part) => parts.has(part)),
    pues: eachOften(runs, (run) => words.figure(String(pueOf(run) ?? '')), words),
    basis: basisWords(report, words),
    mass: withRange(mass(operational), 'CO2e', words),
    inUse: inUseWords(runs, words),
    grids: eachOften(runs, (run) => gridWords(run, words), words),
  });
  return `${emitted}${taken(runs, words)}${onAverage(operational, words)}`;
}

/** Energy and emissions in one sentence, for whoever has room for no more. */
export function whatItEmitsInShort(report: Report): string {
  const { energyKwh, operational, runs } = report;
  const words = wordsOf(report);
  const { number, unit } = energy({ value: energyKwh.value });
  return words.emittedInShort(
    `${words.figure(number)} ${unit}`,
    withRange(mass(operational), 'CO2e', words),
    basisWords(report, words),
    inUseWords(runs, words),
  );
}

/** Parts of the energy that the sentence names, in its order. */
const HELD: readonly Part[] = ['accelerators', 'host', 'idle', 'overhead', 'facility'];

/** What nobody told of the models in use and was taken. */
function taken(runs: readonly EstimateResult[], words: Wording): string {
  const all = each(runs, (run) => words.list(takenWords(run, words)));
  return all.length === 0 ? '' : words.taken(all);
}

/** What the runs are expected to come to, where that is more than their middle figures together. */
function onAverage(operational: Quantity, words: Wording): string {
  const mean = meanAside(operational);
  if (mean === null) return '';
  const { number, unit } = mass({ value: mean });
  return words.onAverage(`${words.figure(number)} ${unit}`);
}

function gridWords(run: EstimateResult, words: Wording): string {
  const { value, year, scope } = run.carbonIntensityGPerKwh;
  return words.grid(words.figure(shown(value)), gridName(run, words), year, scope);
}

/** What stands beside: manufacture, market-based, offsets, water; unknown is said. */
export function whatStandsBeside(report: Report): string[] {
  const { operational, embodied, market, offsetKg, onSiteL, offSiteL, runs } = report;
  const words = wordsOf(report);
  const named = each(runs, ({ location }) => location.provider ?? '');
  const litres = (water: Quantity | null) => water && withRange(volume(water), '', words);
  return [
    embodied ? words.made(withRange(mass(embodied), 'CO2e', words)) : words.madeUnknown,
    ghgProtocolWords(report),
    market ? words.market(withRange(mass(market), 'CO2e', words)) : words.marketUnknown,
    offsetKg === null
      ? words.offsetUnknown
      : words.offset(named, offsetPercent(offsetKg, operational.value, words)),
    onSiteL || offSiteL ? words.water(litres(onSiteL), litres(offSiteL)) : words.waterUnknown,
  ];
}

/** The claim as a share: its mass is no surer than the emissions. null where nothing is emitted. */
function offsetPercent(offsetKg: number, kg: number, { figure }: Wording): string | null {
  return kg > 0 ? figure(shown((100 * offsetKg) / kg)) : null;
}

/** Phases that are the development of a model. */
const DEVELOPMENT: ReadonlySet<Phase | undefined> = new Set<Phase>([
  'search',
  'ablation',
  'failed',
]);

const DEVELOPED = 'development';

/** What is left out, and whether the list of runs is whole. */
export function whatIsLeftOut(report: Report): string {
  const { runs, complete, notCounted } = report;
  const words = wordsOf(report);
  const often = new Map<string, { readonly part: Part; readonly many: number }>();
  for (const { item, said } of runs.flatMap(({ boundary: { excluded } }) => excluded))
    often.set(item, { part: said.item.part, many: (often.get(item)?.many ?? 0) + 1 });
  const isListed = runs.some((run) => DEVELOPMENT.has(phaseOf(run)));
  // What is development in one run is listed beside it in another.
  const left = [...often]
    .filter(([item]) => item !== DEVELOPED || !(complete === true || isListed))
    .map(([item, { part, many }]) =>
      many === runs.length || item === DEVELOPED
        ? words.part(item, part)
        : words.ofSome(words.part(item, part), many, runs.length),
    );
  return `${words.leftOut(left)}${notCounted === null ? '' : words.notCounted(notCounted)}`;
}

/** Which figures these are, and how to cite. */
export function howItWasMade(report: Report): string {
  const words = wordsOf(report);
  return words.estimatedWith(madeWith(report, words));
}
