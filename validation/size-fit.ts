import { numberIn, readCases, readData } from './cases.ts';
import { leastSquares } from './least-squares.ts';
import { meanErrorOf } from './meter.ts';

/** A training with the share of its rated power that was metered, and what its size is. */
interface Sized {
  readonly card: string;
  readonly network: string;
  readonly batch: number;
  readonly share: number;
  /** log10 of parameters / 10 million, log10 of samples a chip / 32. */
  readonly x: readonly [parameters: number, batch: number];
}

/** Middle and the two slopes of the logistic. */
type Fit = readonly number[];

/** How wrong a logistic share is that is fitted without the runs that it foretells. */
interface SizeFit {
  /** Whose parameters are told. */
  readonly parameters: 'of the network as published' | 'as trained here';
  readonly runs: number;
  readonly cards: number;
  readonly networks: number;
  readonly fit: Fit;
  readonly onAll: number;
  readonly cardOut: number;
  readonly networkOut: number;
}

const MIDDLE = { parameters: 1e7, batch: 32 };
const WH_PER_KWH = 1000;
const FIRST_GUESS: Fit = [1, 2, 1];

function ends(): { least: number; most: number } {
  const of = (id: string) =>
    Number(readData('defaults').find((row) => row.id === id)?.value ?? Number.NaN);
  return { least: of('training-share.least'), most: of('training-share.most') };
}

const { least, most } = ends();

/** The share at a size: from `least` to `most`, logistic in the logarithms of parameters and batch. */
function shareAt([middle = 0, byParameters = 0, byBatch = 0]: Fit, [x, y]: Sized['x']): number {
  return least + (most - least) / (1 + Math.exp(-(middle + byParameters * x + byBatch * y)));
}

/**
 * Fits the logistic by least squares of ln(share), each card with a network and a batch counting once however often
 * it was repeated.
 *
 * @param runs at least three, of different sizes
 */
function fitted(runs: readonly Sized[]): Fit {
  const keyOf = ({ card, network, batch }: Sized) => JSON.stringify([card, network, batch]);
  const repeats = new Map<string, number>();
  for (const run of runs) repeats.set(keyOf(run), (repeats.get(keyOf(run)) ?? 0) + 1);
  return leastSquares(
    (fit) =>
      runs.map(
        (run) =>
          Math.log(shareAt(fit, run.x) / run.share) / Math.sqrt(repeats.get(keyOf(run)) ?? 1),
      ),
    FIRST_GUESS,
  );
}

/** Every training at full rating whose network has known parameters; recommenders have a class of their own. */
function sized(column: 'parameters' | 'parameters_as_trained'): Sized[] {
  const networks = new Map(readCases('networks').map((row) => [row.network ?? '', row]));
  return readCases('chip-training').flatMap((row) => {
    const network = networks.get(row.benchmark ?? '');
    const parameters = network && numberIn(network, column);
    const batch = numberIn(row, 'batch_size');
    if (row.capped !== 'no' || parameters === undefined || batch === undefined) return [];
    const meanW = (Number(row.chip_kwh) / Number(row.hours)) * WH_PER_KWH;
    return [
      {
        card: row.accelerator ?? '',
        network: network?.name ?? '',
        batch,
        share: meanW / Number(row.rated_w),
        x: [Math.log10(parameters / MIDDLE.parameters), Math.log10(batch / MIDDLE.batch)],
      },
    ];
  });
}

function errorWithout(runs: readonly Sized[], group: 'card' | 'network'): number {
  const groups = [...new Set(runs.map((run) => run[group]))];
  const pairs = groups.flatMap((left) => {
    const fit = fitted(runs.filter((run) => run[group] !== left));
    return runs
      .filter((run) => run[group] === left)
      .map(({ share, x }) => [shareAt(fit, x), share] as const);
  });
  return meanErrorOf(pairs);
}

/** The logistic of training by size, fitted on these runs: on all, and without each card, each network. */
export function sizeFits(): SizeFit[] {
  return (['parameters', 'parameters_as_trained'] as const).map((column) => {
    const runs = sized(column);
    const fit = fitted(runs);
    return {
      parameters: column === 'parameters' ? 'of the network as published' : 'as trained here',
      runs: runs.length,
      cards: new Set(runs.map(({ card }) => card)).size,
      networks: new Set(runs.map(({ network }) => network)).size,
      fit,
      onAll: meanErrorOf(runs.map(({ share, x }) => [shareAt(fit, x), share])),
      cardOut: errorWithout(runs, 'card'),
      networkOut: errorWithout(runs, 'network'),
    };
  });
}
