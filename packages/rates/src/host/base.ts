import type { HostLoad } from '@ml-emissions/model';
import { needed } from '../default.ts';
import { ownMachine } from '../machine.ts';
import type { Question } from '../question.ts';
import {
  counted,
  countOf,
  hostFactor,
  machines,
  type Placed,
  rentedShare,
  serversOf,
  socketShare,
} from '../servers.ts';

/**
 * Board, drives, network: what no processor, memory or accelerator draws.
 *
 * Source: `data/defaults.csv`, `base.*`; how many share a server: `data/coefficients.csv`, `server.*`.
 */
export function baseLoads(question: Question, all: readonly Placed[]): HostLoad[] {
  const { edition, machine, run } = question;
  const own = ownMachine(machine);
  if (own) {
    const factor = needed(edition, `base.${own}`, { code: 'board-drives-fans' });
    const product = [machines(run.nodes ?? 1), hostFactor('base-power', 'W', factor)];
    return [{ name: 'base', said: { code: 'board-drives-fans' }, isEnergy: false, product }];
  }
  const modules = all.filter(({ form }) => form !== 'pcie' && form !== 'whole');
  const cards = all.filter(({ form }) => form === 'pcie');
  const loads: HostLoad[] = [];
  const count = countOf(modules);
  if (count > 0) {
    const factor = needed(edition, 'base.sxm', { code: 'network-of-chip' });
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
  const servers = serversAround(question, cards);
  if (servers > 0) {
    const factor = needed(edition, 'base.server', { code: 'board-drives-network' });
    const isTold = run.nodes !== undefined;
    loads.push({
      name: count > 0 ? 'base-of-cards' : 'base',
      said: { code: 'board-drives-network' },
      isEnergy: false,
      product: [
        counted(servers, 'servers', servers === 1 ? 'server' : 'servers', isTold ? [] : cards),
        hostFactor(count > 0 ? 'base-power-of-cards' : 'base-power', 'W', factor),
      ],
    });
  }
  return loads;
}

function serversAround(question: Question, cards: readonly Placed[]): number {
  if (question.machine.accelerators.length === 0) {
    return question.run.nodes ?? rentedShare(question) ?? socketShare(question);
  }
  return countOf(cards) > 0 ? serversOf(question, cards, 'server.cards-per-server-power') : 0;
}
