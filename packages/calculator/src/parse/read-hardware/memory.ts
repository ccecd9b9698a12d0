import type { Accelerator } from '@ml-emissions/data';

const MEMORY =
  /\b(\d+(?:\.\d+)?)\s*-?\s*(?:gb|gib|go|g)\b(?:\s*(?:of\s+)?(?:hbm\d?e?|gddr\d?x?|vram|memory|ram))?/i;

/** As `nvidia-smi` prints it. */
const MIB = /,?\s*\b(\d{4,6})\s*MiB\b/i;
const MIB_PER_GB = 1024;

/** A name and the memory that it was given with. */
export interface WithMemory {
  readonly rest: string;
  readonly memoryGb: number;
}

/**
 * The memory in a text, apart from the name.
 *
 * @returns null where it holds none
 * @example memoryIn('V100 16GB') // { rest: 'V100', memoryGb: 16 }
 */
export function memoryIn(text: string): WithMemory | null {
  const inMib = text.replace(MIB, (_, mib: string) => ` ${Math.round(Number(mib) / MIB_PER_GB)}GB`);
  const found = MEMORY.exec(inMib);
  if (!found) return null;
  const rest = `${inMib.slice(0, found.index)} ${inMib.slice(found.index + found[0].length)}`;
  return { rest: rest.replace(/\s+/g, ' ').trim(), memoryGb: Number(found[1]) };
}

/** Drivers show less than the data sheet's memory (15 of 16, 263 of 288), and some people round up. */
const LEAST = 0.85;
const MOST = 1.1;

/**
 * Those of some accelerators that have a memory: exactly, else about as much.
 *
 * Shared memory of a whole computer comes in many sizes and picks none.
 */
export function withMemory(rows: readonly Accelerator[], memoryGb: number): Accelerator[] {
  const exact = rows.filter((row) => row.memoryGb === memoryGb);
  if (exact.length > 0) return exact;
  return rows.filter(({ kind, memoryGb: own }) => {
    if (kind === 'soc' || own == null) return true;
    return memoryGb >= own * LEAST && memoryGb <= own * MOST;
  });
}
