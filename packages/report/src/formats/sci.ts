import type { EstimateResult, FactorKind } from '@ml-emissions/model';
import { englishNames, stepName } from '@ml-emissions/words';
import { linkedMarkdown } from '../address.ts';
import { madeWith } from '../cite.ts';
import { markdown } from '../escape.ts';
import { given, mass, rounded, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import { byUnit, type UnitGroup } from '../functional-units.ts';
import type { Report } from '../report.ts';
import { each } from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';
import { inUseWords } from '../use-words.ts';

const G_PER_KG = 1000;

/** The two scores of SCI for AI are never one. */
const PERSONAS = [
  { persona: 'provider', title: 'Provider' },
  { persona: 'consumer', title: 'Consumer' },
] as const;

/** The scores of all runs, and why there are several or none. */
function scores({ runs }: Report): string[] {
  const scored = runs.filter(({ sci }) => sci);
  if (scored.length === 0) {
    return [
      'The functional unit is not known, so that there is no score: a score is per token, request or whatever else the work makes, and needs how many there were.',
      '',
    ];
  }
  const left = runs.length - scored.length;
  return [
    ...PERSONAS.flatMap(({ persona, title }) =>
      ofPersona(title, byUnit(scored.filter(({ sci }) => sci?.persona === persona))),
    ),
    ...(left === 0
      ? []
      : [
          `${left} of ${runs.length} runs ${left === 1 ? 'names no functional unit and is' : 'name no functional unit and are'} in no score.`,
          '',
        ]),
  ];
}

/** Units of one kind add up; units of several kinds do not. */
function ofPersona(title: string, groups: readonly UnitGroup[]): string[] {
  const several =
    groups.length < 2
      ? []
      : [
          `${title}: there is no single score, as the runs count by different units (${groups.map(({ name }) => markdown(name)).join('; ')}).`,
          '',
        ];
  return [...several, ...groups.flatMap((group) => score(title, group))];
}

/** Runs of one unit are one score: their grams over their units, both added. */
function score(title: string, { name, basis, count, runs }: UnitGroup): string[] {
  const o = runs.reduce((sum, run) => sum + run.operational.kgCo2e.value * G_PER_KG, 0);
  const made = runs.map((run) => run.embodied.kgCo2e?.value);
  const isMadeKnown = made.every((one) => one !== undefined);
  const m = made.reduce<number>((sum, one) => sum + (one ?? 0) * G_PER_KG, 0);
  const e = runs.reduce((sum, run) => sum + run.energyKwh.value, 0);
  const rationale = runs.map(({ run }) => run.functionalUnit?.rationale).find(Boolean);
  return [
    `### ${title}: ${rounded((o + m) / count, 3)} gCO2eq per ${markdown(name)}`,
    '',
    '| | value | unit | method |',
    '| --- | ---: | --- | --- |',
    `| E, energy | ${rounded(e / count, 4)} | kWh per ${markdown(name)} | ${kinds(runs)} |`,
    `| I, intensity | ${intensity(o, e, runs)} | gCO2eq/kWh, ${basisWords({ runs })}, yearly average | sourced |`,
    `| O = E x I | ${rounded(o / count, 4)} | gCO2eq | modeled |`,
    `| M, manufacture | ${isMadeKnown ? rounded(m / count, 4) : 'not known in full'} | gCO2eq | modeled |`,
    `| R | ${given(count)} | ${markdown(name)}, counted ${basis ?? 'not told'} | given |`,
    '',
    `Why this unit: ${markdown(rationale ?? 'not told')}.`,
    '',
  ];
}

/** Grams a kWh over all runs; without energy what the grid of each says, where they agree. */
function intensity(g: number, kWh: number, runs: readonly EstimateResult[]): string {
  if (kWh > 0) return String(rounded(g / kWh, 4));
  const own = new Set(runs.map(({ carbonIntensityGPerKwh }) => carbonIntensityGPerKwh.value));
  const [one, ...others] = own;
  return one !== undefined && others.length === 0 ? String(rounded(one, 4)) : 'no energy to weigh';
}

/** Whether the energy was measured somewhere. */
function kinds(runs: readonly EstimateResult[]): string {
  const measured = runs.some(({ factors }) => factors.some(({ kind }) => kind === 'measured'));
  return measured ? 'measured in part, modeled' : 'modeled';
}

/** The source of what nobody has measured. */
const JUDGEMENT = 'judgement';

function sourceWords(
  id: string | null,
  kind: FactorKind,
  titles: ReadonlyMap<string, string>,
): string {
  if (id !== null) return titles.get(id) ?? id;
  return kind === 'sourced' ? 'not known' : 'given';
}

/** How manufacture is shared: over which life, and what of it counts. */
function sharedBy({ method, serviceLifeYears: life, averageUse: use }: EstimateResult): string {
  const inUse = use && use.value < 1 ? `, in use for ${given(100 * use.value)} % of it` : '';
  const years = life ? `: time reserved over a life of ${given(life.value)} years${inUse}` : '';
  return `by the method ${method}${years}`;
}

/** Software Carbon Intensity, ISO/IEC 21031 and SCI for AI. */
function sciReport(report: Report): string {
  const seen = new Set<string>();
  const coefficients = report.runs.flatMap(({ factors }) => factors);
  const titles = new Map(
    report.runs.flatMap(({ sources }) => sources.map(({ id, title }) => [id, title])),
  );
  const rows = coefficients.flatMap(({ name, part, value, unit, sourceId, kind, note }) => {
    const key = `${name} ${value}`;
    // The standard allows no contract to enter, and what stands beside the score is none of it.
    if (seen.has(key) || part === 'market' || part === 'scopes') return [];
    seen.add(key);
    return [
      `| ${markdown(stepName(name, englishNames))} | ${markdown(note)} | ${given(value)} | ${unit} | ${markdown(sourceWords(sourceId, kind, titles))} | ${sourceId === JUDGEMENT ? 'judged' : kind} |`,
    ];
  });
  const unknown = unknownWords(report, sciFormat);
  const said = unknown === '' ? [] : [unknown, ''];
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
    ...scores(report),
    `Operational emissions in all: ${withRange(mass(report.operational), 'CO2e')}${inUseWords(report.runs)}.`,
    '',
    `Embodied emissions in all: ${report.embodied ? withRange(mass(report.embodied), 'CO2e') : 'not known'}, ${each(report.runs, sharedBy).join('; ')}. The standard sets no lifespan.`,
    '',
    `Boundary: ${boundary.join(', ')}. Location-based; no offsets, certificates or contracts enter the score.`,
    '',
    ...said,
    'Left out:',
    '',
    ...excluded.map((one) => `- ${markdown(one)}`),
    '',
    '| coefficient | what | value | unit | source | method |',
    '| --- | --- | ---: | --- | --- | --- |',
    ...rows,
    '',
    linkedMarkdown(`Made with the ${madeWith(report)}.`, report),
    '',
    `<!-- ${trailerOf(report, 'sci')} -->`,
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
  asks: ['unit', 'whyUnit', 'energy'],
  saysUnknown: ['unit'],
  method: 'sci',
  options: {},
  hasTrailer: true,
  write: sciReport,
} as const satisfies Format;
