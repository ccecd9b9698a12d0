import type { Alternative, EstimateResult, ReceiptStep } from '@ml-emissions/calculator';
import { energy, exact, mass, number, percent } from '../format.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';

const STEP_NAMES: Readonly<Record<string, string>> = {
  power: 'power of one chip',
  'accelerator-energy': 'energy of the accelerators',
  'rounded-energy': 'energy, rounded',
  'rounded-intensity': 'intensity, rounded',
  pue: 'PUE',
  'facility-energy': 'energy with the facility',
  'carbon-intensity': 'carbon intensity of the grid',
  'operational-emissions': 'operational emissions',
  'offset-fraction': 'offset claimed, share',
  'offset-claimed': 'offset claimed, of the emissions',
};

/** A result for people, as lines. */
export function estimateText(result: EstimateResult, style: Style): string {
  const lines = [
    style.bold(`${mass(result.operational.kgCo2e.value)}`) +
      ` operational, location-based, from ${energy(result.energyKwh.value)} of electricity`,
    ...context(result, style),
    '',
    ...equivalenceLines(result),
    '',
    ...alternativeLines(result),
    ...section('The grid', gridLines(result), style),
    '',
    style.bold('Receipt'),
    ...result.receipt.flatMap((step) => stepLines(step, style)),
    '',
    style.bold('Not counted'),
    ...result.boundary.excluded.map(({ item, reason }) => `  ${item}: ${reason}`),
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
  return `${printable(lines.join('\n'))}\n`;
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
  const claim =
    fraction === null || kgCo2e === null
      ? 'Offset claimed: not known'
      : `Offset claimed: ${percent(fraction)} (${mass(kgCo2e)})${year ? `, ${year}` : ''}; beside, not subtracted: the grid emitted it all the same`;
  return [style.dim(claim), style.dim('Market-based: not known. Embodied: not known.')];
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

function alternativeLines({ alternatives, operational }: EstimateResult): string[] {
  const { sameProvider, anywhere } = alternatives;
  const line = (lead: string, alternative: Alternative | null) =>
    alternative ? [lead.padEnd(26) + place(alternative, operational.kgCo2e.value)] : [];
  return [...line('Lowest of the provider', sameProvider), ...line('Lowest of all', anywhere)];
}

function place(alternative: Alternative, here: number): string {
  const { provider, region, name, carbonIntensityGPerKwh, kgCo2e } = alternative;
  const change = here > 0 ? 1 - kgCo2e.value / here : 0;
  const compared =
    change > 0 ? `${percent(change)} less` : change < 0 ? `${percent(-change)} more` : 'the same';
  return `${provider} ${region} (${name}): ${mass(kgCo2e.value)}, ${compared}, at ${number(carbonIntensityGPerKwh)} g/kWh`;
}

function stepLines(step: ReceiptStep, style: Style): string[] {
  const { unit, value, formula, kind, sourceId, year, note } = step;
  const [base = step.step, index] = step.step.split(/-(?=\d+$)/);
  const name = `${STEP_NAMES[base] ?? base}${index ? ` ${index}` : ''}`;
  const shown = exact(value, unit);
  const origin = formula
    ? `= ${formula}`
    : [kind, sourceId, year, confidenceText(step.confidence), note]
        .filter((part) => part !== null && part !== '')
        .join(', ');
  return [`  ${name.padEnd(30)} ${shown.padStart(20)}  ${style.dim(origin)}`];
}

/** How sure a number is, where it was not read at its origin. */
function confidenceText(confidence: ReceiptStep['confidence']): string {
  return confidence === null || confidence === 'stated' ? '' : confidence;
}

function sourceLines({ sources }: EstimateResult): string[] {
  return sources.map(
    ({ id, title, publisher, year, licence, url }) =>
      `  ${id}: ${[title, publisher, year, licence, url].filter(Boolean).join('. ')}`,
  );
}
