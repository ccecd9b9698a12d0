import { frozen } from '@ml-emissions/data';
import type { Factor, HostLoad, Rungs } from '@ml-emissions/model';
import { amountFactor } from '../amount.ts';
import { hasDefaults, needed } from '../default.ts';
import { ownMachine } from '../machine.ts';
import type { Question } from '../question.ts';
import { hostFactor, type Placed } from '../servers.ts';
import { baseLoads } from './base.ts';
import { cpuLoad, type HostCpu, hostCpu } from './cpu.ts';
import { instanceHost, tellsHost } from './instance.ts';
import { asLongAsMetered, inServersEnough } from './lasting.ts';
import { memoryLoads, usualMemory } from './memory.ts';
import {
  besideComponents,
  isMachineKnown,
  isMeteredInside,
  MOST_OF_ACCELERATORS,
  shareOfMetered,
} from './metered.ts';
import { ownLoad, usualLoads } from './usual.ts';

/** All of the machine but its accelerators. */
export interface Host {
  readonly loads: readonly HostLoad[];
  readonly cpu: HostCpu | null;
  readonly memoryGb: Factor | null;
  /** Virtual processors that were rented. */
  readonly virtualProcessors: number | null;
  /** Power of an idle host / power under load. */
  readonly idleShare: Factor | null;
  readonly rung: Rungs['host'];
  /** Whether the loads hold supply losses and fans already. */
  readonly isAtWall: boolean;
}

const NOTHING: Host = frozen({
  loads: [],
  cpu: null,
  memoryGb: null,
  virtualProcessors: null,
  idleShare: null,
  rung: 'not-counted',
  isAtWall: true,
});

/**
 * The machine around the accelerators: power given > what the meter left out > known parts > its instance > the usual
 * one for the form of its accelerators.
 *
 * Source: docs/method.md, section 2.
 */
export function hostOf(question: Question, all: readonly Placed[]): Host {
  const { edition, run } = question;
  const isInside = isMeteredInside(question);
  if (run.energyKwh === undefined || run.hours || (isInside && !hasDefaults(edition))) {
    return hostByWatts(question, all);
  }
  // Watts say nothing of an energy without a time, but for as long as it usually lasts.
  if (!isInside) return NOTHING;
  const lasting = hostOfMetered(question, all);
  if (lasting) return lasting;
  const shared = shareOfMetered(question, all);
  return shared ? { ...NOTHING, ...shared, rung: 'default' } : NOTHING;
}

/** The host in W: what is told, known or usual; of components that were metered, what the meter left out. */
function hostByWatts(question: Question, all: readonly Placed[]): Host {
  const { edition, run, machine } = question;
  const { host } = run;
  const described =
    host?.memoryGb === undefined ? null : amountFactor(question, host.memoryGb, '/host/memoryGb');
  const bare = { ...NOTHING, memoryGb: described };
  if (host?.powerW !== undefined) {
    const power = amountFactor(question, host.powerW, '/host/powerW', {
      said: { code: 'host-as-given' },
      meter: 'inside',
    });
    const product = [hostFactor('host-power', 'W', power, { of: '/host/powerW', per: 1 })];
    const unseen = besideComponents(question);
    if (unseen) product.push(hostFactor('unmetered-part', '1', unseen));
    const loads = [{ name: 'host', said: { code: 'host' }, isEnergy: false, product } as const];
    return { ...bare, loads, rung: 'given' };
  }
  if (!hasDefaults(edition)) return NOTHING;
  if (isMeteredInside(question) && !isMachineKnown(question, all)) {
    const shared = shareOfMetered(question, all);
    if (shared) return { ...NOTHING, ...shared, rung: 'default' };
  }
  const found = {
    ...bare,
    idleShare: needed(edition, 'host.idle-share', { code: 'idle-host-over-busy' }),
  };
  const cpu = hostCpu(question);
  if (run.energyScope === 'components') {
    const loads = baseLoads(question, all);
    return { ...found, loads, cpu, rung: 'metered', isAtWall: false };
  }
  if (cpu) {
    const memoryGb = described ?? usualMemory(question, cpu);
    const loads = [
      cpuLoad(cpu),
      ...memoryLoads(question, memoryGb, run.nodes ?? 1),
      ...baseLoads(question, all),
    ];
    return { ...found, loads, cpu, memoryGb, rung: 'parts', isAtWall: false };
  }
  const rented = machine.instance && instanceHost(question, all, described);
  if (rented && tellsHost(question)) {
    return { ...found, ...rented, rung: 'instance', isAtWall: false };
  }
  const own = ownMachine(machine);
  const isBareMachine = own && all.length === 0 && isMeteredInside(question);
  const loads = isBareMachine ? [ownLoad(question, own, [])] : usualLoads(question, all);
  const isFound = loads.length > 0;
  return {
    ...found,
    loads,
    memoryGb: rented?.memoryGb ?? described,
    rung: isFound ? 'default' : 'not-counted',
    isAtWall: !isFound,
  };
}

/**
 * What a meter inside of a known machine left out, where no time is told: the host as it would be with one, for as long
 * as what the meter saw usually lasts.
 *
 * @returns null where machine or chips are not known, or of editions from before
 */
function hostOfMetered(question: Question, all: readonly Placed[]): Host | null {
  const { edition, run } = question;
  if (all.length === 0 || all.some(({ form }) => form === 'whole')) return null;
  if (!edition.defaultById.has(MOST_OF_ACCELERATORS)) return null;
  if (run.host?.powerW === undefined && !isMachineKnown(question, all)) return null;
  const asked = inServersEnough(question, all);
  const leftOut = hostByWatts(asked, all);
  const whole = { ...asked, run: { ...asked.run, energyScope: 'accelerators' } } as const;
  const host = run.energyScope === 'components' ? hostByWatts(whole, all).loads : [];
  const loads = asLongAsMetered(question, all, host, leftOut.loads);
  return loads && { ...leftOut, loads, idleShare: null };
}
