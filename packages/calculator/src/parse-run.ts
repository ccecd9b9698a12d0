import {
  type Commons,
  CURRENT_EDITION,
  EDITIONS,
  hasPastYears,
  loadEdition,
} from '@ml-emissions/data';
import { amountOf, methods, type Place, type Problem, type Run } from '@ml-emissions/model';
import { type Draft, parseDraft, problem, quoted } from '@ml-emissions/schema';
import { type KeyOf, ownKeys } from './look-up/factors.ts';
import { type LookedUp, lookUp, type PreparedRun } from './look-up/look-up.ts';
import { chipsOf } from './look-up/machine.ts';
import { runTime, yearOf } from './look-up/place.ts';
import { placeIntensity } from './place-intensity.ts';
import { type Findings, resolveHardware } from './resolve-hardware.ts';
import { resolveMachine } from './resolve-machine.ts';
import { resolvePlace } from './resolve-place.ts';
import { resolveHours } from './resolve-time.ts';

/** A run that needs no further checks, or every problem at once; never neither. */
export type ParsedRun =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

const prepared = new WeakMap<Run, PreparedRun>();

/** The factors that parsing looked up; null where it never saw the run, or saw it with fewer tables. */
export function preparedBy(run: Run): PreparedRun | null {
  const known = prepared.get(run);
  return known && known.commons === loadEdition(known.run.edition) ? known : null;
}

/**
 * Anything at all -> a run whose ids resolve in its edition, or every problem in it.
 *
 * @param input decoded JSON or YAML, form state, flags
 * @returns the run as understood, or all problems, each with its field as a JSON Pointer
 * Errors: none for any input; throws where a page asks for tables that it has not imported.
 */
export function parseRun(input: unknown): ParsedRun {
  return parseRunWith(input, ownKeys);
}

/** The same, saying which numbers of the user's are the same unknown as another run's. */
export function parseRunWith(input: unknown, keyOf: KeyOf): ParsedRun {
  const draft = parseDraft(input);
  const { edition = CURRENT_EDITION } = draft.ok ? draft.value : draft.names;
  if (!EDITIONS.includes(edition)) {
    return refused([...(draft.ok ? [] : draft.problems), unknownEdition(edition)]);
  }
  const commons = loadEdition(edition);
  if (draft.ok && yearOf(timeOf(draft.value)) !== null && !hasPastYears(edition)) {
    throw new Error('parseRun(): a run of a past year needs the full tables; import them first');
  }
  if (draft.ok) return resolveRun(draft.value, commons, keyOf);
  // Names are looked up though something else is wrong: all problems of an input are told at once.
  const findings: Findings = { problems: [...draft.problems], warnings: [] };
  resolveHardware(commons, draft.names.hardware, findings);
  resolveMachine(commons, draft.names, findings);
  const { place, carbonIntensityGPerKwh } = draft.names;
  if (place) resolvePlace(commons, place, findings);
  const isPlaceTold = findings.problems.some(({ field }) => field.startsWith('/place'));
  if (!place && carbonIntensityGPerKwh === undefined && !isPlaceTold) {
    findings.problems.push(missingPlace());
  }
  return refused(findings.problems);
}

/** Only what is there: fields that hold `undefined` are left out. */
function timeOf({ year, start }: Draft): Pick<Run, 'year' | 'start'> {
  return { ...(year === undefined ? {} : { year }), ...(start === undefined ? {} : { start }) };
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

function resolveRun(draft: Draft, commons: Commons, keyOf: KeyOf): ParsedRun {
  const findings: Findings = { problems: [], warnings: [] };
  const { reads } = methods[draft.method];
  const hardware = resolveHardware(commons, draft.hardware, findings, reads.measuredPower);
  const machine = resolveMachine(commons, draft, findings);
  const place = draft.place ? resolvePlace(commons, draft.place, findings) : null;
  const told = withoutUndefined(draft) as Run;
  const run: Run = {
    ...told,
    hardware,
    ...(machine.instance === undefined ? {} : { instance: machine.instance }),
    ...(machine.slice === undefined ? {} : { slice: machine.slice }),
    ...(machine.cpu === undefined ? {} : { host: { ...told.host, cpu: machine.cpu } }),
    ...(place ? { place } : {}),
    edition: commons.edition.id,
  };
  if (findings.problems.length > 0) {
    return refused([...findings.problems, ...intensityProblems(draft, commons, place, run)]);
  }
  const chips = chipsOf(commons, run).reduce(
    (sum, { hardware: { count } }) => sum + amountOf(count),
    0,
  );
  const time = resolveHours(draft as Pick<Run, 'hours' | 'deviceHours'>, chips);
  const timed: Run = time.hours === undefined ? run : { ...run, hours: time.hours };
  findings.problems.push(...time.problems, ...intensityProblems(draft, commons, place, timed));
  if (findings.problems.length > 0) return refused(findings.problems);
  const found = lookUp(timed, commons, findings.warnings, keyOf);
  const lacks = found.method.lacks(found.work);
  if (lacks !== null) return refused([notInMethod(found, lacks)]);
  prepared.set(timed, { ...found, account: found.method.account(found.work) });
  return { ok: true, run: timed };
}

/** Empty objects that only hold `undefined` say nothing either. */
function withoutUndefined(value: object): object {
  const said = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    said.map(([key, one]) => [
      key,
      typeof one === 'object' && one !== null && !Array.isArray(one) ? withoutUndefined(one) : one,
    ]),
  );
}

function notInMethod({ method, run }: LookedUp, reason: string): Problem {
  return problem('not-in-method', '/method', run.method, {
    message: `${method.name} cannot answer for this run: ${reason}`,
    expected: 'another method, or what this one needs',
  });
}

/** Without a place or an intensity there is nothing to multiply by. */
function intensityProblems(
  draft: Draft,
  commons: Commons,
  place: Place | null,
  run: Run,
): Problem[] {
  if (draft.carbonIntensityGPerKwh !== undefined) return [];
  if (!draft.place) return [missingPlace()];
  if (!place || placeIntensity(commons, place, runTime(run))) return [];
  const message = 'no carbon intensity is known for this place; give carbonIntensityGPerKwh';
  return [problem('no-intensity', '/place', place, { message, expected: PLACE })];
}

const PLACE = '{ provider, region }, { zone }, { country } or carbonIntensityGPerKwh';

function missingPlace(): Problem {
  const message = 'the place is missing; give one, or carbonIntensityGPerKwh';
  return problem('missing', '/place', null, { message, expected: PLACE });
}
