import {
  type Amount,
  type EnergyScope,
  type Factor,
  type HostLoad,
  type NamedFactor,
  pow,
  type Said,
  Z_90,
} from '@ml-emissions/model';
import { amountFactor, meterOf } from '../amount.ts';
import { defaultFactor } from '../default.ts';
import { ownMachine } from '../machine.ts';
import type { Question } from '../question.ts';
import { hostFactor, type Placed } from '../servers.ts';
import { tellsHost } from './instance.ts';
import { isUsualKnown } from './usual.ts';

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
 * Whether the machine is known whose watts a meter left out. A chip that is a whole machine by its rating says nothing of
 * what is around it.
 */
export function isMachineKnown(question: Question, all: readonly Placed[]): boolean {
  const { machine } = question;
  if ((machine.cpu && machine.cpu.tdpW !== null) || tellsHost(question)) return true;
  return all.length === 0 ? ownMachine(machine) !== null : isUsualKnown(all);
}

/** What a meter left out, and whether supply losses and fans are in it. */
interface Unmetered {
  readonly loads: readonly HostLoad[];
  readonly isAtWall: boolean;
}

/** What the meter saw, or what a service takes at its accelerators. */
export const meteredEnergy = (question: Question, energyKwh: Amount): NamedFactor =>
  hostFactor(
    'energy',
    'kWh',
    question.served?.energy ??
      amountFactor(question, energyKwh, '/energyKwh', { meter: meterOf(question.run.energyScope) }),
    { of: '/energyKwh', per: 1 },
  );

/** The default that tells how much chips of which nothing is known may leave out at most. */
export const MOST_OF_ACCELERATORS = 'host.of-accelerator-energy-most';

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
