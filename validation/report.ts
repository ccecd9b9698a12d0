import { type Case, type Library, readCases } from './cases.ts';
import { type CpuServer, cpuServers } from './cpu-servers.ts';
import { type Inference, publishedUse, validateInference } from './inference.ts';
import type { Score } from './meter.ts';
import { type PowerClasses, validatePower } from './power-classes.ts';
import { powerSections } from './power-report.ts';
import { type Prerun, validatePrerun } from './prerun.ts';
import { type NotGradeable, type Recomputed, validatePublished } from './published.ts';
import { type ServerCase, validateServerMeter } from './server-meter.ts';
import { type Target, targetsOf } from './targets.ts';
import { digits, percent, table } from './text.ts';
import { validateWallMeter } from './wall-meter.ts';

/** The whole validation. */
export interface Validation {
  readonly recomputed: readonly Recomputed[];
  readonly notGradeable: readonly NotGradeable[];
  readonly scores: readonly Score[];
  readonly serverCases: readonly ServerCase[];
  readonly power: PowerClasses;
  readonly cpuServers: readonly CpuServer[];
  readonly prerun: Prerun;
  readonly inference: Inference;
  readonly targets: readonly Target[];
}

/** Runs every validation through the package that is handed in. */
export function validate(library: Library): Validation {
  const { recomputed, notGradeable } = validatePublished(library);
  const wall = validateWallMeter(library);
  const server = validateServerMeter(library);
  const power = validatePower(library);
  const prerun = validatePrerun(library);
  const inference = validateInference(library);
  return {
    recomputed,
    notGradeable,
    scores: [
      ...wall.strata,
      ...wall.loadTold,
      wall.all,
      wall.components,
      server.training,
      server.inference,
    ],
    serverCases: server.cases,
    power,
    cpuServers: cpuServers(library),
    prerun,
    inference,
    targets: targetsOf(recomputed, wall, server, power, prerun, inference),
  };
}

const difference = ({ recomputed, published }: Recomputed) => {
  const share = recomputed / published - 1;
  return Math.abs(share) > 9 ? `x ${digits(recomputed / published)}` : percent(share);
};

function citations(): string {
  return table(
    ['id', 'document', 'place'],
    readCases('citations').map(({ id = '', title, authors, year, url, place = '' }: Case) => [
      id,
      [authors, title, year, url].filter(Boolean).join('. '),
      place,
    ]),
  );
}

function recomputedTable(rows: readonly Recomputed[], last: 'tolerance' | 'reason'): string {
  return table(
    ['case', 'source', 'method', 'published', 'recomputed', 'difference', last],
    rows.map((row) => [
      row.model,
      row.citation,
      row.method,
      `${digits(row.published)} ${row.unit}`,
      digits(row.recomputed),
      difference(row),
      last === 'tolerance'
        ? [percent(row.tolerance), row.note].filter(Boolean).join('; ')
        : [row.cause, row.note].filter(Boolean).join(': '),
    ]),
  );
}

/** How many footprints there are: a card that is checked by two methods is one. */
export function tally(recomputed: readonly Recomputed[]): string {
  const of = (some: readonly Recomputed[]) => new Set(some.map(({ id }) => id)).size;
  const agree = recomputed.filter(({ isExpected, passes }) => isExpected && passes);
  const weak = agree.filter(({ isWeak }) => isWeak);
  return `${of(agree)} footprints agree, ${of(weak)} of them weak cases; ${agree.length - of(agree)} are checked a second time by the 2019 site’s rounding.`;
}

/** The scores of the meters as rows. */
export function scoreRows(scores: readonly Score[]): string[][] {
  return scores.map((score) => [
    score.name,
    String(score.runs),
    percent(score.meanError),
    percent(score.medianError),
    score.bias.toFixed(2),
    percent(score.covered),
    score.widest.toFixed(2),
    score.floor === null ? '' : percent(score.floor),
    ...['the 2019 site', 'CodeCarbon’s count'].map((tool) =>
      score.others[tool] === undefined ? '' : percent(score.others[tool]),
    ),
  ]);
}

/** What the columns of the scores are. */
export const SCORE_HEAD = [
  'runs of',
  'n',
  'mean error',
  'median error',
  'bias',
  'inside 90 % range',
  'widest high / low',
  'best constant',
  'the 2019 site',
  'CodeCarbon’s count',
] as const;

/** The scores of plans as rows: no other tool plans. */
const planRows = (scores: readonly Score[]): string[][] =>
  scoreRows(scores).map((row) => row.slice(0, PLAN_HEAD.length));

/** What their columns are. */
const PLAN_HEAD = SCORE_HEAD.slice(0, -2);

/** What keeps published figures of use from being recomputed. */
const OPEN: Readonly<Record<string, string>> = {
  'gemini-median-prompt': 'model, chips and tokens are not published; its shares stand above',
  'aies-exaone-4-32b-reasoning':
    'tokens of a query are not told; 68 kJ are 7,000 tokens one at a time',
  'aies-distilgpt2': 'tokens of a query are not told',
  'olmo2-7b-1-request-a-second':
    'tokens of a request are not told, and 0.358 kWh for the 100 seconds that 100 requests at one a second take are 13 kW, more than one chip draws',
};

/** Models in use. */
function useSection({ scores, laws, constants, shares }: Inference): string {
  const [chips = 0, host = 0, idle = 0, facility = 0] = shares;
  return `## 4. In use

Models in steady use on servers (\`validation/cases/inference.csv\`: ML.ENERGY v3, Chung et al., Apache-2.0; H100 and B200, chips by NVML): 635 configurations of text and 575 of images and video. Told are the sizes of the model, its precision, the card, the chips of a copy, and the tokens written or steps, pixels and frames; text that reads pictures is told ${[800, 1700].join(' and ')} tokens for an image and a film, and each chat 100 of text, which the benchmark does not say. The constants of the law (\`service.*\`) were fitted on these rows, so that the first table shows how well it fits; "covered" is the share inside the range that the package gives.

${table(PLAN_HEAD, planRows(scores))}

Fitted anew without the rows that are foretold, each model in all its tunings and number formats, or each card:

${table(
  ['law', 'mean error', 'within x/÷ 1.9'],
  laws.map(({ name, meanError, near }) => [name, percent(meanError), percent(near)]),
)}

The fit on all gives ${constants.map((one) => Number(one.toPrecision(3))).join(', ')}: a chip's pass, reading 1e9 parameters, a token, its context (J), and the tokens that an image and a film are read as. Exponents were chosen on all rows and rounded; the row "exponents fitted too" is what is left when they are not. Two cards are no sample of cards, and a model in a range of its own (an expert a token of 128, as of Llama 4 Maverick) is off by two.

Around the chips: of a large service the package gives chips ${percent(chips)}, host and its losses ${percent(host)}, machines held idle ${percent(idle)}, facility ${percent(facility)}; a median prompt of Google's takes 58, 25, 10 and 8 % (Elsworth et al. 2025). Host and idle machines are taken from that very figure, so that this checks the arithmetic and is no evidence.

Published figures of use with a boundary, and what keeps each from being recomputed:

${table(
  ['figure', 'J', 'boundary', 'source', 'open'],
  publishedUse().map(
    ({
      case_id: id = '',
      model = '',
      energy_j_per_unit: joules = '',
      unit = '',
      boundary = '',
      source = '',
    }) => [model, `${joules} a ${unit}`, boundary, source, OPEN[id] ?? ''],
  ),
)}`;
}

/** The validation as a document. */
export function documentOf({
  recomputed,
  notGradeable,
  scores,
  serverCases,
  power,
  cpuServers,
  prerun,
  inference,
  targets,
}: Validation): string {
  const expected = recomputed.filter(({ isExpected, isWeak }) => isExpected && !isWeak);
  const weak = recomputed.filter(({ isExpected, isWeak }) => isExpected && isWeak);
  const mismatches = recomputed.filter(({ isExpected }) => !isExpected);
  return `# Validation

Made by \`npm run validate -- --write\`; do not edit. Cases and sources: \`validation/cases/\`.

## 1. Against wall meters

A desktop (Core i9-13900K, GeForce RTX 4090; Fischer 2025, arXiv:2509.22092) and servers (power logs published with MLPerf). Nothing measured is told: hardware, hours and kind of work, of servers also their number and that inference is offline. In the rows "told" also whether the processor works on all its cores (load 1) or a few (0.1), which CodeCarbon's count shows: above the rated 125 W or below. In the row "components metered" the energy that CodeCarbon counted. Errors are |predicted / measured - 1|.

${table(SCORE_HEAD, scoreRows(scores))}

"Best constant" is the mean error of the one constant power (for servers: share of rated power) that fits these very runs best. In each of the three kinds of desktop runs the same is told of every run but its hours, and an estimate that is told no more can do no better than that. Servers differ in work and nodes: there it is a yardstick, not a bound. It is not given where kinds of runs are mixed or energy was metered. On the desktop's processor the runs fall into two kinds, about 95 W and about 340 W, which hardware, hours and kind of work do not tell apart; there no estimate can come below ${percent(scores.find(({ name }) => name === 'vision-inference, cpu')?.floor ?? Number.NaN)} unless it is told the load, and the range has to be wide. CodeCarbon measures while the job runs and is too low by what it does not see.

"The 2019 site" is rated power x hours as that site has it: its table gives the RTX 4090 450 W (mlco2/impact, data/gpus.csv at commit d0d3ee5; 450 W since 60b37b5 of 25 February 2026, 300 W from October 2024 to then); the i9-13900K is not in it, so Intel's 125 W is taken. Of servers it has the chips alone.

Two defaults are not independent of these rows: the mean power of graphics cards in a desktop for vision inference (0.364 of the rating, grade C) and for language-model inference (0.60, grade A) was chosen among several documented figures after the desktop had been seen. The two gpu rows of the table show how well those choices fit, not how well they foretell; only machines not seen yet can tell that. All other defaults that the desktop asks come from evidence other than these rows, and each stands with it in \`data/defaults.csv\`. The servers of the training rows are cooled by immersion and have no fans, which the run does not say.

${table(
  ['server', 'measured kWh', 'predicted', 'low', 'high', 'predicted / measured', 'power capped'],
  serverCases.map(({ id, isCapped, prediction: { measured, value, low, high } }) => [
    id,
    ...[measured, value, low, high].map(digits),
    (value / measured).toFixed(2),
    isCapped ? 'yes' : '',
  ]),
)}

${powerSections(power, cpuServers)}

## 3. Plans

Published trainings that tell what is known before a run (\`validation/cases/prerun.csv\`; rows of Epoch AI's Data on AI Models, CC BY 4.0, and of single documents, which each row names): their parameters and tokens, or their FLOP, and their chip; what is planned of their chip-hours against what they say. Nothing is told of their speed. The usual MFU of each class (\`plan.mfu-*\`) has these rows among its evidence, and 34 others, so that the table shows how well the classes fit. Left out, as they do not tell their arithmetic: ${prerun.leftOut.join(', ')}.

${table(PLAN_HEAD, planRows(prerun.scores))}

"Best constant" is the mean error of the one MFU that fits these very trainings best. Half of the chip-hours told are rounded to weeks or months, and some hold the whole time of access to a machine.

${table(
  [
    'model',
    'kind',
    'chip',
    'chip-hours told',
    'planned',
    'low',
    'high',
    'planned / told',
    'MFU of the whole',
  ],
  prerun.cases.map(
    ({ model, kind, accelerator, chipHours: { measured, value, low, high }, mfu }) => [
      model,
      kind,
      accelerator,
      ...[measured, value, low, high].map(digits),
      (value / measured).toFixed(2),
      mfu.toFixed(2),
    ],
  ),
)}

${useSection(inference)}

## 5. Targets

What is met must stay so: a test fails where it does not. Aims that are missed are told with the best that could be done.

${table(
  ['target', '', 'found'],
  targets.map(({ name, isMet, isAim, detail }) => [
    name,
    isMet ? 'met' : isAim ? 'aim, not met' : 'NOT MET',
    detail,
  ]),
)}

## 6. Published footprints, from their own inputs

Each document's stated inputs through the library: chip-hours x power x PUE, or its energy, times its intensity; cards that used the 2019 site also by that site's rounding. The tolerance is what the rounding of the published figure allows. ${tally(recomputed)}

${recomputedTable(expected, 'tolerance')}

### Weak cases

Here an input comes from a result or from memory, so agreement is a check of the arithmetic and no evidence.

${recomputedTable(weak, 'reason')}

## 7. Documents that contradict themselves

Their own inputs do not give their figure; it is checked that they do not.

${recomputedTable(mismatches, 'reason')}

## 8. Not recomputed

${table(
  ['case', 'source', 'reason'],
  notGradeable.map(({ model, citation, note }) => [model, citation, note]),
)}

## 9. Documents

${citations()}
`;
}
