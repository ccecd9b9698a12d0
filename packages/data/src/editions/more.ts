import cpus from '../../../../data/cpus.csv?table';
import embodied from '../../../../data/embodied.csv?table';
import instances from '../../../../data/instances.csv?table';
import openEmbodied from '../../../../data/odbl/embodied.csv?table';
import slices from '../../../../data/tpu_slices.csv?table';
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

/** Tables that the form does not need at once; a page loads them when they are asked for. */
export interface MoreTables {
  readonly cpus: readonly CpuRow[];
  readonly instances: readonly InstanceRow[];
  readonly slices: readonly TpuSliceRow[];
  readonly embodied: readonly EmbodiedRow[];
}

let loaded: MoreTables | undefined;

/** Processors, cloud machines, TPU slices and embodied figures of the current edition. */
export function moreTables(): MoreTables {
  loaded ??= {
    cpus: readTable(cpus(), cpuColumns),
    instances: readTable(instances(), instanceColumns),
    slices: readTable(slices(), tpuSliceColumns),
    embodied: [
      ...readTable(embodied(), embodiedColumns),
      ...readTable(openEmbodied(), embodiedColumns),
    ],
  };
  return loaded;
}
