import type { Accelerator, Edition } from '@ml-emissions/data';
import { withoutAsides, withoutComputer } from './aside.ts';
import { memoryIn, withMemory } from './memory.ts';
import { type Partition, partitionIn } from './partition.ts';
import { withoutBrackets } from './tidy.ts';

/** Accelerators that a name without a count may mean, and how much of one. */
export interface Meant {
  readonly rows: readonly Accelerator[];
  /** Share of one chip: below 1 for a part of it. */
  readonly share: number;
}

/**
 * The accelerators that a name may mean, whatever else stands beside it: memory, brackets, words about it.
 *
 * @returns null where it names none
 * @example findAccelerator(edition, 'A100 80GB Tensor Core')
 */
export function findAccelerator(edition: Edition, text: string): Meant | null {
  const whole = edition.names.accelerators.exact(text);
  const one = text.replace(PLURAL, '$1');
  // `V100s` is several V100 or the V100S; schedulers write all names small.
  const several = one === text ? [] : edition.names.accelerators.exact(one);
  const all = [...new Set([...several, ...whole])];
  if (all.length > 0) return { rows: all, share: 1 };
  // `2070s` is several of them, or the SUPER.
  if (OF_SERIES.test(text)) {
    const ways = ['$1', '$1 SUPER'].map((way) =>
      findAccelerator(edition, text.replace(OF_SERIES, way)),
    );
    const rows = [...new Set(ways.flatMap((way) => way?.rows ?? []))];
    return rows.length > 0 ? { rows, share: 1 } : null;
  }
  const part = partitionIn(text);
  if (part && part.rest !== '') {
    const meant = findAccelerator(edition, part.rest);
    return meant && partOf(meant.rows, part);
  }
  for (const bare of plainer(text)) {
    const rows = byName(edition, bare);
    if (rows.length > 0) return { rows: onItsBoard(rows, text), share: 1 };
  }
  const [watts, power] = POWER.exec(text) ?? [];
  if (watts === undefined) return null;
  // The rating tells the SXM module from the PCIe card.
  const meant = findAccelerator(edition, text.replace(watts, ' ').replace(/\s+/g, ' ').trim());
  const rows = meant?.rows.filter(({ tdpW }) => tdpW === Number(power)) ?? [];
  return meant && rows.length > 0 ? { ...meant, rows } : null;
}

/** NVIDIA's HGX boards carry SXM modules, never PCIe cards. */
function onItsBoard(rows: readonly Accelerator[], text: string): readonly Accelerator[] {
  if (!/\bhgx\b/i.test(text)) return rows;
  const modules = rows.filter(({ name }) => /\bsxm\d?\b/i.test(name));
  return modules.length > 0 ? modules : rows;
}

const POWER = /[\s,(]+(\d{2,4})\s*w(?:atts?)?(?:\s*tdp)?\)?(?=\s|$)/i;

function partOf(
  rows: readonly Accelerator[],
  { share, memoryGb, wholeGb }: Partition,
): Meant | null {
  if (share !== null) {
    // `3g.20gb` is of a chip of 40 GB, not of one of 80.
    const sized = wholeGb === null ? [] : withMemory(rows, wholeGb);
    return { rows: sized.length > 0 ? sized : rows, share };
  }
  const [first] = rows;
  return first?.memoryGb ? { rows, share: memoryGb / first.memoryGb } : null;
}

const PLURAL = /(?<=[A-Z])(\d+)['’]?s\b/g;
const OF_SERIES = /\b(\d{4})s\b/;
const SHORTEST = 2;

/** A text with less and less around the name. */
function plainer(text: string): string[] {
  const flat = withoutBrackets(withoutComputer(text));
  const bare = withoutAsides(flat);
  // `GPUs`, `n`, `2`: words and digits that stand in many names are none themselves.
  if (bare.length < SHORTEST || /^\W*\d{1,2}$/.test(bare)) return [];
  const apart = bare
    .replace(/(\d)(ti|super|xtx?|gre|d)\b/gi, '$1 $2')
    .replace(/\b(\d{4})S\b/, '$1 SUPER');
  return [...new Set([flat, bare, apart, withoutPlural(apart)])].filter(Boolean);
}

const withoutPlural = (text: string): string => text.replace(/([a-z]?\d+[a-z]?)s\b/gi, '$1');

/** By its name; else by its name and memory. */
function byName({ names: { accelerators } }: Edition, text: string): readonly Accelerator[] {
  const found = accelerators.exact(text);
  if (found.length > 0) return found;
  const sized = memoryIn(text);
  if (!sized) {
    const partly = accelerators.match(text);
    // `x8` and `Frontier` are words in one name, and say too little to mean it.
    const isWeak = text.length <= SHORTEST || (!/\d/.test(text) && partly.length === 1);
    return isWeak ? [] : closest(partly, text);
  }
  const name = withoutAsides(sized.rest);
  return withMemory(closest(accelerators.match(name), name), sized.memoryGb);
}

/** Words of a maker's series, which people leave out: `3090` is the RTX 3090 before the RTX 3090 Ti. */
const SERIES = /\b(?:nvidia|amd|geforce|rtx|gtx|rx|radeon|instinct|tesla)\b/gi;

function closest(rows: readonly Accelerator[], text: string): readonly Accelerator[] {
  const asked = bareOf(text);
  const same = rows.filter((row) =>
    [row.name, ...row.aliases].some((one) => bareOf(one) === asked),
  );
  return same.length > 0 ? same : rows;
}

const bareOf = (name: string): string =>
  name
    .replace(SERIES, ' ')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
