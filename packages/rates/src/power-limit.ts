import type { Edition } from '@ml-emissions/data';
import { exp, type Factor, ln, pow, square, Z_90 } from '@ml-emissions/model';
import { amountFactor, deviationsOf, widened } from './amount.ts';
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
 *     share = (usual^-k + limit^-k - 1)^(-1/k)     limit = power limit / TDP, k = 2.5
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
  const told = toldLimit(question, one);
  const sharpness = defaultFactor(edition, 'power.limit-sharpness');
  const isCut = told && told.value < tdpW && sharpness;
  const cut = isCut ? cutShare(edition, share, told, tdpW, sharpness) : share;
  const part = cut.value / (most * (highestOf(one, told, tdpW) / tdpW));
  const gsdUp = upperSide(part, cut.gsdUp ?? cut.gsd ?? 1);
  const rest = restOf(edition, one.row, tdpW);
  if (gsdUp === null) return aboveRest(cut, rest, tdpW, rated);
  // Both together stay under the bound, as far as the rating's own doubt lets them.
  const ofRating = ln(rated?.gsdUp ?? rated?.gsd ?? 1);
  const left = leftUnder(edition, part);
  const room = Math.sqrt(Math.max(0, square(left) - square(ofRating)));
  return aboveRest({ ...cut, gsdUp: Math.min(gsdUp, exp(room)) }, rest, tdpW, rated);
}

/** What a chip draws with nothing to do at its least, as a share of its rating: one chip of a model idles lower. */
const leastAtRest = ({ powerW, gsd }: Rest, tdpW: number): number => powerW / tdpW / pow(gsd, Z_90);

type Rest = NonNullable<ReturnType<typeof restOf>>;

/**
 * A rating that was derived or is remembered is in doubt on both sides, and the chip draws no more than its limit on
 * either: the upper end of rating and share together is no further above the highest mode than that of a chip at its
 * limit whose rating was read elsewhere.
 *
 * @param share what the chip draws of it
 */
export function ratedUnderLimit(
  question: Question,
  one: MachineAccelerator,
  share: Factor,
  rated: Factor | null,
): Factor | null {
  const { edition } = question;
  const most = knownCoefficient(edition, 'power.most-of-limit');
  const tdpW = ratedW(one);
  if (!rated || rated.gsd === null || most === undefined || tdpW === null || !one.row) return rated;
  const part = share.value / (most * (highestOf(one, toldLimit(question, one), tdpW) / tdpW));
  const gsdUp = exp(Math.max(0, leftUnder(edition, part)));
  return (rated.gsdUp ?? rated.gsd) <= gsdUp ? rated : { ...rated, gsdUp };
}

/** A chip at its limit may pass the bound by what the rating's being read elsewhere makes of it. */
const leftUnder = (edition: Edition, part: number): number =>
  ln(defaultGsd(edition, 'tdp.second-hand') / part) / Z_90;

function toldLimit(question: Question, one: MachineAccelerator): Factor | null {
  const { powerLimitW } = one.hardware;
  return powerLimitW === undefined ? null : amountFactor(question, powerLimitW, fieldOf(one));
}

/** The upper end of the limit that was told, else the highest mode, W. */
const highestOf = ({ row }: MachineAccelerator, told: Factor | null, tdpW: number): number =>
  told ? told.value * pow(told.gsdUp ?? told.gsd ?? 1, Z_90) : (row?.tdpMaxW ?? tdpW);

/**
 * A rating whose lower modes say no more than that a chip at work draws what it draws at rest: the lower end of rating
 * and share together is at least the lower end of that.
 *
 * @param share what the chip draws of it
 */
export function ratedAboveRest(
  { edition }: Question,
  one: MachineAccelerator,
  share: Factor,
  rated: Factor | null,
): Factor | null {
  const tdpW = ratedW(one);
  const rest = tdpW === null ? null : restOf(edition, one.row, tdpW);
  const isKnown = knownCoefficient(edition, 'power.most-of-limit') !== undefined;
  if (!rated || rated.gsd === null || !rest || tdpW === null || !isKnown) return rated;
  const most = pow(Math.max(1, share.value / leastAtRest(rest, tdpW)), 1 / Z_90);
  return rated.gsd <= most ? rated : { ...rated, gsd: most, gsdUp: rated.gsdUp ?? rated.gsd };
}

/** A chip at work draws no less than one that has nothing to do, as far as that is sure. */
function aboveRest(share: Factor, rest: Rest | null, tdpW: number, rated: Factor | null): Factor {
  if (!rest || share.gsd === null) return share;
  const idle = rest.powerW / tdpW;
  const value = Math.max(share.value, idle);
  const low = Math.max(leastAtRest(rest, tdpW), share.value / pow(share.gsd, Z_90));
  // Rating and share together stay above it.
  const reach = square(ln(value / leastAtRest(rest, tdpW)) / Z_90);
  const room = exp(Math.sqrt(Math.max(0, reach - square(ln(rated?.gsd ?? 1)))));
  const gsd = Math.min(room, pow(value / low, 1 / Z_90));
  const up = share.gsdUp ?? share.gsd;
  if (value === share.value)
    return Math.abs(gsd / share.gsd - 1) < 1e-12 ? share : { ...share, gsd, gsdUp: up };
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

/** (14), whose ends are those of the usual share and of the limit, cut alike: so none rises as the limit falls. */
function cutShare(
  edition: Edition,
  share: Factor,
  limitW: Factor,
  tdpW: number,
  sharpness: Factor,
) {
  const k = sharpness.value;
  const cutAt = (usual: number, limit: number) => pow(pow(usual, -k) + pow(limit, -k) - 1, -1 / k);
  const limit = limitW.value / tdpW;
  const value = cutAt(share.value, limit);
  const reach = (gsd: number | null) => pow(gsd ?? 1, Z_90);
  const up = reach(share.gsdUp ?? share.gsd);
  const limitUp = reach(limitW.gsdUp ?? limitW.gsd);
  const cut = {
    ...derived(value, share, {
      code: 'cut-by-limit',
      usual: share.said,
      share: share.value,
      powerLimitW: limitW.value,
    }),
    ...deviationsOf(
      edition,
      value / cutAt(share.value / reach(share.gsd), limit),
      cutAt(share.value * up, limit) / value,
    ),
  };
  const ofLimit = deviationsOf(
    edition,
    value / cutAt(share.value, limit / reach(limitW.gsd)),
    cutAt(share.value, limit * limitUp) / value,
  );
  // How sharply it is cut matters as far as it is.
  const isCut = 1 - pow(value / share.value, k);
  return widened(widened(cut, { gsd: pow(sharpness.gsd ?? 1, isCut) }), ofLimit);
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
