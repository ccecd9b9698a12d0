import type { Commons } from '@ml-emissions/data';
import type { Device, HostLoad, Run } from '@ml-emissions/model';
import { needed } from './factors.ts';
import { byForm, load, machines, number } from './load.ts';
import type { Machine } from './machine.ts';

/** Cards that share a server where the number of servers is not told. */
const CARDS_PER_SERVER = 4;
/** Processors in a server. */
const SOCKETS = 2;

/** Board, drives, network: what no processor, memory or accelerator draws. */
export function baseLoads(
  commons: Commons,
  run: Run,
  machine: Machine,
  devices: readonly Device[],
): HostLoad[] {
  const { site } = machine;
  if (site === 'desktop' || site === 'laptop') {
    const factor = needed(commons, `base.${site}`, 'board, drives, fans');
    const times = [machines(run.nodes ?? 1), { step: 'base-power', unit: 'W', factor }];
    return [load('base', 'board, drives, fans', times)];
  }
  const modules = byForm(machine, devices).filter(({ chip }) => chip.form !== 'pcie');
  const cards = byForm(machine, devices).filter(({ chip }) => chip.form === 'pcie');
  const loads: HostLoad[] = [];
  const chips = modules
    .filter(({ chip }) => chip.form !== 'whole')
    .reduce((sum, { device }) => sum + device.count.value, 0);
  if (chips > 0) {
    const factor = needed(commons, 'base.sxm', 'network cards and switches of a chip’s share');
    loads.push(
      load('base', 'network cards, switches, board', [
        number(chips, 'chips', 'chips'),
        { step: 'base-power', unit: 'W', factor },
      ]),
    );
  }
  const cardCount = cards.reduce((sum, { device }) => sum + device.count.value, 0);
  const others =
    machine.chips.length === 0
      ? (run.nodes ?? cpuServers(run, machine))
      : cardCount > 0
        ? (run.nodes ?? cardCount / CARDS_PER_SERVER)
        : 0;
  if (others > 0) {
    const factor = needed(commons, 'base.server', 'board, drives, network');
    loads.push(
      load(chips > 0 ? 'base-of-cards' : 'base', 'board, drives, network', [
        number(others, 'servers', others === 1 ? 'server' : 'servers'),
        { step: chips > 0 ? 'base-power-of-cards' : 'base-power', unit: 'W', factor },
      ]),
    );
  }
  return loads;
}

/** The share of servers of two processors that a run on processors takes. */
function cpuServers(run: Run, { cpu }: Machine): number {
  const { cores, cpuCount = 1 } = run.host ?? {};
  const processors = cores !== undefined && cpu?.cores ? cores / cpu.cores : cpuCount;
  return processors / SOCKETS;
}
