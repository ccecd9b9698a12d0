import {
  type Accelerator,
  type CpuRow,
  type Edition,
  findInstances,
  type Instance,
  isRented,
  type Slice,
} from '@ml-emissions/data';
import { isOfComputer, saysNothing, withoutCores, withoutLabel, withoutUse } from './aside.ts';
import { countAlone, counts, machineCounts } from './count.ts';
import { findAccelerator } from './find-accelerator.ts';
import { FEWEST_IN_A_NODE, nodesIn, type WithNodes } from './nodes.ts';
import { withoutPlatform } from './platform.ts';
import { isOtherResource, scheduled } from './scheduler.ts';
import { parts, tidy, withoutBrackets } from './tidy.ts';
import { tpuSlice } from './tpu.ts';

/** One kind of hardware in a text. */
export type Kind =
  | {
      readonly kind: 'accelerator';
      /** All that the name fits; the likeliest first. */
      readonly rows: readonly [Accelerator, ...Accelerator[]];
      /** null where the text tells none. */
      readonly count: number | null;
      /** What the chips were counted from: a slice, a machine, a part of a chip. */
      readonly from: 'slice' | 'machine' | 'part' | null;
    }
  | { readonly kind: 'cpu'; readonly row: CpuRow; readonly count: number | null }
  | { readonly kind: 'instance'; readonly row: Instance; readonly count: number | null };

/** What a description of hardware holds. */
export interface HardwareRead {
  readonly kinds: readonly Kind[];
  /** Parts that nothing is known of; a reader must not pass over them. */
  readonly unknown: readonly string[];
  /** A count that no name came with. */
  readonly count: number | null;
  /** Servers that the hardware is in; null where the text tells none. */
  readonly nodes: number | null;
  /** Whether the count may be of the chips in one server, or of those in all. */
  readonly isOpen: boolean;
  /** What was understood and belongs to other fields of a run: where the hardware stood, memory and cores beside. */
  readonly dropped: readonly string[];
}

/** Longer than any description of hardware. */
const LONGEST = 300;

/**
 * What people, papers, programs and schedulers write about hardware: counts and memory with a name, TPU slices, parts
 * of a chip, machines by name, Slurm's and Kubernetes' words, processors beside.
 *
 * @param edition its names
 * @param text one line, as written
 * @returns every kind that the text names with its count, what was not understood, and what was not used
 * Errors: none.
 * @example readHardware(edition, '8 v100 GPUs').kinds[0] // { kind: 'accelerator', count: 8, rows: [V100 …] }
 */
export function readHardware(edition: Edition, text: string): HardwareRead {
  if (text.length > LONGEST) return { ...NOTHING_READ, unknown: [text] };
  // `nvidia-smi` prints a table with commas.
  const whole = tidy(text).replace(/,\s*(?=\d{4,6}\s*MiB\b)/i, ' ');
  if (saysNothing(whole)) return NOTHING_READ;
  const inNodes = nodesIn(whole);
  const held = inNodes && withNodes(readHardware(edition, inNodes.rest), inNodes);
  if (held) return held;
  const exact = readPart(edition, whole);
  if (exact) return { ...NOTHING_READ, kinds: [exact.kind], dropped: exact.dropped };
  return readParts(edition, whole);
}

const NOTHING_READ: HardwareRead = {
  kinds: [],
  unknown: [],
  count: null,
  nodes: null,
  isOpen: false,
  dropped: [],
};

/** Chips in so many servers, or so many machines; null where something else is there, or the text contradicts itself. */
function withNodes(read: HardwareRead, { nodes, perNode, isEach }: WithNodes): HardwareRead | null {
  if (read.unknown.length > 0 || read.nodes !== null) return null;
  const [chip, ...more] = acceleratorsIn(read.kinds);
  const [machine] = read.kinds.filter(({ kind }) => kind === 'instance');
  if (machine && read.kinds.length === 1 && nodes !== null && perNode === null) {
    return machine.count === null ? { ...read, kinds: [{ ...machine, count: nodes }] } : null;
  }
  if (!chip) return null;
  if (more.length > 0) {
    if (!isEach || nodes === null) return null;
    const kinds = read.kinds.map((kind) =>
      kind.kind === 'accelerator' && kind.count !== null ? times(kind, nodes) : kind,
    );
    return { ...read, kinds, nodes };
  }
  const counted = (count: number | null, servers: number, isOpen: boolean): HardwareRead => ({
    ...read,
    kinds: read.kinds.map((kind) => (kind === chip ? { ...chip, count } : kind)),
    nodes: servers,
    isOpen,
  });
  if (perNode !== null) {
    const servers = nodes ?? (chip.count ?? perNode) / perNode;
    const count = chip.count ?? servers * perNode;
    return count === servers * perNode && Number.isInteger(servers)
      ? counted(count, servers, false)
      : null;
  }
  if (nodes === null) return null;
  if (chip.count === null) return counted(null, nodes, nodes > 1);
  if (isEach) return counted(chip.count * nodes, nodes, false);
  const each = chip.count / nodes;
  const isSure = nodes === 1 || (Number.isInteger(each) && each >= FEWEST_IN_A_NODE);
  return counted(chip.count, nodes, !isSure);
}

function readParts(edition: Edition, whole: string): HardwareRead {
  const kinds: Kind[] = [];
  const unknown: string[] = [];
  const dropped: string[] = [];
  let count: number | null = null;
  for (const one of parts(whole)) {
    const part = withoutLabel(one);
    const alone = countAlone(part);
    const resource = scheduled(part);
    if (resource?.name === null) count ??= resource.count;
    else if (alone !== null && alone > 0) count ??= alone;
    else if (isOtherResource(part) || isOfComputer(part)) dropped.push(part);
    else if (!saysNothing(part)) {
      const read = readPart(edition, part);
      if (read) kinds.push(read.kind);
      else unknown.push(part);
      dropped.push(...(read?.dropped ?? []));
    }
  }
  const [only, ...more] = acceleratorsIn(kinds);
  if (!only || more.length > 0 || only.count !== null || count === null) {
    // Slurm tells the typed and the untyped count of the same chips.
    return {
      ...NOTHING_READ,
      kinds,
      unknown,
      count: only && more.length === 0 ? null : count,
      dropped,
    };
  }
  const told = kinds.map((kind) => (kind === only ? { ...only, count } : kind));
  return { ...NOTHING_READ, kinds: told, unknown, dropped };
}

/** Accelerators of one kind. */
export type AcceleratorKind = Extract<Kind, { kind: 'accelerator' }>;

/** The accelerators among what a text names. */
export const acceleratorsIn = (kinds: readonly Kind[]): AcceleratorKind[] =>
  kinds.filter((one): one is AcceleratorKind => one.kind === 'accelerator');

interface PartRead {
  readonly kind: Kind;
  readonly dropped: readonly string[];
}

/** A GPU that Kubernetes hands out to several by turns; its share is not in the label. Source: NVIDIA GPU feature discovery. */
const SHARED = /-shared$/i;

/** A name with or without a count; null where it names nothing. */
function readPart(edition: Edition, text: string): PartRead | null {
  const whole = readCounted(edition, text);
  if (whole) return { kind: whole, dropped: [] };
  const { name, dropped } = withoutPlatform(edition, text);
  const bare = name === text ? null : readCounted(edition, name);
  if (bare) return { kind: bare, dropped };
  const used = withoutUse(text);
  const read = used.use === null ? null : readPart(edition, used.name);
  if (read && used.use !== null) return { ...read, dropped: [...read.dropped, used.use] };
  const machine = readInstance(edition, text);
  if (machine) return { kind: machine, dropped: [] };
  const [shared] = SHARED.exec(text) ?? [];
  if (shared !== undefined) {
    const kind = readCounted(edition, text.replace(shared, ''));
    return kind && { kind, dropped: ['shared with others'] };
  }
  for (const { count, rest } of machineCounts(text)) {
    const counted = times(readInstance(edition, rest), count);
    if (counted) return { kind: counted, dropped: [] };
  }
  return null;
}

function readCounted(edition: Edition, text: string): Kind | null {
  const bare = readName(edition, text);
  if (bare) return bare;
  const resource = scheduled(text);
  if (resource?.name) return times(readName(edition, resource.name), resource.count);
  for (const { count, rest } of counts(text)) {
    // `Titan X 2` is no pair of Titans.
    if (edition.names.accelerators.exact(`${rest} x`).length > 0) continue;
    const kind = readCounted(edition, rest);
    // `TPU v4-64 (32 chips)` says again what the slice has.
    const isAgain = kind?.kind === 'accelerator' && kind.from !== null && text.startsWith(rest);
    if (isAgain && /\bchips?\b|\bgpus?\b/i.test(text.slice(rest.length))) {
      if (kind.count === count) return kind;
      continue;
    }
    if (kind) return times(kind, count);
  }
  return null;
}

/** So many of a kind: of chips, or of slices and machines that hold several. */
function times<K extends Kind | null>(kind: K, count: number | null): K {
  return kind && count !== null ? { ...kind, count: count * (kind.count ?? 1) } : kind;
}

/** `8x DGX A100 nodes` */
const OF_MACHINES = /\s+(?:nodes?|servers?|systems?|machines?|box(?:es)?)$/i;

function readName(edition: Edition, text: string): Kind | null {
  if (edition.hasMachines) {
    const slice = tpuSlice(edition, text);
    if (slice) return ofSlice(edition, slice);
    const owned = edition.names.instances
      .exact(text.replace(OF_MACHINES, ''))
      .find((row) => !isRentedOut(edition, row));
    if (owned) return ofMachine(edition, owned);
  }
  const meant = findAccelerator(edition, text);
  const [first, ...others] = meant?.rows ?? [];
  if (meant && first) {
    const { share } = meant;
    const isPart = share !== 1;
    return {
      kind: 'accelerator',
      rows: [first, ...others],
      count: isPart ? share : null,
      from: isPart ? 'part' : null,
    };
  }
  if (!edition.hasMachines) return null;
  const bare = text.replace(/\s*\(cpu\)$/i, '');
  const ways = [bare, withoutBrackets(bare), withoutBrackets(withoutCores(bare))];
  const [cpu] = ways.flatMap((one) => edition.names.cpus.exact(one));
  return cpu ? { kind: 'cpu', row: cpu, count: null } : null;
}

function ofSlice(edition: Edition, { acceleratorId, chips }: Slice): Kind | null {
  const row = edition.acceleratorById.get(acceleratorId);
  return row ? { kind: 'accelerator', rows: [row], count: chips, from: 'slice' } : null;
}

/** A machine of a cloud, which has a field of its own in a run. */
function readInstance(edition: Edition, text: string): Kind | null {
  if (!edition.hasMachines || !/\d/.test(text)) return null;
  const [row, ...more] = findInstances(edition, text);
  return row && more.length === 0 && isRentedOut(edition, row)
    ? { kind: 'instance', row, count: null }
    : null;
}

/** A maker's own machines stand among those of clouds, though nobody rents them by that name. */
function isRentedOut({ providerById }: Edition, { provider }: Instance): boolean {
  const row = providerById.get(provider);
  return row !== undefined && isRented(row);
}

/** A machine that people own is its chips. */
function ofMachine(edition: Edition, { acceleratorIds, acceleratorCount }: Instance): Kind | null {
  const [first, ...others] = acceleratorIds.flatMap((id) => edition.acceleratorById.get(id) ?? []);
  if (!first) return null;
  return {
    kind: 'accelerator',
    rows: [first, ...others],
    count: acceleratorCount,
    from: 'machine',
  };
}
