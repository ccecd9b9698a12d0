import {
  type Amount,
  type EnergyScope,
  type Factor,
  given,
  type HostLoad,
  type NamedFactor,
  pow,
  productGsd,
  type Said,
  Z_90,
} from '@ml-emissions/model';
import { amountFactor, meterOf } from '../amount.ts';
import { defaultFactor } from '../default.ts';
import { CARDS_OF_SERVER, ownMachine } from '../machine.ts';
import type { Question } from '../question.ts';
import { countOf, hostFactor, type Placed } from '../servers.ts';
import { tellsHost } from './instance.ts';
import { isUsualKnown, usualLoads } from './usual.ts';

/** What a meter leaves out of the machine: the default that says how much, and its names. */
interface LeftOut {
  readonly id: string;
  readonly over: Said;
  readonly what: Said;
}

const LEFT_OUT: Readonly<Partial<Record<EnergyScope, LeftOut>>> = {
  accelerators: {
    id: 'host.of-accelerator-energy',
    over: { code: 'host-over-accelerators' },
    what: { code: 'host-and-losses' },
  },
  components: {
    id: 'host.of-component-energy',
    over: { code: 'rest-over-components' },
    what: { code: 'rest-and-losses' },
  },
};

/** Whether the energy of a run was metered inside the machine, so that some of the machine is missing in it. */
export function isMeteredInside({ run }: Question): boolean {
  return (
    run.energyKwh !== undefined && run.energyScope !== undefined && run.energyScope in LEFT_OUT
  );
}

/**
 * Whether the watts of what a meter left out are known: they need a time, and a machine. A chip that is a whole machine
 * by its rating says nothing of what is around it.
 */
export function isMachineKnown(question: Question, all: readonly Placed[]): boolean {
  const { machine, run } = question;
  if (!run.hours) return false;
  if ((machine.cpu && machine.cpu.tdpW !== null) || tellsHost(question)) return true;
  return all.length === 0 ? ownMachine(machine) !== null : isUsualKnown(all);
}

/** What a meter left out, and whether supply losses and fans are in it. */
interface Unmetered {
  readonly loads: readonly HostLoad[];
  readonly isAtWall: boolean;
}

/**
 * What a meter of cards left out, where no time is known: their usual host for as long as what the meter saw lasts at
 * the cards' usual power. A module's host is a share of its own power; a card's is not.
 *
 *     kWh = metered kWh x host W / W of the cards
 *
 * Source: `data/defaults.csv`, `host.pcie-server` and `server.per-card`, over the shares of rated power.
 *
 * @returns null where the chips are no cards, stand at a desk, or what they draw is not known
 */
function besideCards(question: Question, all: readonly Placed[]): Unmetered | null {
  const { edition, machine, run } = question;
  const isOfCards = all.length > 0 && all.every(({ form }) => form === 'pcie');
  if (!isOfCards || ownMachine(machine) || run.energyScope !== 'accelerators') return null;
  if (run.energyKwh === undefined || !edition.defaultById.has(MOST_OF_ACCELERATORS)) return null;
  const perWatt = perWattOf(all);
  if (!perWatt) return null;
  const energy = meteredEnergy(question, run.energyKwh);
  const loads = usualLoads(asManyServers(question, all), all).map((load) => ({
    ...load,
    isEnergy: true,
    // What the meter saw follows the count: the cards behind it are no quantity of their own here.
    product: [
      energy,
      perWatt,
      ...load.product.map((one): NamedFactor => ({ ...one, quantity: null })),
    ],
  }));
  return { loads, isAtWall: false };
}

/** A server holds the cards that it usually does at most: fewer servers than that are not taken from `nodes`. */
function asManyServers(question: Question, all: readonly Placed[]): Question {
  const { nodes, ...run } = question.run;
  const isFew = nodes !== undefined && nodes * CARDS_OF_SERVER < countOf(all);
  return isFew ? { ...question, run } : question;
}

/** 1 / the usual power of all chips together, 1/W; null where that of one is not known. */
function perWattOf(all: readonly Placed[]): NamedFactor | null {
  let watts = 0;
  let [down, up] = [1, 1];
  const keys: string[] = [];
  for (const { accelerator } of all) {
    const { count, power } = accelerator;
    if (!power) return null;
    watts += power.reduce((product, { factor }) => product * factor.value, count.factor.value);
    const sides = power.map(({ factor: { gsd, gsdUp = gsd } }) => [gsd ?? 1, gsdUp ?? 1] as const);
    // The more the chips draw, the shorter the same energy lasts.
    up = Math.max(up, productGsd(sides.map(([side]) => side)));
    down = Math.max(down, productGsd(sides.map(([, side]) => side)));
    keys.push(...power.map(({ factor }) => factor.key));
  }
  const said = { code: 'over-usual-power', watts } as const;
  const one = given(1 / watts, `1/${keys.join(' ')}`, said);
  return hostFactor('per-watt-of-chips', '1/W', {
    ...one,
    kind: 'modeled',
    gsd: down,
    ...(up === down ? {} : { gsdUp: up }),
  });
}

const meteredEnergy = (question: Question, energyKwh: Amount): NamedFactor =>
  hostFactor(
    'energy',
    'kWh',
    amountFactor(question, energyKwh, '/energyKwh', { meter: meterOf(question.run.energyScope) }),
    { of: '/energyKwh', per: 1 },
  );

/** The default that tells how much chips of which nothing is known may leave out at most. */
const MOST_OF_ACCELERATORS = 'host.of-accelerator-energy-most';

/** Of chips that nobody names, which may be small cards. */
function ofAnyChips(question: Question, share: Factor): Factor {
  const most = defaultFactor(question.edition, MOST_OF_ACCELERATORS);
  return most ? { ...share, gsdUp: pow(most.value / share.value, 1 / Z_90) } : share;
}

/**
 * What a meter left out of the machine, by its usual share of what it saw; losses are in it.
 *
 *     kWh = metered kWh x share
 *
 * Source: `data/defaults.csv`, `host.of-accelerator-energy` and `host.of-component-energy`, each with one of its own for
 * desktops and laptops.
 *
 * @returns null where the edition has no such share: what the meter saw is then all that is known
 */
export function shareOfMetered(question: Question, all: readonly Placed[]): Unmetered | null {
  const cards = besideCards(question, all);
  if (cards) return cards;
  const { edition, machine, run } = question;
  const left = LEFT_OUT[run.energyScope ?? 'it'];
  if (!left || run.energyKwh === undefined) return null;
  const own = `${left.id}-own-machine`;
  const id = ownMachine(machine) && edition.defaultById.has(own) ? own : left.id;
  const usual = defaultFactor(edition, id, left.over);
  if (!usual) return null;
  // By its definition the user's factor of losses is all that the components lack.
  if (run.energyScope === 'components' && run.overheadFactor !== undefined)
    return { loads: [], isAtWall: true };
  const isAny = all.length === 0 && id === LEFT_OUT.accelerators?.id;
  const share = isAny ? ofAnyChips(question, usual) : usual;
  const product = [
    meteredEnergy(question, run.energyKwh),
    hostFactor('unmetered-share', '1', share),
  ];
  return {
    loads: [{ name: 'host', said: left.what, isEnergy: true, product }],
    isAtWall: true,
  };
}

/**
 * The share of a host's power that a meter of the components does not see: board, drives, network and losses.
 *
 * Source: `data/defaults.csv`, `host.beside-components`.
 *
 * @returns null where the meter saw no components, or the edition has no such share
 */
export function besideComponents({ edition, run }: Question): Factor | null {
  if (run.energyKwh === undefined || run.energyScope !== 'components') return null;
  return defaultFactor(edition, 'host.beside-components', { code: 'rest-over-host' });
}
