import { createReadStream } from 'node:fs';
import { linesOf, textOf } from '@ml-emissions/answers';
import {
  Batcher,
  chipsOf,
  joulesOf,
  loggedJob,
  nodesOf,
  type ReadBatch,
  type SlurmJob,
  type SlurmStep,
  secondsOf,
  stateOf,
  tresOf,
} from '@ml-emissions/logs';
import type { Mapping } from '../mapping/mapping.ts';
import { createTimeReader } from '../read/local-time.ts';
import { remembered } from '../read/remembered.ts';
import {
  type SacctColumn,
  type SacctHeader,
  type SacctRow,
  sacctHeader,
  sacctRow,
} from './sacct-row.ts';

// `sacct -P`, Slurm 22.05.8 (Debian 12): fields with `|` between them, the first line their names, columns in any order.

/** What is read of the file at a time. */
const CHUNK_BYTES = 262_144;
/** A line that is longer is no row of sacct. */
const MOST_BYTES = 100_000;

/**
 * Reads `sacct -P`.
 *
 * @param path of the file
 * @param mapping says in which zone its times are
 * Errors: throws `LedgerFault` where a column is missing.
 */
export async function* readSacct(path: string, { timeZone }: Mapping): AsyncGenerator<ReadBatch> {
  const batch = new Batcher();
  const readerOf = createRowReader(timeZone, batch);
  let header: SacctHeader | null = null;
  let line = 0;
  let open: Open | null = null;
  const close = () => {
    if (open) batch.job(open.line, loggedJob(open.job));
    open = null;
  };
  const chunks = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  for await (const lines of linesOf(chunks, MOST_BYTES)) {
    for (const one of lines) {
      line += 1;
      if ('fault' in one) {
        batch.reject(unreadable(line, one.fault));
        continue;
      }
      const text = textOf(one);
      if (text === '' || text === '\r') continue;
      const bare = text.endsWith('\r') ? text.slice(0, -1) : text;
      if (!header) {
        header = sacctHeader(bare.replace('\ufeff', ''));
        continue;
      }
      const row = sacctRow(bare, header);
      if (!row) {
        batch.reject({
          line,
          field: '',
          value: bare.slice(0, 200),
          reason: `it has ${bare.split(header.separator).length} fields, the first line ${header.width}`,
          remedy: 'print it without JobName and other free texts, or with --delimiter=@@',
        });
        continue;
      }
      const id = row.at('JobIDRaw') || row.at('JobID');
      const point = id.indexOf('.');
      if (point >= 0) {
        const current: Open | null = open;
        const [job, step = ''] = id.split('.', 2);
        if (current && current.job.rawId === job) readerOf.addStep(current.job, step, row);
        batch.part();
      } else {
        close();
        const job = readerOf.jobOf(row, id, line);
        open = job && { line, job };
      }
      if (batch.isFull) yield batch.take();
    }
  }
  close();
  yield batch.take();
}

/** A job whose steps are still to come. */
interface Open {
  readonly line: number;
  readonly job: OpenJob;
}
type OpenJob = SlurmJob & { readonly steps: SlurmStep[]; isEnergyBroken: boolean };

/** What reads rows; what few texts of a log differ in is looked at once. */
function createRowReader(timeZone: string, batch: Batcher) {
  const timeOf = createTimeReader(timeZone);
  const chipsIn = remembered((text) => chipsOf(tresOf(text)));
  const nodesIn = remembered(nodesOf);
  const stateIn = remembered(stateOf);
  const isTime = remembered((text) => (secondsOf(text) ?? 0) > 0);
  const isBroken = (row: SacctRow) => joulesOf(row.at('ConsumedEnergyRaw')) === 'broken';
  return {
    /** A row of a step, which tells the energy of its job. */
    addStep(job: OpenJob, name: string, row: SacctRow): void {
      const joules = joulesOf(row.at('ConsumedEnergyRaw'));
      if (joules === 'broken') job.isEnergyBroken = true;
      else
        job.steps.push({
          name,
          joules,
          startMs: timeOf(row.at('Start')),
          endMs: timeOf(row.at('End')),
        });
    },

    /** A job's own row; null where it never ran or cannot be read. */
    jobOf(row: SacctRow, rawId: string, line: number): OpenJob | null {
      const reject = (field: SacctColumn, reason: string, remedy: string) => {
        batch.reject({ line, field, value: row.at(field).slice(0, 200), reason, remedy });
        return null;
      };
      const state = stateIn(row.at('State'));
      if (state === undefined)
        return reject('State', 'it is no state of Slurm', 'the column as sacct prints it');
      const elapsedS = secondsOf(row.at('ElapsedRaw') || row.at('Elapsed'));
      if (elapsedS === null)
        return reject(
          row.at('ElapsedRaw') ? 'ElapsedRaw' : 'Elapsed',
          'it is no time',
          'seconds, as ElapsedRaw prints them',
        );
      if (state === null || elapsedS === 0) {
        batch.leftOut();
        return null;
      }
      const submitMs = timeOf(row.at('Submit'));
      if (submitMs === null)
        return reject('Submit', 'it is no time', '2026-03-01T10:00:00, or seconds since 1970');
      return {
        rawId,
        id: row.at('JobID') || rawId,
        submitMs,
        cluster: row.at('Cluster') || null,
        user: row.at('User') || null,
        account: row.at('Account') || null,
        partition: row.at('Partition') || null,
        name: row.at('JobName') || null,
        nodes: nodesIn(row.at('NodeList')),
        nodeCount: numberOf(row.at('NNodes')) ?? numberOf(row.at('AllocNodes')),
        cores: numberOf(row.at('AllocCPUS')) ?? numberOf(row.at('NCPUS')),
        state,
        startMs: timeOf(row.at('Start')),
        endMs: timeOf(row.at('End')),
        elapsedS,
        isSuspended: isTime(row.at('Suspended')),
        chips: chipsIn(row.at('AllocTRES')),
        isEnergyBroken: isBroken(row),
        steps: [],
      };
    },
  };
}

const WHOLE = /^\d+$/;
const numberOf = (text: string): number | null => (WHOLE.test(text) ? Number(text) : null);

const unreadable = (line: number, fault: 'too-long' | 'not-utf8') => ({
  line,
  field: '',
  value: '',
  reason:
    fault === 'too-long' ? `the line has more than ${MOST_BYTES} bytes` : 'the line is no UTF-8',
  remedy: 'the file as sacct wrote it',
});
