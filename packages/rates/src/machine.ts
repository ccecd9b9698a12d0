import {
  type Accelerator,
  type CpuRow,
  type Edition,
  findSlice,
  type Instance,
  instanceById,
} from '@ml-emissions/data';
import {
  amountOf,
  type Hardware,
  type QuantityRef,
  type Run,
  type SiteKind,
} from '@ml-emissions/model';
import { knownCoefficient } from './coefficient.ts';
import { cloudPlace, siteOf } from './place.ts';

/** The shape of the machine that an accelerator sits in: decides its host. */
export type Form = 'sxm' | 'superchip' | 'tpu' | 'pcie' | 'whole';

/** One kind of accelerator with its row, where a table has one. */
export interface MachineAccelerator {
  readonly hardware: Hardware;
  readonly row: Accelerator | null;
  readonly form: Form;
  /** Index in the run's hardware; 0 for what an instance or slice brings. */
  readonly index: number;
  /** The quantity that its count is; null where a slice fixes it. */
  readonly quantity: QuantityRef | null;
}

/** The machine of a run: its accelerators, and the instance that they came with. */
export interface Machine {
  readonly accelerators: readonly MachineAccelerator[];
  readonly instance: Instance | null;
  readonly instanceCount: number;
  readonly cpu: CpuRow | null;
  readonly site: SiteKind | null;
}

/** Above this rated power an unlisted accelerator is taken to be a module on a board of eight. */
const MODULE_ABOVE_W = 'server.module-above-w';

function formOf(edition: Edition, row: Accelerator | null, tdpW: number): Form {
  if (!row) {
    return tdpW > (knownCoefficient(edition, MODULE_ABOVE_W) ?? Number.POSITIVE_INFINITY)
      ? 'sxm'
      : 'pcie';
  }
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

function acceleratorOf(
  edition: Edition,
  hardware: Hardware,
  index: number,
  quantity: QuantityRef | null,
): MachineAccelerator {
  const { accelerator } = hardware;
  const isListed = typeof accelerator === 'string';
  const row = isListed ? (edition.acceleratorById.get(accelerator) ?? null) : null;
  const form = formOf(edition, row, isListed ? 0 : amountOf(accelerator.tdpW));
  return { hardware, row, form, index, quantity };
}

/** The accelerators of a resolved run, as given or as its instance or slice says. */
export function acceleratorsOf(
  edition: Edition,
  run: Pick<Run, 'hardware' | 'instance' | 'instanceCount' | 'slice'>,
): MachineAccelerator[] {
  const { instance: id, instanceCount = 1, slice: name } = run;
  if (id !== undefined) {
    const instance = instanceById(edition, id);
    const accelerator = instance?.acceleratorIds[0];
    if (instance && accelerator !== undefined) {
      const per = instance.acceleratorCount ?? 1;
      const hardware = { accelerator, count: per * instanceCount };
      return [acceleratorOf(edition, hardware, 0, { of: '/instanceCount', per })];
    }
    // Chips attached to a machine that brings none stand in the run’s hardware.
  }
  if (name !== undefined) {
    const slice = findSlice(edition.machines.slices, name);
    if (!slice) return [];
    return [
      acceleratorOf(edition, { accelerator: slice.acceleratorId, count: slice.chips }, 0, null),
    ];
  }
  return run.hardware.map((hardware, index) =>
    acceleratorOf(edition, hardware, index, { of: `/hardware/${index}/count`, per: 1 }),
  );
}

/** The machine of a resolved run. */
export function machineOf(edition: Edition, run: Run): Machine {
  const provider = cloudPlace(edition, run)?.provider ?? null;
  const siteOfProvider =
    provider === null ? null : (edition.providerById.get(provider)?.siteKind ?? 'cloud');
  const cpu = run.host?.cpu;
  return {
    accelerators: acceleratorsOf(edition, run),
    instance: run.instance === undefined ? null : (instanceById(edition, run.instance) ?? null),
    instanceCount: run.instanceCount ?? 1,
    cpu: cpu === undefined ? null : (edition.names.cpus.byId(cpu) ?? null),
    site: run.site ?? siteOf(edition, run.place)?.kind ?? siteOfProvider,
  };
}

/** Whether a machine stands at somebody's desk rather than in a data centre. */
export function ownMachine({ site }: Machine): 'desktop' | 'laptop' | null {
  return site === 'desktop' || site === 'laptop' ? site : null;
}
