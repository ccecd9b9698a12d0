import {
  type Factor,
  INFERENCE_WORK,
  listed,
  type NamedFactor,
  type ResolvedAccelerator,
} from '@ml-emissions/model';
import { amountFactor } from './amount.ts';
import { towardsBatch } from './few-requests.ts';
import { type MachineAccelerator, ownMachine } from './machine.ts';
import { minimumMaximum } from './methods/cloud-carbon-footprint.ts';
import { ratedAboveRest, ratedUnderLimit, underLimit } from './power-limit.ts';
import type { Question } from './question.ts';
import { typicalShare } from './typical-share.ts';

/** What is known of one kind of accelerator before its power. */
interface Known {
  readonly at: string;
  readonly place: number;
  readonly label: string;
  readonly rated: Factor | null;
}

type Power = Pick<ResolvedAccelerator, 'power' | 'powerRung'>;

/**
 * Mean power of one accelerator, W, by the best rung that the method reads and the run has:
 * metered > TDP x measured share > TDP x the usual share of the work > TDP.
 *
 * Source: docs/method.md, section 2; shares of rated power in `data/defaults.csv`.
 */
export function powerOf(question: Question, one: MachineAccelerator, known: Known): Power {
  for (const rung of question.method.ladders.power) {
    const power = RUNGS[rung](question, one, known);
    if (power) {
      const isShare = rung === 'minimum-maximum' && one.hardware.utilisation !== undefined;
      const powerRung = rung === 'minimum-maximum' ? (isShare ? 'utilisation' : 'typical') : rung;
      return { power, powerRung };
    }
  }
  return { power: null, powerRung: 'tdp' };
}

type Rung = Question['method']['ladders']['power'][number];

const RUNGS: Readonly<
  Record<
    Rung,
    (question: Question, one: MachineAccelerator, known: Known) => readonly NamedFactor[] | null
  >
> = { measured, utilisation, typical, tdp: rated, 'minimum-maximum': minimumMaximum };

const fieldOf = ({ place }: Known) => `/hardware/${place}/powerW`;

function measured(
  question: Question,
  { hardware: { powerW }, index }: MachineAccelerator,
  known: Known,
): NamedFactor[] | null {
  if (powerW === undefined) return null;
  const field = `/hardware/${index}/powerW`;
  const factor = amountFactor(question, powerW, field, {
    said: { code: 'of-chip', chip: known.label, what: { code: 'mean-as-measured' } },
    meter: 'inside',
  });
  const quantity = { of: field, per: 1 };
  return [listed(`power${known.at}`, 'W', factor, { field: fieldOf(known), quantity })];
}

function utilisation(
  question: Question,
  one: MachineAccelerator,
  known: Known,
): NamedFactor[] | null {
  const share = one.hardware.utilisation;
  if (share === undefined) return null;
  const field = `/hardware/${one.index}/utilisation`;
  const factor = amountFactor(question, share, field, {
    said: { code: 'mean-over-tdp' },
    meter: 'inside',
  });
  return shareOf(question, one, known, factor, { of: field, per: 1 });
}

function typical(question: Question, one: MachineAccelerator, known: Known): NamedFactor[] | null {
  // A limit that was set says which of its modes the chip is in.
  const { powerLimitW } = one.hardware;
  const inMode = known.rated && powerLimitW !== undefined ? exactly(known.rated) : known.rated;
  const held = usualShare(question, one, inMode);
  if (!held) return null;
  const rated = ratedAboveRest(question, one, held, ratedUnderLimit(question, one, held, inMode));
  return shareOf(question, one, { ...known, rated }, held, null);
}

/** The usual share, no more than the chip can draw; worked out once where the run says no more than its kind of work. */
function usualShare(
  question: Question,
  one: MachineAccelerator,
  rated: Factor | null,
): Factor | null {
  const { edition, run, machine, isPerChip } = question;
  const { work, scenario, model, nodes } = run;
  const find = () => {
    const share = typicalShare(question, one);
    return share && underLimit(question, one, share, rated);
  };
  const isOwn =
    one.row === null ||
    one.hardware.powerLimitW !== undefined ||
    // What answers requests is as busy whatever its size.
    (model !== undefined && !INFERENCE_WORK.has(work)) ||
    nodes !== undefined ||
    isPerChip ||
    towardsBatch(run) !== null;
  if (isOwn) return find();
  return edition.once(`share ${one.row.id} ${work} ${scenario} ${ownMachine(machine)}`, find);
}

function exactly({ gsdUp: _, ...factor }: Factor): Factor {
  return { ...factor, gsd: 1 };
}

function shareOf(
  question: Question,
  one: MachineAccelerator,
  known: Known,
  factor: Factor,
  quantity: NamedFactor['quantity'],
): NamedFactor[] | null {
  const tdp = rated(question, one, known);
  const about = { field: fieldOf(known), quantity };
  return tdp && [...tdp, listed(`utilisation${known.at}`, '1', factor, about)];
}

function rated(_: Question, __: MachineAccelerator, known: Known): NamedFactor[] | null {
  const tdp = known.rated;
  if (!tdp) return null;
  const said = tdp.said && ({ code: 'of-chip', chip: known.label, what: tdp.said } as const);
  return [listed(`tdp${known.at}`, 'W', { ...tdp, said }, { field: fieldOf(known) })];
}
