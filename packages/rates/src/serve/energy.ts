import type { Edition } from '@ml-emissions/data';
import {
  type Amount,
  amountOf,
  exp,
  type Factor,
  hypot,
  ln,
  type Run,
  revised,
  type ServiceDescription,
  type ServiceUnit,
  type Uses,
  Z_90,
} from '@ml-emissions/model';
import { defaultGsd, needed } from '../default.ts';
import { acceleratorsOf } from '../machine.ts';
import { type Inputs, middleOf, type Reached, reached, usual } from './inputs.ts';
import {
  batchOf,
  bytesOf,
  type Chip,
  chipOf,
  chipsOfCopy,
  type NotServed,
  type Size,
  sizeOf,
} from './load.ts';
import { joulesPerPicture, type PictureLoad } from './picture-law.ts';
import { joulesPerToken } from './text-law.ts';

const JOULES_PER_KWH = 3.6e6;
const LAW = 'service.energy-per-use';

/** Energy at the chips by the laws, and what they were told. */
export interface EnergyByLaw {
  /** kWh in the run. */
  readonly energy: Factor;
  /** J a unit, without the range of how many there are. */
  readonly joules: Factor;
  readonly unit: ServiceUnit;
  /** Units in the run. */
  readonly units: number;
  /** Requests in a copy at a time; null where the law does not hang on it. */
  readonly batch: number | null;
  readonly isBatchTold: boolean;
  /** Chips that hold a copy. */
  readonly chips: number;
  readonly isGuess: boolean;
  /** Defaults that were taken where nothing was told: ids of `data/defaults.csv`. */
  readonly assumed: readonly string[];
}

/** What a law makes of a service: J of one unit by its inputs, `uses` among them, and the units in a use. */
interface Law {
  readonly unit: ServiceUnit;
  readonly inputs: Inputs<string>;
  readonly joules: (numbers: Readonly<Record<string, number>>) => number;
  /** Defaults among the inputs. */
  readonly assumed: readonly string[];
  /** Which of the inputs says how many units are in one use; null where a use is one. */
  readonly unitsPerUse: string | null;
}

/**
 * Energy at the chips of a service by the size of its model, its chips and how many requests they have at a time, kWh.
 *
 * Source: docs/method.md, "In use"; `joulesPerToken` and `joulesPerPicture`.
 *
 * @param edition its facts
 * @param run with a service; its names resolved
 * @param uses how much the service does
 * @returns the energy as one factor; or which field is missing
 */
export function energyByLaw(
  edition: Edition,
  run: Run & { readonly service: ServiceDescription },
  uses: Uses,
): EnergyByLaw | NotServed {
  const size = sizeOf(edition, run);
  const lack = lackOfLaw(edition, run, uses);
  if (lack || !size) return lack ?? SIZE_NOT_TOLD;
  const [own] = acceleratorsOf(edition, run);
  const chip = chipOf(edition, own);
  const batch = batchOf(edition, run);
  const isPicture = uses.unit === 'image' || uses.unit === 'video-second';
  const bytes = bytesOf(run.precision);
  const chips = chipsOfCopy(edition, run.service, bytes * amountOf(size.parameters), chip);
  const law = isPicture
    ? pictureLaw(edition, run.service, uses, size, chips, batch.requests)
    : textLaw(edition, run.service, uses, { size, bytes, chips, chip }, batch.requests);
  const doubts = [
    ln(defaultGsd(edition, LAW)),
    ...chip.doubts,
    ...(isPicture ? [] : batch.doubts),
    ...(run.precision === undefined ? [ln(defaultGsd(edition, 'service.precision-untold'))] : []),
  ];
  const { unit, joules, unitsPerUse, inputs } = law;
  const unitsIn = (numbers: Readonly<Record<string, number>>) =>
    (numbers.uses as number) * (unitsPerUse === null ? 1 : (numbers[unitsPerUse] as number));
  const [ofOne, ofAll] = reached(inputs, (numbers) => {
    const each = joules(numbers);
    return [each, (unitsIn(numbers) * each) / JOULES_PER_KWH];
  });
  const units = unitsIn(middleOf(inputs));
  const requests = isPicture && !batch.isTold ? null : amountOf(batch.requests);
  const base = needed(edition, LAW, {
    code: 'served',
    unit,
    units,
    joules: ofOne.value,
    batch: requests,
    isBatchTold: batch.isTold,
    chips: amountOf(chips),
  });
  return {
    energy: withReach(base, ofAll, doubts),
    joules: withReach(base, ofOne, doubts),
    unit,
    units,
    batch: requests,
    isBatchTold: batch.isTold,
    chips: amountOf(chips),
    isGuess: size.isGuess,
    assumed: [
      ...law.assumed,
      ...(isPicture ? [] : batch.assumed),
      ...(run.precision === undefined ? ['service.precision-untold'] : []),
      ...(own === undefined ? ['service.chip-untold'] : []),
    ],
  };
}

const SIZE_NOT_TOLD: NotServed = {
  field: '/model/parameters',
  said: { code: 'size-not-told' },
};

/** What the laws lack of a service; null where they can tell its energy. */
export function lackOfLaw(edition: Edition, run: Run, uses: Uses): NotServed | null {
  if (!sizeOf(edition, run)) return SIZE_NOT_TOLD;
  if (uses.unit === 'query' && uses.tokensEach === null) {
    return { field: '/service/outputTokensPerRequest', said: { code: 'tokens-not-told' } };
  }
  if (acceleratorsOf(edition, run).length > 1) {
    return { field: '/hardware', said: { code: 'no-single-chip' } };
  }
  return null;
}

/** A factor with what its inputs and its doubts make unsure of it. */
function withReach(base: Factor, { value, down, up }: Reached, doubts: readonly number[]): Factor {
  const gsd = exp(hypot(down / Z_90, ...doubts));
  const gsdUp = exp(hypot(up / Z_90, ...doubts));
  const sides = { gsd, gsdUp: gsdUp === gsd ? undefined : gsdUp };
  return revised(base, { value, kind: 'modeled', confidence: null, ...sides });
}

const OUTPUT_TOKENS = 'service.output-tokens';
const INPUT_TOKENS = 'service.input-tokens';

interface TextModel {
  readonly size: Size;
  readonly bytes: number;
  readonly chips: Amount;
  readonly chip: Chip;
}

function textLaw(
  edition: Edition,
  service: ServiceDescription,
  { unit, count, tokensEach }: Uses,
  { size: { parameters, activeParameters }, bytes, chips, chip }: TextModel,
  batch: Amount,
): Law {
  const isAnswer = unit === 'request' || unit === 'query';
  const told = tokensEach ?? service.outputTokensPerRequest;
  const { tdpW, wattsPerTflops } = chip;
  const inputs = {
    uses: count,
    parameters,
    activeParameters,
    chips,
    batch,
    outputTokens: told ?? usual(edition, OUTPUT_TOKENS),
    inputTokens: service.inputTokensPerRequest ?? usual(edition, INPUT_TOKENS),
  };
  return {
    unit: 'output-token',
    inputs,
    assumed: [
      ...(told === undefined ? [OUTPUT_TOKENS] : []),
      ...(service.inputTokensPerRequest === undefined ? [INPUT_TOKENS] : []),
    ],
    joules: (numbers) => {
      const own = numbers as Record<keyof typeof inputs, number>;
      return joulesPerToken(edition, {
        parameters: own.parameters,
        activeParameters: own.activeParameters,
        chips: own.chips,
        batch: own.batch,
        outputTokens: own.outputTokens,
        inputTokens: own.inputTokens,
        bytes,
        tdpW,
        wattsPerTflops,
      });
    },
    unitsPerUse: isAnswer ? 'outputTokens' : null,
  };
}

function pictureLaw(
  edition: Edition,
  service: ServiceDescription,
  { unit, count }: Uses,
  { parameters }: Size,
  chips: Amount,
  batch: Amount,
): Law {
  const isVideo = unit === 'video-second';
  const { imageWidthPx, imageHeightPx, steps, framesPerSecond } = service;
  const asked = [
    ['widthPx', imageWidthPx, isVideo ? 'service.video-width' : 'service.image-side'],
    ['heightPx', imageHeightPx, isVideo ? 'service.video-height' : 'service.image-side'],
    ['steps', steps, isVideo ? 'service.video-steps' : 'service.image-steps'],
    ...(isVideo ? [['frames', framesPerSecond, 'service.video-frames'] as const] : []),
  ] as const;
  const inputs: Inputs<string> = {
    uses: count,
    parameters,
    chips,
    batch,
    frames: 1,
    ...Object.fromEntries(asked.map(([name, told, id]) => [name, told ?? usual(edition, id)])),
  };
  return {
    unit,
    inputs,
    assumed: [...new Set(asked.flatMap(([, told, id]) => (told === undefined ? [id] : [])))],
    joules: (numbers) => joulesPerPicture(edition, numbers as unknown as PictureLoad, isVideo),
    unitsPerUse: null,
  };
}
