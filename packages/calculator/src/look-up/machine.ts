import {
  type Accelerator,
  type Commons,
  cpuIndex,
  findSlice,
  instanceIndex,
  moreTables,
} from '@ml-emissions/data';
import type { Hardware, Run, SiteKind } from '@ml-emissions/model';

/** The shape of the machine that an accelerator sits in: decides its host. */
type Form = 'sxm' | 'superchip' | 'tpu' | 'pcie' | 'whole';

/** One kind of accelerator with its row, where a table has one. */
export interface Chip {
  readonly hardware: Hardware;
  readonly row: Accelerator | null;
  readonly form: Form;
  /** Index in the run's hardware; 0 for what an instance or slice brings. */
  readonly index: number;
}

type Cpu = ReturnType<typeof moreTables>['cpus'][number];
type Instance = ReturnType<typeof moreTables>['instances'][number];

/** The machine of a run: its chips, and the instance that they came with. */
export interface Machine {
  readonly chips: readonly Chip[];
  readonly instance: Instance | null;
  readonly instanceCount: number;
  readonly cpu: Cpu | null;
  readonly site: SiteKind | null;
}

/** Above this rated power an unlisted chip is taken to be a module on a board of eight. */
const MODULE_W = 400;

function formOf(row: Accelerator | null, tdpW: number): Form {
  if (!row) return tdpW > MODULE_W ? 'sxm' : 'pcie';
  const { formFactor, tdpScope, segment, kind } = row;
  if (tdpScope === 'system' || formFactor === 'soc' || segment === 'edge') return 'whole';
  if (kind === 'tpu') return 'tpu';
  if (formFactor === 'superchip') return 'superchip';
  return formFactor === 'sxm' ||
    formFactor === 'oam' ||
    formFactor === 'module' ||
    formFactor === 'board'
    ? 'sxm'
    : 'pcie';
}

function chipOf(commons: Commons, hardware: Hardware, index: number): Chip {
  const { accelerator } = hardware;
  const row =
    typeof accelerator === 'string' ? (commons.acceleratorById.get(accelerator) ?? null) : null;
  const tdp = typeof accelerator === 'string' ? 0 : accelerator.tdpW;
  return { hardware, row, form: formOf(row, typeof tdp === 'number' ? tdp : tdp.value), index };
}

/** A row of the processors by its id. */
export function cpuById(id: string): Cpu | null {
  return cpuIndex().byId(id) ?? null;
}

/** A row of the instances by its id. */
function instanceById(id: string): Instance | null {
  return instanceIndex().byId(id) ?? null;
}

/** The chips of a resolved run, as given or as its instance or slice says. */
export function chipsOf(
  commons: Commons,
  run: Pick<Run, 'hardware' | 'instance' | 'instanceCount' | 'slice'>,
): Chip[] {
  const { instance: id, instanceCount = 1, slice: name } = run;
  if (id !== undefined) {
    const instance = instanceById(id);
    const accelerator = instance?.acceleratorIds[0];
    if (!instance || accelerator === undefined) return [];
    return [
      chipOf(commons, { accelerator, count: (instance.acceleratorCount ?? 1) * instanceCount }, 0),
    ];
  }
  if (name !== undefined) {
    const slice = findSlice(moreTables().slices, name);
    return slice
      ? [chipOf(commons, { accelerator: slice.acceleratorId, count: slice.chips }, 0)]
      : [];
  }
  return run.hardware.map((hardware, index) => chipOf(commons, hardware, index));
}

/** The machine of a resolved run. */
export function machineOf(commons: Commons, run: Run): Machine {
  const { place } = run;
  const provider = place && 'provider' in place ? place.provider : null;
  const siteOfProvider =
    provider === null ? null : (commons.providerById.get(provider)?.siteKind ?? 'cloud');
  return {
    chips: chipsOf(commons, run),
    instance: run.instance === undefined ? null : instanceById(run.instance),
    instanceCount: run.instanceCount ?? 1,
    cpu: run.host?.cpu === undefined ? null : cpuById(run.host.cpu),
    site: run.site ?? siteOfProvider,
  };
}
