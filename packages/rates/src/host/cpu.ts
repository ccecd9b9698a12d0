import type { CpuRow, Edition } from '@ml-emissions/data';
import {
  type Factor,
  given,
  type HostLoad,
  pow,
  quoted,
  type Run,
  type Said,
  Z_90,
} from '@ml-emissions/model';
import { amountFactor, deviationsOf, hasTwoSides, widened } from '../amount.ts';
import { derived, needed } from '../default.ts';
import { byRequests } from '../few-requests.ts';
import { knowsOwnMachines } from '../machine.ts';
import type { Question } from '../question.ts';
import { hostFactor } from '../servers.ts';

/** The processors of a host, where they are known. */
export interface HostCpu {
  readonly name: string;
  readonly count: Factor;
  /** Rated power of one, W. */
  readonly tdpW: Factor;
  /** Highest sustained power of one, W: the rated power, or the turbo limit where one is published. */
  readonly fullW: Factor;
  /** Mean power / `fullW`. */
  readonly powerShare: Factor;
  /** Load, 0..1, as the user says; null where only the kind of work tells. */
  readonly load: Factor | null;
  readonly cores: number | null;
  readonly threads: number | null;
}

/** Whose power by load is asked: parts for servers draw less of their rated power at part load than those of desktops. */
type Segment = 'server' | 'other';

const segmentOf = (cpu: Pick<CpuRow, 'segment'> | null): Segment =>
  cpu === null || cpu.segment === 'server' ? 'server' : 'other';

/** Loads at which a processor's power is known, as in the ids of the defaults. */
const LOADS: Readonly<Record<Segment, readonly number[]>> = {
  server: [0, 10, 20, 50, 70, 100],
  other: [0, 10, 50, 100],
};
const PERCENT = 100;

/** What a default is called: editions from before servers were told apart have one for all. */
function ofSegment(edition: Edition, name: string, segment: Segment): string {
  const own = `cpu.server-${name}`;
  return segment === 'server' && edition.defaultById.has(own) ? own : `cpu.${name}`;
}

/**
 * Power / full power at a load, on a straight line between the points of the table; both ends of its range are too, so
 * that none falls as the load rises. Editions from before ranges had two sides have the deviation of the lower point.
 *
 * Source: servers metered by SPECpower_ssj2008 (`data/defaults.csv`, `cpu.server-power-at-*`); of other machines
 * Boavizta's curve of consumption by load (`cpu.power-at-*`).
 */
function shareAtLoad(edition: Edition, load: Factor, segment: Segment): Factor {
  const percent = load.value * PERCENT;
  const isOwn = edition.defaultById.has('cpu.server-power-at-0');
  const loads = LOADS[isOwn ? segment : 'other'];
  const after = Math.max(
    1,
    loads.findIndex((point) => percent <= point),
  );
  const low = loads[after - 1] ?? 0;
  const high = loads[after] ?? PERCENT;
  const from = needed(edition, ofSegment(edition, `power-at-${low}`, segment));
  const to = needed(edition, ofSegment(edition, `power-at-${high}`, segment));
  const part = (percent - low) / (high - low);
  const between = (a: number, b: number) => a + part * (b - a);
  const value = between(from.value, to.value);
  const share = derived(value, part < 1 ? from : to, { code: 'share-at-load', percent });
  if (!hasTwoSides(edition)) return share;
  const [down, up] = [pow(from.gsd ?? 1, Z_90), pow(to.gsd ?? 1, Z_90)];
  const least = between(from.value / down, to.value / up);
  const most = between(from.value * down, to.value * up);
  const even = { ...share, ...deviationsOf(edition, value / least, most / value) };
  const { gsd, gsdUp = gsd } = load;
  if (gsd === 1 || gsd === null || gsdUp === null || load.value === 0) return even;
  // Of a load with a range the share is as unsure as its curve, and as it is at the ends of the range.
  const at = (one: number) =>
    shareAtLoad(edition, { ...load, value: one, gsd: 1, gsdUp: 1 }, segment);
  const lowest = at(load.value / pow(gsd, Z_90)).value;
  const highest = at(Math.min(1, load.value * pow(gsdUp, Z_90))).value;
  return widened(even, deviationsOf(edition, value / lowest, highest / value));
}

/**
 * The power of a processor as a share of its full power: by load, or by what the machine does.
 *
 * @param cpu its row; null for the virtual processors of a cloud
 */
export function powerShare(
  { edition, machine, run }: Question,
  load: Factor | null,
  cpu: CpuRow | null,
): Factor {
  const segment = segmentOf(cpu);
  if (load) return shareAtLoad(edition, load, segment);
  const feeding = ofSegment(edition, 'feeding', segment);
  if (machine.accelerators.length === 0)
    return needed(edition, ofSegment(edition, 'working', segment), { code: 'usual-while-working' });
  const fed = ({ scenario }: Run) => {
    const ofScenario = `${feeding}-${scenario}`;
    const id = edition.defaultById.has(ofScenario) ? ofScenario : feeding;
    return needed(edition, id, { code: 'usual-while-feeding' });
  };
  return byRequests(run, fed) ?? fed(run);
}

/** A power of a processor, with the source of its row. */
export function ratedOf(cpu: CpuRow, value: number, said: Said): Factor {
  const { sourceId, year, confidence, id } = cpu;
  const base = given(value, `tdp:${id}`, said);
  return { ...base, kind: 'sourced', sourceId, year, confidence };
}

const ofCpu = ({ name }: CpuRow, what: Said): Said => ({ code: 'of-chip', chip: name, what });

/** Mean load of the processors as the user says it; null where nobody does. */
export function loadOf(question: Question): Factor | null {
  const share = question.run.host?.utilisation;
  return share === undefined ? null : amountFactor(question, share, '/host/utilisation');
}

/**
 * Power under full load: the rated power, or, where a turbo limit is published, anything from one to the other, as
 * boards set it: their geometric mean, both ends being the 90 % range. The more cores of a desktop are at work, the
 * nearer it comes to the limit, and the surer it is:
 *
 *     W = TDP x (limit / TDP) ^ ((1 + load) / 2)          gsd = (limit / TDP) ^ ((1 - load / 2) / (2 x 1.645))
 *
 * Laptops cannot shed the heat of their limit for long.
 *
 * Source: 44 runs of a desktop metered at the wall with all cores of its processor at work (Fischer 2025): the limit
 * as full power is 6 % off on average, the geometric mean 22 %.
 */
function fullPower({ edition }: Question, cpu: CpuRow, tdpW: number, load: Factor | null): Factor {
  const turbo = cpu.maxTurboPowerW ?? tdpW;
  if (turbo <= tdpW) return ratedOf(cpu, tdpW, ofCpu(cpu, { code: 'tdp' }));
  const said = ofCpu(cpu, { code: 'between-tdp-and-turbo', tdpW, turboW: turbo });
  const isDesktop = cpu.segment === 'desktop' || cpu.segment === 'workstation';
  // Editions from before take the middle whatever the load.
  const busy = isDesktop && knowsOwnMachines(edition) ? (load?.value ?? 0) : 0;
  const ratio = turbo / tdpW;
  // To the last bit as published where the load says nothing.
  return {
    ...ratedOf(cpu, Math.sqrt(tdpW * turbo) * pow(ratio, busy / 2), said),
    gsd: pow(ratio, (1 - busy / 2) / (2 * Z_90)),
    confidence: 'derived',
  };
}

/** The processors that a run names, with their power; null where it names none. */
export function hostCpu(question: Question): HostCpu | null {
  const { run, machine, keyOf } = question;
  const { cpu } = machine;
  const { host } = run;
  if (!cpu || !host || cpu.tdpW === null) return null;
  const load = loadOf(question);
  const ofCores =
    host.cores !== undefined && cpu.cores !== null ? { cores: host.cores, all: cpu.cores } : null;
  const count = ofCores ? ofCores.cores / ofCores.all : (host.cpuCount ?? 1);
  const said = ofCores && ({ code: 'cores-of', ...ofCores } as const);
  return {
    name: cpu.name,
    count: given(count, keyOf('/host/cpuCount'), said),
    tdpW: ratedOf(cpu, cpu.tdpW, ofCpu(cpu, { code: 'tdp' })),
    fullW: fullPower(question, cpu, cpu.tdpW, load),
    powerShare: powerShare(question, load, cpu),
    load,
    cores: cpu.cores,
    threads: cpu.threads,
  };
}

/** Processors at their mean power. */
export function cpuLoad({ name, count, fullW, powerShare: share }: HostCpu): HostLoad {
  return {
    name: 'cpu',
    said: quoted(name),
    isEnergy: false,
    product: [
      hostFactor('cpu-count', count.value === 1 ? 'processor' : 'processors', count),
      hostFactor('cpu-power', 'W', fullW),
      hostFactor('cpu-share', '1', share),
    ],
  };
}
