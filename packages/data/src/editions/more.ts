import { readTable } from '../read-table.ts';
import {
  type CpuRow,
  cpuColumns,
  type EmbodiedRow,
  embodiedColumns,
  type InstanceRow,
  instanceColumns,
  type TpuSliceRow,
  tpuSliceColumns,
} from '../tables/hardware.ts';

type Table = Parameters<typeof readTable>[0];

/** Tables that a form does not need at once; a page loads them when they are asked for. */
export interface MoreTables {
  readonly cpus: readonly CpuRow[];
  readonly instances: readonly InstanceRow[];
  readonly slices: readonly TpuSliceRow[];
  readonly embodied: readonly EmbodiedRow[];
}

/** The same, not decoded yet. */
export interface MoreSources {
  readonly cpus: () => Table;
  readonly instances: () => Table;
  readonly slices: () => Table;
  readonly embodied: readonly (() => Table)[];
}

let provided: MoreSources | undefined;
let loaded: MoreTables | undefined;

/** Hands the tables over: called by `full.ts` when it is imported. */
export function provideMore(sources: MoreSources): void {
  provided = sources;
}

/** Whether processors, instances and slices can be looked up now. */
export function hasMoreTables(): boolean {
  return provided !== undefined;
}

/**
 * Processors, cloud machines, TPU slices and embodied figures of the current edition.
 *
 * Errors: throws where `full` was not imported; callers check `hasMoreTables` first.
 */
export function moreTables(): MoreTables {
  if (!provided) throw new Error('moreTables(): import full first');
  loaded ??= {
    cpus: readTable(provided.cpus(), cpuColumns),
    instances: readTable(provided.instances(), instanceColumns),
    slices: readTable(provided.slices(), tpuSliceColumns),
    embodied: provided.embodied.flatMap((table) => readTable(table(), embodiedColumns)),
  };
  return loaded;
}
