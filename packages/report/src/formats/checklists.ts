import {
  type Amount,
  amountOf,
  type EstimateResult,
  type Phase,
  runsOf,
} from '@ml-emissions/model';
import { linkedLatex, linkedMarkdown } from '../address.ts';
import { askedOf } from '../asks.ts';
import { madeWith } from '../cite.ts';
import { markdown } from '../escape.ts';
import { energy, given, mass, shown, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import {
  chipHoursOf,
  chipHoursWords,
  developmentWords,
  each,
  eachOrUnknown,
  hoursOf,
  hoursWords,
  ownerWords,
  phaseOf,
  placeWords,
  ratedHardwareOf,
  repeatsOf,
} from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';
import { answersOf, inUseWords } from '../use-words.ts';
import { english } from '../wording/index.ts';
import { setLatex } from './latex.ts';
import { runTable } from './markdown.ts';

const DEVELOPMENT: ReadonlySet<Phase | undefined> = new Set<Phase>([
  'search',
  'ablation',
  'failed',
  'evaluation',
  'validation',
]);
const UNKNOWN = 'not known';
const { ofSome, services } = english;

/** Whether the whole project took more than is listed: the last question of NeurIPS. */
function moreWords(report: Report): string {
  const { runs, complete, notCounted } = report;
  const some = runs.filter((run) => DEVELOPMENT.has(phaseOf(run)));
  const told = each(runs, developmentWords);
  const listed =
    told.length > 0
      ? `Counted with the runs, in whole runs: ${told.join('; ')}.`
      : some.length > 0
        ? `Preliminary, search, evaluation and failed runs are listed (${some.length} of ${runs.length}).`
        : complete === null
          ? ''
          : 'Only final runs are listed.';
  const isOtherTold = askedOf(report, ['otherRuns']).every(({ state }) => state === 'told');
  const more = isOtherTold
    ? 'Whether the whole project took more'
    : 'Whether other runs led to it (searches, ablations, failed ones), and whether the whole project took more,';
  const rest =
    complete === true
      ? 'The list is complete.'
      : complete === false
        ? `The whole project took more than is listed${notCounted === null ? '' : `: ${notCounted}`}.`
        : `${more} is not known${notCounted === null ? '' : `; not counted: ${notCounted}`}.`;
  return [listed, rest].filter(Boolean).join(' ');
}

/** What kinds of processors worked, and whose they are: each once. */
function workers(runs: readonly EstimateResult[]): string {
  const kinds = each(runs, ({ machine }) =>
    machine.accelerators.length > 0 ? 'GPU or other accelerator' : machine.cpu ? 'CPU' : UNKNOWN,
  );
  const whose = each(runs, (run) => ownerWords(run) || `whose they are is ${UNKNOWN}`);
  return [...kinds, ...whose].join('; ');
}

function perRun(run: EstimateResult): string {
  const hours = hoursOf(run);
  const chips = chipHoursOf(run);
  const [served] = answersOf([run]);
  const noHours = served?.isYear ? services.aYearOf(served.answers) : `time ${UNKNOWN}`;
  const each = hours === null ? noHours : `${hoursWords(hours)} wall-clock a run`;
  const repeats = repeatsOf(run) === 1 ? '' : `, ${given(repeatsOf(run))} runs`;
  return `${each}${repeats}${chips === null ? '' : `, ${given(chips)} chip-hours`}`;
}

const ramWords = ({ machine: { memoryGb } }: EstimateResult) =>
  memoryGb === null ? '' : `${given(memoryGb)} GB`;

/** Memory of the chips by their kind, and that of the machine. */
const memoryWords = (run: EstimateResult) =>
  [
    ...run.machine.accelerators.map(({ memoryGb, name }) =>
      memoryGb === null ? '' : `${given(memoryGb)} GB on each ${name}`,
    ),
    run.machine.memoryGb === null ? '' : `${ramWords(run)} of the machine`,
  ]
    .filter(Boolean)
    .join(', ');

/** Memory of the machines, where some or all of it is not known. */
function untoldMemory(runs: readonly EstimateResult[]): string[] {
  const untold = runs.filter((run) => run.machine.memoryGb === null).length;
  if (untold === 0) return [];
  const words = `${UNKNOWN} for the machine`;
  return [untold === runs.length ? words : ofSome(words, untold, runs.length)];
}

function lines(list: readonly (readonly [string, string])[]): string[] {
  return list.map(([name, text]) => `- **${name}:** ${markdown(text || UNKNOWN)}`);
}

/** What else is not known, as a line; none where nothing is. */
const rest = (report: Report, format: Parameters<typeof unknownWords>[1]): string[] =>
  [unknownWords(report, format)].filter(Boolean);

const ending = (report: Report, format: string) => [
  '',
  `<!-- ${trailerOf(report, format)} -->`,
  '',
];

const total = (report: Report) => {
  return `${chipHoursWords(report.runs) ?? 'chip-hours not known'}, ${withRange(energy(report.energyKwh))}, ${withRange(mass(report.operational), 'CO2e')} (${basisWords(report)})${inUseWords(report.runs)}`;
};

/** NeurIPS paper checklist, item 8, as its LaTeX has it: the answer, and its justification. */
function neuripsReport(report: Report): string {
  const { runs } = report;
  const facts: readonly (readonly [string, string])[] = [
    ['Compute workers', workers(runs)],
    ['Hardware', ratedHardwareOf(runs).join('; ')],
    ['Memory', [...each(runs, memoryWords), ...untoldMemory(runs)].join('; ')],
    ['Storage', UNKNOWN],
    [
      'Compute of each run',
      runs.map((run, index) => `${run.run.name ?? `run ${index + 1}`}: ${perRun(run)}`).join('; '),
    ],
    ['Total', total(report)],
    ['Preliminary and failed runs', moreWords(report).replace(/\.$/, '')],
  ];
  return [
    '\\item {\\bf Experiments compute resources}',
    '\\item[] Answer: \\answerYes{}',
    '\\item[] Justification:',
    ...facts.map(([name, text]) => `${name}: ${setLatex(text || UNKNOWN)}.`),
    ...rest(report, neuripsFormat).map((one) => setLatex(one)),
    linkedLatex(`Made with: ${madeWith(report)}.`, report, setLatex),
    `% ${trailerOf(report, 'neurips')}`,
    '',
  ].join('\n');
}

/** ACL responsible NLP checklist, C1: parameters, budget, infrastructure. */
function aclReport(report: Report): string {
  const { runs } = report;
  const parameters = eachOrUnknown(runs, ({ run: { model } }) =>
    model?.parameters === undefined
      ? ''
      : `${model.name ? `${model.name}: ` : ''}${given(amountOf(model.parameters) / 1e9)} billion`,
  );
  return [
    '## C1. Model size, budget and infrastructure',
    '',
    ...lines([
      ['Number of parameters', parameters.join('; ')],
      ['Total computational budget', total(report)],
      [
        'Computing infrastructure',
        each(runs, (run) =>
          [ratedHardwareOf([run]).join('') || `hardware ${UNKNOWN}`, placeWords(run)]
            .filter(Boolean)
            .join(', '),
        ).join('; '),
      ],
      ['Not in the budget', moreWords(report)],
    ]),
    ...rest(report, aclFormat).map((one) => `- ${one}`),
    `- **Made with:** ${linkedMarkdown(madeWith(report), report)}`,
    ...ending(report, 'acl'),
  ].join('\n');
}

const KINDS: readonly (readonly [kind: string, phases: readonly Phase[]])[] = [
  ['training', ['training', 'pre-training', 'data']],
  ['fine-tuning', ['fine-tuning']],
  ['distillation', ['distillation']],
  ['hyper-parameter search', ['search']],
  ['ablation', ['ablation']],
  ['inference', ['inference', 'deployment', 'evaluation', 'validation']],
  ['failed', ['failed']],
  ['other', ['other']],
];

/** Kinds of work that are counted with a run: told where their number is, and be it none. */
const WITH_RUN: Readonly<Partial<Record<string, 'trials' | 'ablations' | 'failed'>>> = {
  'hyper-parameter search': 'trials',
  ablation: 'ablations',
  failed: 'failed',
};

/** Whether it is told that there was no work of a kind: the list is whole, or each run says so. */
function isToldNone({ runs, complete }: Report, kind: string): boolean {
  const field = WITH_RUN[kind];
  const isKnown = runs.every((run) => phaseOf(run) !== undefined);
  if (complete === true && isKnown) return true;
  return (
    field !== undefined &&
    runs.every(({ run: { development = {} } }) => {
      const told = development[field];
      return told !== undefined && amountOf(told) === 0;
    })
  );
}

/** What is counted of a run under one phase, in whole runs. */
interface Piece {
  readonly phase: Phase | undefined;
  readonly times: number;
  readonly chipHours: number | null;
  readonly kwh: number;
}

/** A run itself, and the search, the ablations and the failed runs that are counted with it, each as its share of the whole. */
function piecesOf(result: EstimateResult): Piece[] {
  const { repeats, search, ablations, failed } = runsOf(result.run);
  const chips = chipHoursOf(result);
  const piece = (phase: Phase | undefined, amount: Amount): Piece => {
    const times = amountOf(amount);
    const share = times / repeatsOf(result);
    const chipHours = chips === null ? null : chips * share;
    return { phase, times, chipHours, kwh: result.energyKwh.value * share };
  };
  return [
    piece(phaseOf(result), repeats),
    piece('search', search),
    piece('ablation', ablations),
    piece('failed', failed),
  ].filter(({ times }) => times > 0);
}

/** CVPR compute reporting form: hardware, total, and the split of the development by kind of work. */
function cvprReport(report: Report): string {
  const { runs } = report;
  const pieces = runs.flatMap(piecesOf);
  const split = (kind: string, some: readonly Piece[]) => {
    if (some.length === 0) {
      const none = isToldNone(report, kind) ? '0' : UNKNOWN;
      return `| ${kind} | ${none} | ${none} | ${none} |`;
    }
    const of = (figure: (piece: Piece) => number) =>
      some.reduce((sum, piece) => sum + figure(piece), 0);
    const isKnown = some.some(({ chipHours }) => chipHours !== null);
    const chips = isKnown ? given(of(({ chipHours }) => chipHours ?? 0)) : UNKNOWN;
    return `| ${kind} | ${shown(of(({ times }) => times))} | ${chips} | ${shown(of(({ kwh }) => kwh))} |`;
  };
  const unknown = pieces.filter(({ phase }) => phase === undefined);
  const dates = eachOrUnknown(runs, ({ run: { start, end } }) =>
    start ? `${start}${end ? ` to ${end}` : ''}` : '',
  );
  return [
    '## Compute reporting form',
    '',
    ...lines([
      [
        'CPU',
        eachOrUnknown(runs, ({ machine }) =>
          machine.cpu ? `${given(machine.cpu.count)} ${machine.cpu.name}` : '',
        ).join('; '),
      ],
      ['GPU or other accelerator', ratedHardwareOf(runs).join('; ')],
      ['RAM', eachOrUnknown(runs, ramWords).join('; ')],
      ['Storage type', UNKNOWN],
      ['Own or cloud', eachOrUnknown(runs, (run) => ownerWords(run)).join('; ')],
      ['Instance', eachOrUnknown(runs, ({ machine }) => machine.instance ?? '').join('; ')],
      ['Total', total(report)],
      ['Dates', dates.join('; ')],
    ]),
    '',
    '| development by kind of work | runs | chip-hours | kWh |',
    '| --- | ---: | ---: | ---: |',
    ...KINDS.map(([kind, phases]) =>
      split(
        kind,
        pieces.filter(({ phase }) => phase !== undefined && phases.includes(phase)),
      ),
    ),
    ...(unknown.length === 0 ? [] : [split(`kind ${UNKNOWN}`, unknown)]),
    '',
    ...runTable(report),
    '',
    linkedMarkdown(
      `${[moreWords(report), ...rest(report, cvprFormat)].join(' ')} Made with the ${madeWith(report)}.`,
      report,
    ),
    ...ending(report, 'cvpr'),
  ].join('\n');
}

/** Item 8 of the NeurIPS checklist. */
export const neuripsFormat = {
  name: 'neurips',
  title: 'NeurIPS checklist, item 8',
  about:
    '`\\answerYes{}` with its justification: compute workers, memory, compute of each run and in all, whether more was run',
  standard: { name: 'NeurIPS paper checklist, item 8', version: null },
  mediaType: 'application/x-tex',
  extension: 'tex',
  asks: ['hardware', 'owner', 'memory', 'storage', 'hours', 'otherRuns'],
  saysUnknown: ['hardware', 'owner', 'memory', 'hours', 'otherRuns'],
  options: {},
  hasTrailer: true,
  write: neuripsReport,
} as const satisfies Format;

/** C1 of the ACL checklist. */
export const aclFormat = {
  name: 'acl',
  title: 'ACL responsible NLP, C1',
  about: 'parameters, budget, infrastructure',
  standard: { name: 'ACL responsible NLP checklist, C1', version: null },
  mediaType: 'text/markdown',
  extension: 'md',
  asks: ['parameters', 'hours', 'hardware', 'otherRuns'],
  saysUnknown: ['parameters', 'hardware', 'otherRuns'],
  options: {},
  hasTrailer: true,
  write: aclReport,
} as const satisfies Format;

/** The compute reporting form of CVPR. */
export const cvprFormat = {
  name: 'cvpr',
  title: 'CVPR compute form',
  about: 'hardware, total and the split by kind of work',
  standard: { name: 'CVPR compute reporting form', version: null },
  mediaType: 'text/markdown',
  extension: 'md',
  asks: ['cpu', 'hardware', 'memory', 'storage', 'owner', 'hours', 'dates', 'phase', 'otherRuns'],
  saysUnknown: ['cpu', 'hardware', 'memory', 'owner', 'dates', 'phase', 'otherRuns'],
  options: {},
  hasTrailer: true,
  write: cvprReport,
} as const satisfies Format;
