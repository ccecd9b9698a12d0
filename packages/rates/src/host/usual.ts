import type { HostLoad } from '@ml-emissions/model';
import { needed } from '../default.ts';
import { ownMachine } from '../machine.ts';
import type { Question } from '../question.ts';
import { counted, countOf, hostFactor, machines, number, type Placed } from '../servers.ts';

/**
 * The usual host for the form of the accelerators.
 *
 * Source: `data/defaults.csv`, `host.*`.
 */
export function usualLoads(question: Question, all: readonly Placed[]): HostLoad[] {
  const { edition, machine, run } = question;
  const apart = all.filter(({ form }) => form !== 'whole');
  if (apart.length === 0) return [];
  const own = ownMachine(machine);
  if (own) {
    const factor = needed(edition, `host.${own}`, `usual ${own} without its accelerators`);
    const product = [machines(run.nodes ?? 1), hostFactor('host-power', 'W', factor)];
    return [{ name: 'host', label: `the rest of the ${own}`, isEnergy: false, product }];
  }
  const cards = apart.filter(({ form }) => form === 'pcie');
  const modules = apart.filter(({ form }) => form !== 'pcie');
  const loads = modules.flatMap((one) => moduleLoad(question, one, apart.length > 1));
  if (countOf(cards) > 0) loads.push(cardsLoad(question, cards, modules.length > 0));
  return loads;
}

/** Servers around cards where they are told, else each card's share of one. */
function cardsLoad(
  { edition, run: { nodes } }: Question,
  cards: readonly Placed[],
  isBesideModules: boolean,
): HostLoad {
  const name = isBesideModules ? 'host-of-cards' : 'host';
  const isWhole = nodes !== undefined;
  const count = countOf(cards);
  const factor = needed(
    edition,
    isWhole ? 'host.pcie-server' : 'host.pcie',
    'processors, memory, drives, board',
  );
  const many = isWhole
    ? number(nodes, 'servers', nodes === 1 ? 'server' : 'servers')
    : counted(count, 'cards', count === 1 ? 'chip' : 'chips', cards);
  return {
    name,
    label: isWhole ? 'servers around the cards' : 'a share of the server',
    isEnergy: false,
    product: [many, hostFactor(`${name}-power`, 'W', factor)],
  };
}

/** A module's share of its server: by its rated power, or a fixed one for a TPU. */
function moduleLoad(
  { edition }: Question,
  { accelerator, form, index }: Placed,
  isOneOfSeveral: boolean,
): HostLoad[] {
  const at = isOneOfSeveral ? `-${index + 1}` : '';
  const { count, ratedPowerW, label } = accelerator;
  const held = hostFactor(count.name, count.unit, count.factor, count.quantity);
  const load = (text: string, product: HostLoad['product']): HostLoad[] => [
    { name: `host${at}`, label: text, isEnergy: false, product },
  ];
  if (form === 'tpu') {
    const factor = needed(edition, 'host.tpu', 'host of one chip');
    return load('host', [held, hostFactor(`host-power${at}`, 'W', factor)]);
  }
  if (!ratedPowerW) return [];
  const share = needed(
    edition,
    form === 'superchip' ? 'host.superchip' : 'host.sxm',
    'host of one chip / its TDP',
  );
  const tdp = { ...ratedPowerW, note: `${label}; ${ratedPowerW.note}` };
  return load('processors, memory, network cards, switches', [
    held,
    hostFactor(`tdp${at}`, 'W', tdp),
    hostFactor(`host-share${at}`, '1', share),
  ]);
}
