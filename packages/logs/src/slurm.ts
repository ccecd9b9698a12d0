import type { JobState, LoggedChips, LoggedEnergy, LoggedJob, NoteCode } from './job.ts';

// What Slurm's accounting says, whether it was printed as text or as JSON. Slurm 22.05.8, `sacct` with slurmdbd.

/** One row of the accounting: a job's allocation, or a step of it. */
export interface SlurmStep {
  /** `batch`, `extern`, or the number of an srun. */
  readonly name: string;
  /** Joules; null where none are told or no meter can have shown them. */
  readonly joules: number | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** A job's row with what its steps say. */
export interface SlurmJob {
  readonly rawId: string;
  readonly id: string;
  readonly submitMs: number | null;
  readonly cluster: string | null;
  readonly user: string | null;
  readonly account: string | null;
  readonly partition: string | null;
  readonly name: string | null;
  readonly nodes: string | null;
  readonly nodeCount: number | null;
  readonly cores: number | null;
  readonly state: JobState;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly elapsedS: number;
  readonly isSuspended: boolean;
  /** `AllocTRES`, or the same from JSON. */
  readonly chips: readonly LoggedChips[];
  /** Joules that no meter can have shown. */
  readonly isEnergyBroken: boolean;
  readonly steps: readonly SlurmStep[];
}

const S_PER_HOUR = 3600;
const J_PER_KWH = 3_600_000;

/** States as Slurm names them; some have trailing words, as `CANCELLED by 1001`. */
const STATES: Readonly<Record<string, JobState | null>> = {
  COMPLETED: 'completed',
  COMPLETING: 'completed',
  FAILED: 'failed',
  BOOT_FAIL: 'node-failed',
  NODE_FAIL: 'node-failed',
  LAUNCH_FAILED: 'failed',
  DEADLINE: 'timeout',
  TIMEOUT: 'timeout',
  OUT_OF_MEMORY: 'out-of-memory',
  CANCELLED: 'cancelled',
  REVOKED: 'cancelled',
  PREEMPTED: 'preempted',
  REQUEUED: 'requeued',
  REQUEUE_HOLD: 'requeued',
  REQUEUE_FED: 'requeued',
  SPECIAL_EXIT: 'requeued',
  STOPPED: 'suspended',
  SUSPENDED: 'suspended',
  RUNNING: 'running',
  RESIZING: 'running',
  STAGE_OUT: 'running',
  SIGNALING: 'running',
  CONFIGURING: 'running',
  // Nothing runs yet.
  PENDING: null,
  RESV_DEL_HOLD: null,
};

/** @returns undefined for a word that Slurm does not have, null for what has not begun */
export const stateOf = (text: string): JobState | null | undefined => {
  const [word = ''] = text.split(' ', 1);
  return Object.hasOwn(STATES, word) ? STATES[word] : undefined;
};

/** Joules of a cell. Counters that ran backwards show as numbers near 2^64, which no meter counts to. */
export function joulesOf(text: string): number | 'broken' | null {
  if (!/^\d+$/.test(text)) return text === '' ? null : 'broken';
  const joules = Number(text);
  return joules >= 2 ** 63 ? 'broken' : joules;
}

const GPU = /^gres\/gpu(?::(.+))?$/;

/**
 * The chips of an allocation: each once, typed where the accounting knows types.
 *
 * @param tres `AllocTRES` as `name=count` pairs: with types, the untyped entry is their sum
 * @example chipsOf([['gres/gpu:a100', 2], ['gres/gpu', 2]]) // [{ name: 'a100', count: 2 }]
 */
export function chipsOf(tres: readonly (readonly [name: string, count: number])[]): LoggedChips[] {
  const typed: LoggedChips[] = [];
  let whole = 0;
  let sum = 0;
  for (const [name, count] of tres) {
    const found = GPU.exec(name);
    if (!found || !(count > 0)) continue;
    const [, type] = found;
    if (type === undefined) whole = count;
    else {
      typed.push({ name: type, count });
      sum += count;
    }
  }
  // Where only some types are accounted for, the rest is counted and not named.
  return whole > sum ? [...typed, { name: null, count: whole - sum }] : typed;
}

/** `AllocTRES` as it is printed. */
export function tresOf(text: string): [string, number][] {
  if (!text.includes('gres/gpu')) return [];
  return text.split(',').map((pair) => {
    const at = pair.lastIndexOf('=');
    return [pair.slice(0, at), Number(pair.slice(at + 1))];
  });
}

/** Whether two steps ran at one time. */
const overlap = (a: SlurmStep, b: SlurmStep): boolean =>
  a.startMs === null || b.startMs === null
    ? true
    : a.startMs < (b.endMs ?? Number.POSITIVE_INFINITY) &&
      b.startMs < (a.endMs ?? Number.POSITIVE_INFINITY);

/**
 * Energy of a job from its steps. The job's own row is the sum of its srun steps without `.batch`: 0 where the work is
 * in the script, and twice the truth for two steps side by side, each of which is told its whole node. So on one node
 * the largest reading counts; on several, steps one after another add up, and `.batch` has seen the first node only.
 *
 * @returns null where no meter ran; `unclear` where the rows cannot all hold
 */
export function energyOf({
  steps,
  nodeCount,
}: Pick<SlurmJob, 'steps' | 'nodeCount'>): LoggedEnergy | 'unclear' | null {
  const read = steps.filter(({ joules }) => joules !== null && joules > 0);
  if (read.length === 0) return null;
  const joulesIn = ({ joules }: SlurmStep) => joules ?? 0;
  const said = (joules: number, from: string): LoggedEnergy => ({
    kWh: joules / J_PER_KWH,
    scope: null,
    from,
  });
  if (nodeCount === 1) {
    const most = read.reduce((a, b) => (joulesIn(b) > joulesIn(a) ? b : a));
    return said(joulesIn(most), /^\d+$/.test(most.name) ? 'step' : most.name);
  }
  const runs = read.filter(({ name }) => /^\d+$/.test(name));
  const isApart = runs.every((one, at) =>
    runs.slice(at + 1).every((other) => !overlap(one, other)),
  );
  const sum = runs.reduce((all, one) => all + joulesIn(one), 0);
  const batch = read.find(({ name }) => name === 'batch');
  if (nodeCount === null || runs.length === 0 || !isApart || joulesIn(batch ?? NONE) > sum)
    return 'unclear';
  return said(sum, runs.length === 1 ? 'step' : 'steps');
}

const NONE: SlurmStep = { name: '', joules: 0, startMs: null, endMs: null };

/** A job of the accounting as any log's. */
export function loggedJob(job: SlurmJob): LoggedJob {
  const energy = energyOf(job);
  const notes: NoteCode[] = [];
  if (energy === 'unclear') notes.push('energy-unclear');
  if (job.isEnergyBroken) notes.push('energy-unknown');
  if (job.isSuspended) notes.push('suspended');
  if (job.chips.length === 0) notes.push('no-chips-recorded');
  const { rawId, cluster, submitMs } = job;
  return {
    // A requeued job keeps its number, and each of its tries has a time of its own.
    identity: `slurm ${cluster ?? ''} ${rawId} ${submitMs ?? ''}`,
    jobId: job.id,
    cluster,
    user: job.user,
    project: job.account,
    partition: job.partition,
    name: job.name,
    nodes: job.nodes,
    state: job.state,
    startMs: job.startMs,
    endMs: job.endMs,
    hours: job.elapsedS / S_PER_HOUR,
    chips: job.chips,
    instance: null,
    cores: job.cores,
    memoryGb: null,
    // A reading beside one that is broken is no whole.
    energy: energy === 'unclear' || job.isEnergyBroken ? null : energy,
    powerW: null,
    chipW: null,
    busy: null,
    place: null,
    pue: null,
    notes,
  };
}

/** More nodes than these are kept as the log writes them. */
const MOST_NODES = 256;

/**
 * Names of nodes, each of them written out, so that jobs on one node are found.
 *
 * @example nodesOf('n[1-3,07],gpu1') // 'n1,n2,n3,n07,gpu1'
 */
export function nodesOf(list: string): string | null {
  if (list === '' || list === 'None assigned') return null;
  if (!list.includes('[')) return list;
  const names: string[] = [];
  for (const part of list.match(/[^,[]+(?:\[[^\]]*\])?/g) ?? []) {
    const [, prefix = '', ranges] = /^([^[]*)(?:\[(.*)\])?$/.exec(part) ?? [];
    for (const range of ranges?.split(',') ?? ['']) {
      const [from = '', to = from] = range.split('-');
      const last = Number(to);
      if (names.length + last - Number(from) > MOST_NODES) return list;
      if (ranges === undefined) names.push(prefix);
      else
        for (let at = Number(from); at <= last; at += 1)
          names.push(`${prefix}${String(at).padStart(from.length, '0')}`);
    }
  }
  return names.join(',');
}

const WHOLE = /^\d+$/;
const CLOCK = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+)(?:\.\d+)?$/;

/** `3600`, `1:00:00`, `2-03:04:05`; null for what is no time. */
export function secondsOf(text: string): number | null {
  if (WHOLE.test(text)) return Number(text);
  const found = CLOCK.exec(text);
  if (!found) return null;
  const [, days = 0, hours = 0, minutes, seconds] = found;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
