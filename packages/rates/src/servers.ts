import type { Edition } from '@ml-emissions/data';
import {
  exp,
  type Factor,
  given,
  isExact,
  ln,
  type NamedFactor,
  named,
  type ResolvedAccelerator,
  square,
  Z_90,
} from '@ml-emissions/model';
import { coefficient } from './coefficient.ts';
import { needed } from './default.ts';
import { type Form, knowsOwnMachines, type MachineAccelerator, mayStandAlone } from './machine.ts';
import type { Question } from './question.ts';

/** One kind of accelerator with its factors and its form. */
export interface Placed {
  readonly accelerator: ResolvedAccelerator;
  readonly form: Form;
  readonly index: number;
}

/** Each kind of accelerator of a machine with its factors. */
export function placed(
  machine: readonly MachineAccelerator[],
  resolved: readonly ResolvedAccelerator[],
): Placed[] {
  return machine.map(({ form, index }, place) => ({
    accelerator: resolved[place] as ResolvedAccelerator,
    form,
    index,
  }));
}

/** How many accelerators of some forms a run has together. */
export function countOf(some: readonly Placed[]): number {
  return some.reduce((sum, { accelerator }) => sum + accelerator.count.factor.value, 0);
}

/** A plain number as a factor that is exact once the run is. */
export function number(
  value: number,
  name: string,
  unit: string,
  quantity: NamedFactor['quantity'] = null,
): NamedFactor {
  return named(name, unit, given(value, `${name}:${value}`), { field: '/host', quantity });
}

/**
 * A number that follows from the count of one kind of accelerator: it rises and falls with it. Of several kinds no
 * single quantity is behind it, and it is exact once the run is.
 *
 * @param value what follows from the count
 * @param some the accelerators that are counted
 */
export function counted(
  value: number,
  name: string,
  unit: string,
  some: readonly Placed[],
): NamedFactor {
  const [only, ...others] = some;
  if (!only || others.length > 0) return number(value, name, unit);
  const { quantity, factor } = only.accelerator.count;
  const { gsd, gsdUp } = factor;
  const own = isExact(factor) ? `${name}:${value}` : factor.key;
  return named(
    name,
    unit,
    { ...given(value, own), gsd, ...(gsdUp === undefined ? {} : { gsdUp }) },
    {
      field: '/host',
      quantity: quantity && { of: quantity.of, per: (value / factor.value) * quantity.per },
    },
  );
}

/**
 * One's own machines around some accelerators, as told, else one; a chip made for laptops is in one of its own, whatever
 * `nodes` says.
 *
 * @param all the accelerators of the run
 * @param name what they are called: where their power counts, or their manufacture
 */
export function ownMachines(
  { edition, run, machine }: Question,
  all: readonly Placed[],
  name: 'machines' | 'servers',
): NamedFactor {
  const isEach =
    knowsOwnMachines(edition) &&
    all.length > 0 &&
    machine.accelerators.every(({ row }) => row?.segment === 'laptop');
  const count = isEach ? Math.max(1, countOf(all)) : (run.nodes ?? 1);
  const unit = count === 1 ? 'machine' : 'machines';
  return counted(count, name, unit, isEach ? all : []);
}

/** Accelerators or sockets that share one server, by what is asked: rules of `data/coefficients.csv`. */
export type ServerRule =
  | 'server.modules-per-server'
  | 'server.cards-per-server-power'
  | 'server.cards-per-server-embodied'
  | 'server.sockets'
  | 'server.virtual-processors';

/** The servers around some accelerators: as told, else by how many share one. */
export function serversOf(question: Question, some: readonly Placed[], rule: ServerRule): number {
  return question.run.nodes ?? countOf(some) / coefficient(question.edition, rule);
}

/** Whether an edition has one rule for how many cards share a server; those published before have two. */
export const hasCardRule = (edition: Edition): boolean =>
  edition.defaultById.has('server.per-card');

/**
 * What stands in a server around cards, as a product: servers as told, else each card's share of one. The share is one
 * unknown, for power and for manufacture alike.
 *
 * Source: `data/defaults.csv`, `server.per-card`.
 *
 * @param inOne what one server has: its power, or its manufacture
 * @param unit what the servers are called, for a number of them
 * @param before the rule of editions that have none for both
 */
export function inServersOfCards(
  question: Question,
  cards: readonly Placed[],
  inOne: NamedFactor,
  unit: (many: number) => string,
  before: ServerRule,
): NamedFactor[] {
  const { edition, run } = question;
  if (run.nodes !== undefined || !hasCardRule(edition)) {
    const many = serversOf(question, cards, before);
    return [counted(many, 'servers', unit(many), run.nodes === undefined ? cards : []), inOne];
  }
  const count = countOf(cards);
  const usual = needed(edition, 'server.per-card', { code: 'servers-of-card' });
  const share = mayStandAlone(run) ? toWholeServer(usual, count, inOne.factor) : usual;
  return [
    counted(count, 'cards', count === 1 ? 'chip' : 'chips', cards),
    hostFactor('servers-per-card', 'servers', share),
    inOne,
  ];
}

/**
 * The share of a server of few cards, which may have all of it: its upper side is such that, with that of what is in the
 * server, both come to the upper end of one whole server, and telling `nodes: 1` is within. With h for the log of what is
 * in it and w for that of a whole server over the share, over 1.645,
 *
 *     up = max(usual, sqrt((w + h)^2 - h^2))
 *
 * @param usual the share of one card
 * @param count of the cards; a share of a card has that share of a server at most
 * @param inOne power or manufacture of one server
 */
function toWholeServer(usual: Factor, count: number, inOne: Factor): Factor {
  const whole = ln(1 / (usual.value * Math.max(1, count))) / Z_90;
  if (whole <= 0 || usual.gsd === null) return usual;
  const h = ln(inOne.gsdUp ?? inOne.gsd ?? 1);
  const gsdUp = exp(Math.sqrt(square(whole + h) - square(h)));
  return gsdUp > usual.gsd ? { ...usual, gsdUp } : usual;
}

/** The share of servers that rented virtual processors take; null where the run rents none, or how many is not known. */
export function rentedShare({
  edition,
  machine: { instance, instanceCount },
}: Question): number | null {
  if (!instance?.vcpu) return null;
  const whole = instance.family?.hostVcpu ?? coefficient(edition, 'server.virtual-processors');
  return (instance.vcpu * instanceCount) / whole;
}

/** The share of a server of two sockets that the processors of a run take. */
export function socketShare({ edition, run, machine: { cpu } }: Question): number {
  const { cores, cpuCount = 1 } = run.host ?? {};
  const processors = cores !== undefined && cpu?.cores ? cores / cpu.cores : cpuCount;
  return processors / coefficient(edition, 'server.sockets');
}

/** A factor of a host under its name. */
export const hostFactor = (
  name: string,
  unit: string,
  factor: Factor,
  quantity: NamedFactor['quantity'] = null,
): NamedFactor => named(name, unit, factor, { field: '/host', quantity });
