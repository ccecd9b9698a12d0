import type { Commons } from '@ml-emissions/data';
import type { Device, Host, Run, Rungs } from '@ml-emissions/model';
import { baseLoads } from './base-load.ts';
import { hostCpu, usualMemory } from './cpu.ts';
import { amountFactor, defaultFactor, hasDefaults, type KeyOf, needed } from './factors.ts';
import { instanceHost } from './instance-host.ts';
import { cpuLoad, load, memoryLoads, type Times } from './load.ts';
import type { Machine } from './machine.ts';
import { usualLoads } from './usual-host.ts';

interface Found {
  readonly host: Host;
  readonly rung: Rungs['host'];
  /** Whether the loads hold losses and fans already. */
  readonly isAtWall: boolean;
}

const NOTHING: Found = {
  host: { loads: [], cpu: null, memoryGb: null, vcpu: null, idleShare: null },
  rung: 'not-counted',
  isAtWall: true,
};

/** The machine around the accelerators: as given, by its parts, by its instance, or the usual one for its form. */
export function hostOf(
  commons: Commons,
  run: Run,
  machine: Machine,
  devices: readonly Device[],
  keyOf: KeyOf,
): Found {
  const { host } = run;
  const described =
    host?.memoryGb === undefined ? null : amountFactor(host.memoryGb, keyOf('/host/memoryGb'));
  const bare = { cpu: null, memoryGb: described, vcpu: null, idleShare: null };
  if (host?.powerW !== undefined) {
    const power = amountFactor(host.powerW, keyOf('/host/powerW'), {
      note: 'all of the machine but its accelerators, as given',
      isMeasured: true,
    });
    const loads = [load('host', 'host', [{ step: 'host-power', unit: 'W', factor: power }])];
    return { host: { ...bare, loads }, rung: 'given', isAtWall: true };
  }
  if (!hasDefaults(commons)) return NOTHING;
  const idleShare = needed(commons, 'host.idle-share', 'idle host / host under load');
  if (run.energyKwh !== undefined && !run.hours) return fromEnergy(commons, run, keyOf);
  const cpu = hostCpu(commons, run, machine, keyOf);
  if (run.energyScope === 'components') {
    const loads = baseLoads(commons, run, machine, devices);
    return { host: { ...bare, loads, cpu, idleShare }, rung: 'metered', isAtWall: false };
  }
  if (cpu) {
    const memoryGb = described ?? usualMemory(commons, run, machine, cpu);
    const loads = [
      cpuLoad(cpu),
      ...memoryLoads(commons, memoryGb),
      ...baseLoads(commons, run, machine, devices),
    ];
    return {
      host: { loads, cpu, memoryGb, vcpu: null, idleShare },
      rung: 'parts',
      isAtWall: false,
    };
  }
  if (machine.instance) {
    const found = instanceHost(commons, run, machine, devices, described);
    return { host: { ...found, cpu: null, idleShare }, rung: 'instance', isAtWall: false };
  }
  const loads = usualLoads(commons, run, machine, devices);
  return {
    host: { ...bare, loads, idleShare },
    rung: loads.length > 0 ? 'default' : 'not-counted',
    isAtWall: loads.length === 0,
  };
}

/** Host and losses over metered energy of the accelerators, where no time is known. */
function fromEnergy(commons: Commons, run: Run, keyOf: KeyOf): Found {
  const share = defaultFactor(
    commons,
    'host.of-accelerator-energy',
    'host and losses / energy of the accelerators',
  );
  if (run.energyScope !== 'accelerators' || run.energyKwh === undefined || !share) return NOTHING;
  const times: Times = [
    {
      step: 'energy',
      unit: 'kWh',
      factor: amountFactor(run.energyKwh, keyOf('/energyKwh'), { isMeasured: true }),
    },
    { step: 'host-share', unit: '1', factor: share },
  ];
  return {
    host: { ...NOTHING.host, loads: [load('host', 'host and losses', times, true)] },
    rung: 'default',
    isAtWall: true,
  };
}
