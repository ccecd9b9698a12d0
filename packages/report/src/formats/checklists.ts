import {
  type Amount,
  amountOf,
  type EstimateResult,
  type Phase,
  runsOf,
} from '@ml-emissions/model';
import { linkedLatex, linkedMarkdown } from '../address.ts';
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
  hostWords,
  hoursOf,
  hoursWords,
  placeWords,
  ratedHardwareOf,
  repeatsOf,
} from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import { trailerOf } from '../trailer.ts';
import { inUseWords } from '../use-words.ts';
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

/** Whether the whole project took more than is listed: the last question of NeurIPS. */
function moreWords({ runs, complete, notCounted }: Report): string {
  const some = runs.filter(({ run: { phase } }) => DEVELOPMENT.has(phase));
  const told = each(runs, developmentWords);
  const listed =
    told.length > 0
      ? `Counted with the runs, in whole runs: ${told.join('; ')}.`
      : some.length > 0
        ? `Preliminary, search, evaluation and failed runs are listed (${some.length} of ${runs.length}).`
        : 'Only final runs are listed.';
  const rest =
    complete === true
      ? 'The list is complete.'
      : complete === false
        ? `The whole project took more than is listed${notCounted === null ? '' : `: ${notCounted}`}.`
        : `Whether the whole project took more is not told${notCounted === null ? '' : `; not counted: ${notCounted}`}.`;
  return `${listed} ${rest}`;
}

/** What kinds of processors worked, and whose they are: each once. */
function workers(runs: readonly EstimateResult[]): string {
  const kinds = each(runs, ({ machine }) =>
    machine.accelerators.length > 0 ? 'GPU or other accelerator' : machine.cpu ? 'CPU' : UNKNOWN,
  );
  const whose = each(runs, (run) => hostWords(run) || 'own cluster, or not told');
  return [...kinds, ...whose].join('; ');
}

function perRun(run: EstimateResult): string {
  const hours = hoursOf(run);
  const chips = chipHoursOf(run);
  const each = hours === null ? 'time not known' : `${hoursWords(hours)} wall-clock a run`;
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

function lines(list: readonly (readonly [string, string])[]): string[] {
  return list.map(([name, text]) => `- **${name}:** ${markdown(text || UNKNOWN)}`);
}

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
    ['Memory', each(runs, memoryWords).join('; ')],
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
    linkedLatex(`Made with: ${madeWith(report)}.`, report, setLatex),
    `% ${trailerOf(report, 'neurips')}`,
    '',
  ].join('\n');
}

/** ACL responsible NLP checklist, C1: parameters, budget, infrastructure. */
function aclReport(report: Report): string {
  const { runs } = report;
  const parameters = each(runs, ({ run: { model } }) =>
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
          [ratedHardwareOf([run]).join(''), placeWords(run)].filter(Boolean).join(', '),
        ).join('; '),
      ],
      ['Not in the budget', moreWords(report)],
    ]),
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
];

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
    piece(result.run.phase, repeats),
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
    if (some.length === 0) return `| ${kind} | 0 | 0 | 0 |`;
    const of = (figure: (piece: Piece) => number) =>
      some.reduce((sum, piece) => sum + figure(piece), 0);
    const isKnown = some.some(({ chipHours }) => chipHours !== null);
    const chips = isKnown ? given(of(({ chipHours }) => chipHours ?? 0)) : UNKNOWN;
    return `| ${kind} | ${given(of(({ times }) => times))} | ${chips} | ${shown(of(({ kwh }) => kwh))} |`;
  };
  const known = new Set(KINDS.flatMap(([, phases]) => phases));
  const other = pieces.filter(({ phase }) => phase === undefined || !known.has(phase));
  const dates = each(runs, ({ run: { start, end } }) =>
    start ? `${start}${end ? ` to ${end}` : ''}` : '',
  );
  return [
    '## Compute reporting form',
    '',
    ...lines([
      [
        'CPU',
        each(runs, ({ machine }) =>
          machine.cpu ? `${given(machine.cpu.count)} ${machine.cpu.name}` : '',
        ).join('; '),
      ],
      ['GPU or other accelerator', ratedHardwareOf(runs).join('; ')],
      ['RAM', each(runs, ramWords).join('; ')],
      ['Storage type', UNKNOWN],
      ['Own or cloud', each(runs, (run) => hostWords(run) || 'own, or not told').join('; ')],
      ['Instance', each(runs, ({ machine }) => machine.instance ?? '').join('; ')],
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
    split('other', other),
    '',
    ...runTable(report),
    '',
    linkedMarkdown(`${moreWords(report)} Made with the ${madeWith(report)}.`, report),
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
  asks: ['hardware', 'owner', 'memory', 'storage', 'runName', 'hours', 'otherRuns'],
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
  options: {},
  hasTrailer: true,
  write: cvprReport,
} as const satisfies Format;
