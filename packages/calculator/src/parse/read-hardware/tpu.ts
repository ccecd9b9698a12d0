import { type Edition, findSlice, type Slice } from '@ml-emissions/data';

const GENERATION = String.raw`(?:(?:google\s*)?(?:cloud\s*)?tpu[\s-]*(?:vm[\s-]*)?)?(?<generation>v\d+(?:litepod|lite|e|p|i)?|tpu7x|7x|ironwood|trillium)`;
const SIZE = new RegExp(
  String.raw`^${GENERATION}[\s-]*(?:slice|pod)?[\s-]*(?<size>\d+)(?:[\s-]+(?:pod|slice|vm|tpus?))*$`,
  'i',
);
const TOPOLOGY = new RegExp(
  String.raw`^${GENERATION}[\s-]*\(?(?<shape>\d+x\d+(?:x\d+)?)\)?(?:\s*(?:slice|topology|pod))*$`,
  'i',
);
const CORES = new RegExp(
  String.raw`^(?:(?<first>\d+)\s*(?:x\s*)?)?${GENERATION}[\s,(-]*(?:with\s+)?(?<last>\d+)?[\s-]*(?:tensor)?cores?\)?$`,
  'i',
);
/** `8-core TPU v3`. */
const OF_CORES = new RegExp(String.raw`^(?<first>\d+)[\s-]*cores?\s+${GENERATION}$`, 'i');

/** Names of generations beside those of the slices. */
const SAME: Readonly<Record<string, string>> = {
  v5e: 'v5litepod',
  v5lite: 'v5litepod',
  '7x': 'tpu7x',
  v7: 'tpu7x',
  v7x: 'tpu7x',
  ironwood: 'tpu7x',
  trillium: 'v6e',
  v6: 'v6e',
};

/**
 * A TPU slice as people write it: by cores or chips in its name, by its topology, or by its cores.
 *
 * @returns null where the text names none
 * Source: Google Cloud TPU documentation (`google-tpu-docs`): what the name of each generation counts.
 * @example tpuSlice(edition, 'TPU v3-8') // { name: 'v3-8', acceleratorId: 'tpu-v3', chips: 4, cores: 8 }
 */
export function tpuSlice(edition: Edition, text: string): Slice | null {
  const { slices } = edition.machines;
  const sized = SIZE.exec(text)?.groups;
  if (sized) return findSlice(slices, `${own(sized.generation)}-${sized.size}`);
  const { shape, generation: shaped } = TOPOLOGY.exec(text)?.groups ?? {};
  if (shape !== undefined) {
    // A topology counts chips in each direction.
    const chips = shape.split(/x/i).reduce((all, one) => all * Number(one), 1);
    return ofChips(edition, own(shaped), chips);
  }
  const core = (OF_CORES.exec(text) ?? CORES.exec(text))?.groups;
  const cores = Number(core?.first ?? core?.last);
  if (!core || !(cores > 0)) return null;
  const generation = own(core.generation);
  const row = rowOf(edition, generation);
  return row ? ofChips(edition, generation, (cores * row.chips) / row.cores) : null;
}

/** Slices of the generation that a text names, the nearest in size first; none where it names no generation. */
export function nearestSlices(edition: Edition, text: string, most: number): string[] {
  const { generation, size } = SIZE.exec(text)?.groups ?? {};
  if (generation === undefined) return [];
  return edition.machines.slices
    .filter(({ slice }) => slice.replace(/-\d+$/, '') === own(generation))
    .map(({ slice }) => ({ slice, apart: Math.abs(Number(slice.split('-')[1]) - Number(size)) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, most)
    .map(({ slice }) => slice);
}

function own(generation: string | undefined): string {
  const plain = (generation ?? '').toLowerCase();
  return SAME[plain] ?? plain;
}

const rowOf = (edition: Edition, generation: string) =>
  edition.machines.slices.find(({ slice }) => slice.replace(/-\d+$/, '') === generation);

function ofChips(edition: Edition, generation: string, chips: number): Slice | null {
  const row = rowOf(edition, generation);
  if (!row || !Number.isInteger(chips)) return null;
  const cores = (chips * row.cores) / row.chips;
  const named = (Number(row.slice.split('-')[1]) * chips) / row.chips;
  return { name: `${generation}-${named}`, acceleratorId: row.acceleratorId, chips, cores };
}
