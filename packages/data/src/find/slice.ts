import type { TpuSliceRow } from '../tables/hardware.ts';

/** A TPU slice: how many chips, however its name counts. */
export interface Slice {
  readonly name: string;
  readonly acceleratorId: string;
  readonly chips: number;
  readonly cores: number;
}

const NAME = /^(?:tpu[-\s]?)?(v\d+[a-z]*|tpu7x|7x)[-\s]?(\d+)$/i;

/**
 * A slice by the name that Google gives it: v2, v3, v4, v5p and 7x count TensorCores, two a chip;
 * v5litepod and v6e count chips.
 *
 * @param rows the slices that are listed
 * @param text such as `v3-256` (128 chips)
 * @returns the slice; one that no row lists by the rule of its generation; null where the text names none
 * Source: Google Cloud TPU documentation (`google-tpu-docs`).
 */
export function findSlice(rows: readonly TpuSliceRow[], text: string): Slice | null {
  const asked = text.trim().toLowerCase();
  const listed = rows.find(({ slice }) => slice.toLowerCase() === asked);
  if (listed) return sliceOf(listed);
  const [, generation, size] = NAME.exec(asked) ?? [];
  const count = Number(size);
  if (generation === undefined || !(count > 0)) return null;
  const kin = rows.filter(({ slice }) => slice.toLowerCase().replace(/-\d+$/, '') === generation);
  const [first] = kin;
  if (!first) return null;
  const exact = kin.find(({ slice }) => slice.endsWith(`-${count}`));
  if (exact) return sliceOf(exact);
  // The rule, read off a row of the same generation: what its name counts.
  const named = Number(/-(\d+)$/.exec(first.slice)?.[1]);
  const chips = (first.chips * count) / named;
  const cores = (first.cores * count) / named;
  if (!Number.isInteger(chips)) return null;
  return { name: `${generation}-${count}`, acceleratorId: first.acceleratorId, chips, cores };
}

function sliceOf({ slice, acceleratorId, chips, cores }: TpuSliceRow): Slice {
  return { name: slice, acceleratorId, chips, cores };
}
