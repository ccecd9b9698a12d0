import type {
  Alternative,
  DevelopmentFactor,
  EnergyParts,
  EstimateResult,
  ReceiptStep,
  Sensitivity,
} from '@ml-emissions/calculator';
import { englishNames, formula, rangeOf, stepName } from '@ml-emissions/words';
import { cleaned } from '../cleaned.ts';
import { energy, exact, mass, number, percent } from '../format.ts';
import type { Style } from '../style.ts';
import { ghgProtocolText, waterText } from './basis.ts';
import { averageLine, groupText } from './group.ts';

/** All that stands behind a result: where else, each part, each step with its source, what was assumed and left out. */
export function receiptText(answer: EstimateResult, style: Style): string {
  const result = cleaned(answer);
  const sections: readonly (readonly string[])[] = [
    [ghgProtocolText(result.ghgProtocol)],
    equivalenceLines(result),
    alternativeLines(result, style),
    section('Where the energy goes', partLines(result), style),
    section('What would make it surer', doubtLines(result.sensitivity), style),
    section('The grid', gridLines(result), style),
    section('Receipt', receiptLines(result, style), style),
    section(
      'Assumed',
      result.assumptions.map((one) => `  ${one}`),
      style,
    ),
    section(
      'Not counted',
      [
        ...result.boundary.excluded.map(({ item, reason }) => `  ${item}: ${reason}`),
        ...developmentLines(result.development),
      ],
      style,
    ),
    section('Sources', sourceLines(result), style),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const PARTS: readonly (readonly [keyof EnergyParts, string])[] = [
  ['accelerators', 'accelerators'],
  ['metered', 'as metered'],
  ['host', 'host'],
  ['idle', 'idle time'],
  ['overhead', 'supply losses and fans'],
  ['facility', 'facility (PUE)'],
];

function partLines({ energyKwh: { value, parts } }: EstimateResult): string[] {
  if (value === 0) return [];
  return PARTS.filter(([part]) => parts[part] > 0).map(
    ([part, words]) =>
      `  ${words.padEnd(24)} ${energy(parts[part]).padStart(12)}  ${percent(parts[part] / value)}`,
  );
}

/** Shares below this are no advice. */
const LEAST_SHARE = 0.02;

/** Each thing that makes a figure unsure, with what would settle it; the largest first. */
export function doubts(list: readonly Sensitivity[]): string[] {
  return list
    .filter(({ share }) => share >= LEAST_SHARE)
    .map(
      ({ factor, share, hint }) =>
        `${percent(share)} of the uncertainty: ${stepName(factor, englishNames)}; ${hint}`,
    );
}

/** The same one below the other. */
export function doubtLines(list: readonly Sensitivity[]): string[] {
  const widest = '99.9 %'.length;
  return doubts(list).map(
    (line) => `  ${' '.repeat(Math.max(0, widest - line.indexOf(' of ')))}${line}`,
  );
}

/** What others found that whole projects come to. */
export function developmentLines(list: readonly DevelopmentFactor[]): string[] {
  if (list.length === 0) return [];
  const words = list.map(({ value, sourceId }) => `${value} times (${sourceId})`).join(', ');
  return [`  whole projects came to ${words} of their final runs; nothing is added for that here`];
}

/** The causes of doubt, in words. */
const CAUSES: Readonly<Record<string, string>> = {
  sources: 'how far sources agree',
  age: 'its age',
  scope: 'brought over from the other scope',
  'coarse-place': 'a coarse place',
  'short-run': 'the hour is not known',
};

function gridLines({ carbonIntensityGPerKwh: grid }: EstimateResult): string[] {
  if (grid.low === undefined || grid.high === undefined) return [];
  const why = grid.doubts
    .map(({ cause, note }) => `${CAUSES[cause] ?? cause} (${note})`)
    .join(', ');
  return [
    `  ${number(grid.value)} g CO2e/kWh, between ${number(grid.low)} and ${number(grid.high)} (90 % range): ${why}`,
    ...grid.beside.map(
      ({ value, year, scope, sourceId, note }) =>
        `  beside it: ${number(value)} g/kWh ${[scope, year, sourceId, note].filter(Boolean).join(', ')}`,
    ),
  ];
}

/** Lines under a title; none where there are none. */
export function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length > 0 ? [style.bold(title), ...lines] : [];
}

/** What each equivalence counts, in a sentence; others are told by their name. */
const EQUIVALENCES: Readonly<Record<string, string>> = {
  'car-km': 'km driven by an average passenger car',
  'coal-kg': 'kg of coal burned',
  'seedling-10yr': 'tree seedlings grown for ten years',
};

function equivalenceLines({ equivalences }: EstimateResult): string[] {
  return equivalences.map(({ id, value, unit, name }, index) => {
    const lead = (index === 0 ? 'As much as' : '').padEnd(26);
    return `${lead}${number(value)} ${EQUIVALENCES[id] ?? `${unit} (${name})`}`;
  });
}

/** The column of what stands at the left. */
const LEAD = 26;

function alternativeLines({ alternatives, operational }: EstimateResult, style: Style): string[] {
  const { sameProvider, anywhere } = alternatives;
  const line = (lead: string, alternative: Alternative | null): string[] => {
    if (!alternative) return [];
    const { notToldApart } = alternative;
    const group =
      notToldApart && notToldApart.places.length > 1
        ? [lead.padEnd(LEAD) + groupText({ names: [], ...notToldApart })]
        : [];
    const own = group.length > 0 ? ''.padEnd(LEAD) : lead.padEnd(LEAD);
    const lowest = group.length > 0 ? 'the lowest figure: ' : '';
    return [...group, `${own}${lowest}${place(alternative, operational.kgCo2e.value)}`];
  };
  const lines = [
    ...line('Lowest of the provider', sameProvider),
    ...line('Lowest of all', anywhere),
  ];
  return lines.length > 0 ? [...lines, ''.padEnd(LEAD) + style.dim(averageLine())] : [];
}

/** One place with its figure, its grid and its water beside the figure here. */
export function place(alternative: Alternative, here: number): string {
  const { provider, region, name, carbonIntensityGPerKwh, kgCo2e, water } = alternative;
  return `${provider} ${region} (${name}): ${mass(kgCo2e.value)}, ${lessText(alternative, here)}, at ${number(carbonIntensityGPerKwh)} g/kWh${waterText(water)}`;
}

/** How much less than here it is, with the range of that where it is likely. */
export function lessText(
  { kgCo2e, ratio, isLikelyLower, isSameGrid }: Alternative,
  here: number,
): string {
  const change = here > 0 ? 1 - kgCo2e.value / here : 0;
  if (change === 0) return 'the same';
  if (change < 0) return `${percent(-change)} more`;
  const less = `${percent(change)} less`;
  if (!isLikelyLower) return isSameGrid ? `${less} (same grid)` : `perhaps ${less}`;
  return ratio?.low === undefined || ratio.high === undefined
    ? less
    : `${less} (likely between ${percent(1 - ratio.high)} and ${percent(1 - ratio.low)})`;
}

/** So wide is the column of names, unless one of them is longer. */
const NAME_WIDTH = 30;

function receiptLines({ receipt }: EstimateResult, style: Style): string[] {
  const names = receipt.map(({ step }) => stepName(step, englishNames));
  const width = Math.max(NAME_WIDTH, ...names.map((name) => name.length));
  return receipt.map((step, index) => stepLine(step, (names[index] ?? '').padEnd(width), style));
}

/** Numbers of a line's arithmetic as the receipt has them, without the noise of their last bits. */
const receiptNames = { ...englishNames, number: (value: number) => exact(value, '1') };

function stepLine(step: ReceiptStep, name: string, style: Style): string {
  const { unit, value, kind, sourceId, year, note } = step;
  const shown = exact(value, unit);
  const computed = formula(step, receiptNames) || step.formula;
  const origin = computed
    ? `= ${computed}`
    : [kind, sourceId, year, confidenceText(step.confidence), rangeText(step), note]
        .filter((part) => part !== null && part !== '')
        .join(', ');
  return `  ${name} ${shown.padStart(20)}  ${style.dim(origin)}`;
}

/** How sure a number is, where it was not read at its origin. */
function confidenceText(confidence: ReceiptStep['confidence']): string {
  return confidence === null || confidence === 'stated' ? '' : confidence;
}

/** `0.403 to 0.906 (90 %)`: what the factor is between; that of PUE and losses counts what exceeds 1. */
function rangeText(step: ReceiptStep): string {
  const range = rangeOf(step);
  return range ? `${number(range.low)} to ${number(range.high)} (90 %)` : '';
}

function sourceLines({ sources }: EstimateResult): string[] {
  return sources.map(
    ({ id, title, publisher, year, licence, url }) =>
      `  ${id}: ${[title, publisher, year, licence, url].filter(Boolean).join('. ')}`,
  );
}
