import { type Library, numberIn, readCases } from './cases.ts';

/** One server at one load beside what is predicted of it, W. */
interface CpuServerPoint {
  readonly load: number;
  readonly measured: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A single result of SPECpower_ssj2008. */
export interface CpuServer {
  readonly name: string;
  readonly points: readonly CpuServerPoint[];
}

const LOADS = [1, 0.5, 0.1];
const PERCENT = 100;
const W_PER_KW = 1000;

/**
 * Four servers without accelerators, one of a kind, processors, memory and load told: examples, no score, because
 * the usual values were fitted on results of this benchmark, which are not ours to ship.
 *
 * Source: single results of SPECpower_ssj2008, spec.org/power_ssj2008: tuned machines.
 *
 * @param library the package
 */
export function cpuServers(library: Library): CpuServer[] {
  return readCases('cpu-servers').map((row) => ({
    name: `${row.system}, ${row.cpu_count} x ${row.cpu}, ${row.memory_gb} GB (${row.year})`,
    points: LOADS.map((load) => {
      const parsed = library.parseRun({
        host: {
          cpu: row.cpu,
          cpuCount: numberIn(row, 'cpu_count'),
          memoryGb: numberIn(row, 'memory_gb'),
          utilisation: load,
        },
        nodes: 1,
        hours: 1,
        pue: 1,
        carbonIntensityGPerKwh: 0,
      });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const { energyKwh } = library.estimate(parsed.run, { receipt: false, alternatives: false });
      const { value, low = value, high = value } = energyKwh;
      return {
        load,
        measured: numberIn(row, `w_${load * PERCENT}`) ?? Number.NaN,
        value: value * W_PER_KW,
        low: low * W_PER_KW,
        high: high * W_PER_KW,
      };
    }),
  }));
}
