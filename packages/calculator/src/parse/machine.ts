import {
  type Edition,
  findInstances,
  findSlice,
  type Instance,
  isRented,
  nearestInstances,
} from '@ml-emissions/data';
import { type Amount, amountOf, type Place, type Problem } from '@ml-emissions/model';
import { problem, quoted } from '@ml-emissions/schema';
import type { Findings } from './findings.ts';
import { lookUpName } from './look-up-name.ts';
import { cpuIn } from './named-cpu.ts';
import { machineCounts } from './read-hardware/count.ts';
import { nodesIn } from './read-hardware/nodes.ts';
import { acceleratorsIn, readHardware } from './read-hardware/read-hardware.ts';
import { tidy } from './read-hardware/tidy.ts';
import { SINGLE } from './sockets.ts';

/** Names of a machine as written. */
interface Written {
  readonly hardware?: readonly ({ readonly count?: Amount | undefined } | null)[];
  readonly instance?: string | undefined;
  readonly instanceCount?: number | undefined;
  readonly place?: { readonly provider?: string | undefined } | undefined;
  readonly slice?: string | undefined;
  readonly host?:
    | { readonly cpu?: string | undefined; readonly cores?: number | undefined }
    | undefined;
}

/** Their ids; absent where nothing was named or the name did not resolve. */
export interface ResolvedMachine {
  readonly instance?: string;
  /** How many, where the name of the instance tells it. */
  readonly instanceCount?: number;
  readonly slice?: string;
  readonly cpu?: string;
}

/** Whether a run names something of the tables that a page loads only when asked. */
function needsMoreTables({ instance, slice, host }: Written): boolean {
  return instance !== undefined || slice !== undefined || host?.cpu !== undefined;
}

/** Names of instances, slices and processors -> ids; what does not resolve becomes a problem. */
export function resolveMachine(
  edition: Edition,
  written: Written,
  findings: Findings,
): ResolvedMachine {
  if (!needsMoreTables(written)) return {};
  if (!edition.hasMachines) {
    throw new Error(
      'parseRun(): a run with an instance, slice or processor needs the full tables; import them first',
    );
  }
  const { instance, instanceCount } = instancesOf(edition, written, findings);
  const slice = sliceName(edition, written.slice, findings);
  const cpu = cpuId(edition, written.host?.cpu, findings);
  if (cpu !== undefined) findings.problems.push(...tooManyCores(edition, cpu, written.host?.cores));
  return {
    ...(instance === undefined ? {} : { instance }),
    ...(instanceCount === undefined ? {} : { instanceCount }),
    ...(slice === undefined ? {} : { slice }),
    ...(cpu === undefined ? {} : { cpu }),
  };
}

/** Machines by name, and `2 x p4d.24xlarge` as two of them. */
function instancesOf(
  edition: Edition,
  written: Written,
  findings: Findings,
): Pick<ResolvedMachine, 'instance' | 'instanceCount'> {
  const { instance: text, instanceCount: told } = written;
  if (text === undefined) return {};
  const counted = instancesIn(edition, text);
  const named = counted?.name ?? text;
  if (counted && told !== undefined && told !== counted.count) {
    findings.problems.push(
      problem('conflict', '/instanceCount', told, {
        message: `the count is told twice: ${counted.count} in ${quoted(text)}, and here`,
        expected: `${counted.count}, or the name without a count`,
      }),
    );
  }
  const instanceCount = told ?? counted?.count ?? 1;
  const instance = instanceId(edition, { ...written, instanceCount }, named, findings);
  if (instance !== undefined && counted) {
    findings.readings.push({
      field: '/instance',
      said: text,
      taken: instance,
      count: counted.count,
    });
  }
  return {
    ...(instance === undefined ? {} : { instance }),
    ...(counted === null ? {} : { instanceCount }),
  };
}

/** A count and the name of a machine; null for a name alone, for chips, and for what is none. */
function instancesIn(
  edition: Edition,
  text: string,
): { readonly name: string; readonly count: number } | null {
  if (findInstances(edition, text).length > 0) return null;
  // `2 v100 GPUs` are chips, though a cloud calls a machine v100.
  if (acceleratorsIn(readHardware(edition, text).kinds).length > 0) return null;
  const whole = tidy(text);
  const inNodes = nodesIn(whole);
  if (inNodes?.nodes && findInstances(edition, inNodes.rest).length > 0) {
    return { name: inNodes.rest, count: inNodes.nodes };
  }
  for (const { count, rest } of machineCounts(whole)) {
    if (findInstances(edition, rest).length > 0) return { name: rest, count };
  }
  return null;
}

function instanceId(edition: Edition, written: Written, text: string, findings: Findings) {
  const { problems } = findings;
  const { hardware = [], instanceCount = 1 } = written;
  const chips = chipsInstead(edition, text, written.place?.provider);
  if (chips) {
    problems.push(chips);
    return undefined;
  }
  const found = lookUpName({
    index: {
      match: (asked) => findInstances(edition, asked),
      nearest: (asked, most) => nearestInstances(edition, asked, most),
    },
    text,
    field: '/instance',
    what: 'instance',
    edition: findings.edition,
    expected: 'an instance type such as p4d.24xlarge',
    unknown: 'unknown-instance',
    ambiguous: 'ambiguous-instance',
    label: ({ id }) => id,
  });
  if (!found.ok) {
    problems.push(found.problem);
    return undefined;
  }
  const { id, instance, acceleratorIds } = found.item;
  problems.push(...attachedProblems(found.item, text, hardware, instanceCount));
  const first = edition.acceleratorById.get(acceleratorIds[0] ?? '');
  if (first && first.tdpW === null) {
    const message = `the TDP of the ${first.name} in ${instance} is not published; give hardware with powerW as measured`;
    problems.push(
      problem('no-tdp', '/instance', text, { message, expected: 'hardware with powerW' }),
    );
  }
  return id;
}

/** `8x A100` is chips, though a cloud lists a machine so; at that cloud it is the machine. */
function chipsInstead(
  edition: Edition,
  text: string,
  provider: string | undefined,
): Problem | null {
  if (text.includes('_')) return null;
  const found = findInstances(edition, text);
  // Nearly all runs name a machine as it is listed, and no chip by that name.
  const asked = text.trim().toLowerCase();
  const isListed = found.some(({ instance }) => instance.toLowerCase() === asked);
  if (isListed && edition.names.accelerators.exact(text).length === 0) return null;
  const [chip, ...more] = acceleratorsIn(readHardware(edition, text).kinds);
  if (!chip || more.length > 0 || chip.from === 'machine') return null;
  // `m5` is a family of machines, and a chip of Apple that is in none of them.
  const holds = ({ acceleratorIds }: Instance) =>
    chip.rows.some(({ id }) => acceleratorIds.includes(id));
  if (!found.every(holds)) return null;
  const [owner] = edition.names.providers.exact(provider ?? '');
  if (found.some((one) => one.provider === owner?.id)) return null;
  const named = found.map((one) => `${one.instance} of ${one.provider}`).join(', ');
  const machines = named === '' ? '' : ` (or the machine that is called like it: ${named})`;
  return problem('unknown-instance', '/instance', text, {
    message: `${quoted(text)} names chips; write --accelerator ${quoted(text)}, in a file hardware, in place of instance${machines}`,
    expected: 'an instance type such as p4d.24xlarge',
    suggestions: found.map((one) => one.instance),
  });
}

/** Chips beside an instance: it must bring none, and there must be one for each machine. */
function attachedProblems(
  { instance, acceleratorIds }: Instance,
  text: string,
  hardware: NonNullable<Written['hardware']>,
  instanceCount: number,
): Problem[] {
  if (hardware.length === 0) return [];
  if (acceleratorIds.length > 0) {
    const message = `hardware and instance are both given; ${instance} says which chips there are`;
    const expected = 'one of hardware and instance';
    return [problem('conflict', '/instance', text, { message, expected })];
  }
  return hardware.flatMap((one, place) => {
    const count = amountOf(one?.count ?? 1);
    if (!one || count >= instanceCount) return [];
    const chips = count === 1 ? '1 chip is' : `${count} chips are`;
    const message = `${chips} fewer than the ${instanceCount} machines with chips attached; count is of the chips in all of them`;
    const expected = `the chips of all machines: ${instanceCount} for one in each`;
    const suggestions = [String(instanceCount)];
    return [
      problem('conflict', `/hardware/${place}/count`, count, { message, expected, suggestions }),
    ];
  });
}

/**
 * A machine that one provider rents out cannot stand in a region of another. Editions published before machines came
 * by family answer such runs, and go on to.
 *
 * @param edition its facts
 * @param instance the id of a machine
 * @param place where the run says that it is
 */
export function machineElsewhere(
  edition: Edition,
  instance: string | undefined,
  place: Place | null,
): Problem[] {
  if (instance === undefined || !place || !('provider' in place)) return [];
  if (edition.machines.families.length === 0) return [];
  const [owner = '', name = ''] = instance.split('/');
  if (owner === place.provider) return [];
  // People own a DGX, and put it where they like.
  const row = edition.providerById.get(owner);
  if (row && !isRented(row)) return [];
  const { provider } = place;
  const region = 'region' in place ? place.region : undefined;
  const where =
    region === undefined ? `the place is ${provider}` : `${region} is a region of ${provider}`;
  const message = `${name} is a machine of ${owner}, and ${where}`;
  const expected = `a machine of ${provider}, or a region of ${owner}`;
  return [problem('conflict', '/instance', name, { message, expected })];
}

function sliceName(edition: Edition, text: string | undefined, { problems }: Findings) {
  if (text === undefined) return undefined;
  const { slices } = edition.machines;
  const found = findSlice(slices, text);
  if (found) return found.name;
  const suggestions = slices
    .map(({ slice }) => slice)
    .filter((name) => name.startsWith(text.slice(0, 2).toLowerCase()))
    .slice(0, 5);
  problems.push(
    problem('unknown-slice', '/slice', text, {
      message: `no TPU slice ${quoted(text)}${suggestions.length > 0 ? `; did you mean ${suggestions.join(', ')}?` : ''}`,
      expected: 'a slice such as v3-256 (128 chips) or v5litepod-16',
      suggestions,
    }),
  );
  return undefined;
}

function cpuId(edition: Edition, text: string | undefined, findings: Findings) {
  const { problems, readings } = findings;
  if (text === undefined) return undefined;
  const found = lookUpName({
    index: edition.names.cpus,
    text: cpuIn(edition, text)?.row.name ?? text,
    field: '/host/cpu',
    what: 'processor',
    edition: findings.edition,
    expected: 'a processor such as EPYC 7742, or host: { powerW }',
    unknown: 'unknown-cpu',
    ambiguous: 'ambiguous-cpu',
    label: ({ name }) => name,
    describe: ({ name, tdpW }) => (tdpW === null ? name : `${name} (${tdpW} W)`),
    same: (a, b) =>
      a.tdpW === b.tdpW && a.cores === b.cores && a.maxTurboPowerW === b.maxTurboPowerW,
  });
  if (!found.ok) {
    problems.push(isAccelerator(edition, text) ?? found.problem);
    return undefined;
  }
  const { item, others } = found;
  if (item.tdpW === null) {
    const message = `the TDP of ${item.name} is not published; give host: { powerW }`;
    problems.push(problem('no-tdp', '/host/cpu', text, { message, expected: 'host: { powerW }' }));
  }
  if (others.length > 0) {
    const taken = item.id;
    readings.push({ field: '/host/cpu', said: text, taken, others: others.map(({ id }) => id) });
  }
  return item.id;
}

/** What schedulers and trackers count are threads: as cores they would become a second processor. */
function tooManyCores(edition: Edition, id: string, cores: number | undefined): Problem[] {
  const row = edition.names.cpus.byId(id);
  if (cores === undefined || !row?.cores || cores <= row.cores || !SINGLE.has(row.segment))
    return [];
  const { name, cores: all, threads } = row;
  const isThreads = threads !== null && cores <= threads;
  const meant = isThreads ? Math.ceil((cores * all) / threads) : all;
  const parts = `${all} ${all === 1 ? 'core' : 'cores'}${threads === null ? '' : ` and ${threads} threads`}`;
  const ask = isThreads
    ? `; if threads are meant, give ${meant}`
    : '; give nodes where there are several machines';
  return [
    problem('out-of-range', '/host/cores', cores, {
      message: `cores cannot be ${cores}: ${name} has ${parts}${ask}`,
      expected: `cores above 0, at most ${all}`,
      suggestions: [String(meant)],
    }),
  ];
}

/** `Apple M1` as a processor: chips whose rating is that of the whole stand in the table of accelerators. */
function isAccelerator(edition: Edition, text: string): Problem | null {
  const [row] = edition.names.accelerators.match(text);
  if (!row) return null;
  return problem('unknown-cpu', '/host/cpu', text, {
    message: `${quoted(text)} is no processor here: its whole chip is an accelerator; write --accelerator "${row.name}", in a file hardware: [{ accelerator: "${row.name}" }], in place of cpu`,
    expected: 'a processor such as EPYC 7742, or host: { powerW }',
    suggestions: [],
  });
}
