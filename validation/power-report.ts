import { type Case, readCases, readData } from './cases.ts';
import type { CpuServer } from './cpu-servers.ts';
import type { Told } from './power-case.ts';
import type { ClassScore, PowerClasses } from './power-classes.ts';
import { sizeFits } from './size-fit.ts';
import { percent, table } from './text.ts';
import type { SumScore } from './together.ts';

const TELLINGS: Readonly<Record<Told, string>> = {
  work: 'chips, work',
  'without-nodes': 'chips, work, scenario, servers not told',
  scenario: 'chips, work, scenario',
  processors: 'chips, work, scenario, processors, memory',
  size: 'chips, work, batch, parameters',
  'size-as-trained': 'chips, work, batch, parameters as trained',
};

/** What was told of the runs of a class, hours aside. */
export const tellingOf = ({ told }: Pick<ClassScore, 'told'>) => TELLINGS[told];

const orNone = (share: number | null) => (share === null ? '' : percent(share));

/** What the columns of the classes are. */
export const CLASS_HEAD = [
  'runs of',
  'told',
  'n',
  'mean error',
  'bias',
  'inside 90 % range',
  'widest high / low',
  'TDP x hours',
  'best constant share',
  'best rule told the same',
] as const;

/** The classes as rows. */
export const classRows = (scores: readonly ClassScore[]): string[][] =>
  scores.map((score) => [
    score.name,
    tellingOf(score),
    String(score.runs),
    percent(score.meanError),
    score.bias.toFixed(2),
    percent(score.covered),
    score.widest.toFixed(2),
    percent(score.others['TDP x hours'] ?? Number.NaN),
    orNone(score.floor),
    orNone(score.bound),
  ]);

/** What the columns of usual values fitted anew are. */
export const FITTED_HEAD = [
  'runs of',
  'told',
  'n',
  'as it is',
  'fitted on all',
  'one machine left out',
  'one card left out',
  'one network left out',
] as const;

/** Classes whose constants are fitted anew, as rows; where one run is left there is nothing to fit. */
export const fittedRows = (scores: readonly ClassScore[]): string[][] =>
  scores
    .filter(({ runs }) => runs > 1)
    .map((score) => [
      score.name,
      tellingOf(score),
      String(score.runs),
      percent(score.meanError),
      ...[score.fitted.none, score.fitted.machine, score.fitted.card, score.fitted.network].map(
        orNone,
      ),
    ]);

const watts = (value: number) => String(Math.round(value));

function cpuTable(servers: readonly CpuServer[]): string {
  return table(
    ['server', 'load', 'measured W', 'predicted', 'low', 'high', 'predicted / measured'],
    servers.flatMap(({ name, points }) =>
      points.map(({ load, measured, value, low, high }) => [
        name,
        percent(load).replace('.0', ''),
        String(measured),
        ...[value, low, high].map(watts),
        (value / measured).toFixed(2),
      ]),
    ),
  );
}

function sumTable(sums: readonly SumScore[]): string {
  const kwh = (value: number) => value.toPrecision(4);
  return table(
    [
      'runs of',
      'told',
      'n',
      'measured kWh',
      'mean',
      'sum of middles',
      'low',
      'high',
      'error',
      'inside',
      'high / low',
      'of one run',
    ],
    sums.map(({ name, told, runs, measured, mean, value, low, high, widestAlone }) => [
      name,
      tellingOf({ told }),
      String(runs),
      ...[measured, mean, value, low, high].map(kwh),
      percent(Math.abs(mean / measured - 1)),
      measured >= low && measured <= high ? 'yes' : 'no',
      (high / low).toFixed(2),
      widestAlone.toFixed(2),
    ]),
  );
}

function sizeTable(): string {
  return table(
    [
      'parameters',
      'n',
      'cards',
      'networks',
      'middle',
      'tenfold parameters',
      'tenfold batch',
      'fitted on all',
      'one card left out',
      'one network left out',
    ],
    sizeFits().map(({ parameters, runs, cards, networks, fit, onAll, cardOut, networkOut }) => [
      parameters,
      ...[runs, cards, networks].map(String),
      ...fit.map((one) => one.toFixed(2)),
      ...[onAll, cardOut, networkOut].map(percent),
    ]),
  );
}

function credits(): string {
  return table(
    ['file', 'what', 'source', 'licence', 'what was done'],
    readCases('meters').map(
      ({ file = '', what = '', licence = '', changes = '', ...one }: Case) => [
        file,
        what,
        [one.authors, one.title, one.year, one.url].filter(Boolean).join('. '),
        licence,
        changes,
      ],
    ),
  );
}

/** Where a source of `data/sources.csv` is one of these meters. */
const THESE_METERS = ['mlcommons/', 'GAISSA-UPC/seaa2023_ect', 'ml-energy/zeus'];

/** Usual values whose evidence is among these runs, by their ids. */
function fittedHere(): string[] {
  const sources = new Set(
    readData('sources')
      .filter(({ url = '' }) => THESE_METERS.some((meter) => url.includes(meter)))
      .map(({ id }) => id),
  );
  return readData('defaults')
    .filter(({ source_ids: ids = '' }) => ids.split(';').some((id) => sources.has(id)))
    .map(({ id = '' }) => `\`${id}\``);
}

/** Metered power by kind of machine and by machine, as sections of the document. */
export function powerSections(
  { byKind, byMachine, sums }: PowerClasses,
  cpu: readonly CpuServer[],
) {
  return `## 2. Power by kind of machine

Servers, edge devices and a workstation under inference, energy at the plug (MLPerf Inference v1.0 to v3.0), and single chips in training, energy in the chip (del Rey et al. 2023; You, Chung, Chowdhury 2023). Nothing measured is told but hours; "told" says what else is (of servers also how many they are, but where it says "servers not told"), and the same runs stand once for each. Several results have one log: for two accuracy targets, or for scenarios that were inferred from one at a time; each log counts once, with the scenario that ran. Nearly all runs of servers and edge devices were tuned or limited by who submitted them, which is not told; chips in training that were held below their rating are a class of their own, with the limit told. The parameters of DeepSpeech2 and of the collaborative filtering are not known here, so only their batch is told.

"TDP x hours" is the rated power of the chips alone over the time. "Best constant share" is the mean error of the one share of rated power that fits these very runs best, in hindsight. "Best rule told the same" is the least that any rule could have that is told the same: runs of which all that is told is equal get one share, the best in hindsight. It is low where few runs are alike, a run that stands alone counting as right, and not given where most do.

${table(CLASS_HEAD, classRows(byKind))}

### Usual values fitted anew

These usual values have evidence among these runs, so their rows show how well they fit: ${fittedHere().join(', ')}.

How much of it is fit: for each class the usual value is fitted again on these runs, by the geometric mean of measured / predicted, which scales the whole prediction: on all of them, and without the machine, the card or the network that is then predicted. A class is a kind of machine with a scenario, where that is told, and a kind of work in training. A gap between "fitted on all" and the columns right of it is what the fit does not carry over; a column is empty where all runs of a class share that machine, card or network. Training whose size is told is fitted again properly below.

${table(FITTED_HEAD, fittedRows(byKind))}

### Training by size, fitted anew

The logistic share of rated power in parameters and batch (docs/method.md; \`training-share.*\`) fitted again on the trainings at full rating of networks whose parameters are known, by least squares of the logarithm, each card with a network and a batch counting once; then without each card and each network. Five networks were not built here as published: their count is that of the name, or of what was trained, as del Rey et al. built it (VGG16 without its three large layers has 14.7 of its 138 million parameters, but nearly all of its work). The usual values are fitted to the counts as published, so counts of networks without their top are foretold less well.

${sizeTable()}

### By machine

With all told that is known of it. Three are far off for what nothing told of them says: the XE2420 with four T4 drew 649 to 857 W and the XR5610 with one L4 627 to 646 W in every scenario, as the logs of their analysers show, and lie in the range for its board and fans alone; the workstation ran a large detector (RetinaNet), which keeps its card busy with one request at a time.

${table(CLASS_HEAD, classRows(byMachine))}

### Sums

The runs of a class as one project, and those of one network. What differs from run to run averages out, what all share does not (docs/method.md, section 6). The error is that of the mean, which sums are to be read by; "sum of middles" is what the runs' own figures add up to.

${sumTable(sums)}

### Servers without accelerators

Single results of SPECpower_ssj2008, one machine of a kind, with processors, memory and load told. The usual values were fitted on results of this benchmark, so these are examples and no score. They are tuned machines: ordinary ones draw more.

${cpuTable(cpu)}

### Sources of the metered runs

Facts only. Networks and their parameters: \`validation/cases/networks.csv\`.

${credits()}`;
}
