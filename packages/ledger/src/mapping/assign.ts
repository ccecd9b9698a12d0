import {
  type Calculator,
  type LikelyPower,
  likelyChipPower,
  type Problem,
  RUN_FIELDS,
  type RunInput,
} from '@ml-emissions/calculator';
import type { LoggedChips, LoggedJob, NoteCode, Reject } from '@ml-emissions/logs';
import { amountOf } from '@ml-emissions/model';
import { mending } from '../mending.ts';
import type { Mapping } from './mapping.ts';
import { chipWOf, notesOf, type UsedEnergy } from './power-notes.ts';

/** What a job is priced from: a run whose quantities are all one, and the quantities. */
export interface Assigned {
  readonly template: Template;
  /** The same without the energy that its nodes' meters tell; null where there is none, or nothing else to go by. */
  readonly unmetered: Template | null;
  readonly hours: number | null;
  /** Chips of all kinds; null where none are known. */
  readonly chips: number | null;
  readonly energyKwh: number | null;
  readonly powerW: number | null;
  /** What one chip drew on the mean, W, where anything but the whole machine's meter tells it. */
  readonly chipW: number | null;
  readonly notes: readonly NoteCode[];
}

/** What jobs of one machine, place and year have in common, as a run. */
interface Template {
  /** JSON of the run, its quantities all one: the same text for the same jobs. */
  readonly run: string;
  /** The accelerators by their ids; null for none. */
  readonly accelerator: string | null;
}

/** Why a job has no template: which field of the log, and what would mend it. */
type Fault = Omit<Reject, 'line'>;

/** A template; of a rented machine with the chips that it has. */
type Found = Priceable | { readonly fault: Fault };

interface Priceable {
  readonly template: Template;
  readonly chips?: number;
  /** What one of its chips can have drawn; null where that is not known. */
  readonly likely: () => LikelyPower | null;
}

/** Rows of a log have this many kinds at most: each is a run that is parsed. */
const MOST_KINDS = 100_000;

/**
 * What turns jobs of a log into what they are priced from.
 *
 * @param calculator whose tables say what names mean
 * @param mapping what the log does not say
 * @returns a function of jobs: what each is priced from, or why it is not
 * Errors: none.
 */
export function createAssign(
  calculator: Calculator,
  mapping: Mapping,
): (job: LoggedJob) => Assigned | { readonly fault: Fault } {
  const known = new Map<string, Found>();
  const templateFor = (job: LoggedJob, energy: UsedEnergy | null): Found => {
    const key = kindOf(job, energy?.scope ?? null);
    const before = known.get(key);
    if (before) return before;
    if (known.size >= MOST_KINDS) return { fault: TOO_MANY };
    const found = templateOf(calculator, mapping, job, energy);
    known.set(key, found);
    return found;
  };
  return (job) => {
    const fault = quantityFault(job);
    if (fault) return { fault };
    const energy = usedEnergy(job, mapping);
    const found = templateFor(job, energy);
    if ('fault' in found) return found;
    // Meters of nodes see all jobs on them, which is known once all jobs are.
    const isOfNode = energy !== null && job.energy?.scope === null && job.hours !== null;
    const other = isOfNode ? templateFor(job, null) : null;
    const count = found.chips ?? job.chips.reduce((sum, one) => sum + one.count, 0);
    const chips = count > 0 ? count : null;
    return {
      template: found.template,
      unmetered: other && 'template' in other ? other.template : null,
      hours: job.hours,
      chips,
      energyKwh: energy?.kWh ?? null,
      powerW: energy ? null : job.powerW,
      chipW: chipWOf(job, chips),
      notes: [...job.notes, ...notesOf(job, energy, chips, found.likely)],
    };
  };
}

const TOO_MANY: Fault = {
  field: '',
  value: '',
  reason: `the file has more than ${MOST_KINDS} kinds of jobs`,
  remedy: 'import it in parts',
};

/** Energy that can be used: with what its meter saw. */
function usedEnergy({ energy }: LoggedJob, { energyScope }: Mapping): UsedEnergy | null {
  const scope = energy?.scope ?? energyScope;
  return energy && scope ? { kWh: energy.kWh, scope } : null;
}

/** What of a job bears on its template, as a text. */
function kindOf(job: LoggedJob, scope: string | null): string {
  const { chips, instance, partition, place, pue, startMs, endMs, powerW, hours } = job;
  let kind = part(instance) + part(partition) + part(scope);
  for (const { name, count } of chips) kind += part(name) + (chips.length > 1 ? count : '');
  const isBare = chips.length === 0 && instance === null;
  const cores = isBare && scope === null ? job.cores : null;
  const time = startMs ?? endMs;
  const year = time === null ? null : new Date(time).getUTCFullYear();
  const isMeasured = scope === null && powerW !== null;
  kind += ` ${pue} ${year} ${cores} ${hours === null} ${isMeasured}`;
  return place === null ? kind : kind + JSON.stringify(place);
}

/** A text with its length before it, so that no two lists of texts are one. */
const part = (text: string | null): string => (text === null ? '-' : `${text.length}:${text}`);

/** What is nearer to 0 is meant as 0; no run may have it. */
const LEAST = 1e-30;

/** What a quantity of a run may be. */
interface Limits {
  readonly from?: number;
  readonly above?: number;
  readonly to: number;
}
const LIMITS = {
  hours: RUN_FIELDS['/hours'] as Limits,
  energy: RUN_FIELDS['/energyKwh'] as Limits,
  count: RUN_FIELDS['/hardware/*/count'] as Limits,
  powerW: RUN_FIELDS['/hardware/*/powerW'] as Limits,
} as const;

/** A quantity that no run may have. */
function quantityFault({ hours, chips, energy, powerW }: LoggedJob): Fault | null {
  if (hours === null && energy === null)
    return {
      field: 'hours',
      value: '',
      reason: 'it tells neither a time nor an energy',
      remedy: 'a row needs one of them',
    };
  const fault =
    outside('hours', hours) ??
    outside('energy', energy === null ? null : energy.kWh) ??
    outside('powerW', powerW);
  if (fault) return fault;
  for (const { count } of chips) {
    const wrong = outside('count', count);
    if (wrong) return wrong;
  }
  return null;
}

function outside(field: keyof typeof LIMITS, value: number | null): Fault | null {
  if (value === null) return null;
  const { from = 0, above, to } = LIMITS[field];
  const isMoreThan = above === undefined ? value >= from : value > above;
  const isWithin = value <= to && isMoreThan && (value === 0 || value >= LEAST);
  if (isWithin) return null;
  const least = above === undefined ? `from ${from}` : `above ${above}`;
  return {
    field,
    value: String(value),
    reason: `${field} cannot be ${value}`,
    remedy: `a number ${least}, at most ${to}`,
  };
}

function templateOf(
  calculator: Calculator,
  mapping: Mapping,
  job: LoggedJob,
  energy: UsedEnergy | null,
): Found {
  const partition = mapping.partitions.get(job.partition ?? '');
  const hardware: { accelerator: string; count: number; powerW?: number }[] = [];
  for (const chips of job.chips) {
    const accelerator = acceleratorOf(chips, mapping, job.partition);
    if (accelerator === null) return { fault: unnamed(job) };
    const count = job.chips.length > 1 ? chips.count : 1;
    const isMeasured = job.powerW !== null && !energy;
    hardware.push({ accelerator, count, ...(isMeasured ? { powerW: 1 } : {}) });
  }
  const time = job.startMs ?? job.endMs;
  const { host, ...said } = { ...mapping.defaults, ...partition?.run } as { host?: object };
  const isRented = job.instance !== null;
  const own =
    hardware.length === 0 && !energy && !isRented
      ? processorOf(job, host, partition?.cpu ?? null)
      : host;
  if (own === null) return { fault: noMachine(job) };
  const run = {
    ...said,
    // A rented machine is known whole.
    ...(own && !isRented ? { host: own } : {}),
    ...(isRented ? { instance: job.instance } : {}),
    ...(job.place ? { place: job.place } : {}),
    ...(job.pue === null ? {} : { pue: job.pue }),
    ...(time === null ? {} : { year: new Date(time).getUTCFullYear() }),
    ...(hardware.length > 0 ? { hardware } : {}),
    ...(energy ? { energyKwh: 1, energyScope: energy.scope } : {}),
    ...(job.hours === null ? {} : { hours: 1 }),
  };
  const parsed = calculator.parseRun(run as RunInput);
  if (!parsed.ok) return { fault: faultOf(parsed.problems[0], job) };
  const { hardware: told } = parsed.run;
  const found = isRented ? calculator.prepare(parsed.run).machine.accelerators : [];
  const kinds = isRented ? found.map((one) => one.hardware) : told;
  const ids = kinds.map(({ accelerator }) =>
    typeof accelerator === 'string' ? accelerator : accelerator.name,
  );
  const written = JSON.stringify(run);
  return {
    template: { run: written, accelerator: ids.length > 0 ? ids.join(' + ') : null },
    ...(isRented ? { chips: kinds.reduce((sum, { count }) => sum + amountOf(count ?? 1), 0) } : {}),
    // Of many kinds few are asked about: a text is less to keep than a run.
    likely: once(() => likelyOf(calculator, written)),
  };
}

function likelyOf(calculator: Calculator, written: string): LikelyPower | null {
  const parsed = calculator.parseRun(JSON.parse(written));
  return parsed.ok ? likelyChipPower(calculator.prepare(parsed.run)) : null;
}

function once<Of>(find: () => Of): () => Of {
  let found: { readonly is: Of } | null = null;
  return () => {
    found ??= { is: find() };
    return found.is;
  };
}

function acceleratorOf(
  { name }: LoggedChips,
  { accelerators, partitions }: Mapping,
  partition: string | null,
): string | null {
  const ofPartition = partitions.get(partition ?? '')?.accelerator ?? null;
  if (name === null) return ofPartition ?? accelerators.get('gpu') ?? null;
  // A kind that the log tells goes before what a whole partition has.
  return accelerators.get(name.toLowerCase()) ?? ofPartition ?? name;
}

/** Work on processors alone; null where nobody says which. */
function processorOf(
  { cores }: LoggedJob,
  host: object | undefined,
  cpu: string | null,
): object | null {
  const told = { ...host, ...(cpu === null ? {} : { cpu }) };
  if (!('cpu' in told) && !('powerW' in told)) return null;
  return 'cpu' in told && cores !== null && !('cores' in told) ? { ...told, cores } : told;
}

const unnamed = ({ partition, chips }: LoggedJob): Fault => ({
  field: 'accelerator',
  value: chips.map(({ name, count }) => `${name ?? 'gpu'}:${count}`).join(' '),
  reason: 'the log counts accelerators and does not say which',
  remedy:
    partition === null
      ? "mapping: accelerators: { gpu: 'their name' }"
      : `mapping: partitions: { ${partition}: { accelerator: 'their name' } }`,
});

const noMachine = ({ partition, cores }: LoggedJob): Fault => ({
  field: 'accelerator',
  value: cores === null ? '' : `${cores} cores`,
  reason: 'no accelerator is recorded, and nobody says which processors ran it',
  remedy:
    partition === null
      ? "mapping: defaults: { host: { cpu: 'their name' } }"
      : `mapping: partitions: { ${partition}: { cpu: 'their name' } }`,
});

/** What is wrong with the run of a job, in the words of its log. */
function faultOf(problem: Problem, job: LoggedJob): Fault {
  const { field, suggestions } = problem;
  const { wrong, remedy } = mending(problem);
  const ofChips = /^\/hardware\/(\d+)\/accelerator/.exec(field);
  if (ofChips) {
    const name = job.chips[Number(ofChips[1])]?.name ?? 'gpu';
    const [one = 'its name'] = suggestions;
    return {
      field: 'accelerator',
      value: name,
      reason: wrong,
      remedy: `mapping: accelerators: { ${name}: '${one}' }`,
    };
  }
  if (field === '/instance')
    return {
      field: 'instance',
      value: job.instance ?? '',
      reason: wrong,
      remedy: 'a table that says its accelerators: --as table',
    };
  const isPlace = field === '/place' || field.startsWith('/place/');
  return {
    field: field.slice(1),
    value: '',
    reason: wrong,
    remedy: isPlace
      ? 'mapping: defaults: { place: { country: FR } }, or the flags of a place'
      : remedy,
  };
}
