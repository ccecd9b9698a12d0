import type { GroupSummary, Sum } from '@ml-emissions/model';
import type { Changed, Option } from './compare.ts';
import { lowestGroup } from './told-apart.ts';

/** Options of one lever that are not told apart from the lowest of them. */
export interface OptionGroup extends GroupSummary {
  readonly lever: Option['lever'];
  /** Those of them that may be called lower than here; null where none is. */
  readonly lower: GroupSummary | null;
}

/** What the tables decide; the other levers are numbers of the user's. */
const LEVERS = ['region', 'accelerator'] as const;

/**
 * By lever, those options that are not told apart from the lowest; and of each option, whether it is.
 *
 * @param list options, the least emitting first
 */
export function optionGroups(list: readonly Changed[]): {
  readonly groups: readonly OptionGroup[];
  readonly isToldApart: readonly (boolean | null)[];
} {
  const groups: OptionGroup[] = [];
  const apart = new Map<Changed, boolean>();
  for (const lever of LEVERS) {
    const own = list.filter(({ option }) => option.lever === lever);
    const group = lowestGroup(own, ({ sum }) => sum);
    if (group.length === 0) continue;
    const members = new Set(group);
    for (const one of own) if (one.sum) apart.set(one, !members.has(one));
    groups.push({ lever, ...summaryOf(group), lower: lowerOf(group) });
  }
  return { groups, isToldApart: list.map((one) => apart.get(one) ?? null) };
}

function lowerOf(group: readonly Changed[]): GroupSummary | null {
  const lower = group.filter(({ option: { ratio, isSameGrid, isLikelyLower } }) =>
    isSameGrid ? isLikelyLower : ratio.value < 1,
  );
  return lower.length > 0 ? summaryOf(lower) : null;
}

function summaryOf(group: readonly Changed[]): GroupSummary {
  const regions = group.flatMap(({ candidate: { region } }) => region ?? []);
  const kg = group.map(({ option }) => option.kgCo2e.value);
  return {
    names: group.map(({ option }) => option.name),
    cities: [...new Set(regions.map(({ city, name }) => city || name))],
    providers: new Set(regions.map(({ provider }) => provider)).size,
    kgCo2e: { low: kg[0] ?? 0, high: kg.at(-1) ?? 0 },
  };
}

/** Hours that were scaled to another chip are as unsure as that chip's scale, and no other chip shares it. */
const SCALED = /^given:.*\/(?:hours|deviceHours)$/;

/** A figure on one chip beside those on others: the hours of each are an unknown of its own. */
export function apartByHours(sum: Sum, name: string): Sum {
  return (
    sum?.map((one) => ({
      ...one,
      keys: one.keys.map((key) => (SCALED.test(key) ? `${key} ${name}` : key)),
    })) ?? null
  );
}
