import type { Edition } from '@ml-emissions/data';
import { amountOf, type Hardware, type Notice, type ResolvedRun } from '@ml-emissions/model';
import { knownCoefficient, type Machine, restOf } from '@ml-emissions/rates';

interface Told {
  readonly edition: Edition;
  readonly machine: Machine;
  readonly resolved: ResolvedRun;
}

/** A chip whose rated power is known. */
interface Chip {
  readonly name: string;
  readonly count: number;
  readonly tdpW: number;
  /** The highest power that is published for it. */
  readonly highestW: number;
  /** Power with nothing to do. */
  readonly restW: number;
  /** The whole of a small machine may switch its chip off. */
  readonly isWhole: boolean;
}

const W_PER_KW = 1000;
/** Of what is known of rest, so little is less than any chip draws: one idles at half of another at most. */
export const OF_REST = 0.5;
/** Above its rated power by so much a chip may be measured for a while. */
export const ABOVE_TDP = 1.15;
/** Below this share of its rated power a chip would do nothing. */
const LEAST_SHARE = 0.1;
/** Boards of partners may be set so far above the rating of their chip: an RTX 4090 of 450 W to 600 W. */
const LIMIT_ABOVE_TDP = 1.4;
/** A mean power may seem to exceed a limit by as much as a meter errs. */
const METER_ERRS = 'power.most-of-limit';

/** Watts of a chip, and limits set on it, that hold by themselves and can hardly be meant. */
export function unlikelyPower({ edition, machine, resolved }: Told): Notice[] {
  return machine.accelerators.flatMap(({ hardware, row, index, form }, place): Notice[] => {
    const found = resolved.accelerators[place];
    const tdpW = found?.ratedPowerW?.value;
    if (!found || tdpW === undefined) return [];
    const chip = {
      name: found.label,
      count: amountOf(hardware.count ?? 1),
      tdpW,
      highestW: row?.tdpMaxW ?? tdpW,
      restW: restOf(edition, row, tdpW)?.powerW ?? LEAST_SHARE * tdpW,
      isWhole: form === 'whole',
    };
    const notices = [
      ...unlikelyMean(hardware, chip),
      ...belowRest(hardware, chip),
      ...unlikelyLimit(hardware, chip),
      ...exceededLimit(hardware, chip, knownCoefficient(edition, METER_ERRS) ?? 1),
    ];
    return notices.map(({ field, said }) => ({ field: `/hardware/${index}${field}`, said }));
  });
}

/**
 * The mean power that a chip of a run can have drawn by what is known of its kind: no warning is given between these.
 *
 * @returns null where it has not one kind of chips, or nothing is known of their power
 */
export function likelyChipPower({ edition, machine, resolved }: Told): LikelyPower | null {
  const [one, ...others] = machine.accelerators;
  const tdpW = resolved.accelerators[0]?.ratedPowerW?.value;
  if (!one || others.length > 0 || tdpW === undefined) return null;
  const restW = restOf(edition, one.row, tdpW)?.powerW ?? LEAST_SHARE * tdpW;
  return { leastW: one.form === 'whole' ? 0 : OF_REST * restW, mostW: ABOVE_TDP * tdpW };
}

/** Of one chip, W. */
export interface LikelyPower {
  readonly leastW: number;
  readonly mostW: number;
}

function unlikelyMean({ powerW: told }: Hardware, chip: Chip): Notice[] {
  if (told === undefined) return [];
  const powerW = amountOf(told);
  const { tdpW } = chip;
  const isHigh = powerW > ABOVE_TDP * tdpW;
  const meant = isHigh ? ofOneChip(powerW, chip) : inWatts(powerW, chip);
  if (!isHigh && !meant) return [];
  const slip = meant ?? { slip: null, meantW: null };
  return [
    { field: '/powerW', said: { code: 'power-unlikely', chip: chip.name, powerW, tdpW, ...slip } },
  ];
}

/** Less than a chip draws at rest, or well above all that it is rated for. */
function unlikelyLimit({ powerLimitW: told }: Hardware, chip: Chip): Notice[] {
  if (told === undefined) return [];
  const powerLimitW = amountOf(told);
  const { name, restW, highestW } = chip;
  const field = '/powerLimitW';
  if (powerLimitW < restW) {
    const { meantW = null } = inWatts(powerLimitW, chip) ?? {};
    return [{ field, said: { code: 'limit-below-rest', chip: name, powerLimitW, restW, meantW } }];
  }
  if (powerLimitW <= LIMIT_ABOVE_TDP * highestW) return [];
  const { meantW = null } = ofOneChip(powerLimitW, chip) ?? {};
  return [
    { field, said: { code: 'limit-above-rating', chip: name, powerLimitW, highestW, meantW } },
  ];
}

/** Mean power of one chip as measured, in watts or as a share of its rating. */
function measuredW({ powerW, utilisation }: Hardware, { tdpW }: Chip): number | null {
  if (powerW !== undefined) return amountOf(powerW);
  return utilisation === undefined ? null : amountOf(utilisation) * tdpW;
}

/** Nothing that was measured over the whole time; kilowatts are told apart. */
function belowRest(hardware: Hardware, chip: Chip): Notice[] {
  const { name, restW, isWhole } = chip;
  const powerW = measuredW(hardware, chip);
  if (powerW === null || isWhole || powerW >= OF_REST * restW) return [];
  if (hardware.powerW !== undefined && inWatts(powerW, chip)) return [];
  const field = hardware.powerW === undefined ? '/utilisation' : '/powerW';
  return [{ field, said: { code: 'power-below-rest', chip: name, powerW, restW } }];
}

/** A mean power that was told, above the limit that was told. */
function exceededLimit(hardware: Hardware, chip: Chip, most: number): Notice[] {
  if (hardware.powerLimitW === undefined) return [];
  const powerLimitW = amountOf(hardware.powerLimitW);
  const meanW = measuredW(hardware, chip);
  if (meanW === null || meanW <= most * powerLimitW) return [];
  const said = { code: 'limit-exceeded', chip: chip.name, meanW, powerLimitW } as const;
  return [{ field: '/powerLimitW', said }];
}

const isLikely = (watts: number, { tdpW }: Chip) =>
  watts >= LEAST_SHARE * tdpW && watts <= ABOVE_TDP * tdpW;

/** Watts of all chips together. */
function ofOneChip(watts: number, chip: Chip) {
  const meantW = watts / chip.count;
  return chip.count > 1 && isLikely(meantW, chip) ? ({ slip: 'all-chips', meantW } as const) : null;
}

/** Kilowatts. */
function inWatts(watts: number, chip: Chip) {
  const meantW = watts * W_PER_KW;
  return watts < LEAST_SHARE * chip.tdpW && isLikely(meantW, chip)
    ? ({ slip: 'kilowatts', meantW } as const)
    : null;
}
