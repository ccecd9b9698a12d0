import type { TpuSliceRow } from '../tables/hardware.ts';

/** A TPU slice: how many chips, however its name counts. */
export interface Slice {
  readonly name: string;
  readonly acceleratorId: string;
  readonly chips: number;
  readonly cores: number;
}

const NAME = /^(?:tpu[-\s]?)?(v\d+[a-z]*|7x)[-\s]?(\d+)$/i;
/** `v3` of `v3-8`, `7x` of `tpu7x-8`. */
const generationOf = (slice: string): string => slice.toLowerCase().replace(/^tpu|-\d+$/g, '');

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
  const kin = rows.filter(({ slice }) => generationOf(slice) === generation);
  const [first] = kin;
  if (!first) return null;
  const exact = kin.find(({ slice }) => slice.endsWith(`-${count}`));
  if (exact) return sliceOf(exact);
  // The rule, read off a row of the same generation: what its name counts.
  const named = Number(/-(\d+)$/.exec(first.slice)?.[1]);
  const chips = (first.chips * count) / named;
  const cores = (first.cores * count) / named;
  if (!Number.isInteger(chips)) return null;
  const name = first.slice.replace(/\d+$/, String(count));
  return { name, acceleratorId: first.acceleratorId, chips, cores };
}

function sliceOf({ slice, acceleratorId, chips, cores }: TpuSliceRow): Slice {
  return { name: slice, acceleratorId, chips, cores };
}
