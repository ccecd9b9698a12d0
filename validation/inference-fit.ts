import { type Case, numberIn, readData } from './cases.ts';
import { leastSquares } from './least-squares.ts';

/** One configuration of a benchmark of text: what is told of it, and its J a token. */
export interface TextCase {
  readonly model: string;
  readonly card: string;
  readonly task: string;
  readonly parameters: number;
  readonly activeParameters: number;
  readonly bytes: number;
  readonly chips: number;
  readonly tdpW: number;
  /** Rated W per 16-bit TFLOP/s over those of the reference. */
  readonly watts: number;
  readonly batch: number;
  readonly outputTokens: number;
  readonly joules: number;
}

/** One configuration of images or video. */
export interface PictureCase {
  readonly model: string;
  readonly card: string;
  readonly isVideo: boolean;
  readonly parameters: number;
  /** Steps x 1e6 pixels x frames. */
  readonly work: number;
  readonly chips: number;
  readonly batch: number;
  readonly joules: number;
}

const BILLION = 1e9;
const coefficients = new Map(readData('coefficients').map(({ id, value }) => [id, Number(value)]));
const of = (name: string) => coefficients.get(`service.${name}`) ?? Number.NaN;

/** How far off residuals count by their squares; further off by themselves, so that no outlier pulls the law along. */
const ROBUST = 0.3;
const robust = (residual: number): number =>
  Math.sign(residual) * ROBUST * Math.sqrt(2 * (Math.sqrt(1 + (residual / ROBUST) ** 2) - 1));

/** Tokens read for a chat of text, which the benchmark does not tell. */
export const TOKENS_READ = 100;

/** Logs of what was fitted: a chip's pass, reading, a token, its context, tokens of pictures and of films that are read. */
type Fit = readonly number[];
const START: Fit = [-0.4, -2, -4.3, -12.7, 6.6, 7.4];
const EXPONENTS: Fit = [0.5, 0.15, 0.3];

/** ln(J a token) of a law of this form; exponents are those of the table, or fitted too. */
function lnJoules(fit: Fit, one: TextCase): number {
  const [pass = 0, read = 0, token = 0, context = 0, picture = 0, film = 0] = fit;
  const [root = 0.5, waiting = 0.15, sharing = 0.3] = fit.slice(START.length).concat(EXPONENTS);
  const { batch, bytes, chips, tdpW, watts, outputTokens, task } = one;
  const active = one.activeParameters / BILLION;
  const all = Math.max(active, one.parameters / BILLION);
  const needed = active + (all - active) * (1 - (1 - active / all) ** batch);
  const calculating = (bytes / 2) * watts ** of('peak-exponent');
  const input =
    TOKENS_READ +
    (task === 'image-chat' ? Math.exp(picture) : 0) +
    (task === 'video-chat' ? Math.exp(film) : 0);
  const step = (Math.exp(pass) * chips * tdpW) / 700 + (Math.exp(read) * needed * bytes) / 2;
  const written = Math.exp(token) * active ** root * calculating;
  const inRead = (of('joules-per-billion-input') * active * calculating * input) / outputTokens;
  const inContext = Math.exp(context) * active ** root * outputTokens;
  return Math.log(
    chips ** waiting * (step / batch ** (1 - sharing) + written) + inContext + inRead,
  );
}

/** Fits the law of text. */
export function fittedText(cases: readonly TextCase[], start: Fit = START): Fit {
  const logs = cases.map(({ joules }) => Math.log(joules));
  return leastSquares(
    (fit) => cases.map((one, at) => robust(lnJoules(fit, one) - (logs[at] ?? 0))),
    start,
  );
}

/** The same with its exponents. */
export const withExponents: Fit = [...START, ...EXPONENTS];

/** J a token by a fit. */
export const textJoules = (fit: Fit, one: TextCase): number => Math.exp(lnJoules(fit, one));

/** Constants of images and video, and the exponents of chips. */
export function fittedPictures(cases: readonly PictureCase[]): Fit {
  const logs = cases.map(({ joules }) => Math.log(joules));
  return leastSquares(
    (fit) => cases.map((one, at) => lnPicture(fit, one) - (logs[at] ?? 0)),
    [3.7, 3, 0.3, 0.2],
  );
}

function lnPicture([image = 0, video = 0, chips = 0, idle = 0]: Fit, one: PictureCase): number {
  const each = one.isVideo ? video : image;
  return (
    each +
    Math.log(one.parameters / BILLION) / 2 +
    Math.log(one.work) +
    chips * Math.log(one.chips) +
    idle * Math.log(Math.max(1, one.chips / one.batch))
  );
}

/** J of a picture by a fit. */
export const pictureJoules = (fit: Fit, one: PictureCase): number => Math.exp(lnPicture(fit, one));

/** Each case by a fit without those that share something with it. */
export function leavingOut<One>(
  cases: readonly One[],
  groupOf: (one: One) => string,
  fitTo: (some: readonly One[]) => Fit,
  joules: (fit: Fit, one: One) => number,
): number[] {
  const fits = new Map<string, Fit>();
  return cases.map((one) => {
    const group = groupOf(one);
    const known = fits.get(group) ?? fitTo(cases.filter((other) => groupOf(other) !== group));
    fits.set(group, known);
    return joules(known, one);
  });
}

const BYTES: Readonly<Record<string, number>> = { bfloat16: 2, fp8: 1, mxfp4: 0.5 };

/** Rated power and 16-bit peak of the cards of the benchmark. */
const cards = new Map(readData('accelerators').map((row) => [row.name ?? '', row] as const));

/** A model whatever its fine-tuning and its number format: they are left out together. */
const familyOf = (model: string): string =>
  model.replace(/-(?:FP8|Instruct|Thinking|2507|BF16|VL-BF16)(?=-|$)/g, '');

/** A row of text; null where it tells no J a token. */
export function textCaseOf(row: Case): TextCase | null {
  const joules = numberIn(row, 'energy_j_per_token');
  const parameters = numberIn(row, 'parameters_billion');
  const card = cards.get(row.accelerator ?? '');
  if (!joules || !parameters || !card || row.source !== 'ML.ENERGY v3') return null;
  const tdpW = Number(card.tdp_w);
  return {
    model: familyOf(row.model ?? ''),
    card: row.accelerator ?? '',
    task: row.task ?? '',
    parameters: parameters * BILLION,
    activeParameters: (numberIn(row, 'active_parameters_billion') ?? parameters) * BILLION,
    bytes: BYTES[row.precision ?? ''] ?? 2,
    chips: numberIn(row, 'accelerators') ?? 1,
    tdpW,
    watts:
      tdpW / Number(card.bf16_tensor_tflops) / (of('reference-tdp-w') / of('reference-tflops')),
    batch: numberIn(row, 'batch_size') ?? 1,
    outputTokens: numberIn(row, 'output_tokens_mean') ?? 1,
    joules,
  };
}

/** A row of pictures; null for any other. */
export function pictureCaseOf(row: Case): PictureCase | null {
  if (row.unit !== 'image' && row.unit !== 'video') return null;
  const read = (column: string) => numberIn(row, column) ?? 1;
  const pixels = (read('image_px_wide') * read('image_px_high')) / 1e6;
  return {
    model: row.model ?? '',
    card: row.accelerator ?? '',
    isVideo: row.unit === 'video',
    parameters: read('parameters_billion') * BILLION,
    work: read('steps') * pixels * read('frames'),
    chips: read('accelerators'),
    batch: read('batch_size'),
    joules: read('energy_j_per_unit'),
  };
}
