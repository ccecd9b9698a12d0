import type { Edition } from '@ml-emissions/data';
import {
  type Factor,
  given,
  isExact,
  type NamedFactor,
  named,
  type ResolvedAccelerator,
} from '@ml-emissions/model';
import { coefficient } from './coefficient.ts';
import { needed } from './default.ts';
import { type Form, knowsOwnMachines, type MachineAccelerator } from './machine.ts';
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

/** How many machines the run stood on. */
export const machines = (count: number): NamedFactor =>
  number(count, 'machines', count === 1 ? 'machine' : 'machines');

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
 * One's own machines around some accelerators, as told, else one; a chip made for laptops is in one of its own.
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
  const count = run.nodes ?? (isEach ? Math.max(1, countOf(all)) : 1);
  const unit = count === 1 ? 'machine' : 'machines';
  return counted(count, name, unit, isEach && run.nodes === undefined ? all : []);
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
 * The servers around cards, as a product: as told, else each card's share of one. It is one unknown, for power and for
 * manufacture alike.
 *
 * Source: `data/defaults.csv`, `server.per-card`.
 *
 * @param unit what the servers are called, for a number of them
 * @param before the rule of editions that have none for both
 */
export function serversOfCards(
  question: Question,
  cards: readonly Placed[],
  unit: (many: number) => string,
  before: ServerRule,
): NamedFactor[] {
  const { edition, run } = question;
  if (run.nodes !== undefined || !hasCardRule(edition)) {
    const many = serversOf(question, cards, before);
    return [counted(many, 'servers', unit(many), run.nodes === undefined ? cards : [])];
  }
  const count = countOf(cards);
  const share = needed(edition, 'server.per-card', { code: 'servers-of-card' });
  return [
    counted(count, 'cards', count === 1 ? 'chip' : 'chips', cards),
    hostFactor('servers-per-card', 'servers', share),
  ];
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
