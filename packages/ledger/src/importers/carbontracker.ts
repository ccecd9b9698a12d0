import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type LoggedChips,
  type LoggedJob,
  type NoteCode,
  type ReadBatch,
  type Reject,
  UNTOLD,
} from '@ml-emissions/logs';
import { LedgerFault } from '../engine/duckdb.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { createTimeReader } from '../read/local-time.ts';

// carbontracker's `*_carbontracker.log`, 1.2.5 to 2.4.7: one run a file, watts and seconds of each epoch without its PUE.
// Its kWh, in `*_carbontracker_output.log`, hold a PUE that differs by version (1.55 in 1.2.5, 1.58 in 2.4.7); of that
// file only how many epochs were to come is read. Several devices of a kind: 1.2.5 writes the watts of each as a list,
// 2.4.7 their mean as one number, and counts that mean as the energy of all; here it is taken times the devices.

const S_PER_HOUR = 3600;
const J_PER_KWH = 3_600_000;
/** Logs are some lines an epoch. */
const MOST_BYTES = 50_000_000;
const LOG = '_carbontracker.log';
const OUTPUT = '_carbontracker_output.log';

/** Whether a file that begins so is carbontracker's, either of its two. */
export const isCarbontracker = (head: string): boolean =>
  /^\S+ \S+ - (carbontracker version|CarbonTracker: The following components)/.test(head);

/**
 * Reads a log of carbontracker: one run.
 *
 * Where fewer epochs were measured than it predicted for and training was not stopped early, the others are taken as the
 * measured ones, as its own sums do; the job says so.
 *
 * @param path of `*_carbontracker.log`; the output log beside it tells for how many epochs it predicted
 * @param mapping says in which zone its times are
 * @returns one job; each of its epochs after the first is a part of it
 * Errors: throws `LedgerFault` where it is the output log, or longer than any log.
 * Source: what 1.2.5 and 2.4.7 wrote; carbontracker/parser.py of 2.4.7.
 * @example for await (const { jobs } of readCarbontracker('1_carbontracker.log', mapping)) console.log(jobs);
 */
export async function* readCarbontracker(
  path: string,
  { timeZone }: Mapping,
): AsyncGenerator<ReadBatch> {
  if (basename(path).endsWith(OUTPUT))
    throw new LedgerFault(
      'its kWh hold a PUE that this file does not tell',
      `the file beside it that ends in ${LOG}`,
    );
  const log = logOf(await textOf(path));
  const output = path.endsWith(LOG)
    ? await textOf(path.replace(/_carbontracker\.log$/, OUTPUT))
    : '';
  const faults: Reject[] = [];
  const epochs = log.epochs.filter(({ line, seconds, watts }) => {
    const isWhole =
      seconds > 0 && watts.size > 0 && [...watts.values()].every((one) => one !== null);
    if (!isWhole)
      faults.push({
        line,
        field: 'Average power usage (W)',
        value: '',
        reason: 'the epoch was too short for a measurement, or is not whole',
        remedy: 'a smaller update_interval',
      });
    return isWhole;
  });
  const [first] = epochs;
  const jobs = first
    ? [
        {
          line: first.line,
          job: jobOf(basename(path), log, epochs, output, createTimeReader(timeZone)),
        },
      ]
    : [];
  yield { jobs, rejects: faults, parts: Math.max(0, epochs.length - 1), leftOut: 0 };
}

async function textOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (!found) return '';
  if (found.size > MOST_BYTES)
    throw new LedgerFault(
      `the log has more than ${MOST_BYTES} bytes`,
      'the file as carbontracker wrote it',
    );
  return readFile(path, 'utf8');
}

/** An epoch as it is logged. */
interface Epoch {
  readonly line: number;
  seconds: number;
  /** By component, watts of all its devices; null where none were measured. */
  readonly watts: Map<string, number | null>;
}

interface Log {
  /** By component, the names of its devices. */
  readonly devices: ReadonlyMap<string, readonly string[]>;
  readonly epochs: readonly Epoch[];
  readonly firstTime: string;
  readonly lastTime: string;
  readonly isStoppedEarly: boolean;
}

const LINE = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) - (.*)$/;
const DURATION = /^Duration: (\d+):(\d\d):(\d\d?(?:\.\d+)?)$/;
const POWER = /^Average power usage \(W\) for (\S+): (.*)$/;

function logOf(text: string): Log {
  const devices = new Map<string, readonly string[]>();
  const epochs: Epoch[] = [];
  let [firstTime, lastTime] = ['', ''];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [, day, clock, said = ''] = LINE.exec(line) ?? [];
    if (day === undefined) continue;
    lastTime = `${day}T${clock}`;
    firstTime ||= lastTime;
    for (const [, name = '', list = ''] of said.matchAll(/(\w+) with device\(s\) (.*?)\.(?= |$)/g))
      devices.set(name.toLowerCase(), list.split(', '));
    if (/^Epoch \d+:$/.test(said)) epochs.push({ line: at + 1, seconds: 0, watts: new Map() });
    const epoch = epochs.at(-1);
    const [, hours, minutes, seconds] = DURATION.exec(said) ?? [];
    if (epoch && hours !== undefined)
      epoch.seconds = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    const [, component = '', watts = ''] = POWER.exec(said) ?? [];
    if (epoch && component !== '')
      epoch.watts.set(component, wattsOf(watts, devices.get(component)?.length ?? 1));
  }
  return {
    devices,
    epochs,
    firstTime,
    lastTime,
    isStoppedEarly: /Training was interrupted/i.test(text),
  };
}

/** `[300. 301.]`: of each device; `300.5`: their mean; null for `None` and what is no number. */
function wattsOf(text: string, devices: number): number | null {
  const isList = text.startsWith('[');
  const each = text.replace(/[[\]]/g, '').trim().split(/\s+/).map(Number);
  if (each.some((watts) => !(watts >= 0)) || text === '') return null;
  const sum = each.reduce((all, watts) => all + watts, 0);
  return isList && each.length > 1 ? sum : sum * devices;
}

function jobOf(
  file: string,
  { devices, firstTime, lastTime, isStoppedEarly }: Log,
  epochs: readonly Epoch[],
  output: string,
  timeOf: (text: string) => number | null,
): LoggedJob {
  const joules = epochs.reduce(
    (sum, { seconds, watts }) =>
      sum + [...watts.values()].reduce<number>((all, one) => all + (one ?? 0) * seconds, 0),
    0,
  );
  const seconds = epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
  const [, predicted] = /Predicted consumption for (\d+) epoch/.exec(output) ?? [];
  const isPart = !isStoppedEarly && Number(predicted ?? 0) > epochs.length;
  const scale = isPart ? Number(predicted) / epochs.length : 1;
  const notes: NoteCode[] = isPart ? ['extrapolated'] : [];
  const isOfChipsAlone = devices.has('gpu') && devices.size === 1;
  return {
    ...UNTOLD,
    // Its name holds the process and the second that it began in.
    identity: `carbontracker ${file.replace(LOG, '')}`,
    jobId: file.replace(LOG, ''),
    startMs: timeOf(firstTime),
    endMs: isPart ? null : timeOf(lastTime),
    hours: (seconds * scale) / S_PER_HOUR,
    chips: chipsOf(devices.get('gpu') ?? []),
    energy: {
      kWh: (joules * scale) / J_PER_KWH,
      scope: isOfChipsAlone ? 'accelerators' : 'components',
      from: isPart ? `${epochs.length} of ${predicted} epochs` : 'epochs',
    },
    notes,
  };
}

function chipsOf(names: readonly string[]): LoggedChips[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
