import type {
  CompareOptions,
  Comparison,
  EstimateResult,
  Option,
  OptionGroup,
  Place,
  Precision,
  Region,
  Run,
} from '@ml-emissions/calculator';
import { calculator } from '../state/calculator.ts';
import type { RunForm } from '../state/fields.ts';
import { type Footprint, footprintAt, footprintOf, inAll } from '../state/footprint.ts';

/** A region beside the run in hand. */
export interface Elsewhere {
  readonly option: Option;
  readonly region: Region;
}

const cloud = (place: Place | undefined) => (place && 'region' in place ? place : null);

function comparisonOf(
  { run }: Pick<EstimateResult, 'run'>,
  options: CompareOptions,
): Comparison | null {
  const compared = calculator().compare(run, options);
  return compared.ok ? compared.comparison : null;
}

/** The region that a run names; null where it names none. */
export const regionOf = ({ run, edition }: EstimateResult): Region | null => {
  const place = cloud(run.place);
  return (
    calculator()
      .catalogue(edition.id)
      .regions.find(
        ({ provider, region }) => provider === place?.provider && region === place.region,
      ) ?? null
  );
};

/**
 * Every region that anybody may use, the least emitting first.
 *
 * @param result of the run in hand
 */
export function elsewhere(result: EstimateResult): Elsewhere[] {
  const { regions } = calculator().catalogue(result.edition.id);
  const byKey = new Map(regions.map((one) => [`${one.provider} ${one.region}`, one]));
  return (comparisonOf(result, { regions: true })?.options ?? []).flatMap((option) => {
    const place = cloud(option.run.place);
    const region = byKey.get(`${place?.provider} ${place?.region}`);
    return region ? [{ option, region }] : [];
  });
}

/** The regions of a country that are not told apart from the lowest of them; null where nothing is known. */
export const groupInCountry = (result: EstimateResult, country: string): OptionGroup | null =>
  comparisonOf(result, { regions: { countries: [country] } })?.groups[0] ?? null;

/** The run with other numbers of trials, alone or with what led to it; null where a number is none. */
export function withTrials(result: EstimateResult, trials: number): Option | null {
  const { development: _, ...run } = result.run;
  return trials > 0 ? (comparisonOf({ run }, { repeats: [trials] })?.options[0] ?? null) : null;
}

/** What to type to be in a region: what belonged to the old place goes. */
export const placeFields = ({ provider, region }: Region): Partial<RunForm> => ({
  provider,
  region,
  intensity: '',
  pue: '',
  wue: '',
  gridWater: '',
  site: '',
});

/** What a service may do otherwise, the fields that say so, and what the run then emits. */
export interface ServeLever {
  readonly id: 'batch' | 'precision' | 'smaller' | 'shorter';
  readonly fields: Partial<RunForm>;
  readonly footprint: Footprint;
}

const IN_FEW_BITS: ReadonlySet<Precision | undefined> = new Set(['fp8', 'int8', 'fp4']);

/** Eight bits as the chip calculates in them, or as most do where none is told; null where it cannot, or is there already. */
function eightBitsOf({ precision, hardware, edition }: Run): 'fp8' | 'int8' | null {
  if (IN_FEW_BITS.has(precision)) return null;
  const accelerator = hardware[0]?.accelerator;
  if (accelerator === undefined) return 'fp8';
  const row =
    typeof accelerator === 'string' && calculator().catalogue(edition).accelerator(accelerator);
  if (!row) return null;
  return row.fp8TensorTflops ? 'fp8' : row.int8Tops ? 'int8' : null;
}

const BATCH_TIMES = 4;
const LEAST_CHANGE = 1e-3;
const middleOf = (amount: number | { readonly value: number }): number =>
  typeof amount === 'number' ? amount : amount.value;

/**
 * Levers of a model in use, each computed by the same law as the run in hand.
 *
 * @param result of the run in hand
 * @returns [] of a run without a service, and of one whose energy is metered or follows from its speed
 */
export function serveLevers(result: EstimateResult): ServeLever[] {
  const { run, service } = result;
  const told = run.service;
  if (!told || service?.rung !== 'energy-by-size') return [];
  const { parameters, activeParameters } = run.model ?? {};
  const at = (change: object): Footprint[] => {
    const { readings: _, ...plain } = run;
    const parsed = calculator().parseRun({ ...plain, ...change });
    return parsed.ok ? [footprintAt(parsed.run)] : [];
  };
  const lever = (id: ServeLever['id'], fields: Partial<RunForm>, change: object) =>
    at(change).map((footprint) => ({ id, fields, footprint }));
  const half = (amount: number | { readonly value: number }) => middleOf(amount) / 2;
  const levers: ServeLever[] = [];
  if (service.concurrency !== null) {
    const concurrency = Math.round(BATCH_TIMES * service.concurrency);
    const change = { service: { ...told, concurrency } };
    levers.push(...lever('batch', { concurrency: String(concurrency) }, change));
  }
  const precision = eightBitsOf(run);
  if (precision !== null) levers.push(...lever('precision', { precision }, { precision }));
  if (parameters !== undefined) {
    const smaller = {
      parameters: half(parameters),
      ...(activeParameters === undefined ? {} : { activeParameters: half(activeParameters) }),
    };
    const fields = Object.fromEntries(
      Object.entries(smaller).map(([name, value]) => [name, String(value)]),
    );
    levers.push(...lever('smaller', fields, { model: { ...run.model, ...smaller } }));
  }
  if (told.outputTokensPerRequest !== undefined) {
    const outputTokensPerRequest = half(told.outputTokensPerRequest);
    const fields = { outputTokensPerRequest: String(outputTokensPerRequest) };
    levers.push(...lever('shorter', fields, { service: { ...told, outputTokensPerRequest } }));
  }
  // What changes nothing is no lever: the law of pictures asks for no number format.
  const here = inAll(footprintOf(result));
  return levers.filter(({ footprint }) => Math.abs(inAll(footprint) - here) > LEAST_CHANGE * here);
}
