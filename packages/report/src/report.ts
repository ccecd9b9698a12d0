import type { EstimateResult, ProjectResult, Quantity } from '@ml-emissions/model';
import { type ReportLanguage, type Wording, wordingOf } from './wording/index.ts';

/** What every format is made from: one or several results with their sums. */
export interface Report {
  /** The project's or run's name; '' where it has none. */
  readonly title: string;
  readonly runs: readonly [EstimateResult, ...EstimateResult[]];
  readonly energyKwh: Quantity;
  /** Location-based: the headline. */
  readonly operational: Quantity;
  readonly embodied: Quantity | null;
  readonly total: Quantity;
  /** Generation alone: Scope 2 of the GHG Protocol, location-based. */
  readonly scope2: Quantity | null;
  /** Fuel before the plants, and the plants. */
  readonly scope3Category3: Quantity | null;
  readonly market: Quantity | null;
  readonly offsetKg: number | null;
  readonly onSiteL: Quantity | null;
  readonly offSiteL: Quantity | null;
  /** Whether every run of the work is listed; null = not told. */
  readonly complete: boolean | null;
  readonly notCounted: string | null;
  /** The result itself, for machine formats. */
  readonly result: EstimateResult | ProjectResult;
  /** The day of the report, YYYY-MM-DD. */
  readonly date: string;
  /** Version of the package. */
  readonly version: string;
  /** The address of the calculator's page, with its last `/`; null where it is not told. */
  readonly site: string | null;
  /** In which sentences are told. */
  readonly language: ReportLanguage;
}

/** What a report cannot know by itself. */
export interface ReportOptions {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly version: string;
  /** The address of the calculator's page, with its last `/`: texts link to it, and to the run in it. */
  readonly site?: string | null;
  /** In which sentences are told: English where it is not said. */
  readonly language?: ReportLanguage;
}

/** Whether a result is of a project. */
export function isProjectResult(result: EstimateResult | ProjectResult): result is ProjectResult {
  return 'runs' in result;
}

/**
 * A result made ready for every format.
 *
 * @param result of `estimate` or `estimateProject`
 * @param options day, version, language, and where the calculator stands
 */
export function reportOf(
  result: EstimateResult | ProjectResult,
  { date, version, site = null, language = 'en' }: ReportOptions,
): Report {
  const { energyKwh, operational, embodied, total, marketBased, water, offset, ghgProtocol } =
    result;
  const isProject = isProjectResult(result);
  const [first, ...rest] = isProject ? result.runs : [result];
  if (!first) throw new Error('reportOf(): a project without runs');
  return {
    title: (isProject ? result.name : result.run.name) ?? '',
    runs: [first, ...rest],
    energyKwh,
    operational: operational.kgCo2e,
    embodied: embodied.kgCo2e,
    total: total.kgCo2e,
    scope2: ghgProtocol.scope2.kgCo2e,
    scope3Category3: ghgProtocol.scope3Category3.kgCo2e,
    market: marketBased.kgCo2e,
    offsetKg: offset.kgCo2e,
    onSiteL: water.onSiteL,
    offSiteL: water.offSiteL,
    complete: isProject ? result.complete : null,
    notCounted: isProject ? result.notCounted : null,
    result,
    date,
    version,
    site,
    language,
  };
}

/** What the language of a report says. */
export const wordsOf = ({ language }: Pick<Report, 'language'>): Wording => wordingOf(language);

/** The editions that the runs used, each once. */
export function editionsOf({ runs }: Report): string[] {
  return [...new Set(runs.map(({ edition }) => edition.id))];
}

/** The methods that the runs used, each once. */
export function methodsOf({ runs }: Report): string[] {
  return [...new Set(runs.map(({ method }) => method))];
}
