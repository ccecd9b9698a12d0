import { type Accelerator, type Edition, sameForEstimate } from '@ml-emissions/data';
import type { Amount, CustomAccelerator, Hardware, Problem } from '@ml-emissions/model';
import { type Names, problem, quoted } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';
import { theOneOf } from './look-up-name.ts';
import { type CpuKind, type NamedHost, namedHost } from './named-host.ts';
import {
  type AcceleratorKind,
  acceleratorsIn,
  type HardwareRead,
  type Kind,
  readHardware,
} from './read-hardware/read-hardware.ts';
import { nearestHardware } from './read-hardware/suggestions.ts';

const EXPECTED = 'an id, a name or { name, tdpW }';

/** An accelerator with what tells it from others. */
export function describeAccelerator(row: Accelerator): string {
  return row.tdpW === null ? row.name : `${row.name} (${row.tdpW} W)`;
}

/** A description with only what is there. */
function described(accelerator: object): CustomAccelerator {
  const said = Object.entries(accelerator).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as CustomAccelerator;
}

/** Hardware whose ids resolve, and the processors that were named among it. */
export interface ResolvedNames {
  readonly hardware: Hardware[];
  readonly host: NamedHost | null;
  /** Servers that the hardware is in, where its description tells them. */
  readonly nodes: number | null;
}

type Draft = NonNullable<Names['hardware'][number]>;

/** One entry as it is written, and where it stands. */
interface Entry {
  readonly edition: Edition;
  readonly draft: Draft & { readonly accelerator: string };
  readonly field: string;
  readonly findings: Findings;
}

/** Names -> ids of the edition's accelerators; what does not resolve becomes a problem. */
export function resolveHardware(
  edition: Edition,
  drafts: Names['hardware'],
  findings: Findings,
  usesMeasuredPower = true,
): ResolvedNames {
  const hardware: Hardware[] = [];
  let host: NamedHost | null = null;
  let nodes: number | null = null;
  for (const [place, draft] of drafts.entries()) {
    if (!draft) continue;
    const { accelerator } = draft;
    if (typeof accelerator !== 'string') {
      const { count } = draft;
      hardware.push({ accelerator: described(accelerator), ...chips(count), ...power(draft) });
      continue;
    }
    const field = `/hardware/${place}/accelerator`;
    const entry: Entry = { edition, draft: { ...draft, accelerator }, field, findings };
    const read = readEntry(entry);
    const one = resolveEntry(entry, read, usesMeasuredPower);
    if (one) hardware.push(one);
    nodes ??= read.nodes;
    const cpu = read.kinds.find((kind): kind is CpuKind => kind.kind === 'cpu');
    const isAlone = acceleratorsIn(read.kinds).length === 0;
    if (cpu) host ??= namedHost(cpu, entry.draft, field, isAlone, findings);
  }
  return { hardware, host, nodes };
}

/** A count that nobody tells stays open: what it is then depends on how the time is told. */
const chips = (count: Amount | undefined) => (count === undefined ? {} : { count });

const power = ({ powerW, utilisation, powerLimitW }: Draft) => ({
  ...(powerW === undefined ? {} : { powerW }),
  ...(utilisation === undefined ? {} : { utilisation }),
  ...(powerLimitW === undefined ? {} : { powerLimitW }),
});

/** A bare name is looked up as it stands; whatever says more is read. */
function readEntry({ edition, draft: { accelerator } }: Entry): HardwareRead {
  const [first, ...others] = edition.names.accelerators.exact(accelerator);
  if (!first) return readHardware(edition, accelerator);
  const kind = { kind: 'accelerator', rows: [first, ...others], count: null, from: null } as const;
  return { kinds: [kind], unknown: [], count: null, nodes: null, isOpen: false, dropped: [] };
}

function resolveEntry(
  entry: Entry,
  read: HardwareRead,
  usesMeasuredPower: boolean,
): Hardware | null {
  const { draft, field, findings } = entry;
  const { problems, readings } = findings;
  const fault = faultOf(entry, read);
  if (fault) {
    problems.push(fault);
    return null;
  }
  const [kind] = acceleratorsIn(read.kinds);
  // Processors alone: no fault, and no accelerator either.
  if (!kind) return null;
  const found = theOneOf(question(entry, kind.count), kind.rows, () => []);
  if (!found.ok) {
    problems.push(found.problem);
    return null;
  }
  const { item, others } = found;
  if (item.tdpW === null && (draft.powerW === undefined || !usesMeasuredPower)) {
    const message = `the TDP of ${item.name} is not published; give powerW as measured, or { name, tdpW } with a power that you know`;
    problems.push(problem('no-tdp', field, draft.accelerator, { message, expected: EXPECTED }));
    return null;
  }
  const counted = countOf(entry, kind);
  if (!counted.ok) {
    problems.push(counted.problem);
    return null;
  }
  const { count } = counted;
  const { dropped } = read;
  if (others.length > 0 || kind.from !== null || dropped.length > 0) {
    readings.push({
      field,
      said: draft.accelerator,
      taken: item.id,
      ...(others.length > 0 ? { others: others.map(({ id }) => id) } : {}),
      ...(kind.from !== null && typeof count === 'number' ? { count } : {}),
      ...(dropped.length > 0 ? { dropped } : {}),
    });
  }
  return { accelerator: item.id, ...chips(count), ...power(draft) };
}

/** A name that can be typed in place of the text, and says how many as the text does. */
const counted = (count: number | null, { name }: { readonly name: string }): string =>
  count === null ? name : `${asFraction(count)} x ${name}`;

/** Chips are cut into halves, quarters, sevenths and eighths. */
const MOST_PARTS = 8;

/** `3/7` is what people type, and the same number to its last digit. */
function asFraction(count: number): string {
  for (let under = 2; under <= MOST_PARTS && !Number.isInteger(count); under += 1) {
    const over = Math.round(count * under);
    if (over / under === count) return `${over}/${under}`;
  }
  return `${count}`;
}

const question = ({ draft, field, findings }: Entry, count: number | null = null) => ({
  text: draft.accelerator,
  field,
  what: 'accelerator',
  edition: findings.edition,
  expected: EXPECTED,
  unknown: 'unknown-accelerator' as const,
  ambiguous: 'ambiguous-accelerator' as const,
  label: (row: Accelerator) => counted(count, row),
  describe: describeAccelerator,
  same: sameForEstimate,
});

/** Why a description is no single kind of accelerator; null where it is one, or processors alone. */
function faultOf(entry: Entry, read: HardwareRead): Problem | null {
  const { kinds, unknown, count, nodes, isOpen } = read;
  const { edition, draft, field } = entry;
  const text = draft.accelerator;
  const all = acceleratorsIn(kinds);
  if (unknown.length > 0 || kinds.length === 0) {
    if (unknown.length === 0 && count !== null) return nameless(text, field);
    const found = theOneOf(question(entry), [], () => nearestHardware(edition, unknown[0] ?? text));
    return found.ok ? null : found.problem;
  }
  if (all.length > 1) {
    return problem('ambiguous-accelerator', field, text, {
      message: `${quoted(text)} names several accelerators; give each its own entry with its count`,
      expected: 'one entry in hardware for each kind',
      suggestions: all.map(({ rows: [row], count: named }) => counted(named, row)),
    });
  }
  const [only] = all;
  if (isOpen && only && nodes !== null) return openCount(entry, only, nodes);
  const machine = kinds.find(isInstance);
  if (!machine) return null;
  const instance = counted(machine.count, { name: machine.row.instance });
  return problem('unknown-accelerator', field, text, {
    message: `${machine.row.instance} is a machine of ${machine.row.provider}, not an accelerator; give it as instance`,
    expected: 'instance in place of hardware',
    suggestions: [instance],
  });
}

/** Chips in so many servers, where nobody can tell how many there are in each. */
function openCount({ draft, field }: Entry, chip: AcceleratorKind, nodes: number): Problem | null {
  const { accelerator: text, count: told } = draft;
  if (chip.count === null && told !== undefined) return null;
  const [row] = chip.rows;
  const ways = chip.count === null ? [] : [chip.count * nodes, chip.count];
  const message =
    chip.count === null
      ? `${quoted(text)} tells ${nodes} ${nodes === 1 ? 'server' : 'servers'}, and not how many chips are in one`
      : `${quoted(text)} may be ${ways.join(' or ')} chips: ${chip.count} in each server, or in all`;
  return problem(chip.count === null ? 'missing' : 'ambiguous-accelerator', field, text, {
    message,
    expected: 'the chips of all servers, with nodes beside',
    suggestions: ways.map((way) => counted(way, row)),
  });
}

const isInstance = (one: Kind): one is Extract<Kind, { kind: 'instance' }> =>
  one.kind === 'instance';

function nameless(text: string, field: string): Problem {
  return problem('missing', field, text, {
    message: `${quoted(text)} counts accelerators and does not say which`,
    expected: EXPECTED,
  });
}

type Counted =
  | { readonly ok: true; readonly count: Amount | undefined }
  | { readonly ok: false; readonly problem: Problem };

/** Chips, as the text and the field beside it tell. */
function countOf({ draft, field }: Entry, { count: named, from }: AcceleratorKind): Counted {
  const { count: told, accelerator } = draft;
  if (named === null) return { ok: true, count: told };
  if (told === undefined || told === named) return { ok: true, count: named };
  // So many slices, machines or parts of a chip.
  if (from !== null && typeof told === 'number') return { ok: true, count: told * named };
  const message = `the count is told twice: ${named} in ${quoted(accelerator)}, and here`;
  const expected = `${named}, or the name without a count`;
  const at = field.replace(/accelerator$/, 'count');
  return { ok: false, problem: problem('conflict', at, told, { message, expected }) };
}
