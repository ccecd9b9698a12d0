import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  isSummaryKey,
  JOB_FORMATS,
  type JobFormat,
  type Ledger,
  LOST_STATES,
  type OpenOptions,
  priceLedger,
  rejectsOf,
  SUMMARY_KEYS,
  type SummaryKey,
  summarise,
  topJobs,
  writeJobs,
} from '@ml-emissions/ledger';
import { Command, InvalidArgumentError, Option } from 'commander';
import { calculator } from '../calculator.ts';
import { cleaned } from '../cleaned.ts';
import { type ExitCode, type Io, say, tell } from '../io.ts';
import { isReaderGone } from '../ndjson.ts';
import { type Flags, guarded, READING, WRITING } from './guarded.ts';
import { importCommand } from './import.ts';
import { csvOf, rejectsText, summaryText, topText } from './ledger-text.ts';
import { openCommand } from './open/open.ts';

const DEFAULT_LEDGER = 'jobs.duckdb';

/** `ml-emissions ledger`: many jobs from the logs that people have. */
export function ledgerCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const ledger = new Command('ledger').description(
    'every job of a lab, from the logs that it has (Slurm, trackers, logs of power, bills, tables)',
  );
  /** What every one of them takes; what goes wrong with a ledger is told, not thrown. */
  const withLedger =
    <Given extends Flags>(
      work: (open: Ledger, flags: Given) => Promise<void>,
      options: OpenOptions = READING,
    ) =>
    async (flags: Given) =>
      finish(
        await guarded(io, flags, options, async (open) => {
          await work(open, flags);
          return 0;
        }),
      );
  const command = (name: string, about: string) =>
    ledger
      .command(name)
      .description(about)
      .addOption(new Option('--ledger <file>', 'where the jobs are kept').default(DEFAULT_LEDGER));
  const shown = (name: string, about: string) =>
    command(name, about).option('--json', 'print JSON').option('--csv', 'print CSV');

  importCommand(
    command('import', 'read logs into the ledger; reading them again adds nothing'),
    io,
    finish,
  );

  command('price', 'work out what each job emitted')
    .option('--edition <id>', 'of the data; the current one by default')
    .option('--json', 'print JSON')
    .action(
      withLedger(async (open, { edition, json }: Flags & { readonly edition?: string }) => {
        const priced = await priceLedger(open.engine, calculator, { edition });
        if (json) io.stdout.write(`${JSON.stringify(priced, null, 2)}\n`);
        else {
          const { jobs, priced: count, shapes, edition: by } = priced;
          say(
            io,
            `${number(count)} of ${number(jobs)} jobs priced, of ${number(shapes)} shapes, by edition ${by}\n`,
          );
          for (const { reason, jobs: some } of priced.refused)
            tell(io, `${number(some)} not: ${cleaned(reason)}\n`);
          for (const { about, jobs: some } of priced.notes)
            tell(io, `${number(some)} with a note: ${about}\n`);
        }
      }, WRITING),
    );

  command('jobs', 'one row a job')
    .addOption(new Option('--format <format>', 'of the rows').choices(JOB_FORMATS).default('csv'))
    .option('--out <file>', 'where to; standard output by default')
    .action(
      withLedger(
        async (open, flags: Flags & { readonly format: JobFormat; readonly out?: string }) => {
          if (flags.out !== undefined) {
            const count = await writeJobs(open, flags.format, flags.out);
            tell(io, `${number(count)} jobs\n`);
            return;
          }
          const folder = await mkdtemp(join(tmpdir(), 'ml-emissions-'));
          try {
            const path = join(folder, 'jobs');
            await writeJobs(open, flags.format, path);
            await pipeline(createReadStream(path), io.stdout, { end: false });
          } catch (error) {
            if (!isReaderGone(error)) throw error;
          } finally {
            await rm(folder, { recursive: true, force: true });
          }
        },
      ),
    );

  shown('summary', 'what jobs emitted together, with ranges that carry what they share')
    .option('--by <keys>', `keys with commas between them: ${SUMMARY_KEYS.join(', ')}`, asKeys, [])
    .action(
      withLedger(async (open, flags: Flags & { readonly by: readonly SummaryKey[] }) => {
        const rows = await summarise(open.engine, flags.by);
        if (flags.json)
          io.stdout.write(
            `${JSON.stringify(
              rows.map(({ keys, ...rest }) => ({ ...keys, ...rest })),
              null,
              2,
            )}\n`,
          );
        else if (flags.csv) io.stdout.write(csvOf(flags.by, rows));
        else say(io, summaryText(flags.by, rows));
      }),
    );

  shown('failed', 'what jobs cost whose work was lost').action(
    withLedger(async (open, flags: Flags) => {
      const lost = await summarise(open.engine, ['state'], { state: LOST_STATES });
      if (flags.json)
        io.stdout.write(
          `${JSON.stringify(
            lost.map(({ keys, ...rest }) => ({ ...keys, ...rest })),
            null,
            2,
          )}\n`,
        );
      else if (flags.csv) io.stdout.write(csvOf(['state'], lost));
      else say(io, summaryText(['state'], lost));
    }),
  );

  shown('top', 'the jobs that emitted most')
    .option('--limit <jobs>', 'how many', asCount, 10)
    .action(
      withLedger(async (open, flags: Flags & { readonly limit: number }) => {
        const jobs = await topJobs(open.engine, flags.limit);
        if (flags.json) io.stdout.write(`${JSON.stringify(jobs, null, 2)}\n`);
        else if (flags.csv) io.stdout.write(csvOf([], [], jobs));
        else say(io, topText(jobs));
      }),
    );

  openCommand(
    command('open', 'the ledger as a page in your browser, read alone, until Ctrl+C'),
    io,
    finish,
  );

  shown('rejects', 'rows that are no job, and what would mend them').action(
    withLedger(async (open, flags: Flags) => {
      const rows = await rejectsOf(open);
      if (flags.json) io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      else if (flags.csv) io.stdout.write(csvOf([], [], rows));
      else say(io, rejectsText(rows));
    }),
  );
  return ledger;
}

const number = (count: number): string => count.toLocaleString('en');

function asKeys(text: string): SummaryKey[] {
  return text.split(',').map((one) => {
    const key = one.trim();
    if (!isSummaryKey(key))
      throw new InvalidArgumentError(`'${key}' is none of ${SUMMARY_KEYS.join(', ')}.`);
    return key;
  });
}

function asCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000)
    throw new InvalidArgumentError('it is a whole number from 1 to 1000000.');
  return count;
}
