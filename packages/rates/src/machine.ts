import {
  type Accelerator,
  type CpuRow,
  type Edition,
  findSlice,
  type Instance,
  instanceById,
} from '@ml-emissions/data';
import {
  amountOf,
  type Hardware,
  methods,
  type QuantityRef,
  type Run,
  type SiteKind,
} from '@ml-emissions/model';
import { knownCoefficient } from './coefficient.ts';
import { cloudPlace, siteOf } from './place.ts';

/** The shape of the machine that an accelerator sits in: decides its host. */
export type Form = 'sxm' | 'superchip' | 'tpu' | 'pcie' | 'whole';

/** One kind of accelerator with its row, where a table has one. */
export interface MachineAccelerator {
  readonly hardware: Hardware;
  readonly row: Accelerator | null;
  readonly form: Form;
  /** Index in the run's hardware; 0 for what an instance or slice brings. */
  readonly index: number;
  /** The quantity that its count is; null where a slice fixes it. */
  readonly quantity: QuantityRef | null;
}

/** Memory of one accelerator, as listed or as its user says; nothing where nobody does. */
export const memoryGbOf = ({ row, hardware: { accelerator } }: MachineAccelerator) =>
  typeof accelerator === 'string' ? row?.memoryGb : accelerator.memoryGb;

/** The machine of a run: its accelerators, and the instance that they came with. */
export interface Machine {
  readonly accelerators: readonly MachineAccelerator[];
  readonly instance: Instance | null;
  readonly instanceCount: number;
  readonly cpu: CpuRow | null;
  readonly site: SiteKind | null;
  /** Whether it may as well stand at a desk as in a room, for all that is told. */
  readonly isDeskOrRoom: boolean;
}

/** Whether edge devices are all of a machine: they stand with their owners, and are not switched off at night. */
export const isEdge = ({ accelerators }: Machine): boolean =>
  accelerators.length > 0 && accelerators.every(({ row }) => row?.segment === 'edge');

/** Above this rated power an unlisted accelerator is taken to be a module on a board of eight. */
const MODULE_ABOVE_W = 'server.module-above-w';

/** Network, switches and board / the usual host of a module; the rest is processors and memory. */
export const NETWORK_OF_HOST = 'server.network-of-host';

function formOf(edition: Edition, row: Accelerator | null, tdpW: number): Form {
  if (!row) {
    return tdpW > (knownCoefficient(edition, MODULE_ABOVE_W) ?? Number.POSITIVE_INFINITY)
      ? 'sxm'
      : 'pcie';
  }
  const { formFactor, tdpScope, segment, kind } = row;
  if (tdpScope === 'system' || formFactor === 'soc' || segment === 'edge') return 'whole';
  if (kind === 'tpu') return 'tpu';
  if (formFactor === 'superchip') {
    // Half of a superchip, rated without its processor, has a host like any module.
    const isAlone = tdpScope === 'chip' && knownCoefficient(edition, NETWORK_OF_HOST) !== undefined;
    return isAlone ? 'sxm' : 'superchip';
  }
  return formFactor === 'sxm' ||
    formFactor === 'oam' ||
    formFactor === 'module' ||
    formFactor === 'board'
    ? 'sxm'
    : 'pcie';
}

function acceleratorOf(
  edition: Edition,
  hardware: Hardware,
  index: number,
  quantity: QuantityRef | null,
): MachineAccelerator {
  const { accelerator } = hardware;
  const isListed = typeof accelerator === 'string';
  const row = isListed ? (edition.acceleratorById.get(accelerator) ?? null) : null;
  const form = formOf(edition, row, isListed ? 0 : amountOf(accelerator.tdpW));
  return { hardware, row, form, index, quantity };
}

/** The accelerators of a resolved run, as given or as its instance or slice says. */
export function acceleratorsOf(
  edition: Edition,
  run: Pick<Run, 'hardware' | 'instance' | 'instanceCount' | 'slice'>,
): MachineAccelerator[] {
  const { instance: id, instanceCount = 1, slice: name } = run;
  if (id !== undefined) {
    const instance = instanceById(edition, id);
    const accelerator = instance?.acceleratorIds[0];
    if (instance && accelerator !== undefined) {
      const per = instance.acceleratorCount ?? 1;
      const hardware = { accelerator, count: per * instanceCount };
      return [acceleratorOf(edition, hardware, 0, { of: '/instanceCount', per })];
    }
    // Chips attached to a machine that brings none stand in the run’s hardware.
  }
  if (name !== undefined) {
    const slice = findSlice(edition.machines.slices, name);
    if (!slice) return [];
    return [
      acceleratorOf(edition, { accelerator: slice.acceleratorId, count: slice.chips }, 0, null),
    ];
  }
  return run.hardware.map((hardware, index) =>
    acceleratorOf(edition, hardware, index, { of: `/hardware/${index}/count`, per: 1 }),
  );
}

/** Cards that a desktop holds at most; more stand in servers. */
const MOST_IN_DESKTOP = 4;

/** Whether an edition knows of machines at people's desks more than their name; those published before do not. */
export const knowsOwnMachines = (edition: Edition): boolean =>
  edition.defaultById.has('embodied.average-use-own-machine');

/** Whether a run says nothing of where its machine stands, so that its parts may tell. */
function isSiteOpen({ site, place, instance, slice }: Run): boolean {
  const isNamed = place && ('provider' in place || 'site' in place);
  return !site && !isNamed && instance === undefined && slice === undefined;
}

/** Cards that as many desktops as a run has nodes hold at most. */
const mostInDesktops = ({ nodes = 1 }: Run): number => MOST_IN_DESKTOP * nodes;

/** Cards, one where they are not counted. */
const cardsOf = ({ hardware }: Run): number =>
  hardware.reduce((sum, { count = 1 }) => sum + amountOf(count), 0);

/** Whether the cards of a run are too many for desktops. */
const isTooMany = (run: Run): boolean => cardsOf(run) > mostInDesktops(run);

/** Cards from which on they are taken to fill a server: 1 / `server.per-card`. */
export const CARDS_OF_SERVER = 8;

/** Kinds of site where cards are parts of servers that others rent too. */
const RENTED: ReadonlySet<SiteKind> = new Set(['cloud', 'hyperscale']);

/** Whether one card of a run may have a server to itself: neither servers are told, nor that cards are rented. */
export function mayStandAlone({ instance, nodes, place, site, slice }: Run): boolean {
  const isRented = site ? RENTED.has(site) : place !== undefined && 'provider' in place;
  return nodes === undefined && instance === undefined && slice === undefined && !isRented;
}

/** How counts of cards fall into kinds. */
export interface CountKinds {
  /** Where it is above 1, each count up to `most` is a kind of its own; else these are one kind. */
  readonly own: number;
  /** All above are one kind. */
  readonly most: number;
}

/**
 * Up to which count of cards each is a kind of its own, and above which all are one kind; null where the count says
 * nothing of where they stand.
 */
export function kindsOfCount(run: Run): CountKinds | null {
  const isOfServer = methods[run.method].ladders.host !== 'none' && !isOwn(run.site);
  if (isOfServer && mayStandAlone(run)) return { own: CARDS_OF_SERVER, most: CARDS_OF_SERVER };
  return isSiteOpen(run) ? { own: 1, most: mostInDesktops(run) } : null;
}

/**
 * What turns a count of cards into one that says as much of their machine: one's own, where few may have a server to
 * themselves, else one or more than desktops hold.
 *
 * @param run all of it but the count
 * @returns null where the count says nothing
 */
export function likeCount(run: Run): ((count: number) => number) | null {
  const kinds = kindsOfCount(run);
  if (!kinds) return null;
  const { own, most } = kinds;
  return (count) => {
    if (count > most) return most + 1;
    // A share of a card is no other kind than one.
    return Math.max(1, own > 1 ? count : 1);
  };
}

/** A count of cards that says as much of where a run stands as its own. */
export const countOfKind = (run: Run): number => likeCount(run)?.(cardsOf(run)) ?? 1;

/**
 * Where the parts of a machine stand that nobody told: those made for desktops in one, those made for laptops in one,
 * an edge device with its owner, as long as no part is made for servers and they are few in each machine. Others, those
 * that nobody counted, and a workstation's card, may be at a desk or in a room.
 */
function siteOfParts(
  edition: Edition,
  run: Run,
  accelerators: readonly MachineAccelerator[],
  cpu: CpuRow | null,
  isUncounted: boolean,
): 'desktop' | 'laptop' | 'desk-or-room' | null {
  if (!knowsOwnMachines(edition) || !isSiteOpen(run)) return null;
  const segments = accelerators.map(({ row }) => row?.segment ?? 'datacenter');
  const all = new Set<string>(cpu ? [...segments, cpu.segment] : segments);
  if (all.size === 0 || all.has('datacenter') || all.has('server')) return null;
  if (all.has('edge')) return all.size === 1 ? 'desktop' : null;
  // However many there are, each is in a laptop of its own, or is one's own machine.
  if (!cpu && segments.every((segment) => segment === 'laptop')) return 'laptop';
  if (!cpu && accelerators.every(({ form }) => form === 'whole')) return 'desktop';
  if (isUncounted || isTooMany(run) || (run.host?.cpuCount ?? 1) > (run.nodes ?? 1))
    return 'desk-or-room';
  if (all.has('laptop')) return 'laptop';
  return all.has('consumer') || cpu ? 'desktop' : 'desk-or-room';
}

/**
 * The machine of a resolved run.
 *
 * @param isUncounted whether the run is one of a single chip because nobody says how many there are
 */
export function machineOf(edition: Edition, run: Run, isUncounted = false): Machine {
  const provider = cloudPlace(edition, run)?.provider ?? null;
  const siteOfProvider =
    provider === null ? null : (edition.providerById.get(provider)?.siteKind ?? 'cloud');
  const named = run.host?.cpu;
  const cpu = named === undefined ? null : (edition.names.cpus.byId(named) ?? null);
  const accelerators = acceleratorsOf(edition, run);
  const ofParts = siteOfParts(edition, run, accelerators, cpu, isUncounted);
  return {
    accelerators,
    instance: run.instance === undefined ? null : (instanceById(edition, run.instance) ?? null),
    instanceCount: run.instanceCount ?? 1,
    cpu,
    site:
      run.site ??
      siteOf(edition, run.place)?.kind ??
      siteOfProvider ??
      (ofParts === 'desk-or-room' ? null : ofParts),
    isDeskOrRoom: ofParts === 'desk-or-room',
  };
}

/** Whether a kind of site is somebody's desk rather than a data centre. */
const isOwn = (site: SiteKind | null | undefined): site is 'desktop' | 'laptop' =>
  site === 'desktop' || site === 'laptop';

/** Whether a machine stands at somebody's desk rather than in a data centre. */
export function ownMachine({ site }: Pick<Machine, 'site'>): 'desktop' | 'laptop' | null {
  return isOwn(site) ? site : null;
}
