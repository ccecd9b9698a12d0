import {
  choice,
  integer,
  list,
  number,
  optionalChoice,
  optionalInteger,
  optionalNumber,
  optionalReference,
  optionalText,
  type Row,
  reference,
  requiredList,
  sourcedBy,
  text,
} from '../column.ts';
import { CONFIDENCE, provenance } from './vocabulary.ts';

/** `data/cpus.csv`: one processor model a row. */
export const cpuColumns = {
  id: text('key; lower case, vendor first'),
  name: text('vendor and product'),
  vendor: text('who makes it'),
  family: optionalText('product line'),
  segment: optionalText('market'),
  year: optionalInteger('of launch', { min: 1995, max: 2030 }),
  cores: optionalInteger('physical cores', { min: 1, max: 1024 }),
  threads: optionalInteger('hardware threads', { min: 1, max: 4096 }),
  tdp_w: optionalNumber('rated power, W', { min: 1, max: 1000 }),
  max_turbo_power_w: sourcedBy(
    'turbo_source_id',
    optionalNumber('highest sustained turbo power, W; AMD: package limit (PPT)', {
      min: 1,
      max: 1500,
    }),
  ),
  turbo_source_id: optionalReference('where that power comes from', 'sources'),
  base_ghz: optionalNumber('base clock, GHz', { min: 0.1, max: 10 }),
  idle_w: optionalNumber('power with nothing running, W', { min: 0, max: 500 }),
  aliases: list('names that /proc/cpuinfo and people use'),
  ...provenance,
};
/** One line of it. */
export type CpuRow = Row<typeof cpuColumns>;

/** `data/instances.csv`: one machine that a cloud rents out a row. */
export const instanceColumns = {
  id: text('key: provider/instance, lower case'),
  provider: reference('whose', 'providers'),
  instance: text('the provider’s own name'),
  accelerator_ids: list('candidates in accelerators; one where it is settled'),
  accelerator_count: optionalNumber('chips; a fraction is a share of one', { min: 0, max: 1024 }),
  accelerator_memory_gb: optionalNumber('memory of one accelerator, GB', { min: 0, max: 10_000 }),
  vcpu: optionalNumber('virtual processors', { min: 0.1, max: 4096 }),
  memory_gb: optionalNumber('main memory, GB', { min: 0.1, max: 100_000 }),
  cpu_model: optionalText('processor in the provider’s words'),
  cpu_id: optionalReference('the same in cpus', 'cpus'),
  cpu_arch: optionalText('instruction set'),
  local_storage_gb: optionalNumber('local storage, GB', { min: 0, max: 1e6 }),
  whole_host: optionalChoice('whether it takes the whole server', ['yes', 'no']),
  bare_metal: optionalChoice('whether it runs without a hypervisor', ['yes', 'no']),
  status: optionalText('whether it is still offered'),
  aliases: list('other names'),
  confidence: choice('how sure', CONFIDENCE),
  source_ids: requiredList('where the row comes from'),
  note: optionalText('what else to know'),
};
/** One line of it. */
export type InstanceRow = Row<typeof instanceColumns>;

/**
 * `data/instance_families.csv`: cloud machines without accelerators, one family on one kind of host a row. What the
 * sizes of a family have in common stands once, so that thousands of machines are a few kilobytes.
 */
export const instanceFamilyColumns = {
  id: text('key: provider/family, lower case; -b where a family has a second kind of host'),
  provider: reference('whose', 'providers'),
  family: text('the provider’s own name of it'),
  name: text('name of its machines, * standing for the size'),
  sizes: list('size:vCPU:memory in GB, smallest first'),
  cpu_model: optionalText('processor in the provider’s words'),
  cpu_ids: list('candidates in cpus; one where it is settled'),
  cpu_power_w: sourcedBy(
    'power_source_id',
    optionalNumber('rated power of one processor as somebody assumes it, where cpus has none, W', {
      min: 1,
      max: 1000,
    }),
  ),
  power_source_id: optionalReference('who assumes that power', 'sources'),
  cpu_arch: optionalText('instruction set'),
  host_processors: optionalInteger('processors of the whole host', { min: 1, max: 64 }),
  host_vcpu: optionalInteger('virtual processors of the whole host', { min: 1, max: 4096 }),
  threads_per_core: optionalInteger('1 where a virtual processor is a core; else 2', {
    min: 1,
    max: 8,
  }),
  custom_max_vcpu: optionalInteger(
    'most virtual processors of machines whose name says their vCPU and memory in MB',
    { min: 1, max: 4096 },
  ),
  confidence: choice('how sure', CONFIDENCE),
  source_ids: requiredList('where the row comes from'),
  note: optionalText('what else to know'),
};
/** One line of it. */
export type InstanceFamilyRow = Row<typeof instanceFamilyColumns>;

/** `data/tpu_slices.csv`: names of TPU slices; the older ones count cores, the newer ones chips. */
export const tpuSliceColumns = {
  slice: text('key'),
  accelerator_id: reference('which TPU', 'accelerators'),
  cores: integer('TensorCores', { min: 1, max: 100_000 }),
  chips: integer('chips', { min: 1, max: 100_000 }),
  hosts: optionalInteger('servers', { min: 1, max: 100_000 }),
  source_id: reference('where the row comes from', 'sources'),
  note: optionalText('what else to know'),
};
/** One line of it. */
export type TpuSliceRow = Row<typeof tpuSliceColumns>;

/** `data/embodied.csv`: manufacture of parts. */
export const embodiedColumns = {
  id: text('key'),
  part: text('what kind of part'),
  subject: text('which one'),
  kg_co2e: optionalNumber('kg CO2e', { min: 0, max: 1e6 }),
  low: optionalNumber('lowest stated', { min: 0, max: 1e6 }),
  high: optionalNumber('highest stated', { min: 0, max: 1e6 }),
  boundary: optionalText('which stages of life'),
  functional_unit: optionalText('for how much of it'),
  ...provenance,
};
/** One line of it. */
export type EmbodiedRow = Row<typeof embodiedColumns>;

/** `data/memory_power.csv` */
export const memoryPowerColumns = {
  id: text('key'),
  kind: text('kind of memory'),
  power_w_per_gb: optionalNumber('W per GB', { min: 0, max: 5 }),
  power_w_per_module: optionalNumber('W per module', { min: 0, max: 100 }),
  low_w_per_module: optionalNumber('lowest, W per module', { min: 0, max: 100 }),
  high_w_per_module: optionalNumber('highest, W per module', { min: 0, max: 100 }),
  basis: optionalText('how it was found'),
  ...provenance,
};

/** `data/idle_power.csv` */
export const idlePowerColumns = {
  id: text('key'),
  device: text('in the source’s words'),
  accelerator_id: optionalReference('the same in accelerators', 'accelerators'),
  state: optionalText('bare, or with something loaded'),
  idle_w: number('W', { min: 0, max: 20_000 }),
  scope: optionalText('what was metered'),
  ...provenance,
};

/** `data/server_overhead.csv`: whole servers against their accelerators. */
export const serverOverheadColumns = {
  id: text('key'),
  platform: text('which server'),
  accelerator_id: optionalReference('its accelerator', 'accelerators'),
  accelerator_count: optionalNumber('how many', { min: 0, max: 10_000 }),
  accelerator_tdp_w: optionalNumber('rated power of one, W', { min: 0, max: 50_000 }),
  sum_accelerator_tdp_w: optionalNumber('rated power of all, W', { min: 0, max: 1e6 }),
  max_system_w: optionalNumber('rated power of the server, W', { min: 0, max: 1e6 }),
  ratio_max: optionalNumber('rated server / rated accelerators', { min: 0, max: 20 }),
  measured_system_w: optionalNumber('metered power of the server, W', { min: 0, max: 1e6 }),
  ratio_measured: optionalNumber('metered server / rated accelerators', { min: 0, max: 20 }),
  work: optionalText('what it did'),
  ...provenance,
};

/** `data/typical_utilisation.csv`: metered mean power against rated power, by kind of work. */
export const typicalUtilisationColumns = {
  id: text('key'),
  work: text('kind of work'),
  device: text('in the source’s words'),
  accelerator_id: optionalReference('the same in accelerators', 'accelerators'),
  scope: optionalText('what was metered'),
  mean_power_w: optionalNumber('W', { min: 0, max: 1e6 }),
  tdp_w: optionalNumber('W', { min: 0, max: 1e6 }),
  fraction: optionalNumber('mean / rated', { min: 0, max: 3 }),
  context: optionalText('what ran'),
  ...provenance,
};
