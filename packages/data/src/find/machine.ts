import { moreTables } from '../editions/more.ts';
import type { CpuRow, InstanceRow } from '../tables/hardware.ts';
import { type NameIndex, nameIndex } from './name-index.ts';

let cpus: NameIndex<CpuRow> | undefined;
let instances: NameIndex<InstanceRow> | undefined;

/** Processors of the current edition by what people and /proc/cpuinfo call them. */
export function cpuIndex(): NameIndex<CpuRow> {
  cpus ??= nameIndex(
    moreTables().cpus.map((item) => ({
      item,
      id: item.id,
      label: item.name,
      names: item.aliases,
    })),
  );
  return cpus;
}

/** Cloud machines of the current edition by the provider's name, with or without the provider. */
export function instanceIndex(): NameIndex<InstanceRow> {
  instances ??= nameIndex(
    moreTables().instances.map((item) => ({
      item,
      id: item.id,
      label: item.instance,
      names: [...item.aliases, `${item.provider} ${item.instance}`],
    })),
  );
  return instances;
}
