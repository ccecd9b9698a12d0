import {
  given,
  type HostLoad,
  type NamedFactor,
  pow,
  productGsd,
  type ResolvedAccelerator,
} from '@ml-emissions/model';
import { CARDS_OF_SERVER } from '../machine.ts';
import type { Question } from '../question.ts';
import { countOf, hostFactor, type Placed } from '../servers.ts';
import { meteredEnergy } from './metered.ts';

/** A part of what a meter saw: its usual power, and how unsure that is on either side. */
interface Seen {
  readonly watts: number;
  readonly gsd: number;
  readonly gsdUp: number;
  readonly key: string;
}

/**
 * What a meter left out, where no time is known: the watts of that for as long as what the meter saw lasts at its usual
 * power. At that power it is what a run of the same time would say.
 *
 *     kWh = metered kWh x W left out / W seen
 *
 * Source: `data/defaults.csv`, the usual power of each part.
 *
 * @param question a run with metered energy and no time
 * @param all its accelerators
 * @param host loads of the whole host by their watts, where the meter saw a part of it
 * @param leftOut loads that the meter did not see, by their watts
 * @returns null where what the meter saw has no usual power
 */
export function asLongAsMetered(
  question: Question,
  all: readonly Placed[],
  host: readonly HostLoad[],
  leftOut: readonly HostLoad[],
): HostLoad[] | null {
  const { energyKwh } = question.run;
  const perWatt = perWattOf(all, host, leftOut);
  if (!perWatt || energyKwh === undefined) return null;
  const energy = meteredEnergy(question, energyKwh);
  return leftOut.map((load) => ({
    ...load,
    isEnergy: true,
    // What the meter saw follows the counts: the parts behind it are no quantities of their own here.
    product: [
      energy,
      perWatt,
      ...load.product.map((one): NamedFactor => ({ ...one, quantity: null })),
    ],
  }));
}

/** A server holds the cards that it usually does at most: fewer servers than that are not taken from `nodes`. */
export function inServersEnough(question: Question, all: readonly Placed[]): Question {
  const { nodes, ...run } = question.run;
  const isFew = nodes !== undefined && nodes * CARDS_OF_SERVER < countOf(all);
  return isFew ? { ...question, run } : question;
}

/** 1 / the usual power of all that a meter saw, 1/W; null where that of a part is not known. */
function perWattOf(
  all: readonly Placed[],
  host: readonly HostLoad[],
  leftOut: readonly HostLoad[],
): NamedFactor | null {
  const parts: Seen[] = [];
  for (const { accelerator } of all) {
    const part = ofChips(accelerator);
    if (!part) return null;
    parts.push(part);
  }
  const unseen = wattsOf(leftOut.map(({ product }) => seenOf(product)));
  const ofHost = host.map(({ product }) => seenOf(product));
  const seen = 1 - Math.min(1, unseen / wattsOf(ofHost));
  if (seen > 0) parts.push(...ofHost.map((part) => ({ ...part, watts: part.watts * seen })));
  const watts = wattsOf(parts);
  if (watts <= 0) return null;
  // Each part counts as far as it makes up the sum, and none offsets another: kinds of chips share what is unsure of them.
  // The more is drawn, the shorter the same energy lasts.
  const spread = (of: (part: Seen) => number) =>
    parts.reduce((product, part) => product * pow(of(part), part.watts / watts), 1);
  const [down, up] = [spread(({ gsdUp }) => gsdUp), spread(({ gsd }) => gsd)];
  const said = { code: 'over-usual-power', watts } as const;
  const one = given(1 / watts, `1/${parts.map(({ key }) => key).join(' ')}`, said);
  return hostFactor('per-watt-of-seen', '1/W', {
    ...one,
    kind: 'modeled',
    gsd: down,
    ...(up === down ? {} : { gsdUp: up }),
  });
}

const wattsOf = (parts: readonly Seen[]): number =>
  parts.reduce((sum, { watts }) => sum + watts, 0);

/** What chips of one kind draw together. */
function ofChips({ count, power }: ResolvedAccelerator): Seen | null {
  if (!power) return null;
  const { watts, ...one } = seenOf(power);
  return { ...one, watts: watts * count.factor.value };
}

function seenOf(product: readonly NamedFactor[]): Seen {
  return {
    watts: product.reduce((watts, { factor }) => watts * factor.value, 1),
    gsd: productGsd(product.map(({ factor }) => factor.gsd ?? 1)),
    gsdUp: productGsd(product.map(({ factor }) => factor.gsdUp ?? factor.gsd ?? 1)),
    key: product.map(({ factor }) => factor.key).join(' '),
  };
}
