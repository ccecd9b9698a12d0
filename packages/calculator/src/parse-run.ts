import {
  type Commons,
  CURRENT_EDITION,
  EDITIONS,
  hasPastYears,
  loadEdition,
} from '@ml-emissions/data';
import { methods, type Place, type Problem, type Run, type Warning } from '@ml-emissions/model';
import { type Draft, parseDraft, problem, quoted } from '@ml-emissions/schema';
import { placeIntensity } from './place-intensity.ts';
import { type Findings, resolveHardware } from './resolve-hardware.ts';
import { resolvePlace } from './resolve-place.ts';

/** A run that needs no further checks, or every problem at once; never neither. */
export type ParsedRun =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

const warningsOfRun = new WeakMap<Run, readonly Warning[]>();

/** What parsing had to say of a run that it nevertheless took; null where it never saw the run. */
export function warningsFromParsing(run: Run): readonly Warning[] | null {
  return warningsOfRun.get(run) ?? null;
}

/**
 * Anything at all -> a run whose ids resolve in its edition, or every problem in it.
 *
 * @param input decoded JSON or YAML, form state, flags
 * @returns the run as understood, or all problems, each with its field as a JSON Pointer
 * Errors: none; never throws.
 */
export function parseRun(input: unknown): ParsedRun {
  const draft = parseDraft(input);
  const { edition = CURRENT_EDITION } = draft.ok ? draft.value : draft.names;
  if (!EDITIONS.includes(edition)) {
    return refused([...(draft.ok ? [] : draft.problems), unknownEdition(edition)]);
  }
  const commons = loadEdition(edition);
  if (draft.ok && draft.value.year !== undefined && !hasPastYears(edition)) {
    throw new Error('parseRun(): a run of a past year needs the full tables; import them first');
  }
  if (draft.ok) return resolveRun(draft.value, commons);
  // Names are looked up though something else is wrong: all problems of an input are told at once.
  const findings: Findings = { problems: [...draft.problems], warnings: [] };
  resolveHardware(commons, draft.names.hardware, findings);
  const { place, carbonIntensityGPerKwh } = draft.names;
  if (place) resolvePlace(commons, place, findings);
  const isPlaceTold = findings.problems.some(({ field }) => field.startsWith('/place'));
  if (!place && carbonIntensityGPerKwh === undefined && !isPlaceTold) {
    findings.problems.push(missingPlace());
  }
  return refused(findings.problems);
}

function refused(problems: readonly Problem[]): ParsedRun {
  const [first, ...rest] = problems;
  if (!first) throw new Error('refused(): no problem');
  return { ok: false, problems: [first, ...rest] };
}

function unknownEdition(edition: string): Problem {
  return problem('unknown-edition', '/edition', edition, {
    message: `no edition ${quoted(edition)}; there are ${EDITIONS.join(', ')}`,
    expected: `one of ${EDITIONS.join(', ')}`,
    suggestions: EDITIONS,
  });
}

function resolveRun(draft: Draft, commons: Commons): ParsedRun {
  const findings: Findings = { problems: [], warnings: [] };
  const { usesMeasuredPower } = methods[draft.method];
  const hardware = resolveHardware(commons, draft.hardware, findings, usesMeasuredPower);
  const place = draft.place ? resolvePlace(commons, draft.place, findings) : null;
  findings.problems.push(...intensityProblems(draft, commons, place));
  const [first, ...others] = hardware;
  if (findings.problems.length > 0 || !first) return refused(findings.problems);
  const { hardware: _, place: __, edition: ___, ...rest } = draft;
  const said = Object.entries(rest).filter(([, value]) => value !== undefined);
  const run: Run = {
    ...(Object.fromEntries(said) as Pick<Run, 'schemaVersion' | 'hours' | 'method'>),
    hardware: [first, ...others],
    ...(place ? { place } : {}),
    edition: commons.edition.id,
  };
  warningsOfRun.set(run, findings.warnings);
  return { ok: true, run };
}

/** Without a place or an intensity there is nothing to multiply by. */
function intensityProblems(draft: Draft, commons: Commons, place: Place | null): Problem[] {
  if (draft.carbonIntensityGPerKwh !== undefined) return [];
  if (!draft.place) return [missingPlace()];
  if (
    !place ||
    placeIntensity(commons, place, {
      year: draft.year ?? null,
      hours: draft.hours * (draft.repeats ?? 1),
    })
  )
    return [];
  const message = 'no carbon intensity is known for this place; give carbonIntensityGPerKwh';
  return [problem('no-intensity', '/place', place, { message, expected: PLACE })];
}

const PLACE = '{ provider, region }, { zone }, { country } or carbonIntensityGPerKwh';

function missingPlace(): Problem {
  const message = 'the place is missing; give one, or carbonIntensityGPerKwh';
  return problem('missing', '/place', null, { message, expected: PLACE });
}
