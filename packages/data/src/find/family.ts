import type { Instance } from '../edition.ts';
import type { InstanceFamilyRow } from '../tables/hardware.ts';

/** Where the name of a family’s machines has their size. */
const SIZE = '*';
const MB_PER_GB = 1024;

/** `m5.*` and `large:2:8` -> m5.large */
export const nameInFamily = (name: string, size: string): string =>
  name.replace(SIZE, size.replace(/:.*/, ''));

/**
 * The machines of a family, one a size.
 *
 * @param family such as m5, with `large:2:8` among its sizes
 * @returns m5.large with 2 vCPU and 8 GB, and so on; none for a family whose names say vCPU and memory
 */
export function machinesOfFamily(family: InstanceFamilyRow): Instance[] {
  return family.sizes.map((size) => {
    const [name = '', vcpu, memoryGb] = size.split(':');
    return machineOf(family, name, Number(vcpu), Number(memoryGb));
  });
}

function machineOf(
  family: InstanceFamilyRow,
  size: string,
  vcpu: number,
  memoryGb: number,
): Instance {
  const { provider, name, cpuIds, cpuModel, cpuArch, confidence, sourceIds, note } = family;
  const instance = nameInFamily(name, size);
  const [cpuId = null, ...otherCpus] = cpuIds;
  return {
    id: `${provider}/${instance.toLowerCase()}`,
    provider,
    instance,
    acceleratorIds: [],
    acceleratorCount: null,
    acceleratorMemoryGb: null,
    vcpu,
    memoryGb,
    cpuModel,
    cpuId: otherCpus.length === 0 ? cpuId : null,
    cpuArch,
    localStorageGb: null,
    wholeHost: vcpu === family.hostVcpu ? 'yes' : null,
    bareMetal: size.startsWith('metal') ? 'yes' : null,
    status: '',
    aliases: [],
    confidence,
    sourceIds,
    note,
    family,
  };
}

const CUSTOM = /^([a-z0-9]+-)?custom-(\d+)-(\d+)(-ext)?$/;
/** What Google calls a machine whose name has no series in front. */
const OLDEST = 'n1-';

/**
 * A machine whose name says its vCPU and memory: `n1-custom-8-32768` has 8 and 32 GB.
 *
 * @param families those of the edition
 * @param text lower case, without the provider
 * @returns undefined where the text names none, or more vCPU than its family has
 * Source: `data/instance_families.csv`, `custom_max_vcpu`; `custom-4-5120` is the oldest series, n1.
 */
export function customMachine(
  families: readonly InstanceFamilyRow[],
  text: string,
): Instance | undefined {
  const [, series = OLDEST, vcpu, memoryMb, extended = ''] = CUSTOM.exec(text) ?? [];
  const [count, memory] = [Number(vcpu), Number(memoryMb)];
  if (!(count > 0) || !(memory > 0)) return undefined;
  const family = families.find(
    ({ name, customMaxVcpu }) =>
      name === `${series}custom-${SIZE}` && customMaxVcpu !== null && count <= customMaxVcpu,
  );
  if (!family) return undefined;
  return machineOf(family, `${count}-${memory}${extended}`, count, memory / MB_PER_GB);
}
