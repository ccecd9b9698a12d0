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
import { memoryLoads, usualMemory } from './memory.ts';
import { besideComponents, isMachineKnown, isMeteredInside, shareOfMetered } from './metered.ts';
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
  const { edition, run, machine } = question;
  const { host } = run;
  const described =
    host?.memoryGb === undefined ? null : amountFactor(question, host.memoryGb, '/host/memoryGb');
  const bare = { ...NOTHING, memoryGb: described };
  // Watts say nothing of an energy without a time.
  const isTimed = run.hours !== undefined || run.energyKwh === undefined;
  if (host?.powerW !== undefined && isTimed) {
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
  if (run.energyKwh !== undefined && !run.hours) return NOTHING;
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
