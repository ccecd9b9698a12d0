import type { Comparison, Option, OptionGroup, ProjectComparison } from '@ml-emissions/calculator';
import { stringify } from 'csv-stringify/sync';
import { cleaned } from '../cleaned.ts';
import { massRange, number, percent } from '../format.ts';
import type { Style } from '../style.ts';
import { basisText, waterText } from './basis.ts';
import { padded } from './fit.ts';
import { averageLine, groupText } from './group.ts';

const LEVERS: Readonly<Record<Option['lever'], string>> = {
  region: 'Elsewhere',
  accelerator: 'On as many other chips',
  utilisation: 'At another mean power',
  repeats: 'With other numbers of repeats',
  tokens: 'On more or fewer tokens',
};

/** A comparison for people: the least emitting of each lever first. */
export function compareText(
  comparison: Comparison | ProjectComparison,
  top: number,
  style: Style,
): string {
  const { options, skipped } = comparison;
  const { here, groups, offered } = cleaned({
    here: comparison.here,
    groups: comparison.groups,
    offered: comparison.offered,
  });
  const lines = [
    `${style.bold(massRange(here.kgCo2e))} here, ${basisText([here.scope])}${waterText(here.water)}`,
  ];
  const all: readonly Shown[] = options;
  for (const [lever, title] of Object.entries(LEVERS)) {
    const list = all.filter((one) => one.lever === lever);
    if (list.length === 0) continue;
    lines.push('', style.bold(title), ...groupLines(groups, lever));
    for (const one of list.slice(0, top)) lines.push(...optionLines(cleaned(one), style));
    if (list.length > top)
      lines.push(style.dim(`  and ${list.length - top} more; --top ${list.length} shows all`));
    if (lever === 'region') lines.push(style.dim(`  ${averageLine()}`));
  }
  if (offered) lines.push('', style.bold('Offered'), `  ${offered.note}`);
  if (skipped.length > 0) {
    lines.push('', style.bold('Not compared'));
    for (const { name, reason } of cleaned(skipped.slice(0, top)))
      lines.push(`  ${name}: ${reason}`);
    if (skipped.length > top) lines.push(style.dim(`  and ${skipped.length - top} more`));
  }
  lines.push(
    '',
    style.dim(
      '"likely" where the whole 90 % range of the ratio is below 1; "not told apart" where that of the ratio to the lowest holds 1. What both sides share cancels in it.',
    ),
  );
  return `${lines.join('\n')}\n`;
}

/** A row an option, at full precision; '' is not known. */
export function compareCsv({ options }: Comparison | ProjectComparison): string {
  const all: readonly Shown[] = options;
  const rows = all.map((one) => ({
    lever: one.lever,
    name: one.name,
    provider: one.region?.provider ?? '',
    region: one.region?.region ?? '',
    country: one.region?.country ?? '',
    kg_co2e: one.kgCo2e.value,
    kg_co2e_low: one.kgCo2e.low ?? '',
    kg_co2e_high: one.kgCo2e.high ?? '',
    ratio: one.ratio.value,
    ratio_low: one.ratio.low ?? '',
    ratio_high: one.ratio.high ?? '',
    likely_lower: one.isLikelyLower,
    same_grid: one.isSameGrid,
    told_apart: one.isToldApart ?? '',
    g_co2e_per_kwh: one.carbonIntensityGPerKwh,
    water_on_site_l: one.water.onSiteL?.value ?? '',
    water_off_site_l: one.water.offSiteL?.value ?? '',
    hours: one.hours ?? '',
    note: one.note,
  }));
  return stringify(rows, {
    header: true,
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
}

/** What is printed of an option, of a run or of a project. */
type Shown = Omit<Option, 'run'>;

function groupLines(groups: readonly OptionGroup[], lever: string): string[] {
  const group = groups.find((one) => one.lever === lever);
  return group && group.names.length > 1 ? [`  ${groupText(group)}`] : [];
}

function optionLines(
  { name, kgCo2e, ratio, isLikelyLower, isSameGrid, note, hours, lever, water }: Shown,
  style: Style,
): string[] {
  const change = 1 - ratio.value;
  const words = change >= 0 ? `${percent(change)} less` : `${percent(-change)} more`;
  const range =
    ratio.low === undefined || ratio.high === undefined || ratio.low === ratio.high
      ? ''
      : `, times ${number(ratio.low)} to ${number(ratio.high)}`;
  const perhaps = isSameGrid ? 'same grid' : 'perhaps lower';
  const likely = isLikelyLower ? 'likely lower' : change > 0 ? perhaps : 'not lower';
  const isTimed = lever === 'accelerator' || lever === 'tokens';
  const time = isTimed && hours !== null ? `${number(hours)} h` : '';
  return [
    `  ${padded(name, 28)} ${massRange({ value: kgCo2e.value }).padStart(14)}  ${words}, ${likely}${range}${lever === 'region' ? waterText(water) : ''}`,
    ...(note || time ? [style.dim(`    ${[note, time].filter(Boolean).join('; ')}`)] : []),
  ];
}
