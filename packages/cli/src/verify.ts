import { readFile, stat } from 'node:fs/promises';
import { EDITIONS, type Problem, problem } from '@ml-emissions/calculator';
import {
  type FoundTrailer,
  reportOf,
  saidFigure,
  type Trailer,
  trailersOf,
  type Verified,
  verified,
} from '@ml-emissions/report';
import { Command } from 'commander';
import { version } from '../package.json';
import { catalogue, estimate, estimateProject } from './calculator.ts';
import { cleaned } from './cleaned.ts';
import { mass } from './format.ts';
import { parseInput, refuse } from './input.ts';
import { type ExitCode, type Io, say } from './io.ts';
import { STDIN, textOfStream } from './read-file.ts';
import { type Style, style } from './style.ts';

const MOST_BYTES = 5_000_000;
/** The same digits but for the last bits: two machines may differ there. */
const SAME = 1e-9;
/** So many differences are shown of a report; all stand in the JSON. */
const MOST_SHOWN = 12;

/** What became of one report in the file. */
interface Answer extends Verified {
  readonly holds: boolean;
  readonly date: string;
  /** The version that wrote it; null where its line does not say. */
  readonly writtenBy: string | null;
  readonly claimedKgCo2e: number;
  readonly recomputedKgCo2e: number;
  /** What is to be said beside the differences. */
  readonly findings: readonly string[];
}

interface Flags {
  readonly json?: boolean;
  readonly figures?: boolean;
}

/** `ml-emissions verify`: whether all that a report says still follows from its inputs; 3 where it does not. */
export function verifyCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  return new Command('verify')
    .description('whether every figure of a report (tex, md, json, svg, …) follows from its inputs')
    .argument('<file>', 'a report, or a document that holds some; - for standard input')
    .option('--figures', 'figures and names only, for a text whose sentences you have reworded')
    .option('--json', 'print as JSON')
    .action(async (path: string, flags: Flags) => {
      finish(await answer(io, path, flags));
    });
}

async function answer(io: Io, path: string, flags: Flags): Promise<ExitCode> {
  const json = flags.json ?? false;
  const refused = (problems: readonly Problem[]) => refuse(io, problems, { json, path });
  const fault = (message: string) => [
    problem('malformed', '', path, {
      message,
      expected: 'a report with its line ml-emissions:1:…',
    }),
  ];
  const text = await textOf(io, path);
  if (text === null)
    return refused(fault(`cannot read '${path}' as a text of at most ${MOST_BYTES} bytes`));
  const found = trailersOf(text);
  if (found.length === 0 || found.includes(null))
    return refused(
      fault(`'${path}' carries no line of ours that can be read, so that nothing can be checked`),
    );
  const answers: Answer[] = [];
  for (const one of found) {
    if (!one) continue;
    const input = parseInput(one.trailer.input);
    if (input.kind === 'problems') return refused(input.problems);
    const result = input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
    const checked = checkedReport(text, one, result, flags.figures ?? false);
    if (!checked)
      return refused(
        fault(`'${path}' is a report as '${one.trailer.format}', which ${version} does not have`),
      );
    answers.push(checked);
  }
  if (json)
    io.stdout.write(
      `${JSON.stringify({ holds: answers.every(({ holds }) => holds), reports: answers }, null, 2)}\n`,
    );
  else say(io, answers.map((one) => answerText(cleaned(one), style(io.color))).join('\n'));
  return answers.every(({ holds }) => holds) ? 0 : 3;
}

async function textOf({ stdin }: Io, path: string): Promise<string | null> {
  if (path === STDIN) return textOfStream(stdin, MOST_BYTES);
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

function checkedReport(
  text: string,
  found: FoundTrailer,
  result: Parameters<typeof reportOf>[0],
  isReworded: boolean,
): Answer | null {
  const { trailer } = found;
  const report = reportOf(result, { date: trailer.date, version: trailer.version ?? version });
  const compared = verified(text, found, report, { isReworded, version });
  if (!compared) return null;
  const { value } = report.operational;
  const isSame = Math.abs(value - trailer.kgCo2e) <= SAME * Math.abs(trailer.kgCo2e);
  return {
    holds: isSame && compared.differences.length === 0 && compared.refused === null,
    date: trailer.date,
    writtenBy: trailer.version ?? null,
    claimedKgCo2e: trailer.kgCo2e,
    recomputedKgCo2e: value,
    ...compared,
    findings: [
      ...(compared.refused === null ? [] : [compared.refused]),
      ...Object.entries(trailer.editions).flatMap(([id, hash]) => editionFinding(id, hash)),
      ...(isSame ? [] : [`the same inputs now give ${saidFigure(report)}, not ${trailer.said}`]),
      ...(compared.isOtherVersion ? [otherVersion(trailer)] : []),
    ],
  };
}

function otherVersion({ version: by }: Trailer): string {
  const who = by === undefined ? 'an older version' : `version ${by}`;
  return `written by ${who}, this is ${version}: its sentences may be worded otherwise and its digits rounded otherwise; figures and names are compared`;
}

function editionFinding(id: string, hash: string): string[] {
  if (!EDITIONS.includes(id)) return [`edition ${id} is not in this version`];
  return catalogue(id).edition.hash === hash ? [] : [`the data of edition ${id} has changed since`];
}

function answerText(one: Answer, { bold }: Style): string {
  const { holds, format, figures, differences, findings, date } = one;
  const many = differences.length;
  const shown = differences.slice(0, MOST_SHOWN);
  return `${[
    bold(
      holds
        ? `The report follows from its inputs: ${figures} figures of ${format} agree.`
        : 'The report does not follow from its inputs.',
    ),
    `  stated on ${date}  ${mass(one.claimedKgCo2e)}`,
    `  recomputed now       ${mass(one.recomputedKgCo2e)}`,
    ...findings.map((finding) => `  ${finding}`),
    ...(many === 0 ? [] : [`  ${many} ${many === 1 ? 'place differs' : 'places differ'}:`]),
    ...shown.map(({ line, stands, should, isFact }) =>
      line === null
        ? `    not in the text: "${should}"`
        : `    line ${line}: "${stands}" should be "${should}"${isFact ? '' : ' (wording)'}`,
    ),
    ...(many > shown.length ? [`    and ${many - shown.length} more; --json shows all`] : []),
  ].join('\n')}\n`;
}
