import { ENERGY_SCOPES, type EnergyScope } from '@ml-emissions/model';
import * as v from 'valibot';

/** Fields of a run, as in a run file; what they hold is checked with the first job that takes them. */
type RunFields = Readonly<Record<string, unknown>>;

/** What a log does not say, said once for all of it. */
export interface Mapping {
  /** Fields of a run that all jobs have unless something else says so: place, pue, site, work. */
  readonly defaults: RunFields;
  /** By the name in the log, lower case, which accelerator it is. */
  readonly accelerators: ReadonlyMap<string, string>;
  /** By partition (queue), fields of a run, and which accelerator it has where the log only counts. */
  readonly partitions: ReadonlyMap<string, Partition>;
  /** IANA name of the zone of times without one. */
  readonly timeZone: string;
  /** What the meter behind Slurm's joules saw; null = not told, and no joules are used. */
  readonly energyScope: EnergyScope | null;
  /** The PUE that trackers were given which do not write it; null = not told. */
  readonly trackerPue: number | null;
  /** For tables: by our column, theirs. */
  readonly columns: ReadonlyMap<string, string>;
  /** By process of a workflow, the accelerators of one of its tasks, which its trace does not tell. */
  readonly processes: ReadonlyMap<string, TaskChips>;
  /** What logs of power do not say. */
  readonly gpuLog: GpuLogSaid;
}

/** The accelerators of a task. */
interface TaskChips {
  readonly accelerator: string;
  readonly count: number;
}

/** What is said once for a log of power. */
interface GpuLogSaid {
  /** How far readings are apart, where they have no times; null = not told. */
  readonly intervalSeconds: number | null;
  /** When the first reading was, in milliseconds since 1970. */
  readonly startMs: number | null;
  readonly user: string | null;
  readonly project: string | null;
}

/** What is known of the machines of a partition. */
interface Partition {
  readonly accelerator: string | null;
  /** The processor of jobs without accelerators. */
  readonly cpu: string | null;
  readonly run: RunFields;
}

const MOST = 10_000;
const LONGEST = 200;
const HIGHEST_PUE = 10;
/** Readings further apart say nothing of power over time. */
const LONGEST_INTERVAL_S = 86_400;
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST));
const fields = v.record(name, v.unknown());
const byName = <Of extends v.GenericSchema>(of: Of) =>
  v.pipe(v.record(name, of), v.maxEntries(MOST, `at most ${MOST} names`));

const written = v.strictObject({
  defaults: v.optional(fields, {}),
  accelerators: v.optional(byName(name), {}),
  partitions: v.optional(
    byName(v.looseObject({ accelerator: v.optional(name), cpu: v.optional(name) })),
    {},
  ),
  timeZone: v.optional(
    v.pipe(name, v.check(isTimeZone, 'a time zone, as Europe/Paris or UTC')),
    'UTC',
  ),
  energyScope: v.optional(v.picklist(ENERGY_SCOPES)),
  trackerPue: v.optional(
    v.pipe(v.number(), v.minValue(1, 'a PUE from 1 on'), v.maxValue(HIGHEST_PUE)),
  ),
  columns: v.optional(byName(name), {}),
  processes: v.optional(
    byName(
      v.strictObject({
        accelerator: name,
        count: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(MOST)), 1),
      }),
    ),
    {},
  ),
  gpuLog: v.optional(
    v.strictObject({
      intervalSeconds: v.optional(
        v.pipe(v.number(), v.gtValue(0, 'seconds above 0'), v.maxValue(LONGEST_INTERVAL_S)),
      ),
      start: v.optional(
        v.pipe(v.string(), v.check(isMoment, 'a time with its zone, as 2026-03-01T10:00:00Z')),
      ),
      user: v.optional(name),
      project: v.optional(name),
    }),
    {},
  ),
});

/** Why a mapping cannot be used: where, and what would be right. */
interface MappingFault {
  readonly field: string;
  readonly message: string;
}

export type ParsedMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly faults: readonly MappingFault[] };

/** Fields that only a job knows. */
const OF_JOB = [
  'hours',
  'deviceHours',
  'hardware',
  'energyKwh',
  'repeats',
  'idle',
  'start',
  'end',
  'instance',
  'instanceCount',
  'slice',
  'method',
  'edition',
];

/**
 * A mapping file -> what it says.
 *
 * @param input decoded YAML or JSON; `{}` says nothing
 * @returns the mapping, or every fault with its JSON Pointer
 * Errors: none.
 */
export function parseMapping(input: unknown): ParsedMapping {
  const result = v.safeParse(written, input ?? {});
  if (!result.success) {
    const faults = result.issues.map((issue) => ({
      field: `/${(issue.path ?? []).map(({ key }) => String(key)).join('/')}`,
      message: issue.message,
    }));
    return { ok: false, faults };
  }
  const {
    defaults,
    accelerators,
    partitions,
    timeZone,
    energyScope,
    trackerPue,
    columns,
    processes,
    gpuLog,
  } = result.output;
  const faults = [
    ...ofJobIn(defaults, '/defaults'),
    ...Object.entries(partitions).flatMap(([key, one]) => ofJobIn(one, `/partitions/${key}`)),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const mapping: Mapping = {
    defaults,
    accelerators: new Map(
      Object.entries(accelerators).map(([key, one]) => [key.toLowerCase(), one]),
    ),
    partitions: new Map(
      Object.entries(partitions).map(([key, { accelerator = null, cpu = null, ...run }]) => [
        key,
        { accelerator, cpu, run },
      ]),
    ),
    timeZone,
    energyScope: energyScope ?? null,
    trackerPue: trackerPue ?? null,
    columns: new Map(Object.entries(columns)),
    processes: new Map(Object.entries(processes)),
    gpuLog: {
      intervalSeconds: gpuLog.intervalSeconds ?? null,
      startMs: gpuLog.start === undefined ? null : Date.parse(gpuLog.start),
      user: gpuLog.user ?? null,
      project: gpuLog.project ?? null,
    },
  };
  return { ok: true, mapping };
}

const ofJobIn = (run: RunFields, at: string): MappingFault[] =>
  OF_JOB.filter((field) => field in run).map((field) => ({
    field: `${at}/${field}`,
    message: 'each job has its own; a mapping cannot say it',
  }));

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}
