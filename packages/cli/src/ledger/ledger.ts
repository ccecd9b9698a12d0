import {
  type Engine,
  exportLedger,
  idleOf,
  type Ledger,
  LOST_STATES,
  type OpenOptions,
  priceLedger,
  projectOf,
  questionsOf,
  rejectsOf,
  summarise,
  topJobs,
  trendOf,
  writeSql,
} from '@ml-emissions/ledger';
import { Command, Option } from 'commander';
import { calculator } from '../calculator.ts';
import { cleaned } from '../cleaned.ts';
import { type ExitCode, type Io, say, tell } from '../io.ts';
import { answered } from './answered.ts';
import {
  type Asked,
  asCount,
  asking,
  everyOption,
  type Stretch,
  whereOption,
} from './arguments.ts';
import { type EngineFlags, fromFlag, guardedCluster, withEngineFlags } from './cluster.ts';
import { asideOf, type Flags, guarded, READING, told, WRITING } from './guarded.ts';
import { importCommand } from './import.ts';
import { jobsCommand } from './jobs.ts';
import { asMeant } from './meant.ts';
import { openCommand } from './open/open.ts';
import { csvRow, jsonRow } from './rows.ts';
import {
  counted,
  idleText,
  number,
  questionsText,
  rejectsText,
  summaryText,
  topText,
  trendText,
} from './text.ts';
import { stoppable, watched } from './watched.ts';
import { answerWhatIf, whatIfFlags } from './what-if.ts';

const DEFAULT_LEDGER = 'jobs.duckdb';
const UNPRICED = 'nothing was priced anew; what was priced before stands';

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
          await watched(io, open, 'working', () => work(open, flags));
          return 0;
        }),
      );
  /** The same for what a cluster can be asked, too. */
  const withEngine =
    <Given extends EngineFlags>(
      work: (of: { readonly engine: Engine }, flags: Given) => Promise<void>,
      options: OpenOptions = READING,
    ) =>
    async (flags: Given) => {
      const answer = async (of: { readonly engine: Engine }): Promise<ExitCode> => {
        await work(of, await asMeant(io, of.engine, flags));
        return 0;
      };
      finish(
        await (flags.engine === 'duckdb'
          ? guarded(io, flags, options, (open) => watched(io, open, 'working', () => answer(open)))
          : guardedCluster(io, flags, answer)),
      );
    };
  const command = (name: string, about: string) =>
    ledger
      .command(name)
      .description(about)
      .addOption(new Option('--ledger <file>', 'where the jobs are kept').default(DEFAULT_LEDGER));
  const asked = (name: string, about: string) => withEngineFlags(command(name, about));
  const askedOfAny = (name: string, about: string) => fromFlag(asked(name, about));
  const shown = (name: string, about: string, of = askedOfAny) =>
    of(name, about)
      .option('--json', 'print JSON')
      .option('--csv', 'print CSV')
      .option('--parquet <file>', 'write the rows of the CSV to a Parquet file');

  importCommand(
    command('import', 'read logs into the ledger; reading them again adds nothing'),
    io,
    finish,
  );

  asked('price', 'work out what each job emitted')
    .option('--edition <id>', 'of the data; the current one by default')
    .option('--json', 'print JSON')
    .action(
      withEngine(
        async (
          { engine },
          { ledger, edition, json }: EngineFlags & { readonly edition?: string },
        ) => {
          const priced = await stoppable(io, UNPRICED, [asideOf(ledger)], () =>
            priceLedger(engine, calculator, { edition }),
          );
          if (json) io.stdout.write(`${JSON.stringify(priced, null, 2)}\n`);
          else {
            const { jobs, priced: count, shapes, edition: by } = priced;
            say(
              io,
              `${number(count)} of ${counted(jobs)} priced, of ${counted(shapes, 'shape')}, by edition ${by}\n`,
            );
            for (const { reason, jobs: some } of priced.refused)
              tell(io, `${number(some)} not: ${cleaned(reason)}\n`);
            for (const { about, jobs: some } of priced.notes)
              tell(io, `${number(some)} with a note: ${about}\n`);
          }
        },
        WRITING,
      ),
    );

  jobsCommand(askedOfAny('jobs', 'one row a job'), io, finish);

  command('export', 'write jobs as Parquet, for the storage of a cluster')
    .requiredOption('--to <folder>', 'where to; beside other exports, if there are some')
    .action(
      withLedger(async (open, { to }: Flags & { readonly to: string }) => {
        const { jobs, templates } = await exportLedger(open, to);
        say(io, `${counted(jobs)} of ${counted(templates, 'template')}\n`);
      }),
    );

  ledger
    .command('sql')
    .description('write the texts and rates by which Spark prices a folder of exports')
    .requiredOption('--from <folder>', 'of exports; they are written there')
    .option('--edition <id>', 'of the data; the current one by default')
    .action(async ({ from, edition }: { readonly from: string; readonly edition?: string }) =>
      finish(
        await told(io, async () => {
          const { shapes, modelled, edition: by } = await writeSql(from, calculator, { edition });
          say(io, `price.sql and the rates of ${counted(shapes, 'shape')}, by edition ${by}\n`);
          if (modelled > 0) say(io, `${counted(modelled)} that the model alone can price\n`);
          return 0;
        }),
      ),
    );

  asking(
    shown('summary', 'what jobs emitted together, with ranges that carry what they share'),
  ).action(
    withEngine(async ({ engine }, flags: EngineFlags & Asked) => {
      const { by, where } = flags;
      const rows = await summarise(engine, by, where);
      await answered(io, flags, {
        json: rows.map(jsonRow),
        csv: rows.map((row) => csvRow(by, row)),
        text: (columns) => summaryText(by, rows, columns),
      });
    }),
  );

  asking(shown('failed', 'what jobs cost whose work was lost')).action(
    withEngine(async ({ engine }, flags: EngineFlags & Asked) => {
      const by = flags.by.length > 0 ? flags.by : (['state'] as const);
      const rows = await summarise(engine, by, { ...flags.where, state: LOST_STATES });
      await answered(io, flags, {
        json: rows.map(jsonRow),
        csv: rows.map((row) => csvRow(by, row)),
        text: (columns) => summaryText(by, rows, columns),
      });
    }),
  );

  asking(shown('idle', 'what chips cost that were held and had little to do')).action(
    withEngine(async ({ engine }, flags: EngineFlags & Asked) => {
      const { by, where } = flags;
      const idle = await idleOf(engine, by, where);
      await answered(io, flags, {
        json: { ...idle, rows: idle.rows.map(jsonRow) },
        csv: idle.rows.map((row) => csvRow([...by.filter((key) => key !== 'load'), 'load'], row)),
        text: (columns) => idleText(by, idle, columns),
      });
    }),
  );

  asking(shown('trend', 'how emissions went over time, by when jobs began'))
    .addOption(everyOption())
    .action(
      withEngine(async ({ engine }, flags: EngineFlags & Asked & { readonly every: Stretch }) => {
        const { every, by, where } = flags;
        const rows = await trendOf(engine, every, by, where);
        await answered(io, flags, {
          json: rows.map(jsonRow),
          csv: rows.map((row) => ({
            ...csvRow([every, ...by.filter((key) => key !== every)], row),
            kgCo2ePerDeviceHour: row.kgCo2ePerDeviceHour,
            gCo2ePerKwh: row.gCo2ePerKwh,
            lostShare: row.lostShare,
          })),
          text: (columns) => trendText(every, by, rows, columns),
        });
      }),
    );

  whatIfFlags(
    asking(
      shown('what-if', 'what jobs would have emitted elsewhere, on other chips or under a limit'),
    ),
  ).action(
    withEngine(({ engine }, flags: EngineFlags & Parameters<typeof answerWhatIf>[2]) =>
      answerWhatIf(io, engine, flags),
    ),
  );

  shown('ask', 'what to ask those who run the machines: what narrows the range most stands first')
    .addOption(whereOption())
    .action(
      withEngine(async ({ engine }, flags: EngineFlags & Pick<Asked, 'where'>) => {
        const questions = await questionsOf(engine, calculator, flags.where);
        await answered(io, flags, {
          json: questions,
          csv: questions.questions.map(({ kgCo2eThen: then, ...rest }) => ({
            ...rest,
            kgCo2e: then.value,
            kgCo2eLow: then.low,
            kgCo2eHigh: then.high,
          })),
          text: () => questionsText(questions),
        });
      }),
    );

  askedOfAny(
    'project',
    'jobs as a project file, a run for each kind of them: for report and the page',
  )
    .addOption(whereOption())
    .option('--name <text>', 'of the project')
    .action(
      withEngine(
        async (
          { engine },
          { where, name }: EngineFlags & Pick<Asked, 'where'> & { readonly name?: string },
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
      withEngine(
        async (
          { engine },
          flags: EngineFlags & Pick<Asked, 'where'> & { readonly limit: number },
        ) => {
          const jobs = await topJobs(engine, flags.limit, flags.where);
          await answered(io, flags, {
            json: jobs,
            csv: jobs,
            text: (columns) => topText(jobs, columns),
          });
        },
      ),
    );

  openCommand(
    command('open', 'the ledger as a page in your browser, read alone, until Ctrl+C'),
    io,
    finish,
  );

  shown('rejects', 'rows that are no job, and what would mend them', command).action(
    withLedger(async (open, flags: Flags) => {
      const rows = await rejectsOf(open);
      await answered(io, flags, { json: rows, csv: rows, text: () => rejectsText(rows) });
    }),
  );
  return ledger;
}
