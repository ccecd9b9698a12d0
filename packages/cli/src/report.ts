import { readFile, stat } from 'node:fs/promises';
import { reportOf } from '@ml-emissions/answers';
import { type Problem, problem } from '@ml-emissions/calculator';
import {
  FORMATS,
  type Format,
  type FormatName,
  type FormatOptions,
  htmlReport,
  projectFor,
  REPORT_LANGUAGES,
  type Report,
  type ReportLanguage,
  refusalOf,
  runFor,
  writes,
} from '@ml-emissions/report';
import { Command, Option } from 'commander';
import { estimate, estimateProject } from './calculator.ts';
import { cleaned } from './cleaned.ts';
import { type Input, readInput, refuse } from './input.ts';
import { type ExitCode, type Io, tell } from './io.ts';
import { printed } from './pdf.ts';
import { addRunFlags, type TypedFlags } from './run-flags.ts';
import { isSpecialFile, writeFault, writeWhole } from './write-file.ts';

const EXAMPLES = `
Examples:
  $ ml-emissions report run.yaml --format latex --long
  $ ml-emissions report run.yaml --format model-card --into README.md
  $ ml-emissions report project.yaml --format eu-ai --out documentation.md
  $ ml-emissions report run.yaml --format latex --language fr
  $ ml-emissions report run.yaml --format pdf --out report.pdf
`;
const PDF = 'pdf';
const NAMES = [...Object.keys(FORMATS), PDF];
const ALL: readonly Format[] = Object.values(FORMATS);
/** Formats that go into a file that is there. */
const MERGING = ALL.filter(({ merge }) => merge)
  .map(({ name }) => name)
  .join(', ');
/** Formats whose sentences may be in French. */
const FRENCH = ALL.filter((one) => writes(one, 'fr')).map(({ name }) => name);
const MOST_BYTES = 5_000_000;

/** What each format is, for the help. */
const TITLES = `
Formats:
${[...ALL, { name: PDF, title: 'One page, printed by the Chromium or Chrome that is there' }]
  .map(({ name, title }) => `  ${name.padEnd(12)} ${title}`)
  .join('\n')}
`;

/** The options of all formats, each with the formats that understand it and what it does there. */
function formatOptions(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const { name, options } of ALL) {
    for (const [option, meaning] of Object.entries(options)) {
      all.set(option, [all.get(option), `${name}: ${meaning}`].filter(Boolean).join('; '));
    }
  }
  return all;
}

interface Flags {
  readonly format: string;
  readonly out?: string;
  readonly into?: string;
  readonly date?: string;
  readonly calculator?: string;
  readonly language: ReportLanguage;
  readonly json?: boolean;
}

/** `ml-emissions report`: one estimate in the form that a paper, card or authority wants. */
export function reportCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  const command = new Command('report')
    .description('the estimate as a paper, card, checklist or authority wants it')
    .argument('[file]', 'a run or project as YAML or JSON, - for standard input; flags override it')
    .addOption(new Option('--format <name>', 'which').choices(NAMES).makeOptionMandatory())
    .option('--out <file>', 'write to a file instead of standard output; - is standard output')
    .option('--into <file>', `${MERGING}: put it into this README.md, the rest untouched`)
    .addOption(
      new Option(
        '--language <code>',
        `of its sentences; in French: ${[...FRENCH, PDF].join(', ')}; all others are in English`,
      )
        .choices(REPORT_LANGUAGES)
        .default('en'),
    )
    .option('--date <day>', 'day of the report, YYYY-MM-DD (default: today)')
    .option(
      '--calculator <address>',
      'where the calculator stands on the internet: the report links to it, and to this run in it',
    );
  for (const [option, meaning] of formatOptions()) command.option(`--${option}`, meaning);
  return addRunFlags(command)
    .addHelpText('after', TITLES + EXAMPLES)
    .action(async (file: string | undefined, flags: Flags & TypedFlags) => {
      finish(await answer(io, file, flags));
    });
}

function fault(flag: string, value: string, message: string, expected: string): Problem {
  return problem('wrong-type', flag, value, { message, expected });
}

async function answer(
  io: Io,
  path: string | undefined,
  flags: Flags & TypedFlags,
): Promise<ExitCode> {
  if (flags.into !== undefined && flags.out !== undefined) {
    const expected = '--into or --out';
    const message = `--into puts the report into '${flags.into}', --out into a file of its own; one of them`;
    return refuse(io, [problem('conflict', '--out', flags.out, { message, expected })], {
      path: undefined,
    });
  }
  const input = await readInput(io, path, flags);
  if (input.kind === 'problems') return refuse(io, input.problems, { path: input.source });
  const date = flags.date ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
    return refuse(
      io,
      [fault('--date', date, `'${date}' is no day; expected YYYY-MM-DD`, 'YYYY-MM-DD')],
      { path: undefined },
    );
  }
  const site = flags.calculator === undefined ? null : siteOf(flags.calculator);
  if (site === undefined) {
    const { calculator = '' } = flags;
    const expected = 'an address such as https://example.org/calculator/';
    const message = `'${calculator}' is no address; expected ${expected}`;
    return refuse(io, [fault('--calculator', calculator, message, expected)], { path: undefined });
  }
  const result = resultFor(input, flags.format);
  const report = reportOf(result, { date, site, language: flags.language });
  const refusal =
    flags.format === PDF || flags.format === undefined
      ? null
      : refusalOf(report, flags.format as FormatName);
  if (refusal !== null) {
    return refuse(
      io,
      [fault('--format', flags.format ?? '', refusal, 'a format that can say it')],
      {
        path: undefined,
      },
    );
  }
  if (flags.into !== undefined) return into(io, flags.into, flags, report);
  if (flags.format === PDF) return pdf(io, flags.out, report);
  const { write, options } = FORMATS[flags.format as FormatName];
  return deliver(io, flags.out, write(report, chosen(options, flags)));
}

/** What the run or project comes to in a form, which may have a method of its own. */
function resultFor(input: Exclude<Input, { kind: 'problems' }>, name: string | undefined) {
  const format = name === undefined || name === PDF ? null : (name as FormatName);
  if (input.kind === 'run') return estimate(format ? runFor(format, input.run) : input.run);
  return estimateProject(format ? projectFor(format, input.project) : input.project);
}

/** The address of a page of the calculator, without what stands behind `#`; undefined where it is none. */
function siteOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url?.protocol.startsWith('http')) return undefined;
  return `${url.origin}${url.pathname.replace(/\/?$/, '/')}`;
}

/** What of a format's options the flags switch on. */
function chosen(
  options: Format['options'],
  flags: Readonly<Record<string, unknown>>,
): FormatOptions {
  return Object.fromEntries(Object.keys(options).map((name) => [name, flags[name] === true]));
}

/** What stands for the command's own streams: another file by that name would not be where the shell sends them. */
const STDOUT = ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];

async function deliver(io: Io, out: string | undefined, text: string): Promise<ExitCode> {
  if (out === undefined || STDOUT.includes(out)) {
    io.stdout.write(text);
    return 0;
  }
  return written(io, '--out', out, text);
}

async function written(
  io: Io,
  flag: string,
  path: string,
  text: string | Uint8Array,
): Promise<ExitCode> {
  try {
    await writeWhole(path, text);
    tell(io, `${cleaned(`wrote ${path}`)}\n`);
    return 0;
  } catch (error) {
    return notWritten(io, flag, path, error);
  }
}

function notWritten(io: Io, flag: string, path: string, error: unknown): ExitCode {
  const { reason, exit } = writeFault(error, path);
  const expected = 'a file that can be written';
  refuse(io, [fault(flag, path, `cannot write '${path}': ${reason}`, expected)], {
    path: undefined,
  });
  return exit;
}

/** Merges into a card that is there, or starts one. */
async function into(io: Io, path: string, flags: Flags, report: Report): Promise<ExitCode> {
  const refused = (told: Problem) => refuse(io, [told], { path: undefined });
  const found = ALL.find(({ name }) => name === flags.format);
  if (!found?.merge) {
    return refused(
      fault(
        '--into',
        path,
        `only --format ${MERGING} goes into a file that is there`,
        '--out for other formats',
      ),
    );
  }
  const before = await existing(path);
  if (before instanceof Error) return notWritten(io, '--into', path, before);
  if (before === null)
    return refused(
      fault(
        '--into',
        path,
        `'${path}' cannot be read as a text of at most ${MOST_BYTES} bytes`,
        'a README.md',
      ),
    );
  const merged = found.merge(before, report, chosen(found.options, { ...flags }));
  if (!merged.ok)
    return refused(
      fault(
        '--into',
        path,
        `${path}: ${merged.reason}; nothing was changed`,
        'a card that it can go into',
      ),
    );
  const exit = await written(io, '--into', path, merged.text);
  for (const line of exit === 0 ? merged.besides : []) {
    tell(io, `${cleaned(`${path} says elsewhere, and was left so: "${line}"`)}\n`);
  }
  return exit;
}

/** The text of a file; '' where there is none, null where it is no text, or why it cannot be read. */
async function existing(path: string): Promise<string | null | Error> {
  // A device or a pipe holds nothing to keep, and may never end.
  if (await isSpecialFile(path)) return '';
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return null;
    const bytes = await readFile(path);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : (error as Error);
  }
}

async function pdf(io: Io, out: string | undefined, report: Report): Promise<ExitCode> {
  if (out === undefined) {
    const told = fault('--out', '', 'a PDF needs a file to go to', '--out report.pdf');
    return refuse(io, [told], { path: undefined });
  }
  const page = await printed(htmlReport(report));
  if (!page.ok) {
    tell(io, `${cleaned(page.reason)}\n`);
    return 1;
  }
  return written(io, '--out', out, page.pdf);
}
