import type { Commons } from '@ml-emissions/data';
import { type Device, type Factor, given, type HostCpu, type HostLoad } from '@ml-emissions/model';
import { needed } from './factors.ts';
import type { Machine } from './machine.ts';

/** The factors of a load under their names in the receipt. */
export type Times = HostLoad['times'];

/** Something in a host that draws power. */
export function load(step: string, label: string, times: Times, isEnergy = false): HostLoad {
  return { isEnergy, step, label, times };
}

/** How many as a factor that is exact once the run is. */
export function number(value: number, step: string, unit: string): Times[number] {
  return { step, unit, factor: given(value, `${step}:${value}`) };
}

/** How many machines the run stood on. */
export const machines = (count: number): Times[number] =>
  number(count, 'machines', count === 1 ? 'machine' : 'machines');

/** Each kind of chip of a machine with its numbers. */
export function byForm(machine: Machine, devices: readonly Device[]) {
  return machine.chips.map((chip, index) => ({ chip, device: devices[index] as Device }));
}

/** Processors at their mean power. */
export function cpuLoad({ name, count, fullW, powerShare: share }: HostCpu): HostLoad {
  return load('cpu', name, [
    { step: 'cpu-count', unit: count.value === 1 ? 'processor' : 'processors', factor: count },
    { step: 'cpu-power', unit: 'W', factor: fullW },
    { step: 'cpu-share', unit: '1', factor: share },
  ]);
}

/** Memory by its size; nothing where that is not known. */
export function memoryLoads(commons: Commons, memoryGb: Factor | null): HostLoad[] {
  if (!memoryGb) return [];
  return [
    load('memory', 'memory', [
      { step: 'memory', unit: 'GB', factor: memoryGb },
      { step: 'memory-power', unit: 'W/GB', factor: needed(commons, 'memory.dram') },
    ]),
  ];
}
