import type { EstimateResult } from '@ml-emissions/calculator';
import type { FieldName } from '../state/fields.ts';

const W_PER_KW = 1000;

interface Sourced {
  readonly value: number;
  readonly sourceId: string | null;
}

/** A number that somebody gave is no assumption. */
const unlessGiven = (factor: Sourced | null): number | null =>
  factor && factor.sourceId !== null ? factor.value : null;

/** Mean power of the usual host, W: its energy over the time. */
function hostPowerW({ energyKwh: { parts }, run, rungs }: EstimateResult): number | null {
  const amount = (given: typeof run.hours) => (typeof given === 'object' ? given.value : given);
  const hours = amount(run.hours);
  // With what led to a run the energy is of more times than its repeats.
  if (run.development || rungs.host === 'given') return null;
  if (hours === undefined || parts.host === 0) return null;
  return (parts.host / hours / (amount(run.repeats) ?? 1)) * W_PER_KW;
}

/**
 * What counts while a field says nothing.
 *
 * @param name the field
 * @param result of the run in hand
 * @returns the number in the field's unit; null where nothing is assumed
 */
export function assumedFor(name: FieldName | 'chip', result: EstimateResult): number | null {
  const [chip] = result.machine.accelerators;
  switch (name) {
    case 'utilisation':
      return chip?.power === 'typical' ? chip.utilisation : null;
    case 'kgCo2ePerChip':
      return chip?.embodiedKgCo2e ?? null;
    case 'hostPowerW':
      return hostPowerW(result);
    case 'overheadFactor':
      return unlessGiven(result.overheadFactor);
    case 'pue':
      return unlessGiven(result.pue);
    case 'wue':
      return unlessGiven(result.wueLPerKwh);
    case 'gridWater':
      return unlessGiven(result.gridWaterLPerKwh);
    case 'intensity':
      return unlessGiven(result.carbonIntensityGPerKwh);
    case 'serviceLifeYears':
      return unlessGiven(result.serviceLifeYears);
    case 'averageUse':
      return unlessGiven(result.averageUse);
    case 'concurrency':
      return result.run.batchSize === undefined ? (result.service?.concurrency ?? null) : null;
    case 'acceleratorsPerModel':
      return result.service?.acceleratorsPerModel ?? null;
    default:
      return takenOf(result, OF_SERVICE[name] ?? []);
  }
}

/** What a service takes where a field says nothing, by its names among what was assumed. */
const OF_SERVICE: Readonly<Partial<Record<FieldName | 'chip', readonly string[]>>> = {
  outputTokensPerRequest: ['output-tokens'],
  inputTokensPerRequest: ['input-tokens'],
  imageWidthPx: ['image-side', 'video-width'],
  imageHeightPx: ['image-side', 'video-height'],
  steps: ['image-steps', 'video-steps'],
  framesPerSecond: ['video-frames'],
};

function takenOf({ assumed }: EstimateResult, names: readonly string[]): number | null {
  const found = assumed.find((said) => said.code === 'assumed' && names.includes(said.step));
  return found?.code === 'assumed' ? found.value : null;
}
