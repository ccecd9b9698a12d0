import type { EnergyScope, Factor, HostLoad, Said } from '@ml-emissions/model';
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
 * Whether the watts of what a meter left out are known: they need a time, and a machine. A chip that is a whole machine
 * by its rating says nothing of what is around it.
 */
export function isMachineKnown(question: Question, all: readonly Placed[]): boolean {
  const { machine, run } = question;
  if (!run.hours) return false;
  if ((machine.cpu && machine.cpu.tdpW !== null) || tellsHost(question)) return true;
  return all.length === 0 ? ownMachine(machine) !== null : isUsualKnown(all);
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
export function shareOfMetered(question: Question): HostLoad[] | null {
  const { edition, machine, run } = question;
  const left = LEFT_OUT[run.energyScope ?? 'it'];
  if (!left || run.energyKwh === undefined) return null;
  const own = `${left.id}-own-machine`;
  const id = ownMachine(machine) && edition.defaultById.has(own) ? own : left.id;
  const share = defaultFactor(edition, id, left.over);
  if (!share) return null;
  // By its definition the user's factor of losses is all that the components lack.
  if (run.energyScope === 'components' && run.overheadFactor !== undefined) return [];
  const energy = amountFactor(question, run.energyKwh, '/energyKwh', {
    meter: meterOf(run.energyScope),
  });
  const product = [
    hostFactor('energy', 'kWh', energy, { of: '/energyKwh', per: 1 }),
    hostFactor('unmetered-share', '1', share),
  ];
  return [{ name: 'host', said: left.what, isEnergy: true, product }];
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
