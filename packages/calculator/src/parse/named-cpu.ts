import type { CpuRow, Edition } from '@ml-emissions/data';
import { type Draft, problem, quoted } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';
import { counts } from './read-hardware/count.ts';
import { tidy } from './read-hardware/tidy.ts';
import { MOST_SOCKETS, SINGLE } from './sockets.ts';

/** `(128 cores)`, `64-core`: not a part of the name where the name is known without. */
const CORES = /[\s,(]*\b(\d+)[\s-]*cores?\b(?:\s*processors?)?\)?/i;
const SOCKETS = /[\s,(]*\b(\d+)[\s-]*(?:sockets?|cpus?|processors?)\b\)?$/i;

/** `Dual-socket EPYC 7742` */
const SOCKET = /^(dual|two|single|quad|\d+)[\s-]+socket\b/i;
const PLURAL = /\s+(?:cpus|processors)$/i;

/**
 * A processor that is named with its number or its cores becomes all of that: `2x AMD EPYC 7742`,
 * `Dual Xeon Gold 6148`, `AMD EPYC 7742 (128 cores)`.
 *
 * @param draft as written
 * @returns the run with `cpuCount` and `cores` apart; a problem is told where the run says another number
 */
export function withCpuCounted(edition: Edition, draft: Draft, findings: Findings): Draft {
  const { host } = draft;
  if (host?.cpu === undefined || !edition.hasMachines) return draft;
  const read = cpuIn(edition, host.cpu);
  if (!read) return draft;
  const { row, cpuCount, cores } = read;
  const told = { cpuCount, cores };
  for (const name of ['cpuCount', 'cores'] as const) {
    const [own, other] = [told[name], host[name]];
    if (own === undefined || other === undefined || own === other) continue;
    findings.problems.push(
      problem('conflict', `/host/${name}`, other, {
        message: `${name === 'cores' ? 'the cores are' : 'the number of processors is'} told twice: ${own} in ${quoted(host.cpu)}, and here`,
        expected: `${own}, or the processor by its name alone`,
      }),
    );
  }
  findings.readings.push({
    field: '/host/cpu',
    said: host.cpu,
    taken: row.id,
    ...(cpuCount === undefined ? {} : { count: cpuCount }),
  });
  const said = Object.fromEntries(Object.entries(told).filter(([, one]) => one !== undefined));
  return { ...draft, host: { ...said, ...host, cpu: row.name } };
}

/** What a text says of the processors of a host. */
export interface CpuCounted {
  readonly row: CpuRow;
  readonly cpuCount?: number | undefined;
  readonly cores?: number | undefined;
}

/** A processor with its number or its cores; null for one by its name alone, and for none. */
export function cpuIn(edition: Edition, text: string): CpuCounted | null {
  const whole = tidy(text).replace(SOCKET, '$1');
  const named = (name: string): CpuRow | undefined => {
    const { cpus } = edition.names;
    const exact = cpus.exact(name.trim());
    // `E5-2680v4` runs words together that the name has apart.
    const [row, ...others] =
      exact.length > 0 ? exact : cpus.exact(name.trim().replace(/(\d)(v\d)\b/i, '$1 $2'));
    return others.length === 0 ? row : undefined;
  };
  if (named(whole)) return null;
  const [ofCores = '', cores] = CORES.exec(whole) ?? [];
  const bare = whole.replace(ofCores, ' ').replace(/\s+/g, ' ').trim();
  const alone = cores === undefined ? undefined : named(bare);
  // The table knows how many cores one has; a text that says as many says nothing more.
  if (alone) return Number(cores) === alone.cores ? null : { row: alone, cores: Number(cores) };
  const [ofSockets = '', sockets] = SOCKETS.exec(bare) ?? [];
  const ways = [
    ...counts(bare.replace(PLURAL, '')),
    ...(sockets ? [{ count: Number(sockets), rest: bare.replace(ofSockets, '') }] : []),
  ];
  for (const { count, rest } of ways) {
    const row = Number.isInteger(count) && count > 0 ? named(rest) : undefined;
    if (!row) continue;
    // `Ryzen 7 3700X × 16` counts threads, as desktops show them.
    if (count === row.threads || count === row.cores) return { row };
    if (count > (SINGLE.has(row.segment) ? 1 : MOST_SOCKETS)) continue;
    // Cores beside a number are those of one or of all; other cores would say the number twice.
    const isAgain = [row.cores, (row.cores ?? 0) * count].includes(Number(cores));
    if (cores === undefined || isAgain) return { row, cpuCount: count };
  }
  return null;
}
