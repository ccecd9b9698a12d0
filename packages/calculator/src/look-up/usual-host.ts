import type { Commons } from '@ml-emissions/data';
import type { Device, HostLoad, Run } from '@ml-emissions/model';
import { needed } from './factors.ts';
import { byForm, load, machines, number } from './load.ts';
import type { Chip, Machine } from './machine.ts';

/** The usual host for the form of the accelerators. */
export function usualLoads(
  commons: Commons,
  run: Run,
  machine: Machine,
  devices: readonly Device[],
): HostLoad[] {
  const counted = byForm(machine, devices).filter(({ chip }) => chip.form !== 'whole');
  if (counted.length === 0) return [];
  const { site } = machine;
  if (site === 'desktop' || site === 'laptop') {
    const factor = needed(commons, `host.${site}`, `usual ${site} without its accelerators`);
    const times = [machines(run.nodes ?? 1), { step: 'host-power', unit: 'W', factor }];
    return [load('host', `the rest of the ${site}`, times)];
  }
  const cards = counted.filter(({ chip }) => chip.form === 'pcie');
  const modules = counted.filter(({ chip }) => chip.form !== 'pcie');
  const loads = modules.flatMap((one) => moduleLoad(commons, one, counted.length > 1));
  const cardCount = cards.reduce((sum, { device }) => sum + device.count.value, 0);
  if (cardCount === 0) return loads;
  const step = modules.length > 0 ? 'host-of-cards' : 'host';
  const whole = run.nodes !== undefined;
  const factor = needed(
    commons,
    whole ? 'host.pcie-server' : 'host.pcie',
    'processors, memory, drives, board',
  );
  const many = whole
    ? number(run.nodes ?? 1, 'servers', run.nodes === 1 ? 'server' : 'servers')
    : number(cardCount, 'cards', cardCount === 1 ? 'chip' : 'chips');
  loads.push(
    load(step, whole ? 'servers around the cards' : 'a share of the server', [
      many,
      { step: `${step}-power`, unit: 'W', factor },
    ]),
  );
  return loads;
}

/** A module's share of its server: by its rated power, or a fixed one for a TPU. */
function moduleLoad(
  commons: Commons,
  { chip, device }: { readonly chip: Chip; readonly device: Device },
  isOneOfSeveral: boolean,
): HostLoad[] {
  const at = isOneOfSeveral ? `-${chip.index + 1}` : '';
  const count = {
    step: 'count',
    unit: device.count.value === 1 ? 'chip' : 'chips',
    factor: device.count,
  };
  if (chip.form === 'tpu') {
    const factor = needed(commons, 'host.tpu', 'host of one chip');
    return [load(`host${at}`, 'host', [count, { step: `host-power${at}`, unit: 'W', factor }])];
  }
  if (!device.tdpW) return [];
  const share = needed(
    commons,
    chip.form === 'superchip' ? 'host.superchip' : 'host.sxm',
    'host of one chip / its TDP',
  );
  return [
    load(`host${at}`, 'processors, memory, network cards, switches', [
      count,
      {
        step: `tdp${at}`,
        unit: 'W',
        factor: { ...device.tdpW, note: `${device.name}; ${device.tdpW.note}` },
      },
      { step: `host-share${at}`, unit: '1', factor: share },
    ]),
  ];
}
