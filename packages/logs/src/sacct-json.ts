import type { Batcher } from './batcher.ts';
import type { JobState, LoggedJob, Reject } from './job.ts';
import type { RowReader } from './row-reader.ts';
import { chipsOf, loggedJob, nodesOf, type SlurmStep, stateOf } from './slurm.ts';

// `sacct --json`, as Slurm 22.05.8 (Debian 12) writes it, and 24.11.5 (Debian 13) as its parsers v0.0.40 (that of 23.11),
// v0.0.41 and v0.0.42. Numbers that may be unset are plain before 23.02 and `{ set, infinite, number }` since; states are
// words before 23.11 and lists since; ids of steps are objects or texts.

/** Whether a first part of a file is that of `sacct --json`: an object with Slurm's release, or with its jobs. */
export const isSacctJson = (text: string): boolean =>
  /^\s*\{/.test(text) && /"(jobs|meta)"\s*:/.test(text) && /"[Ss]lurm"|"association"/.test(text);

/**
 * Reads the jobs of `sacct --json`. A job holds its steps; times are seconds since 1970, so that no zone matters.
 *
 * @param batch takes the jobs, which are those of `sacct -P`: the same job in both is one
 * @returns what takes the objects of its list `jobs`
 * Errors: none; what is wrong with a job is a reject.
 * Source: what Slurm 22.05.8 and 24.11.5 wrote; src/plugins/data_parser of Slurm 23.11.
 * @example createSacctJsonReader(batch).add(1, JSON.parse(text).jobs[0]);
 */
export function createSacctJsonReader(batch: Batcher): RowReader {
  return {
    add(line, job) {
      if (job) addJob(batch, line, job);
      else batch.reject(fault(line, '', '', 'it is no whole JSON object', WHOLE));
    },
    open: () => 0,
    rest: () => [],
  };
}

const WHOLE = 'the file as sacct wrote it';

type Json = Readonly<Record<string, unknown>>;

const fault = (
  line: number,
  field: string,
  value: string,
  reason: string,
  remedy: string,
): Reject => ({
  line,
  field,
  value: value.slice(0, 200),
  reason,
  remedy,
});

function addJob(batch: Batcher, line: number, job: Json): void {
  const steps = listOf(at(job, 'steps'));
  const words = listOf(at(job, 'state', 'current')).map(String);
  const state = stateIn(words);
  if (state === undefined) {
    const remedy = 'state.current as sacct prints it';
    batch.reject(fault(line, 'state', words.join(' '), 'it is no state of Slurm', remedy));
  } else {
    const elapsedS = numberOf(at(job, 'time', 'elapsed'));
    const submitS = numberOf(at(job, 'time', 'submission'));
    if (elapsedS === null)
      batch.reject(
        fault(line, 'time.elapsed', '', 'it has no length', 'seconds, as sacct prints them'),
      );
    else if (state === null || elapsedS === 0) batch.leftOut();
    else if (submitS === null || submitS === 0)
      batch.reject(fault(line, 'time.submission', '', 'it has no time', 'seconds since 1970'));
    else batch.job(line, jobOf(job, { steps, state, elapsedS, submitS }));
  }
  for (const _ of steps) batch.part();
}

interface Known {
  readonly steps: readonly unknown[];
  readonly state: JobState;
  readonly elapsedS: number;
  readonly submitS: number;
}

function jobOf(job: Json, { steps, state, elapsedS, submitS }: Known): LoggedJob {
  const text = (name: string) => String(job[name] ?? '') || null;
  const rawId = String(job.job_id ?? '');
  const tres = listOf(at(job, 'tres', 'allocated')) as readonly Json[];
  const read = steps.map((step) => stepOf(step as Json));
  const isBroken = read.some(({ isBroken: one }) => one) || joulesOf(job) === 'broken';
  return loggedJob({
    rawId,
    id: idOf(job, rawId),
    submitMs: submitS * MS_PER_S,
    cluster: text('cluster'),
    user: text('user') ?? (String(at(job, 'association', 'user') ?? '') || null),
    account: text('account'),
    partition: text('partition'),
    name: text('name'),
    nodes: nodesOf(text('nodes') ?? ''),
    nodeCount: numberOf(job.allocation_nodes) ?? countOf(tres, 'node'),
    cores: countOf(tres, 'cpu') ?? numberOf(at(job, 'required', 'CPUs')),
    state,
    startMs: msOf(at(job, 'time', 'start')),
    endMs: msOf(at(job, 'time', 'end')),
    elapsedS,
    isSuspended: (numberOf(at(job, 'time', 'suspended')) ?? 0) > 0,
    chips: chipsOf(
      tres
        .filter(({ type }) => type === 'gres')
        .map(({ name, count }) => [`gres/${name}`, Number(count)] as const),
    ),
    isEnergyBroken: isBroken,
    steps: read.filter(({ isBroken: one }) => !one).map(({ step }) => step),
  });
}

/** As `JobID` prints it: tasks of an array and parts of a heterogeneous job by their place in it. */
function idOf(job: Json, rawId: string): string {
  const array = numberOf(at(job, 'array', 'job_id')) ?? 0;
  const task = numberOf(at(job, 'array', 'task_id'));
  if (array > 0 && task !== null) return `${array}_${task}`;
  const het = numberOf(at(job, 'het', 'job_id')) ?? 0;
  const offset = numberOf(at(job, 'het', 'job_offset'));
  return het > 0 && offset !== null ? `${het}+${offset}` : rawId;
}

function stepOf(step: Json): { readonly step: SlurmStep; readonly isBroken: boolean } {
  const joules = joulesOf(step);
  // `batch` or 0 before 23.02, `21.batch` or `21.0` since.
  const name = String(at(step, 'step', 'id') ?? '').replace(/^.*\./, '');
  return {
    isBroken: joules === 'broken',
    step: {
      name,
      joules: joules === 'broken' ? null : joules,
      startMs: msOf(at(step, 'time', 'start')),
      endMs: msOf(at(step, 'time', 'end')),
    },
  };
}

/** What 32 bits may have lost: `statistics.energy.consumed` wraps at 2^32 J, a running counter's fault shows near it. */
const MOST_OF_32_BITS = 2 ** 31;

/**
 * Joules of a row: the 64-bit total among its resources. `statistics.energy.consumed` is cut at 2^32 in 22.05, and counts
 * only where there is no total. What is negative or near 2^64 ran backwards.
 */
function joulesOf(row: Json): number | 'broken' | null {
  const total = listOf(at(row, 'tres', 'requested', 'total')) as readonly Json[];
  const energy = total.find(({ type }) => type === 'energy');
  const joules = energy
    ? Number(energy.count)
    : numberOf(at(row, 'statistics', 'energy', 'consumed'));
  if (joules === null) return null;
  const most = energy ? 2 ** 63 : MOST_OF_32_BITS;
  return joules >= 0 && joules < most ? joules : 'broken';
}

/** A state among the words: since 23.11 a list of one state and what else is true of the job. */
function stateIn(words: readonly string[]): JobState | null | undefined {
  const states = words.map(stateOf).filter((state) => state !== undefined);
  if (states.length === 0) return undefined;
  return states.find((state) => state === 'requeued') ?? states[0] ?? null;
}

const MS_PER_S = 1000;

function msOf(value: unknown): number | null {
  const seconds = numberOf(value);
  return seconds === null || seconds <= 0 ? null : seconds * MS_PER_S;
}

/** A number, or one that may be unset. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return null;
  const { set, infinite, number } = value as Json;
  return set === true && infinite !== true && typeof number === 'number' ? number : null;
}

const countOf = (tres: readonly Json[], name: string): number | null => {
  const found = tres.find(({ type }) => type === name);
  return found ? numberOf(found.count) : null;
};

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A value within objects; undefined where there is none. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (within, name) =>
      typeof within === 'object' && within !== null ? (within as Json)[name] : undefined,
    value,
  );
