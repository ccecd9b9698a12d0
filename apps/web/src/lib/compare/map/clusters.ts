import { spread } from '../spread.ts';

/** Something on the map, px. */
interface Spot {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** What is drawn as one mark: a place, or several that would cover each other. */
export interface Mark<Item extends Spot> {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly items: readonly Item[];
}

/**
 * Marks no nearer to each other than a gap, each in the middle of its places.
 *
 * @param items always in the same order, so that the same places stand together
 * @param gap px
 */
export function clustered<Item extends Spot>(items: readonly Item[], gap: number): Mark<Item>[] {
  const groups: { items: Item[]; x: number; y: number }[] = [];
  for (const item of items) {
    let nearest: (typeof groups)[number] | undefined;
    let least = gap;
    for (const group of groups) {
      const off = Math.hypot(group.x - item.x, group.y - item.y);
      if (off < least) [nearest, least] = [group, off];
    }
    if (nearest) {
      const { length } = nearest.items;
      nearest.items.push(item);
      nearest.x += (item.x - nearest.x) / (length + 1);
      nearest.y += (item.y - nearest.y) / (length + 1);
    } else groups.push({ items: [item], x: item.x, y: item.y });
  }
  return groups.map(({ items: own, x, y }) => ({ key: own[0]?.key ?? '', x, y, items: own }));
}

/**
 * The same, with the places of one mark each on its own around it: they stand on one spot, however near one looks.
 *
 * @param opened key of the mark
 * @param gap px between its places
 */
export function opened<Item extends Spot>(
  marks: readonly Mark<Item>[],
  key: string | null,
  gap: number,
): Mark<Item>[] {
  return marks.flatMap((mark) => {
    if (mark.key !== key || mark.items.length === 1) return mark;
    const { x, y } = mark;
    return spread(
      mark.items.map((item) => ({ item, x, y })),
      gap,
    ).map(({ item, atX, atY }) => ({ key: item.key, x: atX, y: atY, items: [item] }));
  });
}
