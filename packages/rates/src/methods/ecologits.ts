import {
  amountOf,
  exp,
  type Factor,
  given,
  listed,
  log2,
  pow,
  type ResolvedRun,
} from '@ml-emissions/model';
import { coefficient, constantFactor, knownCoefficient } from '../coefficient.ts';
import type { Question } from '../question.ts';
import { bytesOf, sizeOf } from '../serve/load.ts';

const NAME = 'ecologits-2026';
const SOURCE = 'ecologits-llm';
const BILLION = 1e9;
const SECONDS_PER_HOUR = 3600;
const WH_PER_KWH = 1000;
const SECONDS_PER_YEAR = 31_536_000;

type Answered = Pick<
  ResolvedRun,
  'answeredTokens' | 'chipsKwhPerToken' | 'serverKwhPerToken' | 'madeKgPerToken'
>;

const NOTHING: Answered = {
  answeredTokens: null,
  chipsKwhPerToken: null,
  serverKwhPerToken: null,
  madeKgPerToken: null,
};

/**
 * What EcoLogits has for a token written, by the size of the model alone:
 *
 *     W h a chip = a exp(b B) A + c                        B = 64 requests at a time, A and P in 1e9 parameters
 *     seconds    = d A + e B + f
 *     chips      = the power of two that holds 1.2 x P x bits / 8 GB in chips of 80 GB
 *     server     = seconds / 3600 x 1.2 kW x chips / 8 / B
 *     made       = seconds x (chips / 8 x 5700 + chips x 164) / (3 years x B)
 *
 * Source: EcoLogits methodology of text, 2026; `data/coefficients.csv`, `ecologits-2026.*`.
 *
 * @returns nothing for another method, for a run that writes no tokens, of a model whose size is not told, and of editions
 * from before
 */
export function answeredByFormula({ edition, run, method, served }: Question): Answered {
  const isKnown = knownCoefficient(edition, `${NAME}.requests`) !== undefined;
  if (method.name !== NAME || !isKnown || served?.unit !== 'output-token') return NOTHING;
  const size = sizeOf(edition, run);
  if (!size) return NOTHING;
  const of = (name: string) => coefficient(edition, `${NAME}.${name}`);
  const active = amountOf(size.activeParameters) / BILLION;
  const requests = of('requests');
  const weightsGb = (amountOf(size.parameters) * bytesOf(run.precision)) / BILLION;
  const held = Math.ceil((of('memory-of-weights') * weightsGb) / of('memory-gb'));
  const chips = pow(2, Math.ceil(log2(Math.max(1, held))));
  const chipWh = of('wh-per-billion') * exp(of('wh-by-requests') * requests) * active + of('wh');
  const seconds =
    of('seconds-per-billion') * active + of('seconds-by-requests') * requests + of('seconds');
  const servers = chips / of('server-chips');
  const serverKwh = ((seconds / SECONDS_PER_HOUR) * of('server-kw') * servers) / requests;
  const kg = servers * of('server-kg') + chips * of('chip-kg');
  const madeKg = (seconds * kg) / (of('life-years') * SECONDS_PER_YEAR * requests);
  const field = { field: '/model/parameters' };
  return {
    answeredTokens: listed(
      'tokens-written',
      'tokens',
      given(served.units, 'tokens-written', { code: 'tokens-by-service' }),
      { field: '/service/outputTokens' },
    ),
    chipsKwhPerToken: listed(
      'chips-kwh-per-token',
      'kWh',
      constant((chips * chipWh) / WH_PER_KWH, 'chips-by-formula'),
      field,
    ),
    serverKwhPerToken: listed(
      'server-kwh-per-token',
      'kWh',
      constant(serverKwh, 'server-by-formula'),
      field,
    ),
    madeKgPerToken: listed(
      'made-kg-per-token',
      'kg CO2e',
      constant(madeKg, 'made-by-formula'),
      field,
    ),
  };
}

const constant = (
  value: number,
  code: 'chips-by-formula' | 'server-by-formula' | 'made-by-formula',
): Factor => constantFactor(value, SOURCE, { code });
