/** A part of one accelerator, as its driver names it. */
export interface Partition {
  readonly rest: string;
  /** Share of the whole accelerator; null where it depends on the memory of the whole. */
  readonly share: number | null;
  /** Memory of the part, GB. */
  readonly memoryGb: number;
  /** Memory of the whole, about, GB; null where the part does not tell it. */
  readonly wholeGb: number | null;
}

const MIG = /[\s_.-]*(?:mig[\s_-]*)?\b(?<slices>\d)g\.(?<memory>\d+)gb(?:\+\w+)?/i;
/** One of the two dies of an MI250 or MI250X, which Slurm and ROCm count as a GPU each. */
const GCD = /\s*\(?\b(?:1\s+)?gcds?\b\)?/i;
/** `nvidia-smi -L` numbers the parts of a chip. */
const DEVICE = /[\s,]*\bdevice\s+\d+\s*:?$/i;
const VGPU = /-(?<memory>\d+)(?:q|c|a|b)$/i;
/** Compute slices of a whole: seven, but four on an A30. */
const SLICES = 7;
const SLICES_OF_A30 = 4;
/** Of eight slices of memory how many go with so many of compute; one may have one or two. */
const MEMORY_SLICES: Readonly<Record<string, number>> = { 2: 2, 3: 4, 4: 4, 7: 8 };
const ALL_MEMORY = 8;

/**
 * A MIG instance or a virtual GPU, apart from the accelerator's name.
 *
 * @returns null where the text names a whole accelerator
 * Source: NVIDIA Multi-Instance GPU user guide, GPU instance profiles; NVIDIA vGPU software user guide;
 * AMD CDNA 2 white paper: two graphics compute dies an MI250X.
 * @example partitionIn('A100-SXM4-40GB MIG 1g.5gb') // { rest: 'A100-SXM4-40GB', share: 1 / 7, … }
 */
export function partitionIn(text: string): Partition | null {
  const mig = MIG.exec(text.replaceAll('_', ' ').replace(DEVICE, ''));
  if (mig) {
    const rest = `${mig.input.slice(0, mig.index)} ${mig.input.slice(mig.index + mig[0].length)}`;
    const isA30 = /\ba30\b/i.test(rest);
    const { slices = '', memory } = mig.groups ?? {};
    const memoryGb = Number(memory);
    const ofMemory = isA30 ? undefined : MEMORY_SLICES[slices];
    return {
      rest: rest.replace(/\s+/g, ' ').trim(),
      share: Number(slices) / (isA30 ? SLICES_OF_A30 : SLICES),
      memoryGb,
      wholeGb: ofMemory === undefined ? null : (memoryGb * ALL_MEMORY) / ofMemory,
    };
  }
  if (GCD.test(text) && /mi250/i.test(text)) {
    return { rest: text.replace(GCD, '').trim(), share: 1 / 2, memoryGb: 64, wholeGb: null };
  }
  const vgpu = VGPU.exec(text);
  if (!vgpu) return null;
  const rest = text.slice(0, vgpu.index).replace(/^(?:nvidia\s+)?grid\s+/i, 'NVIDIA ');
  return { rest, share: null, memoryGb: Number(vgpu.groups?.memory), wholeGb: null };
}
