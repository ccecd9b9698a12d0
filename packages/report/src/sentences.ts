import type { EstimateResult, Part, Phase, Plan, Quantity } from '@ml-emissions/model';
import { madeWith } from './cite.ts';
import { energy, given, mass, meanAside, shown, volume, withRange } from './figure.ts';
import { powerWords } from './power-words.ts';
import type { Report } from './report.ts';
import {
  asSure,
  chipHoursWords,
  developmentWords,
  each,
  hoursOf,
  hoursWords,
  placeWords,
  pueOf,
  ratedHardwareOf,
  repeatsOf,
} from './run-words.ts';
import { basisWords, ghgProtocolWords } from './scope-words.ts';
import { takenWords } from './service-words.ts';
import { answersOf, inUseWords } from './use-words.ts';

/** `a, b and c` */
function joined(list: readonly string[]): string {
  if (list.length < 2) return list.join('');
  return `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}

/** What ran, for how long, where; in plain words, one sentence a format can put anywhere. */
export function whatRan(report: Report): string {
  const { runs } = report;
  const [first] = runs;
  const hardware = joined(ratedHardwareOf(runs)) || 'hardware that is not told';
  const places = joined(each(runs, placeWords)) || 'a place that is not told';
  const chipHours = chipHoursWords(runs);
  const ours = chipHours === null ? '' : ` (${chipHours})`;
  const hours = hoursOf(first);
  const repeats = repeatsOf(first);
  const parts = developmentWords(first);
  const times = repeats === 1 ? '' : `, ${given(repeats)} times${parts && ` (${parts})`}`;
  const time =
    runs.length > 1
      ? ` in ${runs.length} runs${ours}`
      : hours === null
        ? chipHours === null
          ? ''
          : ` for ${chipHours}`
        : ` for ${hoursWords(hours)}${times}${ours}`;
  return `The work ${verb(runs)} on ${hardware}${time} in ${places}.${served(runs)}${planned(runs)}`;
}

/** What has been, and what is planned. */
function verb(runs: readonly EstimateResult[]): string {
  const plans = runs.filter(({ plan }) => plan !== null).length;
  if (plans === 0) return 'ran';
  return plans === runs.length
    ? 'is planned'
    : `ran, or in ${plans} of ${runs.length} runs is planned,`;
}

/** What services answer in all, or in a year. */
function served(runs: readonly EstimateResult[]): string {
  const words = answersOf(runs).map(
    ({ answers, isYear }) => `${answers}${isYear ? ' a year' : ''}`,
  );
  return words.length === 0 ? '' : ` It answers ${joined(words)}.`;
}

/** How the time of plans was found: nothing of it has been seen. */
function planned(runs: readonly EstimateResult[]): string {
  const isMixed = runs.some(({ plan }) => plan === null);
  const words = runs.flatMap(({ plan, run }) =>
    plan ? [planWords(plan, isMixed || runs.length > 1 ? (run.name ?? 'a planned run') : '')] : [],
  );
  return words.length === 0 ? '' : ` ${[...new Set(words)].join(' ')}`;
}

function planWords({ deviceHours, flop, mfu, peakTflops, rung }: Plan, name: string): string {
  const { value, low, high } = deviceHours;
  const range =
    low === undefined || high === undefined
      ? ''
      : ` (90 % range ${given(asSure(low))} to ${given(asSure(high))})`;
  const by = {
    'speed-seen': 'the speed of a trial run',
    'mfu-given': 'a model FLOP utilisation as given',
    'mfu-usual': 'the usual model FLOP utilisation of published trainings',
  }[rung];
  const work = flop === null ? '' : `, ${flop.toExponential(2)} FLOP`;
  const speed =
    mfu === null || peakTflops === null
      ? ''
      : ` at ${shown(100 * mfu.value)} % of ${shown(peakTflops)} TFLOP/s a chip`;
  const who = name === '' ? 'It' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `${who} has not run yet: its ${given(asSure(value))} chip-hours${range}${work}${speed} follow from ${by}.`;
}

/** Each distinct wording with the runs that it is true of, where it is not of all. */
function eachOften(
  runs: readonly EstimateResult[],
  words: (run: EstimateResult) => string,
): string[] {
  const all = runs.map(words);
  return each(runs, words).map((one) => {
    const many = all.filter((other) => other === one).length;
    return many === runs.length ? one : `${one} in ${many} of ${runs.length} runs`;
  });
}

/** Energy and emissions with their ranges, and what they hold. */
export function whatItEmits(report: Report): string {
  const { energyKwh, operational, runs } = report;
  const pues = eachOften(runs, (run) => String(pueOf(run) ?? ''));
  const pue = pues.length > 0 ? ` with a PUE of ${joined(pues)}` : '';
  const grids = eachOften(runs, gridWords);
  const powers = eachOften(runs, powerWords);
  const from = powers.length > 0 ? ` from ${joined(powers)}` : '';
  return `Electricity is estimated at ${withRange(energy(energyKwh))}${from}, ${boundary(runs)}${pue}; the operational emissions (${basisWords(report)}) are ${withRange(mass(operational), 'CO2e')}${inUseWords(runs)}, from ${joined(grids)}.${taken(runs)}${onAverage(operational)}`;
}

/** What nobody told of the models in use and was taken. */
function taken(runs: readonly EstimateResult[]): string {
  const words = each(runs, (run) => joined(takenWords(run)));
  return words.length === 0 ? '' : ` Not told of the model in use, and taken: ${words.join('; ')}.`;
}

/** What the runs are expected to come to, where that is more than their middle figures together. */
function onAverage(operational: Quantity): string {
  const mean = meanAside(operational);
  if (mean === null) return '';
  const { number, unit } = mass({ value: mean });
  return ` That is the sum of the runs’ middle figures; the expected sum is ${number} ${unit}.`;
}

function gridWords({ carbonIntensityGPerKwh: grid }: EstimateResult): string {
  const about = [grid.zone, grid.year, grid.scope].filter((one) => one !== null).join(', ');
  return `${shown(grid.value)} gCO2e/kWh (${about || 'as given'})`;
}

/** What the energy holds, in words. */
function boundary(runs: readonly EstimateResult[]): string {
  const parts = new Set(runs.flatMap(({ boundary: { includedParts } }) => includedParts));
  const words: readonly (readonly [part: Part, words: string])[] = [
    ['accelerators', 'accelerators'],
    ['host', 'host'],
    ['idle', 'idle time'],
    ['overhead', 'supply and fan losses'],
    ['facility', 'data centre'],
  ];
  const held = words.filter(([part]) => parts.has(part)).map(([, one]) => one);
  return held.length > 0 ? `counting ${joined(held)}` : 'as metered';
}

/** What stands beside: manufacture, market-based, offsets, water; unknown is said. */
export function whatStandsBeside(report: Report): string[] {
  const { operational, embodied, market, offsetKg, onSiteL, offSiteL, runs } = report;
  const named = each(runs, ({ location }) => location.provider ?? '');
  const who = named.length > 0 ? joined(named) : 'The operator';
  return [
    embodied
      ? `The share of manufacturing the hardware is ${withRange(mass(embodied), 'CO2e')}.`
      : 'Manufacture of the hardware is not known.',
    ghgProtocolWords(report),
    market
      ? `Market-based emissions are ${withRange(mass(market), 'CO2e')}.`
      : 'Market-based emissions are not known.',
    offsetKg === null
      ? 'What is offset is not known.'
      : `${who} ${named.length > 1 ? 'state' : 'states'} that ${offsetWords(offsetKg, operational.value)} of this is offset or matched; it is not subtracted.`,
    onSiteL || offSiteL
      ? `Water: ${[onSiteL ? `${withRange(volume(onSiteL))} on site` : 'on site not known', offSiteL ? `${withRange(volume(offSiteL))} at power plants` : 'at power plants not known'].join(', ')}.`
      : 'Water is not known.',
  ];
}

/** The claim as a share: its mass is no surer than the emissions. */
function offsetWords(offsetKg: number, kg: number): string {
  return kg > 0 ? `${shown((100 * offsetKg) / kg)} %` : 'all';
}

/** Phases that are the development of a model. */
const DEVELOPMENT: ReadonlySet<Phase | undefined> = new Set<Phase>([
  'search',
  'ablation',
  'failed',
]);

const DEVELOPED = 'development';

/** What is left out, and whether the list of runs is whole. */
export function whatIsLeftOut({ runs, complete, notCounted }: Report): string {
  const often = new Map<string, number>();
  for (const { item } of runs.flatMap(({ boundary: { excluded } }) => excluded))
    often.set(item, (often.get(item) ?? 0) + 1);
  const isListed = runs.some(({ run: { phase } }) => DEVELOPMENT.has(phase));
  // What is development in one run is listed beside it in another.
  const left = [...often]
    .filter(([item]) => item !== DEVELOPED || !(complete === true || isListed))
    .map(([item, many]) =>
      many === runs.length || item === DEVELOPED
        ? item
        : `${item} in ${many} of ${runs.length} runs`,
    );
  const told = notCounted === null ? '' : ` Not counted, as told: ${notCounted}.`;
  return `Left out: ${joined(left)}.${told}`;
}

/** Which figures these are, and how to cite. */
export function howItWasMade(report: Report): string {
  return `Estimated with the ${madeWith(report)}.`;
}
