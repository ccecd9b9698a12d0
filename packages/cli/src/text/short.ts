import type { Alternative, EstimateResult, ProjectResult } from '@ml-emissions/calculator';
import {
  chipHoursOf,
  developmentWords,
  hardwareWords,
  hoursOf,
  powerWords,
  repeatsOf,
} from '@ml-emissions/report';
import { cleaned } from '../cleaned.ts';
import { energy, energyRange, mass, massRange, number, percent, volumeRange } from '../format.ts';
import type { Style } from '../style.ts';
import { basisText, waterText } from './basis.ts';
import { averageShort, groupText } from './group.ts';
import { led } from './led.ts';
import { planLines } from './plan.ts';
import { doubts, lessText, place } from './receipt.ts';
import { serviceLines } from './service.ts';

/** Lines of what would change a figure most. */
const CHANGES = 2;
/** The figure on one line. */
export const briefText = ({
  operational,
  energyKwh,
}: Pick<EstimateResult | ProjectResult, 'operational' | 'energyKwh'>): string =>
  `${massRange(operational.kgCo2e)}, ${energy(energyKwh.value)}\n`;

/**
 * The figure with its range, what stands beside it, what it rests on, and what would change it most: on a terminal of 80
 * columns it does not push itself off a screen of 24 lines.
 */
export function shortText(answer: EstimateResult, style: Style): string {
  const result = cleaned(answer);
  const lines = [
    style.bold(massRange(result.operational.kgCo2e)) +
      ` ${basisText([result.carbonIntensityGPerKwh.scope])}, from ${energyRange(result.energyKwh)} of electricity`,
    ...context(result, style),
    '',
    ...planLines(result),
    ...serviceLines(result),
    ...developmentLines(result),
    led('Rests on', restsOn(result)),
    ...changeLines(result),
    ...(lowest(result) ? [style.dim(averageShort())] : []),
    ...result.warnings.map(({ message }) => led(style.bold('Warning'), message)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Where the rest is. */
export const moreText = (
  { method, edition }: EstimateResult,
  isAll: boolean,
  style: Style,
): string => {
  const named = `Method ${method}, edition ${edition.id}`;
  const hash = ` (${edition.hash.slice(0, 19)}…)`;
  const rest = '--receipt shows each step, its source and the rest. ';
  return `${style.dim(isAll ? named + hash : rest + named)}\n`;
};

const PUES: Readonly<Record<NonNullable<EstimateResult['pue']>['rung'], string>> = {
  given: 'as given',
  metered: 'held by the meter',
  'named-site': 'of the site',
  region: 'of the region',
  provider: 'of the provider',
  site: 'usual for such a site',
  method: 'of the method',
};

/** What is counted with the run: what led to it, or went wrong beside it. */
function developmentLines(result: EstimateResult): string[] {
  const words = developmentWords(result);
  const runs = repeatsOf(result);
  return words
    ? [led('Counted', `${number(runs)} whole ${runs === 1 ? 'run' : 'runs'}: ${words}`)]
    : [];
}

/** What ran and how its power is known, PUE and grid. */
function restsOn(result: EstimateResult): string {
  const { pue, carbonIntensityGPerKwh: grid } = result;
  const ran = [hardwareWords(result), timeWords(result)].filter(Boolean).join(' for ');
  const about = [grid.zone, grid.year].filter((one) => one !== null).join(', ');
  return [
    ran,
    powerWords(result),
    pue ? `PUE ${number(pue.value)} ${PUES[pue.rung]}` : '',
    `${number(grid.value)} g CO2e/kWh (${about || 'as given'})`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** `100 h`, `100 h, 3 times`, `12,000 chip-hours`; '' where only energy was given. */
function timeWords(result: EstimateResult): string {
  const hours = hoursOf(result);
  const repeats = repeatsOf(result);
  if (hours !== null)
    return `${number(hours)} h${repeats === 1 ? '' : `, ${number(repeats)} times`}`;
  const chipHours = chipHoursOf(result);
  return chipHours === null ? '' : `${number(chipHours)} chip-hours`;
}

/** What settles most of the doubt, and where it would be lower; two doubts where no place is. */
function changeLines(result: EstimateResult): string[] {
  const lower = lowest(result);
  const surer = doubts(result.sensitivity).slice(0, lower ? CHANGES - 1 : CHANGES);
  return [
    ...surer.map((one, index) => led(index === 0 ? 'Surer' : '', one)),
    ...(lower ? [led('Lower', lowerWords(lower, result))] : []),
  ];
}

/** The least emitting place, where that is not here. */
function lowest({ alternatives: { anywhere }, operational }: EstimateResult): Alternative | null {
  return anywhere && anywhere.kgCo2e.value < operational.kgCo2e.value ? anywhere : null;
}

function lowerWords(alternative: Alternative, { operational }: EstimateResult): string {
  const lower = alternative.notToldApart?.lower;
  const here = operational.kgCo2e.value;
  if (!lower || lower.names.length < 2) return place(alternative, here);
  return `${groupText(lower)}; ${lessText(alternative, here)} at the lowest${waterText(alternative.water)}`;
}

function context(result: EstimateResult, style: Style): string[] {
  const { fraction, kgCo2e, year } = result.offset;
  const { embodied, total, marketBased, water } = result;
  const claim =
    fraction === null || kgCo2e === null
      ? 'Offset claimed: not known'
      : `Offset claimed: ${percent(fraction)} (${mass(kgCo2e)})${year ? `, ${year}` : ''}; beside, not subtracted`;
  const made = embodied.kgCo2e
    ? `Embodied: ${massRange(embodied.kgCo2e)}; together ${massRange(total.kgCo2e)}`
    : 'Embodied: not known';
  const market = `Market-based: ${marketBased.kgCo2e ? massRange(marketBased.kgCo2e) : 'not known'}.`;
  return [
    made,
    style.dim(claim),
    style.dim(`${market} ${waterWords(water)}`),
    // What a service answers has lines of its own.
    ...(result.service
      ? result.perUnit.slice(0, result.run.functionalUnit ? 1 : 0)
      : result.perUnit
    ).map(
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
