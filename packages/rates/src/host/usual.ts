import type { HostLoad, Said } from '@ml-emissions/model';
import { needed } from '../default.ts';
import { knowsOwnMachines, ownMachine } from '../machine.ts';
import type { Question } from '../question.ts';
import {
  counted,
  countOf,
  hasCardRule,
  hostFactor,
  inServersOfCards,
  ownMachines,
  type Placed,
} from '../servers.ts';

/**
 * The usual host for the form of the accelerators.
 *
 * Source: `data/defaults.csv`, `host.*`.
 */
export function usualLoads(question: Question, all: readonly Placed[]): HostLoad[] {
  const { edition, machine } = question;
  const apart = all.filter(({ form }) => form !== 'whole');
  if (apart.length === 0) return [];
  const own = ownMachine(machine);
  if (own) {
    // The rating of a superchip holds its processor and memory.
    const isRest = knowsOwnMachines(edition) && apart.every(({ form }) => form === 'superchip');
    return [ownLoad(question, own, all, isRest ? 'base' : 'host')];
  }
  const cards = apart.filter(({ form }) => form === 'pcie');
  const modules = apart.filter(({ form }) => form !== 'pcie');
  const loads = modules.flatMap((one) => moduleLoad(question, one, apart.length > 1));
  if (countOf(cards) > 0) loads.push(cardsLoad(question, cards, modules.length > 0));
  return loads;
}

/**
 * The rest of one's own machine.
 *
 * Source: `data/defaults.csv`, `host.desktop` and `host.laptop`; `base.*` without processor and memory.
 */
export function ownLoad(
  question: Question,
  own: 'desktop' | 'laptop',
  all: readonly Placed[],
  of: 'host' | 'base' = 'host',
): HostLoad {
  const factor = needed(question.edition, `${of}.${own}`, { code: 'usual-machine', machine: own });
  const product = [ownMachines(question, all, 'machines'), hostFactor('host-power', 'W', factor)];
  return { name: 'host', said: { code: 'rest-of', machine: own }, isEnergy: false, product };
}

/** Whether the usual host of every accelerator is known: of a module it follows from its rated power. */
export function isUsualKnown(all: readonly Placed[]): boolean {
  const apart = all.filter(({ form }) => form !== 'whole');
  const isKnown = ({ form, accelerator }: Placed) =>
    form === 'pcie' || form === 'tpu' || accelerator.ratedPowerW !== null;
  return apart.length > 0 && apart.every(isKnown);
}

/**
 * The usual host of a module, W a chip; null where its rated power is not known.
 *
 * Source: `data/defaults.csv`, `host.*`.
 */
export function hostOfModule({ edition }: Question, { accelerator, form }: Placed): number | null {
  if (form === 'tpu') return needed(edition, 'host.tpu').value;
  const rated = accelerator.ratedPowerW;
  if (!rated) return null;
  return rated.value * needed(edition, form === 'superchip' ? 'host.superchip' : 'host.sxm').value;
}

/** Servers around cards where they are told, else each card's share of one. */
function cardsLoad(
  question: Question,
  cards: readonly Placed[],
  isBesideModules: boolean,
): HostLoad {
  const { edition, run } = question;
  const name = isBesideModules ? 'host-of-cards' : 'host';
  const isWhole = run.nodes !== undefined;
  const isByServer = isWhole || hasCardRule(edition);
  const factor = needed(edition, isByServer ? 'host.pcie-server' : 'host.pcie', {
    code: 'processors-memory-drives',
  });
  const count = countOf(cards);
  const power = hostFactor(`${name}-power`, 'W', factor);
  const product = isByServer
    ? inServersOfCards(question, cards, power, serverUnit, 'server.cards-per-server-power')
    : [counted(count, 'cards', count === 1 ? 'chip' : 'chips', cards), power];
  return {
    name,
    said: { code: isWhole ? 'servers-around-cards' : 'share-of-server' },
    isEnergy: false,
    product,
  };
}

const serverUnit = (many: number) => (many === 1 ? 'server' : 'servers');

/**
 * A module's share of its server: by its rated power, or a fixed one for a TPU. A server of four modules and two
 * processors draws no more a module than one of eight, whose switches and network cards make up for the processors.
 *
 * Source: `data/defaults.csv`, `host.*`; four and eight A100 at equal throughput: MLPerf inference, resnet50.
 */
function moduleLoad(
  { edition }: Question,
  { accelerator, form, index }: Placed,
  isOneOfSeveral: boolean,
): HostLoad[] {
  const at = isOneOfSeveral ? `-${index + 1}` : '';
  const { count, ratedPowerW, label } = accelerator;
  const held = hostFactor(count.name, count.unit, count.factor, count.quantity);
  const load = (said: Said, product: HostLoad['product']): HostLoad[] => [
    { name: `host${at}`, said, isEnergy: false, product },
  ];
  if (form === 'tpu') {
    const factor = needed(edition, 'host.tpu', { code: 'host-of-chip' });
    return load({ code: 'host' }, [held, hostFactor(`host-power${at}`, 'W', factor)]);
  }
  if (!ratedPowerW) return [];
  const share = needed(edition, form === 'superchip' ? 'host.superchip' : 'host.sxm', {
    code: 'host-of-chip-over-tdp',
  });
  const said: Said | null = ratedPowerW.said && {
    code: 'of-chip',
    chip: label,
    what: ratedPowerW.said,
  };
  const tdp = { ...ratedPowerW, said };
  return load({ code: 'processors-memory-network' }, [
    held,
    hostFactor(`tdp${at}`, 'W', tdp),
    hostFactor(`host-share${at}`, '1', share),
  ]);
}
