import { type Factor, type HostLoad, type NamedFactor, pow, Z_90 } from '@ml-emissions/model';
import { knownCoefficient } from '../coefficient.ts';
import { defaultFactor, derived, needed } from '../default.ts';
import { NETWORK_OF_HOST, ownMachine } from '../machine.ts';
import type { Question } from '../question.ts';
import {
  counted,
  countOf,
  hostFactor,
  inServersOfCards,
  number,
  ownMachines,
  type Placed,
  rentedShare,
  socketShare,
} from '../servers.ts';
import { hostOfModule } from './usual.ts';

/**
 * Board, drives, network: what no processor, memory or accelerator draws.
 *
 * Source: `data/defaults.csv`, `base.*`; how many share a server: `data/coefficients.csv`, `server.*`.
 */
export function baseLoads(question: Question, all: readonly Placed[]): HostLoad[] {
  const { edition, machine } = question;
  const own = ownMachine(machine);
  if (own) {
    const factor = needed(edition, `base.${own}`, { code: 'board-drives-fans' });
    const many = ownMachines(question, all, 'machines');
    const product = [many, hostFactor('base-power', 'W', factor)];
    return [{ name: 'base', said: { code: 'board-drives-fans' }, isEnergy: false, product }];
  }
  const modules = all.filter(({ form }) => form !== 'pcie' && form !== 'whole');
  const cards = all.filter(({ form }) => form === 'pcie');
  const loads: HostLoad[] = [];
  const count = countOf(modules);
  if (count > 0) {
    const factor = baseOfModules(question, modules);
    loads.push({
      name: 'base',
      said: { code: 'network-and-board' },
      isEnergy: false,
      product: [
        counted(count, 'chips', count === 1 ? 'chip' : 'chips', modules),
        hostFactor('base-power', 'W', factor),
      ],
    });
  }
  const power = hostFactor(
    count > 0 ? 'base-power-of-cards' : 'base-power',
    'W',
    baseOfServer(question, countOf(cards) > 0),
  );
  const product = inServersAround(question, cards, power);
  if (product) {
    loads.push({
      name: count > 0 ? 'base-of-cards' : 'base',
      said: { code: 'board-drives-network' },
      isEnergy: false,
      product,
    });
  }
  return loads;
}

/**
 * W a server for board, drives, fans and network. Around cards its range reaches what fans that are not tuned draw.
 *
 * Source: `data/defaults.csv`, `base.server` and `base.server-of-cards-most`.
 */
function baseOfServer({ edition }: Question, isOfCards: boolean): Factor {
  const factor = needed(edition, 'base.server', { code: 'board-drives-network' });
  const most = isOfCards ? defaultFactor(edition, 'base.server-of-cards-most') : null;
  return most ? { ...factor, gsdUp: pow(most.value / factor.value, 1 / Z_90) } : factor;
}

/**
 * W a chip for network and board of modules; no more than their part of the usual host of these chips, whose rating may
 * be small.
 *
 * Source: `data/defaults.csv`, `base.sxm`; `data/coefficients.csv`, `server.network-of-host`.
 */
function baseOfModules(question: Question, modules: readonly Placed[]): Factor {
  const { edition } = question;
  const said = { code: 'network-of-chip' } as const;
  const usual = needed(edition, 'base.sxm', said);
  const part = knownCoefficient(edition, NETWORK_OF_HOST);
  if (part === undefined) return usual;
  let all = 0;
  for (const one of modules) {
    const host = hostOfModule(question, one);
    if (host === null) return usual;
    all += host * one.accelerator.count.factor.value;
  }
  const most = (part * all) / countOf(modules);
  return most < usual.value ? derived(most, usual, said) : usual;
}

const unitOf = (many: number) => (many === 1 ? 'server' : 'servers');

/** The power of the boards that a run shares; null where it shares none. */
function inServersAround(
  question: Question,
  cards: readonly Placed[],
  power: NamedFactor,
): NamedFactor[] | null {
  if (question.machine.accelerators.length === 0) {
    const many = question.run.nodes ?? rentedShare(question) ?? socketShare(question);
    return many > 0 ? [number(many, 'servers', unitOf(many)), power] : null;
  }
  if (countOf(cards) === 0) return null;
  return inServersOfCards(question, cards, power, unitOf, 'server.cards-per-server-power');
}
