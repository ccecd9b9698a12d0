import type { EstimateResult } from '../packages/cli/src/index.ts';
import { type Case, type Library, readCases, said } from './cases.ts';
import {
  fittedPictures,
  fittedText,
  leavingOut,
  type PictureCase,
  pictureCaseOf,
  pictureJoules,
  type TextCase,
  TOKENS_READ,
  textCaseOf,
  textJoules,
  withExponents,
} from './inference-fit.ts';
import { meanErrorOf, type Prediction, type Score, scoreOf } from './meter.ts';

/** How a law fares whose constants are fitted to some of the cases. */
export interface LawScore {
  readonly name: string;
  readonly meanError: number;
  /** Share within x/÷ 1.9. */
  readonly near: number;
}

/** Models in use: what the package says of each, and what the law says of those that it was not fitted on. */
export interface Inference {
  readonly scores: readonly Score[];
  readonly laws: readonly LawScore[];
  /** Constants of this fit, in the order of the law. */
  readonly constants: readonly number[];
  /** Energy of a token of text, and of an image or second of video, J: metered, and by the package. */
  readonly cases: {
    readonly text: readonly Prediction[];
    readonly pictures: readonly Prediction[];
  };
  /** Shares of a large service's energy: chips, host, machines held idle, facility. */
  readonly shares: readonly number[];
}

const NEAR = 1.9;
/** Tokens that the pictures and films of the benchmark are read as. */
const PICTURE_TOKENS: Readonly<Record<string, number>> = { 'image-chat': 800, 'video-chat': 1700 };
const PRECISIONS: Readonly<Record<number, string>> = { 2: 'bf16', 1: 'fp8', 0.5: 'fp4' };
const SHORT = { receipt: false, alternatives: false } as const;

/** Every configuration of the benchmark through the package, and the law without whole models and cards. */
export function validateInference(library: Library): Inference {
  const rows = readCases('inference');
  const texts = rows.flatMap((row) => textCaseOf(row) ?? []);
  const pictures = rows.flatMap((row) => pictureCaseOf(row) ?? []);
  const text = (isTold: boolean) => texts.map((one) => textPrediction(library, one, isTold));
  const isOfText = ({ task }: TextCase) => !(task in PICTURE_TOKENS);
  const only = <One>(all: readonly One[], keep: (at: number) => boolean) =>
    all.filter((_, at) => keep(at));
  const [told, untold] = [text(true), text(false)];
  const textAt = (at: number) => isOfText(texts[at] as TextCase);
  const ofPictures = pictures.map((one) => picturePrediction(library, one));
  const videoAt = (at: number) => (pictures[at] as PictureCase).isVideo;
  const score = (name: string, some: readonly Prediction[]) =>
    scoreOf(name, some, { isAlike: false });
  return {
    scores: [
      score('text, batch told', told),
      score('text that reads text alone, batch told', only(told, textAt)),
      score(
        'text that reads pictures, batch told',
        only(told, (at) => !textAt(at)),
      ),
      score('text, batch not told', untold),
      score(
        'images',
        only(ofPictures, (at) => !videoAt(at)),
      ),
      score('video', only(ofPictures, videoAt)),
    ],
    laws: [...textLaws(texts), ...pictureLaws(pictures)],
    cases: { text: told, pictures: ofPictures },
    constants: fittedText(texts).map((one) => Math.exp(one)),
    shares: sharesOf(library),
  };
}

function lawScore<One extends { readonly joules: number }>(
  name: string,
  cases: readonly One[],
  found: readonly number[],
): LawScore {
  const pairs = cases.map(({ joules }, at) => [found[at] ?? Number.NaN, joules] as const);
  const near = pairs.filter(([value, joules]) => value <= NEAR * joules && value >= joules / NEAR);
  return { name, meanError: meanErrorOf(pairs), near: near.length / pairs.length };
}

function textLaws(cases: readonly TextCase[]): LawScore[] {
  const out = (of: (one: TextCase) => string, start?: readonly number[]) =>
    leavingOut(cases, of, (some) => fittedText(some, start), textJoules);
  const fit = fittedText(cases);
  return [
    lawScore(
      'text, fitted on these',
      cases,
      cases.map((one) => textJoules(fit, one)),
    ),
    lawScore(
      'text, each model left out',
      cases,
      out(({ model }) => model),
    ),
    lawScore(
      'text, each model left out, exponents fitted too',
      cases,
      out(({ model }) => model, withExponents),
    ),
    lawScore(
      'text, each card left out',
      cases,
      out(({ card }) => card),
    ),
  ];
}

function pictureLaws(cases: readonly PictureCase[]): LawScore[] {
  const out = (of: (one: PictureCase) => string) =>
    leavingOut(cases, of, fittedPictures, pictureJoules);
  const fit = fittedPictures(cases);
  return [
    lawScore(
      'pictures, fitted on these',
      cases,
      cases.map((one) => pictureJoules(fit, one)),
    ),
    lawScore(
      'pictures, each model left out',
      cases,
      out(({ model }) => model),
    ),
    lawScore(
      'pictures, each card left out',
      cases,
      out(({ card }) => card),
    ),
  ];
}

function estimated({ parseRun, estimate }: Library, run: object, of: string): EstimateResult {
  const parsed = parseRun({ carbonIntensityGPerKwh: 0, ...run });
  if (!parsed.ok) throw new Error(`${of}: ${parsed.problems[0].message}`);
  return estimate(parsed.run, SHORT);
}

function predictionOf(result: EstimateResult, measured: number): Prediction {
  if (!result.service) throw new Error('no service');
  const { value, low = value, high = value } = result.service.joulesPerUnit;
  return { measured, value, low, high, hours: 1, others: {} };
}

function textPrediction(library: Library, one: TextCase, isTold: boolean): Prediction {
  const { model, card, parameters, activeParameters, bytes, chips, batch, joules, task } = one;
  const run = {
    model: { parameters, activeParameters },
    precision: PRECISIONS[bytes],
    hardware: [{ accelerator: card }],
    service: {
      requests: 1e6,
      outputTokensPerRequest: one.outputTokens,
      inputTokensPerRequest: TOKENS_READ + (PICTURE_TOKENS[task] ?? 0),
      acceleratorsPerModel: chips,
      ...said({ concurrency: isTold ? batch : undefined }),
    },
  };
  return predictionOf(estimated(library, run, model), joules);
}

/** A film of the benchmark is one second of as many frames. */
function picturePrediction(library: Library, one: PictureCase): Prediction {
  const { model, card, isVideo, parameters, work, chips, batch, joules } = one;
  const run = {
    model: { parameters },
    precision: 'bf16',
    hardware: [{ accelerator: card }],
    service: {
      ...(isVideo ? { videoSeconds: 1e6, framesPerSecond: 1 } : { images: 1e6 }),
      imageWidthPx: 1000,
      imageHeightPx: 1000,
      steps: work,
      acceleratorsPerModel: chips,
      concurrency: batch,
    },
  };
  return predictionOf(estimated(library, run, model), joules);
}

/** Where the energy of a large service goes of whose chips nothing is told, at the PUE that Google states. */
function sharesOf(library: Library): number[] {
  const run = {
    model: { parameters: 1e11 },
    service: { requests: 1e6, outputTokensPerRequest: 300 },
    site: 'hyperscale',
    pue: 1.09,
  };
  const { energyKwh } = estimated(library, run, 'a large service');
  const { accelerators, host, overhead, idle, facility } = energyKwh.parts;
  return [accelerators, host + overhead, idle, facility].map((one) => one / energyKwh.value);
}

/** Published figures of use that no row of the benchmark is, and what keeps them from being recomputed. */
export const publishedUse = (): Case[] =>
  readCases('inference').filter(({ source }) => source !== 'ML.ENERGY v3');
