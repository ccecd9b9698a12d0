import type { GroupResult, ProjectResult } from '@ml-emissions/calculator';
import { cleaned } from '../cleaned.ts';
import { energyRange, massRange, percent } from '../format.ts';
import type { Style } from '../style.ts';
import { developmentLines, sensitivityLines } from './estimate.ts';
import { padded } from './fit.ts';

/** A project for people: totals, groups, runs, and what makes the total unsure. */
export function projectText(answer: ProjectResult, style: Style): string {
  const result = cleaned(answer);
  const { operational, energyKwh, embodied, total, runs } = result;
  const title = result.name === null ? [] : [style.bold(result.name)];
  const lines = [
    ...title,
    style.bold(massRange(operational.kgCo2e)) +
      ` operational, location-based, from ${energyRange(energyKwh)} of electricity, ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`,
    embodied.kgCo2e
      ? `Embodied: ${massRange(embodied.kgCo2e)}; together ${massRange(total.kgCo2e)}`
      : 'Embodied: not known',
    style.dim(
      `Market-based: ${result.marketBased.kgCo2e ? massRange(result.marketBased.kgCo2e) : 'not known for every run'}. Offsets claimed: ${result.offset.kgCo2e === null ? 'none' : `${massRange({ value: result.offset.kgCo2e })}, beside, not subtracted`}.`,
    ),
    ...groups('By phase', result.byPhase, operational.kgCo2e.value, style),
    ...groups('By place', result.byPlace, operational.kgCo2e.value, style),
    ...groups('By hardware', result.byHardware, operational.kgCo2e.value, style),
    '',
    style.bold('Runs'),
    ...runs.map((one, index) => runLine(one, index)),
    ...section('What would make it surer', sensitivityLines(result.sensitivity), style),
    ...section('Not counted', notCounted(result), style),
    ...section(
      'Warnings',
      [...new Set(result.warnings.map(({ message }) => `  ${message}`))],
      style,
    ),
    '',
    style.dim(
      `Runs that share a factor rise and fall together; the ranges carry that. ${result.edition ? `Edition ${result.edition.id}.` : ''} --json has every receipt.`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length > 0 ? ['', style.bold(title), ...lines] : [];
}

function notCounted({ notCounted: told, development }: ProjectResult): string[] {
  return [...(told === null ? [] : [`  ${told}`]), ...developmentLines(development)];
}

function groups(
  title: string,
  list: readonly GroupResult<unknown>[],
  whole: number,
  style: Style,
): string[] {
  if (list.length < 2) return [];
  const lines = list.map(({ name, operational }) => {
    const share = whole > 0 ? `  ${percent(operational.kgCo2e.value / whole)}` : '';
    return `  ${padded(name, 32)} ${massRange(operational.kgCo2e)}${share}`;
  });
  return section(title, lines, style);
}

function runLine(
  { run, operational, energyKwh }: ProjectResult['runs'][number],
  index: number,
): string {
  const name = run.name ?? `run ${index + 1}`;
  return `  ${padded(name, 32)} ${massRange(operational.kgCo2e)}, ${energyRange({ value: energyKwh.value })}${run.phase ? `, ${run.phase}` : ''}`;
}
