import type { EstimateResult, SciScore } from '@ml-emissions/model';
import { madeWith } from '../cite.ts';
import { markdown } from '../escape.ts';
import { mass, rounded, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { trailerOf } from '../trailer.ts';

const G_PER_KG = 1000;

interface Persona {
  readonly runs: readonly { readonly run: EstimateResult; readonly score: SciScore }[];
  readonly name: SciScore['persona'];
}

/** The two scores of SCI for AI are never one. */
function personas({ runs }: Report): Persona[] {
  const scored = runs.flatMap((run) => (run.sci ? [{ run, score: run.sci }] : []));
  return (['provider', 'consumer'] as const)
    .map((name) => ({ name, runs: scored.filter(({ score }) => score.persona === name) }))
    .filter((one) => one.runs.length > 0);
}

/** Runs of one unit are one score: their grams over their units together. */
function lines({ runs, name }: Persona): string[] {
  const units = [...new Set(runs.map(({ score }) => score.r))];
  return units.flatMap((unit) => {
    const some = runs.filter(({ score }) => score.r === unit);
    const count = Math.max(...some.map(({ run }) => run.run.functionalUnit?.count ?? 0));
    const o = some.reduce((sum, { run }) => sum + run.operational.kgCo2e.value * G_PER_KG, 0);
    const made = some.map(({ run }) => run.embodied.kgCo2e?.value);
    const isMadeKnown = made.every((one) => one !== undefined);
    const m = made.reduce<number>((sum, one) => sum + (one ?? 0) * G_PER_KG, 0);
    const e = some.reduce((sum, { run }) => sum + run.energyKwh.value, 0);
    const basis = some[0]?.score.basis ?? 'not told';
    const rationale =
      some.map(({ run }) => run.run.functionalUnit?.rationale).find(Boolean) ?? 'not told';
    return [
      `### ${name === 'provider' ? 'Provider' : 'Consumer'}: ${rounded((o + m) / count, 3)} gCO2eq per ${markdown(unit)}`,
      '',
      '| | value | unit | method |',
      '| --- | ---: | --- | --- |',
      `| E, energy | ${rounded(e / count, 4)} | kWh per ${markdown(unit)} | ${kinds(some)} |`,
      `| I, intensity | ${rounded(o / e, 4)} | gCO2eq/kWh, location-based, yearly average | sourced |`,
      `| O = E x I | ${rounded(o / count, 4)} | gCO2eq | modeled |`,
      `| M, manufacture | ${isMadeKnown ? rounded(m / count, 4) : 'not known in full'} | gCO2eq | modeled |`,
      `| R | ${rounded(count, 4)} | ${markdown(unit)}, counted ${basis} | given |`,
      '',
      `Why this unit: ${markdown(rationale)}.`,
      '',
    ];
  });
}

/** Whether the energy was measured somewhere. */
function kinds(some: Persona['runs']): string {
  const measured = some.some(({ run }) => run.factors.some(({ kind }) => kind === 'measured'));
  return measured ? 'measured in part, modeled' : 'modeled';
}

/** Software Carbon Intensity, ISO/IEC 21031 and SCI for AI. */
function sciReport(report: Report): string {
  const found = personas(report);
  const seen = new Set<string>();
  const coefficients = report.runs.flatMap(({ factors }) => factors);
  const rows = coefficients.flatMap(({ name, part, value, unit, sourceId, kind, note }) => {
    const key = `${name} ${value}`;
    // The standard allows no contract to enter.
    if (seen.has(key) || part === 'market') return [];
    seen.add(key);
    return [
      `| ${markdown(name)} | ${markdown(note)} | ${value} | ${unit} | ${sourceId ?? 'given'} | ${kind} |`,
    ];
  });
  const boundary = [...new Set(report.runs.flatMap((run) => run.boundary.included))];
  const excluded = [
    ...new Set(
      report.runs.flatMap((run) =>
        run.boundary.excluded.map(({ item, reason }) => `${item}: ${reason}`),
      ),
    ),
  ];
  return [
    '## Software Carbon Intensity (ISO/IEC 21031:2024, SCI for AI)',
    '',
    ...(found.length === 0
      ? [
          'No functional unit is named, so that there is no score: give functionalUnit with its name and count.',
          '',
        ]
      : found.flatMap(lines)),
    `Operational emissions in all: ${withRange(mass(report.operational), 'CO2e')}.`,
    '',
    `Boundary: ${boundary.join(', ')}. Location-based; no offsets, certificates or contracts enter the score.`,
    '',
    'Left out:',
    '',
    ...excluded.map((one) => `- ${markdown(one)}`),
    '',
    '| coefficient | what | value | unit | source | method |',
    '| --- | --- | ---: | --- | --- | --- |',
    ...rows,
    '',
    markdown(`Made with the ${madeWith(report)}.`),
    '',
    `<!-- ${trailerOf(report)} -->`,
    '',
  ].join('\n');
}

/** Software Carbon Intensity. */
export const sciFormat = {
  name: 'sci',
  title: 'SCI, ISO/IEC 21031',
  about:
    'with SCI for AI: E, I, M, R, provider and consumer apart, each factor sourced, measured or given',
  standard: { name: 'ISO/IEC 21031', version: '2024' },
  mediaType: 'text/markdown',
  extension: 'md',
  options: {},
  hasTrailer: true,
  write: sciReport,
} as const satisfies Format;
