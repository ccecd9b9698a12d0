import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  idleOf,
  JOB_FORMATS,
  type JobFormat,
  type Ledger,
  LOST_STATES,
  priceLedger,
  projectOf,
  questionsOf,
  rejectsOf,
  summarise,
  topJobs,
  trendOf,
  writeJobs,
} from '@ml-emissions/ledger';
import { Command, Option } from 'commander';
import { calculator } from '../calculator.ts';
import { cleaned } from '../cleaned.ts';
import { type ExitCode, type Io, say, tell } from '../io.ts';
import { isReaderGone } from '../ndjson.ts';
import { answered } from './answered.ts';
import {
  type Asked,
  asCount,
  asking,
  everyOption,
  type Stretch,
  whereOption,
} from './arguments.ts';
import { type Flags, guarded } from './guarded.ts';
import { importCommand } from './import.ts';
import { csvRow, jsonRow } from './rows.ts';
import {
  idleText,
  number,
  questionsText,
  rejectsText,
  summaryText,
  topText,
  trendText,
} from './text.ts';
import { answerWhatIf, whatIfFlags } from './what-if.ts';

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
      withLedger(async ({ engine }, { edition, json }: Flags & { readonly edition?: string }) => {
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

  command('jobs', 'one row a job')
    .addOption(new Option('--format <format>', 'of the rows').choices(JOB_FORMATS).default('csv'))
    .option('--out <file>', 'where to; standard output by default')
    .addOption(whereOption())
    .action(
      withLedger(
        async (
          open,
          flags: Flags &
            Pick<Asked, 'where'> & { readonly format: JobFormat; readonly out?: string },
        ) => {
          if (flags.out !== undefined) {
            const count = await writeJobs(open, flags.format, flags.out, flags.where);
            tell(io, `${number(count)} jobs\n`);
            return;
          }
          const folder = await mkdtemp(join(tmpdir(), 'ml-emissions-'));
          try {
            const path = join(folder, 'jobs');
            await writeJobs(open, flags.format, path, flags.where);
            await pipeline(createReadStream(path), io.stdout, { end: false });
          } catch (error) {
            if (!isReaderGone(error)) throw error;
          } finally {
            await rm(folder, { recursive: true, force: true });
          }
        },
      ),
    );

  asking(
    shown('summary', 'what jobs emitted together, with ranges that carry what they share'),
  ).action(
    withLedger(async ({ engine }, flags: Flags & Asked) => {
      const { by, where } = flags;
      const rows = await summarise(engine, by, where);
      answered(io, flags, {
        json: rows.map(jsonRow),
        csv: rows.map((row) => csvRow(by, row)),
        text: summaryText(by, rows),
      });
    }),
  );

  asking(shown('failed', 'what jobs cost whose work was lost')).action(
    withLedger(async ({ engine }, flags: Flags & Asked) => {
      const by = flags.by.length > 0 ? flags.by : (['state'] as const);
      const rows = await summarise(engine, by, { ...flags.where, state: LOST_STATES });
      answered(io, flags, {
        json: rows.map(jsonRow),
        csv: rows.map((row) => csvRow(by, row)),
        text: summaryText(by, rows),
      });
    }),
  );

  asking(shown('idle', 'what chips cost that were held and had little to do')).action(
    withLedger(async ({ engine }, flags: Flags & Asked) => {
      const { by, where } = flags;
      const idle = await idleOf(engine, by, where);
      answered(io, flags, {
        json: { ...idle, rows: idle.rows.map(jsonRow) },
        csv: idle.rows.map((row) => csvRow([...by.filter((key) => key !== 'load'), 'load'], row)),
        text: idleText(by, idle),
      });
    }),
  );

  asking(shown('trend', 'how emissions went over time, by when jobs began'))
    .addOption(everyOption())
    .action(
      withLedger(async ({ engine }, flags: Flags & Asked & { readonly every: Stretch }) => {
        const { every, by, where } = flags;
        const rows = await trendOf(engine, every, by, where);
        answered(io, flags, {
          json: rows.map(jsonRow),
          csv: rows.map((row) => ({
            ...csvRow([every, ...by.filter((key) => key !== every)], row),
            kgCo2ePerDeviceHour: row.kgCo2ePerDeviceHour,
            gCo2ePerKwh: row.gCo2ePerKwh,
            lostShare: row.lostShare,
          })),
          text: trendText(every, by, rows),
        });
      }),
    );

  whatIfFlags(
    asking(
      shown('what-if', 'what jobs would have emitted elsewhere, on other chips or under a limit'),
    ),
  ).action(
    withLedger(({ engine }, flags: Parameters<typeof answerWhatIf>[2]) =>
      answerWhatIf(io, engine, flags),
    ),
  );

  shown('ask', 'what to ask those who run the machines: what narrows the range most stands first')
    .addOption(whereOption())
    .action(
      withLedger(async ({ engine }, flags: Flags & Pick<Asked, 'where'>) => {
        const questions = await questionsOf(engine, calculator, flags.where);
        answered(io, flags, {
          json: questions,
          csv: questions.questions.map(({ kgCo2eThen: then, ...rest }) => ({
            ...rest,
            kgCo2e: then.value,
            kgCo2eLow: then.low,
            kgCo2eHigh: then.high,
          })),
          text: questionsText(questions),
        });
      }),
    );

  command('project', 'jobs as a project file, a run for each kind of them: for report and the page')
    .addOption(whereOption())
    .option('--name <text>', 'of the project')
    .action(
      withLedger(
        async (
          { engine },
          { where, name }: Flags & Pick<Asked, 'where'> & { readonly name?: string },
        ) => {
          const project = await projectOf(engine, where);
          const named = name === undefined ? project : { name, ...project };
          io.stdout.write(`${JSON.stringify(named, null, 2)}\n`);
        },
      ),
    );

  shown('top', 'the jobs that emitted most')
    .option('--limit <jobs>', 'how many', asCount, 10)
    .addOption(whereOption())
    .action(
      withLedger(
        async ({ engine }, flags: Flags & Pick<Asked, 'where'> & { readonly limit: number }) => {
          const jobs = await topJobs(engine, flags.limit, flags.where);
          answered(io, flags, { json: jobs, csv: jobs, text: topText(jobs) });
        },
      ),
    );

  shown('rejects', 'rows that are no job, and what would mend them').action(
    withLedger(async (open, flags: Flags) => {
      const rows = await rejectsOf(open);
      answered(io, flags, { json: rows, csv: rows, text: rejectsText(rows) });
    }),
  );
  return ledger;
}
