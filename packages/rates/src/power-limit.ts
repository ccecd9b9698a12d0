import { exp, type Factor, ln, pow, square, Z_90 } from '@ml-emissions/model';
import { amountFactor, type Sides, widened } from './amount.ts';
import { knownCoefficient } from './coefficient.ts';
import { defaultFactor, defaultGsd, derived } from './default.ts';
import { restOf } from './idle-power.ts';
import type { MachineAccelerator } from './machine.ts';
import type { Question } from './question.ts';

/**
 * A usual share of rated power, held under the chip's limit: no mean power exceeds it by more than a meter errs.
 *
 * A limit that was set below the rating cuts what would exceed it, softly, as the power of a run swings about its mean:
 *
 *     share = (usual^-k + limit^-k)^(-1/k)     limit = power limit / TDP, k = 4
 *
 * The lower end of its range stays; the upper one is that of the logit-normal with the same lower end and median, whose
 * greatest value is 1.05 times the limit, or the chip's highest rating where none was set. Neither the share nor its lower
 * end is below the power of the chip with nothing to do (the lower end of that).
 *
 * Source: `power.*` in `data/defaults.csv` and `data/coefficients.csv`; 120 trainings under a limit, metered at the
 * chip (You et al. 2023, Zeus).
 *
 * @param question the run and its edition
 * @param one the accelerator, with its `powerLimitW`
 * @param share usual mean power / TDP
 * @param rated the rating, whose own doubt counts to the same bound
 * @returns the same share in an edition that knows no limits
 * Errors: none.
 */
export function underLimit(
  question: Question,
  one: MachineAccelerator,
  share: Factor,
  rated: Factor | null,
): Factor {
  const { edition } = question;
  const most = knownCoefficient(edition, 'power.most-of-limit');
  const tdpW = ratedW(one);
  if (most === undefined || tdpW === null || share.gsd === null) return share;
  const { powerLimitW } = one.hardware;
  const told = powerLimitW === undefined ? null : amountFactor(question, powerLimitW, fieldOf(one));
  const sharpness = defaultFactor(edition, 'power.limit-sharpness');
  const isCut = told && told.value < tdpW && sharpness;
  const cut = isCut ? cutShare(share, told, tdpW, sharpness) : share;
  const highest = told
    ? told.value * pow(told.gsdUp ?? told.gsd ?? 1, Z_90)
    : (one.row?.tdpMaxW ?? tdpW);
  const part = cut.value / (most * (highest / tdpW));
  const gsdUp = upperSide(part, cut.gsdUp ?? cut.gsd ?? 1);
  const rest = restOf(edition, one.row, tdpW);
  if (gsdUp === null) return aboveRest(cut, rest, tdpW);
  // Both together stay under the bound, as far as the rating's own doubt lets them.
  const ofRating = ln(rated?.gsdUp ?? rated?.gsd ?? 1);
  // A chip at its limit may pass the bound by what the rating's being read elsewhere makes of it.
  const left = ln(defaultGsd(edition, 'tdp.second-hand') / part) / Z_90;
  const room = Math.sqrt(Math.max(0, square(left) - square(ofRating)));
  return aboveRest({ ...cut, gsdUp: Math.min(gsdUp, exp(room)) }, rest, tdpW);
}

/** A chip at work draws no less than one that has nothing to do, as far as that is sure. */
function aboveRest(share: Factor, rest: ReturnType<typeof restOf>, tdpW: number): Factor {
  if (!rest || share.gsd === null) return share;
  const idle = rest.powerW / tdpW;
  const value = Math.max(share.value, idle);
  const least = idle / pow(rest.gsd, Z_90);
  const gsd = Math.min(share.gsd, pow(value / least, 1 / Z_90));
  const up = share.gsdUp ?? share.gsd;
  if (value === share.value) return gsd === share.gsd ? share : { ...share, gsd, gsdUp: up };
  // The upper end stays where it was.
  const gsdUp = Math.max(1, up * pow(share.value / value, 1 / Z_90));
  const said = {
    code: 'raised-to-idle',
    usual: share.said,
    share: share.value,
    idleW: rest.powerW,
  } as const;
  return { ...derived(value, share, said), gsd, gsdUp };
}

const fieldOf = ({ index }: MachineAccelerator) => `/hardware/${index}/powerLimitW`;

function ratedW({ row, hardware: { accelerator } }: MachineAccelerator): number | null {
  if (row) return row.tdpW;
  if (typeof accelerator === 'string') return null;
  return typeof accelerator.tdpW === 'number' ? accelerator.tdpW : accelerator.tdpW.value;
}

function cutShare(share: Factor, limitW: Factor, tdpW: number, sharpness: Factor): Factor {
  const k = sharpness.value;
  const limit = limitW.value / tdpW;
  const value = pow(pow(share.value, -k) + pow(limit, -k), -1 / k);
  // What is cut is surer: the usual share moves it by so much of its own deviation, the limit by the rest.
  const ofShare = pow(value / share.value, k);
  const ofLimit = 1 - ofShare;
  const cut = derived(value, share, {
    code: 'cut-by-limit',
    usual: share.said,
    share: share.value,
    powerLimitW: limitW.value,
  });
  const ofUsual = { ...cut, ...portion(share, ofShare) };
  return widened(
    widened(ofUsual, { gsd: pow(sharpness.gsd ?? 1, ofLimit) }),
    portion(limitW, ofLimit),
  );
}

/** So much of the deviation of a factor. */
function portion({ gsd, gsdUp }: Factor, of: number): Sides {
  const both = { gsd: pow(gsd ?? 1, of) };
  return gsdUp === undefined ? both : { ...both, gsdUp: pow(gsdUp, of) };
}

/**
 * The upper deviation of a logit-normal part of a whole.
 *
 * @param part median, of 1
 * @param gsd deviation of its lower side
 * @returns null where it is no lower than the lower side's
 */
function upperSide(part: number, gsd: number): number | null {
  if (part >= 1) return 1;
  const logit = (p: number) => ln(p / (1 - p));
  const reach = logit(part) - logit(part / pow(gsd, Z_90));
  const high = 1 / (1 + exp(-logit(part) - reach));
  const gsdUp = pow(high / part, 1 / Z_90);
  return gsdUp < gsd ? gsdUp : null;
}
