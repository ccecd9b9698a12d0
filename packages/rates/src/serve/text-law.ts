import type { Edition } from '@ml-emissions/data';
import { pow } from '@ml-emissions/model';
import { coefficient } from '../coefficient.ts';

const BILLION = 1e9;
const BYTES_OF_16_BITS = 2;

/** What the energy of a token follows from. */
export interface TextLoad {
  readonly parameters: number;
  /** In use for one token. */
  readonly activeParameters: number;
  /** Of one parameter. */
  readonly bytes: number;
  /** That hold one copy of the model. */
  readonly chips: number;
  /** Rated power of one chip, W. */
  readonly tdpW: number;
  /** Rated W per 16-bit TFLOP/s of the chip / those of the reference. */
  readonly wattsPerTflops: number;
  /** Requests in one copy at a time. */
  readonly batch: number;
  /** Tokens read and written for one request. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/**
 * Energy at the chips of what is written for one request, J for each token of it, those that are read included:
 *
 *     pass    = 0.689 x chips x TDP / 700 + 0.139 x read x bytes / 2        J, shared by the requests in the chips
 *     written = 0.0132 x sqrt(active) x bytes / 2 x w
 *     context = 2.99e-6 x sqrt(active) x tokens written
 *     input   = 0.0028 x active x bytes / 2 x w x tokens read / tokens written
 *     J       = chips^0.15 x (pass / requests^0.7 + written) + context + input
 *
 * Parameters count in 1e9. `read` are those that the requests in the chips need together, of a mixture of experts
 * `active + (all - active) x (1 - (1 - active / all)^requests)`; `w = (W per TFLOP/s over the reference's)^0.3`. Below
 * eight requests at a time, the fewest that were measured, each takes its share of the pass in full.
 *
 * Source: fitted on 635 configurations of ML.ENERGY v3; `data/coefficients.csv`, `service.*`; docs/validation.md.
 *
 * @param edition its coefficients
 * @param load sizes as numbers, chips, requests and tokens; all above 0, tokens read may be 0
 * @returns J a token written
 * Errors: throws where the edition has no such coefficients.
 */
export function joulesPerToken(edition: Edition, load: TextLoad): number {
  const law = edition.once('law of text', () => constantsOf(edition));
  const { chips, bytes, tdpW, inputTokens, outputTokens } = load;
  const batch = Math.max(1, load.batch);
  const active = load.activeParameters / BILLION;
  const all = Math.max(active, load.parameters / BILLION);
  const read = active + (all - active) * (1 - pow(1 - active / all, batch));
  const width = bytes / BYTES_OF_16_BITS;
  const calculating = width * pow(load.wattsPerTflops, law.peakExponent);
  const pass = (law.chipPass * chips * tdpW) / law.referenceW + law.read * read * width;
  const root = Math.sqrt(active);
  const written = law.token * root * calculating;
  const context = law.context * root * outputTokens;
  const input = (law.input * active * calculating * inputTokens) / outputTokens;
  const shared = pass / sharedBy(batch, law.leastBatch, law.batchExponent);
  return pow(chips, law.chipsExponent) * (shared + written) + context + input;
}

/** The constants of the law. */
function constantsOf(edition: Edition) {
  const of = (name: string) => coefficient(edition, `service.${name}`);
  return {
    chipPass: of('joules-per-chip-pass'),
    read: of('joules-per-billion-read'),
    token: of('joules-per-token'),
    context: of('joules-per-context-token'),
    input: of('joules-per-billion-input'),
    referenceW: of('reference-tdp-w'),
    leastBatch: of('batch-least'),
    batchExponent: of('batch-exponent'),
    chipsExponent: of('chips-exponent'),
    peakExponent: of('peak-exponent'),
  };
}

/** Requests that share a pass, as far as they do: all of few, and of many the more the less. */
function sharedBy(batch: number, least: number, exponent: number): number {
  const many = pow(Math.max(batch, least), exponent);
  return batch < least ? (many * batch) / least : many;
}
