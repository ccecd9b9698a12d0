import { type Edition, type Editions, frozen } from '@ml-emissions/data';
import {
  amountOf,
  type IntensityScope,
  methods,
  type Place,
  type Problem,
  type Reading,
  type Run,
} from '@ml-emissions/model';
import {
  acceleratorsOf,
  ownKeys,
  placeIntensity,
  placeKey,
  plannedRun,
  runTime,
  serviceLack,
  yearOf,
} from '@ml-emissions/rates';
import {
  type Draft,
  parseDraft,
  problem,
  quoted,
  RUN_FIELD_NAMES,
  takenText,
} from '@ml-emissions/schema';
import { inEnglish } from '../estimate/worded.ts';
import { withAttached } from './attached.ts';
import type { Findings } from './findings.ts';
import { resolveHardware } from './hardware.ts';
import { machineElsewhere, resolveMachine } from './machine.ts';
import { withCpuCounted } from './named-cpu.ts';
import { withHost } from './named-host.ts';
import { missingPlace, noDirect, noIntensity, resolvePlace } from './place.ts';
import { withSoc } from './soc.ts';
import { resolveTime } from './time.ts';

/** A run whose ids resolve in its edition, or every problem at once; never neither. */
export type ParsedRun =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Anything at all -> a run whose ids resolve in its edition, or every problem in it. Whether its method can answer is
 * asked where its factors are known.
 *
 * @param editions those at hand
 * @param input decoded JSON or YAML, form state, flags; or a run that was parsed before
 * @returns the run as understood, frozen, or all problems, each with its field as a JSON Pointer
 * Errors: none for any input; throws where a page asks for tables that it has not imported.
 */
export function resolveNames(editions: Editions, input: unknown): ParsedRun {
  const draft = parseDraft(input);
  const { edition: id = editions.current } = draft.ok ? draft.value : draft.names;
  const edition = editions.get(id);
  if (!edition) return refused([...(draft.ok ? [] : draft.problems), unknownEdition(editions, id)]);
  if (draft.ok && yearOf(timeOf(draft.value)) !== null && !edition.hasPastYears) {
    throw new Error('parseRun(): a run of a past year needs the full tables; import them first');
  }
  const findings: Findings = {
    edition: id === editions.current ? '' : id,
    problems: [],
    readings: [],
  };
  if (draft.ok) return resolveRun(edition, draft.value, findings);
  // Names are looked up though something else is wrong: all problems of an input are told at once.
  findings.problems.push(...draft.problems);
  resolveHardware(edition, draft.names.hardware, findings);
  const { instance } = resolveMachine(edition, draft.names, findings);
  const { place, carbonIntensityGPerKwh } = draft.names;
  const found = place ? resolvePlace(edition, place, findings) : null;
  findings.problems.push(...machineElsewhere(edition, instance, found));
  const isPlaceTold = findings.problems.some(({ field }) => field.startsWith('/place'));
  if (!place && carbonIntensityGPerKwh === undefined && !isPlaceTold) {
    findings.problems.push(missingPlace());
  }
  return refused(findings.problems);
}

/** A run that tells its service is one of a model in use. */
const inUse = (run: Run): Run =>
  run.service === undefined || run.phase !== undefined
    ? run
    : Object.assign({}, run, { phase: 'inference' as const });

/** Only what is there: fields that hold `undefined` are left out. */
function timeOf({ year, start }: Draft): Pick<Run, 'year' | 'start'> {
  return { ...(year === undefined ? {} : { year }), ...(start === undefined ? {} : { start }) };
}

/** Problems as an answer. */
export function refused(problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly [Problem, ...Problem[]];
} {
  const [first, ...rest] = problems;
  if (!first) throw new Error('refused(): no problem');
  return { ok: false, problems: [first, ...rest] };
}

function unknownEdition({ ids }: Editions, id: string): Problem {
  return problem('unknown-edition', '/edition', id, {
    message: `no edition ${quoted(id)}; there are ${ids.join(', ')}`,
    expected: `one of ${ids.join(', ')}`,
    suggestions: ids,
  });
}

function resolveRun(edition: Edition, written: Draft, findings: Findings): ParsedRun {
  const draft = withSoc(edition, withAttached(edition, written, findings), findings);
  const { problems } = findings;
  const readsMeasured = methods[draft.method].ladders.power.includes('measured');
  const { hardware, host, nodes } = resolveHardware(
    edition,
    draft.hardware,
    findings,
    readsMeasured,
  );
  const withCpu = withHost(edition, draft, host, findings);
  const hosted = withNodes(withCpuCounted(edition, withCpu, findings), nodes, findings);
  const machine = resolveMachine(edition, { ...hosted, hardware }, findings);
  const place = draft.place ? resolvePlace(edition, draft.place, findings) : null;
  problems.push(...machineElsewhere(edition, machine.instance, place));
  const { readings: earlier, ...told } = inUse(withoutUndefined(hosted) as Run);
  // Ids take the place of what was written.
  const { cpu: cpuId, ...machineIds } = machine;
  const named: Run = Object.assign({}, told, { hardware, edition: edition.id }, machineIds);
  if (cpuId !== undefined) Object.assign(named, { host: { ...told.host, cpu: cpuId } });
  if (place) Object.assign(named, { place });
  if (problems.length > 0) {
    return refused([...problems, ...intensityProblems(edition, draft, place, named)]);
  }
  const { run: timed, problems: ofTime } = resolveTime(named, (run) =>
    acceleratorsOf(edition, run).reduce(
      (sum, { hardware: { count = 1 } }) => sum + amountOf(count),
      0,
    ),
  );
  problems.push(
    ...ofTime,
    ...planProblems(edition, timed),
    ...serviceProblems(edition, timed),
    ...intensityProblems(edition, draft, place, timed),
  );
  if (problems.length > 0) return refused(problems);
  // A code that is told each time is told once of a run that is read again.
  const before = still(earlier, timed);
  const isNew = (one: Reading) =>
    !before.some(({ field, said }) => field === one.field && said === one.said);
  const readings = [...before, ...findings.readings.filter(isNew)];
  return { ok: true, run: frozen(inOrder(readings.length > 0 ? { ...timed, readings } : timed)) };
}

/** What is missing of a run that tells how much there is to do, and not how fast. */
function planProblems(edition: Edition, run: Run): Problem[] {
  const planned = plannedRun(edition, run, ownKeys);
  if (!planned || !('field' in planned)) return [];
  const { field, said } = planned;
  const message = `the time of the run cannot be planned: ${inEnglish(said)}`;
  return [problem('missing', field, null, { message, expected: 'hours, or what the plan lacks' })];
}

/** What a service lacks to be worked out by what it answers, or what of it cannot be. */
function serviceProblems(edition: Edition, run: Run): Problem[] {
  const lack = serviceLack(edition, run);
  if (!lack) return [];
  const { field, said } = lack;
  const message = `what the service takes cannot be told: ${inEnglish(said)}`;
  const value = valueAt(run, field) ?? null;
  const code = CONTRARY.has(said.code) ? 'conflict' : 'missing';
  return [
    problem(code, field, code === 'missing' ? null : value, {
      message,
      expected: EXPECTED_OF_SERVICE,
    }),
  ];
}

/** What cannot be together; all else is something missing. */
const CONTRARY: ReadonlySet<string> = new Set([
  'edition-serves-nothing',
  'no-single-chip',
  'speed-beyond-chips',
]);

const EXPECTED_OF_SERVICE =
  'energyKwh, hours, tokensPerSecond with chips, or model.parameters of the model in use';

/** Servers that the description of the hardware tells, where the run does not say another number. */
function withNodes(draft: Draft, nodes: number | null, { problems }: Findings): Draft {
  if (nodes === null || draft.nodes === nodes) return draft;
  if (draft.nodes === undefined) return { ...draft, nodes };
  const message = `the servers are told twice: ${nodes} in the name of the hardware, and here`;
  const expected = `${nodes}, or hardware without its servers`;
  problems.push(problem('conflict', '/nodes', draft.nodes, { message, expected }));
  return draft;
}

const PLACE_OF_FIELD = new Map(RUN_FIELD_NAMES.map((name, at) => [name, at]));
const order = (one: string, other: string) =>
  (PLACE_OF_FIELD.get(one) ?? 0) - (PLACE_OF_FIELD.get(other) ?? 0);

/** Fields in their own order, also those that were worked out: a run read again is the same text. */
function inOrder(run: Run): Run {
  const names = Object.keys(run);
  const isInOrder = names.every((name, at) => at === 0 || order(names[at - 1] ?? '', name) < 0);
  if (isInOrder) return run;
  const sorted: Record<string, unknown> = {};
  for (const name of names.sort(order)) sorted[name] = run[name as keyof Run];
  return sorted as unknown as Run;
}

/** Readings of an earlier parse that the run still holds. */
function still(readings: readonly Reading[] | undefined, run: Run): readonly Reading[] {
  return (readings ?? []).filter(({ field, taken }) => {
    const now = valueAt(run, field);
    return now === undefined || now === taken || takenText(now) === taken;
  });
}

/** The value at a JSON Pointer; undefined where there is none. */
function valueAt(run: Run, pointer: string): unknown {
  let value: unknown = run;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

/** Empty objects that only hold `undefined` say nothing either. */
function withoutUndefined(value: object): object {
  if (!holdsUndefined(value)) return value;
  const said = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    said.map(([key, one]) => [
      key,
      typeof one === 'object' && one !== null && !Array.isArray(one) ? withoutUndefined(one) : one,
    ]),
  );
}

/** Most runs hold none, and need no copy. */
function holdsUndefined(value: object): boolean {
  return Object.values(value).some(
    (one) => one === undefined || (typeof one === 'object' && one !== null && holdsUndefined(one)),
  );
}

/** Without a place or an intensity there is nothing to multiply by. */
function intensityProblems(
  edition: Edition,
  draft: Draft,
  place: Place | null,
  run: Run,
): Problem[] {
  if (draft.carbonIntensityGPerKwh !== undefined) return [];
  if (!draft.place) return [missingPlace()];
  if (!place) return [];
  const scope = scopeOfPlace(edition, place, run);
  if (scope === undefined) return [noIntensity(place)];
  return scope === 'lifecycle' && run.scope === 'direct' ? [noDirect(edition)] : [];
}

/** The scope of the figure that the edition has for a place in the year of a run; undefined where it has none. */
function scopeOfPlace(edition: Edition, place: Place, run: Run): IntensityScope | undefined {
  const time = runTime(run);
  return edition.once(
    `scope of ${placeKey(place)} ${time.year} ${time.scope}`,
    () => placeIntensity(edition, place, time)?.factor.scope,
  );
}
