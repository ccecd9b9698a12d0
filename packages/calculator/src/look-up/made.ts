import type { Commons } from '@ml-emissions/data';
import type { Amortisation, Device, Made, Run } from '@ml-emissions/model';
import { amountFactor, hasDefaults, type KeyOf, needed } from './factors.ts';
import { byForm, number } from './load.ts';
import type { Machine } from './machine.ts';

/** Chips in a server, where the number of servers is not told. */
const CHIPS_PER_SERVER = 8;
const SOCKETS = 2;
/** Virtual processors of a server of two processors. */
const VCPU_PER_SERVER = 192;

/** What was made for the run: its accelerators, and its share of servers or its machine. */
export function madeOf(
  commons: Commons,
  run: Run,
  machine: Machine,
  devices: readonly Device[],
): Made[] {
  const isLaptop = machine.site === 'laptop';
  const chips = byForm(machine, devices).flatMap(({ chip, device }, index): Made[] => {
    // The figure of a laptop or a whole machine holds its chip.
    if (isLaptop || chip.form === 'whole' || !device.embodiedKg) return [];
    const step = devices.length > 1 ? `chip-${index + 1}` : 'chip';
    const unit = device.count.value === 1 ? 'chip' : 'chips';
    return [
      {
        step,
        label: device.name,
        times: [{ step: 'count', unit, factor: device.count }],
        kgCo2e: device.embodiedKg,
      },
    ];
  });
  return hasDefaults(commons) ? [...chips, ...machines(commons, run, machine, devices)] : chips;
}

/** Servers, desktops and laptops around the chips. */
function machines(
  commons: Commons,
  run: Run,
  machine: Machine,
  devices: readonly Device[],
): Made[] {
  const { site } = machine;
  const made = (id: string, label: string, many: number): Made => ({
    step: 'server',
    label,
    times: [number(many, 'servers', many === 1 ? 'machine' : 'machines')],
    kgCo2e: needed(commons, id, `manufacture of a ${label}`),
  });
  const all = byForm(machine, devices);
  const isWhole = all.length > 0 && all.every(({ chip }) => chip.form === 'whole');
  if (site === 'desktop' || site === 'laptop')
    return [made(`embodied.${site}`, site, run.nodes ?? 1)];
  if (isWhole)
    return [
      made(
        'embodied.desktop',
        'machine',
        all.reduce((sum, { device }) => sum + device.count.value, 0),
      ),
    ];
  const count = (isModule: boolean) =>
    all
      .filter(({ chip }) => (chip.form !== 'pcie') === isModule && chip.form !== 'whole')
      .reduce((sum, { device }) => sum + device.count.value, 0);
  if (all.length === 0) {
    const share = run.nodes ?? processorShare(run, machine);
    return share > 0 ? [made('embodied.server-rack', 'server', share)] : [];
  }
  const modules = count(true);
  const cards = count(false);
  if (modules >= cards) {
    return [
      made(
        'embodied.server-dgx',
        'server without its accelerators',
        run.nodes ?? modules / CHIPS_PER_SERVER,
      ),
    ];
  }
  const servers = run.nodes ?? cards / CHIPS_PER_SERVER;
  return [made('embodied.server-without-gpus', 'server without its accelerators', servers)];
}

/** The share of a server that a run on processors holds. */
function processorShare(run: Run, { cpu, instance, instanceCount }: Machine): number {
  if (instance?.vcpu) return (instance.vcpu * instanceCount) / VCPU_PER_SERVER;
  const { cores, cpuCount = 1 } = run.host ?? {};
  if (!cpu) return 0;
  return (cores !== undefined && cpu.cores ? cores / cpu.cores : cpuCount) / SOCKETS;
}

/** Service life and average use: the user's, else the defaults; null where the edition has none. */
export function amortisationOf(commons: Commons, run: Run, keyOf: KeyOf): Amortisation | null {
  if (!hasDefaults(commons)) return null;
  const { serviceLifeYears, averageUse } = run.embodied ?? {};
  return {
    serviceLifeYears:
      serviceLifeYears === undefined
        ? needed(commons, 'embodied.service-life', 'usual service life')
        : amountFactor(serviceLifeYears, keyOf('/embodied/serviceLifeYears')),
    averageUse:
      averageUse === undefined
        ? needed(commons, 'embodied.average-use', 'usual share of its life in use')
        : amountFactor(averageUse, keyOf('/embodied/averageUse')),
  };
}
