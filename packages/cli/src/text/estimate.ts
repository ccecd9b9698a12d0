import type {
  Alternative,
  DevelopmentFactor,
  EnergyParts,
  EstimateResult,
  ReceiptStep,
  Sensitivity,
} from '@ml-emissions/calculator';
import { englishNames, stepName } from '@ml-emissions/words';
import { cleaned } from '../cleaned.ts';
import {
  energy,
  energyRange,
  exact,
  mass,
  massRange,
  number,
  percent,
  volumeRange,
} from '../format.ts';
import type { Style } from '../style.ts';
import { averageLine, groupText } from './group.ts';

/** A result for people, as lines. */
export function estimateText(answer: EstimateResult, style: Style): string {
  const result = cleaned(answer);
  const lines = [
    style.bold(massRange(result.operational.kgCo2e)) +
      ` operational, location-based, from ${energyRange(result.energyKwh)} of electricity`,
    ...context(result, style),
    '',
    ...equivalenceLines(result),
    '',
    ...alternativeLines(result, style),
    ...section('Where the energy goes', partLines(result), style),
    ...section('What would make it surer', sensitivityLines(result.sensitivity), style),
    ...section('The grid', gridLines(result), style),
    '',
    style.bold('Receipt'),
    ...receiptLines(result, style),
    ...section(
      'Assumed',
      result.assumptions.map((one) => `  ${one}`),
      style,
    ),
    '',
    style.bold('Not counted'),
    ...result.boundary.excluded.map(({ item, reason }) => `  ${item}: ${reason}`),
    ...developmentLines(result.development),
    ...section(
      'Warnings',
      result.warnings.map(({ message }) => `  ${message}`),
      style,
    ),
    ...section('Sources', sourceLines(result), style),
    '',
    style.dim(
      `Method ${result.method}, edition ${result.edition.id} (${result.edition.hash.slice(0, 19)}…)`,
    ),
  ];
  return `${lines.join('\n')}\n`;
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

/** What makes a figure unsure, with what would settle it. */
export function sensitivityLines(list: readonly Sensitivity[]): string[] {
  return list
    .filter(({ share }) => share >= LEAST_SHARE)
    .map(
      ({ factor, share, hint }) =>
        `  ${percent(share).padStart(7)} of the uncertainty: ${stepName(factor, englishNames)}; ${hint}`,
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
  scope: 'brought over from direct',
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

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length > 0 ? ['', style.bold(title), ...lines] : [];
}

function context(result: EstimateResult, style: Style): string[] {
  const { fraction, kgCo2e, year } = result.offset;
  const { embodied, total, marketBased, water } = result;
  const claim =
    fraction === null || kgCo2e === null
      ? 'Offset claimed: not known'
      : `Offset claimed: ${percent(fraction)} (${mass(kgCo2e)})${year ? `, ${year}` : ''}; beside, not subtracted: the grid emitted it all the same`;
  const made = embodied.kgCo2e
    ? `Embodied: ${massRange(embodied.kgCo2e)}; together ${massRange(total.kgCo2e)}`
    : 'Embodied: not known';
  const market = `Market-based: ${marketBased.kgCo2e ? massRange(marketBased.kgCo2e) : 'not known'}.`;
  return [
    made,
    style.dim(claim),
    style.dim(`${market} ${waterWords(water)}`),
    ...result.perUnit.map(
      ({ unit, count, kgCo2e: kg, energyKwh }) =>
        `Per ${unit} (of ${number(count)}): ${massRange(kg)} in all, ${energyRange(energyKwh)}`,
    ),
  ];
}

function waterWords({ onSiteL, offSiteL }: EstimateResult['water']): string {
  const words = [
    ...(onSiteL ? [`${volumeRange(onSiteL)} on site`] : []),
    ...(offSiteL ? [`${volumeRange(offSiteL)} at power plants`] : []),
  ];
  return `Water: ${words.length > 0 ? words.join(', ') : 'not known'}.`;
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

function place(alternative: Alternative, here: number): string {
  const { provider, region, name, carbonIntensityGPerKwh, kgCo2e, ratio, isLikelyLower } =
    alternative;
  const isOnlyPue = alternative.isSameGrid && !isLikelyLower;
  const change = here > 0 ? 1 - kgCo2e.value / here : 0;
  const range =
    isLikelyLower && ratio?.low !== undefined && ratio.high !== undefined
      ? ` (likely between ${percent(1 - ratio.high)} and ${percent(1 - ratio.low)})`
      : '';
  const compared =
    change > 0
      ? `${percent(change)} less${isOnlyPue ? ' (same grid)' : range}`
      : change < 0
        ? `${percent(-change)} more`
        : 'the same';
  return `${provider} ${region} (${name}): ${mass(kgCo2e.value)}, ${compared}, at ${number(carbonIntensityGPerKwh)} g/kWh`;
}

/** So wide is the column of names, unless one of them is longer. */
const NAME_WIDTH = 30;

function receiptLines({ receipt }: EstimateResult, style: Style): string[] {
  const names = receipt.map(({ step }) => stepName(step, englishNames));
  const width = Math.max(NAME_WIDTH, ...names.map((name) => name.length));
  return receipt.map((step, index) => stepLine(step, (names[index] ?? '').padEnd(width), style));
}

function stepLine(step: ReceiptStep, name: string, style: Style): string {
  const { unit, value, formula, kind, sourceId, year, note } = step;
  const shown = exact(value, unit);
  const origin = formula
    ? `= ${formula}`
    : [kind, sourceId, year, confidenceText(step.confidence), gsdText(step), note]
        .filter((part) => part !== null && part !== '')
        .join(', ');
  return `  ${name} ${shown.padStart(20)}  ${style.dim(origin)}`;
}

/** How sure a number is, where it was not read at its origin. */
function confidenceText(confidence: ReceiptStep['confidence']): string {
  return confidence === null || confidence === 'stated' ? '' : confidence;
}

function gsdText({ gsd, gsdUp }: ReceiptStep): string {
  if (gsd === null) return '';
  if (gsdUp !== undefined) return `÷ ${number(gsd)} x ${number(gsdUp)}`;
  return gsd === 1 ? '' : `x/÷ ${number(gsd)}`;
}

function sourceLines({ sources }: EstimateResult): string[] {
  return sources.map(
    ({ id, title, publisher, year, licence, url }) =>
      `  ${id}: ${[title, publisher, year, licence, url].filter(Boolean).join('. ')}`,
  );
}
