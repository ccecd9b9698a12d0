import type { Edition } from '@ml-emissions/data';
import { type Amount, amountOf } from '@ml-emissions/model';
import { type Draft, problem, quoted } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';
import type { Kind } from './read-hardware/read-hardware.ts';
import { MOST_SOCKETS } from './sockets.ts';

/** Processors that were named among the hardware. */
export interface NamedHost {
  readonly cpu: string;
  readonly cpuCount?: number;
}

/** A processor among what a text names. */
export type CpuKind = Extract<Kind, { kind: 'cpu' }>;

/** What an entry of the hardware says beside its name. */
interface Entry {
  readonly accelerator: string;
  readonly count?: Amount | undefined;
  readonly powerW?: Amount | undefined;
  readonly utilisation?: Amount | undefined;
  readonly powerLimitW?: Amount | undefined;
}

/**
 * The processors of an entry as the host's. Trackers count threads: as many as the part has are one processor, and any
 * other number above what a machine has sockets is asked back.
 *
 * @param cpu what the entry's name was read as
 * @param entry as written; its count and power are of the processor only where no accelerator stands beside
 * @param field JSON Pointer to the name
 */
export function namedHost(
  { row, count: named }: CpuKind,
  entry: Entry,
  field: string,
  isAlone: boolean,
  { problems, readings }: Findings,
): NamedHost | null {
  const { accelerator: text } = entry;
  const told = isAlone && entry.count !== undefined ? amountOf(entry.count) : null;
  if (isAlone) {
    for (const name of ['powerW', 'utilisation', 'powerLimitW'] as const) {
      if (entry[name] === undefined) continue;
      const message = `${name} is of accelerators, and ${row.name} is a processor`;
      const at = field.replace(/accelerator$/, name);
      const told = name === 'powerLimitW' ? 'powerW' : name;
      problems.push(
        problem('conflict', at, entry[name], { message, expected: `host: { cpu, ${told} }` }),
      );
    }
  }
  if (named !== null && told !== null && named !== told) {
    const message = `the count is told twice: ${named} in ${quoted(text)}, and here`;
    const at = field.replace(/accelerator$/, 'count');
    problems.push(
      problem('conflict', at, told, { message, expected: 'one count of the processors' }),
    );
    return null;
  }
  readings.push({ field: '/host/cpu', said: text, taken: row.id });
  const count = told ?? named ?? 1;
  if (count === 1 || count === row.cores || count === row.threads) return { cpu: row.id };
  if (Number.isInteger(count) && count <= MOST_SOCKETS) return { cpu: row.id, cpuCount: count };
  problems.push(
    problem('ambiguous-cpu', field, text, {
      message: `${count} x ${row.name} may be processors, cores or threads (one has ${row.cores ?? 'unknown'} cores and ${row.threads ?? 'unknown'} threads)`,
      expected: 'host: { cpu, cpuCount } or host: { cpu, cores }',
    }),
  );
  return null;
}

/**
 * A run with the processors that were named among its hardware, where it names none itself.
 *
 * @returns the run as written where its host says the same; a problem is told where it says another
 */
export function withHost(
  edition: Edition,
  draft: Draft,
  host: NamedHost | null,
  { problems }: Findings,
): Draft {
  if (host === null) return draft;
  const { host: told } = draft;
  const isSame =
    told?.cpu === undefined || edition.names.cpus.match(told.cpu).some(({ id }) => id === host.cpu);
  if (isSame && told?.powerW === undefined)
    return { ...draft, host: { ...host, ...told, cpu: host.cpu } };
  const field = isSame ? '/host/powerW' : '/host/cpu';
  const message = isSame
    ? 'the power of the host is given, and the hardware names its processor'
    : 'the hardware names another processor';
  const value = isSame ? told?.powerW : told?.cpu;
  problems.push(problem('conflict', field, value, { message, expected: 'one of the two' }));
  return draft;
}
