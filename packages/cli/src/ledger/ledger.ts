import {
  type Engine,
  exportLedger,
  isSummaryKey,
  type Ledger,
  LOST_STATES,
  priceLedger,
  rejectsOf,
  SUMMARY_KEYS,
  type SummaryKey,
  summarise,
  topJobs,
} from '@ml-emissions/ledger';
import { Command, InvalidArgumentError, Option } from 'commander';
import { calculator } from '../calculator.ts';
import { cleaned } from '../cleaned.ts';
import { type ExitCode, type Io, say, tell } from '../io.ts';
import { type EngineFlags, guardedCluster, withEngineFlags } from './cluster.ts';
import { type Flags, guarded } from './guarded.ts';
import { importCommand } from './import.ts';
import { jobsCommand } from './jobs.ts';
import { csvOf, rejectsText, summaryText, topText } from './ledger-text.ts';

const DEFAULT_LEDGER = 'jobs.duckdb';

/** `ml-emissions ledger`: many jobs from the logs that people have. */
export function ledgerCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const ledger = new Command('ledger').description(
    'every job of a lab, from the logs that it has (Slurm, trackers, logs of power, bills, tables)',
  );
  /** What every one of them takes; what goes wrong with a ledger is told, not thrown. */
  const withLedger =
    <Given extends Flags>(work: (open: Ledger, flags: Given) => Promise<void>, mustExist = true) =>
    async (flags: Given) =>
      finish(
        await guarded(io, flags, mustExist, async (open) => {
          await work(open, flags);
          return 0;
        }),
      );
  /** The same for what can be asked of a cluster, too. */
  const withEngine =
    <Given extends EngineFlags>(work: (engine: Engine, flags: Given) => Promise<void>) =>
    async (flags: Given) => {
      const answer = async ({ engine }: { readonly engine: Engine }): Promise<ExitCode> => {
        await work(engine, flags);
        return 0;
      };
      finish(
        await (flags.engine === 'duckdb'
          ? guarded(io, flags, true, answer)
          : guardedCluster(io, flags, answer)),
      );
    };
  const command = (name: string, about: string) =>
    ledger
      .command(name)
      .description(about)
      .addOption(new Option('--ledger <file>', 'where the jobs are kept').default(DEFAULT_LEDGER));
  const asked = (name: string, about: string) => withEngineFlags(command(name, about));
  const shown = (name: string, about: string, of = asked) =>
    of(name, about).option('--json', 'print JSON').option('--csv', 'print CSV');

  importCommand(
    command('import', 'read logs into the ledger; reading them again adds nothing'),
    io,
    finish,
  );

  asked('price', 'work out what each job emitted')
    .option('--edition <id>', 'of the data; the current one by default')
    .option('--json', 'print JSON')
    .action(
      withEngine(async (engine, { edition, json }: EngineFlags & { readonly edition?: string }) => {
        const priced = await priceLedger(engine, calculator, { edition });
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
      }),
    );

  jobsCommand(asked('jobs', 'one row a job'), io, finish);

  command('export', 'write jobs as Parquet, for the storage of a cluster')
    .requiredOption('--to <folder>', 'where to; beside other exports, if there are some')
    .action(
      withLedger(async (open, { to }: Flags & { readonly to: string }) => {
        const { jobs, templates } = await exportLedger(open, to);
        say(io, `${number(jobs)} jobs of ${number(templates)} templates\n`);
      }),
    );

  shown('summary', 'what jobs emitted together, with ranges that carry what they share')
    .option('--by <keys>', `keys with commas between them: ${SUMMARY_KEYS.join(', ')}`, asKeys, [])
    .action(
      withEngine(async (engine, flags: EngineFlags & { readonly by: readonly SummaryKey[] }) => {
        const rows = await summarise(engine, flags.by);
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
    withEngine(async (engine, flags: EngineFlags) => {
      const lost = await summarise(engine, ['state'], { state: LOST_STATES });
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
      withEngine(async (engine, flags: EngineFlags & { readonly limit: number }) => {
        const jobs = await topJobs(engine, flags.limit);
        if (flags.json) io.stdout.write(`${JSON.stringify(jobs, null, 2)}\n`);
        else if (flags.csv) io.stdout.write(csvOf([], [], jobs));
        else say(io, topText(jobs));
      }),
    );

  shown('rejects', 'rows that are no job, and what would mend them', command).action(
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
