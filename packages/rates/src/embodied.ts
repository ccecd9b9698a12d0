import { type Edition, frozen } from '@ml-emissions/data';
import {
  type EmbodiedPart,
  type Factor,
  listed,
  type MachineKind,
  type NamedFactor,
  named,
  pow,
  quoted,
  type ResolvedAccelerator,
  type Said,
  Z_90,
} from '@ml-emissions/model';
import { amountFactor, hasTwoSides } from './amount.ts';
import { coefficientFactor, constantFactor } from './coefficient.ts';
import { defaultFactor, derived, hasDefaults, needed } from './default.ts';
import type { Embodied } from './embodied-share.ts';
import type { Host } from './host/host.ts';
import {
  isEdge,
  knowsOwnMachines,
  type Machine,
  type MachineAccelerator,
  ownMachine,
} from './machine.ts';
import { serverByFormula } from './methods/cloud-carbon-footprint.ts';
import type { Question } from './question.ts';
import {
  counted,
  countOf,
  inServersOfCards,
  number,
  ownMachines,
  type Placed,
  rentedShare,
  serversOf,
  socketShare,
} from './servers.ts';

const NOTHING: Embodied = frozen({ parts: [], serviceLife: null, averageUse: null });

/**
 * The manufacture that a run answers for: its accelerators, and its share of servers or its machine.
 *
 * Source: ISO/IEC 21031:2024, M; figures in `data/accelerators.csv` and `data/defaults.csv`, `embodied.*`.
 */
export function embodiedOf(question: Question, all: readonly Placed[], host: Host): Embodied {
  const { edition, run, method } = question;
  const { embodied } = method.ladders;
  if (embodied === 'none' || run.hours === undefined) return NOTHING;
  if (embodied === 'server-formula') return serverByFormula(question, all, host);
  if (!hasDefaults(edition)) return NOTHING;
  const parts = [...acceleratorParts(question, all), ...machineParts(question, all)];
  if (parts.length === 0) return NOTHING;
  return embodied === 'parts'
    ? { parts, ...amortised(question) }
    : { parts, ...overLifespan(question) };
}

function acceleratorParts(question: Question, all: readonly Placed[]): EmbodiedPart[] {
  const { machine } = question;
  return all.flatMap(({ accelerator, form }, place): EmbodiedPart[] => {
    // The figure of a laptop or a whole machine holds its accelerator.
    if (machine.site === 'laptop' || form === 'whole') return [];
    const one = machine.accelerators[place];
    const kg = one && kgOfOne(question, one);
    if (!kg) return [];
    const name = all.length > 1 ? `chip-${place + 1}` : 'chip';
    return [partOf(name, quoted(accelerator.label), [countFactor(accelerator)], kg)];
  });
}

const countFactor = ({ count }: ResolvedAccelerator): NamedFactor =>
  named(count.name, count.unit, count.factor, { quantity: count.quantity });

const partOf = (
  name: string,
  said: Said,
  many: readonly NamedFactor[],
  kg: Factor,
): EmbodiedPart => ({ name, said, product: [...many, madeFactor(name, kg)] });

const madeFactor = (name: string, kg: Factor): NamedFactor =>
  listed(`${name}-made`, 'kg CO2e', kg, { field: '/embodied/kgCo2ePerChip' });

/** Manufacture of one accelerator, kg CO2e: given > its own figure > usual for its segment. */
function kgOfOne(
  question: Question,
  { hardware: { accelerator }, row, index }: MachineAccelerator,
): Factor | null {
  const { edition, run } = question;
  if (run.embodied?.kgCo2ePerChip !== undefined) {
    return amountFactor(question, run.embodied.kgCo2ePerChip, '/embodied/kgCo2ePerChip');
  }
  if (typeof accelerator !== 'string' && accelerator.embodiedKgCo2e !== undefined) {
    const field = `/hardware/${index}/accelerator/embodiedKgCo2e`;
    return amountFactor(question, accelerator.embodiedKgCo2e, field);
  }
  const usual = defaultFactor(
    edition,
    row && row.segment !== 'datacenter' ? 'embodied.gpu-consumer' : 'embodied.gpu-unknown',
    { code: 'usual-chip-made' },
  );
  if (!usual || !row?.embodiedKgCo2e) return usual;
  return {
    ...derived(row.embodiedKgCo2e, usual, { code: 'made-of-chip', chip: row.name }),
    sourceId: row.embodiedSourceId ?? usual.sourceId,
    key: `embodied:${row.id}`,
  };
}

/** The accelerators whose server, desktop or laptop has a figure of its own beside theirs. */
function withoutServer({ run, machine }: Question, all: readonly Placed[]): readonly Placed[] {
  // Who gives the chip's figure gives that of the chip alone.
  const isGiven = run.embodied?.kgCo2ePerChip !== undefined;
  return all.filter((_, place) => {
    const scope = machine.accelerators[place]?.row?.embodiedScope;
    return scope !== 'not-known' && (isGiven || scope !== 'with-host');
  });
}

/** Servers, desktops and laptops around the accelerators. */
function machineParts(question: Question, all: readonly Placed[]): EmbodiedPart[] {
  const { edition, machine, run } = question;
  const partIn = (id: string, kind: MachineKind, ...many: NamedFactor[]) => {
    const made = needed(edition, id, { code: 'made-of-machine', machine: kind });
    return partOf('server', { code: 'machine', machine: kind }, many, made);
  };
  const part = (id: string, kind: MachineKind, many: number, some: readonly Placed[] = []) =>
    partIn(id, kind, counted(many, 'servers', unitOf(many), some));
  const own = ownMachine(machine);
  const isWhole = all.length > 0 && all.every(({ form }) => form === 'whole');
  if (own && isWhole && knowsOwnMachines(edition)) {
    // Each is a machine, whatever `nodes` says.
    return [part(`embodied.${own}`, own, countOf(all), all)];
  }
  if (own) return [partIn(`embodied.${own}`, own, ownMachines(question, all, 'servers'))];
  if (all.length === 0) {
    const share = processorShare(question);
    return share.factor.value > 0 ? [partIn('embodied.server-rack', 'server', share)] : [];
  }
  const bare = withoutServer(question, all);
  if (bare.length === 0) return [];
  const apart = bare.filter(({ form }) => form !== 'whole');
  if (apart.length === 0) {
    return [part('embodied.desktop', 'machine', countOf(bare), bare)];
  }
  const modules = apart.filter(({ form }) => form !== 'pcie');
  const cards = apart.filter(({ form }) => form === 'pcie');
  const kind = 'server-without-accelerators';
  if (countOf(cards) > countOf(modules)) {
    const rule = 'server.cards-per-server-embodied';
    const made = needed(edition, 'embodied.server-without-gpus', {
      code: 'made-of-machine',
      machine: kind,
    });
    const product = inServersOfCards(question, cards, madeFactor('server', made), unitOf, rule);
    return [{ name: 'server', said: { code: 'machine', machine: kind }, product }];
  }
  const behind = run.nodes === undefined ? modules : [];
  const servers = serversOf(question, modules, 'server.modules-per-server');
  return [part('embodied.server-dgx', kind, servers, behind)];
}

const unitOf = (many: number) => (many === 1 ? 'machine' : 'machines');

/** Servers that a run on processors holds: as told, else its share of one. What is rented follows from how often. */
function processorShare(question: Question): NamedFactor {
  const { run, machine } = question;
  const servers = (many: number, quantity: NamedFactor['quantity'] = null) =>
    number(many, 'servers', unitOf(many), quantity);
  if (run.nodes !== undefined) return servers(run.nodes);
  const rented = rentedShare(question);
  if (rented === null) return servers(machine.cpu ? socketShare(question) : 0);
  return servers(rented, { of: '/instanceCount', per: rented / machine.instanceCount });
}

/** Service life and average use: the user's, else the defaults. */
function amortised(question: Question) {
  const { edition, machine, run } = question;
  const { serviceLifeYears, averageUse } = run.embodied ?? {};
  const life =
    serviceLifeYears === undefined
      ? needed(edition, 'embodied.service-life', { code: 'usual-service-life' })
      : amountFactor(question, serviceLifeYears, '/embodied/serviceLifeYears');
  const use =
    averageUse === undefined
      ? usualUse(edition, machine)
      : amountFactor(question, averageUse, '/embodied/averageUse');
  return { serviceLife: lifeFactor(life), averageUse: useFactor(use) };
}

/**
 * The share of its life that hardware is in use; a machine at somebody's desk stands still at night, and of one that may
 * be there or in a room it is between both.
 *
 * Source: `data/defaults.csv`, `embodied.average-use`.
 */
const usualUse = (edition: Edition, machine: Machine): Factor => {
  const at = machine.isDeskOrRoom
    ? '-desk-or-room'
    : ownMachine(machine) !== null && !isEdge(machine)
      ? '-own-machine'
      : '';
  return edition.once(`average use ${at}`, () => averageUse(edition, at));
};

function averageUse(edition: Edition, at: string): Factor {
  const said = { code: 'usual-average-use' } as const;
  const usual =
    defaultFactor(edition, `embodied.average-use${at}`, said) ??
    needed(edition, 'embodied.average-use', said);
  if (!hasTwoSides(edition)) return usual;
  // No hardware is in use for more than its life.
  return { ...usual, gsdUp: Math.min(usual.gsd ?? 1, pow(1 / usual.value, 1 / Z_90)) };
}

/** Manufacture over the lifespan that the standard's framework takes, whatever share of it the hardware is in use. */
function overLifespan(question: Question) {
  const { edition, run } = question;
  const years = run.embodied?.serviceLifeYears;
  const life =
    years === undefined
      ? coefficientFactor(edition, 'sci.lifespan-years', { code: 'server-lifespan' })
      : amountFactor(question, years, '/embodied/serviceLifeYears');
  const use = constantFactor(1, 'iso-21031', { code: 'time-reserved' });
  return { serviceLife: lifeFactor(life), averageUse: useFactor(use) };
}

const lifeFactor = (factor: Factor) =>
  listed('service-life', 'years', factor, { field: '/embodied/serviceLifeYears' });
const useFactor = (factor: Factor) =>
  listed('average-use', '1', factor, { field: '/embodied/averageUse' });
