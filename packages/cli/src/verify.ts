import { readFile, stat } from 'node:fs/promises';
import { EDITIONS, problem } from '@ml-emissions/calculator';
import { readTrailer, reportOf, saidFigure, type Trailer } from '@ml-emissions/report';
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

/** What became of a text's figure. */
interface Verified {
  readonly holds: boolean;
  readonly claimedKgCo2e: number;
  readonly recomputedKgCo2e: number;
  readonly findings: readonly string[];
}

/** `ml-emissions verify`: whether the figure of a report still follows from its inputs; 3 where it does not. */
export function verifyCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  return new Command('verify')
    .description(
      'whether the figure of a report (tex, md, json, svg, …) still follows from its inputs',
    )
    .argument('<file>', 'a report that this tool wrote, - for standard input')
    .option('--json', 'print as JSON')
    .action(async (path: string, flags: { readonly json?: boolean }) => {
      finish(await answer(io, path, flags.json ?? false));
    });
}

async function answer(io: Io, path: string, json: boolean): Promise<ExitCode> {
  const refused = (message: string) =>
    refuse(
      io,
      [
        problem('malformed', '', path, {
          message,
          expected: 'a report with its line ml-emissions:1:…',
        }),
      ],
      { json, path },
    );
  const text = await textOf(io, path);
  if (text === null)
    return refused(`cannot read '${path}' as a text of at most ${MOST_BYTES} bytes`);
  const trailer = readTrailer(text);
  if (!trailer)
    return refused(
      `'${path}' carries no line of ours that can be read, so that nothing can be checked`,
    );
  const input = parseInput(trailer.input);
  if (input.kind === 'problems') return refuse(io, input.problems, { json, path });
  const result = input.kind === 'run' ? estimate(input.run) : estimateProject(input.project);
  const verified = compared(text, trailer, reportOf(result, { date: trailer.date, version }));
  if (json) io.stdout.write(`${JSON.stringify(verified, null, 2)}\n`);
  else say(io, verifiedText(cleaned(verified), cleaned(trailer.date), style(io.color)));
  return verified.holds ? 0 : 3;
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

/** A text without what formats put between number and unit. */
const bare = (text: string) => text.replaceAll(/[~\\,*\s]|&nbsp;|qty|\{|\}/g, '');
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/\\kilogram/g, 'kg'],
  [/\\tonne/g, 't'],
  [/\\milli\\gram/g, 'mg'],
  [/\\gram/g, 'g'],
];

/** Whether the text still words the figure that it was made with. */
function says(text: string, said: string): boolean {
  let spelled = text;
  for (const [words, unit] of SPELLED) spelled = spelled.replaceAll(words, unit);
  return bare(spelled).includes(bare(said));
}

function compared(text: string, trailer: Trailer, report: ReturnType<typeof reportOf>): Verified {
  const { value } = report.operational;
  const isSame = Math.abs(value - trailer.kgCo2e) <= SAME * Math.abs(trailer.kgCo2e);
  const isMachine = text.includes(String(trailer.kgCo2e));
  const isSaid = isMachine || says(text, trailer.said);
  const findings = [
    ...(isSaid ? [] : [`the text does not say ${trailer.said} any more, which its inputs gave`]),
    ...Object.entries(trailer.editions).flatMap(([id, hash]) => editionFinding(id, hash)),
    ...(isSame ? [] : [`the same inputs now give ${saidFigure(report)}, not ${trailer.said}`]),
  ];
  return {
    holds: isSame && isSaid,
    claimedKgCo2e: trailer.kgCo2e,
    recomputedKgCo2e: value,
    findings,
  };
}

function editionFinding(id: string, hash: string): string[] {
  if (!EDITIONS.includes(id)) return [`edition ${id} is not in this version`];
  return catalogue(id).edition.hash === hash ? [] : [`the data of edition ${id} has changed since`];
}

function verifiedText(
  { holds, claimedKgCo2e, recomputedKgCo2e, findings }: Verified,
  date: string,
  { bold }: Style,
): string {
  return `${[
    bold(
      holds ? 'The figure follows from its inputs.' : 'The figure does not follow from its inputs.',
    ),
    `  stated on ${date}  ${mass(claimedKgCo2e)}`,
    `  recomputed now       ${mass(recomputedKgCo2e)}`,
    ...findings.map((one) => `  ${one}`),
  ].join('\n')}\n`;
}
